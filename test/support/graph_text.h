// Graphs written as text, so that a test reads in the language of the domain:
//
//   graph_of("C recalls B; B amends A on 1988-12-07; A dated 1988-12-07; C held")
//
// A statement ends at ';' or at the end of its line. "X RELATION Y" is a citation, with " on DATE"
// the date that X gives to Y; "X dated DATE" makes X a catalogued work of that date; "X held" and
// "X held DATE" make it a held one with a known citation list. A name is a symbol in any spelling,
// or a word such as A or B, which stands for the work "test:A".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/graph_builder.h"
#include "graph/lineage_graph.h"

namespace lineage::test {

// Reports a test failure for a statement that it cannot read and for a broken invariant.
[[nodiscard]] LineageGraph graph_of(std::string_view text);
// The statements added to a builder, for tests that go on from there.
void add_statements(GraphBuilder& builder, std::string_view text);

[[nodiscard]] Symbol symbol_of(std::string_view name);
// The work of that name; a test failure and 0 when there is none.
[[nodiscard]] WorkId work_in(const LineageGraph& graph, std::string_view name);
// "A" for "test:A", else the short form.
[[nodiscard]] std::string name_of(const Work& work);
// The edges as "C recalls B", in the order of the graph.
[[nodiscard]] std::vector<std::string> edges_of(const LineageGraph& graph);

void check_invariants(const LineageGraph& graph);
// Equal works, edges, passages and unresolved mentions.
[[nodiscard]] testing::AssertionResult same_graph(const LineageGraph& a, const LineageGraph& b);

}  // namespace lineage::test
