#include "ingest/readers/catalogue.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "graph/ascii.h"
#include "ingest/readers/catalogue_fact.h"
#include "ingest/readers/json_document.h"

namespace lineage::ingest {
namespace {

constexpr std::string_view kFormat = "lineage-catalogue";
constexpr std::int64_t kVersion = 2;

}  // namespace

Result<StoredCatalogue> CatalogueReader::read(const json& document) {
  if (!document.is_object()) {
    return refused("", "not a catalogue: the top level is no object");
  }
  const json* format = find(document, "format");
  if (format == nullptr) {
    return refused("format", "missing, a catalogue says \"format\": \"lineage-catalogue\"");
  }
  if (*format != kFormat) {
    return refused("format", "not 'lineage-catalogue'");
  }
  const json* version = find(document, "version");
  if (version == nullptr || !version->is_number_integer() || version->get<std::int64_t>() < 1) {
    return refused("version", "missing or no version, write 2");
  }
  if (version->get<std::int64_t>() > kVersion) {
    return failure(
        ErrorCode::Unsupported,
        message("version", version->dump() + " is newer than " + std::to_string(kVersion) +
                               ", the newest that this program reads"));
  }
  only(document, "",
       {"$schema", "format", "version", "title", "note", "sources", "works", "bodies", "tracks"});
  check_text(document, "", "$schema");
  check_text(document, "", "title");
  check_text(document, "", "note");
  read_sources(document);
  read_works(document);
  read_bodies(document);
  read_tracks(document);
  if (problem()) {
    return failure(ErrorCode::Malformed, *problem());
  }
  return std::move(catalogue_);
}

tl::unexpected<Error> CatalogueReader::refused(const std::string& path,
                                               std::string_view what) const {
  return failure(ErrorCode::Malformed, message(path, what));
}

void CatalogueReader::read_sources(const json& document) {
  const json* sources = find(document, "sources");
  if (sources == nullptr) {
    refuse("sources", "missing, each fact names a source");
    return;
  }
  if (!is_object(*sources, "sources")) {
    return;
  }
  for (const auto& item : sources->items()) {
    const std::string path = below("sources", item.key());
    const std::string& id = item.key();
    const bool well_formed = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
      return is_lower(c) || is_upper(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    });
    if (!well_formed) {
      refuse(path, in_quotes(id) + " is not a source id: letters, digits, '-', '_' and '.'");
    }
    if (id == kInferred) {
      refuse(path, "'inferred' is no source: give the fact \"status\": \"inferred\"");
    }
    if (!is_object(item.value(), path)) {
      return;
    }
    only(item.value(), path, {"title", "address", "note"});
    static_cast<void>(needed_text(item.value(), path, "title"));
    check_text(item.value(), path, "address");
    check_text(item.value(), path, "note");
    source_ids_.insert(id);
  }
}

// The ids at "sources", none where the key is absent.
std::vector<std::string> CatalogueReader::source_ids(const json& object, const std::string& path) {
  std::vector<std::string> ids;
  const json* sources = find(object, "sources");
  if (sources == nullptr) {
    return ids;
  }
  const std::string list = below(path, "sources");
  if (!sources->is_array() || sources->empty()) {
    refuse(list, "not a list of source ids, write [\"id\"]");
    return ids;
  }
  for (std::size_t i = 0; i < sources->size(); ++i) {
    std::optional<std::string> id = text((*sources)[i], below(list, i));
    if (!id) {
      return ids;
    }
    if (!source_ids_.contains(*id)) {
      const std::vector<std::string_view> known(source_ids_.begin(), source_ids_.end());
      refuse(below(list, i), in_quotes(*id) + " is not among the sources of this catalogue" +
                                 suggestion(*id, known));
    }
    ids.push_back(*std::move(id));
  }
  return ids;
}

// Appends "inferred" where the fact says so.
void CatalogueReader::add_status(const json& object,
                                 const std::string& path,
                                 std::vector<std::string>& ids) {
  const json* status = find(object, "status");
  if (status == nullptr) {
    return;
  }
  if (word(*status, below(path, "status"), {"stated", kInferred}) == kInferred) {
    ids.emplace_back(kInferred);
  }
}

void CatalogueReader::read_works(const json& document) {
  const json* works = find(document, "works");
  if (works == nullptr || !works->is_array()) {
    refuse("works", "missing or no list, write \"works\": [ ... ]");
    return;
  }
  for (std::size_t i = 0; i < works->size() && !problem(); ++i) {
    read_work((*works)[i], below("works", i));
  }
}

