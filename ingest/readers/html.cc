#include "ingest/readers/html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "ingest/readers/charset.h"
#include "ingest/readers/editor_link.h"
#include "ingest/readers/html_entities.h"
#include "ingest/readers/text_builder.h"

namespace lineage::ingest {
namespace {

using std::string_view_literals::operator""sv;

// Their words are nothing that a reader of the page sees, up to the end of the element.
constexpr std::array kHidden{"script"sv, "style"sv,    "noscript"sv, "template"sv, "svg"sv,
                             "select"sv, "textarea"sv, "title"sv,    "iframe"sv};

// Within a line; every other element ends the paragraph.
constexpr std::array kInline{
    "a"sv,    "abbr"sv, "acronym"sv, "b"sv,    "bdi"sv,   "bdo"sv,    "big"sv,   "cite"sv,
    "code"sv, "del"sv,  "em"sv,      "font"sv, "i"sv,     "img"sv,    "ins"sv,   "kbd"sv,
    "mark"sv, "nobr"sv, "q"sv,       "s"sv,    "small"sv, "span"sv,   "sub"sv,   "sup"sv,
    "time"sv, "tt"sv,   "u"sv,       "var"sv,  "wbr"sv,   "strong"sv, "label"sv, "o:p"sv};

template <typename Names>
bool is_in(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

struct Tag {
  std::string name;  // lower case
  bool closes = false;
  std::string href;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view page, TextBuilder& builder) : page_(page), builder_(builder) {}

  void run() {
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      words(page_.substr(at_, open - at_));
      at_ = open;
      if (at_ < page_.size()) {
        markup();
      }
    }
  }

 private:
  void words(std::string_view piece) {
    if (piece.empty()) {
      return;
    }
    const std::string text = without_entities(piece);
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                     [](char c) { return c >= '0' && c <= '9'; });
    if (raised_ > 0 && digits) {
      builder_.add_raised(text);
    } else {
      builder_.add(text);
    }
  }

  // At a "<". What is no tag is a character like any other.
  void markup() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      skip_past("-->");
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      skip_past(">");
    } else if (rest.size() > 1 &&
               (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2])))) {
      tag();
    } else {
      builder_.add("<"sv);
      ++at_;
    }
  }

  void skip_past(std::string_view end) {
    const std::size_t found = page_.find(end, at_);
    at_ = found == std::string_view::npos ? page_.size() : found + end.size();
  }

  void tag() {
    const Tag tag = read_tag();
    if (tag.name == "sup") {
      raised_ = tag.closes ? 0 : 1;
    } else if (tag.name == "a") {
      if (tag.closes) {
        builder_.end_link();
      } else {
        builder_.begin_link(link_target(tag.href));
      }
    } else if (tag.name == "br") {
      builder_.add(" "sv);
    } else if (!is_in(kInline, tag.name)) {
      builder_.end_paragraph();
      raised_ = 0;
    }
    if (!tag.closes && is_in(kHidden, tag.name)) {
      skip_element(tag.name);
    }
  }

  // To behind the end tag of the element, whatever stands between.
  void skip_element(const std::string& name) {
    while (at_ < page_.size()) {
      const std::size_t end = page_.find("</", at_);
      if (end == std::string_view::npos) {
        at_ = page_.size();
        return;
      }
      at_ = end + 2;
      const std::string_view there = page_.substr(at_, name.size());
      const bool same = std::equal(there.begin(), there.end(), name.begin(), name.end(),
                                   [](char a, char b) { return lower(a) == b; });
      if (same) {
        skip_past(">");
        return;
      }
    }
  }

  static char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }

  // Reads to behind the ">" that ends the tag; one in quotes does not.
  Tag read_tag() {
    Tag tag;
    ++at_;
    if (page_[at_] == '/') {
      tag.closes = true;
      ++at_;
    }
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') {
      tag.name.push_back(lower(page_[at_++]));
    }
    while (at_ < page_.size() && page_[at_] != '>') {
      attribute(tag);
    }
    at_ = std::min(at_ + 1, page_.size());
    return tag;
  }

  static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

  void attribute(Tag& tag) {
    std::string name;
    while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) {
      ++at_;
    }
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>') {
      name.push_back(lower(page_[at_++]));
    }
    while (at_ < page_.size() && is_space(page_[at_])) {
      ++at_;
    }
    if (at_ >= page_.size() || page_[at_] != '=') {
      return;
    }
    ++at_;
    while (at_ < page_.size() && is_space(page_[at_])) {
      ++at_;
    }
    const std::string_view value = attribute_value();
    if (name == "href" && tag.name == "a") {
      tag.href = without_entities(value);
    }
  }

  std::string_view attribute_value() {
    if (at_ >= page_.size()) {
      return {};
    }
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(page_.find(quote, begin), page_.size());
      at_ = std::min(end + 1, page_.size());
      return page_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') {
      ++at_;
    }
    return page_.substr(begin, at_ - begin);
  }

  std::string_view page_;
  TextBuilder& builder_;
  std::size_t at_ = 0;
  int raised_ = 0;
};

}  // namespace

bool is_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  std::transform(head.begin(), head.end(), head.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return head.find("<html") != std::string::npos ||
         head.find("<!doctype html") != std::string::npos;
}

Result<SourceContent> read_html(std::string_view name, std::string_view bytes) {
  auto page = to_utf8(bytes, declared_charset(bytes));
  if (!page) {
    return tl::unexpected<Error>(page.error());
  }
  SourceDocument document;
  TextBuilder builder;
  Tokenizer(*page, builder).run();
  builder.finish(document);
  document.name = name;
  document.format = "html";
  if (document.text.empty()) {
    return failure(ErrorCode::Malformed,
                   "the web page holds no words; if a script draws them, save it as text");
  }
  return SourceContent{std::move(document), std::nullopt};
}

}  // namespace lineage::ingest
