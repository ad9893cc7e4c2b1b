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
  const char* const in = text.data();
  char* const out = lower.data();
  const std::size_t size = text.size();
  const auto byte = [&](std::size_t at) { return static_cast<Byte>(in[at]); };
  const auto put = [&](std::size_t at, Block block) { std::memcpy(out + at, &block, kBlockBytes); };
  std::size_t at = 0;
  while (at < size) {
    for (; at + 4 * kBlockBytes <= size; at += 4 * kBlockBytes) {
      const Block a = block_at(in + at);
      const Block b = block_at(in + at + kBlockBytes);
      const Block c = block_at(in + at + 2 * kBlockBytes);
      const Block d = block_at(in + at + 3 * kBlockBytes);
      if (bits_of(BlockMask((a | b | c | d) >= 0x80)) != 0) {
        break;
      }
      put(at, lower_ascii(a));
      put(at + kBlockBytes, lower_ascii(b));
      put(at + 2 * kBlockBytes, lower_ascii(c));
      put(at + 3 * kBlockBytes, lower_ascii(d));
    }
    // Past the block that holds letters of other alphabets.
    for (std::size_t i = 0; i < 4 && at > 0 && at + kBlockBytes < size; ++i) {
      put(at, lower_wide(in + at));
      at += kBlockBytes;
    }
    if (at > 0 && at + kBlockBytes < size) {
      continue;
    }
    // The first byte, and those of the last block.
    if (at < size) {
      const Byte before = at > 0 ? byte(at - 1) : Byte{0};
      const Byte behind = at + 1 < size ? byte(at + 1) : Byte{0};
      out[at] = static_cast<char>(lower_byte(before, byte(at), behind));
      ++at;
    }
  }
  return lower;
}

void lower_in_place(std::string& text) { text = lowered(text); }

}  // namespace lineage::ingest
