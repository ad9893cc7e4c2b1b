#include <memory>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/store_choice.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::string line_of(const Counts& counts) {
  std::string text;
  for (const auto& [name, count] : counts) {
    text += (text.empty() ? "" : ", ") + name + " " + std::to_string(count);
  }
  return text.empty() ? "none" : text;
}

Json value_of(const StoreStats& stats) {
  return {{"lineage", analysis::envelope("stats", 1)},
          {"works", stats.counts.works},
          {"documents", stats.counts.documents},
          {"citations", stats.citations},
          {"mentions", stats.counts.mentions},
          {"unresolved", stats.counts.unresolved},
          {"bodies", stats.bodies},
          {"files", stats.files},
          {"contents", stats.contents},
          {"clauses", stats.clauses},
          {"bytes", stats.bytes},
          {"by_language", Json(stats.by_language)},
          {"by_format", Json(stats.by_format)},
          {"by_holding", Json(stats.by_holding)},
          {"by_status", Json(stats.by_status)},
          {"findings", Json(stats.findings)}};
}

Outcome count(const std::string& named) {
  const auto opened = open_store(named);
  if (!opened) {
    return tl::unexpected<Failure>(opened.error());
  }
  const auto stats = opened->store.stats();
  if (!stats) {
    return tl::unexpected<Failure>(stats.error());
  }
  Answer answer;
  if (!opened->note.empty()) {
    answer.notes.push_back(opened->note);
  }
  Table table{{"what", "how many"}, {}, 0};
  const auto add = [&](const char* what, const std::string& value) {
    table.rows.push_back({{what}, {value}});
  };
  add("works", std::to_string(stats->counts.works) + " (" + line_of(stats->by_holding) + ")");
  add("texts", std::to_string(stats->counts.documents) + " (" + line_of(stats->by_language) + ")");
  add("files", std::to_string(stats->files) + " (" + line_of(stats->by_format) + ")");
  add("paragraphs", std::to_string(stats->clauses));
  add("mentions", std::to_string(stats->counts.mentions) + " (" + line_of(stats->by_status) + ")");
  add("citations", std::to_string(stats->citations) + ", pairs of texts and a relation");
  add("bodies", std::to_string(stats->bodies) + " times named");
  add("findings", line_of(stats->findings));
  answer.blocks.emplace_back(std::move(table));
  answer.json = value_of(*stats);
  return answer;
}

}  // namespace

Run declare_stats(CLI::App& app) {
  auto store = std::make_shared<std::string>();
  app.add_option("--store", *store, "the store that answers");
  app.footer(
      "Examples:\n"
      "  lineage stats\n"
      "  lineage stats --store cyber.db --format json");
  return [store](const Context&) { return count(*store); };
}

}  // namespace lineage::cli
