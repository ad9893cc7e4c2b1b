// Verbs that answer from the outline of a graph say what they say with the whole of it, and ask for
// the whole where the outline lacks what they show.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "apps/invocation.h"
#include "apps/store_choice.h"
#include "apps/terminal/output.h"
#include "test/apps/fixture.h"

namespace lineage::cli {
namespace {

class OutlineTest : public testing::Test {
 protected:
  OutlineTest() {
    test::write_store(store_);
    std::ofstream(aliases_) << "[aliases]\n"
                               "\"resolutions(x)\" = { query = \"x & kind(resolution)\" }\n"
                               "\"recorded()\" = { query = \"vote(recorded)\" }\n";
    {
      Store store = Store::create(store_).value();  // with the arrays that an ingest ends with
      EXPECT_TRUE(store.begin_batch() && store.end_batch(Freeze::Yes));
    }
    whole_.emplace(load_graph(store_).value());
    outline_.emplace(load_outline(store_).value());
  }

  // What the verb gives with `graph`; the exit code in front, or why there is no answer.
  std::string said(const std::vector<std::string>& words, const LineageGraph& graph) {
    const auto invocation = invocation_of(words, store_.string());
    if (!invocation) {
      return invocation.error().message;
    }
    Context context{.graph = &graph,
                    .whole =
                        [this] {
                          asked_for_whole_ = true;
                          return LoadedGraph(&*whole_);
                        },
                    .format = invocation->shared.format,
                    .store = store_,
                    .aliases = aliases_.string()};
    asked_for_whole_ = false;
    const Outcome outcome = invocation->run(context);
    if (!outcome) {
      return outcome.error().message;
    }
    std::string text = std::to_string(outcome->exit) + "\n" +
                       (outcome->document ? outcome->document->bytes : rendered(*outcome, {})) +
                       outcome->json.dump();
    for (const std::string& note : outcome->notes) {
      text += "\n" + note;
    }
    return text;
  }

  test::Folder folder_;
  std::filesystem::path store_ = folder_.path() / "lineage.db";
  std::filesystem::path aliases_ = folder_.path() / "names.toml";
  std::optional<LineageGraph> whole_;
  std::optional<LineageGraph> outline_;
  bool asked_for_whole_ = false;
};

TEST_F(OutlineTest, AnswersAsTheWholeGraphDoes) {
  ASSERT_TRUE(outline_->is_outline() && !whole_->is_outline());
  for (const char* query : {"78/16",
                            "::78/16",
                            "53/70::",
                            "resolutions(::78/16)",
                            "let a = references(78/16, recalls) in a & kind(resolution)",
                            "over(recalls|pursuant_to, ::78/16)",
                            "asof(2022, 53/70::)",
                            "ancestors(78/16, recalls, depth=1)",
                            "dominators(53/70, 78/16)",
                            "mainpath(53/70, 78/16)",
                            "mainpath(53/70, 78/16, basket=0.5)",
                            "shortest(53/70, 78/16)",
                            "cocited(77/37)",
                            "coupled(78/16)",
                            "wanted()",
                            "top(all(), indegree, 2)",
                            "first(all())",
                            "latest(::78/16, 2)",
                            "cited(from(78/16) & verb(recalls))",
                            "citing(edges(all(), 53/70))",
                            "text(\"resolutions\") & lang(en)",
                            "title(\"behaviour\")",
                            "session(77) | year(2023) | list(partial)",
                            "count(all())",
                            "references(1/1)",
                            "nothing("}) {
    for (const char* format : {"table", "symbols", "count", "tree", "timeline", "dot", "json",
                               "ndjson", "csv", "bibtex", "ris"}) {
      const std::vector<std::string> words{"query", query, "--format", format};
      EXPECT_EQ(said(words, *outline_), said(words, *whole_)) << query << " as " << format;
      said(words, *outline_);
      EXPECT_FALSE(asked_for_whole_) << query << " as " << format;
    }
  }
}

TEST_F(OutlineTest, RanksAndFindsMainPathsAsTheWholeGraphDoes) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"rank"},
                                             {"rank", "resolutions(all())", "--by", "spc"},
                                             {"rank", "--by", "cocited", "--of", "77/37"},
                                             {"rank", "::78/16", "--within", "--as-of", "2022"},
                                             {"rank", "--format", "csv", "--by", "unknown"},
                                             {"mainpath", "53/70", "78/16", "--basket", "1"},
                                             {"mainpath", "::78/16"},
                                             {"mainpath", "53/70", "78/16", "--format", "dot"},
                                             {"query", "all()", "--sort", "pagerank"}}) {
    const std::string from_outline = said(words, *outline_);
    EXPECT_FALSE(asked_for_whole_) << words[0];
    EXPECT_EQ(from_outline, said(words, *whole_)) << words[0];
  }
}

TEST_F(OutlineTest, AsksForTheWholeWhereItShowsProofsOrFacts) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"query", "::78/16", "--format", "quote"},
                                             {"query", "::78/16 => graphml"},
                                             {"query", "from(78/16)"},
                                             {"query", "::78/16 & recorded()"},
                                             {"query", "citing(misdated())"},
                                             {"query", "references(clauses(78/16))"},
                                             {"query", "references(78/16#pp1)"},
                                             {"query", "series(78/16)"},
                                             {"query", "top(all(), fresh)"},
                                             {"query", "all()", "--sort", "fresh"},
                                             {"query", "::78/16", "--explain"},
                                             {"rank", "recorded()"},
                                             {"mainpath", "53/70", "recorded()"}}) {
    const std::string from_outline = said(words, *outline_);
    EXPECT_TRUE(asked_for_whole_) << words[1];
    EXPECT_EQ(from_outline, said(words, *whole_)) << words[1];
  }
}

}  // namespace
}  // namespace lineage::cli
