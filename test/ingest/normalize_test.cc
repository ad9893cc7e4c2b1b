#include "ingest/text/normalize.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace lineage::ingest {
namespace {

struct Row {
  std::string_view read;
  std::string_view folded;
};

TEST(NormalizeTest, FoldsWhatTheGrammarNeedNotTellApart) {
  const Row rows[] = {
      {"４３／７８　Ｈ", "43/78 H"},
      {"23\xC2\xA0"
       "December",
       "23 December"},
      {"non\xE2\x80\x91"
       "binding",
       "non-binding"},
      {"2021\xE2\x80\x93"
       "2025",
       "2021-2025"},
      {"resolu\xC2\xADtion", "resolution"},
      {"53\xE2\x80\x8B/70", "53/70"},
      {"\xEF\xBB\xBFtext", "text"},
      {"one\r\ntwo\rthree", "one\ntwo\nthree"},
      {"d\xC3\xA9"
       "cembre",
       "decembre"},
      {"de\xCC\x81"
       "cembre",
       "decembre"},
      {"\xD9\xA5\xD9\xA3", "53"},
      {"\xC2\xAB A \xC2\xBB", "\" A \""},
      {"**Recalls** the _report_", "Recalls the report"},
      {"see [A/77/275](#).", "see A/77/275."},
      {"[on the report (A/78/404)]", "[on the report (A/78/404)]"},
      {"[S/RES/1540(2004)](#x)", "S/RES/1540(2004)"},
      {"A/68/98*", "A/68/98*"},
      {"78/16\\. Title", "78/16. Title"},
      {"## Title", "Title"},
      {"report\xC2\xB9\xC2\xB2 and",
       "report\x01"
       "12\x02 and"},
      {"report[^3] and",
       "report\x01"
       "3\x02 and"},
  };
  for (const Row& row : rows) {
    const auto text = normalize(row.read);
    ASSERT_TRUE(text) << row.read;
    EXPECT_EQ(text->text, row.folded) << row.read;
  }
}

// Where `part` of the folded text stands in the bytes as read.
std::string source_of(std::string_view read, std::string_view part) {
  const auto text = normalize(read);
  const std::size_t at = text->text.find(part);
  EXPECT_NE(at, std::string::npos) << read;
  const std::size_t begin = text->offsets.begin_of(at);
  const std::size_t end = text->offsets.end_of(at + part.size());
  return std::string(read.substr(begin, end - begin));
}

TEST(NormalizeTest, OffsetsLeadBackToTheBytesAsRead) {
  EXPECT_EQ(source_of("see [A/77/275](#).", "A/77/275"), "A/77/275");
  EXPECT_EQ(source_of("**43/78\xC2\xA0H** of", "43/78 H"), "43/78\xC2\xA0H");
  EXPECT_EQ(source_of("\xEF\xBB\xBF"
                      "53/70",
                      "53/70"),
            "53/70");
  EXPECT_EQ(source_of("no 53\xE2\x80\x8B/70\xE2\x80\x8B end", "53/70"), "53\xE2\x80\x8B/70");
  EXPECT_EQ(source_of("d\xC3\xA9"
                      "cembre 1998",
                      "1998"),
            "1998");
  EXPECT_EQ(source_of("５３/７０", "53/70"), "５３/７０");
}

TEST(NormalizeTest, RefusesWhatIsNotUtf8AndSaysWhere) {
  for (const std::string_view bytes : {"abc\xFF", "abc\xC3", "abc\xED\xA0\x80", "abc\xC0\x80"}) {
    const auto text = normalize(bytes);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Malformed);
    EXPECT_NE(text.error().message.find("byte 3"), std::string::npos) << text.error().message;
  }
}

}  // namespace
}  // namespace lineage::ingest
