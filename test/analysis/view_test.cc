#include "analysis/view.h"

#include <gtest/gtest.h>

#include "analysis/closure.h"
#include "analysis/condensation.h"
#include "analysis/layers.h"
#include "analysis/reach.h"
#include "analysis/routes.h"
#include "analysis/transitive_closure.h"
#include "test/analysis/random_view.h"
#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

TEST(ViewTest, ShowsEachPairOnceInBothDirections) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const auto seen = test::random_view(seed);
    EXPECT_EQ(seen->view.work_count(), seen->works.size());
    for (const WorkId id : seen->works) {
      std::vector<WorkId> cited;
      std::vector<WorkId> citing;
      for (const WorkId other : seen->works) {
        if (seen->cites(id, other)) {
          cited.push_back(other);
        }
        if (seen->cites(other, id)) {
          citing.push_back(other);
        }
      }
      EXPECT_EQ(seen->view.cited(id), cited) << "seed " << seed << " work " << id;
      EXPECT_EQ(seen->view.citing(id), citing) << "seed " << seed << " work " << id;
    }
  }
}

TEST(ViewTest, OfADayHidesWhatIsKnownToBeYounger) {
  const LineageGraph graph = test::graph_of(
      "70/237 recalls 53/70; 53/70 dated 1998-12-04; 70/237 dated 2015-12-23; 78/16 cites X");
  const View view = View(graph).as_of(graph, *Date::of(2000, 1, 1));
  EXPECT_TRUE(view.has(test::work_in(graph, "53/70")));
  EXPECT_FALSE(view.has(test::work_in(graph, "70/237")));
  EXPECT_FALSE(view.has(test::work_in(graph, "78/16"))) << "undated, but of the 78th session";
  EXPECT_TRUE(view.has(test::work_in(graph, "X"))) << "nothing says that it is younger";
  EXPECT_EQ(View(graph).as_of(graph, *Date::of(2100, 1, 1)).work_count(), graph.work_count());
  EXPECT_EQ(view.as_of(graph, *Date::of(2100, 1, 1)).work_count(), view.work_count());
}

TEST(CondensationTest, GroupsWhatReachesEachOtherAndOrdersTheRest) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    const auto reaches = test::reachability(*seen);
    const Condensation parts(seen->view);
    EXPECT_EQ(parts.works().size(), seen->works.size());
    for (const WorkId a : seen->works) {
      for (const WorkId b : seen->works) {
        EXPECT_EQ(parts.of(a) == parts.of(b), reaches[a][b] && reaches[b][a]) << "seed " << seed;
        if (reaches[a][b] && !reaches[b][a]) {
          EXPECT_GT(parts.of(a), parts.of(b)) << "seed " << seed;
        }
      }
      const auto members = parts.works(parts.of(a));
      EXPECT_TRUE(std::ranges::is_sorted(members));
      EXPECT_EQ(std::ranges::count(members, a), 1);
    }
  }
}

TEST(ReachTest, AgreesWithWarshallInBothDirections) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    const auto reaches = test::reachability(*seen);
    std::vector<WorkId> starts;
    for (WorkId id = seed % 3; id < seen->view.size(); id += 4) {
      starts.push_back(id);
    }
    const std::vector<bool> up = reached(seen->view, starts, Direction::ToCited);
    const std::vector<bool> down = reached(seen->view, starts, Direction::ToCiting);
    for (WorkId id = 0; id < seen->view.size(); ++id) {
      bool above = false;
      bool below = false;
      for (const WorkId start : starts) {
        above = above || reaches[start][id];
        below = below || reaches[id][start];
      }
      EXPECT_EQ(up[id], above) << "seed " << seed << " work " << id;
      EXPECT_EQ(down[id], below) << "seed " << seed << " work " << id;
    }
  }
}

// Hops from `start` by raising them until nothing changes; kNoLayer where nothing leads.
std::vector<std::uint32_t> hops_from(const test::Seen& seen, WorkId start) {
  std::vector<std::uint32_t> hops(seen.view.size(), kNoLayer);
  hops[start] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [citing, cited] : seen.pairs) {
      if (hops[citing] != kNoLayer && hops[citing] + 1 < hops[cited]) {
        hops[cited] = hops[citing] + 1;
        changed = true;
      }
    }
  }
  return hops;
}

