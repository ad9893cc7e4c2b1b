#include <exception>
#include <memory>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "apps/answer.h"
#include "apps/command_line.h"
#include "apps/terminal.h"

namespace {

// Messages go to stderr as "lineage: error: ..." without a time, so that they read as sentences and
// compare byte by byte in tests.
void set_up_logging() {
  auto logger = std::make_shared<spdlog::logger>("lineage",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%n: %l: %v");
  logger->set_level(spdlog::level::info);
  logger->set_error_handler(
      [](const std::string&) {});  // stderr is full or closed: nowhere to say so
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace

int main(int argc, char** argv) {
  lineage::cli::secure_standard_streams();
  try {
    set_up_logging();
    return lineage::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    lineage::cli::write_stderr("lineage: error: out of memory\n");
  } catch (const std::exception& error) {
    lineage::cli::write_stderr(std::string("lineage: error: ") + error.what() + "\n");
  }
  return lineage::cli::kBadInput;
}
