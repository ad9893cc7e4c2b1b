// Where each byte of a folded text came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lineage::ingest {

// Maps places in the folded text to bytes of the text as read. Holds an entry only where the
// distance between the two changes.
class OffsetMap {
 public:
  // Adds a run: from `folded` on, byte i stands at source + (i - folded). `previous_end` is where
  // the source of the byte before `folded` ended. Calls come in ascending order of `folded`.
  void add(std::size_t folded, std::size_t source, std::size_t previous_end);

  // Where the source of the folded byte at `at` begins.
  [[nodiscard]] std::size_t begin_of(std::size_t at) const;
  // Where the source of the folded byte before `end` ends; what vanished behind it is left out.
  [[nodiscard]] std::size_t end_of(std::size_t end) const;

 private:
  struct Run {
    std::uint32_t folded;
    std::uint32_t source;
    std::uint32_t previous_end;
  };
  [[nodiscard]] const Run& run_at(std::size_t at) const;

  std::vector<Run> runs_{{0, 0, 0}};
};

}  // namespace lineage::ingest
