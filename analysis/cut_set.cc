#include "analysis/cut_set.h"

#include <algorithm>
#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

#include "analysis/reach.h"
#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Network = boost::adjacency_list<
    boost::vecS,
    boost::vecS,
    boost::directedS,
    boost::no_property,
    boost::property<
        boost::edge_capacity_t,
        long,
        boost::property<boost::edge_residual_capacity_t,
                        long,
                        boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

// Each text as two nodes with an edge between them, which carries what the text may.
class Flow {
 public:
  explicit Flow(std::size_t texts)
      : network_(2 * texts + 2), source_(2 * texts), sink_(2 * texts + 1) {}

  [[nodiscard]] static std::size_t entry(std::size_t text) { return 2 * text; }
  [[nodiscard]] static std::size_t exit(std::size_t text) { return 2 * text + 1; }

  void may_carry(std::size_t text, long most) { add(entry(text), exit(text), most); }
  void cites(std::size_t citing, std::size_t cited) { add(exit(citing), entry(cited), kAny); }
  void begins(std::size_t text) { add(source_, entry(text), kAny); }
  void ends(std::size_t text) { add(exit(text), sink_, kAny); }

  // The texts that are full and hold the flow back; nothing where nothing does.
  std::optional<std::vector<std::size_t>> narrows() {
    std::vector<boost::default_color_type> colours(num_vertices(network_));
    std::vector<Traits::edge_descriptor> before(num_vertices(network_));
    const auto index = get(boost::vertex_index, network_);
    const long flow = boost::edmonds_karp_max_flow(
        network_, source_, sink_,
        boost::color_map(boost::make_iterator_property_map(colours.begin(), index))
            .predecessor_map(boost::make_iterator_property_map(before.begin(), index)));
    if (flow >= kAny) {
      return std::nullopt;
    }
    const auto is_reached = [&](std::size_t node) { return colours[node] != boost::white_color; };
    std::vector<std::size_t> texts;
    for (std::size_t text = 0; exit(text) < source_; ++text) {
      if (is_reached(entry(text)) && !is_reached(exit(text))) {
        texts.push_back(text);
      }
    }
    return texts;
  }

 private:
  static constexpr long kAny = std::numeric_limits<std::int32_t>::max();

  void add(std::size_t from, std::size_t to, long most) {
    const auto forth = add_edge(from, to, network_).first;
    const auto back = add_edge(to, from, network_).first;
    put(boost::edge_capacity, network_, forth, most);
    put(boost::edge_capacity, network_, back, 0);
    put(boost::edge_reverse, network_, forth, back);
    put(boost::edge_reverse, network_, back, forth);
  }

  Network network_;
  std::size_t source_;
  std::size_t sink_;
};

}  // namespace

std::optional<std::vector<WorkId>> smallest_cut(const View& view,
                                                std::span<const WorkId> older,
                                                std::span<const WorkId> younger) {
  const std::vector<bool> above = reached(view, older, Direction::ToCiting);
  const std::vector<bool> below = reached(view, younger, Direction::ToCited);
  std::vector<WorkId> between;
  for (WorkId id = 0; id < view.size(); ++id) {
    if (above[id] && below[id]) {
      between.push_back(id);
    }
  }
  const auto place = [&](WorkId id) {
    return static_cast<std::size_t>(std::ranges::lower_bound(between, id) - between.begin());
  };
  const auto is_between = [&](WorkId id) { return above[id] && below[id]; };
  Flow flow(between.size());
  std::vector<bool> is_end(between.size(), false);
  for (const WorkId id : younger) {
    if (is_between(id)) {
      is_end[place(id)] = true;
      flow.begins(place(id));
    }
  }
  for (const WorkId id : older) {
    if (is_between(id)) {
      is_end[place(id)] = true;
      flow.ends(place(id));
    }
  }
  for (std::size_t i = 0; i < between.size(); ++i) {
    flow.may_carry(i, is_end[i] ? std::numeric_limits<std::int32_t>::max() : 1);
    for_each_cited(view, between[i], [&](WorkId cited) {
      if (is_between(cited)) {
        flow.cites(i, place(cited));
      }
    });
  }
  const auto narrows = flow.narrows();
  if (!narrows) {
    return std::nullopt;
  }
  std::vector<WorkId> cut;
  for (const std::size_t i : *narrows) {
    cut.push_back(between[i]);
  }
  return cut;
}

}  // namespace lineage::analysis
