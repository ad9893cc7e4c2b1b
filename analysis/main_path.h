// Main paths: the citations along which most of the ways through a lineage run.
#pragma once

#include <span>
#include <vector>

#include "analysis/path_count.h"
#include "analysis/search_paths.h"
#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

struct MainPathOptions {
  PathWeight weight = PathWeight::Spc;
  // How far below the best a path may stay, as a part of the best: 0 takes the best alone (all of
  // them where several are equal), 1 takes every path. From 0 to 1.
  double basket = 0;
};

struct WeightedCitation {
  WorkId citing = 0;
  WorkId cited = 0;
  PathCount weight;
};

struct MainPath {
  std::vector<WorkId> works;                // ascending
  std::vector<WeightedCitation> citations;  // by citing and cited text
  PathCount best;                           // the sum of the weights along the best path
  PathCount total;                          // paths in all, as SearchPaths counts them
};

// The global main path (Liu and Lu 2012): of all paths from a start to an end, the one with the
// greatest sum of search path counts; the basket holds the citations that lie on a path whose sum
// is at least (1 - basket) times the best. A basket takes what a single path would leave out: lines
// that run side by side and carry as much. A greater basket never loses a member. Sums that differ
// by less than one part in 10^12 count as equal, since counts are rounded.
// A circle is one stop: all its texts are on the path, its own citations are not. Cost: linear.
//
// From the heads of the view to its roots; empty where it shows no citation between two circles.
[[nodiscard]] MainPath main_path(const View& view, const MainPathOptions& options = {});

// From `younger` back to `older`, among the texts on paths between them; empty where there is none.
// A text that is in both sets alone is a path by itself.
[[nodiscard]] MainPath main_path_between(const View& view,
                                         std::span<const WorkId> older,
                                         std::span<const WorkId> younger,
                                         const MainPathOptions& options = {});

}  // namespace lineage::analysis
