// Sections of a resolution and its parts, "A" and "B" of 57/270: their headings, their symbols and
// the notes that they share.
#include <algorithm>
#include <map>
#include <utility>

#include "graph/symbol.h"
#include "ingest/segments/segmenter.h"

namespace lineage::ingest {
namespace {

// What stands before the title of "B Income estimates for 2023", "一 飞机舱位标准".
std::string_view number_of(std::string_view words) { return words.substr(0, words.find(' ')); }

unsigned roman_value(const std::string& number) { return from_roman(number).value_or(0); }

// Whether "A-C" or "A and B" holds the letter.
bool holds(const std::string& letters, char letter) {
  return letters.size() > 1 && letters.front() <= letter && letter <= letters.back();
}

}  // namespace

// The letter of a part on a line of its own, with a title where the symbol says that there are such
// parts: "A" and "A Budget appropriations for 2023".
std::string Segmenter::part_heading(std::string_view words) const {
  const std::string alone = section_number(words);
  if (alone.size() == 1) {
    return alone;
  }
  if (!is_heading(words)) {
    return {};
  }
  const std::string letter = section_number(number_of(words));
  const std::optional<Symbol>& own = work_.symbol ? work_.symbol : parts_of_;
  const std::string letters = own && parts_letters_.empty() ? own->letters() : parts_letters_;
  // The next part stands behind the vote on the one before; "A" inside a part is a section of it.
  const bool next = work_letter_.empty() ? state_ == State::Header
                                         : closed_ && letter.size() == 1 &&
                                               letter.front() == work_letter_.front() + 1;
  const bool titled = next && letter.size() == 1 && holds(letters, letter.front());
  return titled ? letter : std::string();
}

// "II", and "II Enterprise resource planning" where section I stands before.
std::string Segmenter::section_of_heading(std::string_view words) const {
  if (const std::string number = section_number(words); !number.empty()) {
    return number;
  }
  if (const std::string letter = part_heading(words); !letter.empty()) {
    return letter;
  }
  if (state_ == State::Annex || !is_heading(words)) {
    return {};
  }
  const std::string number = section_number(number_of(words));
  return roman_value(number) == roman_value(section_) + 1 ? number : std::string();
}

bool Segmenter::is_heading(std::string_view words) {
  constexpr std::size_t kLongest = 300;
  return !ends_paragraph(words) && number_of(words).size() < words.size() &&
         is_shorter(words, kLongest);
}

// Parts A and B of one resolution in one file: the part's heading lines move to the new work.
void Segmenter::begin_part() {
  std::vector<Paragraph> heading;
  while (!work_.paragraphs.empty() && work_.paragraphs.back().kind == ParagraphKind::Heading) {
    heading.insert(heading.begin(), std::move(work_.paragraphs.back()));
    work_.paragraphs.pop_back();
  }
  if (work_letter_.empty()) {
    work_letter_ = "A";  // what stands before part B
  }
  const std::string letter = part_letter_;
  finish_work();
  part_letter_ = letter;
  work_.paragraphs = std::move(heading);
  if (!works_.empty()) {  // one header serves all parts
    work_.date = works_.back().date;
    work_.title = works_.back().title;
  }
}

// Parts A and B of 57/270 are 57/270 A and 57/270 B; only the first bears the number, or the
// numbers of all: "A/RES/57/270 A-B".
void Segmenter::settle_part() {
  const std::optional<Symbol> printed = work_.symbol ? work_.symbol : parts_of_;
  if (work_letter_.empty() || !printed || printed->letters().size() == 1) {
    return;
  }
  if (!printed->letters().empty()) {
    parts_letters_ = printed->letters();
  }
  const Symbol whole = printed->letters().empty() ? *printed : printed->whole().value_or(*printed);
  parts_of_ = whole;
  if (auto part = Symbol::parse(whole.canonical() + "[" + work_letter_ + "]")) {
    work_.symbol = *part;
  }
}

// The notes of all parts stand behind the last one: each goes to the part where its mark stands.
void Segmenter::share_notes() {
  if (works_.size() < 2 || !works_.back().symbol || works_.back().symbol->letters().empty()) {
    return;
  }
  const std::optional<Symbol> whole = works_.back().symbol->whole();
  std::map<std::uint32_t, std::size_t> part_of_mark;  // the last part that has it
  for (std::size_t i = 0; i < works_.size(); ++i) {
    if (works_[i].symbol && works_[i].symbol->whole() == whole) {
      for (const std::uint32_t mark : marks_of(works_[i])) {
        part_of_mark[mark] = i;
      }
    }
  }
  std::vector<Paragraph> kept;
  for (Paragraph& paragraph : works_.back().paragraphs) {
    const auto part = part_of_mark.find(paragraph.note);
    const bool elsewhere = paragraph.kind == ParagraphKind::Note && part != part_of_mark.end();
    std::vector<Paragraph>& to =
        elsewhere && part->second + 1 < works_.size() ? works_[part->second].paragraphs : kept;
    to.push_back(std::move(paragraph));
  }
  works_.back().paragraphs = std::move(kept);
}

// The numbers of the marks in a work's body.
std::vector<std::uint32_t> Segmenter::marks_of(const WorkText& work) const {
  std::vector<std::uint32_t> marks;
  for (const Paragraph& paragraph : work.paragraphs) {
    if (paragraph.kind == ParagraphKind::Note) {
      continue;
    }
    for (const Piece& piece : paragraph.pieces) {
      const std::string_view words = text_.substr(piece.begin, piece.end - piece.begin);
      for (std::size_t at = words.find(kNoteMarkBegin); at != std::string_view::npos;
           at = words.find(kNoteMarkBegin, at + 1)) {
        marks.push_back(marker_of(words.substr(at)).number);
      }
    }
  }
  return marks;
}

}  // namespace lineage::ingest
