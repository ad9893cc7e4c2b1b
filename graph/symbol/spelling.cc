#include "graph/symbol/spelling.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "graph/language.h"

namespace lineage {
namespace {

std::string percent_decoded(std::string_view text) {
  const auto nibble = [](char c) -> int {
    if (is_digit(c)) {
      return c - '0';
    }
    const char u = upper(c);
    return u >= 'A' && u <= 'F' ? u - 'A' + 10 : -1;
  };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && nibble(text[i + 1]) >= 0 &&
        nibble(text[i + 2]) >= 0) {
      result += static_cast<char>(nibble(text[i + 1]) * 16 + nibble(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

// A bracketed part of a document that lost its brackets: "24/PartI" is 24(PartI).
std::string with_part_brackets(std::string text) {
  for (const std::string_view word : {"/PART", "/SECT", "/VOL"}) {
    const std::size_t at = uppercase(text).find(word);
    if (at != std::string::npos && at > 0 && is_digit(text[at - 1])) {
      text[at] = '(';
      const std::size_t end = std::min(text.find('/', at), text.size());
      text.insert(end, 1, ')');
    }
  }
  return text;
}

constexpr std::size_t kLongestCopyMark = 6;  // " (999)"

// Libraries name a file by its symbol and language, and browsers number what they have saved
// before: "A_RES_863%28IX%29-EN (1)" is A_RES_863(IX).
std::string without_saved_as(std::string text) {
  if (const auto decoded = plain(percent_decoded(text))) {
    text = *decoded;
  }
  if (const std::size_t at = text.rfind(" (");
      at != std::string::npos && text.ends_with(')') && text.size() - at <= kLongestCopyMark &&
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.end() - 1,
                  [](char c) { return is_digit(c); })) {
    text.resize(at);
  }
  constexpr std::size_t kMark = 3;  // "-EN"
  if (text.size() > kMark && text[text.size() - kMark] == '-') {
    std::string mark = text.substr(text.size() - kMark + 1);
    std::ranges::transform(mark, mark.begin(), [](char c) {
      return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (language_named(mark)) {
      text.resize(text.size() - kMark);
    }
  }
  return text;
}

}  // namespace

std::string uppercase(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), upper);
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::optional<std::string> plain(std::string_view text) {
  struct Row {
    std::string_view from;
    std::string_view to;
  };
  constexpr Row kRows[] = {{"\u00A0", " "},   // no-break space
                           {"\u202F", " "},   // narrow no-break space
                           {"\u00AD", ""},    // soft hyphen
                           {"\u2010", "-"},   // hyphen
                           {"\u2011", "-"},   // no-break hyphen
                           {"\u2013", "-"}};  // en dash
  if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; })) {
    return std::string(text);
  }
  std::string result;
  while (!text.empty()) {
    const char c = text.front();
    if (static_cast<unsigned char>(c) < 0x80) {
      if (!is_space(c) && (c < ' ' || c == 0x7f)) {
        return std::nullopt;
      }
      result += is_space(c) ? ' ' : c;
      text.remove_prefix(1);
      continue;
    }
    const auto row =
        std::ranges::find_if(kRows, [&](const Row& r) { return text.starts_with(r.from); });
    if (row == std::end(kRows)) {
      return std::nullopt;
    }
    result += row->to;
    text.remove_prefix(row->from.size());
  }
  return result;
}

std::optional<std::string> symbol_in_address(std::string_view text) {
  for (const std::string_view scheme : {"HTTPS://", "HTTP://"}) {
    if (starts_with_folded(text, scheme)) {
      text.remove_prefix(scheme.size());
    }
  }
  if (starts_with_folded(text, "WWW.")) {
    text.remove_prefix(4);
  }
  bool known = false;
  for (const std::string_view host : {"DOCS.UN.ORG/", "UNDOCS.ORG/"}) {
    if (!known && starts_with_folded(text, host)) {
      text.remove_prefix(host.size());
      known = true;
    }
  }
  if (!known) {
    return std::nullopt;
  }
  if (const std::size_t query = text.find('?'); query != std::string_view::npos) {
    const std::size_t name = uppercase(text).find("SYMBOL=", query);
    if (name != std::string_view::npos) {
      text.remove_prefix(name + std::string_view("SYMBOL=").size());
      text = text.substr(0, text.find('&'));
    } else {
      text = text.substr(0, query);
    }
  }
  text = text.substr(0, text.find('#'));
  std::string decoded = percent_decoded(text);
  const std::string_view inner = decoded;
  for (const std::string_view language : {"AR/", "EN/", "ES/", "FR/", "RU/", "ZH/"}) {
    if (starts_with_folded(inner, language)) {
      return decoded.substr(language.size());
    }
  }
  return decoded;
}

std::string without_file_name_marks(std::string text) {
  if (text.find('_') != std::string::npos) {
    text = without_saved_as(std::move(text));
  }
  if (const std::size_t bracket = text.find("__"); bracket != std::string::npos) {
    std::string group = text.substr(bracket + 2);
    std::erase(group, '_');
    text = text.substr(0, bracket) + "(" + group + ")";
  }
  if (text.find('_') != std::string::npos) {
    std::ranges::replace(text, '_', '/');
    text = with_part_brackets(std::move(text));
  }
  const bool hyphens =
      text.find('/') == std::string::npos && text.size() > 6 && is_alpha(text[0]) &&
      (starts_with_folded(text.substr(1), "-RES-") || starts_with_folded(text.substr(1), "-DEC-"));
  for (std::size_t i = 0; hyphens && i < text.size(); ++i) {
    // The hyphen of "S-10" and "ES-11" belongs to the session.
    const bool session = i > 2 && upper(text[i - 1]) == 'S' && i + 1 < text.size() &&
                         is_digit(text[i + 1]) &&
                         (text[i - 2] == '/' || (upper(text[i - 2]) == 'E' && text[i - 3] == '/'));
    if (text[i] == '-' && !session) {
      text[i] = '/';
    }
  }
  return text;
}

tl::unexpected<Error> malformed_symbol(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string shown(text.substr(0, kShown));
  std::ranges::replace_if(
      shown, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, '?');
  while (text.size() > kShown && !shown.empty() && (shown.back() & 0x80) != 0) {
    shown.pop_back();  // never half a letter
  }
  return failure(ErrorCode::Malformed,
                 "'" + shown + (text.size() > kShown ? "..." : "") +
                     "' is not a symbol; write it as 78/16, 217 A (III), 1540 (2004) or A/78/404");
}

}  // namespace lineage
