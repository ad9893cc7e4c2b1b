// What the program makes of reports.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "apps/answers/answer.h"
#include "graph/frozen_graph.h"
#include "graph/store/store.h"
#include "ingest/files/child_process.h"
#include "test/apps/fixture.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;

class ReportTest : public testing::Test {
 protected:
  void SetUp() override {
    test::write_store(folder_.path() / "lineage.db");
    fs::current_path(folder_.path());
  }
  void TearDown() override { fs::current_path("/"); }

  static void write(const std::string& text, const char* name = "report.md") {
    std::ofstream(name, std::ios::binary) << text;
  }
  // The report in Markdown, without its last two lines.
  static std::string made(const std::string& text, std::vector<std::string> options = {}) {
    write(text);
    options.insert(options.begin(), {"report", "report.md", "-o", "out.md"});
    const ChildOutput run = test::run_program(options);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.out, "");
    const std::string report = test::bytes_of("out.md");
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
  EXPECT_NE(test::bytes_of("out_files/t.svg").find("</svg>"), std::string::npos);
}

TEST_F(ReportTest, IsByteIdenticalAndNamesProgramAndStore) {
  const std::string text = "`lineage count(all())`\n\n```{lineage}\nlog 78/16\n```\n";
  made(text);
  const std::string first = test::bytes_of("out.md");
  made(text);
  EXPECT_EQ(test::bytes_of("out.md"), first);
  const auto graph = Store::open("lineage.db")->load();
  ASSERT_TRUE(graph);
  EXPECT_TRUE(first.ends_with("\nMade with lineage " LINEAGE_VERSION
                              " from lineage.db, whose graph has the digest " +
                              FrozenGraph::of(*graph).digest() + ".\n"))
      << first;
  // Another store answers, and is named.
  fs::rename("lineage.db", "other.db");
  made(text, {"--store", "other.db"});
  EXPECT_NE(test::bytes_of("out.md").find(" from other.db,"), std::string::npos);
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
    const ChildOutput run = test::run_program({"report", "report.md", "-o", "out.md"});
    EXPECT_EQ(run.exit, row.exit) << row.text << run.err;
    EXPECT_NE(run.err.find(row.message), std::string::npos) << run.err;
    EXPECT_FALSE(fs::exists("out.md")) << row.text;
  }
  EXPECT_EQ(test::run_program({"report", "nowhere.md", "-o", "out.md"}).exit, 3);
  EXPECT_EQ(test::run_program({"report", "report.md", "-o", "report.md"}).exit, 2);
}

TEST_F(ReportTest, JsonTellsOfWhatWasWritten) {
  write("```{lineage}\nexport 78/16 -o one.json\n```\n");
  const ChildOutput run =
      test::run_program({"report", "report.md", "-o", "out.md", "--format", "json"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const Json value = Json::parse(run.out, nullptr, false);
  EXPECT_EQ(value.value("output", ""), "out.md");
  EXPECT_EQ(value["files"], Json::array({"out_files/one.json"}));
  EXPECT_EQ(value["chunks"], 1);
  EXPECT_EQ(value.value("graph", "").size(), 32U);
  EXPECT_NE(test::bytes_of("out.md").find("[one.json](<out_files/one.json>)"), std::string::npos);
  EXPECT_EQ(test::run_program({"report", "report.md", "-o", "-"}).exit, 2);
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