void CatalogueReader::claim(const Symbol& name,
                            const std::string& path,
                            const std::string& work_path) {
  const auto [place, is_new] = claimed_.emplace(name, work_path);
  if (!is_new) {
    refuse(path, in_quotes(name.canonical()) + " is already named by " + place->second);
  }
}

void CatalogueReader::read_work(const json& value, const std::string& path) {
  if (!is_object(value, path)) {
    return;
  }
  only(value, path, {"symbol",           "kind",        "aliases",
                     "session",          "date",        "title",
                     "description",      "agenda_item", "committee",
                     "committee_report", "draft",       "meeting",
                     "adoption",         "vote",        "committee_adoption",
                     "committee_vote",   "sponsors",    "additional_sponsors",
                     "citations",        "links",       "note"});
  const std::optional<Symbol> name = needed_symbol(value, path, "symbol");
  if (!name) {
    return;
  }
  claim(*name, below(path, "symbol"), path);
  check_kind(value, path, *name);
  check_text(value, path, "note");

  WorkFacts facts(*name);
  read_aliases(value, path, facts);
  static_cast<void>(
      fact(value, path, "session", [&](const json& session_value, const std::string& at) {
        return session(session_value, at, *name);
      }));
  facts.date = fact(value, path, "date",
                    [this](const json& v, const std::string& at) { return date(v, at); });
  facts.title = fact(value, path, "title", text_reader());
  facts.description = fact(value, path, "description", text_reader());
  facts.agenda_item =
      fact(value, path, "agenda_item",
           [this](const json& v, const std::string& at) { return agenda_item(v, at); });
  facts.committee = fact(value, path, "committee", text_reader());
  facts.committee_report =
      fact(value, path, "committee_report",
           [this](const json& v, const std::string& at) { return committee_report(v, at); });
  facts.draft = fact(value, path, "draft",
                     [this](const json& v, const std::string& at) { return symbol(v, at); });
  facts.meeting = fact(value, path, "meeting", text_reader());
  read_votes(value, path, facts);
  const auto read_states = [this](const json& v, const std::string& at) { return states(v, at); };
  facts.sponsors = fact(value, path, "sponsors", read_states);
  facts.additional_sponsors = fact(value, path, "additional_sponsors", read_states);
  read_citations(value, path, facts);
  read_links(value, path, *name);
  catalogue_.works.push_back(std::move(facts));
}

void CatalogueReader::read_votes(const json& work, const std::string& path, WorkFacts& facts) {
  const auto adoption = [this](const json& v, const std::string& at) {
    return word(v, at, {"without a vote", "recorded vote"});
  };
  facts.adoption = fact(work, path, "adoption", adoption);
  facts.vote = fact(work, path, "vote",
                    [this](const json& v, const std::string& at) { return vote(v, at); });
  if (facts.vote && facts.adoption && facts.adoption->value == "without a vote") {
    refuse(below(path, "vote"), "stands beside an adoption without a vote");
  }
  facts.committee_adoption = fact(work, path, "committee_adoption", adoption);
  facts.committee_vote =
      fact(work, path, "committee_vote",
           [this](const json& v, const std::string& at) { return committee_vote(v, at); });
  if (facts.committee_vote && facts.committee_adoption &&
      facts.committee_adoption->value == "without a vote") {
    refuse(below(path, "committee_vote"), "stands beside an adoption without a vote");
  }
}

void CatalogueReader::check_kind(const json& work, const std::string& path, const Symbol& name) {
  const json* value = find(work, "kind");
  if (value == nullptr) {
    return;
  }
  const std::optional<WorkKind> given = kind(*value, below(path, "kind"));
  if (given && *given != name.kind()) {
    refuse(below(path, "kind"), in_quotes(name.canonical()) + " is the symbol of a " +
                                    std::string(name_of(name.kind())) + ", not of a " +
                                    std::string(name_of(*given)));
  }
}

void CatalogueReader::read_aliases(const json& work, const std::string& path, WorkFacts& facts) {
  const json* aliases = find(work, "aliases");
  if (aliases == nullptr) {
    return;
  }
  const std::string list = below(path, "aliases");
  if (!aliases->is_array()) {
    refuse(list, "not a list of symbols, write [\"E/2019/14\"]");
    return;
  }
  for (std::size_t i = 0; i < aliases->size(); ++i) {
    std::optional<Symbol> alias = symbol((*aliases)[i], below(list, i));
    if (alias) {
      claim(*alias, below(list, i), path);
      facts.aliases.push_back(*std::move(alias));
    }
  }
}

Result<StoredCatalogue> read_catalogue(std::string_view name, std::string_view json_text) {
  const Result<nlohmann::json> document = parse_json(name, json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  return CatalogueReader(name).read(*document);
}

}  // namespace lineage::ingest
