#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>
#include <tuple>
#include <utility>

#include "ingest/names/gazetteer.h"
#include "ingest/names/name_forms.h"
#include "ingest/names/name_years.h"
#include "ingest/text/bytes.h"
#include "ingest/text/normalize.h"
#include "ingest/words/lexicon.h"

namespace lineage::ingest {
namespace {

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_folded_space(text[at])) {
    ++at;
  }
  return at;
}

// A phrase held against a text: where it ends there, and how many of its bytes match.
struct PhraseMatch {
  std::size_t end = 0;
  std::size_t matched = 0;
  bool whole = false;
};

// White space of the phrase matches any white space, and where words are not set apart it may stand
// anywhere: "2030 年", a line's end.
PhraseMatch match_phrase(std::string_view text,
                         std::size_t at,
                         std::string_view phrase,
                         bool spaced) {
  const std::size_t begin = at;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == ' ') {
      const std::size_t behind = skip_white(text, at);
      if (behind == at && spaced) {
        return {at, i, false};
      }
      at = behind;
      continue;
    }
    at = spaced || at == begin ? at : skip_white(text, at);
    if (at >= text.size() || text[at] != phrase[i]) {
      return {at, i, false};
    }
    ++at;
  }
  return {at, phrase.size(), true};
}

// The highest bit of each byte below '0': white space, stops, quotes, hyphens, which end a word.
constexpr std::uint64_t breaks_in(std::uint64_t bytes) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kUpToDigits = 0x5050505050505050U;  // 0x80 - '0' in each byte
  return ~(bytes | ((bytes & ~kHigh) + kUpToDigits)) & kHigh;
}

// The bytes before the first break; all of them where there is none.
constexpr std::uint64_t before_break(std::uint64_t bytes, std::uint64_t breaks) {
  const std::uint64_t first = breaks & (~breaks + 1);
  return first == 0 ? bytes : bytes & ((first >> 7) - 1);
}

constexpr std::uint32_t slot_of(std::uint64_t bytes) {
  return static_cast<std::uint32_t>((bytes ^ (bytes >> 31)) * 0x9E3779B97F4A7C15U >> 51);
}

// By the first word, as far as sixteen bytes tell.
std::uint32_t slot_of_word(std::string_view text, std::size_t at) {
  const std::uint64_t first = eight_bytes(text, at);
  if (const std::uint64_t breaks = breaks_in(first); breaks != 0) {
    return slot_of(before_break(first, breaks));
  }
  if (at + 8 >= text.size()) {
    return slot_of(first);
  }
  const std::uint64_t next = eight_bytes(text, at + 8);
  return slot_of((first * 0xC2B2AE3D27D4EB4FU) ^ before_break(next, breaks_in(next)));
}

// By the first character: behind it white space may stand, as in "2030 年".
std::uint32_t slot_of_character(std::string_view text, std::size_t at) {
  return slot_of(eight_bytes(text, at) & 0xFFFFFF);
}

// Where the first word ends, as far as sixteen bytes tell; npos where it is longer.
std::size_t first_break(std::string_view text, std::size_t at) {
  for (const std::size_t ahead : {std::size_t{0}, std::size_t{8}}) {
    if (const std::uint64_t breaks = breaks_in(eight_bytes(text, at + ahead)); breaks != 0) {
      return std::min(at + ahead + static_cast<std::size_t>(std::countr_zero(breaks)) / 8,
                      text.size());
    }
  }
  return std::string_view::npos;
}

// One of 64, for the two bytes behind the first word and its white space.
unsigned follower(std::string_view text, std::size_t at) {
  return (four_bytes(text, at) & 0xFFFF) * 2654435761U >> 26;
}

// One static a language, so that a run pays for the languages that it meets.
template <Language kLanguage, typename Made>
const Made& made_once(const auto& make) {
  static const Made made = make(kLanguage);
  return made;
}

}  // namespace

const NameFinder& NameFinder::of(Language language) {
  const auto make = [](Language of) { return NameFinder(of); };
  switch (language) {
    case Language::Arabic:
      return made_once<Language::Arabic, NameFinder>(make);
    case Language::Chinese:
      return made_once<Language::Chinese, NameFinder>(make);
    case Language::French:
      return made_once<Language::French, NameFinder>(make);
    case Language::Russian:
      return made_once<Language::Russian, NameFinder>(make);
    case Language::Spanish:
      return made_once<Language::Spanish, NameFinder>(make);
    case Language::English:
      break;
  }
  return made_once<Language::English, NameFinder>(make);
}

NameFinder::NameFinder(Language language)
    : language_(language), spaced_(language_table(language).spaced) {
  for (const NameRow& row : name_rows()) {
    if (row.language == language) {
      add(row);
    }
  }
  std::exchange(by_text_, {});
  index();
}

