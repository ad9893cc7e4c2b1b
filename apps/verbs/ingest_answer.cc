#include "apps/verbs/ingest_answer.h"

#include <algorithm>
#include <utility>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "ingest/files/meta_list.h"

namespace lineage::cli {
namespace {

Json value_of(const ingest::IngestReport& report, const StoreCounts& counts, double seconds) {
  Json skipped = Json::array();
  for (const ingest::SkippedFile& file : report.skipped) {
    skipped.push_back({{"file", file.file}, {"reason", file.reason.message}});
  }
  Json unnamed = Json::array();
  for (const ingest::UnnamedText& text : report.unnamed) {
    unnamed.push_back({{"file", text.file}, {"date", text.date}, {"title", text.title}});
  }
  return {{"lineage", analysis::envelope("ingest", 1)},
          {"documents", report.documents},
          {"catalogues", report.catalogues},
          {"copies", report.copies},
          {"unchanged", report.unchanged},
          {"mentions", report.mentions},
          {"unresolved", Json(report.unsettled)},
          {"findings", report.findings},
          {"vanished", report.vanished},
          {"pruned", report.pruned},
          {"interrupted", report.interrupted},
          {"seconds", seconds},
          {"skipped", std::move(skipped)},
          {"unnamed", std::move(unnamed)},
          {"store",
           {{"works", counts.works},
            {"documents", counts.documents},
            {"mentions", counts.mentions},
            {"unresolved", counts.unresolved}}}};
}

std::string taken_in(const ingest::IngestReport& report) {
  std::string text = "taken in: " + counted(report.documents, "text") + " with " +
                     counted(report.mentions, "citation") + ", " +
                     counted(report.catalogues, "catalogue") +
                     "; unchanged: " + counted(report.unchanged, "file");
  if (report.copies > 0) {
    text += "; " + counted(report.copies, "file") + " with the content of another";
  }
  if (report.pruned > 0) {
    text += "; removed: " + counted(report.pruned, "file");
  } else if (report.vanished > 0) {
    text += "; no longer there: " + counted(report.vanished, "file") +
            " (kept; --prune removes what vanished)";
  }
  return text;
}

// The list that --meta takes, of the texts that do not say what they are.
void add_unnamed(const ingest::IngestReport& report, Answer& answer) {
  constexpr std::size_t kShown = 20;
  if (report.unnamed.empty()) {
    return;
  }
  answer.blocks.emplace_back(
      Paragraph{counted(report.unnamed.size(), "text") +
                " did not say which work it is. Fill in this list and give it to --meta:"});
  Lines lines;
  lines.lines.push_back({{std::string(ingest::kMetaHeader)}});
  for (std::size_t i = 0; i < std::min(kShown, report.unnamed.size()); ++i) {
    const ingest::UnnamedText& text = report.unnamed[i];
    lines.lines.push_back({{ingest::meta_line(text.file, "", text.date, text.title)}});
  }
  answer.blocks.emplace_back(std::move(lines));
  if (report.unnamed.size() > kShown) {
    answer.blocks.emplace_back(Paragraph{std::to_string(report.unnamed.size() - kShown) +
                                         " more: --format json lists all"});
  }
}

void add_rivals(const std::vector<RivalTexts>& rivals, Answer& answer) {
  constexpr std::size_t kShown = 20;
  Json all = Json::array();
  for (const RivalTexts& rival : rivals) {
    all.push_back({{"symbol", rival.symbol.canonical()},
                   {"language", code(rival.language)},
                   {"files", rival.files}});
    if (all.size() <= kShown) {
      std::string text = "different texts of " + rival.symbol.short_form() + " in " +
                         std::string(code(rival.language)) + ", all are kept:";
      for (const std::string& file : rival.files) {
        text += " '" + file + "'";
      }
      answer.warnings.push_back(std::move(text));
    }
  }
  answer.json["rivals"] = std::move(all);
}

}  // namespace

bool took_nothing(const ingest::IngestReport& report) {
  return report.documents + report.catalogues + report.copies + report.unchanged + report.pruned ==
         0;
}

Answer ingest_answer(const ingest::IngestReport& report, const IngestedStore& store, bool strict) {
  Answer answer;
  answer.blocks.emplace_back(Paragraph{taken_in(report)});
  answer.blocks.emplace_back(
      Paragraph{store.name + " holds " + counted(store.counts.works, "work") + ", " +
                counted(store.counts.documents, "text") + " and " +
                counted(store.counts.mentions, "citation") + ", " +
                std::to_string(store.counts.unresolved) + " of them without a settled target"});
  add_unnamed(report, answer);
  for (const ingest::SkippedFile& file : report.skipped) {
    answer.warnings.push_back("skipped: " + file.reason.message);
  }
  if (report.findings > 0) {
    answer.notes.push_back(counted(report.findings, "disagreement") +
                           " between the words and the editors' links; the words win (v_findings)");
  }
  if (report.interrupted) {
    answer.warnings.emplace_back(
        "interrupted: what was read is kept; the same command goes on from there");
  } else if (took_nothing(report) && report.skipped.empty()) {
    answer.warnings.emplace_back("there was no file to read: check the path and its permissions");
  }
  const bool refused = strict && !report.skipped.empty();
  answer.exit = took_nothing(report) || refused || report.interrupted ? kBadInput : kFine;
  answer.json = value_of(report, store.counts, store.seconds);
  add_rivals(store.rivals, answer);
  return answer;
}

Outcome nothing_taken(const ingest::IngestReport& report) {
  if (report.skipped.size() == 1) {
    return refuse(kBadInput, report.skipped.front().reason.message);
  }
  if (report.skipped.empty()) {
    return refuse(kBadInput, "there was no file to read: check the path and its permissions");
  }
  Answer answer;
  for (const ingest::SkippedFile& file : report.skipped) {
    answer.warnings.push_back("skipped: " + file.reason.message);
  }
  answer.notes.push_back("nothing was taken in, and no store was made");
  answer.exit = kBadInput;
  answer.json = value_of(report, {}, 0);
  return answer;
}

}  // namespace lineage::cli
