// What belongs together: co-citation, coupling, communities, ages, series and what they carry over.
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "analysis/carry_over.h"
#include "analysis/citation_age.h"
#include "analysis/cocitation.h"
#include "analysis/communities.h"
#include "test/analysis/random_view.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

using test::graph_of;
using test::work_in;

// Counts companions by looking at every text in between.
template <typename Ties>
std::vector<Companion> counted(const test::Seen& seen,
                               const std::vector<WorkId>& members,
                               Ties ties) {
  std::vector<Companion> found;
  for (const WorkId id : seen.works) {
    Companion companion{id, 0, 0};
    double own = 0;
    double theirs = 0;
    for (const WorkId between : seen.works) {
      const bool mine = ties(id, between);
      const bool member = std::ranges::any_of(members, [&](WorkId m) { return ties(m, between); });
      companion.shared += mine && member ? 1 : 0;
      own += mine ? 1 : 0;
      theirs += member ? 1 : 0;
    }
    companion.cosine = static_cast<double>(companion.shared) / std::sqrt(own * theirs);
    if (companion.shared > 0 && !std::ranges::count(members, id)) {
      found.push_back(companion);
    }
  }
  return found;
}

TEST(CocitationTest, CountsTheTextsThatCiteBothAndTheWorksThatBothCite) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    if (seen->works.empty()) {
      continue;
    }
    std::vector<WorkId> members{seen->works[seed % seen->works.size()]};
    if (seed % 3 == 0 && seen->works.back() != members[0]) {
      members.push_back(seen->works.back());
    }
    const auto cited =
        counted(*seen, members, [&](WorkId a, WorkId b) { return seen->cites(b, a); });
    const auto citing =
        counted(*seen, members, [&](WorkId a, WorkId b) { return seen->cites(a, b); });
    EXPECT_EQ(cocited(seen->view, members), cited) << "seed " << seed;
    EXPECT_EQ(coupled(seen->view, members), citing) << "seed " << seed;
    found += cited.size() + citing.size();
  }
  EXPECT_GT(found, 2000U);
}

// Modularity as a sum over all pairs of texts.
double modularity_of(const test::Seen& seen,
                     const std::vector<std::uint32_t>& of,
                     double resolution) {
  std::vector<double> degree(seen.view.size(), 0);
  for (const auto& [a, b] : seen.pairs) {
    degree[a] += 1;
    degree[b] += 1;
  }
  const auto ties = static_cast<double>(seen.pairs.size());
  double sum = 0;
  for (const WorkId a : seen.works) {
    for (const WorkId b : seen.works) {
      if (of[a] == of[b]) {
        sum += (seen.cites(a, b) ? 1 : 0) + (seen.cites(b, a) ? 1 : 0) -
               resolution * degree[a] * degree[b] / (2 * ties);
      }
    }
  }
  return ties == 0 ? 0 : sum / (2 * ties);
}

TEST(CommunitiesTest, NoTextCanMoveWithGainAndEachHangsTogether) {
  for (std::uint32_t seed = 0; seed < 800; ++seed) {
    const auto seen = test::random_view(seed);
    const double resolution = seed % 2 == 0 ? 1 : 0.7;
    const Communities found = communities(seen->view, {resolution});
    const double reached = modularity_of(*seen, found.of, resolution);
    EXPECT_NEAR(found.modularity, reached, 1e-12) << "seed " << seed;
    EXPECT_NEAR(modularity(seen->view, found.of, resolution), reached, 1e-12);
    std::vector<std::uint32_t> alone(found.of.size());
    std::iota(alone.begin(), alone.end(), 0U);
    EXPECT_GE(reached, modularity_of(*seen, alone, resolution) - 1e-12);
    std::uint32_t next = 0;
    for (const WorkId id : seen->works) {
      EXPECT_LE(found.of[id], next) << "numbered by their oldest texts";
      next = std::max(next, found.of[id] + 1);
      const bool has_tie = std::ranges::any_of(seen->works, [&](WorkId other) {
        return other != id && found.of[other] == found.of[id] &&
               (seen->cites(id, other) || seen->cites(other, id));
      });
      EXPECT_TRUE(has_tie || std::ranges::count(found.of, found.of[id]) == 1) << "seed " << seed;
    }
    EXPECT_EQ(found.count, next);
  }
}

