// The one place that starts another program: no shell, an argument vector, and limits on time,
// memory and output, because what is handed to it comes from documents.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace lineage {

struct ChildLimits {
  std::chrono::seconds time{60};               // on the clock, and of the processor
  std::size_t memory = std::size_t{2} << 30;   // bytes of address space
  std::size_t output = std::size_t{64} << 20;  // bytes of stdout
  bool network = true;  // false: started without any network, where the system lets it
};

struct ChildOutput {
  int exit = 0;
  std::string out;
  std::string err;  // the first 64 KiB
};

// Runs `argv` (argv[0] is looked up in PATH) with `input` on its stdin and waits for it. A child
// that breaks a limit is killed with all processes of its group. Errors: NotFound when there is no
// such program; Unsupported when a limit was broken; Io when the system refused or a signal ended
// the child.
[[nodiscard]] Result<ChildOutput> run_child(const std::vector<std::string>& argv,
                                            std::string_view input,
                                            const ChildLimits& limits = {});

}  // namespace lineage
