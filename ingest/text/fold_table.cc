#include "ingest/text/fold_table.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace lineage::ingest {
namespace {

struct SpanRow {
  char32_t first;
  char32_t last;
  FoldAction action;
  std::string_view text;
};

constexpr auto kReplace = FoldAction::Replace;
constexpr auto kDrop = FoldAction::Drop;

constexpr SpanRow kSpans[] = {
    // Spaces.
    {0x00A0, 0x00A0, kReplace, " "},
    {0x1680, 0x1680, kReplace, " "},
    {0x2000, 0x200A, kReplace, " "},
    {0x202F, 0x202F, kReplace, " "},
    {0x205F, 0x205F, kReplace, " "},
    {0x3000, 0x3000, kReplace, " "},
    {0x0085, 0x0085, FoldAction::LineEnd, "\n"},
    {0x2028, 0x2029, FoldAction::LineEnd, "\n"},
    // What no eye sees.
    {0x00AD, 0x00AD, kDrop, ""},
    {0x034F, 0x034F, kDrop, ""},
    {0x061C, 0x061C, kDrop, ""},
    {0x180E, 0x180E, kDrop, ""},
    {0x200B, 0x200F, kDrop, ""},
    {0x202A, 0x202E, kDrop, ""},
    {0x2060, 0x2069, kDrop, ""},
    {0xFE00, 0xFE0F, kDrop, ""},
    {0xFEFF, 0xFEFF, kDrop, ""},
    {0x0300, 0x036F, kDrop, ""},  // combining accents
    {0x00AA, 0x00AA, kDrop, ""},  // ordinal signs: "1º de diciembre"
    {0x00B0, 0x00B0, kDrop, ""},
    {0x00BA, 0x00BA, kDrop, ""},
    // Hyphens and dashes: "2021–2025", "Add.1–3", U+2011 inside symbols.
    {0x2010, 0x2015, kReplace, "-"},
    {0x2043, 0x2043, kReplace, "-"},
    {0x2212, 0x2212, kReplace, "-"},
    {0xFE58, 0xFE58, kReplace, "-"},
    {0xFE63, 0xFE63, kReplace, "-"},
    // Slashes of all kinds.
    {0x2044, 0x2044, kReplace, "/"},
    {0x2215, 0x2215, kReplace, "/"},
    // Quotes.
    {0x00AB, 0x00AB, kReplace, "\""},
    {0x00BB, 0x00BB, kReplace, "\""},
    {0x2018, 0x201B, kReplace, "'"},
    {0x02BC, 0x02BC, kReplace, "'"},
    {0x201C, 0x201F, kReplace, "\""},
    {0x300C, 0x300F, kReplace, "\""},
    // Chinese and Arabic punctuation that the grammar shares with the others.
    {0x3002, 0x3002, kReplace, "."},
    {0x060C, 0x060C, kReplace, ","},
    {0x061B, 0x061B, kReplace, ";"},
    {0x3014, 0x3014, kReplace, "["},
    {0x3015, 0x3015, kReplace, "]"},
    {0x3010, 0x3010, kReplace, "["},
    {0x3011, 0x3011, kReplace, "]"},
    {0x2026, 0x2026, kReplace, "..."},
    // Arabic: tatweel, vowel signs, the seats of hamza, Persian letters of some keyboards.
    {0x0640, 0x0640, kDrop, ""},
    {0x064B, 0x065F, kDrop, ""},
    {0x0670, 0x0670, kDrop, ""},
    {0x0622, 0x0623, kReplace, "ا"},
    {0x0625, 0x0625, kReplace, "ا"},
    {0x0671, 0x0671, kReplace, "ا"},
    {0x0649, 0x0649, kReplace, "ي"},
    {0x06CC, 0x06CC, kReplace, "ي"},
    {0x06A9, 0x06A9, kReplace, "ك"},
    // Cyrillic letters whose mark is often lost or set apart.
    {0x0401, 0x0401, kReplace, "Е"},
    {0x0451, 0x0451, kReplace, "е"},
    {0x0419, 0x0419, kReplace, "И"},
    {0x0439, 0x0439, kReplace, "и"},
    // Latin letters that no decomposition opens.
    {0x00C6, 0x00C6, kReplace, "AE"},
    {0x00E6, 0x00E6, kReplace, "ae"},
    {0x0152, 0x0152, kReplace, "OE"},
    {0x0153, 0x0153, kReplace, "oe"},
    {0x00DF, 0x00DF, kReplace, "ss"},
    {0x0131, 0x0131, kReplace, "i"},
};

constexpr std::array<std::string_view, 10> kDigits{"0", "1", "2", "3", "4",
                                                   "5", "6", "7", "8", "9"};

// The ASCII part of a character's decomposition: 'e' for 'é', "fi" for the ligature.
std::string decomposed(const icu::Normalizer2& form, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString plain =
      form.normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  std::string text;
  if (U_SUCCESS(status) != 0) {
    plain.toUTF8String(text);
  }
  return text;
}

std::string ascii_of(const std::string& text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return kept;
}

// Replacements made by ICU live as long as the table, which is as long as the program.
std::deque<std::string>& made_texts() {
  static std::deque<std::string> texts;
  return texts;
}

}  // namespace

