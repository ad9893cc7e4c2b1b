#include "ingest/readers/catalogue_values.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "graph/ascii.h"

namespace lineage::ingest {
namespace {

constexpr std::int64_t kMostVotes = 1000;  // more than any body has members

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

}  // namespace

std::optional<State> CatalogueValues::state(const json& value, const std::string& path) {
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

std::optional<std::vector<State>> CatalogueValues::states(const json& value,
                                                          const std::string& path) {
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

int CatalogueValues::count(const json& object, const std::string& path, std::string_view key) {
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

std::vector<State> CatalogueValues::voters(const json& object,
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

std::optional<Vote> CatalogueValues::vote(const json& value, const std::string& path) {
  std::optional<CommitteeVote> vote = committee_vote(value, path);
  if (!vote) {
    return std::nullopt;
  }
  if (!vote->abstaining) {
    refuse(below(path, "abstaining"), "missing");
  }
  return Vote{.in_favour = vote->in_favour,
              .against = vote->against,
              .abstaining = vote->abstaining.value_or(0),
              .voted_for = std::move(vote->voted_for),
              .voted_against = std::move(vote->voted_against),
              .abstained = std::move(vote->abstained)};
}

std::optional<CommitteeVote> CatalogueValues::committee_vote(const json& value,
                                                             const std::string& path) {
  if (!is_object(value, path)) {
    return std::nullopt;
  }
  only(value, path,
       {"in_favour", "against", "abstaining", "voted_for", "voted_against", "abstained"});
  CommitteeVote result;
  result.in_favour = count(value, path, "in_favour");
  result.against = count(value, path, "against");
  if (find(value, "abstaining") != nullptr) {
    result.abstaining = count(value, path, "abstaining");
  } else if (find(value, "abstained") != nullptr) {
    refuse(below(path, "abstained"), "stands without the count, 'abstaining'");
  }
  if (result.in_favour + result.against + result.abstaining.value_or(0) == 0) {
    refuse(path, "nobody voted, leave the vote out");
  }
  std::set<std::string> seen;
  result.voted_for = voters(value, path, "voted_for", result.in_favour, seen);
  result.voted_against = voters(value, path, "voted_against", result.against, seen);
  result.abstained = voters(value, path, "abstained", result.abstaining.value_or(0), seen);
  return result;
}

std::optional<AgendaItem> CatalogueValues::agenda_item(const json& value, const std::string& path) {
  if (!is_object(value, path)) {
    return std::nullopt;
  }
  only(value, path, {"number", "title"});
  return AgendaItem{needed_text(value, path, "number").value_or(""),
                    optional_text(value, path, "title")};
}

std::optional<CommitteeReport> CatalogueValues::committee_report(const json& value,
                                                                 const std::string& path) {
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
std::optional<std::string> CatalogueValues::session(const json& value,
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

}  // namespace lineage::ingest
