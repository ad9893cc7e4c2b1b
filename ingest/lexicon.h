// The words of one language, ready for look-up: the phrases of its table, folded, each with every
// role that it can play. Built once a language and shared by all threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/languages/language_table.h"

namespace lineage::ingest {

// A phrase and its roles; null for a role that it does not play. Points into the language's tables.
struct LexiconEntry {
  std::string phrase;
  int month = 0;  // 1..12, 0 for none
  const HeadRow* head = nullptr;
  const OrganRow* organ = nullptr;
  const CueRow* cue = nullptr;
  const PartRow* part = nullptr;
  const InstrumentRow* instrument = nullptr;
  const OpeningRow* opening = nullptr;
  unsigned ordinal = 0;     // of a part: 8 for "الثامن", 0 for none
  char letter = 0;          // 'A'..'Z' for the written name of a part letter
  std::uint64_t words = 0;  // a bit for each Word

  [[nodiscard]] bool is(Word word) const {
    return (words & (std::uint64_t{1} << static_cast<unsigned>(word))) != 0;
  }
};

static_assert(static_cast<unsigned>(Word::Document) < 64, "LexiconEntry::words has a bit for each");

class Lexicon {
 public:
  [[nodiscard]] static const Lexicon& of(Language language);

  struct Match {
    const LexiconEntry* entry = nullptr;
    std::size_t length = 0;  // bytes of the text, white space runs counted as they stand
  };

  // The longest phrase that begins at `at` of the folded lower-case text. In a spaced language `at`
  // is the start of a word and the phrase ends at the end of one. Cost: the phrases that share the
  // first word.
  [[nodiscard]] Match longest_at(std::string_view lower, std::size_t at) const {
    return longest_at(lower, at, first_unit(lower, at));
  }
  // The same where the caller knows how many bytes the word at `at` has.
  [[nodiscard]] Match longest_at(std::string_view lower, std::size_t at, std::size_t unit) const {
    const std::uint32_t b = bucket(lower, at, unit);
    return (used_[b / 64] >> (b % 64) & 1) == 0 ? Match{} : longest_of(b, lower, at, unit);
  }
  // Whether a head noun, an instrument, "ibid." or a number in Chinese characters may begin at
  // `at`, behind proclitics too: the words without which, and without digits, no work is named.
  [[nodiscard]] bool announces(std::string_view lower, std::size_t at) const;
  static constexpr std::size_t kLongestUnit = 48;  // bytes of a word that count for the look-up
  [[nodiscard]] bool spaced() const { return table_->spaced; }
  // The length of the proclitic letters at `at` behind which a known phrase may begin; 0 for none.
  [[nodiscard]] const std::vector<std::string>& proclitics() const { return proclitics_; }

 private:
  static constexpr std::uint32_t kBuckets = 8192;

  explicit Lexicon(const LanguageTable& table);
  LexiconEntry& entry(std::string_view phrase);
  void name_organs_of_openings();
  void index();
  [[nodiscard]] static std::uint32_t bucket(std::string_view text,
                                            std::size_t at,
                                            std::size_t length);
  [[nodiscard]] std::size_t first_unit(std::string_view text, std::size_t at) const;
  [[nodiscard]] Match longest_of(std::uint32_t bucket,
                                 std::string_view lower,
                                 std::size_t at,
                                 std::size_t unit) const;

  const LanguageTable* table_;
  // What stands behind the first word of a phrase, as far as four bytes tell: most phrases of a
  // bucket ("of the same date", "of which") are told from the text by them.
  struct Probe {
    std::uint32_t next = 0;
    std::uint32_t mask = 0;
    bool space = false;  // the four bytes stand behind white space
  };
  [[nodiscard]] Probe probe_of(std::string_view phrase) const;

  std::vector<LexiconEntry> entries_;                       // by bucket, then longest first
  std::vector<Probe> probes_;                               // of each entry
  std::unordered_map<std::string, std::size_t> by_phrase_;  // while the lexicon is built
  std::vector<std::uint16_t> bucket_begin_;                 // kBuckets + 1
  std::array<std::uint64_t, kBuckets / 64> used_{};  // a bit a bucket: most words have none, and
                                                     // one kilobyte stays in the nearest cache
  std::vector<std::string> proclitics_;

  void index_announcers();
  void add_announcer(std::string_view phrase);
  [[nodiscard]] std::uint32_t announcer_slot(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool announces_at(std::string_view lower, std::size_t at) const;

  static constexpr std::uint32_t kAnnouncerSlots = 8192;
  std::uint32_t announcer_mask_ = 0xFFFFFFFF;  // of the first bytes that all announcers have
  std::array<std::uint64_t, kAnnouncerSlots / 64> announcers_{};  // a bit for each such beginning
  std::vector<std::size_t> announcer_offsets_;  // 0, and the lengths of the proclitics
};

// The length of the character at `at` of valid UTF-8.
[[nodiscard]] inline std::size_t char_length(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

// A byte of a word: an ASCII letter or digit, or any part of a character beyond ASCII.
[[nodiscard]] constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A digit right behind a letter beyond ASCII: "القرار73/195" is a word and a number.
[[nodiscard]] inline bool is_glued_digit(std::string_view text, std::size_t at) {
  return text[at] >= '0' && text[at] <= '9' && at > 0 &&
         static_cast<unsigned char>(text[at - 1]) >= 0x80;
}

}  // namespace lineage::ingest
