#include "ingest/readers/charset.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include <unicode/ucnv.h>

#include "ingest/text/utf8.h"

namespace lineage::ingest {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

std::string_view charset_of_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) {
    return "UTF-16LE";
  }
  return bytes.starts_with("\xFE\xFF") ? "UTF-16BE" : "";
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  std::transform(head.begin(), head.end(), head.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) {
    return {};
  }
  at += std::string_view("charset=").size();
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) {
    ++at;
  }
  std::size_t end = at;
  while (end < head.size() && is_name_character(head[end])) {
    ++end;
  }
  return head.substr(at, end - at);
}

Result<std::string> to_utf8(std::string_view bytes, const std::string& charset) {
  const std::string_view marked = charset_of_mark(bytes);
  const std::string name = marked.empty() ? charset : std::string(marked);
  if (name.empty() || name == "utf-8" || name == "utf8") {
    return std::string(bytes);
  }
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open(name.c_str(), &error));
  if (U_FAILURE(error) != 0) {
    return failure(ErrorCode::Unsupported, "it declares the character set '" + name +
                                               "', which is not known: convert it to UTF-8");
  }
  // Four bytes of UTF-8 are enough for any two of the others, and for one of a single-byte set.
  std::string text(bytes.size() * 4 + 16, '\0');
  const Converter to(ucnv_open("UTF-8", &error));
  char* target = text.data();
  const char* source = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source,
                 bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, 1, 1, &error);
  if (U_FAILURE(error) != 0) {
    return failure(ErrorCode::Malformed,
                   "it declares the character set '" + name + "' and is not in it");
  }
  text.resize(static_cast<std::size_t>(target - text.data()));
  return text;
}

std::string mend_twice_encoded(std::string_view text) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = static_cast<unsigned char>(text[i]);
    const std::size_t length = is_ascii(text[i]) ? 1 : decode_utf8(text, i, c);
    if (length == kInvalidUtf8 || c > 0xFF) {
      return std::string(text);  // Latin-1 does not have it
    }
    bytes.push_back(static_cast<char>(c));
    i += length;
  }
  for (std::size_t i = 0; i < bytes.size();) {
    char32_t c = 0;
    const std::size_t length = is_ascii(bytes[i]) ? 1 : decode_utf8(bytes, i, c);
    if (length == kInvalidUtf8) {
      return std::string(text);
    }
    i += length;
  }
  return bytes;
}

}  // namespace lineage::ingest
