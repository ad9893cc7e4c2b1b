// The note marks of one work: a note belongs to the clause where its mark stands, and the verb
// there governs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/relation.h"

namespace lineage::ingest {

// Where a mark stands in the body, and the verb in force there.
struct MarkPlace {
  std::uint32_t number = 0;
  std::string place;
  Relation relation = Relation::Cites;
  std::string verb;
};

class NoteMarks {
 public:
  void add(MarkPlace mark) { marks_.push_back(std::move(mark)); }

  // Each note takes the first mark of its number that no other note took; a mark without a place
  // where there is none. All marks must have been added. Cost: constant, for a hundred thousand
  // notes and as many marks are a real session's volume.
  [[nodiscard]] MarkPlace take(std::uint32_t number);

 private:
  std::vector<MarkPlace> marks_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_number_;  // last one first
  bool indexed_ = false;
};

}  // namespace lineage::ingest
