// Makes words small and gives them back. Private to the store and to who fills it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lineage {

// Deflated, with the length in front.
[[nodiscard]] std::string packed(std::string_view text);
// Nothing for what packed() did not write.
[[nodiscard]] std::optional<std::string> unpacked(std::string_view bytes);

// Numbers as eight bytes each, the lowest first, whatever the machine.
[[nodiscard]] std::string bytes_of(const std::vector<std::uint64_t>& numbers);
[[nodiscard]] std::vector<std::uint64_t> numbers_of(std::string_view bytes);

}  // namespace lineage
