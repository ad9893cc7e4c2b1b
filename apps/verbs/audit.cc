#include "analysis/audit.h"

#include <algorithm>
#include <map>
#include <memory>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/knowledge.h"
#include "apps/answers/phrases.h"
#include "apps/store_choice.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

using analysis::AuditCode;
using analysis::AuditFinding;

struct AuditOptions {
  std::string store;
  std::string symbol;
  bool check = false;
  std::size_t limit = 20;
  std::size_t wanted = 10;
};

// A disagreement between rows of the store, as a finding. Works of catalogues and links.
AuditFinding finding_of(const StoreDoubt& doubt) {
  AuditFinding finding{AuditCode::Link, doubt.work,         std::nullopt,
                       doubt.place,     doubt.language,     doubt.said,
                       doubt.against,   "in " + doubt.file, {}};
  if (doubt.end > 0) {
    finding.evidence = "bytes " + std::to_string(doubt.begin) + " to " + std::to_string(doubt.end) +
                       " of " + doubt.file;
  }
  if (doubt.code == "no-body") {
    finding.code = AuditCode::Body;
    finding.said = "a name that no body has";
    finding.expected = "docs/bodies.md";
    return finding;
  }
  if (doubt.code == "text-date" || doubt.code == "entry-date") {
    finding.code = AuditCode::CatalogueDate;
    finding.expected =
        (doubt.code == "text-date" ? "the catalogue has " : "another entry has ") + doubt.against;
    return finding;
  }
  if (const Result<Symbol> target = Symbol::parse(doubt.against)) {
    finding.about = *target;
  }
  finding.said = doubt.said.empty() ? "the words name no work" : "the words name " + doubt.said;
  finding.expected = "the link names " + doubt.against;
  return finding;
}

Json value_of(const AuditFinding& finding) {
  Json shared = Json::array();
  for (const Symbol& other : finding.shared_with) {
    shared.push_back(other.canonical());
  }
  return {{"code", analysis::name_of(finding.code)},
          {"text", finding.text.canonical()},
          {"about", finding.about ? Json(finding.about->canonical()) : Json()},
          {"place", analysis::text_or_null(finding.place)},
          {"language", analysis::text_or_null(finding.language)},
          {"said", finding.said},
          {"expected", finding.expected},
          {"evidence", finding.evidence},
          {"shared_with", std::move(shared)}};
}

void add_findings(const std::vector<AuditFinding>& findings, std::size_t limit, Answer& answer) {
  std::map<AuditCode, std::vector<const AuditFinding*>> by_code;
  for (const AuditFinding& finding : findings) {
    by_code[finding.code].push_back(&finding);
  }
  for (const auto& [code, group] : by_code) {
    answer.blocks.emplace_back(
        Lines{{{},
               {{std::string(analysis::name_of(code)) + ": " + counted(group.size(), "finding"),
                 Style::Heading},
                {", " + std::string(analysis::meaning_of(code))}}}});
    Table table{{"text", "about", "place", "lang", "said", "known", "evidence"}, {}, 2};
    for (std::size_t i = 0; i < std::min(limit, group.size()); ++i) {
      const AuditFinding& f = *group[i];
      std::vector<std::string> others;
      for (const Symbol& other : f.shared_with) {
        others.push_back(other.short_form());
      }
      const std::string shared =
          others.empty() ? ""
                         : "; the same in " + listed(others, 5) + ", so copied from a template";
      table.rows.push_back({{f.text.short_form(), Style::Symbol},
                            {f.about ? f.about->short_form() : "-", Style::Symbol},
                            {f.place.empty() ? "-" : f.place},
                            {f.language.empty() ? "-" : f.language},
                            {f.said},
                            {f.expected},
                            {f.evidence + shared, Style::Faint}});
    }
    answer.blocks.emplace_back(std::move(table));
    if (group.size() > limit) {
      answer.blocks.emplace_back(Paragraph{
          std::to_string(group.size() - limit) + " more (--limit shows them)", 2, Style::Faint});
    }
  }
}

