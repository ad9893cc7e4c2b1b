#include "analysis/transitive_closure.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string>

#include "analysis/structure.h"

namespace lineage::analysis {

ReachRows::ReachRows(std::uint32_t count) {
  begin_.reserve(count);
  std::size_t words = 0;
  for (std::uint32_t row = 0; row < count; ++row) {
    begin_.push_back(words);
    words += row / 64 + 1;
  }
  words_.resize(words, 0);
}

void ReachRows::add(std::uint32_t from, std::uint32_t to) {
  std::uint64_t* row = words_.data() + begin_[from];
  const std::uint64_t* other = words_.data() + begin_[to];
  for (std::uint32_t i = 0; i <= to / 64; ++i) {
    row[i] |= other[i];
  }
  row[to / 64] |= std::uint64_t{1} << (to % 64);
}

std::size_t ReachRows::count(std::uint32_t from) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i <= from / 64; ++i) {
    count += static_cast<std::size_t>(std::popcount(words_[begin_[from] + i]));
  }
  return count;
}

Result<TransitiveClosure> TransitiveClosure::of(const View& view, std::size_t most_bytes) {
  Condensation parts(view);
  const std::size_t bytes = ReachRows::bytes(parts.count());
  if (bytes > most_bytes) {
    return failure(ErrorCode::Unsupported,
                   "the closure of " + std::to_string(parts.count()) + " texts takes " +
                       std::to_string(bytes >> 20) +
                       " MiB; ask for the ancestors of single texts, or for fewer texts");
  }
  return TransitiveClosure(view, std::move(parts));
}

TransitiveClosure::TransitiveClosure(const View& view, Condensation parts)
    : parts_(std::move(parts)), rows_(parts_.count()) {
  std::vector<std::uint32_t> cited_parts;
  for (std::uint32_t part = 0; part < parts_.count(); ++part) {
    if (parts_.works(part).size() > 1) {
      circles_.push_back(part);
    }
    cited_parts.clear();
    for (const WorkId id : parts_.works(part)) {
      for_each_cited(view, id, [&](WorkId cited) { cited_parts.push_back(parts_.of(cited)); });
    }
    std::erase(cited_parts, part);
    // The nearest first: one that is not reached yet when its turn comes has no longer route.
    std::ranges::sort(cited_parts, std::greater{});
    cited_parts.erase(std::unique(cited_parts.begin(), cited_parts.end()), cited_parts.end());
    std::erase_if(cited_parts, [&](std::uint32_t cited) {
      const bool implied = rows_.has(part, cited);
      if (!implied) {
        rows_.add(part, cited);
      }
      return implied;
    });
    for (const WorkId id : parts_.works(part)) {
      for_each_cited(view, id, [&](WorkId cited) {
        const std::uint32_t there = parts_.of(cited);
        if (there == part || std::ranges::find(cited_parts, there) != cited_parts.end()) {
          needed_.emplace_back(id, cited);
        }
      });
    }
  }
  std::ranges::sort(needed_);
}

bool TransitiveClosure::reaches(WorkId from, WorkId to) const {
  const std::uint32_t above = parts_.of(from);
  const std::uint32_t below = parts_.of(to);
  return above == below || (below < above && rows_.has(above, below));
}

std::size_t TransitiveClosure::ancestor_count(WorkId work) const {
  const std::uint32_t part = parts_.of(work);
  std::size_t count = parts_.works(part).size() - 1 + rows_.count(part);
  for (const std::uint32_t circle : circles_) {
    if (circle < part && rows_.has(part, circle)) {
      count += parts_.works(circle).size() - 1;
    }
  }
  return count;
}

}  // namespace lineage::analysis