TEST(ClosureTest, OfAViewHasTheGenerationsThatItShows) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    const auto seen = test::random_view(seed);
    for (const WorkId start : seen->works) {
      const std::vector<std::uint32_t> hops = hops_from(*seen, start);
      std::vector<Relative> right;
      for (const WorkId id : seen->works) {
        if (hops[id] != kNoLayer) {
          right.push_back({id, hops[id]});
        }
        EXPECT_EQ(reaches(seen->view, start, id), hops[id] != kNoLayer);
        const auto route = shortest_route(seen->view, start, id);
        EXPECT_EQ(route ? route->size() - 1 : kNoLayer, hops[id]) << "seed " << seed;
        const auto found = descendants(seen->view, id);
        EXPECT_EQ(std::ranges::count(found, Relative{start, hops[id]}),
                  hops[id] != kNoLayer ? 1 : 0);
      }
      EXPECT_EQ(ancestors(seen->view, start), right) << "seed " << seed;
    }
    for (WorkId id = 0; id < seen->view.size(); ++id) {
      EXPECT_EQ(ancestors(seen->view, id).empty(), !seen->view.has(id)) << "a hidden text has none";
    }
  }
}

TEST(LayersTest, StandAboveAllThatTheirTextsCite) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    const auto reaches = test::reachability(*seen);
    // The longest chain by raising layers until nothing changes.
    std::vector<std::uint32_t> right(seen->view.size(), 0);
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& [citing, cited] : seen->pairs) {
        const std::uint32_t least = right[cited] + (reaches[cited][citing] ? 0 : 1);
        changed = changed || right[citing] < least;
        right[citing] = std::max(right[citing], least);
      }
    }
    const Layers found = layers(seen->view);
    std::uint32_t count = 0;
    for (const WorkId id : seen->works) {
      EXPECT_EQ(found.of[id], right[id]) << "seed " << seed << " work " << id;
      count = std::max(count, right[id] + 1);
    }
    EXPECT_EQ(found.count, count);
  }
}

// The citations that are needed: no other way of two or more leads around them.
bool is_needed(const test::Seen& seen,
               const std::vector<std::vector<bool>>& reaches,
               WorkId citing,
               WorkId cited) {
  for (const WorkId middle : seen.works) {
    const bool apart = !(reaches[citing][middle] && reaches[middle][citing]) &&
                       !(reaches[cited][middle] && reaches[middle][cited]);
    if (apart && reaches[citing][middle] && reaches[middle][cited]) {
      return false;
    }
  }
  return true;
}

TEST(TransitiveClosureTest, AgreesWithWarshallAndKeepsWhatNoRouteImplies) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const auto seen = test::random_view(seed);
    const auto reaches = test::reachability(*seen);
    const auto closure = TransitiveClosure::of(seen->view);
    ASSERT_TRUE(closure) << closure.error().message;
    for (const WorkId a : seen->works) {
      std::size_t ancestors = 0;
      for (const WorkId b : seen->works) {
        EXPECT_EQ(closure->reaches(a, b), reaches[a][b]) << "seed " << seed;
        ancestors += a != b && reaches[a][b] ? 1 : 0;
      }
      EXPECT_EQ(closure->ancestor_count(a), ancestors) << "seed " << seed;
    }
    std::vector<std::pair<WorkId, WorkId>> needed;
    for (const auto& [citing, cited] : seen->pairs) {
      if (reaches[cited][citing] || is_needed(*seen, reaches, citing, cited)) {
        needed.emplace_back(citing, cited);
      }
    }
    EXPECT_EQ(closure->needed(), needed) << "seed " << seed;
  }
}

TEST(TransitiveClosureTest, RefusesWhatDoesNotFit) {
  const auto seen = test::random_view(12);
  const auto closure = TransitiveClosure::of(seen->view, 1);
  ASSERT_FALSE(closure);
  EXPECT_EQ(closure.error().code, ErrorCode::Unsupported);
}

}  // namespace
}  // namespace lineage::analysis
