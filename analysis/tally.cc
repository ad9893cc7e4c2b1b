#include "analysis/tally.h"

#include <algorithm>
#include <array>

namespace lineage::analysis {
namespace {

const Work& citing(const Counted& one) { return one.graph.work(one.edge.source); }
const Work& cited(const Counted& one) { return one.graph.work(one.edge.target); }

std::string year_of(const Work& work) {
  if (work.date) {
    return std::to_string(work.date->year());
  }
  const std::optional<DateSpan> span = work.symbol().possible_dates();
  const bool one_year = span && span->first.year() == span->last.year();
  return one_year ? std::to_string(span->first.year()) : "";
}

std::string session_of(const Work& work) {
  const Session session = work.symbol().session();
  return session.kind == SessionKind::Regular ? std::to_string(session.number) : "";
}

std::string relation(const Counted& one) { return std::string(name_of(one.edge.relation)); }
std::string year(const Counted& one) { return year_of(citing(one)); }
std::string cited_year(const Counted& one) { return year_of(cited(one)); }
std::string session(const Counted& one) { return session_of(citing(one)); }
std::string cited_session(const Counted& one) { return session_of(cited(one)); }
std::string kind(const Counted& one) { return std::string(name_of(citing(one).symbol().kind())); }
std::string cited_kind(const Counted& one) {
  return std::string(name_of(cited(one).symbol().kind()));
}
std::string organ(const Counted& one) { return std::string(name_of(citing(one).symbol().organ())); }
std::string cited_organ(const Counted& one) {
  return std::string(name_of(cited(one).symbol().organ()));
}
std::string text(const Counted& one) { return citing(one).symbol().canonical(); }
std::string cited_text(const Counted& one) { return cited(one).symbol().canonical(); }

// Whole years from the cited text to the citing one, by the calendar.
std::string age(const Counted& one) {
  const std::optional<Date>& later = citing(one).date;
  const std::optional<Date>& earlier = cited(one).date;
  if (!later || !earlier) {
    return "";
  }
  const auto day_of_year = [](const Date& date) { return date.month() * 100 + date.day(); };
  const int years = later->year() - earlier->year();
  return std::to_string(years - (day_of_year(*later) < day_of_year(*earlier) ? 1 : 0));
}

// "pp1" and "pp12" stand in the preamble: the letters before the first digit or bracket.
std::string part(const Counted& one) {
  const std::string& place = one.passage->place;
  return place.substr(0, place.find_first_of("0123456789(/#"));
}
std::string language(const Counted& one) {
  return one.passage->language ? std::string(code(*one.passage->language)) : "";
}
std::string verb(const Counted& one) { return one.passage->verb; }

constexpr std::array kKeys{
    TallyKey{"relation", "what the verb says", TallyLevel::Relation, relation},
    TallyKey{"year", "of the citing text", TallyLevel::Pair, year},
    TallyKey{"cited_year", "of the cited text", TallyLevel::Pair, cited_year},
    TallyKey{"age", "of the cited text when it was cited, in whole years", TallyLevel::Pair, age},
    TallyKey{"session", "of the citing text, regular sessions", TallyLevel::Pair, session},
    TallyKey{"cited_session", "of the cited text", TallyLevel::Pair, cited_session},
    TallyKey{"kind", "of the citing text", TallyLevel::Pair, kind},
    TallyKey{"cited_kind", "of the cited text", TallyLevel::Pair, cited_kind},
    TallyKey{"organ", "of the citing text", TallyLevel::Pair, organ},
    TallyKey{"cited_organ", "of the cited text", TallyLevel::Pair, cited_organ},
    TallyKey{"text", "the citing text", TallyLevel::Pair, text},
    TallyKey{"cited", "the cited text", TallyLevel::Pair, cited_text},
    TallyKey{"part", "of the citing text: header, title, pp, op, fn, annex", TallyLevel::Mention,
             part},
    TallyKey{"language", "of the text that was read", TallyLevel::Mention, language},
    TallyKey{"verb", "as printed", TallyLevel::Mention, verb},
};

void count(const Counted& one, std::span<const TallyKey* const> keys, Tally& counts) {
  std::vector<std::string> values;
  values.reserve(keys.size());
  for (const TallyKey* key : keys) {
    values.push_back(key->value(one));
  }
  ++counts[std::move(values)];
}

}  // namespace

std::string_view name_of(TallyLevel level) {
  constexpr std::array<std::string_view, 3> kNames{"mention", "relation", "pair"};
  return kNames[static_cast<std::size_t>(level)];
}

std::optional<TallyLevel> tally_level_named(std::string_view name) {
  for (const TallyLevel level : {TallyLevel::Mention, TallyLevel::Relation, TallyLevel::Pair}) {
    if (name_of(level) == name) {
      return level;
    }
  }
  return std::nullopt;
}

std::span<const TallyKey> tally_keys() { return kKeys; }

const TallyKey* find_tally_key(std::string_view name) {
  const auto* found = std::ranges::find(kKeys, name, &TallyKey::name);
  return found == kKeys.end() ? nullptr : found;
}

Tally tally(const LineageGraph& graph,
            std::span<const EdgeId> edges,
            std::span<const TallyKey* const> keys,
            TallyLevel level) {
  Tally counts;
  const Edge* last = nullptr;
  for (const EdgeId id : edges) {
    const Edge& edge = graph.edge(id);
    const bool same_pair =
        last != nullptr && last->source == edge.source && last->target == edge.target;
    last = &edge;
    if (level == TallyLevel::Mention) {
      for (const Passage& passage : graph.passages(id)) {
        count({graph, edge, &passage}, keys, counts);
      }
    } else if (level == TallyLevel::Relation || !same_pair) {
      count({graph, edge, nullptr}, keys, counts);
    }
  }
  return counts;
}

}  // namespace lineage::analysis
