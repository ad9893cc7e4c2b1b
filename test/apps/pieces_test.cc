// The parts of the program that are no verb.
#include <algorithm>
#include <atomic>

#include <gtest/gtest.h>

#include "apps/answers/ordered_work.h"
#include "apps/answers/record.h"
#include "apps/terminal/output.h"
#include "apps/verbs/verb.h"
#include "ingest/files/child_process.h"
#include "test/support/graph_text.h"

namespace lineage::cli {
namespace {

TEST(RecordTest, HoldsTheFieldsOfTheContractInTheirOrder) {
  Mention mention;
  mention.document = test::symbol_of("78/16");
  mention.file = "a.txt";
  mention.language = Language::Chinese;
  mention.target = test::symbol_of("53/70");
  mention.relation = Relation::Recalls;
  mention.verb = "回顾";
  mention.place = "pp1";
  mention.clause = "pp1";
  mention.date = Date::of(1998, 12, 4);
  mention.begin = 384;
  mention.end = 389;
  mention.quote = "1998 年 12 月 4 日第 53/70 号";
  EXPECT_EQ(record_line(mention),
            R"({"document":"A/RES/78/16","file":"a.txt","language":"zh","target":"A/RES/53/70",)"
            R"("kind":"resolution","status":"resolved","candidates":[],"by":"symbol",)"
            R"("relation":"recalls","verb":"回顾","place":"pp1","clause":"pp1","pinpoint":null,)"
            R"("date":"1998-12-04","begin":384,"end":389,"quote":"1998 年 12 月 4 日第 53/70 号",)"
            R"("flags":[]})"
            "\n");
}

TEST(RecordTest, SaysNullForWhatIsNotKnownAndWhatWasProbablyMeant) {
  Mention mention;
  mention.status = MentionStatus::Ambiguous;
  mention.candidates = {test::symbol_of("60/1"), test::symbol_of("A/60/1")};
  mention.flags = {MentionFlag::Misdated};
  mention.suggestion = Date::of(2005, 9, 16);
  mention.quote = "60/1\xFF";
  const Json value = record(mention);
  EXPECT_TRUE(value["document"].is_null());
  EXPECT_TRUE(value["target"].is_null());
  EXPECT_TRUE(value["verb"].is_null());
  EXPECT_TRUE(value["date"].is_null());
  EXPECT_EQ(value["candidates"], (Json{"A/RES/60/1", "A/60/1"}));
  EXPECT_EQ(value["flags"], Json{"misdated"});
  EXPECT_EQ(value["suggestion"], "2005-09-16");
  EXPECT_NE(record_line(mention).find("60/1\xEF\xBF\xBD"), std::string::npos);
}

TEST(OrderedWorkTest, GivesResultsInTheOrderOfTheInputs) {
  for (const std::size_t jobs : {1U, 2U, 8U}) {
    OrderedWork<std::size_t> work(500, jobs, [](std::size_t i) {
      if (i % 7 == 0) {
        std::this_thread::yield();
      }
      return i * i;
    });
    for (std::size_t i = 0; i < 500; ++i) {
      ASSERT_EQ(work.next(), i * i);
    }
    EXPECT_FALSE(work.next());
  }
}

TEST(OrderedWorkTest, MayBeLeftEarlyAndRunsAheadByABoundedNumber) {
  std::atomic<std::size_t> begun = 0;
  {
    OrderedWork<int> work(100'000, 2, [&](std::size_t) {
      ++begun;
      return 0;
    });
    ASSERT_TRUE(work.next());
  }
  EXPECT_LE(begun, 16U);
}

TEST(ChildProcessTest, CarriesInputOutputAndTheExitCode) {
  const std::string input(300'000, 'x');
  const auto output = run_child({"cat"}, input);
  ASSERT_TRUE(output) << output.error().message;
  EXPECT_EQ(output->out, input);
  EXPECT_EQ(run_child({"sh", "-c", "echo no >&2; exit 7"}, "")->exit, 7);
  EXPECT_EQ(run_child({"sh", "-c", "echo no >&2; exit 7"}, "")->err, "no\n");
}

TEST(ChildProcessTest, DoesNotReadItsArgumentsAsAShellWould) {
  EXPECT_EQ(run_child({"echo", "$HOME; `id`"}, "")->out, "$HOME; `id`\n");
}

TEST(ChildProcessTest, EndsAChildThatBreaksALimit) {
  const auto slow = run_child({"sleep", "20"}, "", {.time = std::chrono::seconds(1)});
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().message, "'sleep' took longer than 1 s and was ended");
  const auto loud = run_child({"yes"}, "", {.output = std::size_t{1} << 20});
  ASSERT_FALSE(loud);
  EXPECT_EQ(loud.error().message, "'yes' wrote more than 1 MiB and was ended");
}

TEST(ChildProcessTest, ReportsAProgramThatIsNotThere) {
  const auto output = run_child({"no-such-program"}, "");
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::NotFound);
}

TEST(OutputTest, ColoursOnlyWhereTheTerminalTakesIt) {
  Answer answer;
  answer.blocks.emplace_back(Lines{{{{"53/70", Style::Symbol}, {" plain"}}}});
  EXPECT_EQ(rendered(answer, {false, false, 80}), "53/70 plain\n");
  EXPECT_EQ(rendered(answer, {true, true, 80}), "\x1B[33m53/70\x1B[0m plain\n");
}

TEST(OutputTest, ATableKeepsToTheWidthAndAlignsWideCharacters) {
  Answer answer;
  answer.blocks.emplace_back(Table{
      {"verb", "quote"},
      {{{"回顾"}, {"a b"}}, {{"Recalling"}, {"the words of the text\nthat prove the citation"}}},
      2});
  EXPECT_EQ(rendered(answer, {false, false, 40}),
            "  verb       quote\n"
            "  回顾       a b\n"
            "  Recalling  the words of the text that…\n");
}

TEST(OutputTest, AParagraphHangsBehindItsLabel) {
  Answer answer;
  answer.blocks.emplace_back(
      Paragraph{"156 in favour, 7 against, 14 abstaining", 2, Style::Plain, "vote"});
  EXPECT_EQ(rendered(answer, {false, false, 40}),
            "  vote: 156 in favour, 7 against, 14\n"
            "      abstaining\n");
}

TEST(VerbTest, TheTableNamesEveryVerbOnce) {
  for (const Verb& verb : verbs()) {
    EXPECT_EQ(verb_named(verb.name), &verb);
    EXPECT_FALSE(verb.formats.empty());
    EXPECT_NE(std::ranges::find(verb.formats, "json"), verb.formats.end()) << verb.name;
  }
  EXPECT_EQ(verb_named("nothing"), nullptr);
}

}  // namespace
}  // namespace lineage::cli
