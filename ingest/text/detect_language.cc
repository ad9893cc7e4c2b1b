#include "ingest/text/detect_language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "ingest/text/bytes.h"

namespace lineage::ingest {
namespace {

constexpr std::size_t kEnglish = 0;
constexpr std::size_t kFrench = 1;
constexpr std::size_t kSpanish = 2;

struct SmallWord {
  std::string_view word;
  std::size_t language;
};

// Small words that one of the three languages in Latin script has and the others lack; at most four
// bytes each.
constexpr SmallWord kSmallWords[] = {
    {"the", kEnglish}, {"of", kEnglish},  {"and", kEnglish},  {"to", kEnglish},   {"its", kEnglish},
    {"by", kEnglish},  {"for", kEnglish}, {"with", kEnglish}, {"that", kEnglish}, {"le", kFrench},
    {"les", kFrench},  {"des", kFrench},  {"et", kFrench},    {"du", kFrench},    {"dans", kFrench},
    {"aux", kFrench},  {"une", kFrench},  {"par", kFrench},   {"sur", kFrench},   {"sa", kFrench},
    {"ses", kFrench},  {"qui", kFrench},  {"au", kFrench},    {"est", kFrench},   {"el", kSpanish},
    {"los", kSpanish}, {"las", kSpanish}, {"y", kSpanish},    {"del", kSpanish},  {"en", kSpanish},
    {"por", kSpanish}, {"una", kSpanish}, {"con", kSpanish},  {"su", kSpanish},   {"sus", kSpanish},
    {"que", kSpanish}, {"al", kSpanish}};

// A hash table of the small words by their bytes, as four_bytes() packs them. The whole text passes
// through it: comparing with each of the 37 words took a fifth of all the time on English.
class SmallWordTable {
 public:
  static constexpr std::size_t kNone = 3;

  constexpr SmallWordTable() {
    for (const SmallWord& row : kSmallWords) {
      const std::uint32_t key = key_of(row.word);
      std::size_t slot = home(key);
      while (slots_[slot].key != 0) {
        slot = (slot + 1) % kSlots;
      }
      slots_[slot] = {key, row.language};
    }
  }

  [[nodiscard]] constexpr std::size_t language(std::uint32_t key) const {
    for (std::size_t slot = home(key); slots_[slot].key != 0; slot = (slot + 1) % kSlots) {
      if (slots_[slot].key == key) {
        return slots_[slot].language;
      }
    }
    return kNone;
  }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::size_t language = kNone;
  };
  static constexpr std::size_t kSlots = 256;
  static constexpr std::size_t home(std::uint32_t key) { return key * 2654435761U >> 24; }
  static constexpr std::uint32_t key_of(std::string_view word) {
    std::array<char, 4> bytes{};
    std::copy(word.begin(), word.end(), bytes.begin());
    return std::bit_cast<std::uint32_t>(bytes);
  }

  std::array<Slot, kSlots> slots_{};
};

constexpr SmallWordTable kTable;

struct Counts {
  std::size_t arabic = 0, cyrillic = 0, han = 0, latin = 0;

  [[nodiscard]] std::size_t script() const { return std::max({arabic, cyrillic, han}); }
};

// Sixteen counters of one byte, which are emptied before they can overflow.
class ByteCounter {
 public:
  void add(BlockMask mask) { counts_ -= Block(mask); }
  void empty_into(std::size_t& total) {
    std::array<Byte, kBlockBytes> counts;
    std::memcpy(counts.data(), &counts_, sizeof(counts_));
    for (const Byte count : counts) {
      total += count;
    }
    counts_ = Block{};
  }

 private:
  Block counts_{};
};

Counts letters(std::string_view text) {
  constexpr std::size_t kRound = 255 * kBlockBytes;
  Counts counts;
  for (std::size_t begin = 0; begin < text.size(); begin += kRound) {
    const std::string_view round = text.substr(begin, kRound);
    ByteCounter arabic;
    ByteCounter cyrillic;
    ByteCounter han;
    ByteCounter latin;
    for (std::size_t at = 0; at < round.size(); at += kBlockBytes) {
      std::array<char, kBlockBytes> rest{};
      const bool whole = at + kBlockBytes <= round.size();
      if (!whole) {
        std::memcpy(rest.data(), round.data() + at, round.size() - at);
      }
      const Block block = block_at(whole ? round.data() + at : rest.data());
      arabic.add(BlockMask((block & 0xFC) == 0xD8));
      cyrillic.add(BlockMask((block & 0xFE) == 0xD0));
      han.add(is_within(block, 0xE4, 6));
      latin.add(is_within(block, 'a', 26));
    }
    arabic.empty_into(counts.arabic);
    cyrillic.empty_into(counts.cyrillic);
    han.empty_into(counts.han);
    latin.empty_into(counts.latin);
  }
  return counts;
}

std::optional<Language> latin_language(std::string_view text, std::size_t enough) {
  std::array<std::size_t, SmallWordTable::kNone + 1> hits{};
  Words words(text, 0);
  while (words.next()) {
    if (words.length() > 4) {
      continue;
    }
    const std::uint32_t key = first_bytes(four_bytes(text, words.begin()), words.length());
    const std::size_t language = kTable.language(key);
    const std::size_t mine = ++hits[language];
    if (mine >= enough && language != SmallWordTable::kNone &&
        hits[kEnglish] + hits[kFrench] + hits[kSpanish] <= mine + mine / 8) {
      break;
    }
  }
  const auto end = hits.begin() + SmallWordTable::kNone;
  const auto best = std::max_element(hits.begin(), end);
  if (*best == 0 || std::count(hits.begin(), end, *best) > 1) {
    return std::nullopt;
  }
  constexpr std::array<Language, 3> kLatin{Language::English, Language::French, Language::Spanish};
  return kLatin[static_cast<std::size_t>(best - hits.begin())];
}

}  // namespace

std::optional<Language> detect_language(std::string_view lower, std::size_t enough) {
  const std::string_view text = lower.substr(0, 64U << 10);
  const Counts counts = holds_wide(text) ? letters(text) : Counts{};
  const std::size_t script = counts.script();
  // Symbols and Roman numerals bring Latin letters into every text.
  if (script >= 4 && script * 2 > counts.latin) {
    return script == counts.arabic     ? Language::Arabic
           : script == counts.cyrillic ? Language::Russian
                                       : Language::Chinese;
  }
  return latin_language(text, enough);
}

}  // namespace lineage::ingest
