#include "apps/verbs/agree_answer.h"

#include <array>
#include <cstdio>
#include <utility>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/agree_json.h"

namespace lineage::cli {
namespace {

using analysis::Agreement;
using analysis::Parallel;

std::string codes(const std::vector<Language>& languages) {
  std::string text;
  for (const Language language : languages) {
    text += (text.empty() ? "" : " ") + std::string(code(language));
  }
  return text;
}

std::vector<Language> languages_of(const analysis::PartlyCited& cited) {
  std::vector<Language> languages;
  for (const analysis::LanguageMentions& mentions : cited.cited_in) {
    languages.push_back(mentions.language);
  }
  return languages;
}

std::string three_digits(double share) {
  std::array<char, 16> text{};
  (void)std::snprintf(text.data(), text.size(), "%.3f", share);
  return text.data();
}

void add_differences(const Agreement& agreement, Answer& answer) {
  Table table{{"cited work", "in", "not in", "place", "quote"}, {}, 2};
  for (const analysis::PartlyCited& cited : agreement.differences) {
    const Mention& first = *cited.cited_in.front().mentions.front();
    table.rows.push_back({{cited.target.short_form(), Style::Symbol},
                          {codes(languages_of(cited))},
                          {codes(cited.missing_in), Style::Warning},
                          {first.place},
                          {first.quote, Style::Quote}});
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

// One row for each language; the work and the place stand in the first row of their group.
template <typename Cells>
void add_parallels(const std::vector<Parallel>& parallels,
                   std::vector<std::string> header,
                   const Cells& cells,
                   Answer& answer) {
  Table table{{"cited work", "place", "in"}, {}, 2};
  table.header.insert(table.header.end(), header.begin(), header.end());
  for (const Parallel& parallel : parallels) {
    for (const Mention* mention : parallel.mentions) {
      const bool first = mention == parallel.mentions.front();
      std::vector<Span> row{{first ? parallel.target.short_form() : "", Style::Symbol},
                            {first ? parallel.place : ""},
                            {std::string(code(mention->language))}};
      for (Span& cell : cells(*mention)) {
        row.push_back(std::move(cell));
      }
      table.rows.push_back(std::move(row));
    }
  }
  if (!table.rows.empty()) {
    answer.blocks.emplace_back(std::move(table));
  }
}

void add_work(const ComparedWork& work, const AgreeView& view, Answer& answer) {
  const Agreement& agreement = work.agreement;
  std::vector<Language> languages;
  for (const StoredDocument* text : work.texts) {
    languages.push_back(text->language);
  }
  const std::string title = work.symbol().short_form() + ", " + codes(languages) + ": " +
                            std::to_string(agreement.common) + " of " +
                            counted(agreement.cited, "cited work") + " in all, Jaccard " +
                            three_digits(agreement.jaccard);
  answer.blocks.emplace_back(Lines{{{{title, Style::Heading}}}});
  add_differences(agreement, answer);
  if (view.relations) {
    add_parallels(
        agreement.relations, {"relation", "verb"},
        [](const Mention& mention) {
          return std::vector<Span>{
              {std::string(lineage::name_of(mention.relation)), Style::Relation},
              {mention.verb.empty() ? "-" : mention.verb}};
        },
        answer);
  }
  if (view.dates) {
    add_parallels(
        agreement.dates, {"date", "quote"},
        [](const Mention& mention) {
          return std::vector<Span>{{mention.date ? mention.date->iso() : "-", Style::Date},
                                   {mention.quote, Style::Quote}};
        },
        answer);
  }
}

void add_summary(const Comparison& comparison, const Summary& summary, Answer& answer) {
  std::string text = counted(comparison.works.size(), "work") + " in " +
                     counted(summary.languages, "language") + ", " + std::to_string(summary.agree) +
                     " agree wholly, average Jaccard " + three_digits(summary.jaccard) +
                     "; parallel mentions that differ: " + std::to_string(summary.relations) +
                     " in relation, " + std::to_string(summary.dates) + " in date";
  if (comparison.in_one_language > 0) {
    text += "; " + counted(comparison.in_one_language, "work") + " in one language left out";
  }
  answer.blocks.emplace_back(Paragraph{text});
}

}  // namespace

bool is_shown(const ComparedWork& work, const AgreeView& view) {
  return !work.agreement.same_works() || (view.relations && !work.agreement.relations.empty()) ||
         (view.dates && !work.agreement.dates.empty());
}

Answer agree_answer(const Comparison& comparison, const AgreeView& view) {
  const Summary summary = summary_of(comparison.works);
  Answer answer;
  for (const ComparedWork& work : comparison.works) {
    if (is_shown(work, view)) {
      add_work(work, view, answer);
    }
  }
  add_summary(comparison, summary, answer);
  answer.json = agree_value(comparison, summary);
  answer.warnings = comparison.warnings;
  return answer;
}

}  // namespace lineage::cli
