#include "apps/verbs/agree_json.h"

#include <utility>

#include "analysis/exporters/json_values.h"

namespace lineage::cli {
namespace {

using analysis::Agreement;
using analysis::Parallel;

Json mention_value(const Mention& mention) {
  return {{"language", code(mention.language)},
          {"place", mention.place},
          {"begin", mention.begin},
          {"end", mention.end},
          {"quote", mention.quote}};
}

Json difference_value(const analysis::PartlyCited& cited) {
  Json mentions = Json::array();
  for (const analysis::LanguageMentions& language : cited.cited_in) {
    for (const Mention* mention : language.mentions) {
      mentions.push_back(mention_value(*mention));
    }
  }
  Json missing = Json::array();
  for (const Language language : cited.missing_in) {
    missing.push_back(code(language));
  }
  return {{"target", cited.target.canonical()},
          {"not_in", std::move(missing)},
          {"mentions", std::move(mentions)}};
}

template <typename Extend>
Json parallels_value(const std::vector<Parallel>& parallels, const Extend& extend) {
  Json list = Json::array();
  for (const Parallel& parallel : parallels) {
    Json mentions = Json::array();
    for (const Mention* mention : parallel.mentions) {
      Json value = mention_value(*mention);
      value.erase("place");
      extend(*mention, value);
      mentions.push_back(std::move(value));
    }
    list.push_back({{"target", parallel.target.canonical()},
                    {"place", parallel.place},
                    {"mentions", std::move(mentions)}});
  }
  return list;
}

Json work_value(const ComparedWork& work) {
  const Agreement& agreement = work.agreement;
  Json texts = Json::array();
  for (const StoredDocument* text : work.texts) {
    texts.push_back({{"language", code(text->language)}, {"file", text->file}});
  }
  Json differences = Json::array();
  for (const analysis::PartlyCited& cited : agreement.differences) {
    differences.push_back(difference_value(cited));
  }
  return {{"symbol", work.symbol().canonical()},
          {"texts", std::move(texts)},
          {"cited", agreement.cited},
          {"common", agreement.common},
          {"jaccard", agreement.jaccard},
          {"differences", std::move(differences)},
          {"relations", parallels_value(agreement.relations,
                                        [](const Mention& mention, Json& value) {
                                          value["relation"] = lineage::name_of(mention.relation);
                                          value["verb"] = analysis::text_or_null(mention.verb);
                                        })},
          {"dates", parallels_value(agreement.dates, [](const Mention& mention, Json& value) {
             value["date"] = analysis::date_or_null(mention.date);
           })}};
}

}  // namespace

Json agree_value(const Comparison& comparison, const Summary& summary) {
  Json works = Json::array();
  for (const ComparedWork& work : comparison.works) {
    works.push_back(work_value(work));
  }
  return {{"lineage", analysis::envelope("agree", 1)},
          {"works", std::move(works)},
          {"summary",
           {{"works", comparison.works.size()},
            {"languages", summary.languages},
            {"agree", summary.agree},
            {"average_jaccard", summary.jaccard},
            {"relations", summary.relations},
            {"dates", summary.dates},
            {"in_one_language", comparison.in_one_language},
            {"without_symbol", comparison.without_symbol}}}};
}

}  // namespace lineage::cli
