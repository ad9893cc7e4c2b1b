// Reports: how they are read, and what the program makes of them.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "apps/report/markdown.h"
#include "apps/report/report_source.h"
#include "graph/frozen_graph.h"
#include "graph/store/store.h"
#include "ingest/files/child_process.h"
#include "test/apps/fixture.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

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

class ReportTest : public testing::Test {
 protected:
  void SetUp() override {
    test::write_store(folder_.path() / "lineage.db");
    fs::current_path(folder_.path());
  }
  void TearDown() override { fs::current_path("/"); }

  static ChildOutput program(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), LINEAGE_PROGRAM);
    const auto output = run_child(arguments, "", {.memory = static_cast<std::size_t>(-1)});
    EXPECT_TRUE(output) << output.error().message;
    return output.value_or(ChildOutput{-1, "", ""});
  }

  static void write(const std::string& text, const char* name = "report.md") {
    std::ofstream(name, std::ios::binary) << text;
  }
  static std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }
  // The report in Markdown, without its last two lines.
  static std::string made(const std::string& text, std::vector<std::string> options = {}) {
    write(text);
    options.insert(options.begin(), {"report", "report.md", "-o", "out.md"});
    const ChildOutput run = program(options);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.out, "");
    const std::string report = read("out.md");
    const std::size_t end = report.rfind("Made with lineage ");
    EXPECT_NE(end, std::string::npos) << report;
    return report.substr(0, end < 2 ? 0 : end - 2);
  }

  test::Folder folder_;
};

TEST_F(ReportTest, PutsAnswersInTheirPlace) {
  EXPECT_EQ(
      made("78/16 cites `lineage count(references(78/16))` texts: `lineage references(78/16)`.\n\n"
           "```{lineage}\nquery 'references(78/16) & kind(report)' \n```\nAnd so on."),
      "78/16 cites 3 texts: 53/70, 77/37 and A/78/404.\n\n"
      "```sh\nlineage query 'references(78/16) & kind(report)' \n```\n\n"
      "| symbol | date | holding | list | cites | cited by | title |\n"
      "| --- | --- | --- | --- | --- | --- | --- |\n"
      "| A/78/404 | - | only cited | unknown | 0 | 1 |  |\nAnd so on.");
}

TEST_F(ReportTest, OptionsChooseWhatIsShown) {
  const std::string quoted = "> not established";
  const std::string chunk = "query 'ancestors(78/16) & kind(report)'\n```\n";
  EXPECT_EQ(made("```{lineage, output=FALSE, notes=FALSE, echo=FALSE}\n" + chunk), "");
  EXPECT_NE(made("```{lineage, echo=FALSE}\n" + chunk).find(quoted), std::string::npos);
  EXPECT_EQ(made("```{lineage, echo=FALSE, notes=FALSE}\n" + chunk).find(quoted),
            std::string::npos);
  EXPECT_EQ(
      made("```{lineage, echo=FALSE, notes=FALSE, output=asis}\nquery '78/16 => count'\n```\n"),
      "1");
  EXPECT_EQ(made("```{lineage, eval=FALSE}\nquery 'no such thing'\n```\n"),
            "```sh\nlineage query 'no such thing'\n```");
  EXPECT_NE(made("```{lineage, error=TRUE}\nshow 78/61\n```\n").find("error: the store has no"),
            std::string::npos);
  EXPECT_NE(made("```{lineage, output=text}\nlog 78/16\n```\n").find("```\n*    78/16"),
            std::string::npos);
}

TEST_F(ReportTest, AnEmptyAnswerIsOneAndSaysWhy) {
  EXPECT_NE(made("```{lineage}\nquery 'references(78/16) & year(1950)'\n```\n")
                .find("> no text of the store fulfils 'year(1950)'"),
            std::string::npos);
}

TEST_F(ReportTest, EveryKindOfAnswerHasItsPlace) {
  write("The General Assembly,\n\nRecalling its resolution 53/70 of 4 December 1998,\n", "a.txt");
  const std::string report = made(
      "```{lineage}\nextract a.txt\n```\n```{lineage}\nshow 78/16 --format json\n```\n"
      "```{lineage}\nquery 78/16 --format csv\n```\n```{lineage}\nstats\n```\n");
  EXPECT_NE(report.find("```json\n{\"document\":"), std::string::npos) << report;
  EXPECT_NE(report.find("```json\n{\n  \"lineage\""), std::string::npos) << report;
  EXPECT_NE(report.find("```csv\nsymbol,"), std::string::npos) << report;
  EXPECT_NE(report.find("| what | how many |"), std::string::npos) << report;
}

