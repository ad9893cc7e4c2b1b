#include "apps/verbs/query_sheets.h"

#include <string>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

Json language_or_null(const std::optional<Language>& language) {
  return language ? Json(std::string(code(*language))) : Json();
}

std::string flags_of(const MentionFlags& flags) {
  std::string text;
  for (const MentionFlag flag : all_mention_flags()) {
    if (flags.has(flag)) {
      text += (text.empty() ? "" : "|") + std::string(lineage::name_of(flag));
    }
  }
  return text;
}

Cell symbol_cell(const Symbol& symbol) {
  return {symbol.canonical(), Style::Symbol, symbol.short_form()};
}

std::string joined(const std::vector<Symbol>& symbols) {
  std::string text;
  for (const Symbol& symbol : symbols) {
    text += (text.empty() ? "" : "|") + symbol.canonical();
  }
  return text;
}

}  // namespace

Sheet edge_sheet(const LineageGraph& graph, std::span<const EdgeId> edges) {
  Sheet sheet;
  sheet.columns = {{"citing", "citing"}, {"relation", "relation"},
                   {"cited", "cited"},   {"place", "place"},
                   {"clause", ""},       {"language", "lang"},
                   {"verb", "verb"},     {"date", "date"},
                   {"pinpoint", ""},     {"flags", ""},
                   {"file", ""},         {"begin", ""},
                   {"end", ""},          {"quote", "quote"}};
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    for (const Passage& passage : graph.passages(id)) {
      const bool text = passage.language.has_value();
      sheet.rows.push_back(
          {symbol_cell(graph.work(edge.source).symbol()),
           {std::string(lineage::name_of(edge.relation)), Style::Relation},
           symbol_cell(graph.work(edge.target).symbol()),
           {passage.place},
           {passage.clause},
           {language_or_null(passage.language), Style::Plain, text ? "" : "-"},
           {analysis::text_or_null(passage.verb), Style::Plain, passage.verb.empty() ? "-" : ""},
           {analysis::date_or_null(passage.date), Style::Date, passage.date ? "" : "-"},
           {analysis::text_or_null(passage.pinpoint)},
           {analysis::text_or_null(flags_of(passage.flags))},
           {passage.file},
           {text ? Json(passage.begin) : Json()},
           {text ? Json(passage.end) : Json()},
           {analysis::text_or_null(passage.quote), Style::Quote,
            passage.quote.empty() ? catalogue_line(passage) : ""}});
    }
  }
  return sheet;
}

Sheet mention_sheet(const LineageGraph& graph, std::span<const WorkId> mentions) {
  Sheet sheet;
  sheet.columns = {{"citing", "citing"}, {"status", "status"}, {"by", "by"},     {"kind", "kind"},
                   {"place", "place"},   {"language", "lang"}, {"relation", ""}, {"verb", ""},
                   {"date", ""},         {"candidates", ""},   {"file", ""},     {"begin", ""},
                   {"end", ""},          {"quote", "quote"}};
  for (const WorkId id : mentions) {
    const Mention& mention = graph.unresolved()[id];
    // A text that does not say what it is has no symbol.
    sheet.rows.push_back(
        {mention.document ? symbol_cell(*mention.document) : Cell{Json(), Style::Plain, "-"},
         {std::string(lineage::name_of(mention.status))},
         {std::string(lineage::name_of(mention.by))},
         {std::string(lineage::name_of(mention.kind))},
         {mention.place},
         {std::string(code(mention.language))},
         {std::string(lineage::name_of(mention.relation))},
         {analysis::text_or_null(mention.verb)},
         {analysis::date_or_null(mention.date)},
         {analysis::text_or_null(joined(mention.candidates))},
         {mention.file},
         {mention.begin},
         {mention.end},
         {mention.quote, Style::Quote}});
  }
  return sheet;
}

Result<Sheet> clause_sheet(const LineageGraph& graph,
                           const query::Library& library,
                           std::span<const WorkId> clauses) {
  const auto entries = library.clauses();
  if (!entries) {
    return tl::unexpected(entries.error());
  }
  Sheet sheet;
  sheet.columns = {{"clause", "clause"},
                   {"act", "act"},
                   {"verb", "verb"},
                   {"language", "lang"},
                   {"text", "text"}};
  for (const WorkId id : clauses) {
    const query::ClauseEntry& entry = (*entries)[id];
    const Result<std::string> text = library.text_of(entry);
    if (!text) {
      return tl::unexpected(text.error());
    }
    const Symbol& symbol = graph.work(entry.work).symbol();
    sheet.rows.push_back(
        {{symbol.canonical() + "#" + entry.place, Style::Symbol,
          symbol.short_form() + "#" + entry.place},
         {std::string(lineage::name_of(entry.act)), Style::Relation},
         {analysis::text_or_null(entry.verb), Style::Plain, entry.verb.empty() ? "-" : ""},
         {std::string(code(entry.language))},
         {*text}});
  }
  return sheet;
}

}  // namespace lineage::cli
