// Titles: the number that a text itself bears, and what stands behind it.
#include <algorithm>
#include <utility>

#include "graph/ascii.h"
#include "ingest/grammar/dates.h"
#include "ingest/segments/segmenter.h"

namespace lineage::ingest {

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
  const std::size_t stop = std::min(words.find('.'), words.find('\n'));
  const std::size_t gap = words.find(' ');
  for (const std::size_t end : {stop, gap, words.size()}) {
    if (end == std::string_view::npos || end == 0 || end > 24) {
      continue;
    }
    const std::string_view number = words.substr(0, end);
    if (number.find('/') == std::string_view::npos && number.find('(') == std::string_view::npos) {
      continue;
    }
    // "135 A/34/583.": a note whose mark is plain digits.
    const std::size_t slash = number.find('/');
    if (is_digit_start(number) && slash != std::string_view::npos && is_upper(number[slash - 1])) {
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
