// Search path counts: how many of the ways through a graph of citations lead through each citation.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/condensation.h"
#include "analysis/path_count.h"
#include "analysis/view.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// Which paths are counted. They follow citations, from younger to older texts.
enum class PathWeight : std::uint8_t {
  Spc,   // search path count: from a start to an end
  Splc,  // search path link count: from a start to any text
  Spnp,  // search path node pair: from any text to any text
};

struct PathEnds {
  std::span<const WorkId> starts;  // empty: the heads, which nothing that is shown cites
  std::span<const WorkId> ends;    // empty: the roots, which cite nothing that is shown
};

// Hummon and Doreian 1989, "Connectivity in a citation network" (SPLC, SPNP), and Batagelj 2003,
// "Efficient algorithms for citation network analysis" (SPC, and all three in linear time). For
// SPLC the older text of a path may be any, as in Liu and Lu 2012, "An integrated approach for main
// path analysis": each text is a source of what builds on it. A circle counts as one stop of a path
// and the citations inside it have weight 0; two citations between the same two circles are two
// ways. A text that is a start and an end counts as a path without citations. Every path counts,
// whatever its length, so that citations of a long dense series gather nearly all weight.
// Cost: linear; 32 bytes a work. Counts are rounded as PathCount says.
class SearchPaths {
 public:
  explicit SearchPaths(const View& view, PathWeight weight = PathWeight::Spc, PathEnds ends = {});

  // Paths that lead through the citation, through the text, and all there are.
  [[nodiscard]] PathCount through(WorkId citing, WorkId cited) const;
  [[nodiscard]] PathCount through(WorkId work) const;
  [[nodiscard]] PathCount total() const { return total_; }

  [[nodiscard]] const Condensation& parts() const { return parts_; }
  [[nodiscard]] bool is_start(std::uint32_t part) const { return starts_[part]; }
  [[nodiscard]] bool is_end(std::uint32_t part) const { return ends_[part]; }

 private:
  void mark_ends(const View& view, PathEnds ends);
  void count(const View& view, PathWeight weight);

  Condensation parts_;
  std::vector<bool> starts_, ends_;       // by component
  std::vector<PathCount> above_, below_;  // paths that end, that begin there; by component
  PathCount total_;
};

}  // namespace lineage::analysis
