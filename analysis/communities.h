// Communities: groups of texts that cite one another more than they cite others.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/view.h"

namespace lineage::analysis {

inline constexpr std::uint32_t kNoCommunity = std::numeric_limits<std::uint32_t>::max();

struct CommunityOptions {
  double resolution = 1;  // greater: more and smaller communities; above 0
};

struct Communities {
  std::vector<std::uint32_t> of;  // by WorkId; numbered by their oldest texts; kNoCommunity: hidden
  std::uint32_t count = 0;
  double modularity = 0;
};

// Newman and Girvan 2004, "Finding and evaluating community structure in networks": the citations
// within communities as a share of all, less the share that chance would put there. The direction
// of citations does not matter; two texts that cite each other are tied twice.
[[nodiscard]] double modularity(const View& view,
                                const std::vector<std::uint32_t>& of,
                                double resolution = 1);

// The method of Louvain (Blondel, Guillaume, Lambiotte and Lefebvre 2008, "Fast unfolding of
// communities in large networks"): texts, then the communities found, move to the neighbouring
// community that raises modularity most, until none does; at the end a community that has come
// apart is divided into its parts (Traag, Waltman and van Eck 2019, "From Louvain to Leiden", show
// that it happens), which lowers no modularity. Boost.Graph 1.74 has none. Texts move in the order
// of the graph and, between equals, to the community of the lowest number, so that the same graph
// gives the same communities; another order could give others that are as good. Circles need no
// care. Texts without ties are communities of one. Cost: some passes over the citations.
[[nodiscard]] Communities communities(const View& view, const CommunityOptions& options = {});

}  // namespace lineage::analysis
