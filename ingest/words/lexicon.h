// The words of one language, ready for look-up: the phrases of its table, folded, each with every
// role that it can play. Built once a language and shared by all threads.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <span>
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
    const FirstWord* word = first_word(lower, at, unit);
    return word == nullptr ? Match{} : longest_of(*word, lower, at, unit);
  }
  // Whether a head noun, an instrument or "ibid." may begin at `at`, behind proclitics too: the
  // words without which, and without digits, no work is named.
  [[nodiscard]] bool announces(std::string_view lower, std::size_t at) const {
    return may_announce(lower, at) || (!proclitics_.empty() && announces_behind(lower, at));
  }
  // The phrases that announce, and the same behind each proclitic.
  [[nodiscard]] std::vector<std::string> announcers() const;
  // Whether the name of a part's letter begins at `at`, behind proclitics too.
  [[nodiscard]] bool names_letter(std::string_view lower, std::size_t at) const;
  // Whether the folded word is one of these in the language.
  [[nodiscard]] bool is(std::string_view word, Near near) const {
    const std::vector<std::string>& words = near_[static_cast<std::size_t>(near)];
    return std::find(words.begin(), words.end(), word) != words.end();
  }
  // Whether a phrase begins with the byte: hardly one begins with a sign.
  [[nodiscard]] bool begins_with(char c) const {
    return first_bytes_[static_cast<unsigned char>(c)];
  }
  static constexpr std::size_t kLongestUnit = 48;  // bytes of a word that count for the look-up
  [[nodiscard]] bool spaced() const { return table_->spaced; }
  // The letters that are written onto the front of a word, the longest first.
  [[nodiscard]] const std::vector<std::string>& proclitics() const { return proclitics_; }
  // Those of them that may stand at `at`, told by the second byte: all are Arabic letters of two
  // bytes, the first of them much the same.
  [[nodiscard]] std::span<const std::string> proclitics_at(std::string_view text,
                                                           std::size_t at) const {
    return at + 1 < text.size() && !proclitics_.empty()
               ? std::span<const std::string>(
                     proclitics_by_byte_[static_cast<unsigned char>(text[at + 1])])
               : std::span<const std::string>();
  }

 private:
  static constexpr std::uint32_t kSlots = 8192;

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

  // One first word, and the entries that begin with it by the way in which they go on: "the"
  // begins a hundred phrases, and none or two of them go on as the text does at hand.
  struct FirstWord {
    std::uint64_t head = 0;  // its first eight bytes
    std::uint64_t tail = 0;  // and its last, where it is longer
    std::uint32_t length = 0;
    bool last = false;  // of the words in its slot
    const LexiconEntry* lone = nullptr;
    struct Followers {
      bool any = false;
      Range untold;  // those of which too few letters follow to tell
    };
    Followers glued;
    Followers apart;              // behind white space
    const char* bytes = nullptr;  // of all its letters
  };

  explicit Lexicon(const LanguageTable& table);
  LexiconEntry& entry(std::string_view phrase);
  void add_ties(const TieGroup& group);
  void name_organs_of_openings();
  void index();
  // The first and the last eight bytes of a word: a hash byte by byte took a fifth of all the time
  // on English.
  struct WordKey {
    std::uint64_t head;
    std::uint64_t tail;
    [[nodiscard]] std::uint32_t slot(std::size_t length) const {
      const std::uint64_t mixed =
          (head * 0x9E3779B97F4A7C15U) ^ ((tail + length) * 0xC2B2AE3D27D4EB4FU);
      return static_cast<std::uint32_t>((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9U >> 51);
    }
  };
  [[nodiscard]] static WordKey key_of(std::string_view text, std::size_t at, std::size_t length) {
    return {first_bytes(eight_bytes(text, at), length),
            length <= 8 ? 0 : eight_bytes(text, at + length - 8)};
  }
  [[nodiscard]] const FirstWord* first_word(std::string_view lower,
                                            std::size_t at,
                                            std::size_t unit) const {
    const WordKey key = key_of(lower, at, unit);
    const std::uint32_t slot = key.slot(unit);
    if ((used_[slot / 64] >> (slot % 64) & 1) == 0) {
      return nullptr;
    }
    for (const FirstWord* word = &words_[word_at_[slot]];; ++word) {
      if (word->head == key.head && word->tail == key.tail && word->length == unit &&
          (unit <= 16 || std::memcmp(word->bytes, lower.data() + at, unit) == 0)) {
        return word;
      }
      if (word->last) {
        return nullptr;
      }
    }
  }
  [[nodiscard]] std::size_t first_unit(std::string_view text, std::size_t at) const;
  [[nodiscard]] Match longest_of(const FirstWord& word,
                                 std::string_view lower,
                                 std::size_t at,
                                 std::size_t unit) const {
    const std::size_t end = at + unit;
    const bool apart = end < lower.size() && (lower[end] == ' ' || lower[end] == '\n');
    const FirstWord::Followers& followers = apart ? word.apart : word.glued;
    if (followers.any) {
      const Match longer = longer_of(word, apart, lower, at, unit);
      if (longer.entry != nullptr) {
        return longer;
      }
    }
    return word.lone != nullptr && ends_whole(lower, end) ? Match{word.lone, unit} : Match{};
  }
  [[nodiscard]] Match longer_of(const FirstWord& word,
                                bool apart,
                                std::string_view lower,
                                std::size_t at,
                                std::size_t unit) const;
  [[nodiscard]] bool ends_whole(std::string_view lower, std::size_t end) const {
    return end >= lower.size() || !is_word_byte(lower[end]) || !table_->spaced ||
           !is_word_byte(lower[end - 1]) || is_glued_digit(lower, end);
  }

  void add_word(std::span<const std::uint32_t> entries);
  void index_ways();
  void add_followers(const std::vector<Candidate>& candidates,
                     bool apart,
                     FirstWord::Followers& followers);
  [[nodiscard]] Candidate candidate_of(std::uint32_t entry) const;
  // The ways to go on: first word, whether apart, and the first letter of what follows, or the
  // first two Latin ones.
  struct Way {
    std::uint64_t key = 0;  // 0 for an empty place
    Range range;
  };
  [[nodiscard]] std::uint64_t way(const FirstWord* word, bool apart, std::uint32_t next) const {
    const auto index = static_cast<std::uint64_t>(word - words_.data());
    return (index * 2 + (apart ? 1 : 0) + 1) << 32 | first_bytes(next, follower_bytes_);
  }
  [[nodiscard]] std::size_t place_of(std::uint64_t way) const {
    return static_cast<std::size_t>(way * 0x9E3779B97F4A7C15U >> ways_shift_);
  }
  [[nodiscard]] const Way* find_way(std::uint64_t key) const {
    for (std::size_t place = place_of(key);; place = (place + 1) & (ways_.size() - 1)) {
      if (ways_[place].key == key) {
        return &ways_[place];
      }
      if (ways_[place].key == 0) {
        return nullptr;
      }
    }
  }

  const LanguageTable* table_;
  std::deque<std::string> tie_phrases_;  // the entries point into these
  std::deque<CueRow> ties_;
  std::size_t follower_bytes_ = 2;
  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_phrase_;  // while the lexicon is built
  std::vector<Candidate> candidates_;                       // longest first in each range
  std::vector<Way> ways_;      // a hash table, at most a quarter of it filled
  std::vector<Way> new_ways_;  // while the lexicon is built
  unsigned ways_shift_ = 0;
  std::vector<FirstWord> words_;                   // by their slots
  std::array<std::uint16_t, kSlots> word_at_{};    // the first word of a slot
  std::array<std::uint64_t, kSlots / 64> used_{};  // a bit a slot: most words have none, and one
                                                   // kilobyte stays in the nearest cache
  std::bitset<256> first_bytes_;
  std::vector<std::string> proclitics_;
  std::array<std::vector<std::string>, kNears> near_;
  std::array<std::vector<std::string>, 256> proclitics_by_byte_;

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
  [[nodiscard]] std::span<const std::size_t> proclitic_lengths_at(std::string_view lower,
                                                                  std::size_t at) const {
    return at + 1 < lower.size()
               ? std::span<const std::size_t>(
                     proclitic_lengths_[static_cast<unsigned char>(lower[at + 1])])
               : std::span<const std::size_t>();
  }

  static constexpr std::uint32_t kAnnouncerSlots = 8192;
  std::uint64_t announcer_mask_ = 0;  // of the first bytes that all announcers have
  std::array<std::uint64_t, kAnnouncerSlots / 64> announcers_{};  // a bit for each such beginning
  std::array<std::vector<std::size_t>, 256> proclitic_lengths_;   // by second byte, each once
};

// Whether a digit in Chinese characters, or the sign of ten, stands at `at`.
[[nodiscard]] bool is_han_digit(std::string_view text, std::size_t at);

// The length of the character at `at` of valid UTF-8.
[[nodiscard]] inline std::size_t char_length(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

}  // namespace lineage::ingest
