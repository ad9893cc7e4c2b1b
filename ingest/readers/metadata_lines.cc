#include "ingest/readers/metadata_lines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "ingest/readers/fact_words.h"
#include "ingest/readers/json_document.h"
#include "ingest/readers/state_names.h"

namespace lineage::ingest {
namespace {

using nlohmann::json;

std::string text_at(const json& record, const char* key) {
  const auto found = record.find(key);
  return found != record.end() && found->is_string() ? one_line(found->get<std::string>())
                                                     : std::string{};
}

std::vector<std::string> texts_at(const json& record, const char* key) {
  std::vector<std::string> texts;
  if (const auto found = record.find(key); found != record.end() && found->is_array()) {
    for (const json& item : *found) {
      if (item.is_string()) {
        texts.push_back(item.get<std::string>());
      }
    }
  }
  return texts;
}

int count_at(const json& record, const char* key) {
  const std::string text = text_at(record, key);
  int count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

// "29 September 2023", or "2019-12-12 00:00:00".
std::optional<Date> date_of(const std::string& text) {
  if (const auto iso = Date::from_iso(std::string_view(text).substr(0, 10))) {
    return iso;
  }
  constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto space = text.find(' ');
  const auto last = text.rfind(' ');
  if (space == std::string::npos || last == space) {
    return std::nullopt;
  }
  int day = 0;
  int year = 0;
  std::from_chars(text.data(), text.data() + space, day);
  std::from_chars(text.data() + last + 1, text.data() + text.size(), year);
  const auto* const month =
      std::find(kMonths.begin(), kMonths.end(), text.substr(space + 1, last - space - 1));
  return month == kMonths.end()
             ? std::nullopt
             : Date::of(year, static_cast<int>(month - kMonths.begin()) + 1, day);
}

// "Agenda item 94" and "Agenda items 13 and 117": the first.
std::string agenda_number(const std::string& text) {
  const auto digit = std::find_if(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
  const std::string number(digit, text.end());
  return number.substr(0, std::min(number.find(" and "), number.find(", ")));
}

class MetadataRecord {
 public:
  MetadataRecord(const json& record, const Symbol& symbol)
      : record_(record), facts_(symbol), sources_{"metadata of " + symbol.canonical()} {}

  WorkFacts facts() {
    put_words(facts_.title, text_at(record_, "title"));
    if (const auto date = date_of(text_at(record_, "adoption_date"))) {
      put(facts_.date, *date);
    }
    if (std::string number = agenda_number(text_at(record_, "agenda_item")); !number.empty()) {
      put(facts_.agenda_item, AgendaItem{std::move(number), text_at(record_, "agenda_item_name")});
    }
    committee();
    if (auto meeting = meeting_of(text_at(record_, "pv"), facts_.symbol)) {
      put(facts_.meeting, std::move(*meeting));
    }
    subjects();
    origin();
    vote();
    states(facts_.sponsors, "sponsors");
    states(facts_.additional_sponsors, "additional_sponsors");
    return std::move(facts_);
  }

 private:
  template <typename T>
  void put(std::optional<Sourced<T>>& fact, T value) {
    fact = Sourced<T>{std::move(value), sources_};
  }
  void put_words(std::optional<Sourced<std::string>>& fact, std::string words) {
    if (!words.empty() && words != "N.A.") {
      put(fact, std::move(words));
    }
  }

  void committee() {
    const std::string words = text_at(record_, "committee");
    if (words.starts_with('#')) {
      put_words(facts_.committee, std::string(committee_of(words)));
    } else if (words.find("Without reference") == std::string::npos) {
      put_words(facts_.committee, words);
    }
  }

  // Pairs of a heading and its list; those of the agenda are no subjects.
  void subjects() {
    std::vector<std::string> headings;
    const auto pairs = record_.find("subjects");
    for (const json& pair : pairs == record_.end() ? json::array() : *pairs) {
      const bool is_pair =
          pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string();
      if (is_pair && is_subject_list(pair[1].get<std::string>())) {
        headings.push_back(one_line(pair[0].get<std::string>()));
      }
    }
    if (!headings.empty()) {
      put(facts_.subjects, std::move(headings));
    }
  }

  // The draft of a text that came straight to the plenary, else the committee's report.
  void origin() {
    const std::string text = text_at(record_, "originating_document");
    const auto symbol = Symbol::parse(text.substr(0, text.find(',')));
    if (!symbol) {
      return;
    }
    if (symbol->kind() == WorkKind::Draft) {
      put(facts_.draft, *symbol);
      return;
    }
    const std::string paragraph = text_at(record_, "report_paragraph");
    put(facts_.committee_report,
        CommitteeReport{*symbol,
                        paragraph.empty() || paragraph == "N.A." ? "" : "para. " + paragraph});
  }

  void vote() {
    Vote vote;
    vote.in_favour = count_at(record_, "MS_in_favour_count");
    vote.against = count_at(record_, "MS_against_count");
    vote.abstaining = count_at(record_, "MS_abstaining_count");
    if (vote.in_favour + vote.against + vote.abstaining <= 0) {  // 0-0-0: there was none
      if (text_at(record_, "adoption_type") == "Without a vote") {
        put(facts_.adoption, std::string("without a vote"));
      }
      return;
    }
    const auto named = [&](const char* key) {
      const std::vector<std::string> names = texts_at(record_, key);
      return states_of(std::span(names));
    };
    vote.voted_for = named("MS_in_favour");
    vote.voted_against = named("MS_against");
    vote.abstained = named("MS_abstaining");
    put(facts_.adoption, std::string("recorded vote"));
    put(facts_.vote, std::move(vote));
  }

  // A list of names is one of States when most of it is.
  void states(std::optional<Sourced<std::vector<State>>>& fact, const char* key) {
    const std::vector<std::string> names = texts_at(record_, key);
    std::vector<State> list = states_of(std::span(names));
    const auto known =
        std::count_if(list.begin(), list.end(), [](const State& s) { return !s.iso.empty(); });
    if (known * 2 > static_cast<std::ptrdiff_t>(list.size())) {
      put(fact, std::move(list));
    }
  }

  const json& record_;
  WorkFacts facts_;
  std::vector<std::string> sources_;
};

}  // namespace

bool is_metadata_lines(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 4096));
  return line.starts_with('{') && line.find("\"symbol\"") != std::string_view::npos &&
         line.find("\"adoption_date\"") != std::string_view::npos;
}

Result<SourceContent> read_metadata_lines(std::string_view name, std::string_view bytes) {
  StoredCatalogue catalogue;
  catalogue.file = name;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    const std::string place = "line " + std::to_string(number);
    const auto record = parse_json(place, line);
    if (!record) {
      return tl::unexpected<Error>(record.error());
    }
    const auto symbol = Symbol::parse(text_at(*record, "symbol"));
    if (!symbol) {
      return failure(ErrorCode::Malformed, place + " has no 'symbol' that can be read");
    }
    catalogue.works.push_back(MetadataRecord(*record, described_work(*symbol)).facts());
  }
  return SourceContent{std::nullopt, std::move(catalogue)};
}

}  // namespace lineage::ingest
