// Which council, or commission, the paragraphs before a place name last in full: what "the Council"
// stands for. Paragraphs that hold no citation are read for it only when somebody asks.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "graph/symbol.h"
#include "ingest/segments/segment.h"

namespace lineage::ingest {

class NamedOrgans {
 public:
  // `read` gives the organs that a paragraph names in full, in the order of its text.
  using Read = std::function<std::vector<Organ>(const Paragraph&)>;
  explicit NamedOrgans(Read read) : read_(std::move(read)) {}

  void add_unread(const Paragraph& paragraph) { paragraphs_.push_back({&paragraph, {}}); }
  void add(std::vector<Organ> organs) { paragraphs_.push_back({nullptr, std::move(organs)}); }

  // Looks back no further than the last one, and reads no paragraph twice.
  [[nodiscard]] std::optional<Organ> last(bool commission);

 private:
  struct Named {
    const Paragraph* unread;  // nullptr: it was read, and named these
    std::vector<Organ> organs;
  };
  struct Known {
    std::optional<Organ> organ;
    std::size_t read_to = 0;  // `organ` takes in this many of `paragraphs_`
  };

  Read read_;
  std::vector<Named> paragraphs_;  // in text order
  Known council_;
  Known commission_;
};

}  // namespace lineage::ingest
