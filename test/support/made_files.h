// Makes the files that readers are tested with: archives, Word documents, PDF.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lineage::test {

using Members = std::vector<std::pair<std::string, std::string>>;  // name and content

[[nodiscard]] std::string zip_of(const Members& members);
[[nodiscard]] std::string tar_xz_of(const Members& members);
// A Word document: the XML within <w:body>, and that within <w:footnotes>.
[[nodiscard]] std::string docx_of(const std::string& body, const std::string& footnotes = "");
// A PDF of one page with these lines, each at its place and in its size, in points.
struct PdfText {
  double x = 0;
  double y = 0;  // from the lower edge of the page of 792 points
  double size = 10;
  std::string text;
};
[[nodiscard]] std::string pdf_of(const std::vector<PdfText>& lines);

}  // namespace lineage::test
