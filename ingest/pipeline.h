// The one path from bytes to citations: read, normalize, segment, scan, resolve. Extract, ingest,
// tests and benchmarks all come through here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "graph/store/store.h"
#include "ingest/readers/source_document.h"

namespace lineage::ingest {

// Whether the paragraphs themselves are wanted beside the citations: a store keeps them, and
// copying them costs as much as reading the file.
enum class Clauses : std::uint8_t { Keep, Leave };

// One SourceDocument to its works, in the order of the text; at least one. Errors: Malformed for
// what holds no text that can be seen, or is not UTF-8. Cost: linear in the bytes; memory a small
// multiple of them.
[[nodiscard]] Result<std::vector<StoredDocument>> extract_document(const SourceDocument& source,
                                                                   Clauses clauses = Clauses::Keep);

// The same for plain text at hand; `name` is the file name to report.
[[nodiscard]] Result<std::vector<StoredDocument>> extract_text(std::string_view name,
                                                               std::string_view bytes,
                                                               Clauses clauses = Clauses::Keep);

// What a file holds: the works of its texts, and the files of an archive that could not be read.
struct Extraction {
  std::vector<StoredDocument> documents;
  std::vector<Error> skipped;  // each names its file
};

// The bytes of one file of any format but an archive.
[[nodiscard]] Result<Extraction> extract_bytes(const std::string& name,
                                               std::string_view bytes,
                                               Clauses clauses = Clauses::Keep);

// Reads one file of any format, or every file of an archive. Errors: where nothing could be read,
// the first of them: NotFound; Io; Malformed for what holds no text (empty, a directory, a
// picture); Unsupported for a catalogue, which has none.
[[nodiscard]] Result<Extraction> extract_file(const std::filesystem::path& path,
                                              Clauses clauses = Clauses::Keep);

}  // namespace lineage::ingest
