// From argv to an exit code: finds the verb, reads its options, runs it, prints its Answer.
#pragma once

#include <string>
#include <vector>

namespace lineage::cli {

// `arguments` are those after the program's name, in any bytes. Never throws for them.
[[nodiscard]] int run(const std::vector<std::string>& arguments);

}  // namespace lineage::cli
