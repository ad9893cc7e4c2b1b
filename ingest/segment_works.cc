#include <algorithm>
#include <filesystem>
#include <utility>

#include "ingest/grammar/dates.h"
#include "ingest/segmenter.h"

namespace lineage::ingest {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

void Segmenter::opening(Paragraph paragraph) {
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

// What stands behind the number of a title of its own: "of 14 April 1977".
bool Segmenter::is_date_or_nothing(std::string_view tail) const {
  constexpr std::size_t kLongest = 40;
  const bool blank = tail.find_first_not_of(" .\n") == std::string_view::npos;
  return blank || (tail.size() < kLongest && last_date_in(input(tail), *lexicon_).has_value());
}

// Where no paragraph is numbered a title follows the preamble's last: "1542 (XV). Transmission".
bool Segmenter::takes_title(std::string_view words) const {
  if (state_ != State::Preamble) {
    return true;
  }
  const std::size_t stop = words.find('.');
  return stop != std::string_view::npos && stop + 2 < words.size() && words[stop + 1] == ' ' &&
         is_upper(words[stop + 2]) && preambular_ > 0;
}

void Segmenter::title(Paragraph paragraph, const Symbol& symbol, std::string_view words) {
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
  parts_letters_.clear();
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
bool Segmenter::titled_by_date(std::string_view words, std::size_t from) const {
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
std::size_t Segmenter::title_begin(std::string_view words) {
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
std::string Segmenter::clean(std::string_view words) {
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

void Segmenter::header(Paragraph paragraph, std::string_view words, const Marker& marker) {
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
  if (const std::string letter = part_heading(words); seen_title_ && !letter.empty()) {
    part_letter_ = letter;
    paragraph.kind = ParagraphKind::Heading;
    paragraph.place = "header";
    return add(std::move(paragraph));
  }
  paragraph.kind = ParagraphKind::Header;
  paragraph.place = "header";
  add(std::move(paragraph));
}

void Segmenter::adoption_date(const Paragraph& paragraph, std::string_view words) {
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

// A header line speaks of adoption when it names an organ beside its date.
bool Segmenter::mentions_adoption(std::string_view words) const {
  std::vector<Token> tokens;
  lex(input(words), *lexicon_, tokens);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.entry != nullptr &&
           (token.entry->organ != nullptr || token.entry->opening != nullptr);
  });
}

void Segmenter::finish_work() {
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

void Segmenter::settle_symbol() {
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

// The number of the title belongs to the organ of the opening line: "40/15." under "The Human
// Rights Council," is A/HRC/RES/40/15.
Symbol Segmenter::adopted_by(const Symbol& number) const {
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
void Segmenter::number_lone_operatives() {
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

std::optional<Symbol> Segmenter::title_symbol(std::string_view words, std::size_t limit) const {
  words = words.substr(0, std::min<std::size_t>(limit, 80));
  // "Resolution 2342 (2017)", "Résolution 2342 (2017)": a line of its own.
  const std::size_t at = static_cast<std::size_t>(words.data() - text_.data());
  const Lexicon::Match head = lexicon_->longest_at(lower_, at);
  const bool capital = !words.empty() && (words.front() < 'a' || words.front() > 'z');
  if (head.entry != nullptr && head.entry->head != nullptr && head.length < words.size()) {
    if (!capital) {
      return std::nullopt;  // a printed line in the middle of a sentence
    }
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

}  // namespace lineage::ingest
