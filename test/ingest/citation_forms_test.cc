// Writes docs/citation-forms.md from the tables that the grammar reads, and compares: the document
// cannot say what the program does not do. LINEAGE_UPDATE_GOLDEN=1 writes the file anew.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/mention.h"
#include "ingest/grammar/external.h"
#include "ingest/grammar/forms.h"
#include "ingest/languages/language_table.h"

namespace lineage::ingest {
namespace {

std::string name_of_language(Language language) {
  switch (language) {
    case Language::Arabic:
      return "Arabic";
    case Language::Chinese:
      return "Chinese";
    case Language::English:
      return "English";
    case Language::French:
      return "French";
    case Language::Russian:
      return "Russian";
    case Language::Spanish:
      return "Spanish";
  }
  return {};
}

std::string joined(const std::vector<std::string>& words, std::string_view between = ", ") {
  std::string all;
  for (const std::string& word : words) {
    all.append(all.empty() ? "" : between).append(word);
  }
  return all;
}

template <typename Rows, typename Keep, typename Text>
std::vector<std::string> words_of(const Rows& rows, Keep keep, Text text) {
  std::vector<std::string> words;
  for (const auto& row : rows) {
    if (keep(row)) {
      words.emplace_back(text(row));
    }
  }
  return words;
}

std::vector<std::string> small_words(const LanguageTable& table, Word word) {
  return words_of(
      table.words, [&](const WordRow& row) { return row.word == word; },
      [](const WordRow& row) { return row.phrase; });
}

void write_forms(std::ostream& out) {
  out << "# Citation forms\n\n"
         "What the extractor reads, listed from the tables that it reads by; a test writes this "
         "file and fails when\nit is not what the tables say. Cases that show each form at work, "
         "with the expected records, are in\n`corpus/cases`; those that do not work yet, each with "
         "its reason, in `corpus/cases/known-limits`.\n\n"
         "## Numbers\n\n"
         "The forms are tried in this order, and the first that fits is read. They are the same in "
         "all languages; what\nstands around them is not.\n\n"
         "| form | example |\n| --- | --- |\n";
  for (const FormRow& row : form_table()) {
    out << "| " << row.name << " | `" << row.example << "` |\n";
  }
  out << "| number alone, of the Security Council | `resolution 418` |\n"
         "| Roman numeral alone, of a conference | `resolutions I and II`, `decision XII/3` |\n\n"
         "Letters of parts stand behind the number or between number and session: `43/78 H`, `3411 "
         "A and B (XXX)`,\n`3419 A to D (XXX)`, `35/13 (A-F)`. Each letter is a record of its own; "
         "what a range does not print is\nflagged `range-derived`.\n\n";
}

void write_external(std::ostream& out) {
  out << "## Other bodies\n\n"
         "`#` stands for digits, `R` in brackets for a Roman numeral, a space for any number of "
         "spaces or none.\n\n"
         "| body | pattern | example |\n| --- | --- | --- |\n";
  for (const ExternalRow& row : external_table()) {
    out << "| " << row.body << " | `" << row.pattern << "` | `" << row.example << "`"
        << (row.near.empty() ? "" : " near " + std::string(row.near)) << " |\n";
  }
  out << '\n';
}

void write_line(std::ostream& out, std::string_view what, const std::vector<std::string>& words) {
  if (!words.empty()) {
    out << "- " << what << ": " << joined(words) << '\n';
  }
}

void write_heads(std::ostream& out, const LanguageTable& table) {
  for (const auto& [kind, name] :
       {std::pair{WorkKind::Resolution, "resolution"}, std::pair{WorkKind::Decision, "decision"},
        std::pair{WorkKind::Report, "report"}}) {
    write_line(out, std::string("nouns of a ") + name,
               words_of(
                   table.heads, [k = kind](const HeadRow& row) { return row.kind == k; },
                   [](const HeadRow& row) { return row.word; }));
  }
}

// The organs in the order of the enumeration, each with the names that it has in the language.
void write_organs(std::ostream& out, const LanguageTable& table) {
  for (int i = 0; i <= static_cast<int>(Organ::Other); ++i) {
    const auto organ = static_cast<Organ>(i);
    for (const bool generic : {false, true}) {
      const std::string name = generic                 ? "the body named last"
                               : organ == Organ::Other ? "bodies whose acts are not the Assembly's"
                                                       : std::string(name_of(organ));
      write_line(
          out, name,
          words_of(
              table.organs,
              [&](const OrganRow& row) { return row.organ == organ && row.generic == generic; },
              [](const OrganRow& row) { return row.name; }));
    }
  }
}

void write_months(std::ostream& out, const LanguageTable& table) {
  std::vector<std::string> months;
  for (int month = 1; month <= 12 && !table.months.empty(); ++month) {
    months.push_back(
        joined(words_of(
                   table.months, [&](const MonthRow& row) { return row.month == month; },
                   [](const MonthRow& row) { return row.name; }),
               "/"));
  }
  write_line(out, "months", months);
}

void write_language(std::ostream& out, Language language) {
  const LanguageTable& table = language_table(language);
  out << "## " << name_of_language(language) << "\n\n";
  write_heads(out, table);
  out << "\nOrgans:\n\n";
  write_organs(out, table);
  out << "\nAround the numbers:\n\n";
  constexpr std::pair<Word, std::string_view> kShown[] = {
      {Word::And, "joins"},
      {Word::To, "ranges"},
      {Word::Of, "before a date or an owner"},
      {Word::Between, "between a number and what governs it from behind"},
      {Word::Both, "one date for all before it"},
      {Word::SameDate, "the date before"},
      {Word::Its, "the citing organ's own"},
      {Word::Previous, "a series without numbers"},
      {Word::MostRecent, "the last of an open series"},
      {Word::That, "a work named before"},
      {Word::Ibid, "the work of the note before"},
      {Word::OrdinalSign, "opens a number"},
      {Word::NumberSign, "number sign"},
      {Word::Stop, "the number behind it is no work"},
  };
  for (const auto& [word, what] : kShown) {
    write_line(out, what, small_words(table, word));
  }
  write_months(out, table);
  write_line(out, "letters of parts",
             words_of(
                 table.letters, [](const LetterRow&) { return true; },
                 [](const LetterRow& row) { return std::string(row.written) + " " + row.letter; }));
  write_line(out, "parts of a text",
             words_of(
                 table.parts, [](const PartRow&) { return true; },
                 [](const PartRow& row) { return row.word; }));
  write_line(out, "instruments known by name",
             words_of(
                 table.instruments, [](const InstrumentRow&) { return true; },
                 [](const InstrumentRow& row) {
                   return std::string(row.name) + " (`treaty:" + std::string(row.id) +
                          (row.brief == ShortName::No ? "`)" : "`, with an article or a chapter)");
                 }));
  out << '\n';
}

void write_flags(std::ostream& out) {
  out << "## Flags\n\nWhat a record may be flagged with is in [record.md](record.md): ";
  std::vector<std::string> flags;
  for (const MentionFlag flag : all_mention_flags()) {
    flags.push_back("`" + std::string(name_of(flag)) + "`");
  }
  out << joined(flags) << ".\n";
}

std::string document() {
  std::ostringstream out;
  write_forms(out);
  write_external(out);
  for (const Language language : kLanguages) {
    write_language(out, language);
  }
  write_flags(out);
  return out.str();
}

TEST(CitationForms, TheDocumentIsWhatTheTablesSay) {
  const std::string path = std::string(LINEAGE_SOURCE_DIR) + "/docs/citation-forms.md";
  const std::string wanted = document();
  if (std::getenv("LINEAGE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << wanted;
  }
  std::ifstream file(path, std::ios::binary);
  std::ostringstream found;
  found << file.rdbuf();
  EXPECT_TRUE(found.str() == wanted)
      << "docs/citation-forms.md is not what the tables say: write it anew with "
         "LINEAGE_UPDATE_GOLDEN=1 and read the difference";
}

// Every example of the tables is read by its own row.
TEST(CitationForms, EveryExampleIsReadByItsRow) {
  for (const FormRow& row : form_table()) {
    std::vector<Token> tokens;
    const LexerInput input(row.example);
    lex(input, Lexicon::of(Language::English), tokens);
    const FormReading reading = form_at(tokens, 0, row.example);
    EXPECT_EQ(reading.form, row.form) << row.example;
    EXPECT_EQ(reading.end, row.example.size()) << row.example;
  }
  for (const ExternalRow& row : external_table()) {
    std::vector<Token> tokens;
    const std::string text = std::string(row.example) + " " + std::string(row.near);
    const LexerInput input(text);
    lex(input, Lexicon::of(Language::English), tokens);
    const ExternalReading reading = external_at(tokens, 0, text);
    EXPECT_EQ(reading.end, row.example.size()) << row.example;
    EXPECT_TRUE(reading.name.starts_with(row.body)) << reading.name;
  }
}

}  // namespace
}  // namespace lineage::ingest
