// From the words of a command to the verb that they call and the options that they give it: what
// the command line and a report share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "apps/answers/answer.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {

// What the program knows how to do with its output, whichever verb runs.
struct SharedOptions {
  std::string format;
  std::string store;
  std::string aliases;
};

struct Invocation {
  const Verb* verb = nullptr;
  Run run;
  SharedOptions shared;
  std::string help;  // asked for in place of an answer, "" for not
};

// `words` begin with the name of a verb. `store` goes in for --store where the verb takes one and
// the words give none. Failures: usage, with the nearest verb, option or format.
[[nodiscard]] tl::expected<Invocation, Failure> invocation_of(const std::vector<std::string>& words,
                                                              const std::string& store = {});

}  // namespace lineage::cli
