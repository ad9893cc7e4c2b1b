// What a verb is: a row of apps/verbs/table.cc and a function from options and a graph to an
// Answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace CLI {
class App;
}

namespace lineage::cli {

// What the program loads before it calls the verb: the graph with all facts and proofs, or its
// outline, which takes milliseconds.
enum class Needs : std::uint8_t { Nothing, Outline, Graph };

using LoadedGraph = tl::expected<const LineageGraph*, Failure>;

struct Context {
  const LineageGraph* graph = nullptr;  // of the store that answers; null for Needs::Nothing
  // For Needs::Outline: the graph with all facts and proofs, for what shows them. Ids of the
  // outline mean nothing in it: somebody may have written to the store in between.
  std::function<LoadedGraph()> whole = {};
  std::string format = {};           // one of the row's formats, "" for the verb's own choice
  std::size_t width = 100;           // of the lines of the answer
  bool terminal = false;             // the answer goes to a terminal
  std::filesystem::path store = {};  // the file of that graph; "" for Needs::Nothing
  std::string aliases = {};          // a file of aliases, "" for ./lineage.toml where there is one
};

using Run = std::function<Outcome(const Context&)>;

struct Verb {
  std::string_view name;
  std::string_view summary;  // one line, as the list of verbs shows it
  Needs needs;
  std::span<const std::string_view> formats;  // of --format; the first is named as the default
  Run (*declare)(CLI::App&);                  // adds the verb's own options and gives what runs it
};

// All verbs, in the order in which a new reader meets them.
[[nodiscard]] std::span<const Verb> verbs();
[[nodiscard]] const Verb* verb_named(std::string_view name);

}  // namespace lineage::cli
