// Runs a report's chunks in this process and puts their answers in their place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

struct ReportSettings {
  std::string source;        // the name of the report, for messages
  std::string files_folder;  // of its pictures, as the report writes it: "out_files"
  std::string store;         // --store of every chunk that names none, "" for the usual one
};

// A report that is done: its Markdown, and the files that it shows, named within its folder.
struct Report {
  std::string text;
  std::vector<Document> files;
  std::size_t chunks = 0;
  std::string store;   // what answered, as the last line names it
  std::string digest;  // of its graph
};

// The same report, store and program give the same bytes. Failures: the report's own (usage), or
// that of a chunk, with its line and its exit code.
[[nodiscard]] tl::expected<Report, Failure> run_report(std::string_view text,
                                                       const ReportSettings& settings);

}  // namespace lineage::cli
