#include "ingest/readers/pdf_page.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "ingest/readers/text_builder.h"
#include "ingest/readers/xml.h"
#include "ingest/segments/lines.h"

namespace lineage::ingest {
namespace {

double number_of(std::span<const XmlAttribute> attributes, std::string_view name) {
  return std::strtod(std::string(value_of(attributes, name)).c_str(), nullptr);
}

class PageListener : public XmlListener {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "page") {
      pages.push_back({number_of(attributes, "height"), {}});
    } else if (pages.empty()) {
      return;
    } else if (name == "line") {
      pages.back().lines.emplace_back();
      place(pages.back().lines.back(), attributes);
    } else if (name == "word" && !pages.back().lines.empty()) {
      PdfWord word;
      place(word, attributes);
      pages.back().lines.back().words.push_back(std::move(word));
      in_word_ = true;
    }
  }
  void end(std::string_view name) override {
    if (name == "word") {
      in_word_ = false;
    }
  }
  void text(std::string_view words) override {
    if (in_word_) {
      pages.back().lines.back().words.back().text += words;
    }
  }

  std::vector<PdfPage> pages;

 private:
  template <typename Box>
  static void place(Box& box, std::span<const XmlAttribute> attributes) {
    box.left = number_of(attributes, "xMin");
    box.top = number_of(attributes, "yMin");
    box.right = number_of(attributes, "xMax");
    box.bottom = number_of(attributes, "yMax");
  }

  bool in_word_ = false;
};

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_rule(const PdfLine& line) {  // "__________", above the notes of a page
  return line.words.size() == 1 && line.words[0].text.size() >= 5 &&
         line.words[0].text.find_first_not_of('_') == std::string::npos;
}

// The height of most words: that of the body.
double body_height(const std::vector<PdfPage>& pages) {
  std::vector<double> heights;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) {
      for (const PdfWord& word : line.words) {
        heights.push_back(word.height());
      }
    }
  }
  if (heights.empty()) {
    return 0;
  }
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// One line of running text, put together of what stands at one height.
struct TextLine {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  bool begins_note = false;  // with a raised number
};

class Layout {
 public:
  explicit Layout(const std::vector<PdfPage>& pages) : pages_(pages), body_(body_height(pages)) {}

