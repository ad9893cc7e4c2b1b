#include "analysis/query/syntax.h"

namespace lineage::query {
namespace {

// How tightly a form binds; the parts of one must bind tighter than it.
int tightness(Form form) {
  switch (form) {
    case Form::Let:
      return -1;
    case Form::Union:
      return 0;
    case Form::Chain:
      return 1;
    case Form::Not:
      return 2;
    case Form::Ancestors:
    case Form::Descendants:
    case Form::Paths:
    case Form::Between:
    case Form::From:
    case Form::UpTo:
      return 3;
    case Form::Symbol:
    case Form::Quoted:
    case Form::Name:
    case Form::Value:
    case Form::Setting:
    case Form::Call:
      return 4;
  }
  return 4;
}

std::string part(const Syntax& tree, std::size_t index, int least) {
  const Syntax& inner = tree.parts[index];
  const std::string text = printed(inner);
  return tightness(inner.form) >= least ? text : "(" + text + ")";
}

std::string list(const Syntax& tree, std::string_view between, int least) {
  std::string text;
  for (std::size_t i = 0; i < tree.parts.size(); ++i) {
    text += (i == 0 ? "" : std::string(between)) + part(tree, i, least);
  }
  return text;
}

std::string chain(const Syntax& tree) {
  std::string text = part(tree, 0, 2);
  for (std::size_t i = 1; i < tree.parts.size(); ++i) {
    text += std::string(" ") + tree.text[i - 1] + " " + part(tree, i, 2);
  }
  return text;
}

}  // namespace

std::string printed(const Syntax& tree) {
  switch (tree.form) {
    case Form::Symbol:
    case Form::Name:
    case Form::Value:
      return tree.text;
    case Form::Quoted: {
      const char mark = tree.text.find('"') == std::string::npos ? '"' : '\'';
      return mark + tree.text + mark;
    }
    case Form::Setting:
      return tree.text + (tree.text == "after" || tree.text == "before" ? ":" : "=") +
             part(tree, 0, 0);
    case Form::Call:
      return tree.text + "(" + list(tree, ", ", 0) + ")";
    case Form::Ancestors:
      return "::" + part(tree, 0, 4);
    case Form::Descendants:
      return part(tree, 0, 4) + "::";
    case Form::Paths:
      return part(tree, 0, 4) + "::" + part(tree, 1, 4);
    case Form::Between:
      return part(tree, 0, 4) + ".." + part(tree, 1, 4);
    case Form::From:
      return part(tree, 0, 4) + "..";
    case Form::UpTo:
      return ".." + part(tree, 0, 4);
    case Form::Not:
      return "not " + part(tree, 0, 3);
    case Form::Chain:
      return chain(tree);
    case Form::Union:
      return list(tree, " | ", 1);
    case Form::Let:
      return "let " + tree.text + " = " + part(tree, 0, -1) + " in " + part(tree, 1, -1);
  }
  return "";
}

}  // namespace lineage::query
