// Sixteen bytes of a text at once. Written with the compiler's vector types, so that it holds on
// every processor; pressing a comparison into bits is one instruction with SSE2, which every x86-64
// has, and multiplications elsewhere.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lineage::ingest {

using Block = unsigned char __attribute__((vector_size(16)));
using BlockMask = signed char __attribute__((vector_size(16)));  // -1 where true, else 0

inline constexpr std::size_t kBlockBytes = sizeof(Block);

[[nodiscard]] inline Block block_at(const char* bytes) {
  Block block;
  std::memcpy(&block, bytes, sizeof(block));
  return block;
}

// Where the byte is one of the `count` from `first` on.
[[nodiscard]] inline BlockMask is_within(Block block, unsigned char first, unsigned char count) {
  const Block distance = block - first;
  return BlockMask(distance < count);
}

// A bit for each byte of a mask, the first byte's lowest.
[[nodiscard]] inline std::uint32_t bits_of(BlockMask mask) {
#if defined(__SSE2__)
  return static_cast<std::uint32_t>(_mm_movemask_epi8(__m128i(mask)));
#else
  constexpr std::uint64_t kPress =
      std::endian::native == std::endian::little ? 0x0102040810204080U : 0x8040201008040201U;
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof(halves));
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::uint64_t ones = halves[i] & 0x0101010101010101U;
    bits |= static_cast<std::uint32_t>(ones * kPress >> 56) << (8 * i);
  }
  return bits;
#endif
}

// A bit for each of the 64 bytes from `bytes` on that `test` finds true.
template <typename Test>
[[nodiscard]] inline std::uint64_t bits_of_64(const char* bytes, Test test) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64; i += kBlockBytes) {
    bits |= std::uint64_t{bits_of(test(block_at(bytes + i)))} << i;
  }
  return bits;
}

}  // namespace lineage::ingest
