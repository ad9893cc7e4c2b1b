// Bytes in memory of their own, aligned for every type.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace lineage {

struct Block {
  struct Free {
    void operator()(std::byte* memory) const;
  };
  std::unique_ptr<std::byte[], Free> data;
  std::size_t size = 0;

  // Not set to anything. Throws std::bad_alloc where there is not as much memory.
  [[nodiscard]] static Block of_size(std::size_t size);
  [[nodiscard]] std::string_view text() const {
    return {reinterpret_cast<const char*>(data.get()), size};
  }
};

}  // namespace lineage
