// The parts of fetching that need no service; with one: test/fetch/check_fetch.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "ingest/fetch/content_check.h"
#include "ingest/fetch/endpoints.h"
#include "ingest/fetch/manifest.h"
#include "ingest/files/file_list.h"
#include "ingest/pipeline.h"
#include "test/support/made_files.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

Symbol symbol_of(const char* text) { return *Symbol::parse(text); }

std::string first_address(const char* format, const char* symbol, Language language) {
  for (const Endpoint& endpoint : default_endpoints()) {
    if (endpoint.format == format) {
      return address_of(endpoint, symbol_of(symbol), language);
    }
  }
  return "(no row)";
}

TEST(EndpointTest, AddressesOfTheServicesOfTheUnitedNations) {
  const std::string access = "https://documents.un.org/api/symbol/access?s=";
  EXPECT_EQ(first_address("doc", "75/240", Language::English), access + "A/RES/75/240&l=en&t=doc");
  EXPECT_EQ(first_address("pdf", "2625 (XXV)", Language::Chinese),
            access + "A/RES/2625%28XXV%29&l=zh&t=pdf");
  EXPECT_EQ(first_address("akn", "A/C.1/78/L.60/Rev.1", Language::Russian),
            access + "A/C.1/78/L.60/Rev.1&l=ru&t=akn");
  // One document holds the parts of a resolution of 1988; the library has a record for each.
  EXPECT_EQ(first_address("doc", "43/78 H", Language::French), access + "A/RES/43/78&l=fr&t=doc");
  EXPECT_EQ(first_address("marc", "43/78 H", Language::English),
            "https://digitallibrary.un.org/search?ln=en&p=documentsymbol:%22A/RES/43/"
            "78%5BH%5D%22&of=xm&rg=10");
  EXPECT_EQ(first_address("doc", "treaty:un-charter", Language::English), "");
}

TEST(EndpointTest, EveryDefaultRowIsAnAddressOfTheUnitedNations) {
  for (const Endpoint& endpoint : default_endpoints()) {
    EXPECT_TRUE(check_endpoint(endpoint)) << endpoint.address;
    EXPECT_TRUE(is_within(endpoint.address, {"un.org"})) << endpoint.address;
  }
}

TEST(EndpointTest, HostsAreWholeNamesOverTls) {
  const std::vector<std::string> hosts{"un.org"};
  for (const char* address : {"https://un.org/a", "https://documents.un.org",
                              "HTTPS://DOCS.UN.ORG/x", "https://un.org:443/"}) {
    EXPECT_TRUE(is_within(address, hosts)) << address;
  }
  for (const char* address : {"http://un.org/a", "https://fun.org/", "https://un.org.example.com/",
                              "https://un.org@example.com/", "https://example.com/?un.org",
                              "ftp://un.org/", "un.org", "", "https://[::1]/", "file:///un.org"}) {
    EXPECT_FALSE(is_within(address, hosts)) << address;
  }
}

std::string docx(const std::string& lines) {
  return test::docx_of("<w:p><w:r><w:t>" + lines + "</w:t></w:r></w:p>");
}

TEST(ContentCheckTest, APartIsFoundInTheDocumentOfItsWholeAndTheOtherWayRound) {
  const std::string whole = docx(
      "A/RES/43/978</w:t></w:r></w:p><w:p><w:r><w:t>The General Assembly, recalling its work,");
  EXPECT_EQ(check_document(symbol_of("43/978 H"), Language::English, whole).status,
            FetchStatus::Fetched);
  EXPECT_EQ(check_document(symbol_of("43/978"), Language::English, whole).status,
            FetchStatus::Fetched);
  EXPECT_EQ(check_document(symbol_of("43/979"), Language::English, whole).status,
            FetchStatus::OtherSymbol);
}

TEST(ContentCheckTest, ADocumentWithoutASymbolIsTakenAtItsWord) {
  const Verdict verdict = check_document(symbol_of("43/978"), Language::English,
                                         docx("The General Assembly, recalling its work,"));
  EXPECT_EQ(verdict.status, FetchStatus::Fetched);
  EXPECT_EQ(verdict.extension, ".docx");
  EXPECT_EQ(verdict.note, "the document does not say its symbol");
}

