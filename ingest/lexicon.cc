#include "ingest/lexicon.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "ingest/normalize.h"

namespace lineage::ingest {
namespace {

// The eight bytes at `at`; what lies behind the end of the text reads as zero.
std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  if (at + 8 <= text.size()) {
    std::memcpy(&bytes, text.data() + at, 8);
    return bytes;
  }
  std::memcpy(&bytes, text.data() + at, text.size() - at);
  return bytes;
}

std::uint32_t four_bytes(std::string_view text, std::size_t at) {
  std::uint32_t bytes = 0;
  if (at + 4 <= text.size()) {
    std::memcpy(&bytes, text.data() + at, 4);
  } else if (at < text.size()) {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

bool is_white(char c) { return c == ' ' || c == '\n'; }

// Bytes of `text` from `at` that match `phrase`, where a space of the phrase matches any white
// space; 0 for no match.
std::size_t match_length(std::string_view text, std::size_t at, std::string_view phrase) {
  std::size_t i = at;
  for (const char c : phrase) {
    if (i >= text.size()) {
      return 0;
    }
    if (c == ' ') {
      const std::size_t start = i;
      while (i < text.size() && is_white(text[i])) {
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
  const auto first = [&](const LexiconEntry& known) {
    return bucket(known.phrase, 0, first_unit(known.phrase, 0));
  };
  std::sort(entries_.begin(), entries_.end(), [&](const auto& a, const auto& b) {
    const std::uint32_t bucket_a = first(a);
    const std::uint32_t bucket_b = first(b);
    if (bucket_a != bucket_b) {
      return bucket_a < bucket_b;
    }
    return a.phrase.size() != b.phrase.size() ? a.phrase.size() > b.phrase.size()
                                              : a.phrase < b.phrase;
  });
  bucket_begin_.assign(kBuckets + 1, 0);
  for (const LexiconEntry& known : entries_) {
    const std::uint32_t b = first(known);
    ++bucket_begin_[b + 1];
    used_[b / 64] |= std::uint64_t{1} << (b % 64);
  }
  for (std::uint32_t i = 0; i < kBuckets; ++i) {
    bucket_begin_[i + 1] = static_cast<std::uint16_t>(bucket_begin_[i + 1] + bucket_begin_[i]);
  }
  for (const LexiconEntry& known : entries_) {
    probes_.push_back(probe_of(known.phrase));
  }
  std::exchange(by_phrase_, {});
  index_announcers();
}

namespace {

constexpr std::array<std::string_view, 13> kHanDigits{"〇", "○",  "零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九", "十"};

bool is_announcer(const LexiconEntry& entry) {
  return entry.head != nullptr || entry.instrument != nullptr || entry.is(Word::Ibid);
}

}  // namespace

void Lexicon::index_announcers() {
  std::size_t shortest = table_->spaced ? 4 : 3;
  for (const LexiconEntry& known : entries_) {
    if (is_announcer(known)) {
      shortest = std::min(shortest, known.phrase.size());
    }
  }
  announcer_mask_ = shortest >= 4 ? 0xFFFFFFFF : (1U << (8 * shortest)) - 1;
  for (const LexiconEntry& known : entries_) {
    if (is_announcer(known)) {
      add_announcer(known.phrase);
    }
  }
  if (!table_->spaced) {
    std::for_each(kHanDigits.begin(), kHanDigits.end(),
                  [&](std::string_view digit) { add_announcer(digit); });
  }
  announcer_offsets_.assign(1, 0);
  for (const std::string& proclitic : proclitics_) {
    const auto known =
        std::find(announcer_offsets_.begin(), announcer_offsets_.end(), proclitic.size());
    if (known == announcer_offsets_.end()) {
      announcer_offsets_.push_back(proclitic.size());
    }
  }
}

void Lexicon::add_announcer(std::string_view phrase) {
  const std::uint32_t slot = announcer_slot(phrase, 0);
  announcers_[slot / 64] |= std::uint64_t{1} << (slot % 64);
}

std::uint32_t Lexicon::announcer_slot(std::string_view text, std::size_t at) const {
  return (four_bytes(text, at) & announcer_mask_) * 2654435761U >> 19;
}

bool Lexicon::announces(std::string_view lower, std::size_t at) const {
  for (const std::size_t offset : announcer_offsets_) {
    const std::uint32_t slot = announcer_slot(lower, at + offset);
    if ((announcers_[slot / 64] >> (slot % 64) & 1) != 0 && announces_at(lower, at + offset)) {
      return true;
    }
  }
  return false;
}

bool Lexicon::announces_at(std::string_view lower, std::size_t at) const {
  if (at >= lower.size()) {
    return false;
  }
  if (!table_->spaced) {
    const std::string_view first = lower.substr(at, 3);
    if (std::find(kHanDigits.begin(), kHanDigits.end(), first) != kHanDigits.end()) {
      return true;
    }
  }
  const Match match = longest_at(lower, at);
  return match.entry != nullptr && is_announcer(*match.entry);
}

Lexicon::Probe Lexicon::probe_of(std::string_view phrase) const {
  std::string_view rest = phrase.substr(first_unit(phrase, 0));
  Probe probe;
  if (rest.starts_with(' ')) {
    probe.space = true;
    rest.remove_prefix(1);
  }
  rest =
      rest.substr(0, std::min<std::size_t>(rest.find(' '), 4));  // a space may be longer in print
  const std::string ones(rest.size(), '\xFF');
  probe.next = four_bytes(rest, 0);
  probe.mask = four_bytes(ones, 0);
  return probe;
}

// Mixes the first and the last eight bytes of the word, and its length: a hash byte by byte took a
// fifth of all the time on English.
std::uint32_t Lexicon::bucket(std::string_view text, std::size_t at, std::size_t length) {
  std::uint64_t head = eight_bytes(text, at);
  std::uint64_t tail = length;
  if (length < 8) {
    head &= (std::uint64_t{1} << (8 * length)) - 1;
  } else {
    tail += eight_bytes(text, at + length - 8);
  }
  const std::uint64_t mixed = (head * 0x9E3779B97F4A7C15U) ^ (tail * 0xC2B2AE3D27D4EB4FU);
  return static_cast<std::uint32_t>((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9U >> 51);
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

Lexicon::Match Lexicon::longest_of(std::uint32_t bucket,
                                   std::string_view lower,
                                   std::size_t at,
                                   std::size_t unit) const {
  const std::size_t glued = at + unit;
  std::size_t apart = glued;
  while (apart < lower.size() && is_white(lower[apart])) {
    ++apart;
  }
  const std::uint32_t next_glued = four_bytes(lower, glued);
  const std::uint32_t next_apart = four_bytes(lower, apart);
  for (std::uint32_t i = bucket_begin_[bucket]; i < bucket_begin_[bucket + 1]; ++i) {
    const Probe& probe = probes_[i];
    if (((probe.space ? next_apart : next_glued) & probe.mask) != probe.next) {
      continue;
    }
    const LexiconEntry& known = entries_[i];
    const std::size_t length = match_length(lower, at, known.phrase);
    if (length == 0) {
      continue;
    }
    const std::size_t end = at + length;
    const bool whole = !table_->spaced || end >= lower.size() || !is_word_byte(lower[end]) ||
                       !is_word_byte(lower[end - 1]) || is_glued_digit(lower, end);
    // "et A/76/258" holds no "et à": what stands before a slash is the start of a symbol.
    const bool symbol = end < lower.size() && lower[end] == '/' && known.phrase.size() > 1 &&
                        known.phrase[known.phrase.size() - 2] == ' ';
    if (whole && !symbol) {
      return {&known, length};
    }
  }
  return {};
}

}  // namespace lineage::ingest
