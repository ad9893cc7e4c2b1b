#include "ingest/text/lower_case.h"

#include <array>
#include <cstddef>
#include <cstring>

#include "ingest/text/bytes.h"

namespace lineage::ingest {
namespace {

// Loops over blocks of this many bytes without a branch inside become vector instructions.
constexpr std::size_t kBlock = 32;

// What `c` becomes between its neighbours: A..Z, and of Cyrillic А..П (D0 90..9F, which become D0
// B0..BF) and Р..Я (D0 A0..AF, which become D1 80..8F). Masks instead of branches, so that a loop
// of it becomes vector instructions.
Byte lower_byte(Byte before, Byte c, Byte behind) {
  const Byte trail = before == 0xD0 ? 0xFF : 0;
  const Byte latin = is_within(c, 'A', 26) ? 0x20 : 0;
  const Byte early = is_within(c, 0x90, 16) ? 0x20 : 0;
  const Byte late = is_within(c, 0xA0, 16) ? 0xE0 : 0;  // less 0x20
  const Byte lead = c == 0xD0 ? 1 : 0;
  const Byte led = is_within(behind, 0xA0, 16) ? 1 : 0;
  return static_cast<Byte>(c + latin + ((early | late) & trail) + (lead & led));
}

bool holds_wide_byte(const char* block) {
  Byte any = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    any = static_cast<Byte>(any | static_cast<Byte>(block[i]));
  }
  return any >= 0x80;
}

void lower_ascii_block(const char* block, char* out) {
  std::array<Byte, kBlock> lower;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const Byte c = static_cast<Byte>(block[i]);
    lower[i] = static_cast<Byte>(c + (is_within(c, 'A', 26) ? 0x20 : 0));
  }
  std::memcpy(out, lower.data(), kBlock);
}

// `block` has neighbours on both sides.
void lower_block(const char* block, char* out) {
  std::array<Byte, kBlock + 2> in;
  std::memcpy(in.data(), block - 1, in.size());
  std::array<Byte, kBlock> lower;
  for (std::size_t i = 0; i < kBlock; ++i) {
    lower[i] = lower_byte(in[i], in[i + 1], in[i + 2]);
  }
  std::memcpy(out, lower.data(), kBlock);
}

}  // namespace

std::string lowered(std::string_view text) {
  std::string lower(text.size(), '\0');
  const auto byte = [&](std::size_t at) { return static_cast<Byte>(text[at]); };
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + kBlock < text.size() && at > 0) {
      const char* block = text.data() + at;
      holds_wide_byte(block) ? lower_block(block, lower.data() + at)
                             : lower_ascii_block(block, lower.data() + at);
      at += kBlock;
      continue;
    }
    const Byte before = at > 0 ? byte(at - 1) : Byte{0};
    const Byte behind = at + 1 < text.size() ? byte(at + 1) : Byte{0};
    lower[at] = static_cast<char>(lower_byte(before, byte(at), behind));
    ++at;
  }
  return lower;
}

void lower_in_place(std::string& text) { text = lowered(text); }

}  // namespace lineage::ingest