  std::string text() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      page(pages_[i], i == 0);
    }
    end_paragraph();
    for (const std::string& note : notes_) {
      text_ += (text_.empty() ? "" : "\n\n") + note;
    }
    return text_.empty() ? text_ : text_ + "\n";
  }

 private:
  void page(const PdfPage& page, bool first) {
    std::vector<TextLine> lines = lines_of(page);
    const double margin = margin_of(lines);
    bool notes = false;
    bool begins = true;
    const TextLine* above = nullptr;
    for (const TextLine& line : lines) {
      if (is_furniture(line, page, first)) {
        continue;
      }
      if (line.text == kRule) {
        notes = true;
      } else if (notes) {
        add_note(line);
      } else {
        const bool goes_on =
            begins ? continues_page(line, margin) : continues(*above, line, margin);
        add(line, goes_on);
        above = &line;
        begins = false;
      }
    }
  }

  // The words of the line, those of a smaller raised number as a mark. A gap between words of
  // different fonts may be none.
  [[nodiscard]] TextLine text_line(const PdfLine& line) const {
    TextLine result{"", line.left, line.right, line.top, line.bottom, false};
    if (is_rule(line)) {
      result.text = kRule;
      return result;
    }
    double tallest = 0;
    for (const PdfWord& word : line.words) {
      tallest = std::max(tallest, word.height());
    }
    const PdfWord* previous = nullptr;
    for (const PdfWord& word : line.words) {
      const bool alone = line.words.size() == 1;
      const double other = alone ? body_ : tallest;
      const bool raised_number = is_digits(word.text) && word.text.size() <= 3 &&
                                 word.height() < other * 0.8 &&
                                 (alone || word.bottom < line.bottom - other * 0.15);
      const bool gap = previous != nullptr && word.left - previous->right > tallest * 0.1;
      if (raised_number) {
        result.begins_note = result.begins_note || result.text.empty();
        result.text += raised(word.text);
      } else {
        result.text +=
            (gap || (previous != nullptr && result.begins_note && result.text.size() <= 9) ? " "
                                                                                           : "") +
            word.text;
      }
      previous = &word;
    }
    return result;
  }

  // Lines that stand side by side become one: a number and its paragraph, a mark and its note.
  [[nodiscard]] std::vector<TextLine> lines_of(const PdfPage& page) const {
    std::vector<TextLine> lines;
    for (const PdfLine& line : page.lines) {
      TextLine next = text_line(line);
      if (next.text.empty()) {
        continue;
      }
      if (!lines.empty()) {
        TextLine& last = lines.back();
        const double middle = (next.top + next.bottom) / 2;
        const bool beside = (middle > last.top && middle < last.bottom && next.left > last.right) ||
                            (last.begins_note && last.text.size() <= 9 && next.left > last.left &&
                             last.top < next.bottom && last.bottom > next.top);
        if (beside && last.text != kRule && next.text != kRule) {
          last.text += " " + next.text;
          last.right = next.right;
          last.bottom = std::max(last.bottom, next.bottom);
          continue;
        }
      }
      lines.push_back(std::move(next));
    }
    return lines;
  }

  // Where most lines begin.
  static double margin_of(const std::vector<TextLine>& lines) {
    double best = 0;
    std::size_t most = 0;
    std::vector<double> lefts;
    lefts.reserve(lines.size());
    for (const TextLine& line : lines) {
      lefts.push_back(line.left);
    }
    std::sort(lefts.begin(), lefts.end());
    for (std::size_t i = 0; i < lefts.size();) {
      std::size_t end = i;
      while (end < lefts.size() && lefts[end] - lefts[i] < 3) {
        ++end;
      }
      if (end - i > most) {
        most = end - i;
        best = lefts[i];
      }
      i = end;
    }
    return best;
  }

  static bool is_furniture(const TextLine& line, const PdfPage& page, bool first) {
    const bool top = line.bottom < page.height * 0.12;
    const bool bottom = line.top > page.height * 0.88;
    return ((top && !first) || bottom) &&
           (is_page_furniture(line.text) ||
            line.text.find_first_not_of("0123456789/*- ()EFSRACefsrac") == std::string::npos);
  }

  [[nodiscard]] bool continues(const TextLine& above, const TextLine& line, double margin) const {
    const bool indented = line.left > margin + 6 && line.left > above.left + 6;
    const bool apart = line.top - above.bottom > body_ * 0.45;
    const bool another_column = line.top < above.top;
    return !indented && !apart && (!another_column || !ends_paragraph(paragraph_));
  }

  // A paragraph that ran to the end of the page before goes on at the margin of this one.
  [[nodiscard]] bool continues_page(const TextLine& line, double margin) const {
    return !paragraph_.empty() && !ends_paragraph(paragraph_) && line.left < margin + 6;
  }

  void add(const TextLine& line, bool goes_on) {
    if (!goes_on) {
      end_paragraph();
    }
    append(paragraph_, line.text);
  }

  void add_note(const TextLine& line) {
    if (line.begins_note || notes_.empty()) {
      notes_.push_back(line.text);
    } else {
      append(notes_.back(), line.text);
    }
  }

  // A hyphen at the end of a line stays, and nothing comes between: "non-" "proliferation".
  static void append(std::string& text, const std::string& line) {
    if (!text.empty() && !text.ends_with('-') && !text.ends_with("\u2011")) {
      text.push_back(' ');
    }
    text += line;
  }

  void end_paragraph() {
    if (!paragraph_.empty()) {
      text_ += (text_.empty() ? "" : "\n\n") + paragraph_;
      paragraph_.clear();
    }
  }

  static constexpr std::string_view kRule = "____";

  const std::vector<PdfPage>& pages_;
  double body_;
  std::string text_;
  std::string paragraph_;
  std::vector<std::string> notes_;
};

}  // namespace

Result<std::vector<PdfPage>> read_pdf_pages(std::string_view xml) {
  PageListener listener;
  if (auto read = read_xml(xml, listener); !read) {
    return tl::unexpected<Error>(read.error());
  }
  return std::move(listener.pages);
}

std::string text_of(const std::vector<PdfPage>& pages) { return Layout(pages).text(); }

}  // namespace lineage::ingest
