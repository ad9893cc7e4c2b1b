#include "ingest/segment.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "ingest/detect_language.h"
#include "ingest/grammar/dates.h"
#include "ingest/lexer.h"
#include "ingest/lexicon.h"
#include "ingest/lines.h"
#include "ingest/plain_marks.h"

namespace lineage::ingest {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Arabic numbers its sections with ordinals: أولا, ثانيا, ... حادي عشر; folded.
constexpr std::array<std::string_view, 10> kArabicOrdinals{
    "اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"};
constexpr std::array<std::string_view, 9> kArabicUnits{"حادي", "ثاني", "ثالث", "رابع", "خامس",
                                                       "سادس", "سابع", "ثامن", "تاسع"};

unsigned arabic_ordinal(std::string_view line) {
  for (std::size_t i = 0; i < kArabicOrdinals.size(); ++i) {
    if (line == kArabicOrdinals[i]) {
      return static_cast<unsigned>(i + 1);
    }
  }
  if (line == "عشرون") {
    return 20;
  }
  for (std::size_t i = 0; i < kArabicUnits.size(); ++i) {
    if (line.starts_with(kArabicUnits[i])) {
      const std::string_view tens = line.substr(kArabicUnits[i].size());
      const unsigned unit = static_cast<unsigned>(i + 1);
      return tens == " عشر" ? 10 + unit : tens == " وعشرون" ? 20 + unit : 0;
    }
  }
  return 0;
}

// A line of one numeral or one capital: the number of a section. Whatever the script, in Roman
// numerals: "XV", 十五, خامس عشر.
std::string section_number(std::string_view line) {
  if (!line.empty() && line.back() == '.') {
    line.remove_suffix(1);
  }
  if (line.empty() || line.size() > 24) {
    return {};
  }
  if (line.size() == 1 && is_upper(line.front())) {
    return std::string(line);
  }
  if (line.size() <= 8 && session_numeral(line) != 0) {
    return std::string(line);
  }
  std::size_t length = 0;
  const std::uint32_t han = chinese_number(line, 0, length);
  if (length == line.size() && han > 0 && han < 100) {
    return roman_numeral(han);
  }
  const unsigned ordinal = arabic_ordinal(line);
  return ordinal != 0 ? roman_numeral(ordinal) : std::string();
}

// Gathers lines into paragraphs and tells what each is.
class Segmenter {
 public:
  Segmenter(std::string_view name, const NormalizedText& text)
      : name_(name), text_(text.text), lower_(text.lower) {
    language_ = detect_language(lower_).value_or(Language::English);
    lexicon_ = &Lexicon::of(language_);
  }

  std::vector<WorkText> run() {
    for (const Line& line : lines_of(text_)) {
      take(line);
    }
    flush();
    finish_work();
    return std::move(works_);
  }

 private:
  void take(const Line& line) {
    const std::string_view words = line.of(text_);
    if (state_ != State::Header && (is_page_furniture(words) || is_running_header(words))) {
      furniture_ = true;
      return;
    }
    if (pending_.pieces.empty() || starts_paragraph(line)) {
      flush();
      pending_begin_ = line;
      pending_.pieces.push_back({line.begin, line.end});
    } else {
      extend(line);
    }
    last_line_ = line;
  }

  // A line that goes on with the paragraph: one piece with its line break inside, which reads as a
  // space.
  void extend(const Line& line) { pending_.pieces.back().end = line.end; }

  [[nodiscard]] bool starts_paragraph(const Line& line) const {
    if (line.blank_before) {
      return true;
    }
    const std::string_view words = line.of(text_);
    const Marker marker = marker_of(words);
    if (marker.kind != MarkerKind::None) {
      return true;
    }
    if (plain_note_at(line) != 0) {
      return true;
    }
    const std::string_view before = last_line_.of(text_);
    if (opening_at(line) != nullptr || opening_at(last_line_) != nullptr ||
        title_symbol(words, words.size())) {
      return true;
    }
    if (ends_paragraph(before)) {
      // A hard-wrapped line may end in a comma too; a new paragraph opens with a verb, and a text
      // with one paragraph a line has long lines.
      const bool behind_note =
          marker_of(pending_begin_.of(text_)).kind == MarkerKind::Note && before.ends_with('.');
      return opens_with_verb(line) || before.size() > 140 || behind_note || state_ == State::Header;
    }
    return state_ == State::Header && !hard_wrapped(before);
  }