// The texts whose lists would establish most, the first of `lineage wanted`.
void add_wanted(const LineageGraph& graph, std::size_t most, Answer& answer) {
  const std::vector<std::uint32_t> unlocks = analysis::unlocks(graph);
  std::vector<WorkId> wanted;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (unlocks[id] > 0 && is_text(graph.work(id).symbol().kind())) {
      wanted.push_back(id);
    }
  }
  std::ranges::stable_sort(wanted, std::ranges::greater{}, [&](WorkId id) { return unlocks[id]; });
  Json list = Json::array();
  Table table{{"text", "dated", "unlocks", "where"}, {}, 2};
  for (std::size_t i = 0; i < std::min(most, wanted.size()); ++i) {
    const Work& work = graph.work(wanted[i]);
    list.push_back({{"work", analysis::work_summary(work)}, {"unlocks", unlocks[wanted[i]]}});
    const std::string address = work.symbol().address();
    table.rows.push_back({{name_of(work), Style::Symbol},
                          {date_or_dash(work), Style::Date},
                          {std::to_string(unlocks[wanted[i]])},
                          {address.empty() ? "printed in a volume" : address}});
  }
  answer.json["wanted"] = std::move(list);
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(
        Lines{{{},
               {{"wanted: texts whose citations are not known, by what they would unlock",
                 Style::Heading}}}});
    answer.blocks.emplace_back(std::move(table));
  }
}

tl::expected<std::vector<AuditFinding>, Failure> findings_of(const OpenStore& opened,
                                                             const LineageGraph& graph,
                                                             const AuditOptions& options) {
  std::vector<AuditFinding> findings = analysis::audit(graph);
  const auto doubts = opened.store.doubts();
  if (!doubts) {
    return tl::unexpected<Failure>(doubts.error());
  }
  for (const StoreDoubt& doubt : *doubts) {
    findings.push_back(finding_of(doubt));
  }
  analysis::share_and_sort(findings);
  if (!options.symbol.empty()) {
    const auto id = look_up(graph, options.symbol);
    if (!id) {
      return tl::unexpected(id.error());
    }
    const Symbol& text = graph.work(*id).symbol();
    std::erase_if(findings, [&](const AuditFinding& f) { return f.text != text; });
  }
  return findings;
}

Outcome audit(const AuditOptions& options) {
  const auto opened = open_store(options.store);
  if (!opened) {
    return tl::unexpected<Failure>(opened.error());
  }
  const Result<LineageGraph> graph = opened->store.load();
  if (!graph) {
    return tl::unexpected<Failure>(graph.error());
  }
  const auto findings = findings_of(*opened, *graph, options);
  if (!findings) {
    return tl::unexpected(findings.error());
  }
  Answer answer;
  if (!opened->note.empty()) {
    answer.notes.push_back(opened->note);
  }
  Json list = Json::array();
  for (const AuditFinding& finding : *findings) {
    list.push_back(value_of(finding));
  }
  answer.json = {{"lineage", analysis::envelope("audit", 1)}, {"findings", std::move(list)}};
  answer.blocks.emplace_back(
      Paragraph{findings->empty() ? "nothing found" : counted(findings->size(), "finding")});
  add_findings(*findings, options.limit, answer);
  add_wanted(*graph, options.wanted, answer);
  answer.exit = options.check && !findings->empty() ? kNo : kFine;
  return answer;
}

}  // namespace

Run declare_audit(CLI::App& app) {
  auto options = std::make_shared<AuditOptions>();
  app.add_option("SYMBOL", options->symbol, "only what was found in this text");
  app.add_flag("--check", options->check, "exit 1 when there are findings");
  app.add_option("--limit", options->limit, "findings of a kind to show, 20 without it")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--wanted", options->wanted, "wanted texts to show, 10 without it")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--store", options->store, "the store that answers");
  app.footer(
      "Examples:\n"
      "  lineage audit\n"
      "  lineage audit --check --store cyber.db\n"
      "  lineage audit 78/16 --format json");
  return [options](const Context&) { return audit(*options); };
}

}  // namespace lineage::cli
