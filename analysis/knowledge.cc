#include "analysis/knowledge.h"

#include <algorithm>
#include <bit>

#include "analysis/components.h"
#include "analysis/selection.h"
#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

// The last day on which the work can have been adopted, nothing where that is not known.
std::optional<Date> latest_day(const Work& work) {
  if (work.date) {
    return work.date;
  }
  const std::optional<DateSpan> span = work.symbol().possible_dates();
  return span ? std::optional<Date>(span->last) : std::nullopt;
}

// The day before which a text can cite none of `works`; nothing where one of them has no date.
std::optional<Date> oldest(const LineageGraph& graph, std::span<const WorkId> works) {
  std::optional<Date> first;
  for (const WorkId id : works) {
    const std::optional<Date>& date = graph.work(id).date;
    if (!date) {
      return std::nullopt;
    }
    first = first ? std::min(*first, *date) : *date;
  }
  return first;
}

std::vector<WorkId> every_work(const LineageGraph& graph) {
  std::vector<WorkId> works(graph.work_count());
  for (WorkId id = 0; id < works.size(); ++id) {
    works[id] = id;
  }
  return works;
}

// The works in an order in which all that cite one stand before it, save those of its circle, which
// stand beside it; `component` tells circles apart.
struct Order {
  std::vector<WorkId> works;
  std::vector<std::uint32_t> component;
};

Order citing_first(const LineageGraph& graph) {
  const Selection all = induced(graph, every_work(graph));
  Order order{all.works, strong_components(graph, all).of};
  // Edges lead from higher to lower numbers.
  std::ranges::stable_sort(
      order.works, [&](WorkId a, WorkId b) { return order.component[a] > order.component[b]; });
  return order;
}

// Bit i of each word: the work reaches lists[i]. Works of one circle share theirs.
void reach_back(const LineageGraph& graph, const Order& order, std::vector<std::uint64_t>& bits) {
  for (std::size_t end = order.works.size(); end > 0;) {
    std::size_t begin = end;
    const std::uint32_t component = order.component[order.works[end - 1]];
    std::uint64_t together = 0;
    while (begin > 0 && order.component[order.works[begin - 1]] == component) {
      const WorkId id = order.works[--begin];
      together |= bits[id];
      for (const EdgeId edge : graph.cites(id)) {
        together |= is_citation(graph.edge(edge)) ? bits[graph.edge(edge).target] : 0;
      }
    }
    for (; end > begin; --end) {
      bits[order.works[end - 1]] = together;
    }
  }
}

}  // namespace

bool list_open(const Work& work) { return work.facts.list_status != ListStatus::Known; }

OpenLists open_lists(const LineageGraph& graph, std::span<const WorkId> works) {
  OpenLists lists;
  for (const WorkId id : works) {
    const ListStatus status = graph.work(id).facts.list_status;
    if (status == ListStatus::Unknown) {
      lists.unknown.push_back(id);
    } else if (status == ListStatus::Partial) {
      lists.partial.push_back(id);
    }
  }
  return lists;
}

std::vector<WorkId> open_among(const LineageGraph& graph,
                               std::span<const WorkId> works,
                               const std::optional<Date>& since) {
  std::vector<WorkId> open;
  for (const WorkId id : works) {
    const Work& work = graph.work(id);
    if (!list_open(work)) {
      continue;
    }
    const std::optional<Date> last = latest_day(work);
    if (!since || !last || *since <= *last) {
      open.push_back(id);
    }
  }
  return open;
}

std::vector<WorkId> open_towards(const LineageGraph& graph,
                                 std::span<const WorkId> starts,
                                 std::span<const WorkId> ends,
                                 RelationSet follow,
                                 std::uint32_t limit) {
  if (ends.empty()) {
    return {};
  }
  std::vector<WorkId> reached;
  walk(graph, starts, Direction::ToCited, follow, [&](WorkId id, std::uint32_t depth) {
    reached.push_back(id);
    return depth < limit ? Walk::Continue : Walk::Prune;
  });
  return open_among(graph, reached, oldest(graph, ends));
}

std::vector<WorkId> open_citing(const LineageGraph& graph,
                                std::span<const WorkId> cited,
                                std::span<const WorkId> found) {
  if (cited.empty()) {
    return {};
  }
  std::vector<bool> known(graph.work_count(), false);
  for (const WorkId id : found) {
    known[id] = true;
  }
  std::vector<WorkId> others;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    if (!known[id]) {
      others.push_back(id);
    }
  }
  return open_among(graph, others, oldest(graph, cited));
}

std::vector<std::uint32_t> unlocks(const LineageGraph& graph) {
  const Order order = citing_first(graph);
  const std::vector<WorkId> lists = open_among(graph, every_work(graph));
  std::vector<std::uint32_t> count(graph.work_count(), 0);
  for (std::size_t first = 0; first < lists.size(); first += 64) {
    const std::size_t last = std::min(first + 64, lists.size());
    std::vector<std::uint64_t> bits(graph.work_count(), 0);
    for (std::size_t i = first; i < last; ++i) {
      bits[lists[i]] |= std::uint64_t{1} << (i - first);
    }
    reach_back(graph, order, bits);
    for (std::uint64_t word : bits) {
      for (; word != 0; word &= word - 1) {
        ++count[lists[first + static_cast<std::size_t>(std::countr_zero(word))]];
      }
    }
  }
  return count;
}

}  // namespace lineage::analysis
