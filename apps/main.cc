#include <exception>
#include <new>
#include <string>
#include <vector>

#include "apps/answers/answer.h"
#include "apps/command_line.h"
#include "apps/terminal/terminal.h"

int main(int argc, char** argv) {
  lineage::cli::secure_standard_streams();
  try {
    return lineage::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    lineage::cli::write_stderr("lineage: error: out of memory\n");
  } catch (const std::exception& error) {
    lineage::cli::write_stderr(std::string("lineage: error: ") + error.what() + "\n");
  }
  return lineage::cli::kBadInput;
}
