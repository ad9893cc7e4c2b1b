#include "ingest/words/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// Bytes of `text` from `at` that match `phrase`, where a space of the phrase matches any white
// space; nothing for no match.
std::optional<std::size_t> match_length(std::string_view text,
                                        std::size_t at,
                                        std::string_view phrase) {
  std::size_t same = 0;
  while (same < phrase.size() && at + same < text.size() && text[at + same] == phrase[same]) {
    ++same;
  }
  if (same == phrase.size()) {
    return same;
  }
  // Only white space may be printed otherwise.
  if (at + same >= text.size() || !is_folded_space(text[at + same])) {
    return std::nullopt;
  }
  std::size_t i = at;
  for (const char c : phrase) {
    if (i >= text.size()) {
      return std::nullopt;
    }
    if (c == ' ') {
      const std::size_t start = i;
      while (i < text.size() && is_folded_space(text[i])) {
        ++i;
      }
      if (i == start) {
        return std::nullopt;
      }
    } else if (text[i] == c) {
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return i - at;
}

}  // namespace

// One static a language, so that a run pays for the languages that it meets: building all six took
// longer than reading a short text.
const Lexicon& Lexicon::of(Language language) {
  const auto made = []<Language kLanguage>() -> const Lexicon& {
    static const Lexicon lexicon(language_table(kLanguage));
    return lexicon;
  };
  switch (language) {
    case Language::Arabic:
      return made.operator()<Language::Arabic>();
    case Language::Chinese:
      return made.operator()<Language::Chinese>();
    case Language::French:
      return made.operator()<Language::French>();
    case Language::Russian:
      return made.operator()<Language::Russian>();
    case Language::Spanish:
      return made.operator()<Language::Spanish>();
    case Language::English:
      break;
  }
  return made.operator()<Language::English>();
}

LexiconEntry& Lexicon::entry(std::string_view phrase) {
  const std::string folded = fold_phrase(phrase);
  const auto [known, is_new] = by_phrase_.try_emplace(folded, entries_.size());
  return is_new ? entries_.emplace_back(LexiconEntry{.phrase = folded}) : entries_[known->second];
}

Lexicon::Lexicon(const LanguageTable& table) : table_(&table) {
  for (const MonthRow& row : table.months) {
    entry(row.name).month = row.month;
  }
  for (const HeadRow& row : table.heads) {
    entry(row.word).head = &row;
  }
  for (const OrganRow& row : table.organs) {
    entry(row.name).organ = &row;
  }
  for (const CueRow& row : table.cues) {
    entry(row.phrase).cue = &row;
  }
  for (const TieGroup& group : table.ties) {
    add_ties(group);
  }
  for (const PartRow& row : table.parts) {
    entry(row.word).part = &row;
  }
  for (const OrdinalRow& row : table.ordinals) {
    entry(row.word).ordinal = row.number;
  }
  for (const LetterRow& row : table.letters) {
    entry(row.written).letter = row.letter;
  }
  for (const WordRow& row : table.words) {
    entry(row.phrase).words |= std::uint64_t{1} << static_cast<unsigned>(row.word);
  }
  for (const OpeningRow& row : table.openings) {
    entry(row.phrase).opening = &row;
  }
  name_organs_of_openings();
  for (const InstrumentRow& row : table.instruments) {
    entry(row.name).instrument = &row;
  }
  for (const NearRow& row : table.near) {
    near_[static_cast<std::size_t>(row.near)].push_back(fold_phrase(row.word));
  }
  for (const std::string_view proclitic : table.proclitics) {
    proclitics_.push_back(fold_phrase(proclitic));
  }
  std::sort(proclitics_.begin(), proclitics_.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  for (const std::string& proclitic : proclitics_) {
    if (proclitic.size() >= 2) {
      proclitics_by_byte_[static_cast<unsigned char>(proclitic[1])].push_back(proclitic);
    }
  }
  index();
}

void Lexicon::add_ties(const TieGroup& group) {
  for (const std::string_view pattern : group.patterns) {
    const std::size_t place = pattern.find('%');
    for (const std::string_view stem : group.stems) {
      for (const std::string_view ending : group.endings) {
        std::string phrase(pattern);
        phrase.replace(place, 1, std::string(stem).append(ending));
        LexiconEntry& known = entry(phrase);
        if (known.cue == nullptr) {
          tie_phrases_.push_back(std::move(phrase));
          ties_.push_back({tie_phrases_.back(), group.relation, group.scope});
          known.cue = &ties_.back();
        }
      }
    }
  }
}

// "The Human Rights Council" opens a body, and in the middle of a sentence it names the organ.
void Lexicon::name_organs_of_openings() {
  for (LexiconEntry& known : entries_) {
    if (known.opening == nullptr || known.organ != nullptr) {
      continue;
    }
    for (const OrganRow& row : table_->organs) {
      if (row.organ == known.opening->organ && known.phrase.ends_with(fold_phrase(row.name))) {
        known.organ = &row;
      }
    }
  }
}

void Lexicon::index() {
  follower_bytes_ = table_->spaced ? 2 : 3;  // two Latin letters or one of another alphabet
  struct Place {
    std::uint32_t slot;
    std::string_view word;
    std::uint32_t entry;
  };
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const std::string_view phrase = entries_[i].phrase;
    const std::size_t unit = first_unit(phrase, 0);
    places.push_back({key_of(phrase, 0, unit).slot(unit), phrase.substr(0, unit), i});
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    const std::string& left = entries_[a.entry].phrase;
    const std::string& right = entries_[b.entry].phrase;
    return std::tuple(a.slot, a.word, right.size(), std::string_view(left)) <
           std::tuple(b.slot, b.word, left.size(), std::string_view(right));
  });
  std::vector<std::uint32_t> together;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    const Place* next = i + 1 < places.size() ? &places[i + 1] : nullptr;
    together.push_back(place.entry);
    if (next != nullptr && next->word == place.word) {
      continue;
    }
    std::uint64_t& bits = used_[place.slot / 64];
    const std::uint64_t bit = std::uint64_t{1} << (place.slot % 64);
    if ((bits & bit) == 0) {
      bits |= bit;
      word_at_[place.slot] = static_cast<std::uint16_t>(words_.size());
    }
    add_word(together);
    words_.back().last = next == nullptr || next->slot != place.slot;
    together.clear();
  }
  std::exchange(by_phrase_, {});
  index_ways();
  index_announcers();
}

