// The order of symbols.
#include <cstddef>
#include <tuple>

#include "graph/ascii.h"
#include "graph/symbol.h"

namespace lineage {
namespace {

// Compares runs of digits by value, so that L.9 stands before L.10. Digit runs never begin with a
// zero in a canonical symbol, so the longer one is the greater.
int compare_naturally(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  while (i < a.size() && i < b.size()) {
    if (is_digit(a[i]) && is_digit(b[i])) {
      const auto run = [i](std::string_view text) {
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) {
          ++end;
        }
        return text.substr(i, end - i);
      };
      const std::string_view left = run(a);
      const std::string_view right = run(b);
      if (left.size() != right.size()) {
        return left.size() < right.size() ? -1 : 1;
      }
      if (const int order = left.compare(right); order != 0) {
        return order;
      }
      i += left.size();
    } else if (a[i] != b[i]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]) ? -1 : 1;
    } else {
      ++i;
    }
  }
  return a.size() < b.size() ? -1 : (a.size() > b.size() ? 1 : 0);
}

}  // namespace

std::strong_ordering operator<=>(const Symbol& a, const Symbol& b) {
  const auto key = [](const Symbol& s) {
    return std::tuple(s.organ_, s.kind_, s.session_, s.number_);
  };
  if (const auto order = key(a) <=> key(b); order != 0) {
    return order;
  }
  return compare_naturally(a.text_, b.text_) <=> 0;
}

}  // namespace lineage
