// The letters of a part, and the whole that a part belongs to.
#include "graph/symbol.h"

namespace lineage {
namespace {

// The part of `text` before a closing "/Add.2", "/Corr.1" or "(Sect.4)", empty when it has none.
std::string_view document_whole(std::string_view text) {
  if (text.ends_with(')')) {
    const std::size_t open = text.rfind('(');
    for (const std::string_view word : {"(Part", "(Sect", "(Vol", "(Supp", "(Introduction"}) {
      if (open != std::string_view::npos && text.substr(open).starts_with(word)) {
        return text.substr(0, open);
      }
    }
  }
  const std::size_t stroke = text.rfind('/');
  for (const std::string_view word : {"/Add.", "/Corr.", "/Amend."}) {
    if (stroke != std::string_view::npos && text.substr(stroke).starts_with(word)) {
      return text.substr(0, stroke);
    }
  }
  return {};
}

}  // namespace

std::string Symbol::letters() const {
  const std::size_t open = text_.ends_with(']') ? text_.rfind('[') : std::string::npos;
  return open == std::string::npos ? std::string{}
                                   : text_.substr(open + 1, text_.size() - open - 2);
}

std::optional<Symbol> Symbol::whole() const {
  Symbol whole = *this;
  if (kind_ == WorkKind::Resolution || kind_ == WorkKind::Decision) {
    const std::string letters = this->letters();
    if (letters.empty()) {
      return std::nullopt;
    }
    whole.text_.resize(text_.size() - letters.size() - 2);
    return whole;
  }
  if (kind_ == WorkKind::Treaty || kind_ == WorkKind::External || !is_text(kind_)) {
    return std::nullopt;
  }
  const std::string_view text = document_whole(text_);
  if (text.empty()) {
    return std::nullopt;
  }
  if (const auto parsed = document(text)) {
    return *parsed;
  }
  return std::nullopt;
}

}  // namespace lineage
