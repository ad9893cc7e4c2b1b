// Corpus cases: a name between two lines of '=', a text, a line "---", and the records that the
// text must give, one a line:
//
//   ================
//   case 14: a part's letter behind the number
//   :document A/RES/78/237
//   ================
//
//   The General Assembly,
//
//   Recalling its resolution 43/78 H of 7 December 1988,
//
//   ---
//
//   pp1 recalls A/RES/43/78[H] "43/78 H" date=1988-12-07 verb="Recalling"
//
// A record's line holds the place, the relation, the target (a canonical symbol, "unresolved", or
// "ambiguous[A,B]"), the bytes that begin and end cut out of the text in quotes, and then fields;
// only the fields that stand there are compared. Fields: date, suggestion, pin, flags, clause, by,
// verb, quote, kind, doc, lang. "none" is the empty value. A text that itself has a line "---" uses
// a longer one to end with.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/mention.h"

namespace lineage::test {

struct ExpectedRecord {
  int line = 0;
  std::string raw;  // the line as it stands
  std::string place;
  std::string relation;
  std::string target;
  std::string symbol;
  std::map<std::string, std::string> fields;
};

struct CorpusCase {
  std::string file;  // relative to the folder of cases
  int line = 0;      // of the name
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  // ":document A/RES/78/16"
  std::string divider;
  std::string text;
  std::vector<ExpectedRecord> expected;
  std::string broken;  // why a line of the case cannot be read, empty when all can

  [[nodiscard]] std::string attribute(std::string_view key) const;
};

// The cases of one file, in its order. `name` is the file as messages show it.
[[nodiscard]] std::vector<CorpusCase> read_cases(const std::string& name, std::string_view content);
// The cases of every .txt file below a folder, by path.
[[nodiscard]] std::vector<CorpusCase> cases_below(const std::filesystem::path& folder);

// The file that holds these cases, as the runner writes it; `records` are the lines below "---".
[[nodiscard]] std::string print_case(const CorpusCase& sample,
                                     const std::vector<std::string>& records);

// The line for a record, with every field that has a value.
[[nodiscard]] std::string print_record(const Mention& mention, std::string_view text);
// What differs between a record and its line, empty when nothing does.
[[nodiscard]] std::string difference(const ExpectedRecord& expected,
                                     const Mention& mention,
                                     std::string_view text);

}  // namespace lineage::test
