#include "apps/report/report_source.h"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

namespace lineage::cli {
namespace {

std::vector<ReportPiece> pieces_of(std::string_view text) {
  auto pieces = read_report(text);
  EXPECT_TRUE(pieces) << (pieces ? "" : pieces.error().message);
  return pieces ? std::move(*pieces) : std::vector<ReportPiece>{};
}

Chunk chunk_of(std::string_view text) {
  for (ReportPiece& piece : pieces_of(text)) {
    if (auto* chunk = std::get_if<Chunk>(&piece)) {
      return std::move(*chunk);
    }
  }
  ADD_FAILURE() << "no chunk in " << text;
  return {};
}

// Prose as it stands, chunks as <label>, expressions as {expression}.
std::string outline_of(std::string_view text) {
  std::string outline;
  for (const ReportPiece& piece : pieces_of(text)) {
    if (const auto* prose = std::get_if<Prose>(&piece)) {
      outline += prose->text;
    } else if (const auto* code = std::get_if<Inline>(&piece)) {
      outline += "{" + code->expression + "}";
    } else {
      outline += "<" + std::get<Chunk>(piece).label + ">";
    }
  }
  return outline;
}

TEST(ReportSourceTest, TellsChunksExpressionsAndProseApart) {
  struct Row {
    const char* text;
    const char* outline;
  };
  const Row rows[] = {
      {"a\n```{lineage}\nstats\n```\nb\n", "a\n<chunk-1>b\n"},
      {"~~~ {lineage one}\nstats\n~~~~\n", "<one>"},
      {"```{lineage}\nstats\n```\n```{lineage}\nverify\n```", "<chunk-1><chunk-2>"},
      {"```{lineages}\nstats\n```\n", "```{lineages}\nstats\n```\n"},
      {"```sh\n`lineage x`\n```{lineage}\n```\n", "```sh\n`lineage x`\n```{lineage}\n```\n"},
      {"````\n```{lineage}\nstats\n```\n````\n", "````\n```{lineage}\nstats\n```\n````\n"},
      {"    ```{lineage}\n", "    ```{lineage}\n"},
      {"there are `lineage count(all())` texts", "there are {count(all())} texts"},
      {"`lineage a` and `lineage b`\n", "{a} and {b}\n"},
      {"``lineage a`` and `code` stay", "``lineage a`` and `code` stay"},
      {"``a ` b`` `lineage c`", "``a ` b`` {c}"},
      {"an open ` tick and `lineage x`", "an open ` tick and `lineage x`"},
      {"", ""}};
  for (const Row& row : rows) {
    EXPECT_EQ(outline_of(row.text), row.outline) << row.text;
  }
}

TEST(ReportSourceTest, ReadsOptionsOfBothKinds) {
  const Chunk markdown = chunk_of(
      "\n```{lineage my-table, echo=FALSE, output=text, caption=\"a, b\"}\nquery 'a b' \\\n  "
      "--limit 3\n```\n");
  EXPECT_EQ(markdown.line, 2U);
  EXPECT_EQ(markdown.label, "my-table");
  EXPECT_FALSE(markdown.echo);
  EXPECT_EQ(markdown.output, ReportOutput::Text);
  EXPECT_EQ(markdown.caption, "a, b");
  EXPECT_EQ(markdown.words, (std::vector<std::string>{"query", "a b", "--limit", "3"}));
  const Chunk quarto = chunk_of(
      "```{lineage}\n#| label: x\n#| echo: false\n#| fig-cap: \"One: two\"\n# a remark\nlineage "
      "stats\n```");
  EXPECT_EQ(quarto.label, "x");
  EXPECT_FALSE(quarto.echo);
  EXPECT_TRUE(quarto.notes);
  EXPECT_EQ(quarto.caption, "One: two");
  EXPECT_EQ(quarto.words, std::vector<std::string>{"stats"});
}

TEST(ReportSourceTest, HostileLinesCostNoMoreThanTheirLength) {
  std::string growing;  // runs of ticks of which none closes another
  for (std::size_t run = 1; growing.size() < 4'000'000; ++run) {
    growing += std::string(run, '`') + " ";
  }
  std::string open;
  for (int i = 0; i < 500'000; ++i) {
    open += "`lineage ";
  }
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(outline_of(growing), growing);
  EXPECT_EQ(outline_of(std::string(4'000'000, '`')), std::string(4'000'000, '`'));
  EXPECT_FALSE(pieces_of(open).empty());
  EXPECT_FALSE(read_report("```{lineage}\n" + std::string(4'000'000, '\'') + "x"));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20));
}

TEST(ReportSourceTest, NamesTheLineOfWhatIsWrong) {
  struct Row {
    const char* text;
    const char* message;
  };
  const Row rows[] = {{"a\n\n```{lineage}\nstats\n", "line 3: the chunk does not end"},
                      {"```{lineage, eco=TRUE}\nstats\n```",
                       "line 1: a chunk has no option 'eco'; did you mean 'echo'?"},
                      {"```{lineage}\n#| echo: maybe\nstats\n```",
                       "line 2: 'echo' takes true or false, not 'maybe'"},
                      {"```{lineage a b}\nstats\n```", "'label' takes letters"},
                      {"```{lineage a, b}\nstats\n```", "'b' is no option"},
                      {"```{lineage}\n#| echo\nstats\n```", "write '#| name: value'"},
                      {"```{lineage}\n# nothing\n```", "line 1: the chunk has no command"},
                      {"```{lineage}\nquery 'a\n```", "line 1: a quote ' does not end"},
                      {"```{lineage a}\nstats\n```\n```{lineage a}\nstats\n```",
                       "line 4: two chunks have the label 'a'"}};
  for (const Row& row : rows) {
    const auto pieces = read_report(row.text);
    ASSERT_FALSE(pieces) << row.text;
    EXPECT_NE(pieces.error().message.find(row.message), std::string::npos)
        << pieces.error().message;
  }
}

}  // namespace
}  // namespace lineage::cli
