#include "test/support/made_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cstdio>

#include <gtest/gtest.h>

namespace lineage::test {
namespace {

std::string archive_of(const Members& members, archive* writer) {
  std::string bytes(std::size_t{4} << 20, '\0');
  std::size_t used = 0;
  EXPECT_EQ(archive_write_open_memory(writer, bytes.data(), bytes.size(), &used), ARCHIVE_OK);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK);
    EXPECT_EQ(archive_write_data(writer, content.data(), content.size()),
              static_cast<la_ssize_t>(content.size()));
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

std::string number(double value) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
  return buffer.data();
}

}  // namespace

std::string zip_of(const Members& members) {
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  return archive_of(members, writer);
}

std::string tar_xz_of(const Members& members) {
  archive* writer = archive_write_new();
  archive_write_set_format_ustar(writer);
  archive_write_add_filter_xz(writer);
  return archive_of(members, writer);
}

std::string docx_of(const std::string& body, const std::string& footnotes) {
  const std::string space =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  return zip_of(
      {{"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"},
       {"word/footnotes.xml", "<w:footnotes" + space + ">" + footnotes + "</w:footnotes>"}});
}

std::string pdf_of(const std::vector<PdfText>& lines) {
  std::string page = "BT\n";
  for (const PdfText& line : lines) {
    page += "/F1 " + number(line.size) + " Tf 1 0 0 1 " + number(line.x) + " " + number(line.y) +
            " Tm (" + line.text + ") Tj\n";
  }
  page += "ET\n";
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(page.size()) + " >>\nstream\n" + page + "endstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places.push_back(pdf.size());
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 6\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    std::array<char, 32> row{};
    std::snprintf(row.data(), row.size(), "%010zu 00000 n \n", place);
    pdf += row.data();
  }
  return pdf + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + std::to_string(table) +
         "\n%%EOF\n";
}

}  // namespace lineage::test
