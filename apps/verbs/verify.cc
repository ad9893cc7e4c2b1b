#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/store_choice.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

Outcome verify(const std::string& named) {
  const auto opened = open_store(named);
  if (!opened) {
    return tl::unexpected<Failure>(opened.error());
  }
  const auto breaches = opened->store.verify();
  if (!breaches) {
    return tl::unexpected<Failure>(breaches.error());
  }
  const auto kept = opened->store.frozen();
  const std::string digest = kept && *kept ? (*kept)->digest() : std::string{};
  Answer answer;
  if (!opened->note.empty()) {
    answer.notes.push_back(opened->note);
  }
  for (const std::string& breach : *breaches) {
    answer.blocks.emplace_back(Paragraph{breach});
  }
  if (breaches->empty()) {
    answer.blocks.emplace_back(Paragraph{"the store is sound"});
  }
  if (!digest.empty()) {
    answer.blocks.emplace_back(Paragraph{"digest of its graph: " + digest});
  }
  answer.json = {{"lineage", analysis::envelope("verify", 1)},
                 {"sound", breaches->empty()},
                 {"breaches", *breaches},
                 {"graph", digest.empty() ? Json() : Json(digest)}};
  answer.exit = breaches->empty() ? kFine : kNo;
  return answer;
}

}  // namespace

Run declare_verify(CLI::App& app) {
  auto store = std::make_shared<std::string>();
  app.add_option("--store", *store, "the store to look at");
  app.footer(
      "Examples:\n"
      "  lineage verify\n"
      "  lineage verify --store cyber.db --format json");
  return [store](const Context&) { return verify(*store); };
}

}  // namespace lineage::cli