  // Lines of the header stand for themselves unless they fill the page's width.
  [[nodiscard]] static bool hard_wrapped(std::string_view line) { return line.size() > 50; }

  [[nodiscard]] const OpeningRow* opening_at(const Line& line) const {
    // "the Security Council," at the start of a printed line is the middle of a sentence.
    if (text_[line.begin] >= 'a' && text_[line.begin] <= 'z') {
      return nullptr;
    }
    const Lexicon::Match match = lexicon_->longest_at(lower_, line.begin);
    if (match.entry == nullptr || match.entry->opening == nullptr) {
      return nullptr;
    }
    const std::size_t end = line.begin + match.length;
    // "The General Assembly," and nothing else but a note mark; without the comma it is the
    // header's line.
    const bool alone =
        line.end > end && line.end <= end + 6 && (text_[end] == ',' || text_[end] == ':');
    return alone ? match.entry->opening : nullptr;
  }

  [[nodiscard]] bool opens_with_verb(const Line& line) const {
    std::size_t at = line.begin;
    for (int words = 0; words < 3 && at < line.end; ++words) {
      const Lexicon::Match match = lexicon_->longest_at(lower_, at);
      if (match.entry == nullptr) {
        return false;
      }
      if (match.entry->cue != nullptr && match.entry->cue->scope == CueScope::Verb) {
        return true;
      }
      at += match.length;
      while (at < line.end && text_[at] == ' ') {
        ++at;
      }
    }
    return false;
  }

  enum class State : std::uint8_t { Header, Preamble, Operative, Annex };

  void flush() {
    if (pending_.pieces.empty()) {
      return;
    }
    pending_piece_ = {pending_.pieces.front().begin, pending_.pieces.back().end};
    Paragraph paragraph = std::exchange(pending_, {});
    const std::string_view words =
        text_.substr(paragraph.pieces.front().begin,
                     paragraph.pieces.back().end - paragraph.pieces.front().begin);
    classify(std::move(paragraph), words);
    page_break_ = page_break_ || std::exchange(furniture_, false);
  }

  // The text's own number at the top of a page.
  [[nodiscard]] bool is_running_header(std::string_view words) const {
    constexpr std::size_t kLongest = 30;
    const std::optional<Symbol>& own = work_.symbol ? work_.symbol : title_symbol_;
    if (!own || words.size() > kLongest || words.find('/') == std::string_view::npos ||
        !is_upper(words.front())) {
      return false;
    }
    const auto symbol = Symbol::parse(words);
    return symbol && *symbol == *own;
  }

  void classify(Paragraph paragraph, std::string_view words) {
    const Marker marker = marker_of(words);
    if (marker.kind == MarkerKind::Note) {
      return note(std::move(paragraph), marker);
    }
    if (opening_at(pending_begin_) != nullptr) {
      return opening(std::move(paragraph));
    }
    if (const auto symbol = title_symbol(words, words.size()); symbol && takes_title(words)) {
      return title(std::move(paragraph), *symbol, words);
    }
    if (joins_broken(words, marker)) {
      return;
    }
    if (state_ == State::Header) {
      return header(std::move(paragraph), words, marker);
    }
    if (annex_heading(words) || section_heading(words)) {
      paragraph.kind = ParagraphKind::Heading;
      paragraph.place = prefix();
      return add(std::move(paragraph));
    }
    if (const std::uint32_t number = plain_note_at(pending_begin_); number != 0) {
      return plain(std::move(paragraph), number);
    }
    if (goes_on_with_note(marker)) {
      return plain(std::move(paragraph), work_.paragraphs.back().note);
    }
    const bool may_close = state_ == State::Operative || preambular_ > 0;
    if ((may_close && closing(words)) || adopted(words)) {
      closed_ = true;
      paragraph.kind = ParagraphKind::Closing;
      paragraph.place = "closing";
      return add(std::move(paragraph));
    }
    body(std::move(paragraph), words, marker);
  }

