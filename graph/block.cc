#include "graph/block.h"

#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace lineage {
namespace {

// The first touch of a page costs more than to fill it, so a large block asks for large pages.
constexpr std::size_t kLargePage = std::size_t{2} << 20;
constexpr std::size_t kLargeBlock = kLargePage / 4;

std::size_t rounded(std::size_t size, std::size_t unit) { return (size + unit - 1) / unit * unit; }

}  // namespace

void Block::Free::operator()(std::byte* memory) const { std::free(memory); }

Block Block::of_size(std::size_t size) {
  const bool large = size >= kLargeBlock;
  const std::size_t unit = large ? kLargePage : alignof(std::max_align_t);
  const std::size_t bytes = rounded(size > 0 ? size : 1, unit);
  auto* const data = static_cast<std::byte*>(std::aligned_alloc(unit, bytes));
  if (data == nullptr) {
    throw std::bad_alloc();
  }
#ifdef MADV_HUGEPAGE
  if (large) {
    static_cast<void>(
        madvise(data, bytes, MADV_HUGEPAGE));  // a wish: without it all works the same
  }
#endif
  return Block{std::unique_ptr<std::byte[], Free>(data), size};
}

}  // namespace lineage
