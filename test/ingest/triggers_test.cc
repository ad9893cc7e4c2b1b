// What a paragraph is read for, and the bits and tables that make the reading fast: each is held
// against the plain way of doing the same.
#include "ingest/words/triggers.h"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/grammar/scan.h"
#include "ingest/names/first_look.h"
#include "ingest/names/gazetteer.h"
#include "ingest/text/bytes.h"
#include "ingest/text/lower_case.h"
#include "ingest/text/normalize.h"
#include "ingest/words/lexer.h"
#include "ingest/words/lexicon.h"

namespace lineage::ingest {
namespace {

std::size_t reach_of(Language language, std::string_view text) {
  const auto folded = normalize(text);
  const LexerInput input(folded->text, folded->lower);
  return last_trigger(input, Lexicon::of(language), 0);
}

TEST(Triggers, NumbersThatNameNoWorkAreNone) {
  const std::vector<std::pair<Language, std::string_view>> texts{
      {Language::English, "Recalling the 2030 Agenda, paragraph 4 and the events of 5 June 2015;"},
      {Language::English, "Stressing the role of all States"},
      {Language::French, "Rappelant le Programme 2030 et les faits du 5 juin 2015,"},
      {Language::Spanish, "Recordando la Agenda 2030 y lo ocurrido el 5 de junio de 2015,"},
      {Language::Russian, "ссылаясь на Повестку дня на период до 2030 года,"},
      {Language::Arabic, "إذ تشير إلى خطة عام 2030،"},
      {Language::Chinese, "注意到2030年议程和一个问题，"},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_EQ(reach_of(language, text), 0U) << text;
  }
}

TEST(Triggers, WhatMayBeAWorkOrAMarkIsOne) {
  const std::vector<std::pair<Language, std::string_view>> texts{
      {Language::English, "as contained in A/78/404"},
      {Language::English, "recalling 53/70"},
      {Language::English, "recalling 217 A (III)"},
      {Language::English, "recalling 387 1976)"},
      {Language::English, "its resolutions 242 and 338"},
      {Language::English, "welcoming the report¹"},
      {Language::English, "of 23 August 2011,1 which"},
      {Language::English, "of 23 August 20111 which"},
      {Language::English, "7ibid. and 3"},
      {Language::Arabic, "3411 ألف (د-30)"},
      {Language::Chinese, "第三九六（五）号"},
      {Language::Chinese, "第77/37号"},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_GT(reach_of(language, text), 0U) << text;
  }
}

struct Pieces {
  Language language;
  std::vector<std::string_view> words;
};

const std::vector<Pieces>& all_pieces() {
  static const std::vector<Pieces> pieces{
      {Language::English,
       {"Recalling",
        "its resolutions",
        "resolution",
        "53/70",
        "242",
        "and",
        "338",
        "of",
        "4 December 1998",
        "A/78/404",
        "(XXV)",
        "2625",
        "A to D",
        "H",
        "paragraph 4",
        "sections 1",
        "(2004)",
        "1325",
        "¹",
        ",",
        ";",
        "the Security Council",
        "that",
        "ibid.",
        "(see",
        ")",
        "States",
        "2030",
        "Add.1",
        "Charter of the United Nations",
        ". "}},
      {Language::Russian,
       {"ссылаясь на",         "резолюции", "53/70", "242",         "и",        "338", "от",
        "4 декабря 1998 года", "Н",         "(XXV)", "2625",        "пункт 4",  ",",   ";",
        "Совет Безопасности",  "(",         ")",     "государства", "A/78/404", "¹",   "2030"}},
      {Language::Arabic, {"إذ تشير إلى", "قرارها",     "وقراراتها",
                          "53/70",       "و43/78",     "ألف",
                          "وباء",        "المؤرخ",     "4 كانون الأول/ديسمبر 1998",
                          "(د-25)",      "2625",       "الفقرة 4",
                          "،",           "مجلس الأمن", "(",
                          ")",           "الدول",      "A/78/404",
                          "¹",           "2030",       "دإ-10/2"}},
      {Language::Chinese,
       {"回顾", "其", "第53/70号", "决议", "1998年12月4日", "第2625（XXV）号", "第三九六（五）号",
        "和", "、", "，", "。", "安全理事会", "第4段", "各国", "A/78/404", "¹", "2030年", "一个",
        "该决议"}},
  };
  return pieces;
}

std::string random_text(const Pieces& pieces, std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> length(1, 40);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.words.size() - 1);
  std::string text;
  for (std::size_t n = length(random); n > 0; --n) {
    text.append(pieces.words[pick(random)]);
    text.append(pieces.language == Language::Chinese || n % 7 == 0 ? "" : " ");
  }
  return text;
}

// What was found, one line a mention.
std::string shown(const ParagraphScan& scan) {
  std::string text;
  for (const ScannedMention& mention : scan.mentions) {
    text += std::to_string(mention.symbol.begin) + "-" + std::to_string(mention.symbol.end) + " " +
            mention.pinpoint + " " + (mention.date ? mention.date->iso() : "") + "\n";
  }
  for (const ScannedMark& mark : scan.marks) {
    text += "mark " + std::to_string(mark.number) + "\n";
  }
  return text;
}

TEST(Triggers, ReadingToTheReachFindsWhatReadingAllFinds) {
  std::mt19937 random(7);
  for (int i = 0; i < 4000; ++i) {
    const Pieces& pieces = all_pieces()[static_cast<std::size_t>(i) % all_pieces().size()];
    const auto folded = normalize(random_text(pieces, random));
    const LexerInput input(folded->text, folded->lower);
    const Lexicon& lexicon = Lexicon::of(pieces.language);
    const auto kind = ParagraphKind::Preambular;
    const ParagraphScan all = scan(input, lexicon, kind, {});
    for (const std::size_t reach :
         {last_trigger(input, lexicon, 0), first_look(input, pieces.language, 0).reach}) {
      const ParagraphScan some =
          reach == 0 ? ParagraphScan{} : scan(input, lexicon, kind, {}, reach);
      ASSERT_EQ(shown(some), shown(all)) << folded->text << "\nreach " << reach;
    }
  }
}

// Names with all that may stand around them, a line's end within them, and numbers glued to words.
TEST(Triggers, OneWalkFindsTheNamesThatTheFinderFinds) {
  const std::vector<Pieces> pieces{
      {Language::English,
       {"the 2030 Agenda for Sustainable Development", "the 2030\n  Agenda for", "Sustainable", "(",
        "; ", ":", "-", "Agenda2030", "Addis Ababa Action Agenda", "Universal Declaration of",
        "Human Rights", "¹", "Charter", "and"}},
      {Language::Arabic,
       {"خطة عام 2030", "وخطة عام 2030", "للتنمية المستدامة", "(", "؛ ", "-", "الإعلان العالمي",
        "لحقوق الإنسان", "73/195", "القرار"}},
      {Language::Russian,
       {"Повестку дня на период до 2030 года", "Всеобщую декларацию", "прав человека", "«", "»",
        ", ", "2030"}},
  };
  std::mt19937 random(5);
  std::size_t found = 0;
  for (int i = 0; i < 3000; ++i) {
    const Pieces& mine = pieces[static_cast<std::size_t>(i) % pieces.size()];
    const auto folded = normalize(random_text(mine, random));
    const auto look = first_look({folded->text, folded->lower}, mine.language, 0);
    const auto names = NameFinder::of(mine.language).find(folded->lower, 0);
    ASSERT_EQ(look.names.size(), names.size()) << folded->text;
    for (std::size_t n = 0; n < names.size(); ++n) {
      EXPECT_EQ(look.names[n].begin, names[n].begin) << folded->text;
      EXPECT_EQ(look.names[n].end, names[n].end) << folded->text;
    }
    found += names.size();
  }
  EXPECT_GT(found, 500U);
}

TEST(Bytes, WordsAreThoseOfTheLoopOverBytes) {
  std::mt19937 random(11);
  constexpr std::string_view kBytes = "ab Z9,-.\xD0\x90";
  std::uniform_int_distribution<std::size_t> pick(0, kBytes.size() - 1);
  for (std::size_t size = 0; size < 300; ++size) {
    std::string text;
    while (text.size() < size) {
      text.append(1 + pick(random) * pick(random) / 9, kBytes[pick(random)]);
    }
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_word_byte(text[i]) && (i == 0 || !is_word_byte(text[i - 1]))) {
        begins.push_back(i);
      }
    }
    std::vector<std::size_t> found;
    Words words(text, 0);
    WordEnds ends(text);
    while (words.next()) {
      found.push_back(words.begin());
      std::size_t end = words.begin();
      while (end < text.size() && is_word_byte(text[end])) {
        ++end;
      }
      EXPECT_EQ(words.length(), std::min(end - words.begin(), Words::kLongest)) << text;
      EXPECT_EQ(ends.end_of(words.begin()), end) << text;
      std::size_t unit = words.begin() + 1;
      while (unit < end && !is_glued_digit(text, unit)) {
        ++unit;
      }
      EXPECT_EQ(ends.unit_end_of(words.begin()), unit) << text;
    }
    EXPECT_EQ(found, begins) << text;
  }
}

