// The one path from bytes to citations: read, normalize, segment, scan, resolve. Extract, ingest,
// tests and benchmarks all come through here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "graph/store.h"

namespace lineage::ingest {

// Whether the paragraphs themselves are wanted beside the citations: a store keeps them, and
// copying them costs as much as reading the file.
enum class Clauses : std::uint8_t { Keep, Leave };

// Reads the text of one file, which may hold several works, in the order of the file; at least one
// document. Errors: NotFound; Io; Malformed for what holds no text (empty, a directory, a picture,
// not UTF-8). Cost: linear in the bytes; memory a small multiple of them.
[[nodiscard]] Result<std::vector<StoredDocument>> extract_file(const std::filesystem::path& path,
                                                               Clauses clauses = Clauses::Keep);

// The same for bytes at hand; `name` is the file name to report.
[[nodiscard]] Result<std::vector<StoredDocument>> extract_text(std::string_view name,
                                                               std::string_view bytes,
                                                               Clauses clauses = Clauses::Keep);

}  // namespace lineage::ingest
