#include "ingest/names/name_forms.h"

#include <algorithm>

namespace lineage::ingest {

std::vector<std::string> name_forms(std::string_view name) {
  std::vector<std::string> forms{""};
  while (!name.empty()) {
    const std::size_t open = std::min(name.find('['), name.size());
    for (std::string& form : forms) {
      form += name.substr(0, open);
    }
    name.remove_prefix(open);
    if (name.empty()) {
      break;
    }
    const std::size_t close = std::min(name.find(']'), name.size());
    std::string_view choices = name.substr(1, close - 1);
    name.remove_prefix(std::min(close + 1, name.size()));
    std::vector<std::string> longer;
    while (true) {
      const std::size_t bar = choices.find('|');
      for (const std::string& form : forms) {
        longer.push_back(form + std::string(choices.substr(0, bar)));
      }
      if (bar == std::string_view::npos) {
        break;
      }
      choices.remove_prefix(bar + 1);
    }
    forms = std::move(longer);
  }
  return forms;
}

std::string without_breaks(std::string_view folded, bool spaced) {
  std::string result;
  for (const char c : folded) {
    const bool white = c == ' ' || c == '\n';
    if (!white) {
      result += c;
    } else if (spaced && !result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

DatedName dated_name(std::string_view form) {
  const std::size_t open = form.find('{');
  const std::size_t close = form.find('}');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    return {std::string(form), "", ""};
  }
  return {std::string(form.substr(0, open)), std::string(form.substr(open + 1, close - open - 1)),
          std::string(form.substr(close + 1))};
}

}  // namespace lineage::ingest
