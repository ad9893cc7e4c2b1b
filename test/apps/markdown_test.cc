#include "apps/report/markdown.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace lineage::cli {
namespace {

TEST(MarkdownTest, EscapesWhatMarkdownWouldTake) {
  EXPECT_EQ(markdown_text("a_b *c* [d](e) <f> `g` h|i\n$1"),
            "a_b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` h\\|i \\$1");
  EXPECT_EQ(markdown_text("1. Decides"), "1\\. Decides");
  EXPECT_EQ(markdown_text("# x"), "\\# x");
  EXPECT_EQ(markdown_text("- x"), "\\- x");
  EXPECT_EQ(markdown_text("78/16"), "78/16");
  EXPECT_EQ(fenced("a ```` b", "sh"), "`````sh\na ```` b\n`````\n");
}

TEST(MarkdownTest, TablesParagraphsAndLines) {
  Answer answer;
  answer.blocks.emplace_back(Paragraph{"words", 0, Style::Plain, "label"});
  answer.blocks.emplace_back(Table{{"a", "b"}, {{{"1"}, {"x|y"}}, {{"2"}}}});
  answer.blocks.emplace_back(Lines{{{{"*"}, {"  78/16"}}}, true});
  EXPECT_EQ(markdown(answer),
            "**label**: words\n\n| a | b |\n| --- | --- |\n| 1 | x\\|y |\n| 2 |  |\n\n```\n*  "
            "78/16\n```\n");
}

TEST(MarkdownTest, LinesOfWordsAreNoDrawing) {
  const auto of = [](std::vector<Line> lines) {
    Answer answer;
    answer.blocks.emplace_back(Lines{std::move(lines), false});
    return markdown(answer);
  };
  EXPECT_EQ(of({{{"78/16", Style::Heading}, {"  held"}}, {}, {{"of note: a_b"}}}),
            "**78/16** held\\\nof note: a_b\n");
  EXPECT_EQ(of({{{"https://docs.un.org/en/A/RES/78/16"}}}),
            "<https://docs.un.org/en/A/RES/78/16>\n");
  EXPECT_EQ(of({{}}), "");
  EXPECT_EQ(of({{{"\u201cquoted\u201d"}}}), "\u201cquoted\u201d\n");
  for (const char* drawing : {"|\\_", "o  77/37", "\u2502 \u25CB", "  a    b"}) {
    EXPECT_EQ(of({{{drawing}}}), "```\n" + std::string(drawing) + "\n```\n");
  }
}

}  // namespace
}  // namespace lineage::cli
