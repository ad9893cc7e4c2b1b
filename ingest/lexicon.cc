#include "ingest/lexicon.h"

#include <algorithm>
#include <array>

#include "ingest/normalize.h"

namespace lineage::ingest {
namespace {

constexpr std::uint32_t kBuckets = 4096;

std::uint32_t hash(std::string_view text) {
  std::uint32_t value = 2166136261U;
  for (const char c : text) {
    value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return (value ^ (value >> 15)) % kBuckets;
}

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
      while (i < text.size() && (text[i] == ' ' || text[i] == '\n')) {
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

const Lexicon& Lexicon::of(Language language) {
  static const std::array<Lexicon, kLanguages.size()> lexicons{
      Lexicon(language_table(Language::Arabic)),  Lexicon(language_table(Language::Chinese)),
      Lexicon(language_table(Language::English)), Lexicon(language_table(Language::French)),
      Lexicon(language_table(Language::Russian)), Lexicon(language_table(Language::Spanish))};
  return lexicons[static_cast<std::size_t>(language)];
}

LexiconEntry& Lexicon::entry(std::string_view phrase) {
  const std::string folded = fold_phrase(phrase);
  const auto found =
      std::find_if(entries_.rbegin(), entries_.rend(),
                   [&](const LexiconEntry& known) { return known.phrase == folded; });
  if (found != entries_.rend()) {
    return *found;
  }
  return entries_.emplace_back(LexiconEntry{.phrase = folded});
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
  for (const LetterRow& row : table.letters) {
    entry(row.written).letter = row.letter;
  }
  for (const WordRow& row : table.words) {
    entry(row.phrase).words |= 1U << static_cast<unsigned>(row.word);
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
  const auto first = [&](const LexiconEntry& known) { return bucket(first_unit(known.phrase, 0)); };
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
    ++bucket_begin_[first(known) + 1];
  }
  for (std::uint32_t i = 0; i < kBuckets; ++i) {
    bucket_begin_[i + 1] += bucket_begin_[i];
  }
}

std::uint32_t Lexicon::bucket(std::string_view first) const { return hash(first); }

// The first word, or the first character where words are not set apart.
std::string_view Lexicon::first_unit(std::string_view text, std::size_t at) const {
  if (!table_->spaced) {
    return text.substr(at, char_length(text, at));
  }
  std::size_t end = at;
  while (end < text.size() && is_word_byte(text[end]) && end - at < 48 &&
         !(end > at && is_glued_digit(text, end))) {
    ++end;
  }
  return text.substr(at, std::max<std::size_t>(end - at, 1));
}

Lexicon::Match Lexicon::longest_at(std::string_view lower, std::size_t at) const {
  const std::uint32_t b = bucket(first_unit(lower, at));
  for (std::uint32_t i = bucket_begin_[b]; i < bucket_begin_[b + 1]; ++i) {
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
