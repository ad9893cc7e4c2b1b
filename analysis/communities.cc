#include "analysis/communities.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

using Group = std::uint32_t;

struct Tie {
  Group to;
  double weight;
};

// An undirected weighted graph: that of the texts, then those of their communities.
struct Network {
  std::vector<std::vector<Tie>> ties;  // both ways; to itself once
  std::vector<double> strength;        // sum of ties, those to itself twice
  double total = 0;                    // sum of all strengths

  explicit Network(std::size_t size) : ties(size), strength(size, 0) {}
  void add(Group a, Group b, double weight) {
    ties[a].push_back({b, weight});
    if (a != b) {
      ties[b].push_back({a, weight});
    }
    strength[a] += weight;
    strength[b] += weight;
    total += 2 * weight;
  }
};

Network network_of(const View& view) {
  Network network(view.size());
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      for_each_cited(view, id, [&](WorkId cited) { network.add(id, cited, 1); });
    }
  }
  return network;
}

// Numbers the groups from 0 in the order of their first members; gives how many there are.
Group renumber(std::vector<Group>& of) {
  std::vector<Group> names(of.empty() ? 0 : *std::ranges::max_element(of) + 1, kNoCommunity);
  Group next = 0;
  for (Group& group : of) {
    Group& name = names[group];
    name = name == kNoCommunity ? next++ : name;
    group = name;
  }
  return next;
}

class Mover {
 public:
  Mover(const Network& network, double resolution)
      : network_(network),
        resolution_(resolution),
        of_(network.ties.size()),
        strength_(network.strength),
        weight_to_(network.ties.size(), 0) {
    std::iota(of_.begin(), of_.end(), 0U);
  }

  // The groups that no member can leave with gain.
  std::vector<Group> settled() && {
    for (bool moved = true; moved;) {
      moved = false;
      for (Group node = 0; node < of_.size(); ++node) {
        moved = move(node) || moved;
      }
    }
    return std::move(of_);
  }

 private:
  // What modularity gains by `node` in `group`, up to a constant factor and a constant.
  [[nodiscard]] double gain(Group node, Group group) const {
    return weight_to_[group] -
           resolution_ * network_.strength[node] * strength_[group] / network_.total;
  }

  bool move(Group node) {
    const Group before = of_[node];
    for (const Tie& tie : network_.ties[node]) {
      if (tie.to != node) {
        near_.push_back(of_[tie.to]);
        weight_to_[of_[tie.to]] += tie.weight;
      }
    }
    strength_[before] -= network_.strength[node];
    Group best = before;
    double most = gain(node, before);
    std::ranges::sort(near_);
    for (const Group group : near_) {
      // A gain smaller than this is one of rounding, and could be made for ever.
      constexpr double kLeastGain = 1e-9;
      if (gain(node, group) > most + kLeastGain) {
        best = group;
        most = gain(node, group);
      }
    }
    strength_[best] += network_.strength[node];
    of_[node] = best;
    for (const Group group : near_) {
      weight_to_[group] = 0;
    }
    near_.clear();
    return best != before;
  }

  const Network& network_;
  double resolution_;
  std::vector<Group> of_;
  std::vector<double> strength_;   // of each group
  std::vector<double> weight_to_;  // from the node at hand to each group near it
  std::vector<Group> near_;
};

Network merged(const Network& network, const std::vector<Group>& of, Group count) {
  std::vector<std::pair<std::pair<Group, Group>, double>> ties;
  for (Group node = 0; node < of.size(); ++node) {
    for (const Tie& tie : network.ties[node]) {
      if (node <= tie.to) {  // each tie once
        ties.push_back({std::minmax(of[node], of[tie.to]), tie.weight});
      }
    }
  }
  std::ranges::stable_sort(ties, {}, &decltype(ties)::value_type::first);
  Network groups(count);
  for (std::size_t i = 0; i < ties.size();) {
    const auto ends = ties[i].first;
    double weight = 0;
    for (; i < ties.size() && ties[i].first == ends; ++i) {
      weight += ties[i].second;
    }
    groups.add(ends.first, ends.second, weight);
  }
  return groups;
}

// Divides groups whose members do not hang together.
std::vector<Group> in_one_piece(const Network& network, const std::vector<Group>& of) {
  std::vector<Group> pieces(of.size(), kNoCommunity);
  std::vector<Group> queue;
  Group next = 0;
  for (Group start = 0; start < of.size(); ++start) {
    if (pieces[start] != kNoCommunity) {
      continue;
    }
    pieces[start] = next;
    queue.assign(1, start);
    while (!queue.empty()) {
      const Group here = queue.back();
      queue.pop_back();
      for (const Tie& tie : network.ties[here]) {
        if (pieces[tie.to] == kNoCommunity && of[tie.to] == of[here]) {
          pieces[tie.to] = next;
          queue.push_back(tie.to);
        }
      }
    }
    ++next;
  }
  return pieces;
}

std::vector<Group> louvain(const Network& texts, double resolution) {
  std::vector<Group> of(texts.ties.size());
  std::iota(of.begin(), of.end(), 0U);
  Network level = texts;
  while (true) {
    std::vector<Group> groups = Mover(level, resolution).settled();
    const Group count = renumber(groups);
    for (Group& group : of) {
      group = groups[group];
    }
    if (count == level.ties.size()) {
      return of;
    }
    level = merged(level, groups, count);
  }
}

}  // namespace

double modularity(const View& view, const std::vector<std::uint32_t>& of, double resolution) {
  std::vector<double> inside(view.size(), 0);
  std::vector<double> strength(view.size(), 0);
  double ties = 0;
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      for_each_cited(view, id, [&](WorkId cited) {
        ties += 1;
        strength[of[id]] += 1;
        strength[of[cited]] += 1;
        inside[of[id]] += of[id] == of[cited] ? 1 : 0;
      });
    }
  }
  double sum = 0;
  for (std::size_t group = 0; group < view.size() && ties > 0; ++group) {
    const double share = strength[group] / (2 * ties);
    sum += inside[group] / ties - resolution * share * share;
  }
  return sum;
}

Communities communities(const View& view, const CommunityOptions& options) {
  const Network network = network_of(view);
  const std::vector<Group> pieces = in_one_piece(network, louvain(network, options.resolution));
  Communities result;
  result.of.assign(view.size(), kNoCommunity);
  std::vector<Group> names(view.size(), kNoCommunity);
  for (WorkId id = 0; id < view.size(); ++id) {
    if (view.has(id)) {
      Group& name = names[pieces[id]];
      name = name == kNoCommunity ? result.count++ : name;
      result.of[id] = name;
    }
  }
  result.modularity = modularity(view, result.of, options.resolution);
  return result;
}

}  // namespace lineage::analysis
