#include "ingest/readers/docx_numbering.h"

#include <algorithm>
#include <charconv>

#include "graph/ascii.h"
#include "graph/symbol.h"
#include "ingest/readers/xml.h"

namespace lineage::ingest {
namespace {

constexpr std::size_t kLongestText = 64;  // bytes of a level's text; printed ones have some six
constexpr int kLastStart = 32767;
constexpr int kDeepestStyle = 16;

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, 0, kLastStart);
}

// a ... z, aa ... zz: the letter repeated.
std::string letters_of(int number) {
  constexpr int kLetters = 26;
  const auto times = static_cast<std::size_t>((number - 1) / kLetters + 1);
  return std::string(times, static_cast<char>('a' + (number - 1) % kLetters));
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

// A number in the format of its level; formats of other scripts print as digits.
std::string printed(int number, std::string_view format) {
  constexpr int kLastLetters = 780;
  constexpr int kLastRoman = 3999;
  const bool has_letters = number >= 1 && number <= kLastLetters;
  const bool has_roman = number >= 1 && number <= kLastRoman;
  if (format == "lowerLetter" && has_letters) {
    return letters_of(number);
  }
  if (format == "upperLetter" && has_letters) {
    return upper(letters_of(number));
  }
  if (format == "lowerRoman" && has_roman) {
    return lower(roman_numeral(static_cast<unsigned>(number)));
  }
  if (format == "upperRoman" && has_roman) {
    return roman_numeral(static_cast<unsigned>(number));
  }
  return (format == "decimalZero" && number < 10 ? "0" : "") + std::to_string(number);
}

bool is_level(int level) { return level >= 0 && level < static_cast<int>(DocxNumbering::kLevels); }

}  // namespace

// word/numbering.xml: levels by w:abstractNumId, lists by w:numId.
class NumberingPart : public XmlListener {
 public:
  explicit NumberingPart(DocxNumbering& into) : into_(into) {}

  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    const std::string_view val = value_of(attributes, "val");
    if (name == "abstractNum") {
      levels_ = &into_.levels_[std::string(value_of(attributes, "abstractNumId"))];
    } else if (name == "num") {
      levels_ = nullptr;
      list_ = &into_.lists_[std::string(value_of(attributes, "numId"))];
    } else if (name == "abstractNumId" && list_ != nullptr) {
      list_->levels = val;
    } else if (name == "lvl" || name == "lvlOverride") {
      level_ = number_of(value_of(attributes, "ilvl"));
    } else if (name == "startOverride" && list_ != nullptr && is_level(level_)) {
      list_->restarts[level_] = number_of(val);
    } else if (levels_ != nullptr && is_level(level_)) {
      of_level((*levels_)[static_cast<std::size_t>(level_)], name, val);
    }
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*words*/) override {}

 private:
  static void of_level(DocxNumbering::Level& level, std::string_view name, std::string_view val) {
    if (name == "start") {
      level.start = number_of(val);
    } else if (name == "numFmt") {
      level.format = val;
    } else if (name == "lvlText") {
      level.text = val.substr(0, kLongestText);
    } else if (name == "pStyle") {
      level.style = val;
    }
  }

  DocxNumbering& into_;
  DocxNumbering::Levels* levels_ = nullptr;
  DocxNumbering::List* list_ = nullptr;
  int level_ = 0;
};

// word/styles.xml: which styles number their paragraphs.
class StylesPart : public XmlListener {
 public:
  explicit StylesPart(DocxNumbering& into) : into_(into) {}

  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "style") {
      style_ = &into_.styles_[std::string(value_of(attributes, "styleId"))];
    } else if (style_ != nullptr && name == "basedOn") {
      style_->parent = value_of(attributes, "val");
    } else if (style_ != nullptr && name == "numId") {
      style_->place.list = value_of(attributes, "val");
    } else if (style_ != nullptr && name == "ilvl") {
      style_->place.level = number_of(value_of(attributes, "val"));
    }
  }
  void end(std::string_view name) override {
    if (name == "style") {
      style_ = nullptr;
    }
  }
  void text(std::string_view /*words*/) override {}

 private:
  DocxNumbering& into_;
  DocxNumbering::Style* style_ = nullptr;
};

Result<DocxNumbering> DocxNumbering::read(std::string_view numbering, std::string_view styles) {
  DocxNumbering made;
  NumberingPart of_numbering(made);
  StylesPart of_styles(made);
  const auto read_part = [](std::string_view part, std::string_view name, XmlListener& listener) {
    auto read = part.empty() ? Result<void>{} : read_xml(part, listener);
    return read ? read
                : failure(read.error().code,
                          "its part '" + std::string(name) + "' is " + read.error().message);
  };
  if (auto read = read_part(numbering, "word/numbering.xml", of_numbering); !read) {
    return tl::unexpected<Error>(read.error());
  }
  if (auto read = read_part(styles, "word/styles.xml", of_styles); !read) {
    return tl::unexpected<Error>(read.error());
  }
  return made;
}

// What the paragraph says itself, else its style, else the style that this is based on.
ListPlace DocxNumbering::place_of(ListPlace place, std::string style) const {
  for (int depth = 0; depth < kDeepestStyle && place.list.empty(); ++depth) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) {
      break;
    }
    place.list = found->second.place.list;
    if (!place.level) {
      place.level = found->second.place.level;
    }
    style = found->second.parent;
  }
  return place;
}

int DocxNumbering::level_of(const Levels& levels,
                            const ListPlace& place,
                            const std::string& style) const {
  if (place.level) {
    return std::min(*place.level, static_cast<int>(kLevels) - 1);
  }
  const auto* const at =
      style.empty() ? levels.end() : std::ranges::find(levels, style, &Level::style);
  return at == levels.end() ? 0 : static_cast<int>(at - levels.begin());
}

std::string DocxNumbering::next(const ListPlace& said, const std::string& style) {
  const ListPlace place = place_of(said, style);
  const auto list = lists_.find(place.list);
  const auto levels = list == lists_.end() ? levels_.end() : levels_.find(list->second.levels);
  if (levels == levels_.end()) {
    return {};
  }
  const int level = level_of(levels->second, place, style);
  Counters& counters = counters_[levels->first];
  const auto restart = list->second.restarts.find(level);
  if (restart != list->second.restarts.end() && restarted_.emplace(place.list, level).second) {
    counters[static_cast<std::size_t>(level)] = restart->second - 1;
  }
  for (int i = 0; i < static_cast<int>(kLevels); ++i) {
    auto& counter = counters[static_cast<std::size_t>(i)];
    const int start = levels->second[static_cast<std::size_t>(i)].start;
    if (i > level) {
      counter.reset();  // a new item begins its sub-items anew
    } else if (i == level) {
      counter = counter ? *counter + 1 : start;
    } else if (!counter) {
      counter = start;
    }
  }
  const Level& at = levels->second[static_cast<std::size_t>(level)];
  if (at.format == "bullet" || at.format == "none") {
    return {};
  }
  std::string number;
  for (std::size_t i = 0; i < at.text.size(); ++i) {
    const bool is_place = at.text[i] == '%' && i + 1 < at.text.size() && at.text[i + 1] >= '1' &&
                          at.text[i + 1] <= '9';
    if (!is_place) {
      number.push_back(at.text[i]);
      continue;
    }
    const auto of = static_cast<std::size_t>(at.text[++i] - '1');
    if (counters[of]) {
      number += printed(*counters[of], levels->second[of].format);
    }
  }
  return number;
}

}  // namespace lineage::ingest
