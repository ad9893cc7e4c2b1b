#include "ingest/readers/catalogue.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "graph/ascii.h"
#include "graph/date.h"
#include "graph/mention.h"
#include "graph/relation.h"
#include "graph/symbol.h"
#include "graph/work.h"
#include "ingest/readers/json_document.h"
#include "ingest/readers/json_fields.h"

namespace lineage::ingest {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "lineage-catalogue";
constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kMostVotes = 1000;  // more than any body has members
// The source id that stands behind a fact's own ones when the fact joins two seen facts.
constexpr std::string_view kInferred = "inferred";

// What a place begins with; of a decision it may also begin with a bracket.
constexpr std::array<std::string_view, 9> kPlaces{
    "header", "title", "preamble", "operative", "chapeau", "annex", "pp", "op", "fn"};

// "header", "pp1", "op3(a)", "fn1", "annexC/8"; of a decision "chapeau" and "(a)".
bool is_place(std::string_view text) {
  const auto starts = [text](std::string_view part) { return text.starts_with(part); };
  if (!text.starts_with('(') && std::none_of(kPlaces.begin(), kPlaces.end(), starts)) {
    return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_lower(c) || is_upper(c) || is_digit(c) || c == '(' || c == ')' || c == '/' ||
           c == '.' || c == '-';
  });
}

std::string session_text(const Session& session) {
  std::string number = std::to_string(session.number);
  switch (session.kind) {
    case SessionKind::Special:
      return "S-" + number;
    case SessionKind::EmergencySpecial:
      return "ES-" + number;
    case SessionKind::None:
    case SessionKind::Regular:
      break;
  }
  return number;
}

// Reads one parsed catalogue. The first thing that does not fit is kept and everything after it is
// of no account, so the functions below may go on with an empty value.
class CatalogueReader : private JsonFields {
 public:
  explicit CatalogueReader(std::string_view name) : JsonFields(name) { catalogue_.file = name; }

