// The rows of an answer that is a set of works, in its formats. Internal to the verbs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "apps/answers/answer.h"
#include "apps/answers/csv.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// The works of an answer in the order in which it shows them; `scores` is empty, or holds the score
// of each of them, which then is the last column.
struct Ranking {
  std::vector<WorkId> works;
  std::vector<double> scores;
};

[[nodiscard]] Table work_table(const LineageGraph& graph, const Ranking& ranking);

// One canonical symbol a line; one JSON object a line.
[[nodiscard]] std::string symbol_lines(const LineageGraph& graph, std::span<const WorkId> works);
[[nodiscard]] std::string json_lines(const std::vector<Json>& rows);

// The first columns of every CSV of works: symbol, short, kind, date, title, holding,
// citation_list, address.
[[nodiscard]] std::vector<std::string> summary_fields(const Work& work);

// A header and one line a work (RFC 4180, with plain line ends). What is not known is empty.
[[nodiscard]] std::string work_csv(const LineageGraph& graph,
                                   const Ranking& ranking,
                                   Formulas formulas = Formulas::Faithful);

// A summary of each work with the numbers of works that it cites and that cite it.
[[nodiscard]] std::vector<Json> work_rows(const LineageGraph& graph, const Ranking& ranking);

// The citation edges between two works of the answer, or between one of them and a work that the
// query names; ascending.
[[nodiscard]] std::vector<EdgeId> shown_edges(const LineageGraph& graph,
                                              std::span<const WorkId> works,
                                              std::span<const WorkId> named);

// Each edge with the quotes that prove it.
[[nodiscard]] std::vector<Block> quotes(const LineageGraph& graph, std::span<const EdgeId> edges);

}  // namespace lineage::cli