  void note(Paragraph paragraph, const Marker& marker) {
    paragraph.kind = ParagraphKind::Note;
    paragraph.note = marker.number;
    paragraph.place = "fn" + std::to_string(marker.number);
    add(std::move(paragraph));
    page_break_ = true;
  }

  // "24 Ibid., document S/4429.": a note whose mark is plain digits. Behind the vote all that
  // begins with a number is one.
  [[nodiscard]] std::uint32_t plain_note_at(const Line& line) const {
    const std::string_view lower =
        std::string_view(lower_).substr(line.begin, line.end - line.begin);
    if (state_ == State::Header || lower.empty() || lower.front() < '0' || lower.front() > '9' ||
        (!closed_ && !refers_as_note(lower, *lexicon_))) {
      return 0;
    }
    return plain_note(line.of(text_), lower, *lexicon_);
  }

  [[nodiscard]] bool goes_on_with_note(const Marker& marker) const {
    return closed_ && marker.kind == MarkerKind::None && !work_.paragraphs.empty() &&
           work_.paragraphs.back().plain_note;
  }

  void plain(Paragraph paragraph, std::uint32_t number) {
    paragraph.kind = ParagraphKind::Note;
    paragraph.note = number;
    paragraph.plain_note = true;
    paragraph.place = "fn" + std::to_string(number);
    add(std::move(paragraph));
    page_break_ = true;
  }

  // "Adopted unanimously at the 891st meeting."
  [[nodiscard]] bool adopted(std::string_view words) const {
    constexpr std::size_t kLongest = 240;
    const Lexicon::Match first = lexicon_->longest_at(lower_, pending_begin_.begin);
    return state_ != State::Annex && words.size() < kLongest && first.entry != nullptr &&
           first.entry->is(Word::Meeting);
  }

  void opening(Paragraph paragraph) {
    const OpeningRow* row = opening_at(pending_begin_);
    if (state_ != State::Header && !part_letter_.empty()) {
      begin_part();
    } else if (state_ != State::Header && seen_title_ == false) {
      finish_work();
    }
    work_.organ = row->organ;
    work_letter_ = std::exchange(part_letter_, {});
    paragraph.kind = ParagraphKind::Opening;
    paragraph.place = "opening";
    add(std::move(paragraph));
    state_ = State::Preamble;
    seen_title_ = false;
    restart_numbers();
  }

  // "78/16. Programme of action ...": the number that the text itself bears. `limit` bounds the
  // look.
  [[nodiscard]] std::optional<Symbol> title_symbol(std::string_view words, std::size_t limit) const;

  // What stands behind the number of a title of its own: "of 14 April 1977".
  [[nodiscard]] bool is_date_or_nothing(std::string_view tail) const {
    constexpr std::size_t kLongest = 40;
    const bool blank = tail.find_first_not_of(" .\n") == std::string_view::npos;
    return blank || (tail.size() < kLongest && last_date_in(input(tail), *lexicon_).has_value());
  }

  // Where no paragraph is numbered a title follows the preamble's last: "1542 (XV). Transmission".
  [[nodiscard]] bool takes_title(std::string_view words) const {
    if (state_ != State::Preamble) {
      return true;
    }
    const std::size_t stop = words.find('.');
    return stop != std::string_view::npos && stop + 2 < words.size() && words[stop + 1] == ' ' &&
           is_upper(words[stop + 2]) && preambular_ > 0;
  }

  void title(Paragraph paragraph, const Symbol& symbol, std::string_view words) {
    if (state_ != State::Header && work_.symbol && *work_.symbol == symbol) {
      return;  // a running header
    }
    if (state_ != State::Header) {
      finish_work();
    }
    if (!own_symbol_ || !work_.symbol) {
      title_symbol_ = symbol;
    }
    parts_of_.reset();
    const std::size_t from = title_begin(words);
    work_.title = clean(words.substr(from));
    if (!work_.date && titled_by_date(words, from)) {
      work_.date = last_date_in(input(words), *lexicon_);
    }
    paragraph.kind = ParagraphKind::Title;
    paragraph.place = "title";
    seen_title_ = true;
    add(std::move(paragraph));
  }