TEST(Bytes, LowerCaseIsTheSameWhereverItStands) {
  constexpr std::string_view kUpper = "The ЖИЗНЬ, ПРАВА: Р-Я А-П!";
  constexpr std::string_view kLower = "the жизнь, права: р-я а-п!";
  for (std::size_t before = 0; before < 140; ++before) {
    std::string text = std::string(before, 'X').append(kUpper).append(before, 'Q');
    lower_in_place(text);
    EXPECT_EQ(text, std::string(before, 'x').append(kLower).append(before, 'q'));
  }
}

// Every cue, head noun and organ of the tables, with words behind it.
TEST(Lexicon, FindsEveryPhraseOfItsTable) {
  for (const Language language : kLanguages) {
    const LanguageTable& table = language_table(language);
    std::vector<std::string_view> phrases;
    for (const CueRow& row : table.cues) {
      phrases.push_back(row.phrase);
    }
    for (const HeadRow& row : table.heads) {
      phrases.push_back(row.word);
    }
    for (const OrganRow& row : table.organs) {
      phrases.push_back(row.name);
    }
    for (const std::string_view phrase : phrases) {
      const std::string text = fold_phrase(phrase) + (table.spaced ? "  7" : "7");
      const Lexicon::Match match = Lexicon::of(language).longest_at(text, 0);
      ASSERT_NE(match.entry, nullptr) << phrase;
      EXPECT_EQ(match.entry->phrase, fold_phrase(phrase));
    }
  }
}

}  // namespace
}  // namespace lineage::ingest
