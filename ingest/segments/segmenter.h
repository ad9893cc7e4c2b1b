// The state of one walk over a text's lines: which work they belong to, which part of it, and how
// the paragraphs before were numbered. Only segment() makes one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/segments/line_breaks.h"
#include "ingest/segments/lines.h"
#include "ingest/segments/segment.h"
#include "ingest/text/detect_language.h"
#include "ingest/words/lexer.h"

namespace lineage::ingest {

// Gathers lines into paragraphs and tells what each is.
class Segmenter {
 public:
  Segmenter(std::string_view name, const NormalizedText& text)
      : name_(name), text_(text.text), lower_(text.lower) {
    language_ = detect_language(lower_).value_or(Language::English);
    lexicon_ = &Lexicon::of(language_);
  }
  std::vector<WorkText> run();

 private:
  enum class State : std::uint8_t { Header, Preamble, Operative, Annex };

  // Lines to paragraphs, and what each is: segment.cc.
  void take(const Line& line);
  void extend(const Line& line);
  [[nodiscard]] bool starts_paragraph(const Line& line) const;
  [[nodiscard]] bool starts_behind_full_line(const Line& line) const;
  // Lines of the header stand for themselves unless they fill the page's width.
  [[nodiscard]] static bool hard_wrapped(std::string_view line) { return line.size() > 50; }
  [[nodiscard]] const OpeningRow* opening_at(const Line& line) const;
  [[nodiscard]] bool opens_with_verb(const Line& line) const;
  [[nodiscard]] bool awaits_number(std::string_view before) const;
  [[nodiscard]] static bool is_number_of_work(std::string_view words);
  void flush();
  [[nodiscard]] bool is_running_header(std::string_view words) const;
  void classify(Paragraph paragraph, std::string_view words);
  [[nodiscard]] bool adopted(std::string_view words) const;
  static bool is_digit_start(std::string_view words) {
    return !words.empty() && words.front() >= '0' && words.front() <= '9';
  }
  [[nodiscard]] LexerInput input(std::string_view words) const;
  bool joins_broken(std::string_view words, const Marker& marker);
  [[nodiscard]] bool closing(std::string_view words) const;
  void add(Paragraph paragraph) { work_.paragraphs.push_back(std::move(paragraph)); }

  // Notes: notes.cc.
  void note(Paragraph paragraph, const Marker& marker);
  [[nodiscard]] std::uint32_t plain_note_at(const Line& line) const;
  [[nodiscard]] bool goes_on_with_note(const Marker& marker) const;
  void plain(Paragraph paragraph, std::uint32_t number);

  // Titles: titles.cc.
  // "78/16. Programme of action ...": the number that the text itself bears. `limit` bounds the
  // look.
  [[nodiscard]] std::optional<Symbol> title_symbol(std::string_view words, std::size_t limit) const;
  [[nodiscard]] bool is_date_or_nothing(std::string_view tail) const;
  [[nodiscard]] bool takes_title(std::string_view words) const;
  void title(Paragraph paragraph, const Symbol& symbol, std::string_view words);
  [[nodiscard]] bool titled_by_date(std::string_view words, std::size_t from) const;
  [[nodiscard]] static std::size_t title_begin(std::string_view words);
  [[nodiscard]] static std::string clean(std::string_view words);

  // Openings, headers, and the works that they begin: works.cc.
  void opening(Paragraph paragraph);
  void header(Paragraph paragraph, std::string_view words, const Marker& marker);
  void adoption_date(const Paragraph& paragraph, std::string_view words);
  [[nodiscard]] static bool mentions_adoption(const std::vector<Token>& tokens);
  void finish_work();
  void settle_symbol();
  [[nodiscard]] Symbol adopted_by(const Symbol& number) const;
  void number_lone_operatives();
  [[nodiscard]] bool closes_with_stop(const Paragraph& lead) const;
  static void go_on_with_operative(Paragraph& paragraph, int number);

  // Sections and parts of one resolution: parts.cc.
  [[nodiscard]] std::string part_heading(std::string_view words) const;
  [[nodiscard]] std::string section_of_heading(std::string_view words) const;
  [[nodiscard]] static bool is_heading(std::string_view words);
  void begin_part();
  void settle_part();
  void share_notes();
  [[nodiscard]] std::vector<std::uint32_t> marks_of(const WorkText& work) const;

  // Places of the paragraphs of a body: places.cc.
  [[nodiscard]] bool annex_word(std::string_view words) const;
  bool annex_heading(std::string_view words);
  bool section_heading(std::string_view words);
  void body(Paragraph paragraph, std::string_view words, const Marker& marker);
  [[nodiscard]] bool goes_on_behind_list() const;
  [[nodiscard]] bool short_heading(std::string_view words) const;
  void operative(Paragraph& paragraph, std::uint32_t number);
  void continuation(Paragraph& paragraph) const;
  void sub_paragraph(Paragraph& paragraph, const Marker& marker);
  void enter_label(const std::string& label);
  [[nodiscard]] std::string sub_path() const;
  void annex_paragraph(Paragraph& paragraph, const Marker& marker);
  [[nodiscard]] std::string prefix() const;
  [[nodiscard]] std::string in_section(const std::string& place) const;
  void restart_numbers();

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
  std::vector<Piece> pending_pieces_;  // of the paragraph that is classified
  Line pending_begin_;
  Line last_line_;
  LineBreaks breaks_;
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
  std::string parts_letters_;       // "A-C", where its symbol names them all
};

}  // namespace lineage::ingest
