#include "ingest/words/search_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <xxhash.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

bool is_ascii_word(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_ideograph(UChar32 c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_word(UChar32 c) {
  const auto mask = U_GET_GC_MASK(c);
  return (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

}  // namespace

std::string search_words(std::string_view folded_lower) {
  std::string words;
  words.reserve(folded_lower.size() + folded_lower.size() / 8);
  bool apart = false;  // the next word character begins a word
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded_lower.data());
  const auto size = static_cast<std::int32_t>(folded_lower.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    bool word = false;
    bool ideograph = false;
    if (bytes[i] < 0x80) {
      word = is_ascii_word(bytes[i++]);
    } else {
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, i, size, c);
      ideograph = is_ideograph(c);
      word = ideograph || is_word(c);
    }
    if (!word) {
      apart = true;
      continue;
    }
    if ((apart || ideograph) && !words.empty()) {
      words.push_back(' ');
    }
    words.append(
        folded_lower.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    apart = ideograph;
  }
  return words;
}

std::string search_words_of(std::string_view typed) {
  const auto text = normalize(typed);
  return text ? search_words(text->lower) : std::string{};
}

std::vector<std::uint64_t> sketch_of(const std::vector<std::string_view>& texts) {
  constexpr std::size_t kRun = 4;
  constexpr std::size_t kKept = 64;
  std::vector<std::uint64_t> hashes;
  std::array<std::uint64_t, kRun> run{};
  std::size_t count = 0;
  for (const std::string_view text : texts) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      run[count++ % kRun] = XXH3_64bits(text.data() + at, end - at);
      at = end + 1;
      if (count >= kRun) {
        std::array<std::uint64_t, kRun> ordered{};
        for (std::size_t k = 0; k < kRun; ++k) {
          ordered[k] = run[(count + k) % kRun];
        }
        hashes.push_back(XXH3_64bits(ordered.data(), sizeof ordered));
      }
    }
  }
  if (count > 0 && count < kRun) {
    hashes.push_back(XXH3_64bits(run.data(), sizeof run));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), kKept));
  return hashes;
}

}  // namespace lineage::ingest
