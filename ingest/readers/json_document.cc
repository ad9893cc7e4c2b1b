#include "ingest/readers/json_document.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

namespace lineage::ingest {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepest = 64;

// "line 3, column 14" of the byte at `offset`, counted from one.
std::string line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(lines + 1) + ", column " +
         std::to_string(before.size() - line_begin + 1);
}

// Where brackets first stand deeper than the limit; nothing for a text that keeps to it. Runs
// before the parser, so that no structure of that depth is ever built.
std::optional<std::size_t> too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) {
        return i;
      }
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

// Finds a key that stands twice in one object, of which the parser would keep the last without a
// word. A reading of its own: the parser's callback costs the square of an object's members.
class RepeatedKeys : public nlohmann::json_sax<json> {
 public:
  bool null() override { return count_element(); }
  bool boolean(bool /*value*/) override { return count_element(); }
  bool number_integer(json::number_integer_t /*value*/) override { return count_element(); }
  bool number_unsigned(json::number_unsigned_t /*value*/) override { return count_element(); }
  bool number_float(json::number_float_t /*value*/, const std::string& /*text*/) override {
    return count_element();
  }
  bool string(std::string& /*value*/) override { return count_element(); }
  bool binary(json::binary_t& /*value*/) override { return count_element(); }
  bool start_object(std::size_t /*elements*/) override { return enter(false); }
  bool start_array(std::size_t /*elements*/) override { return enter(true); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool key(std::string& name) override {
    frames_.back().key = name;
    if (!frames_.back().keys.insert(name).second && !first_) {
      first_ = path();
    }
    return true;
  }
  bool parse_error(std::size_t /*position*/,
                   const std::string& /*token*/,
                   const json::exception& /*error*/) override {
    return false;  // the text was parsed before
  }

  [[nodiscard]] const std::optional<std::string>& first() const { return first_; }

 private:
  struct Frame {
    bool is_array = false;
    std::size_t elements = 0;
    std::string key;
    std::set<std::string> keys;
  };

  bool enter(bool is_array) {
    count_element();
    frames_.push_back({.is_array = is_array, .elements = 0, .key = {}, .keys = {}});
    return true;
  }

  bool leave() {
    frames_.pop_back();
    return true;
  }

  bool count_element() {
    if (!frames_.empty() && frames_.back().is_array) {
      ++frames_.back().elements;
    }
    return true;
  }

  [[nodiscard]] std::string path() const {
    std::string text;
    for (const Frame& frame : frames_) {
      text = frame.is_array ? below(text, frame.elements - 1) : below(text, frame.key);
    }
    return text;
  }

  std::vector<Frame> frames_;
  std::optional<std::string> first_;
};

// "unexpected ']'" out of "[json.exception.parse_error.101] parse error at line 1, column 9: ...".
std::string parser_message(const json::parse_error& error) {
  const std::string_view what = error.what();
  const std::size_t place = what.find("parse error");
  const std::size_t colon = what.find(": ", place == std::string_view::npos ? 0 : place);
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

}  // namespace

std::string below(const std::string& path, std::string_view key) {
  std::string whole = path.empty() ? std::string(key) : path + "." + std::string(key);
  // A key may hold anything; what a terminal would obey does not get into a message.
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(whole.begin(), whole.end(), is_control, '?');
  return whole;
}

std::string below(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

Result<json> parse_json(std::string_view name, std::string_view json_text) {
  const std::string file(name);
  if (const std::optional<std::size_t> offset = too_deep(json_text)) {
    return failure(ErrorCode::Malformed, file + ": " + line_and_column(json_text, *offset) +
                                             ": nested deeper than " + std::to_string(kDeepest) +
                                             " levels");
  }
  RepeatedKeys keys;
  json document;
  try {
    document = json::parse(json_text.begin(), json_text.end());
    json::sax_parse(json_text.begin(), json_text.end(), &keys);
  } catch (const json::parse_error& error) {
    return failure(ErrorCode::Malformed,
                   file + ": " + line_and_column(json_text, error.byte > 0 ? error.byte - 1 : 0) +
                       ": not JSON: " + parser_message(error));
  } catch (const json::exception& error) {
    return failure(ErrorCode::Malformed, file + ": not JSON: " + std::string(error.what()));
  }
  if (keys.first()) {
    return failure(ErrorCode::Malformed, file + ": " + *keys.first() + ": stands twice");
  }
  return document;
}

}  // namespace lineage::ingest
