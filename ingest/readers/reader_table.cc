#include "ingest/readers/reader_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/readers/akn.h"
#include "ingest/readers/catalogue.h"
#include "ingest/readers/docx.h"
#include "ingest/readers/html.h"
#include "ingest/readers/marcxml.h"
#include "ingest/readers/metadata_lines.h"
#include "ingest/readers/pdf.h"

namespace lineage::ingest {
namespace {

constexpr std::size_t kHead = 4096;  // bytes in which a format shows itself

std::string_view head_of(std::string_view bytes) { return bytes.substr(0, kHead); }

std::string_view trimmed_head(std::string_view bytes) {
  std::string_view head = head_of(bytes);
  if (head.starts_with("\xEF\xBB\xBF")) {
    head.remove_prefix(3);
  }
  const auto begin = head.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : head.substr(begin);
}

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool is_akn(std::string_view bytes) {
  return trimmed_head(bytes).starts_with('<') &&
         head_of(bytes).find("akomaNtoso") != std::string_view::npos;
}

bool is_marcxml(std::string_view bytes) {
  return trimmed_head(bytes).starts_with('<') &&
         (head_of(bytes).find("loc.gov/MARC21") != std::string_view::npos ||
          head_of(bytes).find("<datafield") != std::string_view::npos);
}

bool is_web_page(std::string_view bytes) {
  return trimmed_head(bytes).starts_with('<') && is_html(bytes);
}

// A JSON object or list; a text in brackets, as a header may be, is none.
bool is_catalogue(std::string_view bytes) {
  const std::string_view head = trimmed_head(bytes);
  if (head.empty() || (head.front() != '{' && head.front() != '[')) {
    return false;
  }
  const auto next = head.find_first_not_of(" \t\r\n", 1);
  return next != std::string_view::npos &&
         std::string_view("\"{[]}").find(head[next]) != std::string_view::npos;
}

// Lines that each hold as many tabs: the values of a table, such as a list of links, are no
// sentences of a text, and their numbers no citations.
bool is_table(std::string_view bytes) {
  constexpr std::size_t kLooked = 32;
  constexpr std::size_t kFewest = 5;
  constexpr std::ptrdiff_t kColumns = 3;
  std::ptrdiff_t tabs = -1;
  std::size_t lines = 0;
  while (lines < kLooked) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) {
      break;
    }
    const std::ptrdiff_t here = std::count(bytes.begin(), bytes.begin() + end, '\t');
    if (here + 1 < kColumns || (lines > 0 && here != tabs)) {
      return false;
    }
    tabs = here;
    ++lines;
    bytes.remove_prefix(end + 1);
  }
  return lines >= kFewest;
}

bool is_anything(std::string_view /*bytes*/) { return true; }

Result<SourceContent> refuse_table(std::string_view /*name*/, std::string_view /*bytes*/) {
  return failure(ErrorCode::Malformed,
                 "a table of values with tabs between them, no text; what it says of files can be "
                 "given as a CSV to --meta");
}

Result<SourceContent> read_json_catalogue(std::string_view name, std::string_view bytes) {
  auto catalogue = read_catalogue(name, bytes);
  if (!catalogue) {
    return tl::unexpected<Error>(catalogue.error());
  }
  return SourceContent{std::nullopt, std::move(*catalogue)};
}

// What is no text is refused where the text of every format is looked at: extract_document().
Result<SourceContent> read_plain_text(std::string_view name, std::string_view bytes) {
  SourceDocument document;
  document.name = name;
  document.format = "text";
  document.text = bytes;
  return SourceContent{std::move(document), std::nullopt};
}

constexpr std::array<Reader, 9> kReaders{{
    {"pdf", "PDF", is_pdf, read_pdf},
    {"docx", "a Word document", is_docx, read_docx},
    {"akn", "Akoma Ntoso XML of the United Nations", is_akn, read_akn},
    {"marcxml", "MARCXML of the UN Digital Library", is_marcxml, read_marcxml},
    {"html", "a web page", is_web_page, read_html},
    {"metadata", "metadata of resolutions, one JSON record a line", is_metadata_lines,
     read_metadata_lines},
    {"catalogue", "a catalogue", is_catalogue, read_json_catalogue},
    {"table", "a table, which is refused", is_table, refuse_table},
    {"text", "plain text or Markdown", is_anything, read_plain_text},
}};

}  // namespace

std::span<const Reader> readers() { return kReaders; }

const Reader& reader_for(std::string_view bytes) {
  return *std::find_if(kReaders.begin(), kReaders.end(),
                       [&](const Reader& reader) { return reader.knows(bytes); });
}

}  // namespace lineage::ingest
