// Reads the bytes of a file, and refuses as a text what is none.
#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace lineage::ingest {

// The largest file that is read, in bytes: pictures in a Word document or a PDF take room.
inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;

// The largest text that is read, in bytes. The longest resolution of sessions 77 and 78 has 0.4 MB;
// a whole session's volume has some 5 MB, twice that in two-byte scripts. A text that is nothing
// but symbols takes some hundred times its size of memory while it is read.
inline constexpr std::size_t kLargestText = std::size_t{16} << 20;

// The most lines: a session's volume, printed at eighty columns, has a fifth of them. Each line may
// be a paragraph or a note, and a file of tiny lines holds millions.
inline constexpr std::size_t kMostLines = 400'000;

// Errors: NotFound; Io; Malformed for a directory and for a file above kLargestFile, of which
// nothing is read.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

// 128 bits of XXH3 in hex: the identity of a file's content.
[[nodiscard]] std::string content_hash(std::string_view bytes);

// Reads a stream to its end: a pipe. Errors: Io; Malformed above kLargestText.
[[nodiscard]] Result<std::string> read_text(std::istream& stream);

// Errors: Malformed for bytes of a known binary format (the message names it), for UTF-16, for NUL
// bytes, for more than kLargestText bytes or kMostLines lines, and for a text that holds no letters
// or one character over and over. UTF-8 itself is checked by normalize().
[[nodiscard]] Result<void> check_text(std::string_view bytes);

}  // namespace lineage::ingest
