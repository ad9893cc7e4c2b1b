#include "ingest/words/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// Bytes of `text` from `at` that match `phrase`, where a space of the phrase matches any white
// space; 0 for no match.
std::size_t match_length(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.substr(at, phrase.size()) == phrase) {
    return phrase.size();
  }
  std::size_t i = at;
  for (const char c : phrase) {
    if (i >= text.size()) {
      return 0;
    }
    if (c == ' ') {
      const std::size_t start = i;
      while (i < text.size() && is_folded_space(text[i])) {
        ++i;
      }
      if (i == start) {
        return 0;
      }
    } else if (text[i] == c) {
      ++i;
    } else {
      return 0;
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
  for (const std::string_view proclitic : table.proclitics) {
    proclitics_.push_back(fold_phrase(proclitic));
  }
  std::sort(proclitics_.begin(), proclitics_.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
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
    std::uint32_t bucket;
    std::uint32_t entry;
  };
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const std::string_view phrase = entries_[i].phrase;
    places.push_back({bucket(phrase, 0, first_unit(phrase, 0)), i});
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.bucket != b.bucket) {
      return a.bucket < b.bucket;
    }
    const std::string& left = entries_[a.entry].phrase;
    const std::string& right = entries_[b.entry].phrase;
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  std::vector<std::uint32_t> together;
  for (std::size_t i = 0; i < places.size(); ++i) {
    together.push_back(places[i].entry);
    const std::uint32_t b = places[i].bucket;
    if (i + 1 == places.size() || places[i + 1].bucket != b) {
      used_[b / 64] |= std::uint64_t{1} << (b % 64);
      bucket_at_[b] = static_cast<std::uint16_t>(buckets_.size());
      add_bucket(together);
      together.clear();
    }
  }
  std::exchange(by_phrase_, {});
  index_announcers();
}

// `entries` stand longest first, and so do those of every range.
void Lexicon::add_bucket(const std::vector<std::uint32_t>& entries) {
  std::vector<Candidate> glued;
  std::vector<Candidate> apart;
  Bucket bucket;
  bucket.lone.begin = static_cast<std::uint32_t>(candidates_.size());
  for (const std::uint32_t entry : entries) {
    const std::string_view phrase = entries_[entry].phrase;
    const std::size_t unit = first_unit(phrase, 0);
    if (unit == phrase.size()) {
      candidates_.push_back({.entry = entry});
    } else {
      (phrase[unit] == ' ' ? apart : glued).push_back(candidate_of(entry));
    }
  }
  bucket.lone.end = static_cast<std::uint32_t>(candidates_.size());
  bucket.glued = followers_of(glued);
  bucket.apart = followers_of(apart);
  buckets_.push_back(bucket);
}

// Ranges for the bits in ascending order. A phrase of which too few bytes follow to tell stands in
// all of them.
Lexicon::Bucket::Followers Lexicon::followers_of(const std::vector<Candidate>& candidates) {
  const std::uint32_t told = first_bytes(~std::uint32_t{0}, follower_bytes_);
  const auto is_told = [&](const Candidate& c) { return (c.mask & told) == told; };
  Bucket::Followers followers{.first = static_cast<std::uint32_t>(ranges_.size())};
  for (const Candidate& candidate : candidates) {
    followers.bits |=
        is_told(candidate) ? std::uint64_t{1} << follower(candidate.next) : ~std::uint64_t{0};
  }
  for (unsigned bit = 0; bit < 64; ++bit) {
    if ((followers.bits >> bit & 1) == 0) {
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(candidates_.size());
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(candidates_),
                 [&](const Candidate& c) { return !is_told(c) || follower(c.next) == bit; });
    ranges_.push_back({begin, static_cast<std::uint32_t>(candidates_.size())});
  }
  return followers;
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
  for (const std::string& proclitic : proclitics_) {
    const auto known =
        std::find(proclitic_lengths_.begin(), proclitic_lengths_.end(), proclitic.size());
    if (known == proclitic_lengths_.end()) {
      proclitic_lengths_.push_back(proclitic.size());
    }
  }
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
  return std::any_of(proclitic_lengths_.begin(), proclitic_lengths_.end(),
                     [&](std::size_t length) { return may_announce(lower, at + length); });
}

bool Lexicon::names_letter(std::string_view lower, std::size_t at) const {
  const auto names = [&](std::size_t place) {
    const Match match = place < lower.size() ? longest_at(lower, place) : Match{};
    return match.entry != nullptr && match.entry->letter != 0;
  };
  return names(at) || std::any_of(proclitic_lengths_.begin(), proclitic_lengths_.end(),
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

bool Lexicon::ends_whole(std::string_view lower, std::size_t end) const {
  return !table_->spaced || end >= lower.size() || !is_word_byte(lower[end]) ||
         !is_word_byte(lower[end - 1]) || is_glued_digit(lower, end);
}

Lexicon::Match Lexicon::longest_of(const Bucket& bucket,
                                   std::string_view lower,
                                   std::size_t at,
                                   std::size_t unit) const {
  const std::size_t glued = at + unit;
  std::size_t next = glued;
  while (next < lower.size() && is_folded_space(lower[next])) {
    ++next;
  }
  const Bucket::Followers& followers = next == glued ? bucket.glued : bucket.apart;
  const std::uint32_t bytes = four_bytes(lower, next);
  const std::uint64_t bit = std::uint64_t{1} << follower(bytes);
  if ((followers.bits & bit) != 0) {
    const auto rank = static_cast<std::uint32_t>(std::popcount(followers.bits & (bit - 1)));
    const Match longer = match(ranges_[followers.first + rank], lower, at, bytes);
    if (longer.entry != nullptr) {
      return longer;
    }
  }
  return match(bucket.lone, lower, at, bytes);
}

// The first candidate that stands in the text at `at`; `next` are the bytes behind the first word.
Lexicon::Match Lexicon::match(Range range,
                              std::string_view lower,
                              std::size_t at,
                              std::uint32_t next) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Candidate& candidate = candidates_[i];
    if ((next & candidate.mask) != candidate.next) {
      continue;
    }
    const LexiconEntry& known = entries_[candidate.entry];
    const std::size_t length = match_length(lower, at, known.phrase);
    const std::size_t end = at + length;
    // "et A/76/258" holds no "et à": what stands before a slash is the start of a symbol.
    const bool symbol = end < lower.size() && lower[end] == '/' && known.phrase.size() > 1 &&
                        known.phrase[known.phrase.size() - 2] == ' ';
    if (length != 0 && ends_whole(lower, end) && !symbol) {
      return {&known, length};
    }
  }
  return {};
}

}  // namespace lineage::ingest
