#include "graph/frozen_graph.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

Block block_of(std::string_view bytes) {
  Block block = Block::of_size(bytes.size());
  std::ranges::copy(std::as_bytes(std::span(bytes)), block.data.get());
  return block;
}

TEST(FrozenGraphTest, SameGraphSameBytes) {
  constexpr std::string_view kText = "C recalls B; C notes A; B amends A";
  const FrozenGraph frozen = FrozenGraph::of(graph_of(kText));
  EXPECT_EQ(frozen, FrozenGraph::of(graph_of(kText)));
  EXPECT_EQ(frozen.digest(), FrozenGraph::of(graph_of(kText)).digest());
  EXPECT_NE(frozen.digest(), FrozenGraph::of(graph_of("C recalls B; C notes A")).digest());
}

TEST(FrozenGraphTest, ReadIsWhatWasWritten) {
  const LineageGraph graph = graph_of("C recalls B; C notes A; B amends A");
  const FrozenGraph frozen = FrozenGraph::of(graph);
  const auto read = FrozenGraph::read(block_of(frozen.bytes()));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, frozen);
  const EdgeLists& edges = read->edges();
  EXPECT_TRUE(std::ranges::equal(edges.all, graph.edges()));
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    EXPECT_EQ(read->name(id), graph.work(id).symbol().canonical());
    EXPECT_EQ(read->find(read->name(id)), id);
    const auto entering =
        edges.in.subspan(edges.in_begin[id], edges.in_begin[id + 1] - edges.in_begin[id]);
    EXPECT_TRUE(std::ranges::equal(entering, graph.cited_by(id)));
    EXPECT_EQ(edges.out_begin[id + 1] - edges.out_begin[id], graph.cites(id).size());
  }
}

TEST(FrozenGraphTest, AnEmptyGraphIsAGraph) {
  const FrozenGraph frozen = FrozenGraph::of(graph_of(""));
  const auto read = FrozenGraph::read(block_of(frozen.bytes()));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->work_count(), 0U);
  EXPECT_EQ(LineageGraph::outline(FrozenGraph::of(graph_of(""))).work_count(), 0U);
}

// Whatever byte is changed or missing: it is found, or the arrays still fit one another.
TEST(FrozenGraphTest, DamageIsFoundOrHarmless) {
  const FrozenGraph frozen = FrozenGraph::of(graph_of("C recalls B; C notes A; B amends A"));
  const std::string whole(frozen.bytes());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(FrozenGraph::read(block_of(whole.substr(0, size)))) << size;
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char change : {'\x01', '\x40', '\x7f'}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      auto read = FrozenGraph::read(block_of(damaged));
      if (!read) {
        EXPECT_EQ(read.error().code, ErrorCode::Malformed);
        continue;
      }
      const LineageGraph outline = LineageGraph::outline(std::move(*read));
      std::size_t letters = 0;
      for (WorkId id = 0; id < outline.work_count(); ++id) {
        letters += outline.work(id).symbol().canonical().size();
        for (const EdgeId edge : outline.cited_by(id)) {
          EXPECT_LT(outline.edge(edge).source, outline.work_count());
        }
        for (const EdgeId edge : outline.cites(id)) {
          EXPECT_LT(outline.edge(edge).target, outline.work_count());
        }
      }
      EXPECT_GT(letters, 0U) << at;
    }
  }
}

TEST(FrozenGraphTest, LargeBlocksHoldWhatIsWritten) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{3} << 20}) {
    const Block block = Block::of_size(size);
    std::fill_n(block.data.get(), size, std::byte{7});
    EXPECT_EQ(block.text(), std::string(size, '\7'));
  }
}

}  // namespace
}  // namespace lineage::test