// The best of all ways to divide a few texts.
double best_modularity(const test::Seen& seen,
                       std::vector<std::uint32_t>& of,
                       std::size_t at,
                       std::uint32_t groups) {
  if (at == seen.works.size()) {
    return modularity_of(seen, of, 1);
  }
  double best = -1;
  for (std::uint32_t group = 0; group <= groups; ++group) {
    of[seen.works[at]] = group;
    best = std::max(best, best_modularity(seen, of, at + 1, groups + (group == groups ? 1 : 0)));
  }
  return best;
}

TEST(CommunitiesTest, ComeNearTheBestOfAllDivisions) {
  double lost = 0;
  std::size_t graphs = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const auto seen = test::random_view(seed);
    if (seen->works.size() < 4 || seen->works.size() > 7 || seen->pairs.size() < 4) {
      continue;
    }
    std::vector<std::uint32_t> of(seen->view.size(), 0);
    const double best = best_modularity(*seen, of, 0, 0);
    const Communities found = communities(seen->view);
    EXPECT_LE(found.modularity, best + 1e-12);
    lost += best - found.modularity;
    ++graphs;
  }
  ASSERT_GT(graphs, 50U);
  EXPECT_LT(lost / static_cast<double>(graphs), 0.02);
}

TEST(CommunitiesTest, TwoClustersWithOneTieAreTwo) {
  const LineageGraph graph =
      graph_of("C cites A; C cites B; B cites A; Z cites X; Z cites Y; Y cites X; X cites C");
  const Communities found = communities(View(graph));
  EXPECT_EQ(found.count, 2U);
  EXPECT_EQ(found.of[work_in(graph, "A")], found.of[work_in(graph, "C")]);
  EXPECT_NE(found.of[work_in(graph, "A")], found.of[work_in(graph, "Z")]);
}

TEST(CitationAgeTest, TheHalfLifeIsTheMedianOfDays) {
  const LineageGraph graph = graph_of(
      "D cites A; D amends A; D cites B; D cites C; D cites U; B cites D;"
      "A dated 2000-01-01; B dated 2004-01-01; C dated 2008-01-01; D dated 2010-01-01");
  const std::array<WorkId, 1> d{work_in(graph, "D")};
  const CitationAges made = citation_ages(View(graph), graph, d, Direction::ToCited);
  EXPECT_EQ(made.dated, 3U);
  EXPECT_EQ(made.undated, 1U);
  EXPECT_EQ(made.forward, 0U);
  EXPECT_NEAR(*made.half_life, 2192 / 365.2425, 1e-12);
  EXPECT_NEAR(*made.mean, (3653 + 2192 + 731) / 3.0 / 365.2425, 1e-12);
  EXPECT_EQ(made.by_year, (std::map<int, std::size_t>{{2, 1}, {6, 1}, {10, 1}}));
  const CitationAges received = citation_ages(View(graph), graph, d, Direction::ToCiting);
  EXPECT_EQ(received.forward, 1U) << "B is older than the text that it cites";
  EXPECT_LT(*received.half_life, 0);
  const std::array<WorkId, 1> a{work_in(graph, "A")};
  EXPECT_FALSE(citation_ages(View(graph), graph, a, Direction::ToCited).half_life);
}

