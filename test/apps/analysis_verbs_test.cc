// The verbs of analyses: one answer in every format, the same numbers in each, and what they
// refuse.
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "apps/answers/answer.h"
#include "ingest/files/child_process.h"
#include "test/apps/fixture.h"

namespace lineage::cli {
namespace {

class AnalysisVerbsTest : public testing::Test {
 protected:
  void SetUp() override {
    test::write_store(folder_.path() / "lineage.db");
    std::filesystem::current_path(folder_.path());
    unsetenv("COLUMNS");
    unsetenv("NO_COLOR");
  }
  void TearDown() override { std::filesystem::current_path("/"); }

  static Json json(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    const ChildOutput output = test::run_program(arguments);
    Json value = Json::parse(output.out, nullptr, false);
    EXPECT_FALSE(value.is_discarded()) << output.out << output.err;
    return value;
  }
  static std::vector<std::string> lines(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> all;
    for (std::string line; std::getline(stream, line);) {
      all.push_back(line);
    }
    return all;
  }

  // ndjson has the rows of json, csv one line for each behind its header.
  static void check_formats(const std::vector<std::string>& arguments, const std::string& rows) {
    const Json whole = json(arguments);
    ASSERT_TRUE(whole.contains(rows)) << whole.dump();
    EXPECT_EQ(whole["lineage"]["format"], arguments[0]);
    EXPECT_EQ(whole["lineage"]["version"], 1);
    EXPECT_TRUE(whole.contains("not_established") && whole.contains("lists_not_known"));
    auto in_format = arguments;
    in_format.insert(in_format.end(), {"--format", "ndjson"});
    Json stacked = Json::array();
    for (const std::string& line : lines(test::run_program(in_format).out)) {
      stacked.push_back(Json::parse(line));
    }
    EXPECT_EQ(stacked, whole[rows]);
    in_format.back() = "csv";
    const std::vector<std::string> csv = lines(test::run_program(in_format).out);
    ASSERT_EQ(csv.size(), whole[rows].size() + 1);
    std::string header;
    for (const auto& [name, value] : whole[rows][0].items()) {
      header += (header.empty() ? "" : ",") + name;
    }
    EXPECT_EQ(csv[0], header);
  }

