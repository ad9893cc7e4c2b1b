// The words of a PDF's pages with their places, and how they become running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace lineage::ingest {

// In points, from the upper left corner of the page.
struct PdfWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;

  [[nodiscard]] double height() const { return bottom - top; }
};

struct PdfLine {
  std::vector<PdfWord> words;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

struct PdfPage {
  double height = 0;
  std::vector<PdfLine> lines;  // in reading order
};

// Reads what `pdftotext -bbox-layout` writes.
[[nodiscard]] Result<std::vector<PdfPage>> read_pdf_pages(std::string_view xml);

// Paragraphs, each in one line with a blank line behind it, also those that a page breaks; the
// notes of all pages at the end, with raised marks; without running headers and footers.
[[nodiscard]] std::string text_of(const std::vector<PdfPage>& pages);

}  // namespace lineage::ingest
