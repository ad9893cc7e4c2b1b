#include "ingest/readers/pdf.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "ingest/files/child_process.h"
#include "ingest/readers/pdf_page.h"

namespace lineage::ingest {
namespace {

// A page takes some milliseconds; what takes longer than this is made to.
constexpr ChildLimits kLimits{.time = std::chrono::seconds(8),
                              .memory = std::size_t{384} << 20,
                              .output = std::size_t{48} << 20,
                              .network = false};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// XML allows no control characters but these, and pdftotext writes what the file holds.
std::string without_controls(std::string xml) {
  std::replace_if(
      xml.begin(), xml.end(),
      [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\t' && c != '\r';
      },
      ' ');
  return xml;
}

Error unreadable(const ChildOutput& output) {
  const std::string said = first_line(output.err);
  if (said.find("password") != std::string::npos) {
    return {ErrorCode::Malformed, "the PDF is encrypted: save it without a password"};
  }
  return {ErrorCode::Malformed,
          "the PDF cannot be read" + (said.empty() ? std::string{} : " (" + said + ")")};
}

}  // namespace

Result<SourceContent> read_pdf(std::string_view name, std::string_view bytes) {
  const auto output = run_child({"pdftotext", "-q", "-bbox-layout", "-", "-"}, bytes, kLimits);
  if (!output) {
    return output.error().code == ErrorCode::NotFound
               ? failure(ErrorCode::Unsupported,
                         "reading a PDF takes 'pdftotext': install the package poppler-utils")
               : failure(output.error().code, "the PDF cannot be read: " + output.error().message);
  }
  if (output->exit != 0) {
    return tl::unexpected<Error>(unreadable(*output));
  }
  const auto pages = read_pdf_pages(without_controls(output->out));
  if (!pages) {
    return failure(ErrorCode::Malformed,
                   "what pdftotext made of the PDF is " + pages.error().message);
  }
  SourceDocument document;
  document.name = name;
  document.format = "pdf";
  document.text = text_of(*pages);
  const auto letters = std::count_if(document.text.begin(), document.text.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  if (letters < 20) {
    return failure(ErrorCode::Malformed,
                   "the PDF holds no text: it is a scan; put it through OCR first, as 'ocrmypdf' "
                   "does");
  }
  return SourceContent{std::move(document), std::nullopt};
}

}  // namespace lineage::ingest