// A lineage of titles: 1998 and 1999 under one title, 2000 under another of the same agenda item.
LineageGraph titled(const std::vector<std::array<std::string, 4>>& works,
                    std::string_view citations) {
  GraphBuilder builder;
  for (const auto& [name, date, title, item] : works) {
    WorkFacts facts(test::symbol_of(name));
    facts.date = Sourced<Date>{*Date::from_iso(date), {"test"}};
    facts.title = Sourced<std::string>{title, {"test"}};
    if (!item.empty()) {
      facts.agenda_item = Sourced<AgendaItem>{{"1", item}, {"test"}};
    }
    builder.add_work(facts, Holding::Catalogued);
  }
  test::add_statements(builder, citations);
  return std::move(builder).freeze();
}

LineageGraph sample_series() {
  return titled(
      {{"53/70", "1998-12-04", "Developments in the field", "Security of networks"},
       {"54/49", "1999-12-01", "DEVELOPMENTS IN THE FIELD.", "Security of networks"},
       {"55/28", "2000-11-20", "Developments in the field", "Security of networks"},
       {"55/29", "2000-11-21", "Advancing behaviour", "Security of networks"},
       {"55/30", "2000-11-21", "Another matter", ""},
       {"1540 (2004)", "2004-04-28", "Developments in the field", ""}},
      "54/49 recalls 53/70; 55/28 recalls 53/70; 55/29 recalls 53/70; 55/29 recalls 54/49;"
      "55/28 recalls X; 55/29 recalls Y; 53/70 recalls X; 53/70 recalls Z");
}

TEST(SeriesTest, FindsThePredecessorAndSaysOnWhatGrounds) {
  const LineageGraph graph = sample_series();
  const SeriesIndex series(graph);
  const auto basis = [&](std::string_view name) {
    const auto found = series.predecessor(work_in(graph, name));
    return found
               ? test::name_of(graph.work(found->work)) + ", " + std::string(name_of(found->basis))
               : "none";
  };
  EXPECT_EQ(basis("53/70"), "none");
  EXPECT_EQ(basis("54/49"), "53/70, same title, cited");
  EXPECT_EQ(basis("55/28"), "53/70, same title, cited") << "cited goes before younger";
  EXPECT_EQ(basis("55/29"), "54/49, same agenda item, cited");
  EXPECT_EQ(basis("55/30"), "none");
  EXPECT_EQ(basis("1540 (2004)"), "none") << "of another organ";
  const auto id = [&](std::string_view name) { return work_in(graph, name); };
  EXPECT_EQ(series.successors(id("53/70")), (std::vector{id("54/49"), id("55/28")}));
  EXPECT_EQ(series.series(id("55/28")),
            (std::vector{id("53/70"), id("54/49"), id("55/28"), id("55/29")}));
  EXPECT_EQ(series.series(id("55/30")), std::vector{id("55/30")});
}

TEST(SeriesTest, AFactGoesBeforeATitle) {
  const LineageGraph graph = titled({{"53/70", "1998-12-04", "One", ""},
                                     {"54/49", "1999-12-01", "Two", ""},
                                     {"55/28", "2000-11-20", "Two", ""}},
                                    "55/28 recalls 54/49; 55/28 succeeds 53/70");
  const auto found = SeriesIndex(graph).predecessor(work_in(graph, "55/28"));
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (Predecessor{work_in(graph, "53/70"), SeriesBasis::Succeeds}));
}

TEST(CarryOverTest, PartsFreshFromCarriedAndNamesWhatWasDropped) {
  const LineageGraph graph = sample_series();
  const auto id = [&](std::string_view name) { return work_in(graph, name); };
  const CarryOver lists = carry_over(View(graph), id("55/28"), id("53/70"));
  EXPECT_EQ(lists.fresh, std::vector{id("53/70")});
  EXPECT_EQ(lists.carried, std::vector{id("X")});
  EXPECT_EQ(lists.dropped, std::vector{id("Z")});
  const SeriesIndex series(graph);
  const auto shares = freshness(View(graph), series);
  EXPECT_EQ(shares[id("55/28")], 0.5);
  EXPECT_EQ(shares[id("54/49")], 1);
  EXPECT_FALSE(shares[id("53/70")]) << "no predecessor";
}

}  // namespace
}  // namespace lineage::analysis
