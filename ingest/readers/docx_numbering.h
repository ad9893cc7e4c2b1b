// The numbers that Word makes by itself: a numbered paragraph has none in its words, only the name
// of a list. After ECMA-376, part 1, 17.9 (numbering).
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "graph/result.h"

namespace lineage::ingest {

// What a paragraph, or a style, says of its list; empty where it says nothing.
struct ListPlace {
  std::string list;          // w:numId; "0" takes a number away
  std::optional<int> level;  // w:ilvl, from 0
};

class DocxNumbering {
 public:
  static constexpr std::size_t kLevels = 9;

  // `numbering` and `styles` are the parts word/numbering.xml and word/styles.xml, "" for none.
  // Errors: Malformed, naming the part.
  [[nodiscard]] static Result<DocxNumbering> read(std::string_view numbering,
                                                  std::string_view styles);

  // Counts the next paragraph of the document and gives its number as it prints, "2." or "(a)"; ""
  // for a paragraph without one, or with a bullet.
  [[nodiscard]] std::string next(const ListPlace& place, const std::string& style);

 private:
  friend class NumberingPart;
  friend class StylesPart;

  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;   // "%1.%2": the numbers of the levels
    std::string style;  // paragraphs of this style stand on this level
  };
  using Levels = std::array<Level, kLevels>;
  struct List {
    std::string levels;           // w:abstractNumId: lists of the same levels count on
    std::map<int, int> restarts;  // by level: the number that the list begins with
  };
  struct Style {
    std::string parent;
    ListPlace place;
  };
  using Counters = std::array<std::optional<int>, kLevels>;

  [[nodiscard]] ListPlace place_of(ListPlace place, std::string style) const;
  [[nodiscard]] int level_of(const Levels& levels,
                             const ListPlace& place,
                             const std::string& style) const;

  std::map<std::string, Levels> levels_;
  std::map<std::string, List> lists_;
  std::map<std::string, Style> styles_;
  std::map<std::string, Counters> counters_;  // by the id of the levels
  std::set<std::pair<std::string, int>> restarted_;
};

}  // namespace lineage::ingest
