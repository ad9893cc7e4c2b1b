#include "ingest/text/utf8.h"

namespace lineage::ingest {

std::size_t decode_utf8(std::string_view bytes, std::size_t at, char32_t& c) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned char lead = byte(0);
  const std::size_t left = bytes.size() - at;
  if (lead >= 0xC2 && lead <= 0xDF && left >= 2 && continues(1)) {
    c = static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F));
    return 2;
  }
  if (lead >= 0xE0 && lead <= 0xEF && left >= 3 && continues(1) && continues(2)) {
    c = static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    return c >= 0x800 && (c < 0xD800 || c > 0xDFFF) ? 3 : kInvalidUtf8;
  }
  if (lead >= 0xF0 && lead <= 0xF4 && left >= 4 && continues(1) && continues(2) && continues(3)) {
    c = static_cast<char32_t>((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                              (byte(3) & 0x3F));
    return c >= 0x10000 && c <= 0x10FFFF ? 4 : kInvalidUtf8;
  }
  return kInvalidUtf8;
}

}  // namespace lineage::ingest
