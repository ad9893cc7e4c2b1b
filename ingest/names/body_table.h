// Bodies that texts know by name: corpus/bodies.tsv, which the build takes into the program;
// docs/bodies.md explains it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language.h"
#include "graph/symbol.h"

namespace lineage::ingest {

// How a name tells its body.
enum class BodyNameKind : std::uint8_t {
  Full,     // it is that body's alone
  Subject,  // of several bodies of one subject; years say which
  Family,   // without its subject: only in a text that names one of the bodies by its subject
  Short,    // "the working group": only behind a body that the text has named
  None,     // words that look like a name of a body, and none has it
};

// One spelling of a name, folded as the text is.
struct BodyName {
  std::string words;
  BodyNameKind kind = BodyNameKind::Full;
  std::size_t family = 0;  // of body_families(); a body that is alone is a family of one
  std::size_t body = 0;    // of the family, for a full name
};

struct BodyInstance {
  Symbol body;
  std::string act;  // short form of the resolution that set it up, "" where the table has none
  int first = 0;    // years of its name, 0 for none
  int last = 0;
};

struct BodyFamily {
  std::string name;                  // "@oewg"
  std::vector<BodyInstance> bodies;  // in the order of time
};

[[nodiscard]] std::span<const BodyFamily> body_families();
// The names of a language, the longest first. Built once a language.
[[nodiscard]] std::span<const BodyName> body_names(Language language);

// The rows that cannot be read, one line each: none of a sound table.
[[nodiscard]] std::vector<std::string> broken_body_rows();

}  // namespace lineage::ingest
