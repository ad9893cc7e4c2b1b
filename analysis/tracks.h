// The tracks of a subject: chains of bodies and texts under a name, and where they part and join.
// Members of a track are facts of a catalogue; forks and merges are found from the citations of the
// texts and from what the bodies pass on to one another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/lineage_graph.h"

namespace lineage::analysis {

// A track with its members, each list in the order of the graph: by date.
struct Track {
  WorkId id = 0;
  std::vector<WorkId> texts;
  std::vector<WorkId> bodies;
};

// Resolutions of different tracks that were adopted at one session under one agenda item.
struct Rivalry {
  Session session;
  std::string agenda_item;  // "94"
  std::vector<WorkId> texts;
};

// Tracks part: the first of a run of sessions with rival texts.
struct Fork {
  Rivalry rivalry;
  std::optional<WorkId> before;  // the last text that stood alone
  std::vector<EdgeId> cites;     // from the rivals to `before`
  std::vector<WorkId> open;      // rivals that may cite it: their citation list is not known
  // Facts of bodies: that each rival establishes a body, and that these succeed one body.
  std::vector<EdgeId> facts;
  // The first text that cites every one of the rivals itself, and the edges that say so.
  std::optional<WorkId> first_of_all;
  std::vector<EdgeId> cites_all;
  // Texts of the tracks up to it whose lists are not known: an earlier one may have been missed.
  std::vector<WorkId> open_between;
};

// Tracks join: the first text that stands alone in its session again.
struct Merge {
  WorkId text = 0;
  std::vector<Rivalry> ended;  // the sessions with rivals since the fork
  std::vector<EdgeId> cites;   // from the text to rivals of these sessions
  // Bodies of the rivals' tracks that pass into one body: succeeds, absorbed_into.
  std::vector<EdgeId> facts;

  // Whether the rivals that it cites are of two tracks or more.
  [[nodiscard]] bool joins_by_citation(const LineageGraph& graph) const;
};

// Tracks that build on one another, as one subject.
struct Subject {
  std::vector<Track> tracks;  // in the order of the store
  std::vector<Rivalry> rivalries;
  std::vector<Fork> forks;
  std::vector<Merge> merges;
  std::vector<WorkId> without_item;  // texts whose agenda item is not known, so that rivals are not
};

// All subjects of the graph: tracks belong to one subject when a text or body of one is tied to a
// text or body of the other. Cost: linear in the edges of the members, times the tracks.
[[nodiscard]] std::vector<Subject> subjects(const LineageGraph& graph);

// The track that a text or body belongs to, the first of several; nothing for none. Cost: as
// edges_out.
[[nodiscard]] std::optional<WorkId> track_of(const LineageGraph& graph, WorkId member);

// The edges from a work that have the relation, and those that enter it, ascending. Cost: linear in
// the edges of the work.
[[nodiscard]] std::vector<EdgeId> edges_out(const LineageGraph& graph,
                                            WorkId id,
                                            Relation relation);
[[nodiscard]] std::vector<EdgeId> edges_in(const LineageGraph& graph, WorkId id, Relation relation);

}  // namespace lineage::analysis
