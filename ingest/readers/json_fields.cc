#include "ingest/readers/json_fields.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <nlohmann/json.hpp>

#include "ingest/readers/json_document.h"

namespace lineage::ingest {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestText = 4000;

// The number of insertions, removals and replacements between two words.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > 40) {
    return {};
  }
  std::string_view best;
  std::size_t distance = 3;
  for (const std::string_view candidate : known) {
    const std::size_t d = edit_distance(word, candidate);
    if (d < distance) {
      distance = d;
      best = candidate;
    }
  }
  return best.empty() ? std::string() : ", did you mean " + in_quotes(best);
}

std::string JsonFields::message(const std::string& path, std::string_view what) const {
  return file_ + ": " + (path.empty() ? "" : path + ": ") + std::string(what);
}

void JsonFields::refuse(const std::string& path, std::string_view what) {
  if (!problem_) {
    problem_ = message(path, what);
  }
}

const json* JsonFields::find(const json& object, std::string_view key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

bool JsonFields::is_object(const json& value, const std::string& path) {
  if (!value.is_object()) {
    refuse(path, "not an object, write { ... }");
  }
  return value.is_object();
}

void JsonFields::only(const json& object,
                      const std::string& path,
                      std::initializer_list<std::string_view> keys) {
  for (const auto& item : object.items()) {
    if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
      refuse(below(path, item.key()), "unknown key" + suggestion(item.key(), {keys}));
    }
  }
}

std::optional<std::string> JsonFields::text(const json& value, const std::string& path) {
  if (!value.is_string()) {
    refuse(path, "not a text, write it in quotation marks");
    return std::nullopt;
  }
  const auto& string = value.get_ref<const std::string&>();
  if (string.empty()) {
    refuse(path, "empty, leave out what is not known");
    return std::nullopt;
  }
  if (string.size() > kLongestText) {
    refuse(path, "longer than " + std::to_string(kLongestText) + " bytes");
    return std::nullopt;
  }
  if (std::any_of(string.begin(), string.end(), is_control)) {
    refuse(path, "holds a control character");
    return std::nullopt;
  }
  return string;
}

std::string JsonFields::optional_text(const json& object,
                                      const std::string& path,
                                      std::string_view key) {
  const json* value = find(object, key);
  return value == nullptr ? std::string() : text(*value, below(path, key)).value_or("");
}

std::optional<std::string> JsonFields::needed_text(const json& object,
                                                   const std::string& path,
                                                   std::string_view key) {
  const json* value = find(object, key);
  if (value == nullptr) {
    refuse(below(path, key), "missing");
    return std::nullopt;
  }
  return text(*value, below(path, key));
}

void JsonFields::check_text(const json& object, const std::string& path, std::string_view key) {
  static_cast<void>(optional_text(object, path, key));
}

std::optional<Symbol> JsonFields::symbol(const json& value, const std::string& path) {
  const std::optional<std::string> string = text(value, path);
  if (!string) {
    return std::nullopt;
  }
  Result<Symbol> parsed = Symbol::parse(*string);
  if (!parsed) {
    refuse(path, parsed.error().message);
    return std::nullopt;
  }
  return *std::move(parsed);
}

std::optional<Date> JsonFields::date(const json& value, const std::string& path) {
  const std::optional<std::string> string = text(value, path);
  if (!string) {
    return std::nullopt;
  }
  const std::optional<Date> day = Date::from_iso(*string);
  if (!day) {
    refuse(path, in_quotes(*string) + " is not a date, write it as YYYY-MM-DD");
  }
  return day;
}

std::optional<std::string> JsonFields::word(const json& value,
                                            const std::string& path,
                                            std::initializer_list<std::string_view> words) {
  std::optional<std::string> string = text(value, path);
  if (string && std::find(words.begin(), words.end(), *string) == words.end()) {
    std::string known;
    for (const std::string_view candidate : words) {
      known += (known.empty() ? "" : ", ") + in_quotes(candidate);
    }
    refuse(path, in_quotes(*string) + " is none of " + known);
    return std::nullopt;
  }
  return string;
}

std::optional<WorkKind> JsonFields::kind(const json& value, const std::string& path) {
  const std::optional<std::string> string = text(value, path);
  if (!string) {
    return std::nullopt;
  }
  const std::optional<WorkKind> found = work_kind_named(*string);
  if (!found) {
    refuse(path, in_quotes(*string) + " is not a kind of work, such as 'resolution' or 'report'");
  }
  return found;
}

std::optional<Symbol> JsonFields::needed_symbol(const json& object,
                                                const std::string& path,
                                                std::string_view key) {
  const json* value = find(object, key);
  if (value == nullptr) {
    refuse(below(path, key), "missing");
    return std::nullopt;
  }
  return symbol(*value, below(path, key));
}

}  // namespace lineage::ingest