TEST(ContentCheckTest, WhatIsNoDocumentIsSaid) {
  struct Row {
    std::string bytes;
    FetchStatus status;
    const char* note;
  };
  const Row rows[] = {{"", FetchStatus::NotADocument, "an empty body"},
                      {"<html><body><p>Busy, come back</p></body></html>",
                       FetchStatus::NotADocument, "Busy, come back"},
                      {"{\"error\": \"no such symbol\"}", FetchStatus::NotADocument, "a catalogue"},
                      {std::string("\xD0\xCF\x11\xE0", 4) + std::string(100, '\0'),
                       FetchStatus::Unreadable, "an old Word document"},
                      {test::zip_of({{"a.txt", "words"}}), FetchStatus::Unreadable, "an archive"},
                      {"%PDF-1.7\nand then nothing", FetchStatus::Unreadable, ""}};
  for (const Row& row : rows) {
    const Verdict verdict = check_document(symbol_of("78/16"), Language::English, row.bytes);
    EXPECT_EQ(verdict.status, row.status) << row.bytes.substr(0, 30) << ": " << verdict.note;
    EXPECT_NE(verdict.note.find(row.note), std::string::npos) << verdict.note;
  }
}

// What people fetch by hand has the names of the Digital Library, or numbers of jobs.
TEST(FileNameTest, SaysTheSymbolWhereTheTextDoesNot) {
  const auto symbol = [](const char* name, const char* text) {
    const auto documents = extract_text(name, text);
    EXPECT_TRUE(documents) << name;
    return documents && documents->front().symbol ? documents->front().symbol->canonical() : "";
  };
  const char* silent = "The General Assembly,\n\nRecalling its work of many years,\n";
  EXPECT_EQ(symbol("texts/A_RES_61_901-EN.pdf", silent), "A/RES/61/901");
  EXPECT_EQ(symbol("A_RES_863%28IX%29-FR (1).pdf", silent), "A/RES/863(IX)");
  EXPECT_EQ(symbol("N2100034.pdf", silent), "");
  EXPECT_EQ(symbol("N2100034.pdf", "A/RES/61/902\n\nThe General Assembly,\n"), "A/RES/61/902");
  EXPECT_EQ(symbol("A_RES_61_901-EN.pdf", "A/RES/61/902\n\nThe General Assembly,\n"),
            "A/RES/61/902");
}

class ManifestTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "lineage-manifest-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  static ManifestLine line(FetchStatus status) {
    ManifestLine line;
    line.symbol = "A/RES/78/16";
    line.language = "en";
    line.status = status;
    line.file = "A_RES_78_16-EN.docx";
    line.note = "two\twords\nand a line";
    return line;
  }

  fs::path folder_;
};

TEST_F(ManifestTest, RemembersWhatWasKeptAcrossATornLine) {
  {
    auto manifest = Manifest::open(folder_);
    ASSERT_TRUE(manifest) << manifest.error().message;
    ASSERT_TRUE(manifest->add(line(FetchStatus::Fetched)));
    ASSERT_TRUE(manifest->add(line(FetchStatus::Busy)));
    EXPECT_FALSE(Manifest::open(folder_)) << "two at once";
  }
  std::ofstream(folder_ / kManifestName, std::ios::app) << "A/RES/78/17\ten\tdo";
  {
    auto manifest = Manifest::open(folder_);
    ASSERT_TRUE(manifest);
    ManifestLine other = line(FetchStatus::Fetched);
    other.symbol = "A/RES/78/18";
    ASSERT_TRUE(manifest->add(other));
  }
  const auto manifest = Manifest::open(folder_);
  ASSERT_TRUE(manifest);
  const ManifestLine* kept = manifest->kept(symbol_of("78/16"), Language::English);
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(kept->file, "A_RES_78_16-EN.docx");
  EXPECT_EQ(kept->note, "two words and a line");
  EXPECT_NE(manifest->kept(symbol_of("78/18"), Language::English), nullptr);
  EXPECT_EQ(manifest->kept(symbol_of("78/17"), Language::English), nullptr);
  EXPECT_EQ(manifest->kept(symbol_of("78/16"), Language::French), nullptr);
  EXPECT_EQ(manifest->kept(symbol_of("78/16"), std::nullopt), nullptr);
}

TEST_F(ManifestTest, IsNoTextForIngest) {
  ASSERT_TRUE(Manifest::open(folder_));
  fs::create_directories(folder_ / ".git" / "hooks");  // nor is what makes the folder a clone
  std::ofstream(folder_ / ".git" / "hooks" / "pre-commit.sample") << "words";
  std::ofstream(folder_ / ".gitattributes") << "words";
  std::ofstream(folder_ / "A_RES_78_16-EN.docx.part") << "half";
  std::ofstream(folder_ / "a.txt") << "whole";
  EXPECT_EQ(files_of(folder_), std::vector<fs::path>{folder_ / "a.txt"});
}

}  // namespace
}  // namespace lineage::ingest