  // "39 (1948). Resolution of 20 January 1948": a title that is a date.
  [[nodiscard]] bool titled_by_date(std::string_view words, std::size_t from) const {
    const std::size_t at = static_cast<std::size_t>(words.data() - text_.data()) + from;
    const Lexicon::Match head =
        at < lower_.size() ? lexicon_->longest_at(lower_, at) : Lexicon::Match{};
    // "Resolution 405 (1977) of 14 April 1977" says so without a second noun.
    const Lexicon::Match first =
        lexicon_->longest_at(lower_, static_cast<std::size_t>(words.data() - text_.data()));
    const auto is_head = [](const Lexicon::Match& match) {
      return match.entry != nullptr && match.entry->head != nullptr;
    };
    return words.size() < 80 && (is_head(head) || is_head(first));
  }

  // Where the title begins behind its number: "78/16. Title", "43/78 H. Title", "2625 (XXV).
  // Title".
  [[nodiscard]] static std::size_t title_begin(std::string_view words) {
    std::size_t at = std::min(words.find_first_of(" ."), words.size());
    const auto skip_gap = [&] {
      while (at < words.size() && (words[at] == ' ' || words[at] == '.' || words[at] == '\n')) {
        ++at;
      }
    };
    skip_gap();
    if (at + 1 < words.size() && is_upper(words[at]) && words[at + 1] == '.') {
      ++at;
    }
    if (at < words.size() && words[at] == '(') {
      at = std::min(words.find(')', at), words.size() - 1) + 1;
    }
    skip_gap();
    return at;
  }

  // One line without note marks and doubled spaces.
  [[nodiscard]] static std::string clean(std::string_view words) {
    std::string line;
    bool in_mark = false;
    for (const char c : words) {
      if (c == kNoteMarkBegin) {
        in_mark = true;
      } else if (c == kNoteMarkEnd) {
        in_mark = false;
      } else if (!in_mark) {
        const char shown = c == '\n' ? ' ' : c;
        if (shown != ' ' || (!line.empty() && line.back() != ' ')) {
          line.push_back(shown);
        }
      }
    }
    return line;
  }

  void header(Paragraph paragraph, std::string_view words, const Marker& marker) {
    if (const auto symbol = Symbol::parse(words);
        symbol && words.find('/') != std::string_view::npos && !own_symbol_) {
      if (!is_digit_start(words)) {
        work_.symbol = *symbol;
        own_symbol_ = true;
      }
    }
    if (!work_.date) {
      adoption_date(paragraph, words);
    }
    const bool numbered = marker.kind == MarkerKind::Number && marker.number <= 2;
    if (numbered || (seen_title_ && ends_paragraph(words) && opens_with_verb(pending_begin_))) {
      // A body without its opening line: an excerpt, a decision, or a report.
      state_ = State::Preamble;
      return body(std::move(paragraph), words, marker);
    }
    if (const std::string letter = section_number(words); seen_title_ && letter.size() == 1) {
      part_letter_ = letter;
      paragraph.kind = ParagraphKind::Heading;
      paragraph.place = "header";
      return add(std::move(paragraph));
    }
    paragraph.kind = ParagraphKind::Header;
    paragraph.place = "header";
    add(std::move(paragraph));
  }

  static bool is_digit_start(std::string_view words) {
    return !words.empty() && words.front() >= '0' && words.front() <= '9';
  }

  void adoption_date(const Paragraph& paragraph, std::string_view words) {
    // "Resolution adopted by the General Assembly on 4 December 2023"; a bare date is the
    // distribution's.
    const Piece& piece = paragraph.pieces.front();
    if (piece.end - piece.begin > 300) {
      return;
    }
    const auto date = last_date_in(input(words), *lexicon_);
    if (!date) {
      return;
    }
    const bool bare =
        words.size() < 24 || words.find_first_not_of("0123456789 ") == std::string_view::npos;
    const Lexicon::Match first = lexicon_->longest_at(lower_, piece.begin);
    // "of 25 September 1991" goes on with the title; a bare date is the day of distribution.
    const bool of_title = seen_title_ && first.entry != nullptr && first.entry->is(Word::Of);
    if (!bare || of_title || language_ == Language::Chinese) {
      if (of_title || mentions_adoption(words)) {
        work_.date = date;
      }
    }
  }