// `entries` stand longest first, and so do those of every range.
void Lexicon::add_word(std::span<const std::uint32_t> entries) {
  std::vector<Candidate> glued;
  std::vector<Candidate> apart;
  const std::string& first = entries_[entries.front()].phrase;
  const std::size_t length = first_unit(first, 0);
  const WordKey key = key_of(first, 0, length);
  FirstWord word;
  word.head = key.head;
  word.tail = key.tail;
  word.length = static_cast<std::uint32_t>(length);
  word.bytes = first.data();
  first_bytes_.set(static_cast<unsigned char>(first.front()));
  for (const std::uint32_t entry : entries) {
    const std::string_view phrase = entries_[entry].phrase;
    if (length == phrase.size()) {
      word.lone = &entries_[entry];
    } else {
      (phrase[length] == ' ' ? apart : glued).push_back(candidate_of(entry));
    }
  }
  words_.push_back(word);
  add_followers(glued, false, words_.back().glued);
  add_followers(apart, true, words_.back().apart);
}

// A range for each way, and in each those phrases too of which too few letters follow to tell.
void Lexicon::add_followers(const std::vector<Candidate>& candidates,
                            bool apart,
                            FirstWord::Followers& followers) {
  const std::uint32_t told = first_bytes(~std::uint32_t{0}, follower_bytes_);
  const auto is_told = [&](const Candidate& c) { return (c.mask & told) == told; };
  const auto add_range = [&](const auto& belongs) {
    const auto begin = static_cast<std::uint32_t>(candidates_.size());
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(candidates_), belongs);
    return Range{begin, static_cast<std::uint32_t>(candidates_.size())};
  };
  followers.any = !candidates.empty();
  followers.untold = add_range([&](const Candidate& c) { return !is_told(c); });
  std::set<std::uint64_t> ways;
  for (const Candidate& candidate : candidates) {
    const std::uint64_t key = way(&words_.back(), apart, candidate.next);
    if (is_told(candidate) && ways.insert(key).second) {
      new_ways_.push_back({key, add_range([&](const Candidate& c) {
                             return !is_told(c) || way(&words_.back(), apart, c.next) == key;
                           })});
    }
  }
}

void Lexicon::index_ways() {
  const std::size_t size = std::bit_ceil(new_ways_.size() * 4 + 2);
  ways_.resize(size);
  ways_shift_ = 64U - static_cast<unsigned>(std::countr_zero(size));
  for (const Way& made : std::exchange(new_ways_, {})) {
    std::size_t place = place_of(made.key);
    while (ways_[place].key != 0) {
      place = (place + 1) & (size - 1);
    }
    ways_[place] = made;
  }
}

Lexicon::Candidate Lexicon::candidate_of(std::uint32_t entry) const {
  const std::string_view phrase = entries_[entry].phrase;
  std::string_view rest = phrase.substr(first_unit(phrase, 0));
  if (rest.front() == ' ') {
    rest.remove_prefix(1);
  }
  // A space of the phrase may be a longer one in print.
  rest = rest.substr(0, std::min<std::size_t>(rest.find(' '), 4));
  const std::string ones(rest.size(), '\xFF');
  return {four_bytes(rest, 0), four_bytes(ones, 0), entry};
}

namespace {

constexpr std::array<std::string_view, 13> kHanDigits{"〇", "○",  "零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九", "十"};

bool is_announcer(const LexiconEntry& entry) {
  return entry.head != nullptr || entry.instrument != nullptr || entry.is(Word::Ibid);
}

}  // namespace