void NameFinder::add(const NameRow& row) {
  const auto symbol = Symbol::parse(row.symbol);
  const std::optional<Symbol> work = symbol ? std::optional(*symbol) : std::nullopt;
  for (const std::string& form : name_forms(row.name)) {
    add_form(form, work);
  }
}

void NameFinder::add_form(std::string_view name, const std::optional<Symbol>& work) {
  DatedName parts = dated_name(fold_phrase(name));
  if (parts.head.empty() && parts.tail.starts_with(' ')) {
    parts.tail.erase(0, 1);  // a year stands before it, with any white space
  }
  const bool dated = !parts.year.empty();
  const auto [known, is_new] =
      by_text_.try_emplace(parts.head + (dated ? "{}" : "") + parts.tail, forms_.size());
  if (is_new) {
    forms_.push_back({parts.head, parts.tail, dated, {}, {}});
  }
  Form& form = forms_[known->second];
  if (!work) {
    return;  // of another work: found, and passed over
  }
  if (form.dated) {
    std::uint16_t year = 0;
    std::from_chars(parts.year.data(), parts.year.data() + parts.year.size(), year);
    form.years.push_back(year);
  }
  form.works.push_back(*work);
}

namespace {

// Behind the letters that may be glued to the front of a word, too.
std::vector<std::string_view> fronts_in(Language language) {
  std::vector<std::string_view> fronts{""};
  const auto& proclitics = Lexicon::of(language).proclitics();
  fronts.insert(fronts.end(), proclitics.begin(), proclitics.end());
  return fronts;
}

}  // namespace

std::vector<std::string> NameFinder::beginnings() const {
  std::vector<std::string> begins;
  for (const Form& form : forms_) {
    for (const std::string_view front : fronts_in(language_)) {
      begins.push_back(std::string(front).append(anchor_of(form)));
    }
  }
  return begins;
}

void NameFinder::index() {
  const std::vector<std::string_view> fronts = fronts_in(language_);
  std::vector<std::pair<std::uint32_t, Entry>> slots;
  std::string begin;
  followers_.assign(kSlots, 0);
  for (const Form& form : forms_) {
    for (const std::string_view front : fronts) {
      constexpr std::size_t kTelling = 16;  // bytes that slot() looks at
      begin.assign(front).append(anchor_of(form).substr(0, kTelling));
      const std::uint32_t at = slot(begin, 0);
      followers_[at] |= followers_of(begin);
      begins_with_sign_ = begins_with_sign_ || breaks_in(eight_bytes(begin, 0) & 0xFF) << 56 != 0;
      used_[at / 64] |= std::uint64_t{1} << (at % 64);
      slots.emplace_back(at, Entry{&form, front});
    }
  }
  std::stable_sort(slots.begin(), slots.end(), [](const auto& a, const auto& b) {
    const auto key = [](const auto& entry) {
      return std::tuple(entry.first, entry.second.front, anchor_of(*entry.second.form));
    };
    return key(a) < key(b);
  });
  slot_begin_.assign(kSlots + 1, 0);
  for (auto& [at, entry] : slots) {
    ++slot_begin_[at + 1];
    by_slot_.push_back(std::move(entry));
  }
  std::partial_sum(slot_begin_.begin(), slot_begin_.end(), slot_begin_.begin());
}

std::uint32_t NameFinder::slot(std::string_view text, std::size_t at) const {
  return spaced_ ? slot_of_word(text, at) : slot_of_character(text, at);
}

std::vector<FoundName> NameFinder::find(std::string_view lower, std::size_t from) const {
  std::vector<FoundName> found;
  if (!spaced_) {
    for (std::size_t at = from; at < lower.size(); at += char_length(lower, at)) {
      if (used(slot_of_character(lower, at))) {
        take_at(lower, at, found);
      }
    }
    return found;
  }
  find_at_words(lower, from, found);
  return found;
}

void NameFinder::find_at_words(std::string_view lower,
                               std::size_t from,
                               std::vector<FoundName>& found) const {
  std::uint64_t before = 1;
  for (std::size_t block = from; block < lower.size(); block += WordBits::kBytes) {
    const std::uint64_t ends = ends_at(lower, block);
    for (std::uint64_t at = starts(ends, before); at != 0; at &= at - 1) {
      take_word_at(lower, block + static_cast<std::size_t>(std::countr_zero(at)), found);
    }
    before = ends >> 63;
  }
}

void NameFinder::take_word_at(std::string_view lower,
                              std::size_t at,
                              std::vector<FoundName>& found) const {
  if (at >= lower.size()) {
    return;
  }
  const std::uint32_t slot = slot_of_word(lower, at);
  if (used(slot) && may_go_on(slot, lower, at)) {
    take_at(lower, at, found);
  }
}

