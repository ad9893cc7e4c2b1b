#include "apps/jobs_option.h"

#include <algorithm>
#include <thread>

#include <CLI/App.hpp>

namespace lineage::cli {

void add_jobs_option(CLI::App& app, std::size_t& jobs) {
  app.add_option("--jobs", jobs, "threads; 0 takes one for each processor")->capture_default_str();
}

std::size_t threads_for(std::size_t jobs) {
  constexpr std::size_t kMost = 256;
  const std::size_t wanted = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  return std::min(wanted, kMost);
}

}  // namespace lineage::cli
