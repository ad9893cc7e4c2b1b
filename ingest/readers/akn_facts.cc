#include "ingest/readers/akn_facts.h"

#include <array>
#include <charconv>
#include <utility>

#include "ingest/readers/fact_words.h"
#include "ingest/readers/state_names.h"

namespace lineage::ingest {
namespace {

struct Name {
  std::string_view id;
  std::string_view name;
};

constexpr std::array<Name, 7> kLanguageCodes{{{"ara", "ar"},
                                              {"eng", "en"},
                                              {"fra", "fr"},
                                              {"rus", "ru"},
                                              {"spa", "es"},
                                              {"zho", "zh"},
                                              {"chi", "zh"}}};

template <std::size_t Size>
std::string_view name_in(const std::array<Name, Size>& table, std::string_view id) {
  for (const Name& row : table) {
    if (row.id == id) {
      return row.name;
    }
  }
  return {};
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

void AknFacts::begin(std::string_view name, std::span<const XmlAttribute> attributes) {
  if (name == "FRBRWork") {
    in_work_ = true;
  } else if (name == "FRBRuri" && in_work_) {
    name_work(value_of(attributes, "value"));
  } else if (name == "FRBRdate" && in_work_ && value_of(attributes, "name") == "adoption") {
    seen_.date = Date::from_iso(value_of(attributes, "date"));
  } else if (name == "FRBRlanguage") {
    language_ = language_named(name_in(kLanguageCodes, value_of(attributes, "language")));
  } else if (name == "step") {
    step(attributes);
  } else if (name == "keyword") {
    keyword(attributes);
  } else if (name == "voting") {
    seen_.voting = value_of(attributes, "outcome");
  } else if (name == "count") {
    seen_.counts.push_back({std::string(value_of(attributes, "refersTo")),
                            number_of(value_of(attributes, "value")),
                            {}});
  } else if (name == "docProponent") {
    seen_.committee = committee_of(value_of(attributes, "refersTo"));
  } else if (name == "docNumber") {
    in_number_ = value_of(attributes, "refersTo") == "#symbol";
  } else if (name == "docTitle") {
    in_title_ = value_of(attributes, "refersTo") == "#resolutionTitle";
  }
}

void AknFacts::end(std::string_view name, std::string_view words) {
  if (name == "FRBRWork") {
    in_work_ = false;
  } else if (name == "organization" && !seen_.counts.empty()) {
    seen_.counts.back().names.push_back(one_line(words));
  } else if (name == "docNumber" && std::exchange(in_number_, false)) {
    if (const auto symbol = Symbol::parse(one_line(words))) {
      seen_.symbol = described_work(*symbol);
    }
  } else if (name == "docTitle" && std::exchange(in_title_, false)) {
    seen_.title = one_line(words);
  } else if (name == "statement" || name == "documentCollection") {
    end_work();
  }
}

void AknFacts::step(std::span<const XmlAttribute> attributes) {
  const std::string_view outcome = value_of(attributes, "outcome");
  const std::string as(value_of(attributes, "as"));
  const std::string by = one_line(value_of(attributes, "by"));
  if (outcome == "draftResolution") {
    seen_.draft = as;
    seen_.sponsors = by;
  } else if (outcome == "draftResolutionAdditionalSponsors") {
    seen_.additional_sponsors = by;
  } else if (outcome == "recommendedForAdoption") {
    seen_.report = as;
    seen_.report_paragraph = value_of(attributes, "refersTo");
  } else if (outcome == "adopted") {
    seen_.meeting = as;
  }
}

void AknFacts::keyword(std::span<const XmlAttribute> attributes) {
  const std::string_view dictionary = value_of(attributes, "dictionary");
  if (value_of(attributes, "refersTo") == "agenda") {
    // Of several the first, or what is said of it more closely.
    std::string number = agenda_number_of(value_of(attributes, "value"));
    if (seen_.agenda_number.empty() || is_agenda_part(seen_.agenda_number, number)) {
      seen_.agenda_number = std::move(number);
      seen_.agenda_title = one_line(value_of(attributes, "showAs"));
      if (seen_.agenda_title.ends_with('.')) {
        seen_.agenda_title.pop_back();
      }
    }
  } else if (is_subject_list(dictionary)) {
    seen_.subjects.push_back(one_line(value_of(attributes, "showAs")));
  }
}

// "/akn/un/statement/deliberation/unga/2022-12-12/77-128A/" names A/RES/77/128[A].
void AknFacts::name_work(std::string_view uri) {
  constexpr std::string_view kAssembly = "/unga/";
  const std::size_t at = uri.find(kAssembly);
  if (at == std::string_view::npos || seen_.symbol) {
    return;
  }
  std::string_view rest = uri.substr(at + kAssembly.size());
  rest.remove_prefix(std::min(rest.find('/'), rest.size() - 1) + 1);  // the date
  std::string number(rest.substr(0, rest.find('/')));
  if (const auto dash = number.find('-'); dash != std::string::npos) {
    number[dash] = '/';
    if (const auto symbol = Symbol::parse("A/RES/" + number)) {
      seen_.symbol = described_work(*symbol);
    }
  }
}

void AknFacts::end_work() {
  const Seen seen = std::exchange(seen_, Seen{});
  if (!first_symbol_) {
    first_symbol_ = seen.symbol;
    first_date_ = seen.date;
    first_title_ = seen.title;
  }
  if (seen.symbol) {
    works_.push_back(facts_of(seen));
  }
}

WorkFacts AknFacts::facts_of(const Seen& seen) const {
  WorkFacts facts(*seen.symbol);
  const std::vector<std::string> sources{"AKN4UN metadata of " + seen.symbol->canonical()};
  const auto put = [&]<typename T>(std::optional<Sourced<T>>& fact, T value) {
    fact = Sourced<T>{std::move(value), sources};
  };
  const auto put_words = [&](std::optional<Sourced<std::string>>& fact, const std::string& words) {
    if (!words.empty()) {
      put(fact, words);
    }
  };
  if (seen.date) {
    put(facts.date, *seen.date);
  }
  if (language_ == Language::English) {  // titles of the other languages stand with their texts
    put_words(facts.title, seen.title);
  }
  put_words(facts.committee, seen.committee);
  put_words(facts.meeting, meeting_of(seen.meeting, *seen.symbol).value_or(""));
  if (!seen.agenda_number.empty()) {
    put(facts.agenda_item, AgendaItem{seen.agenda_number, seen.agenda_title});
  }
  if (const auto draft = Symbol::parse(seen.draft)) {
    put(facts.draft, *draft);
  }
  if (const auto report = Symbol::parse(seen.report)) {
    const std::string paragraph =
        seen.report_paragraph.empty() ? "" : "para. " + seen.report_paragraph;
    put(facts.committee_report, CommitteeReport{*report, paragraph});
  }
  if (auto states = states_of(std::string_view(seen.sponsors)); !states.empty()) {
    put(facts.sponsors, std::move(states));
  }
  if (auto states = states_of(std::string_view(seen.additional_sponsors)); !states.empty()) {
    put(facts.additional_sponsors, std::move(states));
  }
  if (!seen.subjects.empty()) {
    put(facts.subjects, seen.subjects);
  }
  Vote vote;
  for (const Count& count : seen.counts) {
    const bool in_favour = count.role == "inFavour";
    const bool against = count.role == "against";
    (in_favour ? vote.in_favour : against ? vote.against : vote.abstaining) = count.value;
    (in_favour ? vote.voted_for
     : against ? vote.voted_against
               : vote.abstained) = states_of(std::span(count.names));
  }
  // An export writes 0-0-0 where there was no vote.
  const bool voted = vote.in_favour + vote.against + vote.abstaining > 0;
  if (voted) {
    put(facts.vote, std::move(vote));
  }
  if (voted || seen.voting == "adoptedRecordedVote") {
    put(facts.adoption, std::string("recorded vote"));
  } else if (seen.voting == "adoptedWithoutVote") {
    put(facts.adoption, std::string("without a vote"));
  }
  return facts;
}

std::vector<WorkFacts> AknFacts::take() { return std::move(works_); }

}  // namespace lineage::ingest
