#include "ingest/text/lower_case.h"

#include <array>
#include <cstddef>
#include <cstring>

#include "ingest/text/bytes.h"

namespace lineage::ingest {
namespace {

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

Block lower_ascii(Block block) { return block + (Block(is_within(block, 'A', 26)) & 0x20); }

// `block` has neighbours on both sides. The same as lower_byte(), sixteen times.
Block lower_wide(const char* block) {
  const Block in = block_at(block);
  const Block trail = Block(block_at(block - 1) == 0xD0);
  const Block latin = Block(is_within(in, 'A', 26)) & 0x20;
  const Block early = Block(is_within(in, 0x90, 16)) & 0x20;
  const Block late = Block(is_within(in, 0xA0, 16)) & 0xE0;
  const Block lead = Block(in == 0xD0) & 1;
  const Block led = Block(is_within(block_at(block + 1), 0xA0, 16)) & 1;
  return in + latin + ((early | late) & trail) + (lead & led);
}

}  // namespace

std::string lowered(std::string_view text) {
  std::string lower(text.size(), '\0');
  const auto byte = [&](std::size_t at) { return static_cast<Byte>(text[at]); };
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + kBlockBytes < text.size() && at > 0) {
      const Block block = block_at(text.data() + at);
      const bool wide = bits_of(BlockMask(block >= 0x80)) != 0;
      const Block made = wide ? lower_wide(text.data() + at) : lower_ascii(block);
      std::memcpy(lower.data() + at, &made, sizeof(made));
      at += kBlockBytes;
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
