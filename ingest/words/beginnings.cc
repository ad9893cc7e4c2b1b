#include "ingest/words/beginnings.h"

#include <string>

namespace lineage::ingest {

void Beginnings::add(std::string_view phrase, std::uint8_t what) { add_spaced(phrase, {}, what); }

// `made` are the bytes so far; each space may be printed as a line's end, and be followed by more.
void Beginnings::add_spaced(std::string_view phrase, std::string_view made, std::uint8_t what) {
  std::string bytes(made);
  while (bytes.size() < kBytes && !phrase.empty()) {
    if (phrase.front() == ' ') {
      for (const char white : {' ', '\n'}) {
        add_spaced(phrase.substr(1), bytes + white, what);
        add_spaced(phrase, bytes + white, what);
      }
      return;
    }
    bytes.push_back(phrase.front());
    phrase.remove_prefix(1);
  }
  add_made(bytes, what);
}

// Behind a phrase that is shorter anything may stand.
void Beginnings::add_made(std::string_view made, std::uint8_t what) {
  if (made.size() >= kBytes) {
    table_[slot(four_bytes(made, 0))] |= what;
    return;
  }
  for (unsigned next = 0; next < 256; ++next) {
    add_made(std::string(made) + static_cast<char>(next), what);
  }
}

}  // namespace lineage::ingest
