#include "apps/report/report_options.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analysis/suggest.h"
#include "apps/answers/phrases.h"
#include "graph/ascii.h"

namespace lineage::cli {
namespace {

bool set_flag(bool& to, std::string_view value) {
  constexpr std::array<std::string_view, 4> kYes{"true", "TRUE", "T", "yes"};
  constexpr std::array<std::string_view, 4> kNo{"false", "FALSE", "F", "no"};
  to = std::ranges::find(kYes, value) != kYes.end();
  return to || std::ranges::find(kNo, value) != kNo.end();
}

bool set_output(ReportOutput& to, std::string_view value) {
  bool shown = true;
  if (set_flag(shown, value)) {
    to = shown ? ReportOutput::Markdown : ReportOutput::Hidden;
    return true;
  }
  to = value == "text" ? ReportOutput::Text : ReportOutput::AsIs;
  return value == "text" || value == "asis";
}

// A label names a file.
bool set_label(std::string& to, std::string_view value) {
  to = value;
  return !value.empty() && value.size() <= 80 && std::ranges::all_of(value, [](char c) {
    return is_alpha(c) || is_digit(c) || c == '-' || c == '_';
  });
}

struct Option {
  std::string_view name;
  std::string_view takes;
  bool (*set)(Chunk& chunk, std::string_view value);
};

constexpr std::string_view kFlag = "true or false";

constexpr std::array<Option, 8> kOptions{{
    {"label", "letters, digits, '-' and '_'",
     [](Chunk& c, std::string_view v) { return set_label(c.label, v); }},
    {"output", "true, false, text or asis",
     [](Chunk& c, std::string_view v) { return set_output(c.output, v); }},
    {"caption", "a text",
     [](Chunk& c, std::string_view v) {
       c.caption = v;
       return true;
     }},
    {"fig-cap", "a text",
     [](Chunk& c, std::string_view v) {
       c.caption = v;
       return true;
     }},
    {"echo", kFlag, [](Chunk& c, std::string_view v) { return set_flag(c.echo, v); }},
    {"eval", kFlag, [](Chunk& c, std::string_view v) { return set_flag(c.eval, v); }},
    {"error", kFlag, [](Chunk& c, std::string_view v) { return set_flag(c.error, v); }},
    {"notes", kFlag, [](Chunk& c, std::string_view v) { return set_flag(c.notes, v); }},
}};

Result<void> set_option(Chunk& chunk,
                        std::string_view name,
                        std::string_view value,
                        std::size_t line) {
  const auto* option = std::ranges::find(kOptions, name, &Option::name);
  if (option == kOptions.end()) {
    std::vector<std::string_view> names;
    for (const Option& known : kOptions) {
      names.push_back(known.name);
    }
    return wrong_line(line, "a chunk has no option " + in_quotes(name) +
                                analysis::did_you_mean(analysis::nearest(name, names)));
  }
  if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  if (!option->set(chunk, value)) {
    return wrong_line(line, in_quotes(name) + " takes " + std::string(option->takes) + ", not " +
                                in_quotes(value));
  }
  return {};
}

// "label, echo=FALSE, caption='a, b'": pieces between the commas that stand outside quotes.
std::vector<std::string_view> between_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  char quote = '\0';
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == ',' && quote == '\0')) {
      parts.push_back(stripped(text.substr(begin, i - begin)));
      begin = i + 1;
    } else if (quote == '\0' && (text[i] == '"' || text[i] == '\'')) {
      quote = text[i];
    } else if (text[i] == quote) {
      quote = '\0';
    }
  }
  return parts;
}

}  // namespace

std::string_view stripped(std::string_view text) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

tl::unexpected<Error> wrong_line(std::size_t line, const std::string& what) {
  return failure(ErrorCode::Usage, "line " + std::to_string(line) + ": " + what);
}

Result<void> read_chunk_header(std::string_view header, Chunk& chunk) {
  bool first = true;
  for (const std::string_view part : between_commas(header)) {
    const std::size_t sign = part.find('=');
    if (part.empty()) {
      continue;
    }
    const bool is_label = sign == std::string_view::npos && first;
    if (sign == std::string_view::npos && !is_label) {
      return wrong_line(chunk.line, in_quotes(part) + " is no option: write name=value");
    }
    const auto set = is_label ? set_option(chunk, "label", part, chunk.line)
                              : set_option(chunk, stripped(part.substr(0, sign)),
                                           stripped(part.substr(sign + 1)), chunk.line);
    if (!set) {
      return set;
    }
    first = false;
  }
  return {};
}

Result<void> read_chunk_option(std::string_view option, std::size_t line, Chunk& chunk) {
  const std::size_t colon = option.find(':');
  if (colon == std::string_view::npos) {
    return wrong_line(
        line, in_quotes("#|" + std::string(option)) + " is no option: write '#| name: value'");
  }
  return set_option(chunk, stripped(option.substr(0, colon)), stripped(option.substr(colon + 1)),
                    line);
}

}  // namespace lineage::cli
