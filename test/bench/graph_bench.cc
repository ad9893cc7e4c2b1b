// Times the analyses on a generated citation graph, beside Boost's adjacency_list doing the same,
// and checks that both find the same.
//
//   lineage_graph_bench TEXTS [--no-peer] [--forward SHARE] [--edges FILE] [--ranks FILE]
//
// --edges writes "citing cited" lines and --ranks a rank a line, for test/bench/graph_peer, which
// lets igraph do the same.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <malloc.h>
#include <string>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/transitive_closure.hpp>
#include <boost/graph/transitive_reduction.hpp>

#include "analysis/pagerank.h"
#include "analysis/reach.h"
#include "analysis/search_paths.h"
#include "analysis/transitive_closure.h"
#include "graph/structure.h"
#include "test/bench/citation_graph.h"

namespace {

using namespace lineage;
using analysis::Direction;
using analysis::View;
// With the relation on each edge, as our own graph has it.
using Peer = boost::
    adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, EdgeData>;

// Of the processor, so that other work on the machine changes little.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The least of some runs, as many as fit into about a second.
double timed(const std::function<void()>& work) {
  double least = 1e100;
  double all = 0;
  for (int run = 0; run == 0 || (run < 5 && all < 1); ++run) {
    const double begin = seconds();
    work();
    least = std::min(least, seconds() - begin);
    all += seconds() - begin;
  }
  return least;
}

std::size_t bytes_in_use() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

// The greatest size that the process has had, in MiB.
long peak_mib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) {
      return std::strtol(line.c_str() + 6, nullptr, 10) / 1024;
    }
  }
  return 0;
}

void row(const char* what, double ours, double peer, const char* same) {
  std::printf("%-12s %10.2f ms", what, ours * 1e3);
  if (peer > 0) {
    std::printf(" %12.2f ms %8.1f times  %s", peer * 1e3, peer / ours, same);
  }
  std::printf("\n");
  std::fflush(stdout);
}

const char* verdict(bool same) {
  if (!same) {
    std::printf("the results differ\n");
    std::exit(1);
  }
  return "same";
}

std::vector<WorkId> starts_of(std::size_t texts) { return {static_cast<WorkId>(texts - 1)}; }

std::size_t peer_ancestors(const Peer& graph, WorkId start) {
  std::vector<boost::default_color_type> colours(num_vertices(graph));
  std::size_t count = 0;
  struct Counter : boost::default_bfs_visitor {
    std::size_t* count;
    void discover_vertex(Peer::vertex_descriptor, const Peer&) const { ++*count; }
  } counter;
  counter.count = &count;
  boost::breadth_first_search(graph, start,
                              boost::visitor(counter).color_map(boost::make_iterator_property_map(
                                  colours.begin(), get(boost::vertex_index, graph))));
  return count;
}

// Search path counts the usual way: down and up the topological order, then along each edge.
analysis::PathCount peer_paths(const Peer& graph) {
  using analysis::PathCount;
  std::vector<Peer::vertex_descriptor> order;
  boost::topological_sort(graph, std::back_inserter(order));  // the cited before the citing
  std::vector<PathCount> below(num_vertices(graph));
  for (const auto v : order) {
    PathCount count(out_degree(v, graph) == 0 ? 1 : 0);
    for (const auto e : boost::make_iterator_range(out_edges(v, graph))) {
      count = count + below[target(e, graph)];
    }
    below[v] = count;
  }
  std::vector<PathCount> above(num_vertices(graph));
  PathCount total;
  for (auto v = order.rbegin(); v != order.rend(); ++v) {
    PathCount count(in_degree(*v, graph) == 0 ? 1 : 0);
    total = total + count * below[*v];
    for (const auto e : boost::make_iterator_range(in_edges(*v, graph))) {
      count = count + above[source(e, graph)];
    }
    above[*v] = count;
  }
  return total;
}

// The same iteration to the same bound on adjacency_list: Boost's own loses the rank of roots.
std::vector<double> peer_ranks(const Peer& graph) {
  const std::size_t n = num_vertices(graph);
  std::vector<double> ranks(n, 1.0 / static_cast<double>(n));
  for (double change = 1; change > 1e-12;) {
    std::vector<double> next(n, 0);
    double stranded = 0;
    for (std::size_t v = 0; v < n; ++v) {
      const auto cited = static_cast<double>(out_degree(v, graph));
      stranded += cited == 0 ? ranks[v] : 0;
      for (const auto e : boost::make_iterator_range(out_edges(v, graph))) {
        next[target(e, graph)] += 0.85 * ranks[v] / cited;
      }
    }
    change = 0;
    for (std::size_t v = 0; v < n; ++v) {
      next[v] += (0.15 + 0.85 * stranded) / static_cast<double>(n);
      change += std::abs(next[v] - ranks[v]);
    }
    ranks.swap(next);
  }
  return ranks;
}

bool near(const std::vector<double>& a, const std::vector<double>& b) {
  double apart = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    apart += std::abs(a[i] - b[i]);
  }
  return apart < 1e-11;
}

