#include "ingest/names/first_look.h"

#include <bit>
#include <cstdint>
#include <string>
#include <utility>

#include "ingest/text/bytes.h"
#include "ingest/words/beginnings.h"
#include "ingest/words/triggers.h"

namespace lineage::ingest {
namespace {

Beginnings made_for(Language language) {
  Beginnings beginnings;
  for (const std::string& word : Lexicon::of(language).announcers()) {
    beginnings.add(word, Beginnings::kAnnouncer);
  }
  for (const std::string& name : NameFinder::of(language).beginnings()) {
    beginnings.add(name, Beginnings::kName);
  }
  return beginnings;
}

template <Language kLanguage>
const Beginnings& made_once() {
  static const Beginnings beginnings = made_for(kLanguage);
  return beginnings;
}

const Beginnings& beginnings_of(Language language) {
  switch (language) {
    case Language::Arabic:
      return made_once<Language::Arabic>();
    case Language::Chinese:
      return made_once<Language::Chinese>();
    case Language::French:
      return made_once<Language::French>();
    case Language::Russian:
      return made_once<Language::Russian>();
    case Language::Spanish:
      return made_once<Language::Spanish>();
    case Language::English:
      break;
  }
  return made_once<Language::English>();
}

// Of 64 bytes: which belong to words, which are digits, and which end a word.
struct BlockOfText {
  std::uint64_t words;
  std::uint64_t digits;
  std::uint64_t ends;
};

BlockOfText block_of(std::string_view lower, std::size_t begin) {
  return {WordBits::at(lower, begin),
          WordBits::bits_at(lower, begin, [](Block block) { return is_within(block, '0', 10); }),
          NameFinder::ends_at(lower, begin)};
}

class Walk {
 public:
  Walk(const LexerInput& input, Language language)
      : lower_(input.lower),
        finder_(NameFinder::of(language)),
        beginnings_(beginnings_of(language)) {}

  // A word begins behind a byte of none, a name behind a byte that ends one: signs and white space.
  void run(std::size_t from) {
    std::uint64_t word_before = 0;  // the byte before the block belongs to a word
    std::uint64_t end_before = 1;   // it ends one
    for (std::size_t begin = from; begin < lower_.size(); begin += WordBits::kBytes) {
      const BlockOfText block = block_of(lower_, begin);
      const std::uint64_t word_starts = block.words & ~(block.words << 1 | word_before);
      const std::uint64_t name_starts = finder_.starts(block.ends, end_before);
      for (std::uint64_t starts = word_starts | name_starts; starts != 0; starts &= starts - 1) {
        const auto bit = static_cast<unsigned>(std::countr_zero(starts));
        const std::uint8_t what = what_begins(block, begin, bit);
        if (what != 0) {
          take(begin + bit, what, (name_starts >> bit & 1) != 0, (word_starts >> bit & 1) != 0);
        }
      }
      word_before = block.words >> 63;
      end_before = block.ends >> 63;
    }
  }

  std::vector<FoundName> names;
  std::vector<std::uint32_t> announcers;

 private:
  // A number may be glued to a word, whose letters are then a word of their own.
  [[nodiscard]] std::uint8_t what_begins(const BlockOfText& block,
                                         std::size_t begin,
                                         unsigned bit) const {
    const std::size_t at = begin + bit;
    std::size_t length = static_cast<std::size_t>(std::countr_one(block.words >> bit));
    std::uint64_t digits = block.digits >> bit;
    if (bit + Beginnings::kTelling > WordBits::kBytes && length == WordBits::kBytes - bit) {
      const BlockOfText behind = block_of(lower_, at);
      length = static_cast<std::size_t>(std::countr_one(behind.words));
      digits = behind.digits;
    }
    length = length < Beginnings::kTelling ? length : Beginnings::kTelling;
    const std::uint64_t mine = (std::uint64_t{1} << length) - 1;
    return length == 0 || (digits & mine) != 0 ? Beginnings::kAll
                                               : beginnings_.at(lower_, at, length);
  }

  void take(std::size_t at, std::uint8_t what, bool name, bool word) {
    if (name && (what & Beginnings::kName) != 0) {
      finder_.take_word_at(lower_, at, names);
    }
    if (word && (what & Beginnings::kAnnouncer) != 0) {
      announcers.push_back(static_cast<std::uint32_t>(at));
    }
  }

  std::string_view lower_;
  const NameFinder& finder_;
  const Beginnings& beginnings_;
};

}  // namespace

FirstLook first_look(const LexerInput& input, Language language, std::size_t from) {
  const Lexicon& lexicon = Lexicon::of(language);
  if (!lexicon.spaced()) {
    return {NameFinder::of(language).find(input.lower, from), last_trigger(input, lexicon, from)};
  }
  Walk walk(input, language);
  walk.run(from);
  const std::size_t reach = last_trigger(input, lexicon, from, walk.announcers);
  return {std::move(walk.names), reach};
}

}  // namespace lineage::ingest
