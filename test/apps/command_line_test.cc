// Runs the built program: what no golden file can hold.
#include "apps/command_line.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "apps/verbs/verb.h"
#include "test/apps/command_line_fixture.h"

namespace lineage::cli {
namespace {

namespace fs = std::filesystem;
using test::CommandLineTest;

struct ExitCase {
  const char* arguments;
  int exit;
  const char* message;  // part of stderr
};

TEST_F(CommandLineTest, ExitCodesAndMessages) {
  const std::vector<ExitCase> cases{
      {"", 0, ""},
      {"--help", 0, ""},
      {"--version", 0, ""},
      {"help log", 0, ""},
      {"version", 0, ""},
      {"shwo 78/16", 2, "did you mean 'show'"},
      {"SHOW 78/16", 2, "did you mean 'show'"},
      {"help lgo", 2, "did you mean 'log'"},
      {"--store x show 78/16", 2, "stands before the verb"},
      {"show", 2, "SYMBOL"},
      {"show 78/16 --fromat json", 2, "did you mean '--format'"},
      {"show 78/16 77/37", 2, "one argument too many"},
      {"show 78/16 --format svg", 2, "it has table, json"},
      {"show ''", 2, "is no symbol"},
      {"show rubbish", 2, "is no symbol"},
      {"show @gge", 1, "has no '@gge'"},
      {"tracks", 1, "has no tracks"},
      {"mandates", 1, "has no bodies"},
      {"mandates 77/37", 1, "no body is known"},
      {"rivals 77/37", 1, ""},
      {"votes 77/37", 0, ""},
      {"votes 76/19", 1, ""},
      {"reception 77/37 --lang xx", 2, "is no language"},
      {"reception 78/16", 1, ""},
      {"silence 53/70", 1, ""},
      {"audit", 0, ""},
      {"audit 78/61", 1, "has no"},
      {"audit --limit -1", 2, "--limit"},
      {"show 78/17", 1, "did you mean '78/16'"},
      {"show 78/16 --store absent.db", 3, "make it with 'lineage ingest"},
      {"show 78/16 --store .", 3, ""},
      {"log 78/16 --depth x", 2, "--depth"},
      {"path 78/16", 2, "TO"},
      {"path 53/70 78/16", 1, "the other way round"},
      {"why 78/16 78/16", 2, "both symbols"},
      {"why 53/70 78/16", 1, "the other way round"},
      {"export ::78/16 -o x.pdf", 2, "cannot tell the format"},
      {"export ::78/16", 2, "-o"},
      {"export ::78/16 -o absent/x.dot", 3, "cannot write 'absent/x.dot'"},
      {"export :: -o x.dot", 2, "expected a symbol"},
      {"export '78/16 => csv' -o x.dot", 2, "takes its format from"},
      {"query", 2, "EXPR"},
      {"query ''", 2, "the query is empty"},
      {"query 'citd_by(78/16)'", 2, "did you mean 'cited_by'?\n  citd_by(78/16)\n  ^^^^^^^\n"},
      {"query 'cited_by(78/16'", 2, "expected ')' to close the bracket that opens at byte 9"},
      {"query 78/17", 1, "the store has no 'A/RES/78/17'; did you mean '78/16'?"},
      {"query '::from(78/16)'", 2, "and these are citations"},
      {"export 'from(78/16)' -o x.dot", 2, "expected texts here, and these are citations"},
      {"query 'from(78/16) => tree'", 2, "citations have no output 'tree'"},
      {"query 'count(78/16) => csv'", 2, "'count' is a number"},
      {"query 'let a = 78/16 a'", 2, "expected 'in'"},
      {"query 78/16 --aliases absent.toml", 3, "cannot read the aliases 'absent.toml'"},
      {"query '78/16#op99'", 1, "has no clause 'op99'"},
      {"query 'text(\"?\")'", 2, "none to look for"},
      {"query '78/16 => cvs'", 2, "did you mean 'csv'"},
      {"query '78/16 => csv' --format json", 2, "leave one of them out"},
      {"query 78/16 --sort height", 2, "--sort takes date, indegree"},
      {"query 78/16 --explain --format csv", 2, "table or json"},
      {"query '78/16 & year(1900)'", 1, "no text of the store fulfils 'year(1900)'"},
      {"query 'references(76/19)'", 0, "not established: the citation list is partial"},
      {"export ::78/99 -o x.dot", 1, "the store has no"},
      {"extract", 2, "FILE"},
      {"extract absent.txt", 3, "lineage: error: 'absent.txt'"},
      {"extract --format json absent.txt", 3, "lineage: error: 'absent.txt'"},
      {"extract absent.txt languages", 3, "lineage: warning: 'absent.txt'"},
      {"ingest absent.txt --store new.db", 3, "lineage: error: 'absent.txt'"},
      {"ingest absent.txt absent.md --store new.db", 3, "no store was made"},
      {"agree", 2, "PATH"},
      {"agree absent.txt", 3, "absent.txt"},
      {"agree --check languages", 1, ""},
      {"agree --check languages/en.txt languages/es.txt", 0, ""},
      {"agree --check --dates languages/en.txt languages/es.txt", 1, ""},
      {"ingest --with-builtin x --store lineage.db", 2, "there already"},
  };
  for (const ExitCase& c : cases) {
    const ChildOutput output = test::run_program(test::words_of(c.arguments));
    EXPECT_EQ(output.exit, c.exit) << "lineage " << c.arguments << "\n" << output.err;
    EXPECT_NE(output.err.find(c.message), std::string::npos) << "lineage " << c.arguments << "\n"
                                                             << output.err;
    EXPECT_EQ(output.out.find('\x1B'), std::string::npos) << "colour in a pipe: " << c.arguments;
    if (c.exit > 1) {
      EXPECT_EQ(output.out, "") << "lineage " << c.arguments;
    }
  }
}

TEST_F(CommandLineTest, NoArgumentIsTooStrange) {
  const std::vector<std::string> strange{std::string(10'000'000, 'a'),
                                         std::string(10'000'000, '/'),
                                         "78/16\xFF\xFE",
                                         std::string("\x1B[31m"),
                                         "--" + std::string(100'000, 'x'),
                                         "--format=" + std::string(1'000'000, '\xF0'),
                                         "--",
                                         "++",
                                         "::::"};
  for (const std::string& argument : strange) {
    for (const std::string verb : {"", "show", "log", "export", "extract", "query"}) {
      std::vector<std::string> arguments{argument, argument};
      if (!verb.empty()) {
        arguments.insert(arguments.begin(), verb);
      }
      testing::internal::CaptureStderr();
      EXPECT_GE(run(arguments), 1) << verb << " " << argument.substr(0, 20);
      const std::string said = testing::internal::GetCapturedStderr();
      EXPECT_LT(said.size(), 8000U) << verb << " " << argument.substr(0, 20);
      EXPECT_EQ(said.find('\x1B'), std::string::npos);
    }
  }
}

TEST_F(CommandLineTest, AFullDiskAndAClosedStdoutAreErrors) {
  const ChildOutput full = test::run_shell("\"$0\" show 78/16 > /dev/full");
  EXPECT_EQ(full.exit, 3);
  EXPECT_NE(full.err.find("No space left on device"), std::string::npos) << full.err;
  const ChildOutput closed = test::run_shell("\"$0\" --help >&-");
  EXPECT_EQ(closed.exit, 3);
  EXPECT_EQ(test::run_shell("\"$0\" show 78/99 2>/dev/full").exit, 1);
}

TEST_F(CommandLineTest, AReaderThatGoesAwayIsNoError) {
  for (const std::string arguments : {"--help", "log 78/16", "extract languages/en.txt"}) {
    const ChildOutput pipe =
        test::run_shell("{ sleep 0.3; \"$0\" " + arguments + "; echo \"exit $?\" >&2; } | :");
    EXPECT_EQ(pipe.err.find("error"), std::string::npos) << pipe.err;
    EXPECT_NE(pipe.err.find("exit 0"), std::string::npos) << pipe.err;
  }
}

TEST_F(CommandLineTest, ExtractReadsStdin) {
  const ChildOutput output = test::run_shell(
      "printf 'Recalling its resolution 53/70 of 4 December 1998,\\n' | \"$0\" extract -");
  EXPECT_EQ(output.exit, 0) << output.err;
  EXPECT_NE(output.out.find(R"("file":"-")"), std::string::npos) << output.out;
  EXPECT_NE(output.out.find(R"("target":"A/RES/53/70")"), std::string::npos) << output.out;
  const ChildOutput nothing = test::run_shell("\"$0\" extract - < /dev/null");
  EXPECT_EQ(nothing.exit, 3);
  EXPECT_NE(nothing.err.find("the file is empty"), std::string::npos) << nothing.err;
}

TEST_F(CommandLineTest, AFailedIngestLeavesNoStore) {
  for (const std::string arguments :
       {"ingest absent.txt --store new.db", "ingest absent.txt absent.md --store new.db"}) {
    const ChildOutput output = test::run_program(test::words_of(arguments));
    EXPECT_EQ(output.exit, 3);
    EXPECT_EQ(output.out, "") << arguments;
    EXPECT_FALSE(fs::exists("new.db")) << arguments;
  }
}

TEST_F(CommandLineTest, TheHelpOfEachVerbHasExamples) {
  for (const Verb& verb : verbs()) {
    const std::string help = test::run_program({std::string(verb.name), "--help"}).out;
    EXPECT_NE(help.find("Examples:\n  lineage " + std::string(verb.name)), std::string::npos)
        << help;
  }
}

TEST_F(CommandLineTest, QueryGivesOneAnswerInEveryFormat) {
  const auto answer = [](const std::string& format) {
    return test::run_program({"query", "references(78/16) & kind(resolution) => " + format}).out;
  };
  EXPECT_EQ(answer("symbols"), "A/RES/53/70\nA/RES/77/37\n");
  EXPECT_EQ(answer("count"), "2\n");
  EXPECT_NE(answer("table").find("Programme of action"), std::string::npos);
  EXPECT_NE(answer("quote").find("78/16 cites 77/37\n  recalls (Recalling) \"77/37 of"),
            std::string::npos)
      << answer("quote");
  EXPECT_EQ(answer("csv").substr(0, 82),
            "symbol,short,kind,date,title,holding,citation_list,address,cites,cited_by\nA/RES/53");
  EXPECT_EQ(answer("dot").rfind("digraph lineage {", 0), 0U);
  const Json whole = Json::parse(answer("json"));
  EXPECT_EQ(whole["lineage"]["format"], "query");
  EXPECT_EQ(whole["count"], 2);
  EXPECT_EQ(whole["works"][1]["symbol"], "A/RES/77/37");
  EXPECT_EQ(whole["works"][1]["cited_by"], 1);
  EXPECT_TRUE(whole["empty_because"].is_null());
  std::istringstream lines(answer("ndjson"));
  for (const Json& work : whole["works"]) {
    std::string line;
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(Json::parse(line), work);
  }
}

TEST_F(CommandLineTest, QueryRanksAndLimits) {
  const ChildOutput top = test::run_program(
      {"query", "all()", "--sort", "indegree", "--limit", "1", "--format", "json"});
  const Json value = Json::parse(top.out);
  EXPECT_EQ(value["works"].size(), 1U);
  EXPECT_EQ(value["works"][0]["symbol"], "A/RES/53/70");
  EXPECT_EQ(value["works"][0]["score"], 3.0);
  EXPECT_NE(top.err.find("shown are 1 of 5 texts"), std::string::npos) << top.err;
}

TEST_F(CommandLineTest, ExportWritesTheFormatsThatItNames) {
  EXPECT_EQ(test::run_program({"export", "::78/16", "-o", "out.json"}).exit, 0);
  EXPECT_NE(test::bytes_of("out.json").find("\"format\": \"graph\""), std::string::npos);
  EXPECT_EQ(test::run_program({"export", "53/70::", "-o", "out.dot"}).exit, 0);
  EXPECT_EQ(test::bytes_of("out.dot").rfind("digraph lineage {", 0), 0U);
  const ChildOutput svg = test::run_shell("\"$0\" export ::78/16 -o out.svg");
  EXPECT_EQ(svg.exit, 0) << svg.err;
  EXPECT_NE(test::bytes_of("out.svg").find("</svg>"), std::string::npos);
  const ChildOutput without = test::run_shell("PATH=/nowhere \"$0\" export ::78/16 -o none.svg");
  EXPECT_EQ(without.exit, 3);
  EXPECT_NE(without.err.find("install the package 'graphviz'"), std::string::npos) << without.err;
  EXPECT_FALSE(fs::exists("none.svg"));
}

TEST_F(CommandLineTest, NamesTheStoreWhenItIsNotTheBuiltInOne) {
  EXPECT_NE(test::run_program({"show", "78/16"}).err.find("store: lineage.db"), std::string::npos);
  fs::rename("lineage.db", "other.db");
  const ChildOutput named = test::run_program({"show", "78/16", "--store", "other.db"});
  EXPECT_EQ(named.exit, 0);
  EXPECT_NE(named.err.find("store: other.db"), std::string::npos);
}

}  // namespace
}  // namespace lineage::cli