void compare_closure(const View& view, const Peer* peer) {
  std::size_t ours = 0;
  std::size_t needed = 0;
  const double time = timed([&] {
    const auto closure = analysis::TransitiveClosure::of(view);
    needed = closure->needed().size();
    ours = 0;
    for (WorkId id = 0; id < view.size(); ++id) {
      ours += closure->ancestor_count(id);
    }
  });
  if (peer == nullptr) {
    row("closure and reduction", time, 0, "");
    return;
  }
  double begin = seconds();
  // Without lists of entering edges, which would take tens of gigabytes.
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> closed;
  boost::transitive_closure(*peer, closed);
  row("closure", time, seconds() - begin, verdict(num_edges(closed) == ours));
  begin = seconds();
  Peer reduced;
  std::vector<Peer::vertex_descriptor> map(num_vertices(*peer));
  boost::transitive_reduction(
      *peer, reduced,
      boost::make_iterator_property_map(map.begin(), get(boost::vertex_index, *peer)),
      get(boost::vertex_index, *peer));
  row("reduction", time, seconds() - begin, verdict(num_edges(reduced) == needed));
}

struct Arguments {
  bench::GraphShape shape;
  bool peer = true;
  std::string edges;
  std::string ranks;
};

Arguments arguments_of(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const bool more = i + 1 < count;
    if (word == "--no-peer") {
      arguments.peer = false;
    } else if (word == "--forward" && more) {
      arguments.shape.forward = std::atof(words[++i]);
    } else if (word == "--edges" && more) {
      arguments.edges = words[++i];
    } else if (word == "--ranks" && more) {
      arguments.ranks = words[++i];
    } else {
      arguments.shape.texts = std::strtoul(words[i], nullptr, 10);
    }
  }
  return arguments;
}

void write_edges(const std::string& path, const std::vector<Edge>& edges) {
  std::ofstream file(path);
  for (const Edge& edge : edges) {
    file << edge.source << ' ' << edge.target << '\n';
  }
}

void write_ranks(const std::string& path, const std::vector<double>& ranks) {
  std::ofstream file(path);
  file.precision(17);
  for (const double rank : ranks) {
    file << rank << '\n';
  }
}

}  // namespace

int main(int count, char** words) {
  const Arguments arguments = arguments_of(count, words);
  const std::size_t texts = arguments.shape.texts;
  std::vector<Edge> edges = bench::citation_graph(arguments.shape);
  const auto citations = static_cast<double>(edges.size());
  std::printf("%zu texts, %zu citations\n", texts, edges.size());
  if (!arguments.edges.empty()) {
    write_edges(arguments.edges, edges);
  }
  std::size_t before = bytes_in_use();
  double begin = seconds();
  const Structure structure = structure_of(edges, texts);
  const double build = seconds() - begin;
  const std::size_t ours = bytes_in_use() - before;
  std::printf("memory: %.1f bytes a citation, the texts' places included\n",
              static_cast<double>(ours) / citations);

  std::unique_ptr<Peer> peer;
  double peer_build = 0;
  if (arguments.peer) {
    before = bytes_in_use();
    begin = seconds();
    peer = std::make_unique<Peer>(texts);
    for (const Edge& edge : edges) {
      add_edge(edge.source, edge.target, EdgeData{edge.relation}, *peer);
    }
    peer_build = seconds() - begin;
    const std::size_t theirs = bytes_in_use() - before;
    std::printf("adjacency_list: %.1f bytes a citation, %.1f times\n",
                static_cast<double>(theirs) / citations,
                static_cast<double>(theirs) / static_cast<double>(ours));
  }
  edges = {};
  row("build", build, peer_build, "");

  const View view(structure);
  const std::vector<WorkId> starts = starts_of(texts);
  std::size_t found = 0;
  const double walk = timed([&] {
    const std::vector<bool> seen = analysis::reached(view, starts, Direction::ToCited);
    found = static_cast<std::size_t>(std::ranges::count(seen, true));
  });
  std::size_t peer_found = found;
  const double peer_walk = peer ? timed([&] { peer_found = peer_ancestors(*peer, starts[0]); }) : 0;
  row("ancestors", walk, peer_walk, verdict(found == peer_found));
  std::printf("             (%zu of them)\n", found);

  std::vector<double> ranks;
  const double rank = timed([&] { ranks = analysis::pagerank(view).ranks; });
  std::vector<double> others = ranks;
  // Minutes on more than a few million texts.
  const bool peer_ranks_too = peer && texts <= 2'000'000;
  const double peer_rank = peer_ranks_too ? timed([&] { others = peer_ranks(*peer); }) : 0;
  row("pagerank", rank, peer_rank, verdict(near(ranks, others)));
  if (!arguments.ranks.empty()) {
    write_ranks(arguments.ranks, ranks);
  }

  analysis::PathCount total;
  const double paths = timed([&] { total = analysis::SearchPaths(view).total(); });
  if (peer && arguments.shape.forward == 0) {
    analysis::PathCount other;
    const double peer_time = timed([&] { other = peer_paths(*peer); });
    row("spc", paths, peer_time, verdict(std::abs(total.log10() - other.log10()) < 1e-9));
  } else {
    row("spc", paths, 0, "");
  }
  std::printf("             (%s paths)\n", total.text().c_str());

  if (analysis::ReachRows::bytes(texts) <= std::size_t{1} << 30) {
    compare_closure(view, peer.get());
  } else {
    std::printf("closure: refused, as it would take %zu GiB\n",
                analysis::ReachRows::bytes(texts) >> 30);
  }
  std::printf("greatest size of the process: %ld MiB\n", peak_mib());
  return 0;
}
