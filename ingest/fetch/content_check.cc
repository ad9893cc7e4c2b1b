#include "ingest/fetch/content_check.h"

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/pipeline.h"
#include "ingest/readers/archive.h"
#include "ingest/readers/read_source.h"
#include "ingest/readers/reader_table.h"
#include "ingest/text/source_text.h"

namespace lineage::ingest {
namespace {

struct Kept {
  std::string_view reader;
  std::string_view extension;
};
constexpr std::array<Kept, 3> kKept{{{"docx", ".docx"}, {"pdf", ".pdf"}, {"akn", ".xml"}}};

// No symbol is in it, so that only the words inside say what the document is.
constexpr const char* kBodyName = "the body";

// The first words, on one line.
std::string first_words(std::string_view text) {
  constexpr std::size_t kMost = 100;
  std::string words;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (words.size() >= kMost && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      return words + "...";
    }
    if (!space || (!words.empty() && words.back() != ' ')) {
      words += space ? ' ' : c;
    }
  }
  return words;
}

// An error page says in its words what is the matter.
Verdict not_a_document(const Reader& reader, std::string_view bytes) {
  std::string words;
  if (const auto content = reader.read(kBodyName, bytes); content && content->document) {
    words = first_words(content->document->text);
  }
  return {FetchStatus::NotADocument, "",
          std::string(reader.what) + (words.empty() ? "" : ": " + words)};
}

// Whether the two stand in one document: a part and its whole, or parts printed together.
bool are_printed_together(const Symbol& a, const Symbol& b) {
  return a == b || a.whole() == b || b.whole() == a ||
         (!a.document_symbol().empty() && a.document_symbol() == b.document_symbol());
}

std::string without_body_name(const Error& error) {
  const std::string name = std::string("'") + kBodyName + "': ";
  return error.message.starts_with(name) ? error.message.substr(name.size()) : error.message;
}

Verdict check_identity(const Symbol& symbol,
                       Language language,
                       const std::vector<StoredDocument>& documents,
                       std::string_view extension) {
  Verdict verdict{FetchStatus::Fetched, std::string(extension), ""};
  std::string other;
  bool says_it = false;
  bool in_language = false;
  for (const StoredDocument& document : documents) {
    in_language = in_language || document.language == language;
    if (document.symbol) {
      says_it = says_it || are_printed_together(*document.symbol, symbol);
      other = other.empty() ? document.symbol->short_form() : other;
    }
  }
  if (!says_it && !other.empty()) {
    verdict.status = FetchStatus::OtherSymbol;
    verdict.note = "the document says that it is " + other;
  } else if (!in_language) {
    verdict.status = FetchStatus::OtherLanguage;
    verdict.note = "the document is in " + std::string(code(documents.front().language));
  } else if (!says_it) {
    verdict.note = "the document does not say its symbol";
  }
  return verdict;
}

}  // namespace

Verdict check_document(const Symbol& symbol, Language language, std::string_view bytes) {
  if (bytes.empty()) {
    return {FetchStatus::NotADocument, "", "an empty body"};
  }
  const Reader& reader = reader_for(bytes);
  const auto* kept = std::ranges::find(kKept, reader.format, &Kept::reader);
  if (kept == kKept.end()) {
    if (is_archive(bytes)) {
      return {FetchStatus::Unreadable, "", "an archive"};
    }
    const Result<void> text = check_text(bytes);
    return reader.format != "text" || text
               ? not_a_document(reader, bytes)
               : Verdict{FetchStatus::Unreadable, "", text.error().message};
  }
  const Result<Extraction> read = extract_bytes(kBodyName, bytes, Clauses::Leave);
  if (!read) {
    return {FetchStatus::Unreadable, "", without_body_name(read.error())};
  }
  return check_identity(symbol, language, read->documents, kept->extension);
}

Verdict check_facts(const Symbol& symbol, std::string_view bytes) {
  if (bytes.empty()) {
    return {FetchStatus::NotADocument, "", "an empty body"};
  }
  const bool collection = bytes.substr(0, 4096).find("loc.gov/MARC21") != std::string_view::npos;
  if (collection && bytes.find("<datafield") == std::string_view::npos) {
    return {FetchStatus::Absent, "", "no record of it"};
  }
  const Reader& reader = reader_for(bytes);
  if (reader.format != "marcxml") {
    return not_a_document(reader, bytes);
  }
  const auto content = reader.read(kBodyName, bytes);
  if (!content) {
    return {FetchStatus::Unreadable, "", without_body_name(content.error())};
  }
  const std::vector<WorkFacts>& works = content->catalogue->works;
  const bool found = std::ranges::any_of(works, [&](const WorkFacts& work) {
    return are_printed_together(work.symbol, symbol) ||
           std::ranges::find(work.aliases, symbol) != work.aliases.end();
  });
  if (!found) {
    return {FetchStatus::OtherSymbol, "",
            works.empty() ? "no record with a symbol"
                          : "the records are of " + works.front().symbol.short_form()};
  }
  return {FetchStatus::Fetched, ".xml", ""};
}

}  // namespace lineage::ingest
