#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/mandates.h"
#include "analysis/walk.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct ReceptionOptions {
  std::string symbol;
  std::string languages;
  bool all = false;
};

// One passage of a text that cites the work.
struct Voice {
  WorkId citing = 0;
  std::string clause;
  std::string language;  // "-" for a catalogue's line
  Relation relation = Relation::Cites;
  const Passage* passage = nullptr;
};

tl::expected<std::set<std::string>, Failure> languages_of(const std::string& typed) {
  std::set<std::string> chosen;
  std::string rest = typed;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string one = rest.substr(0, comma);
    rest.erase(0, comma + 1);
    if (!language_named(one)) {
      return refuse(kUsage, in_quotes(one) +
                                " is no language; write ar, en, es, fr, ru or zh, "
                                "several with a comma");
    }
    chosen.insert(one);
  }
  return chosen;
}

std::vector<Voice> voices_of(const LineageGraph& graph,
                             WorkId work,
                             const std::set<std::string>& languages) {
  std::vector<Voice> voices;
  for (const EdgeId id : graph.cited_by(work)) {
    const Edge& edge = graph.edge(id);
    if (!analysis::is_citation(edge)) {
      continue;
    }
    for (const Passage& passage : graph.passages(id)) {
      const std::string language =
          passage.language ? std::string(code(*passage.language)) : std::string("-");
      if (languages.empty() || !passage.language || languages.contains(language)) {
        const std::string clause = passage.clause.empty() ? passage.place : passage.clause;
        voices.push_back({edge.source, clause, language, edge.relation, &passage});
      }
    }
  }
  std::ranges::stable_sort(voices, [](const Voice& a, const Voice& b) {
    return std::tie(a.citing, a.clause, a.language) < std::tie(b.citing, b.clause, b.language);
  });
  return voices;
}

// Clauses of one text in which languages, or a catalogue and a text, give different relations.
using Differing = std::set<std::pair<WorkId, std::string>>;

Differing disagreements(const std::vector<Voice>& voices) {
  std::map<std::pair<WorkId, std::string>, std::map<std::string, std::set<Relation>>> said;
  for (const Voice& voice : voices) {
    said[{voice.citing, voice.clause}][voice.language].insert(voice.relation);
  }
  Differing differing;
  for (const auto& [where, languages] : said) {
    const bool differ = std::any_of(languages.begin(), languages.end(), [&](const auto& entry) {
      return entry.second != languages.begin()->second;
    });
    if (differ) {
      differing.insert(where);
    }
  }
  return differing;
}

bool is_shown(const Voice& voice, bool differs, bool all) {
  return all || differs || analysis::is_reception(voice.relation);
}

Table table_of(const LineageGraph& graph,
               const std::vector<Voice>& voices,
               const Differing& differing,
               bool all) {
  Table table{{"text", "clause", "", "lang", "relation", "verb", "proof"}, {}, 0};
  for (const Voice& voice : voices) {
    const bool differs = differing.contains({voice.citing, voice.clause});
    if (!is_shown(voice, differs, all)) {
      continue;
    }
    const Passage& passage = *voice.passage;
    table.rows.push_back({{name_of(graph.work(voice.citing)), Style::Symbol},
                          {voice.clause.empty() ? "-" : voice.clause},
                          {differs ? "!" : ""},
                          {voice.language},
                          {std::string(name_of(voice.relation)), Style::Relation},
                          {passage.verb.empty() ? "-" : passage.verb},
                          passage.quote.empty() ? Span{catalogue_line(passage), Style::Faint}
                                                : Span{passage.quote, Style::Quote}});
  }
  return table;
}

Json value_of(const LineageGraph& graph,
              const Work& work,
              const std::vector<Voice>& voices,
              const Differing& differing) {
  Json list = Json::array();
  for (const Voice& voice : voices) {
    list.push_back({{"citing", graph.work(voice.citing).symbol().canonical()},
                    {"clause", voice.clause},
                    {"relation", name_of(voice.relation)},
                    {"languages_differ", differing.contains({voice.citing, voice.clause})},
                    {"passage", analysis::passage_value(*voice.passage)}});
  }
  return {{"lineage", analysis::envelope("reception", 1)},
          {"work", analysis::work_summary(work)},
          {"voices", std::move(list)}};
}

Outcome reception(const ReceptionOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto id = look_up(graph, options.symbol);
  if (!id) {
    return tl::unexpected(id.error());
  }
  const auto languages = languages_of(options.languages);
  if (!languages) {
    return tl::unexpected(languages.error());
  }
  const Work& work = graph.work(*id);
  const std::vector<Voice> voices = voices_of(graph, *id, *languages);
  const Differing differing = disagreements(voices);
  Table table = table_of(graph, voices, differing, options.all);
  const std::size_t hidden = voices.size() - table.rows.size();
  Answer answer;
  answer.exit = voices.empty() ? kNo : kFine;
  answer.json = value_of(graph, work, voices, differing);
  if (table.rows.empty()) {
    answer.blocks.emplace_back(
        Paragraph{voices.empty() ? "no text in the store cites " + name_of(work)
                                 : "the texts that cite " + name_of(work) +
                                       " recall it or act under it; none says how it receives it"});
  } else {
    answer.blocks.emplace_back(std::move(table));
  }
  if (!differing.empty()) {
    answer.blocks.emplace_back(
        Paragraph{"! languages, or a text and the catalogue, do not say the same there"});
  }
  if (hidden > 0) {
    answer.blocks.emplace_back(
        Paragraph{std::to_string(hidden) + " further citations recall it or act under it (--all)",
                  0, Style::Faint});
  }
  return answer;
}

}  // namespace

Run declare_reception(CLI::App& app) {
  auto options = std::make_shared<ReceptionOptions>();
  app.add_option("SYMBOL", options->symbol, "the text that was received: A/75/816")->required();
  app.add_option("--lang", options->languages, "only these languages: en,fr,ru,zh");
  app.add_flag("--all", options->all, "also citations that only recall it or act under it");
  app.footer(
      "Examples:\n"
      "  lineage reception A/78/265\n"
      "  lineage reception A/75/816 --lang en,fr,ru,zh");
  return [options](const Context& context) { return reception(*options, context); };
}

}  // namespace lineage::cli
