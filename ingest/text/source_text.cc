#include "ingest/text/source_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>
#include <xxhash.h>

#include "ingest/text/bytes.h"
#include "ingest/words/lexicon.h"

namespace lineage::ingest {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view magic;
  std::string_view name;
};

constexpr std::array<Signature, 14> kSignatures{{
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture"},
    {"BM\x36"sv, "a BMP picture"},
    {"II*\0"sv, "a TIFF picture"},
    {"MM\0*"sv, "a TIFF picture"},
    {"%PDF"sv, "a PDF"},
    {"PK\x03\x04"sv, "a zip archive, as DOCX and ODT files are"},
    {"\xD0\xCF\x11\xE0"sv, "an old Word document"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"\xFD"
     "7zXZ"sv,
     "an xz archive"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"SQLite format 3"sv, "a database"},
    {"\xFF\xFE"sv, "UTF-16 text"},
}};

// What the first KiB of a marked-up file holds.
constexpr std::array<Signature, 6> kMarkups{{
    {"<svg"sv, "an SVG picture"},
    {"<html"sv, "a web page"},
    {"<!DOCTYPE html"sv, "a web page"},
    {"<akomaNtoso"sv, "Akoma Ntoso XML"},
    {"<?xml"sv, "XML"},
    {"{\\rtf"sv, "an RTF document"},
}};

// True when the text is one character, over and over.
bool is_one_character(std::string_view bytes) {
  const std::size_t length = char_length(bytes, 0);
  return bytes.size() > 64 &&
         std::memcmp(bytes.data(), bytes.data() + length, bytes.size() - length) == 0;
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

Result<void> check_text(std::string_view bytes) {
  if (bytes.empty()) {
    return failure(ErrorCode::Malformed, "the file is empty: there is nothing to read");
  }
  for (const Signature& row : kSignatures) {
    if (bytes.starts_with(row.magic)) {
      return failure(ErrorCode::Malformed, "the file is " + std::string(row.name) +
                                               ", not text: convert it to UTF-8 text");
    }
  }
  if (bytes.starts_with("\xFE\xFF"sv)) {
    return failure(ErrorCode::Malformed, "the file is UTF-16 text: convert it to UTF-8 text");
  }
  if (bytes.find('\0') != std::string_view::npos) {
    return failure(ErrorCode::Malformed, "the file holds NUL bytes: it is not a text");
  }
  for (const Signature& row : kMarkups) {
    if (bytes.substr(0, 1024).find(row.magic) != std::string_view::npos) {
      return failure(ErrorCode::Malformed, "the file is " + std::string(row.name) +
                                               ", not text: turn it into text first");
    }
  }
  if (bytes.size() > kLargestText) {
    return failure(ErrorCode::Malformed,
                   "its text has " + std::to_string(bytes.size() >> 20) + " MB, more than the " +
                       std::to_string(kLargestText >> 20) + " MB of the largest text: split it");
  }
  if (is_one_character(bytes)) {
    return failure(ErrorCode::Malformed,
                   "the file holds one character over and over: it is not a text");
  }
  const std::size_t lines = count_of('\n', bytes);
  if (lines > kMostLines) {
    return failure(ErrorCode::Malformed, "the file has " + std::to_string(lines) +
                                             " lines, more than the " + std::to_string(kMostLines) +
                                             " of the longest text: split it");
  }
  const bool words = std::any_of(bytes.begin(), bytes.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  if (!words) {
    return failure(ErrorCode::Malformed, "the file holds no letters: it is not a text");
  }
  return {};
}

Result<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    const bool refused = error && error != std::errc::no_such_file_or_directory &&
                         error != std::errc::not_a_directory;
    return refused ? Result<std::string>(
                         failure(ErrorCode::Io, "cannot look at it: " + error.message()))
                   : failure(ErrorCode::NotFound, "no such file: check the path");
  }
  if (std::filesystem::is_directory(status)) {
    return failure(
        ErrorCode::Malformed,
        "it is a directory: name its files, or take the whole into a store with 'lineage ingest'");
  }
  if (!std::filesystem::is_regular_file(status)) {
    return failure(ErrorCode::Malformed, "it is not a regular file");
  }
  const auto size = std::filesystem::file_size(path, error);
  if (error) {
    return failure(ErrorCode::Io, "cannot look at it: " + error.message());
  }
  if (size > kLargestFile) {
    return failure(ErrorCode::Malformed,
                   "it has " + std::to_string(size >> 20) + " MB, more than the " +
                       std::to_string(kLargestFile >> 20) + " MB of the largest file: split it");
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file || (size > 0 && !file.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    return failure(ErrorCode::Io,
                   std::string("cannot read it: ") +
                       (errno != 0 ? std::strerror(errno) : "it changed while it was read"));
  }
  return bytes;
}

Result<std::string> read_text(std::istream& stream) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > kLargestText) {
      return failure(ErrorCode::Malformed, "it has more than the " +
                                               std::to_string(kLargestText >> 20) +
                                               " MB of the largest text: split it");
    }
  }
  return stream.bad() ? Result<std::string>(failure(ErrorCode::Io, "cannot read it"))
                      : Result<std::string>(std::move(bytes));
}

}  // namespace lineage::ingest
