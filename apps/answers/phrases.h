// The words that several verbs share: how a work, a hop or a gap in what is known is put.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/knowledge.h"
#include "apps/answers/answer.h"
#include "graph/lineage_graph.h"

namespace lineage::cli {

// Finds the work that `typed` names. Failures: usage for what is no symbol; "no" for a work that
// the store does not hold, with the nearest ones that it does.
[[nodiscard]] tl::expected<WorkId, Failure> look_up(const LineageGraph& graph,
                                                    const std::string& typed);

// The short form, made safe and bounded, for use in a message.
[[nodiscard]] std::string name_of(const Work& work);
[[nodiscard]] std::string in_quotes(std::string_view typed);
// "1 text", "3 texts".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
// "a, b, c and 12 more".
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t most = 12);
// An institutional relation seen from its target: "established by" for `establishes`.
[[nodiscard]] std::string passive_of(Relation relation);
// "109 in favour, 45 against, 16 abstaining", or "abstentions not known".
[[nodiscard]] std::string counts_of(const CommitteeVote& vote);
[[nodiscard]] std::string date_or_dash(const Work& work);

// Where a passage stands: "pp1 of corpus/texts/A-RES-78-16.zh.txt, bytes 384 to 389", or the
// catalogue's line with its sources.
[[nodiscard]] std::string place_of(const Passage& passage);
// For a passage without a quote: that it is a catalogue's, and the sources that the catalogue
// names.
[[nodiscard]] std::string catalogue_line(const Passage& passage);

// The lists that an answer hangs on: {"unknown": [symbols], "partial": [symbols]}.
[[nodiscard]] Json open_lists_value(const LineageGraph& graph, const analysis::OpenLists& lists);
// "the citation list is unknown for 3 texts (a, b, c) and partial for ..."; "" for no lists.
[[nodiscard]] std::string open_lists_sentence(const LineageGraph& graph,
                                              const analysis::OpenLists& lists);
// Says of an answer what it hangs on: "not established: ..." among the notes where `open` is not
// empty, and in its JSON `not_established` and `lists_not_known` always. `open`: as the functions
// of analysis/knowledge.h give it.
void add_knowledge(const LineageGraph& graph, const std::vector<WorkId>& open, Answer& answer);

}  // namespace lineage::cli
