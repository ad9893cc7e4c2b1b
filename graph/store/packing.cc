#include "graph/store/packing.h"

#include <zlib.h>

namespace lineage {
namespace {

constexpr std::size_t kLongest = std::size_t{1} << 30;

void append(std::string& bytes, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    bytes.push_back(static_cast<char>((number >> shift) & 0xFFU));
  }
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return number;
}

}  // namespace

std::string packed(std::string_view text) {
  std::string bytes;
  append(bytes, text.size());
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  bytes.resize(8 + size);
  compress2(reinterpret_cast<Bytef*>(bytes.data() + 8), &size,
            reinterpret_cast<const Bytef*>(text.data()), static_cast<uLong>(text.size()), 1);
  bytes.resize(8 + size);
  return bytes;
}

std::optional<std::string> unpacked(std::string_view bytes) {
  if (bytes.size() < 8 || number_at(bytes, 0) > kLongest) {
    return std::nullopt;
  }
  std::string text(number_at(bytes, 0), '\0');
  uLongf size = static_cast<uLong>(text.size());
  const int code = uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                              reinterpret_cast<const Bytef*>(bytes.data() + 8),
                              static_cast<uLong>(bytes.size() - 8));
  if (code != Z_OK || size != text.size()) {
    return std::nullopt;
  }
  return text;
}

std::string bytes_of(const std::vector<std::uint64_t>& numbers) {
  std::string bytes;
  bytes.reserve(numbers.size() * 8);
  for (const std::uint64_t number : numbers) {
    append(bytes, number);
  }
  return bytes;
}

std::vector<std::uint64_t> numbers_of(std::string_view bytes) {
  std::vector<std::uint64_t> numbers;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    numbers.push_back(number_at(bytes, at));
  }
  return numbers;
}

}  // namespace lineage
