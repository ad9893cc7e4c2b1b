// The options by which a verb narrows the graph that its analysis sees, the same for all of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "analysis/view.h"
#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace CLI {
class App;
}

namespace lineage::cli {

struct ViewOptions {
  std::string over;   // relations, joined by '|' or ','; "" for all citations
  std::string as_of;  // "2010-12-31", "2010-12" or "2010", its last day; "" for now
};

// Of a word that is none of `names`: "; did you mean 'authority'?", else "; --by takes ...".
[[nodiscard]] std::string choices(std::string_view typed,
                                  const std::vector<std::string_view>& names,
                                  std::string_view option);

// Adds --over and --as-of.
void add_view_options(CLI::App& app, ViewOptions& options);

// Failures: usage, with the nearest relations or what a date looks like.
[[nodiscard]] tl::expected<analysis::RelationSet, Failure> relations_of(const std::string& typed);
[[nodiscard]] tl::expected<analysis::View, Failure> view_of(const LineageGraph& graph,
                                                            const ViewOptions& options);

}  // namespace lineage::cli