TEST_F(ReportTest, PicturesStandBesideTheReport) {
  if (!run_child({"dot", "-V"}, "")) {
    GTEST_SKIP() << "there is no 'dot' to draw with";
  }
  const std::string text = made(
      "```{lineage tree, echo=FALSE, notes=FALSE, caption='The tree'}\nexport ::78/16 -o "
      "t.svg\n```\n");
  EXPECT_EQ(text, "![The tree](<out_files/t.svg>)");
  EXPECT_NE(read("out_files/t.svg").find("</svg>"), std::string::npos);
}

TEST_F(ReportTest, IsByteIdenticalAndNamesProgramAndStore) {
  const std::string text = "`lineage count(all())`\n\n```{lineage}\nlog 78/16\n```\n";
  made(text);
  const std::string first = read("out.md");
  made(text);
  EXPECT_EQ(read("out.md"), first);
  const auto graph = Store::open("lineage.db")->load();
  ASSERT_TRUE(graph);
  EXPECT_TRUE(first.ends_with("\nMade with lineage " LINEAGE_VERSION
                              " from lineage.db, whose graph has the digest " +
                              FrozenGraph::of(*graph).digest() + ".\n"))
      << first;
  // Another store answers, and is named.
  fs::rename("lineage.db", "other.db");
  made(text, {"--store", "other.db"});
  EXPECT_NE(read("out.md").find(" from other.db,"), std::string::npos);
}

TEST_F(ReportTest, AFailureNamesItsPlaceAndLeavesNothing) {
  struct Row {
    const char* text;
    int exit;
    const char* message;
  };
  const Row rows[] = {
      {"a\n\n```{lineage}\nshow 78/61\n```\n", 1, "report.md:3: 'show 78/61': the store has no"},
      {"```{lineage}\nquery 'references('\n```\n", 2, "report.md:1: 'query 'references(''"},
      {"```{lineage}\nshwo 78/16\n```\n", 2, "did you mean 'show'?"},
      {"```{lineage}\nextract nowhere.txt\n```\n", 3, "(exit code 3)"},
      {"a `lineage count(references(78/61))`\n", 1, "report.md:1: 'count(references(78/61))'"},
      {"```{lineage}\ningest .\n```\n", 2, "a report only reads"},
      {"```{lineage}\nfetch 78/16\n```\n", 2, "a report only reads"},
      {"```{lineage}\nreport report.md -o x.md\n```\n", 2, "a report only reads"},
      {"```{lineage}\nexport 78/16 -o ../x.json\n```\n", 2, "beside it"},
      {"```{lineage}\nstats\n", 2, "report.md: line 1: the chunk does not end"}};
  for (const Row& row : rows) {
    write(row.text);
    const ChildOutput run = program({"report", "report.md", "-o", "out.md"});
    EXPECT_EQ(run.exit, row.exit) << row.text << run.err;
    EXPECT_NE(run.err.find(row.message), std::string::npos) << run.err;
    EXPECT_FALSE(fs::exists("out.md")) << row.text;
  }
  EXPECT_EQ(program({"report", "nowhere.md", "-o", "out.md"}).exit, 3);
  EXPECT_EQ(program({"report", "report.md", "-o", "report.md"}).exit, 2);
}

TEST_F(ReportTest, JsonTellsOfWhatWasWritten) {
  write("```{lineage}\nexport 78/16 -o one.json\n```\n");
  const ChildOutput run = program({"report", "report.md", "-o", "out.md", "--format", "json"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const Json value = Json::parse(run.out, nullptr, false);
  EXPECT_EQ(value.value("output", ""), "out.md");
  EXPECT_EQ(value["files"], Json::array({"out_files/one.json"}));
  EXPECT_EQ(value["chunks"], 1);
  EXPECT_EQ(value.value("graph", "").size(), 32U);
  EXPECT_NE(read("out.md").find("[one.json](<out_files/one.json>)"), std::string::npos);
  EXPECT_EQ(program({"report", "report.md", "-o", "-"}).exit, 2);
}

TEST_F(ReportTest, IsMadeByMake) {
  if (!run_child({"make", "--version"}, "")) {
    GTEST_SKIP() << "there is no 'make'";
  }
  write("`lineage count(all())`\n");
  write(std::string("out.md: report.md lineage.db\n\t'") + LINEAGE_PROGRAM + "' report $< -o $@\n",
        "Makefile");
  const auto first = run_child({"make", "out.md"}, "", {.memory = static_cast<std::size_t>(-1)});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->exit, 0) << first->err;
  EXPECT_TRUE(fs::exists("out.md"));
  const auto second = run_child({"make", "out.md"}, "", {.memory = static_cast<std::size_t>(-1)});
  ASSERT_TRUE(second);
  EXPECT_NE(second->out.find("up to date"), std::string::npos) << second->out;
}

}  // namespace
}  // namespace lineage::cli
