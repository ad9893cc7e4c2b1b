#include "ingest/text/offset_map.h"

#include <algorithm>
#include <iterator>

namespace lineage::ingest {

void OffsetMap::add(std::size_t folded, std::size_t source, std::size_t previous_end) {
  const Run run{static_cast<std::uint32_t>(folded), static_cast<std::uint32_t>(source),
                static_cast<std::uint32_t>(previous_end)};
  if (runs_.back().folded == run.folded) {
    // Nothing was written since the last run: what vanished belongs to the same gap.
    runs_.back().source = run.source;
    return;
  }
  runs_.push_back(run);
}

const OffsetMap::Run& OffsetMap::run_at(std::size_t at) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), at,
                       [](std::size_t place, const Run& run) { return place < run.folded; });
  return *std::prev(after);
}

std::size_t OffsetMap::begin_of(std::size_t at) const {
  const Run& run = run_at(at);
  return run.source + (at - run.folded);
}

std::size_t OffsetMap::end_of(std::size_t end) const {
  if (end == 0) {
    return 0;
  }
  const Run& run = run_at(end);
  if (run.folded == end) {
    return run.previous_end;
  }
  return run.source + (end - run.folded);
}

}  // namespace lineage::ingest
