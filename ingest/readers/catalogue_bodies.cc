// Bodies and tracks of a catalogue: nodes of the graph that are no texts.
#include <algorithm>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "graph/ascii.h"
#include "ingest/readers/catalogue_fact.h"

namespace lineage::ingest {
namespace {

constexpr std::int64_t kFirstYear = 1945;
constexpr std::int64_t kLastYear = 2200;

// The keys of facts that are kept in the words of their source.
struct FactKey {
  const char* key;
  BodyFact fact;
};
constexpr FactKey kWordFacts[] = {{"size", BodyFact::Size},
                                  {"members", BodyFact::Members},
                                  {"chair", BodyFact::Chair},
                                  {"sessions", BodyFact::Sessions},
                                  {"document_series", BodyFact::DocumentSeries},
                                  {"secretariat", BodyFact::Secretariat}};

}  // namespace

std::optional<Symbol> CatalogueReader::claimed_id(const json& value,
                                                  const std::string& path,
                                                  std::string_view before,
                                                  WorkKind kind) {
  const std::optional<std::string> id = needed_text(value, path, "id");
  if (!id) {
    return std::nullopt;
  }
  const Result<Symbol> symbol =
      Symbol::parse(id->starts_with(before) ? *id : std::string(before) + *id);
  const std::string_view name =
      std::string_view(*id).substr(id->starts_with(before) ? before.size() : 0);
  const bool fits =
      std::ranges::all_of(name, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  if (!symbol || symbol->kind() != kind || !fits) {
    refuse(below(path, "id"), in_quotes(*id) + " is no id: small letters, digits and hyphens, as " +
                                  (kind == WorkKind::Body ? "'@gge2014-2015'" : "'gge'"));
    return std::nullopt;
  }
  claim(*symbol, below(path, "id"), path);
  return *symbol;
}

void CatalogueReader::read_bodies(const json& document) {
  const json* bodies = find(document, "bodies");
  if (bodies == nullptr) {
    return;
  }
  if (!bodies->is_array()) {
    refuse("bodies", "not a list of bodies, write [ ... ]");
    return;
  }
  for (std::size_t i = 0; i < bodies->size() && !problem(); ++i) {
    read_body((*bodies)[i], below("bodies", i));
  }
}

void CatalogueReader::read_body(const json& value, const std::string& path) {
  if (!is_object(value, path)) {
    return;
  }
  only(value, path,
       {"id", "name", "description", "years", "size", "members", "chair", "sessions",
        "document_series", "secretariat", "outcome", "links", "note"});
  const std::optional<Symbol> id = claimed_id(value, path, "@", WorkKind::Body);
  if (!id) {
    return;
  }
  check_text(value, path, "note");
  WorkFacts facts(*id);
  facts.list_status = ListStatus::Known;  // a body cites nothing
  facts.title = fact(value, path, "name", text_reader());
  if (!facts.title) {
    refuse(below(path, "name"), "missing, a body has a name");
  }
  facts.description = fact(value, path, "description", text_reader());
  read_body_facts(value, path, facts);
  read_body_links(value, path, *id);
  catalogue_.works.push_back(std::move(facts));
}

void CatalogueReader::read_body_facts(const json& value,
                                      const std::string& path,
                                      WorkFacts& facts) {
  const auto add = [&](BodyFact which, std::optional<Sourced<std::string>> said) {
    if (said) {
      facts.body.push_back({which, *std::move(said)});
    }
  };
  add(BodyFact::Years, fact(value, path, "years",
                            [this](const json& v, const std::string& at) { return years(v, at); }));
  for (const FactKey& row : kWordFacts) {
    add(row.fact, fact(value, path, row.key, text_reader()));
  }
  add(BodyFact::Outcome, fact(value, path, "outcome", [this](const json& v, const std::string& at) {
        return word(v, at, {"consensus", "no consensus", "in being", "proposal"});
      }));
}

std::optional<std::string> CatalogueReader::years(const json& value, const std::string& path) {
  if (!is_object(value, path)) {
    return std::nullopt;
  }
  only(value, path, {"first", "last"});
  const auto year = [&](const char* key) -> std::optional<std::int64_t> {
    const json* number = find(value, key);
    if (number == nullptr) {
      return std::nullopt;
    }
    if (!number->is_number_integer() || number->get<std::int64_t>() < kFirstYear ||
        number->get<std::int64_t>() > kLastYear) {
      refuse(below(path, key), "not a year, write it as 2014");
      return std::nullopt;
    }
    return number->get<std::int64_t>();
  };
  const auto first = year("first");
  const auto last = year("last");
  if (!first) {
    refuse(below(path, "first"), "missing, the year in which the body began");
    return std::nullopt;
  }
  if (last && *last < *first) {
    refuse(below(path, "last"), "lies before 'first'");
  }
  return std::to_string(*first) + "-" + (last ? std::to_string(*last) : "");
}

// A link of a body goes to its "target", or comes from its "source": a resolution establishes it.
void CatalogueReader::read_body_links(const json& body,
                                      const std::string& path,
                                      const Symbol& name) {
  const json* links = find(body, "links");
  if (links == nullptr) {
    return;
  }
  const std::string list = below(path, "links");
  if (!links->is_array()) {
    refuse(list, "not a list of links, write [ ... ]");
    return;
  }
  for (std::size_t i = 0; i < links->size() && !problem(); ++i) {
    const json& line = (*links)[i];
    const std::string at = below(list, i);
    if (!is_object(line, at)) {
      return;
    }
    only(line, at, {"relation", "target", "source", "place", "sources", "status", "note"});
    check_text(line, at, "note");
    const bool from = find(line, "source") != nullptr;
    if (from == (find(line, "target") != nullptr)) {
      refuse(at, "needs a 'target' or a 'source', and not both");
      return;
    }
    const std::optional<Symbol> other = needed_symbol(line, at, from ? "source" : "target");
    if (!other) {
      return;
    }
    if (*other == name) {
      refuse(below(at, from ? "source" : "target"), "the body itself");
    }
    Citation citation;
    citation.mention = mention_of(line, at, from ? *other : name, EdgeClass::Institutional);
    citation.mention.target = from ? name : *other;
    citation.mention.kind = citation.mention.target->kind();
    std::vector<std::string> ids = source_ids(line, at);
    if (ids.empty()) {
      refuse(below(at, "sources"), "missing, each link names a source");
    }
    add_status(line, at, ids);
    citation.source = joined(ids);
    catalogue_.citations.push_back(std::move(citation));
  }
}

void CatalogueReader::read_tracks(const json& document) {
  const json* tracks = find(document, "tracks");
  if (tracks == nullptr) {
    return;
  }
  if (!tracks->is_array()) {
    refuse("tracks", "not a list of tracks, write [ ... ]");
    return;
  }
  for (std::size_t i = 0; i < tracks->size() && !problem(); ++i) {
    read_track((*tracks)[i], below("tracks", i));
  }
}

void CatalogueReader::read_track(const json& value, const std::string& path) {
  if (!is_object(value, path)) {
    return;
  }
  only(value, path, {"id", "name", "description", "members", "note"});
  const std::optional<Symbol> id = claimed_id(value, path, "track:", WorkKind::Track);
  if (!id) {
    return;
  }
  check_text(value, path, "note");
  WorkFacts facts(*id);
  facts.list_status = ListStatus::Known;
  facts.title = fact(value, path, "name", text_reader());
  if (!facts.title) {
    refuse(below(path, "name"), "missing, a track has a name");
  }
  facts.description = fact(value, path, "description", text_reader());
  read_members(value, path, *id);
  catalogue_.works.push_back(std::move(facts));
}

void CatalogueReader::read_members(const json& track, const std::string& path, const Symbol& name) {
  const json* members = find(track, "members");
  const std::string list = below(path, "members");
  if (members == nullptr || !is_object(*members, list)) {
    refuse(list, "missing, write {\"list\": [ ... ], \"sources\": [ ... ]}");
    return;
  }
  only(*members, list, {"list", "sources", "status", "note"});
  check_text(*members, list, "note");
  std::vector<std::string> ids = source_ids(*members, list);
  add_status(*members, list, ids);
  const json* symbols = find(*members, "list");
  if (symbols == nullptr || !symbols->is_array() || ids.empty()) {
    refuse(list, "needs a 'list' of symbols and 'sources'");
    return;
  }
  for (std::size_t i = 0; i < symbols->size(); ++i) {
    const auto member = symbol((*symbols)[i], below(below(list, "list"), i));
    if (!member) {
      return;
    }
    Citation citation;
    citation.mention.document = *member;
    citation.mention.target = name;
    citation.mention.kind = WorkKind::Track;
    citation.mention.relation = Relation::BelongsTo;
    citation.mention.file = file();
    citation.source = joined(ids);
    catalogue_.citations.push_back(std::move(citation));
  }
}

}  // namespace lineage::ingest
