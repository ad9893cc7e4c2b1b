// The store that a report is about, and what the words within its lines ask of it. Private to
// apps/report/.
#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// Its graph, and the words that name it.
class ReportSubject {
 public:
  // `named` as --store takes it, "" for the usual store. Failures: no such store, or not readable.
  [[nodiscard]] static tl::expected<ReportSubject, Failure> open(const std::string& named);

  [[nodiscard]] const LineageGraph& graph() const { return graph_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& digest() const { return digest_; }
  // The sentence at the end of a report.
  [[nodiscard]] std::string line() const;

 private:
  ReportSubject(LineageGraph graph,
                std::filesystem::path path,
                std::string name,
                std::string digest);

  LineageGraph graph_;
  std::filesystem::path path_;
  std::string name_;
  std::string digest_;
};

// "count(EXPR)" is a number, any other expression the texts that it selects, as Markdown. Failures:
// those of the query, and a query that names an output.
[[nodiscard]] tl::expected<std::string, Failure> inline_text(const ReportSubject& subject,
                                                             const std::string& expression);

}  // namespace lineage::cli
