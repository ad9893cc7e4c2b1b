// The syntax tree of a query: what was written and where, with no name looked up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/query/error.h"

namespace lineage::query {

enum class Form : std::uint8_t {
  Symbol,       // 78/16
  Quoted,       // "43/78 H", or a pattern
  Name,         // resolution
  Value,        // 79, 2015-01-01
  Setting,      // depth=2, after:2015-01-01: the name is `text`, the value the one part
  Call,         // f(a, b): the name is `text`
  Ancestors,    // ::x
  Descendants,  // x::
  Paths,        // x::y
  Between,      // x..y, or a span of numbers
  From,         // x.. (of values only)
  UpTo,         // ..x (of values only)
  Not,
  Chain,  // x & y ~ z: sign i of `text` stands before part i + 1
  Union,  // x | y | z
  Let,    // let a = x in y: the name is `text`, the parts are x and y
};

// A value; equal trees say the same, wherever they stand.
struct Syntax {
  Form form = Form::Name;
  TextSpan span;
  std::string text;
  std::vector<Syntax> parts;

  friend bool operator==(const Syntax& a, const Syntax& b) {
    return a.form == b.form && a.text == b.text && a.parts == b.parts;
  }
};

struct Query {
  Syntax expression;
  std::string output;  // the name behind "=>", "" for none
  TextSpan output_span;
};

// The tree as text that parses to the same tree, with no more brackets than it needs.
[[nodiscard]] std::string printed(const Syntax& tree);

}  // namespace lineage::query