  test::Folder folder_;
};

TEST_F(AnalysisVerbsTest, GiveOneAnswerInEveryFormat) {
  check_formats({"rank", "--by", "indegree"}, "works");
  check_formats({"mainpath", "53/70", "78/16"}, "citations");
  check_formats({"compare", "78/16", "77/37"}, "citations");
  check_formats({"tally", "all()"}, "rows");
}

TEST_F(AnalysisVerbsTest, RankPutsTheMostCitedFirstAndEqualsTogether) {
  const Json value = json({"rank", "--by", "indegree"});
  EXPECT_EQ(value["works"][0]["symbol"], "A/RES/53/70");
  EXPECT_EQ(value["works"][0]["score"], 3.0);
  EXPECT_EQ(value["works"][1]["rank"], value["works"][2]["rank"]);
  EXPECT_TRUE(value["not_established"]) << "texts that nobody has read may cite, too";
  const Json recent = json({"rank", "--by", "indegree", "--as-of", "2021"});
  EXPECT_EQ(recent["works"][0]["score"], 1.0) << "of 76/19 alone: 77/37 and 78/16 came later";
  const Json within = json({"rank", "78/16|53/70", "--by", "indegree", "--within"});
  EXPECT_EQ(within["count"], 2);
  EXPECT_EQ(within["works"][0]["score"], 1.0);
  const Json together = json({"rank", "--by", "cocited", "--of", "53/70"});
  EXPECT_EQ(together["count"], 3) << "76/19, 77/37 and A/78/404";
  for (const Json& work : together["works"]) {
    EXPECT_GT(work["score"], 0);
  }
}

TEST_F(AnalysisVerbsTest, MainPathLeadsFromTheYoungerToTheOlderInEitherOrder) {
  const Json value = json({"mainpath", "53/70", "78/16", "--basket", "1"});
  const Json turned = json({"mainpath", "78/16", "53/70", "--basket", "1"});
  EXPECT_EQ(value["citations"], turned["citations"]);
  EXPECT_EQ(value["works"][0]["symbol"], "A/RES/53/70");
  EXPECT_GE(value["citations"].size(), 3U) << value.dump(1);
  EXPECT_EQ(test::run_program({"mainpath", "53/70", "78/16", "--format", "symbols"})
                .out.rfind("A/RES/53/70\n", 0),
            0U);
  EXPECT_EQ(
      test::run_program({"mainpath", "53/70", "78/16", "--format", "dot"}).out.rfind("digraph", 0),
      0U);
  const ChildOutput none = test::run_program({"mainpath", "A/78/404", "53/70"});
  EXPECT_EQ(none.exit, kNo);
  EXPECT_NE(none.err.find("no path of citations between the two"), std::string::npos) << none.err;
}

TEST_F(AnalysisVerbsTest, CompareSaysWhatEachHasAloneAndSinceWhich) {
  const Json value = json({"compare", "78/16", "77/37"});
  EXPECT_EQ(value["only_a"], Json({"A/RES/77/37", "A/78/404"}));
  EXPECT_EQ(value["both"], Json({"A/RES/53/70"}));
  const ChildOutput table = test::run_program({"compare", "78/16", "77/37"});
  EXPECT_NE(table.out.find("pp1 recalls, pp1 pursuant_to"), std::string::npos) << table.out;
}

TEST_F(AnalysisVerbsTest, TallyCountsAtTheLevelThatItSays) {
  const auto count = [](const std::string& level, const std::string& by) {
    return json({"tally", "78/16", "--level", level, "--by", by})["count"].get<int>();
  };
  EXPECT_EQ(count("mention", "relation"), 4);
  EXPECT_EQ(count("relation", "relation"), 4);
  EXPECT_EQ(count("pair", "year"), 3);
  const Json received = json({"tally", "53/70", "--received", "--by", "year"});
  EXPECT_EQ(received["count"], 3);
  const std::string table =
      test::run_program({"tally", "78/16", "--by", "relation,cited_kind"}).out;
  EXPECT_NE(table.find("relation \\ cited_kind"), std::string::npos) << table;
  const auto rows = lines(table);
  EXPECT_EQ(rows.back().rfind("all", 0), 0U);
  EXPECT_EQ(rows.back().back(), '4');
}

TEST_F(AnalysisVerbsTest, RefuseWhatTheyDoNotKnow) {
  struct Case {
    std::vector<std::string> arguments;
    int exit;
    std::string says;
  };
  const std::vector<Case> cases{
      {{"rank", "--by", "authorty"}, kUsage, "did you mean 'authority'?"},
      {{"rank", "--by", "xyzzy"}, kUsage, "--by takes indegree"},
      {{"rank", "--by", "cocited"}, kUsage, "--of 78/16"},
      {{"rank", "--of", "53/70"}, kUsage, "--of goes with"},
      {{"rank", "--over", "recals"}, kUsage, "did you mean 'recalls'?"},
      {{"rank", "--over", "recalls|"}, kUsage, "no relation ''"},
      {{"rank", "--as-of", "2010-13"}, kUsage, "is no day"},
      {{"rank", "citd_by(53/70)"}, kUsage, "did you mean 'cited_by'"},
      {{"rank", "none()"}, kNo, ""},
      {{"mainpath", "53/70", "78/16", "--basket", "2"}, kUsage, "between 0 and 1"},
      {{"mainpath", "53/70", "78/16", "--basket", "nan"}, kUsage, "between 0 and 1"},
      {{"mainpath", "53/70", "78/16", "--weight", "spx"}, kUsage, "spc, splc or spnp"},
      {{"mainpath", "53/70", "79/1"}, kNo, "the store has no 'A/RES/79/1'"},
      {{"compare", "78/16", "79/1"}, kNo, "the store has no"},
      {{"compare", "78/16", "word"}, kUsage, "no symbol"},
      {{"tally", "all()", "--by", "relaton"}, kUsage, "did you mean 'relation'?"},
      {{"tally", "all()", "--by", ""}, kUsage, "cannot count by ''"},
      {{"tally", "all()", "--by", "verb"}, kUsage, "--level mention"},
      {{"tally", "all()", "--by", "relation", "--level", "pair"}, kUsage, "--level relation"},
      {{"tally", "all()", "--level", "word"}, kUsage, "mention, relation or pair"},
      {{"tally", "53/70"}, kNo, ""},
  };
  for (const Case& one : cases) {
    const ChildOutput output = test::run_program(one.arguments);
    std::string words;
    for (const std::string& word : one.arguments) {
      words += word + " ";
    }
    EXPECT_EQ(output.exit, one.exit) << words << output.err;
    EXPECT_NE(output.err.find(one.says), std::string::npos) << words << output.err;
  }
}

}  // namespace
}  // namespace lineage::cli
