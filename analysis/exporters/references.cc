#include "analysis/exporters/references.h"

#include <string_view>

#include "analysis/exporters/text_layout.h"
#include "graph/ascii.h"

namespace lineage::analysis {
namespace {

std::string key_of(const Symbol& symbol) {
  std::string key;
  for (const char c : symbol.canonical()) {
    key += is_digit(c) || is_alpha(c) ? c : '-';
  }
  while (!key.empty() && key.back() == '-') {
    key.pop_back();
  }
  return key;
}

std::string author_of(const Symbol& symbol) {
  return "United Nations, " + std::string(name_of(symbol.organ()));
}

// What TeX takes for itself is written out.
std::string tex(std::string_view raw) {
  std::string text;
  for (const char c : one_line(raw)) {
    if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
      text += '\\';
      text += c;
    } else if (c == '~' || c == '^' || c == '\\') {
      text += c == '~'   ? "\\textasciitilde{}"
              : c == '^' ? "\\textasciicircum{}"
                         : "\\textbackslash{}";
    } else {
      text += c;
    }
  }
  return text;
}

std::string title_of(const Work& work) {
  return one_line(work.facts.title ? work.facts.title->value : work.symbol().short_form());
}

}  // namespace

std::string to_bibtex(const LineageGraph& graph, std::span<const WorkId> works) {
  std::string text;
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) {
      text += ",\n  " + std::string(name) + " = {" + value + "}";
    }
  };
  for (const WorkId id : works) {
    const Work& work = graph.work(id);
    const Symbol& symbol = work.symbol();
    text += "@techreport{" + key_of(symbol);
    field("author", "{" + tex(author_of(symbol)) + "}");
    field("title", "{" + tex(title_of(work)) + "}");
    field("type", tex(name_of(symbol.kind())));
    field("number", tex(symbol.canonical()));
    field("institution", "United Nations");
    if (work.date) {
      field("year", std::to_string(work.date->year()));
      field("date", work.date->iso());
    }
    field("url", symbol.address());
    text += "\n}\n";
  }
  return text;
}

std::string to_ris(const LineageGraph& graph, std::span<const WorkId> works) {
  std::string text;
  const auto field = [&](std::string_view tag, const std::string& value) {
    if (!value.empty()) {
      text += std::string(tag) + "  - " + value + "\n";
    }
  };
  for (const WorkId id : works) {
    const Work& work = graph.work(id);
    field("TY", "RPRT");
    field("ID", key_of(work.symbol()));
    field("AU", author_of(work.symbol()));
    field("TI", title_of(work));
    field("M3", std::string(name_of(work.symbol().kind())));
    field("SN", one_line(work.symbol().canonical()));
    field("PB", "United Nations");
    if (work.date) {
      std::string day = work.date->iso();
      for (char& c : day) {
        c = c == '-' ? '/' : c;
      }
      field("PY", std::to_string(work.date->year()));
      field("DA", day);
    }
    field("UR", work.symbol().address());
    text += "ER  - \n\n";
  }
  return text;
}

}  // namespace lineage::analysis
