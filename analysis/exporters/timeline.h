// The tracks of a subject laid out in time: what both drawings, in the terminal and as SVG, show.
// Knows the graph, but nothing of columns or pixels.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/tracks.h"
#include "graph/lineage_graph.h"

namespace lineage::analysis {

// A body, from the start of its first year to the end of its last.
struct TimelineBar {
  WorkId body = 0;
  int first = 0;
  int last = 0;       // the last year of the timeline for a body that goes on
  bool open = false;  // goes on
  std::string label;  // "2014–2015", or the name of a body without years
  std::string outcome;
};

// A text or a report of a body, at its date; a report without a date in the middle of its year.
struct TimelineMark {
  WorkId work = 0;
  double year = 0;  // 2018.5 is the middle of 2018
  std::string label;
  std::string vote;  // "119–46–14", "" without a recorded vote or where none is known
  bool report = false;
  bool decision = false;
  std::optional<WorkId> body = {};  // of a report: that delivered it
};

struct TimelineLane {
  WorkId track = 0;
  std::string name;
  std::vector<TimelineBar> bars;    // by first year
  std::vector<TimelineMark> marks;  // by year
};

// A line between two nodes of the timeline, the later first.
struct TimelineStrand {
  enum class Kind {
    Along,   // the next text of the same lane
    Forks,   // from a rival back to the text before the fork
    Merges,  // from the joining text back to a rival
    SetsUp,  // from a body back to the text that establishes it
    Passes,  // from a body back to one that it succeeds or that is absorbed into it
  };
  WorkId later = 0;
  WorkId earlier = 0;
  Kind kind = Kind::Along;
  bool cited = false;  // the later text cites the earlier one; else only facts tie them
};

struct Timeline {
  int first_year = 0;
  int last_year = 0;
  std::vector<TimelineLane> lanes;
  std::vector<TimelineStrand> strands;
  std::vector<Rivalry> rivalries;
};

// Lanes stand so that the lines between them are short. Cost: the edges of the subject, and every
// order of up to seven lanes times its lines.
[[nodiscard]] Timeline timeline_of(const LineageGraph& graph, const Subject& subject);

// Years of a body, nothing where they are not known; `last` is nothing for one that goes on.
struct Years {
  int first = 0;
  std::optional<int> last;
};
[[nodiscard]] std::optional<Years> years_of(const WorkFacts& body);

// The timeline as one SVG picture, made to be printed on a landscape A4 page: letters of at least 8
// points, told apart without colour.
[[nodiscard]] std::string to_svg(const Timeline& timeline, const std::string& title);

}  // namespace lineage::analysis