// The ways in which a name goes on behind its first word: all where too few of its bytes tell.
std::uint64_t NameFinder::followers_of(std::string_view begin) {
  constexpr std::uint64_t kAll = ~std::uint64_t{0};
  const std::size_t end = first_break(begin, 0);
  if (end == std::string_view::npos || end + 2 >= begin.size() || begin[end] != ' ' ||
      begin[end + 2] == ' ') {
    return kAll;
  }
  return std::uint64_t{1} << follower(begin, end + 1);
}

bool NameFinder::may_go_on(std::uint32_t slot, std::string_view lower, std::size_t at) const {
  const std::size_t end = first_break(lower, at);
  if (end == std::string_view::npos || end >= lower.size() || !is_folded_space(lower[end])) {
    return true;
  }
  return (followers_[slot] >> follower(lower, skip_white(lower, end)) & 1) != 0;
}

void NameFinder::take_at(std::string_view lower,
                         std::size_t at,
                         std::vector<FoundName>& found) const {
  const Match match = longest_at(lower, at);
  if (match.form == nullptr || (!found.empty() && match.begin < found.back().end)) {
    return;
  }
  if (match.form->dated) {
    found.insert(found.end(), match.years.begin(), match.years.end());
  } else {
    found.push_back({static_cast<std::uint32_t>(match.begin), static_cast<std::uint32_t>(match.end),
                     match.form->works});
  }
}

// The forms of a slot stand by what they begin with: where one fails, those fail too that begin
// like it as far as the byte that did not match.
NameFinder::Match NameFinder::longest_at(std::string_view lower, std::size_t at) const {
  const std::uint32_t s = slot(lower, at);
  Match longest;
  std::string_view front;
  std::string_view failed;
  for (std::uint32_t i = slot_begin_[s]; i < slot_begin_[s + 1]; ++i) {
    const Entry& entry = by_slot_[i];
    const std::string_view anchor = anchor_of(*entry.form);
    if (entry.front == front && !failed.empty() && anchor.starts_with(failed)) {
      continue;
    }
    front = entry.front;
    failed = {};
    if (!lower.substr(at).starts_with(entry.front)) {
      continue;
    }
    const std::size_t begin = at + entry.front.size();
    const PhraseMatch phrase = match_phrase(lower, begin, anchor, spaced_);
    if (!phrase.whole) {
      failed = anchor.substr(0, phrase.matched + 1);
      continue;
    }
    Match candidate = match(*entry.form, lower, begin, phrase.end);
    const bool dated = candidate.form != nullptr && candidate.form->dated;
    if (candidate.end > longest.end || (dated && candidate.end == longest.end)) {
      longest = std::move(candidate);
    }
  }
  return longest;
}

bool NameFinder::ends_word(std::string_view lower, std::size_t end) const {
  return !spaced_ || end >= lower.size() || !is_word_byte(lower[end]) ||
         !is_word_byte(lower[end - 1]);
}

// `begin` and `end`: where the form's anchor stands.
NameFinder::Match NameFinder::match(const Form& form,
                                    std::string_view lower,
                                    std::size_t begin,
                                    std::size_t end) const {
  std::vector<std::size_t> years;
  if (form.dated && form.head.empty()) {
    std::size_t before = begin;
    while (before > 0 && is_folded_space(lower[before - 1])) {
      --before;
    }
    years = years_before(lower, before);
    begin = years.empty() ? begin : years.front();
  } else if (form.dated) {
    years = years_from(lower, spaced_ ? end : skip_white(lower, end));
    const PhraseMatch tail =
        years.empty() ? PhraseMatch{} : match_phrase(lower, years.back() + 4, form.tail, spaced_);
    if (!tail.whole) {
      return {};
    }
    end = tail.end;
  }
  if ((form.dated && years.empty()) || !ends_word(lower, end)) {
    return {};
  }
  return {&form, begin, end, names_of_years(form, lower, years, begin, end)};
}

// Each year of the list that a row has; the first name begins with the list, the last one ends it.
std::vector<FoundName> NameFinder::names_of_years(const Form& form,
                                                  std::string_view lower,
                                                  const std::vector<std::size_t>& years,
                                                  std::size_t begin,
                                                  std::size_t end) {
  std::vector<FoundName> names;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const auto row = std::find(form.years.begin(), form.years.end(), year_at(lower, years[i]));
    if (row != form.years.end()) {
      const auto work = static_cast<std::size_t>(row - form.years.begin());
      const std::size_t from = i == 0 ? begin : years[i];
      const std::size_t to = i + 1 == years.size() ? end : years[i] + 4;
      names.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to),
                       std::span(form.works).subspan(work, 1)});
    }
  }
  return names;
}

}  // namespace lineage::ingest
