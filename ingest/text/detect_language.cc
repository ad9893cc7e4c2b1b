#include "ingest/text/detect_language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

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

// Counters of one byte, which a block cannot overflow, let one instruction count many letters.
constexpr std::size_t kBlock = 32;

void count_scripts(const char* block, std::size_t size, Counts& counts) {
  std::uint8_t arabic = 0, cyrillic = 0, han = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<std::uint8_t>(block[i]);
    arabic = static_cast<std::uint8_t>(arabic + ((byte & 0xFC) == 0xD8 ? 1 : 0));
    cyrillic = static_cast<std::uint8_t>(cyrillic + ((byte & 0xFE) == 0xD0 ? 1 : 0));
    han = static_cast<std::uint8_t>(han + (static_cast<std::uint8_t>(byte - 0xE4) < 6 ? 1 : 0));
  }
  counts.arabic += arabic;
  counts.cyrillic += cyrillic;
  counts.han += han;
}

void count_latin(const char* block, std::size_t size, Counts& counts) {
  std::uint8_t latin = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<std::uint8_t>(block[i]);
    latin = static_cast<std::uint8_t>(latin + (static_cast<std::uint8_t>(byte - 'a') < 26 ? 1 : 0));
  }
  counts.latin += latin;
}

template <typename Count>
void count_by_blocks(std::string_view text, Counts& counts, Count count) {
  std::size_t begin = 0;
  for (; begin + kBlock <= text.size(); begin += kBlock) {
    count(text.data() + begin, kBlock, counts);
  }
  count(text.data() + begin, text.size() - begin, counts);
}

Counts letters(std::string_view text) {
  Counts counts;
  count_by_blocks(text, counts, count_scripts);
  if (counts.script() > 0) {
    count_by_blocks(text, counts, count_latin);
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
