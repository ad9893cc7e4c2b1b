// The tracks of the corpus's own catalogues, and that what is said of them is found, not written.
#include "analysis/tracks.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include <gtest/gtest.h>

#include "analysis/citation_sets.h"
#include "analysis/exporters/timeline.h"
#include "analysis/find_work.h"
#include "analysis/mandates.h"
#include "apps/answers/timeline_text.h"
#include "ingest/readers/catalogue.h"
#include "test/support/graph_text.h"

namespace lineage {
namespace {

using analysis::Subject;

StoredCatalogue catalogue(const std::string& name) {
  const std::string path = std::string(LINEAGE_SOURCE_DIR) + "/corpus/catalogue/" + name;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto read = ingest::read_catalogue(path, text.str());
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return read ? *std::move(read) : StoredCatalogue{};
}

// The corpus without the lines for which `leave_out` holds.
LineageGraph corpus(const std::function<bool(const Mention&)>& leave_out = {}) {
  GraphBuilder builder;
  for (const char* name : {"ict-security.json", "ict-security-bodies.json"}) {
    StoredCatalogue read = catalogue(name);
    for (const WorkFacts& facts : read.works) {
      builder.add_work(facts, Holding::Catalogued);
    }
    for (Citation& citation : read.citations) {
      if (!leave_out || !leave_out(citation.mention)) {
        builder.add_citation(std::move(citation));
      }
    }
  }
  // The text of 78/16 is no part of the catalogue; what matters here of its list.
  test::add_statements(builder,
                       "78/16 held 2023-12-04; 78/16 recalls 73/27; 78/16 recalls 73/266;"
                       "78/16 recalls 74/28; 78/16 recalls 75/32; 78/16 recalls 75/240;"
                       "78/16 recalls 76/19; 78/16 recalls 77/37; 78/16 recalls 53/70");
  LineageGraph graph = std::move(builder).freeze();
  test::check_invariants(graph);
  return graph;
}

Subject subject_of(const LineageGraph& graph) {
  std::vector<Subject> found = analysis::subjects(graph);
  EXPECT_EQ(found.size(), 1U);
  return found.empty() ? Subject{} : found.front();
}

std::string names(const LineageGraph& graph, const std::vector<WorkId>& ids) {
  std::string text;
  for (const WorkId id : ids) {
    text += (text.empty() ? "" : " ") + test::name_of(graph.work(id));
  }
  return text;
}

std::string edges(const LineageGraph& graph, const std::vector<EdgeId>& ids) {
  std::string text;
  for (const EdgeId id : ids) {
    const Edge& edge = graph.edge(id);
    text += (text.empty() ? "" : "; ") + test::name_of(graph.work(edge.source)) + " " +
            std::string(name_of(edge.relation)) + " " + test::name_of(graph.work(edge.target));
  }
  return text;
}

struct BodyRow {
  const char* body;
  const char* mandate;
  const char* reports;
  const char* outcome;
};

TEST(TracksTest, BodiesHaveTheirMandatesReportsAndOutcomes) {
  const BodyRow rows[] = {
      {"@gge2004-2005", "58/32", "A/60/202", "no consensus"},
      {"@gge2009-2010", "60/45", "A/65/201", "consensus"},
      {"@gge2012-2013", "66/24", "A/68/98", "consensus"},
      {"@gge2014-2015", "68/243", "A/70/174", "consensus"},
      {"@gge2016-2017", "70/237", "A/72/327", "no consensus"},
      {"@gge2019-2021", "73/266", "A/76/135", "consensus"},
      {"@oewg2019-2021", "73/27", "A/75/816", "consensus"},
      {"@oewg2021-2025", "75/240", "A/77/275 A/78/265 A/79/214 A/80/257", "consensus"},
  };
  const LineageGraph graph = corpus();
  for (const BodyRow& row : rows) {
    const WorkId id = test::work_in(graph, row.body);
    std::vector<WorkId> mandates;
    std::vector<WorkId> reports;
    for (const EdgeId edge : analysis::edges_in(graph, id, Relation::Establishes)) {
      mandates.push_back(graph.edge(edge).source);
    }
    for (const EdgeId edge : analysis::edges_out(graph, id, Relation::Reports)) {
      reports.push_back(graph.edge(edge).target);
    }
    EXPECT_EQ(names(graph, mandates), row.mandate) << row.body;
    EXPECT_EQ(names(graph, reports), row.reports) << row.body;
    const auto* outcome = graph.work(id).facts.find(BodyFact::Outcome);
    ASSERT_NE(outcome, nullptr) << row.body;
    EXPECT_EQ(outcome->value, row.outcome) << row.body;
    EXPECT_FALSE(outcome->sources.empty()) << row.body;
  }
}

TEST(TracksTest, RivalsOfEachSessionAreFound) {
  const LineageGraph graph = corpus();
  std::string found;
  for (const analysis::Rivalry& rivalry : subject_of(graph).rivalries) {
    found += std::to_string(rivalry.session.number) + ": " + names(graph, rivalry.texts) + "\n";
  }
  EXPECT_EQ(found,
            "73: 73/27 73/266\n74: 74/28 74/29\n75: 75/32 75/240\n77: 77/36 77/37\n"
            "78: 78/16 78/237\n");
}

TEST(TracksTest, ForkOf2018IsStatedByTheCatalogueAlone) {
  const LineageGraph graph = corpus();
  const Subject subject = subject_of(graph);
  ASSERT_EQ(subject.forks.size(), 2U);
  const analysis::Fork& fork = subject.forks[0];
  ASSERT_TRUE(fork.before);
  EXPECT_EQ(test::name_of(graph.work(*fork.before)), "71/28");
  EXPECT_EQ(names(graph, fork.open), "73/27 73/266");
  EXPECT_TRUE(fork.cites.empty());
  EXPECT_EQ(edges(graph, fork.facts),
            "73/27 establishes @oewg2019-2021; @oewg2019-2021 succeeds @gge2016-2017; "
            "73/266 establishes @gge2019-2021; @gge2019-2021 succeeds @gge2016-2017");
  ASSERT_TRUE(fork.first_of_all);
  EXPECT_EQ(test::name_of(graph.work(*fork.first_of_all)), "75/32");
  EXPECT_TRUE(fork.open_between.empty());
}

TEST(TracksTest, ForkOf2022IsProvedByCitations) {
  const LineageGraph graph = corpus();
  const analysis::Fork fork = subject_of(graph).forks.at(1);
  EXPECT_EQ(names(graph, fork.rivalry.texts), "77/36 77/37");
  EXPECT_EQ(test::name_of(graph.work(fork.before.value())), "76/19");
  EXPECT_TRUE(fork.open.empty());
  EXPECT_EQ(edges(graph, fork.cites).substr(0, 42), "77/36 recalls 76/19; 77/37 recalls 76/19; ");
  EXPECT_FALSE(fork.first_of_all);
}

TEST(TracksTest, WithoutTheCitationTheAnswerIsAnother) {
  const LineageGraph graph = corpus([](const Mention& mention) {
    return mention.document == test::symbol_of("75/32") &&
           mention.target == test::symbol_of("73/266");
  });
  const analysis::Fork fork = subject_of(graph).forks.at(0);
  EXPECT_EQ(test::name_of(graph.work(fork.first_of_all.value())), "76/19");
}

TEST(TracksTest, MergesAreFoundByCitationAndByBodies) {
  const LineageGraph graph = corpus();
  const Subject subject = subject_of(graph);
  ASSERT_EQ(subject.merges.size(), 2U);
  EXPECT_EQ(test::name_of(graph.work(subject.merges[0].text)), "76/19");
  EXPECT_TRUE(subject.merges[0].joins_by_citation(graph));
  EXPECT_EQ(edges(graph, subject.merges[0].facts),
            "@gge2019-2021 absorbed_into @oewg2021-2025; @oewg2021-2025 succeeds @oewg2019-2021");
  EXPECT_EQ(test::name_of(graph.work(subject.merges[1].text)), "79/237");
  EXPECT_FALSE(subject.merges[1].joins_by_citation(graph));
  EXPECT_EQ(edges(graph, subject.merges[1].facts),
            "@global-mechanism succeeds @oewg2021-2025; "
            "@programme-of-action absorbed_into @global-mechanism");
}

TEST(TracksTest, WithoutARivalThereIsNoFork) {
  const LineageGraph graph = corpus([](const Mention& mention) {
    return mention.relation == Relation::BelongsTo &&
           (mention.document == test::symbol_of("77/37") ||
            mention.document == test::symbol_of("78/16"));
  });
  const Subject subject = subject_of(graph);
  EXPECT_EQ(subject.forks.size(), 1U);
  EXPECT_EQ(subject.merges.size(), 1U);
}

TEST(TracksTest, ShortFormsOfBodies) {
  const LineageGraph graph = corpus();
  const auto find = [&](const char* typed) {
    return analysis::find_work(graph, test::symbol_of(typed));
  };
  EXPECT_EQ(find("@gge2015"), test::work_in(graph, "@gge2014-2015"));
  EXPECT_EQ(find("@OEWG2023"), test::work_in(graph, "@oewg2021-2025"));
  const auto several = find("@oewg");
  ASSERT_FALSE(several);
  EXPECT_EQ(several.error().code, ErrorCode::Ambiguous);
  EXPECT_NE(several.error().message.find("@oewg2019-2021, @oewg2021-2025"), std::string::npos);
  EXPECT_EQ(find("@oewg2021").error().code, ErrorCode::Ambiguous);
  EXPECT_EQ(find("@gge1999").error().code, ErrorCode::NotFound);
}

TEST(TracksTest, SplitOfCitationSets) {
  const LineageGraph graph = corpus();
  const analysis::CitationSplit sets =
      analysis::split(graph, test::work_in(graph, "77/37"), test::work_in(graph, "77/36"));
  const std::string first = names(graph, sets.only_first);
  for (const char* name : {"73/266", "74/28", "75/32"}) {
    EXPECT_NE(first.find(name), std::string::npos) << name;
  }
  EXPECT_EQ(names(graph, sets.only_second), "36/103 A/AC.292/2022/INF/4");
}

TEST(TracksTest, SilenceOf79237NamesTheOlderChain) {
  const LineageGraph graph = corpus();
  const analysis::Silence silence = analysis::silence_of(graph, test::work_in(graph, "79/237"));
  EXPECT_EQ(names(graph, silence.predecessors), "75/240 76/19 78/16 78/237");
  EXPECT_EQ(names(graph, silence.passed_over), "78/16 78/237");
  std::vector<WorkId> dropped;
  for (const analysis::Dropped& gone : silence.dropped) {
    dropped.push_back(gone.work);
  }
  const std::string all = names(graph, dropped);
  for (const char* name : {"36/103", "43/78 H", "53/70", "71/28", "73/27", "73/266", "74/29"}) {
    EXPECT_NE(all.find(name), std::string::npos) << name;
  }
  EXPECT_EQ(all.find("76/19"), std::string::npos);
}

TEST(TracksTest, MandateOfTheWorkingGroupOf2021) {
  const LineageGraph graph = corpus();
  const analysis::Mandate mandate =
      analysis::mandate_of(graph, test::work_in(graph, "@oewg2021-2025"));
  std::map<analysis::MandateAct, std::string> found;
  for (const analysis::MandateStep& step : mandate.steps) {
    if (step.act != analysis::MandateAct::Received ||
        analysis::is_reception(graph.edge(step.proof).relation)) {
      found[step.act] += test::name_of(graph.work(step.with)) + " ";
    }
  }
  EXPECT_EQ(found[analysis::MandateAct::Established], "75/240 ");
  EXPECT_EQ(found[analysis::MandateAct::Renewed],
            "76/19 77/36 decision 77/512 decision 77/512 B 78/237 decision 78/541 79/237 ");
  EXPECT_EQ(found[analysis::MandateAct::Reported], "A/77/275 A/78/265 A/79/214 A/80/257 ");
  EXPECT_EQ(found[analysis::MandateAct::Ended], "@global-mechanism ");
  EXPECT_EQ(found[analysis::MandateAct::Received], "77/36 77/37 78/237 79/237 80/16 ");
}

// Letters and numbers of the picture, without its marks.
TEST(TimelineTest, PictureIsLegibleOnPaper) {
  const LineageGraph graph = corpus();
  const analysis::Timeline timeline = analysis::timeline_of(graph, subject_of(graph));
  const std::string svg = analysis::to_svg(timeline, "Tracks");
  constexpr int kLeastUnits = 11;  // 8.25 points on A4, where 1122 units are 297 mm
  std::size_t texts = 0;
  for (std::size_t at = svg.find("font-size=\""); at != std::string::npos;
       at = svg.find("font-size=\"", at + 1)) {
    EXPECT_GE(std::stoi(svg.substr(at + 11)), kLeastUnits);
    ++texts;
  }
  EXPECT_GT(texts, 60U);
  const std::size_t view = svg.find("viewBox=\"0 0 1122 ");
  ASSERT_NE(view, std::string::npos);
  EXPECT_LE(std::stod(svg.substr(view + 18)), 793) << "higher than the page";
  for (const char* label : {"53/70", "73/27", "73/266", "76/19", "77/37", "80/16", "A/80/257",
                            "119–46–14", "2019–21", "global mechanism"}) {
    EXPECT_NE(svg.find(std::string(">") + label + "<"), std::string::npos) << label;
  }
}

TEST(TimelineTest, NeighboursInThePictureAreRivals) {
  const LineageGraph graph = corpus();
  const analysis::Timeline timeline = analysis::timeline_of(graph, subject_of(graph));
  std::string order;
  for (const analysis::TimelineLane& lane : timeline.lanes) {
    order += test::name_of(graph.work(lane.track)) + " ";
  }
  EXPECT_EQ(order, "track:gge track:first-committee track:oewg track:programme-of-action ");
}

TEST(TimelineTest, TerminalLinesFitTheWidth) {
  const LineageGraph graph = corpus();
  const analysis::Timeline timeline = analysis::timeline_of(graph, subject_of(graph));
  for (const std::size_t width : {60U, 100U, 200U}) {
    for (const std::string& line : cli::timeline_lines(timeline, width)) {
      EXPECT_LE(line.size(), width) << line;
    }
  }
  std::string all;
  for (const std::string& line : cli::timeline_lines(timeline, 100)) {
    all += line + "\n";
  }
  EXPECT_NE(all.find("[----]"), std::string::npos) << all;
  EXPECT_NE(all.find("x  x  x"), std::string::npos) << all;
}

}  // namespace
}  // namespace lineage