void Lexicon::index_announcers() {
  // As many first bytes as all of them have; of those behind the fourth only what stands before a
  // space, which may be longer in print.
  std::size_t shortest = 8;
  for (const LexiconEntry& known : entries_) {
    if (is_announcer(known)) {
      const std::size_t word = std::min(known.phrase.find(' '), known.phrase.size());
      shortest = std::min({shortest, known.phrase.size(), std::max<std::size_t>(word, 4)});
    }
  }
  announcer_mask_ = first_bytes(~std::uint64_t{0}, shortest);
  for (const LexiconEntry& known : entries_) {
    if (is_announcer(known)) {
      add_announcer(known.phrase);
    }
  }
  for (std::size_t byte = 0; byte < proclitics_by_byte_.size(); ++byte) {
    for (const std::string& proclitic : proclitics_by_byte_[byte]) {
      std::vector<std::size_t>& lengths = proclitic_lengths_[byte];
      if (std::ranges::find(lengths, proclitic.size()) == lengths.end()) {
        lengths.push_back(proclitic.size());
      }
    }
  }
}

std::vector<std::string> Lexicon::announcers() const {
  std::vector<std::string> words;
  for (const LexiconEntry& known : entries_) {
    if (is_announcer(known)) {
      words.push_back(known.phrase);
      for (const std::string& proclitic : proclitics_) {
        words.push_back(proclitic + known.phrase);
      }
    }
  }
  return words;
}

void Lexicon::add_announcer(std::string_view phrase) {
  const std::uint32_t slot = announcer_slot(phrase, 0);
  announcers_[slot / 64] |= std::uint64_t{1} << (slot % 64);
}

bool Lexicon::announces_at(std::string_view lower, std::size_t at) const {
  if (at >= lower.size()) {
    return false;
  }
  const Match match = longest_at(lower, at);
  return match.entry != nullptr && is_announcer(*match.entry);
}

bool Lexicon::announces_behind(std::string_view lower, std::size_t at) const {
  return std::ranges::any_of(proclitic_lengths_at(lower, at),
                             [&](std::size_t length) { return may_announce(lower, at + length); });
}

bool Lexicon::names_letter(std::string_view lower, std::size_t at) const {
  const auto names = [&](std::size_t place) {
    const Match match = place < lower.size() ? longest_at(lower, place) : Match{};
    return match.entry != nullptr && match.entry->letter != 0;
  };
  return names(at) || std::ranges::any_of(proclitic_lengths_at(lower, at),
                                          [&](std::size_t length) { return names(at + length); });
}

bool is_han_digit(std::string_view text, std::size_t at) {
  return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE2 &&
         std::find(kHanDigits.begin(), kHanDigits.end(), text.substr(at, 3)) != kHanDigits.end();
}

// The bytes of the first word, or of the first character where words are not set apart.
std::size_t Lexicon::first_unit(std::string_view text, std::size_t at) const {
  if (!table_->spaced) {
    return std::min(char_length(text, at), text.size() - at);
  }
  const std::size_t limit = std::min(text.size(), at + kLongestUnit);
  std::size_t end = at;
  bool wide = false;  // the byte before is no ASCII
  while (end < limit && is_word_byte(text[end]) &&
         !(wide && text[end] >= '0' && text[end] <= '9')) {
    wide = static_cast<unsigned char>(text[end]) >= 0x80;
    ++end;
  }
  return std::max<std::size_t>(end - at, 1);
}

// The first candidate that stands in the text, of those that go on as it does behind the word.
Lexicon::Match Lexicon::longer_of(const FirstWord& word,
                                  bool apart,
                                  std::string_view lower,
                                  std::size_t at,
                                  std::size_t unit) const {
  std::size_t next = at + unit;
  while (next < lower.size() && is_folded_space(lower[next])) {
    ++next;
  }
  const std::uint32_t bytes = four_bytes(lower, next);
  const Way* const found = find_way(way(&word, apart, bytes));
  const auto [begin, end_of_range] =
      found != nullptr ? found->range : (apart ? word.apart : word.glued).untold;
  const std::size_t skipped = unit + (next > at + unit ? 1 : 0);  // of the phrase
  for (std::uint32_t i = begin; i < end_of_range; ++i) {
    const Candidate& candidate = candidates_[i];
    if ((bytes & candidate.mask) != candidate.next) {
      continue;
    }
    const LexiconEntry& known = entries_[candidate.entry];
    const auto length = match_length(lower, next, std::string_view(known.phrase).substr(skipped));
    if (!length) {
      continue;
    }
    const std::size_t end = next + *length;
    // "et A/76/258" holds no "et à": what stands before a slash is the start of a symbol.
    const bool symbol =
        end < lower.size() && lower[end] == '/' && known.phrase[known.phrase.size() - 2] == ' ';
    if (ends_whole(lower, end) && !symbol) {
      return {&known, end - at};
    }
  }
  return {};
}

}  // namespace lineage::ingest
