#include <algorithm>

#include "ingest/segments/segmenter.h"

namespace lineage::ingest {

bool Segmenter::annex_word(std::string_view words) const {
  if (words.size() > 40) {
    return false;
  }
  const Lexicon::Match match = lexicon_->longest_at(lower_, pending_begin_.begin);
  if (match.entry == nullptr || match.entry->part == nullptr ||
      match.entry->part->kind != PartKind::Annex) {
    return false;
  }
  const std::string_view rest = words.substr(std::min(match.length, words.size()));
  return rest.empty() || rest.find_first_of(",;") == std::string_view::npos;
}

bool Segmenter::annex_heading(std::string_view words) {
  if ((state_ == State::Preamble && !closed_) || !annex_word(words)) {
    return false;
  }
  const Lexicon::Match match = lexicon_->longest_at(lower_, pending_begin_.begin);
  std::string_view rest = words.substr(std::min(match.length, words.size()));
  while (!rest.empty() && rest.front() == ' ') {
    rest.remove_prefix(1);
  }
  annex_ = "annex" + section_number(rest.substr(0, rest.find(' ')));
  section_.clear();
  state_ = State::Annex;
  restart_numbers();
  return true;
}

bool Segmenter::section_heading(std::string_view words) {
  const std::string number = section_of_heading(words);
  if (number.empty()) {
    return false;
  }
  section_ = number;
  part_letter_ = number.size() == 1 ? number : std::string();
  restart_numbers();
  if (state_ == State::Operative) {
    state_ = State::Preamble;
  }
  return true;
}

void Segmenter::body(Paragraph paragraph, std::string_view words, const Marker& marker) {
  if (state_ == State::Annex) {
    annex_paragraph(paragraph, marker.kind == MarkerKind::None ? lone_number(words) : marker);
  } else if (marker.kind == MarkerKind::Letter && (operative_ > 0 || state_ == State::Preamble)) {
    sub_paragraph(paragraph, marker);
  } else if (marker.kind == MarkerKind::Number) {
    operative(paragraph, marker.number);
  } else if (state_ == State::Operative) {
    continuation(paragraph);
  } else if (short_heading(words)) {
    paragraph.kind = ParagraphKind::Heading;
    paragraph.place = prefix();
    return add(std::move(paragraph));
  } else if (goes_on_behind_list()) {
    paragraph.kind = ParagraphKind::Preambular;
    paragraph.place = in_section("pp" + std::to_string(preambular_));
    paragraph.inherits = true;
    sub_label_.clear();
    sub_roman_.clear();
  } else {
    ++preambular_;
    sub_label_.clear();
    sub_roman_.clear();
    paragraph.kind = ParagraphKind::Preambular;
    paragraph.place = in_section("pp" + std::to_string(preambular_));
  }
  body_index_ = work_.paragraphs.size();
  page_break_ = false;
  add(std::move(paragraph));
}

// "(f) To mobilize partnerships," and on a line of its own "and in the commitments made there,".
bool Segmenter::goes_on_behind_list() const {
  return preambular_ > 0 && !sub_label_.empty() && !opens_with_verb(pending_begin_);
}

// A title of a section between its number and its first paragraph.
bool Segmenter::short_heading(std::string_view words) const {
  constexpr std::size_t kLongest = 300;
  return !ends_paragraph(words) && is_shorter(words, kLongest) && !opens_with_verb(pending_begin_);
}

void Segmenter::operative(Paragraph& paragraph, std::uint32_t number) {
  state_ = State::Operative;
  operative_ = number;
  sub_label_.clear();
  sub_roman_.clear();
  paragraph.kind = ParagraphKind::Operative;
  paragraph.place = in_section("op" + std::to_string(number));
}

void Segmenter::continuation(Paragraph& paragraph) const {
  paragraph.kind = ParagraphKind::Operative;
  paragraph.place = in_section("op" + std::to_string(operative_)) + sub_path();
  paragraph.inherits = true;
}

void Segmenter::sub_paragraph(Paragraph& paragraph, const Marker& marker) {
  enter_label(marker.label);
  const bool in_preamble = operative_ == 0;
  paragraph.kind = in_preamble ? ParagraphKind::Preambular : ParagraphKind::Operative;
  paragraph.place = in_section((in_preamble ? "pp" + std::to_string(preambular_)
                                            : "op" + std::to_string(operative_))) +
                    sub_path();
  paragraph.inherits = true;
}

// "(i)" behind "(h)" is the ninth letter, behind anything else a Roman one, a level deeper.
void Segmenter::enter_label(const std::string& label) {
  const bool next_letter = !sub_label_.empty() && label.size() == 1 && sub_label_.size() == 1 &&
                           label[0] == sub_label_[0] + 1;
  const bool roman = label.find_first_not_of("ivx") == std::string::npos;
  if (roman && !next_letter && (!sub_label_.empty() || label == "i")) {
    sub_roman_ = label;
    return;
  }
  sub_label_ = label;
  sub_roman_.clear();
}

std::string Segmenter::sub_path() const {
  std::string path;
  if (!sub_label_.empty()) {
    path += "(" + sub_label_ + ")";
  }
  if (!sub_roman_.empty()) {
    path += "(" + sub_roman_ + ")";
  }
  return path;
}

void Segmenter::annex_paragraph(Paragraph& paragraph, const Marker& marker) {
  paragraph.kind = ParagraphKind::Annex;
  if (marker.kind == MarkerKind::Number) {
    operative_ = marker.number;
    sub_label_.clear();
    sub_roman_.clear();
  } else if (marker.kind == MarkerKind::Letter) {
    enter_label(marker.label);
    paragraph.inherits = true;
  }
  paragraph.place = operative_ > 0 ? prefix() + "/" + std::to_string(operative_) : prefix();
  if (marker.kind == MarkerKind::Letter) {
    paragraph.place += sub_path();
  }
}

// "annexC", "annexII.C", "XV".
std::string Segmenter::prefix() const {
  if (state_ != State::Annex) {
    return section_.empty() ? "section" : section_;
  }
  const bool numbered = annex_.size() > 5;
  return annex_ + (section_.empty() ? "" : (numbered ? "." : "") + section_);
}

std::string Segmenter::in_section(const std::string& place) const {
  return section_.empty() ? place : section_ + "/" + place;
}

void Segmenter::restart_numbers() {
  preambular_ = 0;
  operative_ = 0;
  sub_label_.clear();
  sub_roman_.clear();
}

}  // namespace lineage::ingest