const FoldTable& FoldTable::instance() {
  static const FoldTable table;
  return table;
}

void FoldTable::put(char32_t c, FoldAction action, std::string_view text) {
  folds_.push_back({action, text});
  index_[c] = static_cast<std::uint16_t>(folds_.size() - 1);
}

FoldTable::FoldTable() : index_(0x10000, 0), folds_(2), kept_(0x10000 / 64, 0) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(status);
  if (U_SUCCESS(status) != 0) {
    for (const auto& [first, last] :
         {std::pair{0x00C0, 0x024F}, {0x1E00, 0x1EFF}, {0xFB00, 0xFB06}, {0x2160, 0x2188}}) {
      for (auto c = static_cast<char32_t>(first); c <= static_cast<char32_t>(last); ++c) {
        const std::string plain = ascii_of(decomposed(*form, c));
        if (!plain.empty()) {
          put(c, kReplace, made_texts().emplace_back(plain));
        }
      }
    }
    // Arabic presentation forms, as PDF text layers hold them.
    for (const auto& [first, last] : {std::pair{0xFB50, 0xFDFB}, {0xFE70, 0xFEFC}}) {
      for (auto c = static_cast<char32_t>(first); c <= static_cast<char32_t>(last); ++c) {
        const std::string plain = decomposed(*form, c);
        if (!plain.empty()) {
          put(c, kReplace, made_texts().emplace_back(plain));
        }
      }
    }
  }
  for (char32_t c = 0xFF01; c <= 0xFF5E; ++c) {  // full-width ASCII
    put(c, kReplace, made_texts().emplace_back(1, static_cast<char>(c - 0xFF01 + '!')));
  }
  for (const SpanRow& row : kSpans) {
    for (char32_t c = row.first; c <= row.last; ++c) {
      put(c, row.action, row.text);
    }
  }
  for (char32_t digit = 0; digit < 10; ++digit) {
    put(0x0660 + digit, kReplace, kDigits[digit]);  // Eastern Arabic
    put(0x06F0 + digit, kReplace, kDigits[digit]);  // Persian
    put(0x2080 + digit, kReplace, kDigits[digit]);  // subscripts, as some converters write digits
  }
  constexpr std::array<char32_t, 10> kSuperscripts{0x2070, 0x00B9, 0x00B2, 0x00B3, 0x2074,
                                                   0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  for (std::size_t digit = 0; digit < 10; ++digit) {
    put(kSuperscripts[digit], FoldAction::NoteDigit, kDigits[digit]);
  }
  index();
}

void FoldTable::index() {
  for (std::size_t c = 0; c < index_.size(); ++c) {
    kept_[c / 64] |= std::uint64_t{index_[c] == 0} << (c % 64);
  }
  for (std::size_t c = 0; c < pairs_.size(); ++c) {
    const Fold& fold = folds_[index_[c]];
    pairs_[c] = index_[c] == 0                                                ? kKept
                : fold.action == FoldAction::Replace && fold.text.size() == 2 ? index_[c]
                                                                              : kOther;
  }
}

}  // namespace lineage::ingest
