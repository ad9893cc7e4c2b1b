// The option --jobs, the same for all verbs that read files side by side.
#pragma once

#include <cstddef>

namespace CLI {
class App;
}

namespace lineage::cli {

// Adds --jobs; 0, its default, takes a thread for each processor.
void add_jobs_option(CLI::App& app, std::size_t& jobs);

// The number of threads for that value of --jobs: from 1 to 256.
[[nodiscard]] std::size_t threads_for(std::size_t jobs);

}  // namespace lineage::cli
