// The six official languages of the United Nations.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lineage {

enum class Language : std::uint8_t { Arabic, Chinese, English, French, Russian, Spanish };

inline constexpr std::array<Language, 6> kLanguages{Language::Arabic,  Language::Chinese,
                                                    Language::English, Language::French,
                                                    Language::Russian, Language::Spanish};

// The two-letter code of ISO 639-1: ar, zh, en, fr, ru, es.
[[nodiscard]] constexpr std::string_view code(Language language) {
  constexpr std::array<std::string_view, 6> kCodes{"ar", "zh", "en", "fr", "ru", "es"};
  return kCodes[static_cast<std::size_t>(language)];
}

[[nodiscard]] constexpr std::optional<Language> language_named(std::string_view name) {
  for (const Language language : kLanguages) {
    if (code(language) == name) {
      return language;
    }
  }
  return std::nullopt;
}

}  // namespace lineage
