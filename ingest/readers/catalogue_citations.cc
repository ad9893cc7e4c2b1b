#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "graph/ascii.h"
#include "ingest/readers/catalogue_reader.h"

namespace lineage::ingest {
namespace {

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

}  // namespace

void CatalogueReader::read_citations(const json& work,
                                     const std::string& work_path,
                                     WorkFacts& facts) {
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

void CatalogueReader::read_citation(const json& line,
                                    const std::string& path,
                                    const WorkFacts& facts) {
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
void CatalogueReader::read_target(const json& line, const std::string& path, Mention& mention) {
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
void CatalogueReader::read_links(const json& work,
                                 const std::string& work_path,
                                 const Symbol& name) {
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
Mention CatalogueReader::mention_of(const json& line,
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

Relation CatalogueReader::relation(const json& line, const std::string& path, EdgeClass wanted) {
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
std::string CatalogueReader::place(const json& line,
                                   const std::string& path,
                                   std::string_view key) {
  std::string given = optional_text(line, path, key);
  if (!given.empty() && !is_place(given)) {
    refuse(below(path, key), in_quotes(given) + " is not a place, write it as pp1, op3(a) or fn1");
  }
  return given;
}

std::string CatalogueReader::joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) {
    text += (text.empty() ? "" : ", ") + id;
  }
  return text;
}

}  // namespace lineage::ingest
