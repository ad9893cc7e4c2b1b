#include "apps/answers/record.h"

#include <utility>

#include "analysis/exporters/json_values.h"

namespace lineage::cli {
namespace {

Json symbol_or_null(const std::optional<Symbol>& symbol) {
  return symbol ? Json(symbol->canonical()) : Json();
}

Json text(std::string_view view) { return std::string(view); }

}  // namespace

Json record(const Mention& mention) {
  using analysis::date_or_null;
  using analysis::text_or_null;
  Json candidates = Json::array();
  for (const Symbol& candidate : mention.candidates) {
    candidates.push_back(candidate.canonical());
  }
  Json flags = Json::array();
  for (const MentionFlag flag : all_mention_flags()) {
    if (mention.flags.has(flag)) {
      flags.push_back(text(name_of(flag)));
    }
  }
  Json value{{"document", symbol_or_null(mention.document)},
             {"file", text_or_null(mention.file)},
             {"language", text(code(mention.language))},
             {"target", symbol_or_null(mention.target)},
             {"kind", text(name_of(mention.kind))},
             {"status", text(name_of(mention.status))},
             {"candidates", std::move(candidates)},
             {"by", text(name_of(mention.by))},
             {"relation", text(name_of(mention.relation))},
             {"verb", text_or_null(mention.verb)},
             {"place", text_or_null(mention.place)},
             {"clause", text_or_null(mention.clause)},
             {"pinpoint", text_or_null(mention.pinpoint)},
             {"date", date_or_null(mention.date)},
             {"begin", mention.begin},
             {"end", mention.end},
             {"quote", text_or_null(mention.quote)},
             {"flags", std::move(flags)}};
  if (mention.suggestion) {
    value["suggestion"] = mention.suggestion->iso();
  }
  return value;
}

std::string record_line(const Mention& mention) {
  return record(mention).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lineage::cli
