// The state of one reading of a catalogue. Only read_catalogue() makes one.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "graph/mention.h"
#include "graph/relation.h"
#include "graph/result.h"
#include "graph/symbol.h"
#include "graph/work.h"
#include "ingest/readers/catalogue.h"
#include "ingest/readers/catalogue_values.h"

namespace lineage::ingest {

// The source id that stands behind a fact's own ones when the fact joins two seen facts.
inline constexpr std::string_view kInferred = "inferred";

// Reads one parsed catalogue. The first thing that does not fit is kept and everything after it is
// of no account, so the functions below may go on with an empty value.
class CatalogueReader : private CatalogueValues {
 public:
  explicit CatalogueReader(std::string_view name) : CatalogueValues(name) {
    catalogue_.file = name;
  }
  Result<StoredCatalogue> read(const json& document);

 private:
  // Sources, works and facts: catalogue.cc.
  [[nodiscard]] tl::unexpected<Error> refused(const std::string& path, std::string_view what) const;
  void read_sources(const json& document);
  // The ids at "sources", none where the key is absent.
  std::vector<std::string> source_ids(const json& object, const std::string& path);
  // Appends "inferred" where the fact says so.
  void add_status(const json& object, const std::string& path, std::vector<std::string>& ids);
  void read_works(const json& document);
  void claim(const Symbol& name, const std::string& path, const std::string& work_path);
  void read_work(const json& value, const std::string& path);
  void read_votes(const json& work, const std::string& path, WorkFacts& facts);
  void check_kind(const json& work, const std::string& path, const Symbol& name);
  void read_aliases(const json& work, const std::string& path, WorkFacts& facts);
  // Reads {"value": ..., "sources": [...]} at `key`; nothing where the key is absent.
  template <typename ReadValue>
  auto fact(const json& owner, const std::string& owner_path, std::string_view key, ReadValue read)
      -> std::optional<
          Sourced<typename decltype(read(std::declval<const json&>(), std::string()))::value_type>>;
  // What fact() reads a text with.
  auto text_reader() {
    return [this](const json& value, const std::string& path) { return text(value, path); };
  }

  // Bodies and tracks: catalogue_bodies.cc.
  void read_bodies(const json& document);
  void read_body(const json& value, const std::string& path);
  void read_body_facts(const json& value, const std::string& path, WorkFacts& facts);
  // "2014-2015", or "2026-" for a body that goes on.
  std::optional<std::string> years(const json& value, const std::string& path);
  void read_body_links(const json& body, const std::string& path, const Symbol& name);
  void read_tracks(const json& document);
  void read_track(const json& value, const std::string& path);
  void read_members(const json& track, const std::string& path, const Symbol& name);
  // A symbol that is made of a word before its name: '@' for a body, "track:" for a track.
  std::optional<Symbol> claimed_id(const json& value,
                                   const std::string& path,
                                   std::string_view before,
                                   WorkKind kind);

  // Citation lists and links between bodies and mandates: catalogue_citations.cc.
  void read_citations(const json& work, const std::string& work_path, WorkFacts& facts);
  void read_citation(const json& line, const std::string& path, const WorkFacts& facts);
  // The target, or for null the description of what the text names without a number.
  void read_target(const json& line, const std::string& path, Mention& mention);
  // Links that no text draws: mandates, reports, successions.
  void read_links(const json& work, const std::string& work_path, const Symbol& name);
  // What citations and links have in common: citing work, file, relation and place.
  Mention mention_of(const json& line,
                     const std::string& path,
                     const Symbol& document,
                     EdgeClass wanted);
  Relation relation(const json& line, const std::string& path, EdgeClass wanted);
  // The place at `key`, "" where the key is absent.
  std::string place(const json& line, const std::string& path, std::string_view key);
  static std::string joined(const std::vector<std::string>& ids);

  StoredCatalogue catalogue_;
  std::set<std::string, std::less<>> source_ids_;
  std::map<Symbol, std::string> claimed_;  // symbols and aliases, with the path of their work
};

}  // namespace lineage::ingest