  // `words` is a part of the text.
  [[nodiscard]] LexerInput input(std::string_view words) const {
    const auto at = static_cast<std::size_t>(words.data() - text_.data());
    return {words, lower_.substr(at, words.size())};
  }

  // A header line speaks of adoption when it names an organ beside its date.
  [[nodiscard]] bool mentions_adoption(std::string_view words) const {
    std::vector<Token> tokens;
    lex(input(words), *lexicon_, tokens);
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
      return token.entry != nullptr &&
             (token.entry->organ != nullptr || token.entry->opening != nullptr);
    });
  }

  // A paragraph that a page's notes broke in two goes on: it did not end, and what comes has no
  // marker and no opening verb.
  bool joins_broken(std::string_view words, const Marker& marker) {
    if (state_ == State::Header || body_index_ == kNone || marker.kind != MarkerKind::None ||
        !page_break_) {
      return false;
    }
    Paragraph& broken = work_.paragraphs[body_index_];
    const Piece& last = broken.pieces.back();
    if (ends_paragraph(text_.substr(last.begin, last.end - last.begin)) ||
        opens_with_verb(pending_begin_) || annex_word(words) || !section_number(words).empty() ||
        closing(words)) {
      return false;
    }
    const Piece& piece = pending_piece_;
    broken.pieces.push_back(piece);
    broken.joined_by_space = lexicon_->spaced();
    return true;
  }

  [[nodiscard]] bool annex_word(std::string_view words) const {
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

  bool annex_heading(std::string_view words) {
    if (state_ == State::Preamble || !annex_word(words)) {
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

  bool section_heading(std::string_view words) {
    const std::string number = section_number(words);
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

  // The line of meeting and date that closes a resolution.
  [[nodiscard]] bool closing(std::string_view words) const {
    if (words.size() > 160) {
      return false;
    }
    std::vector<Token> tokens;
    lex(input(words), *lexicon_, tokens);
    if (tokens.size() > 24) {
      return false;
    }
    const bool meeting = std::any_of(tokens.begin(), tokens.end(),
                                     [](const Token& token) { return token.is(Word::Meeting); });
    const auto date = last_date_in(input(words), *lexicon_);
    // "Hundred and second plenary meeting, 31 October 1947."
    const bool dated = date && words.size() < 80;
    return (meeting && (dated || !ends_paragraph(words))) ||
           (date && words.size() < 40 && state_ == State::Operative);
  }

  void body(Paragraph paragraph, std::string_view words, const Marker& marker) {
    if (state_ == State::Annex) {
      annex_paragraph(paragraph, marker);
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
    } else {
      ++preambular_;
      sub_label_.clear();
      paragraph.kind = ParagraphKind::Preambular;
      paragraph.place = in_section("pp" + std::to_string(preambular_));
    }
    body_index_ = work_.paragraphs.size();
    page_break_ = false;
    add(std::move(paragraph));
  }

  // A title of a section between its number and its first paragraph.
  [[nodiscard]] bool short_heading(std::string_view words) const {
    return !ends_paragraph(words) && words.size() < 300 && !opens_with_verb(pending_begin_);
  }

  void operative(Paragraph& paragraph, std::uint32_t number) {
    state_ = State::Operative;
    operative_ = number;
    sub_label_.clear();
    paragraph.kind = ParagraphKind::Operative;
    paragraph.place = in_section("op" + std::to_string(number));
  }

  void continuation(Paragraph& paragraph) const {
    paragraph.kind = ParagraphKind::Operative;
    paragraph.place = in_section("op" + std::to_string(operative_)) + sub_path();
    paragraph.inherits = true;
  }

  void sub_paragraph(Paragraph& paragraph, const Marker& marker) {
    enter_label(marker.label);
    const bool in_preamble = operative_ == 0;
    paragraph.kind = in_preamble ? ParagraphKind::Preambular : ParagraphKind::Operative;
    paragraph.place = in_section((in_preamble ? "pp" + std::to_string(preambular_)
                                              : "op" + std::to_string(operative_))) +
                      sub_path();
    paragraph.inherits = true;
  }

  // "(i)" behind "(h)" is the ninth letter, behind anything else a Roman one, a level deeper.
  void enter_label(const std::string& label) {
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

  [[nodiscard]] std::string sub_path() const {
    std::string path;
    if (!sub_label_.empty()) {
      path += "(" + sub_label_ + ")";
    }
    if (!sub_roman_.empty()) {
      path += "(" + sub_roman_ + ")";
    }
    return path;
  }

  void annex_paragraph(Paragraph& paragraph, const Marker& marker) {
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
  [[nodiscard]] std::string prefix() const {
    if (state_ != State::Annex) {
      return section_.empty() ? "section" : section_;
    }
    const bool numbered = annex_.size() > 5;
    return annex_ + (section_.empty() ? "" : (numbered ? "." : "") + section_);
  }

  [[nodiscard]] std::string in_section(const std::string& place) const {
    return section_.empty() ? place : section_ + "/" + place;
  }

  void restart_numbers() {
    preambular_ = 0;
    operative_ = 0;
    sub_label_.clear();
    sub_roman_.clear();
  }

  void add(Paragraph paragraph) { work_.paragraphs.push_back(std::move(paragraph)); }

  // Parts A and B of one resolution in one file: the part's heading lines move to the new work.
  void begin_part() {
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
  }

  void finish_work() {
    if (work_.paragraphs.empty()) {
      return;
    }
    settle_symbol();
    number_lone_operatives();
    works_.push_back(std::exchange(work_, {}));
    state_ = State::Header;
    own_symbol_ = false;
    title_symbol_.reset();
    seen_title_ = false;
    section_.clear();
    annex_.clear();
    part_letter_.clear();
    work_letter_.clear();
    closed_ = false;
    body_index_ = kNone;
    page_break_ = false;
    restart_numbers();
  }

  void settle_symbol() {
    work_.language = language_;
    if (!work_.symbol && title_symbol_) {
      work_.symbol = adopted_by(*title_symbol_);
    }
    if (!work_.symbol && works_.empty()) {
      const std::string stem = std::filesystem::path(name_).stem().string();
      if (auto symbol = Symbol::parse(stem);
          symbol && symbol->canonical().find('/') != std::string::npos) {
        work_.symbol = *symbol;
      }
    }
    settle_part();
    if (!work_.organ && work_.symbol) {
      work_.organ = work_.symbol->organ();
    }
  }

  // Parts A and B of 57/270 are 57/270 A and 57/270 B; only the first bears the number.
  void settle_part() {
    const std::optional<Symbol>& whole = work_.symbol ? work_.symbol : parts_of_;
    if (work_letter_.empty() || !whole || !whole->letters().empty()) {
      return;
    }
    parts_of_ = *whole;
    if (auto part = Symbol::parse(whole->canonical() + "[" + work_letter_ + "]")) {
      work_.symbol = *part;
    }
  }

  // The number of the title belongs to the organ of the opening line: "40/15." under "The Human
  // Rights Council," is A/HRC/RES/40/15.
  [[nodiscard]] Symbol adopted_by(const Symbol& number) const {
    if (!work_.organ || *work_.organ == number.organ() || number.kind() != WorkKind::Resolution ||
        *work_.organ == Organ::SecurityCouncil) {
      return number;
    }
    const bool roman = number.canonical().find('(') != std::string::npos;
    return roman ? Symbol::roman(*work_.organ, number.kind(), number.session(), number.number())
                 : Symbol::slash(*work_.organ, number.kind(), number.session(), number.number());
  }

  // Where no paragraph is numbered, those that end a sentence are operative: "Decides ..." of early
  // texts.
  void number_lone_operatives() {
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.kind == ParagraphKind::Operative) {
        return;
      }
    }
    int number = 0;
    for (Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.kind != ParagraphKind::Preambular || paragraph.inherits) {
        continue;
      }
      const Piece& last = paragraph.pieces.back();
      const std::string_view words =
          std::string_view(text_).substr(last.begin, last.end - last.begin);
      if (number > 0 || words.ends_with('.') || words.ends_with(';')) {
        paragraph.kind = ParagraphKind::Operative;
        paragraph.place = "op" + std::to_string(++number);
      }
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string_view name_;
  std::string_view text_;
  std::string_view lower_;
  Language language_ = Language::English;
  const Lexicon* lexicon_ = nullptr;
  std::vector<WorkText> works_;
  WorkText work_;
  State state_ = State::Header;
  Paragraph pending_;
  Piece pending_piece_;
  Line pending_begin_;
  Line last_line_;
  bool own_symbol_ = false;  // the header prints the symbol in full
  std::optional<Symbol> title_symbol_;
  bool seen_title_ = false;
  std::size_t body_index_ = kNone;  // the last paragraph that a page break may have cut
  bool page_break_ = false;         // a page may have ended since the last paragraph of the body
  bool closed_ = false;             // the line of meeting and vote has been read
  bool furniture_ = false;          // the same, inside the lines that are being gathered
  int preambular_ = 0;
  std::uint32_t operative_ = 0;
  std::string sub_label_;
  std::string sub_roman_;
  std::string section_;
  std::string annex_;
  std::string part_letter_;         // of a heading "B" that an opening line may follow
  std::string work_letter_;         // the part of a resolution that is being read
  std::optional<Symbol> parts_of_;  // the resolution whose parts these are
};

std::optional<Symbol> Segmenter::title_symbol(std::string_view words, std::size_t limit) const {
  words = words.substr(0, std::min<std::size_t>(limit, 80));
  // "Resolution 2342 (2017)", "Résolution 2342 (2017)": a line of its own.
  const std::size_t at = static_cast<std::size_t>(words.data() - text_.data());
  const Lexicon::Match head = lexicon_->longest_at(lower_, at);
  if (head.entry != nullptr && head.entry->head != nullptr && head.length < words.size()) {
    std::string_view rest = words.substr(head.length);
    while (!rest.empty() && rest.front() == ' ') {
      rest.remove_prefix(1);
    }
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos || close > 14 ||
        !is_date_or_nothing(rest.substr(close + 1))) {
      return std::nullopt;
    }
    auto symbol = Symbol::parse(rest.substr(0, close + 1));
    return symbol ? std::optional(*symbol) : std::nullopt;
  }
  if (words.empty() || !(is_digit_start(words) || words.front() == 'S' || words.front() == 'E')) {
    return std::nullopt;
  }
  // "78/16. Title", "43/78 H. Title", "2625 (XXV). Title", "26/9  Title".
  const std::size_t stop = words.find_first_of(".\n");
  const std::size_t gap = words.find(' ');
  for (const std::size_t end : {stop, gap, words.size()}) {
    if (end == std::string_view::npos || end == 0 || end > 24) {
      continue;
    }
    const std::string_view number = words.substr(0, end);
    if (number.find('/') == std::string_view::npos && number.find('(') == std::string_view::npos) {
      continue;
    }
    // Behind a gap a title follows: no digit, no comma.
    if (end == gap &&
        (end + 1 >= words.size() || !is_word_byte(words[end + 1]) ||
         (words[end + 1] >= '0' && words[end + 1] <= '9') || state_ != State::Header)) {
      continue;
    }
    if (auto symbol = Symbol::parse(number); symbol && symbol->kind() == WorkKind::Resolution) {
      return *symbol;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<WorkText> segment(std::string_view name, const NormalizedText& text) {
  return Segmenter(name, text).run();
}

std::string text_of(const Paragraph& paragraph, std::string_view folded) {
  if (paragraph.pieces.size() == 1) {
    const Piece& piece = paragraph.pieces.front();
    return std::string(folded.substr(piece.begin, piece.end - piece.begin));
  }
  std::string text;
  for (const Piece& piece : paragraph.pieces) {
    if (!text.empty() && paragraph.joined_by_space) {
      text.push_back(' ');
    }
    text.append(folded.substr(piece.begin, piece.end - piece.begin));
  }
  return text;
}

std::size_t folded_place(const Paragraph& paragraph, std::size_t at) {
  for (const Piece& piece : paragraph.pieces) {
    const std::size_t size = piece.end - piece.begin;
    if (at <= size) {
      return piece.begin + at;
    }
    at -= size + (paragraph.joined_by_space ? 1 : 0);
  }
  return paragraph.pieces.back().end;
}

}  // namespace lineage::ingest