  Result<StoredCatalogue> read(const json& document) {
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
      return refused("version", "missing or no version, write 1");
    }
    if (version->get<std::int64_t>() > kVersion) {
      return failure(
          ErrorCode::Unsupported,
          message("version", version->dump() + " is newer than " + std::to_string(kVersion) +
                                 ", the newest that this program reads"));
    }
    only(document, "", {"$schema", "format", "version", "title", "note", "sources", "works"});
    check_text(document, "", "$schema");
    check_text(document, "", "title");
    check_text(document, "", "note");
    read_sources(document);
    read_works(document);
    if (problem()) {
      return failure(ErrorCode::Malformed, *problem());
    }
    return std::move(catalogue_);
  }

 private:
  [[nodiscard]] tl::unexpected<Error> refused(const std::string& path,
                                              std::string_view what) const {
    return failure(ErrorCode::Malformed, message(path, what));
  }

  void read_sources(const json& document) {
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
  std::vector<std::string> source_ids(const json& object, const std::string& path) {
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
  void add_status(const json& object, const std::string& path, std::vector<std::string>& ids) {
    const json* status = find(object, "status");
    if (status == nullptr) {
      return;
    }
    if (word(*status, below(path, "status"), {"stated", kInferred}) == kInferred) {
      ids.emplace_back(kInferred);
    }
  }

  // Reads {"value": ..., "sources": [...]} at `key`; nothing where the key is absent.
  template <typename ReadValue>
  auto fact(const json& owner, const std::string& owner_path, std::string_view key, ReadValue read)
      -> std::optional<Sourced<typename decltype(read(std::declval<const json&>(),
                                                      std::string()))::value_type>> {
    using Value = typename decltype(read(std::declval<const json&>(), std::string()))::value_type;
    const json* member = find(owner, key);
    if (member == nullptr) {
      return std::nullopt;
    }
    const std::string path = below(owner_path, key);
    if (!is_object(*member, path)) {
      return std::nullopt;
    }
    only(*member, path, {"value", "sources", "status", "note"});
    check_text(*member, path, "note");
    const json* value = find(*member, "value");
    if (value == nullptr) {
      refuse(below(path, "value"), "missing, leave out the whole fact when it is not known");
      return std::nullopt;
    }
    std::optional<Value> content = read(*value, below(path, "value"));
    std::vector<std::string> sources = source_ids(*member, path);
    if (sources.empty()) {
      refuse(below(path, "sources"), "missing, each fact names a source");
    }
    add_status(*member, path, sources);
    if (!content) {
      return std::nullopt;
    }
    return Sourced<Value>{*std::move(content), std::move(sources)};
  }

  auto text_reader() {
    return [this](const json& value, const std::string& path) { return text(value, path); };
  }

  std::optional<State> state(const json& value, const std::string& path) {
    if (!is_object(value, path)) {
      return std::nullopt;
    }
    only(value, path, {"name", "iso"});
    const std::optional<std::string> name = needed_text(value, path, "name");
    const std::string iso = optional_text(value, path, "iso");
    if (!iso.empty() && (iso.size() != 3 || !std::all_of(iso.begin(), iso.end(), is_upper))) {
      refuse(below(path, "iso"),
             in_quotes(iso) + " is not an ISO 3166-1 alpha-3 code, such as 'TUR'");
    }
    return State{name.value_or(""), iso};
  }

  std::optional<std::vector<State>> states(const json& value, const std::string& path) {
    if (!value.is_array()) {
      refuse(path, "not a list of States, write [{\"name\": \"Mali\", \"iso\": \"MLI\"}]");
      return std::nullopt;
    }
    std::vector<State> list;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::optional<State> one = state(value[i], below(path, i));
      if (one) {
        list.push_back(*one);
      }
    }
    return list;
  }

  int count(const json& object, const std::string& path, std::string_view key) {
    const json* value = find(object, key);
    if (value == nullptr) {
      refuse(below(path, key), "missing");
      return 0;
    }
    if (!value->is_number_integer() || value->get<std::int64_t>() < 0 ||
        value->get<std::int64_t>() > kMostVotes) {
      refuse(below(path, key), "not a number of votes");
      return 0;
    }
    return value->get<int>();
  }

  std::vector<State> voters(const json& object,
                            const std::string& path,
                            std::string_view key,
                            int counted,
                            std::set<std::string>& seen) {
    const json* value = find(object, key);
    if (value == nullptr) {
      return {};
    }
    const std::string list_path = below(path, key);
    std::vector<State> list = states(*value, list_path).value_or(std::vector<State>{});
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!seen.insert(list[i].name).second) {
        refuse(below(list_path, i), in_quotes(list[i].name) + " votes twice");
      }
    }
    if (list.size() != static_cast<std::size_t>(counted)) {
      refuse(list_path, "lists " + std::to_string(list.size()) + " States, the count is " +
                            std::to_string(counted));
    }
    return list;
  }

  std::optional<Vote> vote(const json& value, const std::string& path) {
    if (!is_object(value, path)) {
      return std::nullopt;
    }
    only(value, path,
         {"in_favour", "against", "abstaining", "voted_for", "voted_against", "abstained"});
    Vote result;
    result.in_favour = count(value, path, "in_favour");
    result.against = count(value, path, "against");
    result.abstaining = count(value, path, "abstaining");
    if (result.in_favour + result.against + result.abstaining == 0) {
      refuse(path, "nobody voted, leave the vote out");
    }
    std::set<std::string> seen;
    result.voted_for = voters(value, path, "voted_for", result.in_favour, seen);
    result.voted_against = voters(value, path, "voted_against", result.against, seen);
    result.abstained = voters(value, path, "abstained", result.abstaining, seen);
    return result;
  }

  std::optional<AgendaItem> agenda_item(const json& value, const std::string& path) {
    if (!is_object(value, path)) {
      return std::nullopt;
    }
    only(value, path, {"number", "title"});
    return AgendaItem{needed_text(value, path, "number").value_or(""),
                      optional_text(value, path, "title")};
  }

  std::optional<CommitteeReport> committee_report(const json& value, const std::string& path) {
    if (!is_object(value, path)) {
      return std::nullopt;
    }
    only(value, path, {"symbol", "pinpoint"});
    std::optional<Symbol> report = needed_symbol(value, path, "symbol");
    if (!report) {
      return std::nullopt;
    }
    return CommitteeReport{*std::move(report), optional_text(value, path, "pinpoint")};
  }
  // The session is part of the symbol, so it is compared and not kept.
  std::optional<std::string> session(const json& value,
                                     const std::string& path,
                                     const Symbol& of_work) {
    std::string given;
    if (value.is_number_unsigned()) {
      given = value.dump();
    } else {
      given = text(value, path).value_or("");
    }
    const Session known = of_work.session();
    if (known.kind != SessionKind::None && given != session_text(known)) {
      refuse(path, in_quotes(given) + " is not the session of " + in_quotes(of_work.canonical()));
    }
    return given;
  }

  void read_works(const json& document) {
    const json* works = find(document, "works");
    if (works == nullptr || !works->is_array()) {
      refuse("works", "missing or no list, write \"works\": [ ... ]");
      return;
    }
    for (std::size_t i = 0; i < works->size() && !problem(); ++i) {
      read_work((*works)[i], below("works", i));
    }
  }

  void claim(const Symbol& name, const std::string& path, const std::string& work_path) {
    const auto [place, is_new] = claimed_.emplace(name, work_path);
    if (!is_new) {
      refuse(path, in_quotes(name.canonical()) + " is already named by " + place->second);
    }
  }

  void read_work(const json& value, const std::string& path) {
    if (!is_object(value, path)) {
      return;
    }
    only(value, path,
         {"symbol", "kind", "aliases", "session", "date", "title", "description", "agenda_item",
          "committee", "committee_report", "draft", "meeting", "adoption", "vote", "sponsors",
          "additional_sponsors", "citations", "links", "note"});
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
    facts.adoption = fact(value, path, "adoption", [this](const json& v, const std::string& at) {
      return word(v, at, {"without a vote", "recorded vote"});
    });
    facts.vote = fact(value, path, "vote",
                      [this](const json& v, const std::string& at) { return vote(v, at); });
    if (facts.vote && facts.adoption && facts.adoption->value == "without a vote") {
      refuse(below(path, "vote"), "stands beside an adoption without a vote");
    }
    const auto read_states = [this](const json& v, const std::string& at) { return states(v, at); };
    facts.sponsors = fact(value, path, "sponsors", read_states);
    facts.additional_sponsors = fact(value, path, "additional_sponsors", read_states);
    read_citations(value, path, facts);
    read_links(value, path, *name);
    catalogue_.works.push_back(std::move(facts));
  }

  void check_kind(const json& work, const std::string& path, const Symbol& name) {
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

  void read_aliases(const json& work, const std::string& path, WorkFacts& facts) {
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

  void read_citations(const json& work, const std::string& work_path, WorkFacts& facts) {
    const json* citations = find(work, "citations");
    if (citations == nullptr) {
      return;
    }
    const std::string path = below(work_path, "citations");
    if (!is_object(*citations, path)) {
      return;
    }
    only(*citations, path, {"status", "sources", "note", "list"});
    check_text(*citations, path, "note");
    const json* status = find(*citations, "status");
    if (status == nullptr) {
      refuse(below(path, "status"), "missing, write 'known', 'partial' or 'unknown'");
      return;
    }
    const std::string how =
        word(*status, below(path, "status"), {"known", "partial", "unknown"}).value_or("unknown");
    facts.list_status = how == "known"     ? ListStatus::Known
                        : how == "partial" ? ListStatus::Partial
                                           : ListStatus::Unknown;
    facts.list_sources = source_ids(*citations, path);
    const json* list = find(*citations, "list");
    if (list == nullptr) {
      if (facts.list_status == ListStatus::Known) {
        refuse(below(path, "list"), "missing, a known list is written out, [] if nothing is cited");
      }
      return;
    }
    const std::string list_path = below(path, "list");
    if (!list->is_array()) {
      refuse(list_path, "not a list of citations, write [ ... ]");
      return;
    }
    if (facts.list_status == ListStatus::Unknown && !list->empty()) {
      refuse(below(path, "status"), "'unknown' beside a list, write 'partial' or 'known'");
    }
    if (facts.list_status != ListStatus::Unknown && facts.list_sources.empty()) {
      refuse(below(path, "sources"), "missing, a citation list names its source");
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
      read_citation((*list)[i], below(list_path, i), facts);
    }
  }

  void read_citation(const json& line, const std::string& path, const WorkFacts& facts) {
    if (!is_object(line, path)) {
      return;
    }
    only(line, path,
         {"target", "description", "kind", "by", "relation", "verb", "date", "place", "clause",
          "pinpoint", "sources", "status", "note"});
    check_text(line, path, "note");
    Citation citation;
    citation.mention = mention_of(line, path, facts.symbol, EdgeClass::Citation);
    Mention& mention = citation.mention;
    read_target(line, path, mention);
    if (const json* by = find(line, "by"); by != nullptr) {
      const auto name = text(*by, below(path, "by"));
      const std::optional<FoundBy> found = name ? found_by_named(*name) : std::nullopt;
      if (name && !found) {
        refuse(below(path, "by"),
               in_quotes(*name) + " is none of 'symbol', 'name', 'back-reference', 'series'");
      }
      mention.by = found.value_or(FoundBy::Symbol);
    }
    mention.verb = optional_text(line, path, "verb");
    if (const json* day = find(line, "date"); day != nullptr) {
      mention.date = date(*day, below(path, "date"));
    }
    if (find(line, "clause") != nullptr) {
      mention.clause = place(line, path, "clause");
    }
    mention.pinpoint = optional_text(line, path, "pinpoint");
    std::vector<std::string> ids = source_ids(line, path);
    if (ids.empty()) {
      ids = facts.list_sources;
    }
    add_status(line, path, ids);
    citation.source = joined(ids);
    catalogue_.citations.push_back(std::move(citation));
  }

  // The target, or for null the description of what the text names without a number.
  void read_target(const json& line, const std::string& path, Mention& mention) {
    const json* target = find(line, "target");
    if (target == nullptr) {
      refuse(below(path, "target"), "missing, write a symbol, or null beside a description");
      return;
    }
    if (!target->is_null()) {
      mention.target = symbol(*target, below(path, "target"));
      for (const std::string_view key : {"description", "kind"}) {
        if (find(line, key) != nullptr) {
          refuse(below(path, key), "stands only beside a target of null");
        }
      }
      if (mention.target) {
        mention.kind = mention.target->kind();
        if (mention.target == mention.document) {
          refuse(below(path, "target"), "the work itself");
        }
      }
      return;
    }
    mention.status = MentionStatus::Unresolved;
    mention.quote = needed_text(line, path, "description").value_or("");
    if (const json* value = find(line, "kind"); value != nullptr) {
      mention.kind = kind(*value, below(path, "kind")).value_or(WorkKind::Resolution);
    }
  }

  // Links that no text draws: mandates, reports, successions.
  void read_links(const json& work, const std::string& work_path, const Symbol& name) {
    const json* links = find(work, "links");
    if (links == nullptr) {
      return;
    }
    const std::string list_path = below(work_path, "links");
    if (!links->is_array()) {
      refuse(list_path, "not a list of links, write [ ... ]");
      return;
    }
    for (std::size_t i = 0; i < links->size(); ++i) {
      const json& line = (*links)[i];
      const std::string path = below(list_path, i);
      if (!is_object(line, path)) {
        return;
      }
      only(line, path, {"relation", "target", "place", "sources", "status", "note"});
      check_text(line, path, "note");
      Citation citation;
      citation.mention = mention_of(line, path, name, EdgeClass::Institutional);
      citation.mention.target = needed_symbol(line, path, "target");
      if (citation.mention.target) {
        citation.mention.kind = citation.mention.target->kind();
        if (*citation.mention.target == name) {
          refuse(below(path, "target"), "the work itself");
        }
      }
      std::vector<std::string> ids = source_ids(line, path);
      if (ids.empty()) {
        refuse(below(path, "sources"), "missing, each link names a source");
      }
      add_status(line, path, ids);
      citation.source = joined(ids);
      catalogue_.citations.push_back(std::move(citation));
    }
  }

  // What citations and links have in common: citing work, file, relation and place.
  Mention mention_of(const json& line,
                     const std::string& path,
                     const Symbol& document,
                     EdgeClass wanted) {
    Mention mention;
    mention.document = document;
    mention.file = file();
    mention.relation = relation(line, path, wanted);
    mention.place = place(line, path, "place");
    mention.clause = mention.place;
    return mention;
  }

  Relation relation(const json& line, const std::string& path, EdgeClass wanted) {
    const std::optional<std::string> name = needed_text(line, path, "relation");
    if (!name) {
      return Relation::Cites;
    }
    const std::optional<Relation> found = relation_named(*name);
    if (!found) {
      std::vector<std::string_view> names;
      for (const RelationRow& known : relation_table()) {
        names.push_back(known.name);
      }
      refuse(below(path, "relation"),
             in_quotes(*name) + " is not a relation" + suggestion(*name, names));
      return Relation::Cites;
    }
    if (row(*found).edge_class != wanted) {
      refuse(below(path, "relation"),
             in_quotes(*name) + (wanted == EdgeClass::Citation
                                     ? " is no citation, it belongs into \"links\""
                                     : " is a citation, it belongs into \"citations\""));
    }
    return *found;
  }

  // The place at `key`, "" where the key is absent.
  std::string place(const json& line, const std::string& path, std::string_view key) {
    std::string given = optional_text(line, path, key);
    if (!given.empty() && !is_place(given)) {
      refuse(below(path, key),
             in_quotes(given) + " is not a place, write it as pp1, op3(a) or fn1");
    }
    return given;
  }

  static std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) {
      text += (text.empty() ? "" : ", ") + id;
    }
    return text;
  }

  StoredCatalogue catalogue_;
  std::set<std::string, std::less<>> source_ids_;
  std::map<Symbol, std::string> claimed_;  // symbols and aliases, with the path of their work
};

}  // namespace

Result<StoredCatalogue> read_catalogue(std::string_view name, std::string_view json_text) {
  const Result<json> document = parse_json(name, json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  return CatalogueReader(name).read(*document);
}

}  // namespace lineage::ingest
