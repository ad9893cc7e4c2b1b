// How a name of the gazetteer is written down: "[report|reports] of" stands for two forms, and
// "{2015} report of" says that the year may stand in a list with those of other rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lineage::ingest {

// Every form of the name, one alternative chosen in each pair of brackets.
[[nodiscard]] std::vector<std::string> name_forms(std::string_view name);

// A folded name, or words of a text, to be compared: one space for any white space, none where
// words are not set apart.
[[nodiscard]] std::string without_breaks(std::string_view folded, bool spaced);

struct DatedName {
  std::string head;  // the whole form where no year is marked
  std::string year;  // "2015", "" for none
  std::string tail;
};
[[nodiscard]] DatedName dated_name(std::string_view form);

}  // namespace lineage::ingest
