// The JSON values of works, edges and passages (docs/json-output.md), shared by the exporter and by
// the program's --format json so that a field is spelled in one place. Internal: not installed.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

using Json = nlohmann::ordered_json;

// {"format": name, "version": n}: what every document of the program carries under "lineage".
[[nodiscard]] Json envelope(const char* format, int version);
// Prints with two spaces of indent and a line end; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string printed(const Json& value);

// Symbol, kind, date, holding, citation list, address and title; enough to name a work in an
// answer.
[[nodiscard]] Json work_summary(const Work& work);
// The summary and every fact that is known, each with its sources. A fact that is not known is
// absent.
[[nodiscard]] Json work_value(const Work& work);
[[nodiscard]] Json passage_value(const Passage& passage);
// Source, target, relation, class and passages.
[[nodiscard]] Json edge_value(const LineageGraph& graph, EdgeId id);
// A string, or null for an empty one.
[[nodiscard]] Json text_or_null(const std::string& text);
[[nodiscard]] Json date_or_null(const std::optional<Date>& date);

}  // namespace lineage::analysis
