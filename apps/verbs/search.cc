#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "apps/answers/phrases.h"
#include "apps/answers/snippet.h"
#include "apps/store_choice.h"
#include "apps/verbs/verb.h"
#include "ingest/words/search_words.h"

namespace lineage::cli {
namespace {

struct SearchOptions {
  std::vector<std::string> words;
  std::string store;
  std::string language;
  std::string from;
  std::string to;
  bool phrase = false;
  std::size_t limit = 20;
};

tl::expected<std::optional<Date>, Failure> date_of(const std::string& text) {
  if (text.empty()) {
    return std::optional<Date>{};
  }
  const auto date = Date::from_iso(text);
  if (!date) {
    return tl::unexpected(Failure(kUsage, in_quotes(text) + " is no date: write it as 2023-12-04"));
  }
  return date;
}

tl::expected<SearchQuery, Failure> query_of(const SearchOptions& options) {
  SearchQuery query;
  std::string typed;
  for (const std::string& word : options.words) {
    typed += (typed.empty() ? "" : " ") + word;
  }
  query.words = ingest::search_words_of(typed);
  if (query.words.empty()) {
    return tl::unexpected(Failure(kUsage, in_quotes(typed) + " holds no word to look for"));
  }
  if (!options.language.empty()) {
    query.language = language_named(options.language);
    if (!query.language) {
      return tl::unexpected(Failure(
          kUsage,
          in_quotes(options.language) + " is no language: there are ar, en, es, fr, ru, zh"));
    }
  }
  const auto from = date_of(options.from);
  const auto to = date_of(options.to);
  if (!from || !to) {
    return tl::unexpected(from ? to.error() : from.error());
  }
  query.from = *from;
  query.to = *to;
  // Chinese is written without spaces: what stands together is looked for together.
  query.phrase = options.phrase || (options.words.size() == 1 && !typed.empty() &&
                                    static_cast<unsigned char>(typed.front()) >= 0xE3);
  query.limit = options.limit;
  return query;
}

Json value_of(const SearchHit& hit) {
  return {{"symbol", hit.symbol ? Json(hit.symbol->canonical()) : Json()},
          {"language", code(hit.language)},
          {"date", hit.date ? Json(hit.date->iso()) : Json()},
          {"place", hit.place},
          {"file", hit.file},
          {"begin", hit.begin},
          {"end", hit.end},
          {"text", hit.text}};
}

void add_hit(const SearchHit& hit, const std::string& words, Answer& answer) {
  const std::string name = hit.symbol ? hit.symbol->short_form() : hit.file;
  answer.blocks.emplace_back(Lines{{{{name, Style::Symbol},
                                     {"  " + std::string(code(hit.language)) + "  "},
                                     {hit.date ? hit.date->iso() : "-", Style::Date},
                                     {"  " + hit.place}}},
                                   true});
  answer.blocks.emplace_back(Paragraph{snippet(hit.text, words), 2, Style::Quote});
}

Outcome search(const SearchOptions& options) {
  const auto query = query_of(options);
  if (!query) {
    return tl::unexpected(query.error());
  }
  const auto opened = open_store(options.store);
  if (!opened) {
    return tl::unexpected<Failure>(opened.error());
  }
  const auto result = opened->store.search(*query);
  if (!result) {
    return tl::unexpected<Failure>(result.error());
  }
  Answer answer;
  if (!opened->note.empty()) {
    answer.notes.push_back(opened->note);
  }
  Json hits = Json::array();
  for (const SearchHit& hit : result->hits) {
    add_hit(hit, query->words, answer);
    hits.push_back(value_of(hit));
  }
  const std::size_t more = result->found - result->hits.size();
  answer.blocks.emplace_back(
      Paragraph{counted(result->found, "paragraph") +
                (more > 0 ? ", " + std::to_string(more) + " of them not shown (--limit)" : "")});
  answer.json = {{"lineage", analysis::envelope("search", 1)},
                 {"words", query->words},
                 {"found", result->found},
                 {"hits", std::move(hits)}};
  answer.exit = result->found == 0 ? kNo : kFine;
  return answer;
}

}  // namespace

Run declare_search(CLI::App& app) {
  auto options = std::make_shared<SearchOptions>();
  app.add_option("WORDS", options->words, "words that stand in one paragraph, in any language")
      ->required();
  app.add_flag("--phrase", options->phrase, "one behind the other, as typed");
  app.add_option("--lang", options->language, "only texts in ar, en, es, fr, ru or zh");
  app.add_option("--from", options->from, "only texts of this day or later");
  app.add_option("--to", options->to, "only texts of this day or before");
  app.add_option("--limit", options->limit, "paragraphs to show")->capture_default_str();
  app.add_option("--store", options->store, "the store that answers");
  app.footer(
      "Examples:\n"
      "  lineage search programme of action\n"
      "  lineage search --phrase \"open-ended working group\" --lang en --from 2020-01-01\n"
      "  lineage search 工作组 --format json");
  return [options](const Context&) { return search(*options); };
}

}  // namespace lineage::cli
