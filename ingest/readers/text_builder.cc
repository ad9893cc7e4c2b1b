#include "ingest/readers/text_builder.h"

#include <array>
#include <utility>

namespace lineage::ingest {
namespace {

// The bytes of the white space that stands at the beginning of `text`, 0 for none.
std::size_t space_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  if (byte(0) == ' ' || (byte(0) >= 0x09 && byte(0) <= 0x0D) ||
      (byte(0) >= 0x1C && byte(0) <= 0x1F)) {
    return 1;
  }
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0x85)) {
    return 2;
  }
  const bool general = byte(0) == 0xE2 && byte(1) == 0x80 &&
                       ((byte(2) >= 0x80 && byte(2) <= 0x8A) || byte(2) == 0xA8 ||
                        byte(2) == 0xA9 || byte(2) == 0xAF);
  const bool mathematical = byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) == 0x9F;
  const bool ideographic = byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80;
  return general || mathematical || ideographic ? 3 : 0;
}

}  // namespace

std::string raised(std::string_view digits) {
  constexpr std::array<std::string_view, 10> kRaised{"⁰", "¹", "²", "³", "⁴",
                                                     "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') {
      text += kRaised[static_cast<std::size_t>(c - '0')];
    } else {
      text.push_back(c);
    }
  }
  return text;
}

void TextBuilder::write(Flow& flow, std::string_view piece) {
  if (std::exchange(flow.space, false) && !flow.text.empty()) {
    flow.text.push_back(' ');
  }
  if (link_ && link_begin_ == std::string::npos) {
    link_begin_ = flow.text.size();
  }
  flow.text += piece;
}

void TextBuilder::add(std::string_view words) {
  Flow& into = flow();
  std::size_t begin = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t space = space_length(words.substr(at));
    if (space == 0) {
      ++at;
      continue;
    }
    if (at > begin) {
      write(into, words.substr(begin, at - begin));
    }
    into.space = true;
    at += space;
    begin = at;
  }
  if (begin < words.size()) {
    write(into, words.substr(begin));
  }
}

void TextBuilder::add_raised(std::string_view digits) { add(raised(digits)); }

void TextBuilder::append(Flow& flow) {
  flow.space = false;
  if (flow.text.empty()) {
    flow.links.clear();
    return;
  }
  if (!text_.empty()) {
    text_ += "\n\n";
  }
  const std::size_t base = text_.size();
  text_ += flow.text;
  for (EditorLink& link : flow.links) {
    link.begin += base;
    link.end += base;
    links_.push_back(std::move(link));
  }
  if (in_marked_) {
    EditorParagraph& paragraph = marked_.back();
    if (paragraph.begin == paragraph.end) {
      paragraph.begin = base;
    }
    paragraph.end = text_.size();
  }
  flow = Flow{};
}

void TextBuilder::end_paragraph() {
  if (note_) {
    note_->space = true;
  } else {
    append(paragraph_);
  }
}

void TextBuilder::begin_note(std::string_view mark) {
  if (note_) {
    return;  // a note within a note belongs to it
  }
  end_link();
  const std::string sign = raised(mark);
  add(sign);
  note_ = Flow{};
  add(sign);
  note_->space = true;
}

void TextBuilder::end_note() {
  if (note_) {
    end_link();
    notes_.push_back(std::move(*note_));
    note_.reset();
  }
}

void TextBuilder::begin_link(std::optional<Symbol> target) {
  end_link();
  link_ = std::move(target);
  link_begin_ = std::string::npos;
}

void TextBuilder::end_link() {
  if (link_ && link_begin_ != std::string::npos) {
    flow().links.push_back({link_begin_, flow().text.size(), *link_});
  }
  link_.reset();
  link_begin_ = std::string::npos;
}

void TextBuilder::begin_marked(std::string_view id, std::string_view verb) {
  marked_.push_back({0, 0, std::string(id), std::string(verb)});
  in_marked_ = true;
}

void TextBuilder::end_marked() {
  if (std::exchange(in_marked_, false) && marked_.back().begin == marked_.back().end) {
    marked_.pop_back();
  }
}

void TextBuilder::finish(SourceDocument& document) {
  end_link();
  end_note();
  append(paragraph_);
  end_marked();
  for (Flow& note : notes_) {
    append(note);
  }
  if (!text_.empty()) {
    text_.push_back('\n');
  }
  document.text = std::move(text_);
  document.links = std::move(links_);
  document.paragraphs = std::move(marked_);
}

}  // namespace lineage::ingest
