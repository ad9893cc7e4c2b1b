#include "ingest/detect_language.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ingest/lexicon.h"

namespace lineage::ingest {
namespace {

// Small words that one of the three languages in Latin script has and the others lack.
constexpr std::string_view kEnglish[] = {"the", "of",  "and",  "to",  "its",
                                         "by",  "for", "with", "that"};
constexpr std::string_view kFrench[] = {"le",  "les", "des", "et",  "du",  "dans", "aux", "une",
                                        "par", "sur", "sa",  "ses", "qui", "au",   "est"};
constexpr std::string_view kSpanish[] = {"el",  "los", "las", "y",   "del", "en", "por",
                                         "una", "con", "su",  "sus", "que", "al"};

template <std::size_t N>
bool any_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

struct Counts {
  std::size_t arabic = 0, cyrillic = 0, han = 0, latin = 0;
};

Counts letters(std::string_view text) {
  Counts counts;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    counts.arabic += byte >= 0xD8 && byte <= 0xDB ? 1U : 0U;
    counts.cyrillic += byte == 0xD0 || byte == 0xD1 ? 1U : 0U;
    counts.han += byte >= 0xE4 && byte <= 0xE9 ? 1U : 0U;
    counts.latin += byte >= 'a' && byte <= 'z' ? 1U : 0U;
  }
  return counts;
}

std::optional<Language> latin_language(std::string_view text) {
  std::array<std::size_t, 3> score{};
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_word_byte(text[i])) {
      continue;
    }
    const std::string_view word = text.substr(begin, i - begin);
    begin = i + 1;
    if (word.empty() || word.size() > 4) {
      continue;
    }
    score[0] += any_of(kEnglish, word) ? 1U : 0U;
    score[1] += any_of(kFrench, word) ? 1U : 0U;
    score[2] += any_of(kSpanish, word) ? 1U : 0U;
  }
  const auto best = std::max_element(score.begin(), score.end());
  if (*best == 0 || std::count(score.begin(), score.end(), *best) > 1) {
    return std::nullopt;
  }
  constexpr std::array<Language, 3> kLatin{Language::English, Language::French, Language::Spanish};
  return kLatin[static_cast<std::size_t>(best - score.begin())];
}

}  // namespace

std::optional<Language> detect_language(std::string_view lower) {
  const std::string_view text = lower.substr(0, 64U << 10);
  const Counts counts = letters(text);
  const std::size_t script = std::max({counts.arabic, counts.cyrillic, counts.han});
  // Symbols and Roman numerals bring Latin letters into every text.
  if (script >= 4 && script * 2 > counts.latin) {
    return script == counts.arabic     ? Language::Arabic
           : script == counts.cyrillic ? Language::Russian
                                       : Language::Chinese;
  }
  return latin_language(text);
}

}  // namespace lineage::ingest
