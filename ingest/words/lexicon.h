// The words of one language, ready for look-up: the phrases of its table, folded, each with every
// role that it can play. Built once a language and shared by all threads.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/languages/language_table.h"
#include "ingest/text/bytes.h"

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
    return (used_[b / 64] >> (b % 64) & 1) == 0
               ? Match{}
               : longest_of(buckets_[bucket_at_[b]], lower, at, unit);
  }
  // Whether a head noun, an instrument or "ibid." may begin at `at`, behind proclitics too: the
  // words without which, and without digits, no work is named.
  [[nodiscard]] bool announces(std::string_view lower, std::size_t at) const {
    return may_announce(lower, at) || (!proclitics_.empty() && announces_behind(lower, at));
  }
  // Whether the name of a part's letter begins at `at`, behind proclitics too.
  [[nodiscard]] bool names_letter(std::string_view lower, std::size_t at) const;
  static constexpr std::size_t kLongestUnit = 48;  // bytes of a word that count for the look-up
  [[nodiscard]] bool spaced() const { return table_->spaced; }
  // The length of the proclitic letters at `at` behind which a known phrase may begin; 0 for none.
  [[nodiscard]] const std::vector<std::string>& proclitics() const { return proclitics_; }

 private:
  static constexpr std::uint32_t kBuckets = 8192;

  // An entry, and what stands behind its first word as far as four bytes tell, so that most are
  // told from the text without a look at the phrase.
  struct Candidate {
    std::uint32_t next = 0;
    std::uint32_t mask = 0;
    std::uint32_t entry = 0;
  };

  // Places of `candidates_`.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  // The entries of one first word, by the way in which they go on: "the" begins a hundred phrases,
  // and none or two of them go on as the text does at hand.
  struct Bucket {
    struct Followers {
      std::uint64_t bits = 0;   // of follower(), for each that has a range
      std::uint32_t first = 0;  // range of the lowest bit; the others follow
    };
    Followers glued;
    Followers apart;  // behind white space
    Range lone;       // entries of one word
  };

  explicit Lexicon(const LanguageTable& table);
  LexiconEntry& entry(std::string_view phrase);
  void add_ties(const TieGroup& group);
  void name_organs_of_openings();
  void index();
  // Mixes the first and the last eight bytes of the word, and its length: a hash byte by byte took
  // a fifth of all the time on English.
  [[nodiscard]] static std::uint32_t bucket(std::string_view text,
                                            std::size_t at,
                                            std::size_t length) {
    const std::uint64_t head = first_bytes(eight_bytes(text, at), length);
    const std::uint64_t tail = length < 8 ? length : length + eight_bytes(text, at + length - 8);
    const std::uint64_t mixed = (head * 0x9E3779B97F4A7C15U) ^ (tail * 0xC2B2AE3D27D4EB4FU);
    return static_cast<std::uint32_t>((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9U >> 51);
  }
  [[nodiscard]] std::size_t first_unit(std::string_view text, std::size_t at) const;
  [[nodiscard]] Match longest_of(const Bucket& bucket,
                                 std::string_view lower,
                                 std::size_t at,
                                 std::size_t unit) const;
  [[nodiscard]] Match match(Range range,
                            std::string_view lower,
                            std::size_t at,
                            std::uint32_t next) const;
  [[nodiscard]] bool ends_whole(std::string_view lower, std::size_t end) const;

  void add_bucket(const std::vector<std::uint32_t>& entries);
  [[nodiscard]] Bucket::Followers followers_of(const std::vector<Candidate>& candidates);
  [[nodiscard]] Candidate candidate_of(std::uint32_t entry) const;
  // One of 64, for the first letter of what follows, or the first two Latin ones.
  [[nodiscard]] unsigned follower(std::uint32_t next) const {
    return first_bytes(next, follower_bytes_) * 2654435761U >> 26;
  }

  const LanguageTable* table_;
  std::deque<std::string> tie_phrases_;  // the entries point into these
  std::deque<CueRow> ties_;
  std::size_t follower_bytes_ = 2;
  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_phrase_;  // while the lexicon is built
  std::vector<Candidate> candidates_;                       // longest first in each range
  std::vector<Range> ranges_;
  std::vector<Bucket> buckets_;                      // those that hold entries
  std::array<std::uint16_t, kBuckets> bucket_at_{};  // place in `buckets_`
  std::array<std::uint64_t, kBuckets / 64> used_{};  // a bit a bucket: most words have none, and
                                                     // one kilobyte stays in the nearest cache
  std::vector<std::string> proclitics_;

  void index_announcers();
  void add_announcer(std::string_view phrase);
  [[nodiscard]] std::uint32_t announcer_slot(std::string_view text, std::size_t at) const {
    return static_cast<std::uint32_t>(
        (eight_bytes(text, at) & announcer_mask_) * 0x9E3779B97F4A7C15U >> 51);
  }
  [[nodiscard]] bool may_announce(std::string_view lower, std::size_t at) const {
    const std::uint32_t slot = announcer_slot(lower, at);
    return (announcers_[slot / 64] >> (slot % 64) & 1) != 0 && announces_at(lower, at);
  }
  [[nodiscard]] bool announces_at(std::string_view lower, std::size_t at) const;
  [[nodiscard]] bool announces_behind(std::string_view lower, std::size_t at) const;

  static constexpr std::uint32_t kAnnouncerSlots = 8192;
  std::uint64_t announcer_mask_ = 0;  // of the first bytes that all announcers have
  std::array<std::uint64_t, kAnnouncerSlots / 64> announcers_{};  // a bit for each such beginning
  std::vector<std::size_t> proclitic_lengths_;                    // each once
};

// Whether a digit in Chinese characters, or the sign of ten, stands at `at`.
[[nodiscard]] bool is_han_digit(std::string_view text, std::size_t at);

// The length of the character at `at` of valid UTF-8.
[[nodiscard]] inline std::size_t char_length(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

}  // namespace lineage::ingest
