// What every language table must hold, and a set of claims about single words. The tables are data:
// a missing form shows here or in the corpus cases, not as a crash.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/languages/language_table.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

class Languages : public testing::TestWithParam<Language> {
 protected:
  const LanguageTable& table() const { return language_table(GetParam()); }

  const CueRow* cue(std::string_view phrase) const {
    const std::string folded = fold_phrase(phrase);
    const auto found = std::find_if(table().cues.begin(), table().cues.end(), [&](const auto& row) {
      return fold_phrase(row.phrase) == folded;
    });
    return found == table().cues.end() ? nullptr : &*found;
  }

  bool has(Word word, std::string_view phrase) const {
    const std::string folded = fold_phrase(phrase);
    return std::any_of(table().words.begin(), table().words.end(), [&](const auto& row) {
      return row.word == word && fold_phrase(row.phrase) == folded;
    });
  }
};

std::string name_of_case(const testing::TestParamInfo<Language>& info) {
  return std::string(code(info.param));
}

INSTANTIATE_TEST_SUITE_P(All, Languages, testing::ValuesIn(kLanguages), name_of_case);

// Phrases that stand more than once after folding: the second row would silently win or be lost.
template <typename Rows, typename Phrase>
std::vector<std::string> repeated(const Rows& rows, Phrase phrase) {
  std::map<std::string, int> count;
  for (const auto& row : rows) {
    ++count[phrase(row)];
  }
  std::vector<std::string> result;
  for (const auto& [text, times] : count) {
    if (times > 1) {
      result.push_back(text);
    }
  }
  return result;
}

TEST_P(Languages, NoPhraseStandsTwiceInOneTable) {
  const std::vector<std::string> none;
  EXPECT_EQ(none, repeated(table().months, [](const auto& r) { return fold_phrase(r.name); }));
  EXPECT_EQ(none, repeated(table().heads, [](const auto& r) { return fold_phrase(r.word); }));
  EXPECT_EQ(none, repeated(table().organs, [](const auto& r) { return fold_phrase(r.name); }));
  EXPECT_EQ(none, repeated(table().cues, [](const auto& r) { return fold_phrase(r.phrase); }));
  EXPECT_EQ(none, repeated(table().parts, [](const auto& r) { return fold_phrase(r.word); }));
  EXPECT_EQ(none, repeated(table().letters, [](const auto& r) { return fold_phrase(r.written); }));
  EXPECT_EQ(none, repeated(table().openings, [](const auto& r) { return fold_phrase(r.phrase); }));
  EXPECT_EQ(none, repeated(table().instruments, [](const auto& r) { return fold_phrase(r.name); }));
  // A small word may play several parts ("de" before a date and inside it), each once.
  EXPECT_EQ(none, repeated(table().words, [](const auto& r) {
              return fold_phrase(r.phrase) + " as " + std::to_string(static_cast<int>(r.word));
            }));
}

TEST_P(Languages, PhrasesAreNotEmptyAndSingleSpaced) {
  const auto check = [](std::string_view phrase) {
    const std::string folded = fold_phrase(phrase);
    EXPECT_FALSE(folded.empty()) << phrase;
    EXPECT_EQ(folded.npos, folded.find("  ")) << phrase;
    EXPECT_TRUE(folded.empty() || (folded.front() != ' ' && folded.back() != ' ')) << phrase;
  };
  for (const CueRow& row : table().cues) {
    check(row.phrase);
  }
  for (const WordRow& row : table().words) {
    check(row.phrase);
  }
  for (const OrganRow& row : table().organs) {
    check(row.name);
  }
}

TEST_P(Languages, MonthsCoverTheYear) {
  if (GetParam() == Language::Chinese) {
    EXPECT_TRUE(table().months.empty()) << "Chinese months are numbers";
    return;
  }
  std::set<int> months;
  for (const MonthRow& row : table().months) {
    months.insert(row.month);
  }
  EXPECT_EQ((std::set<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), months);
}

TEST_P(Languages, HeadsOfBothKindsInBothNumbers) {
  std::set<std::pair<WorkKind, bool>> seen;
  for (const HeadRow& row : table().heads) {
    seen.emplace(row.kind, row.plural);
  }
  for (const WorkKind kind : {WorkKind::Resolution, WorkKind::Decision}) {
    for (const bool plural : {false, true}) {
      EXPECT_TRUE(seen.contains({kind, plural})) << name_of(kind) << " plural " << plural;
    }
  }
}

TEST_P(Languages, EveryAdoptingOrganHasANameAndAnOpening) {
  for (const Organ organ :
       {Organ::GeneralAssembly, Organ::SecurityCouncil, Organ::EconomicAndSocialCouncil,
        Organ::HumanRightsCouncil, Organ::TrusteeshipCouncil, Organ::CommissionOnHumanRights,
        Organ::CommissionOnNarcoticDrugs, Organ::CommissionOnCrimePrevention,
        Organ::CommissionOnTheStatusOfWomen, Organ::EnvironmentAssembly}) {
    EXPECT_TRUE(std::any_of(table().organs.begin(), table().organs.end(), [&](const auto& row) {
      return row.organ == organ;
    })) << name_of(organ);
    EXPECT_TRUE(std::any_of(table().openings.begin(), table().openings.end(), [&](const auto& row) {
      return row.organ == organ;
    })) << name_of(organ);
  }
  EXPECT_TRUE(std::any_of(table().organs.begin(), table().organs.end(), [](const auto& row) {
    return row.generic;
  })) << "the council named last";
}

TEST_P(Languages, TheCoreRelationsHaveACue) {
  std::set<Relation> seen;
  for (const CueRow& row : table().cues) {
    seen.insert(row.relation);
  }
  for (const Relation relation :
       {Relation::Recalls,    Relation::Reaffirms,     Relation::Reiterates, Relation::Recognizes,
        Relation::Considers,  Relation::GuidedBy,      Relation::TakesNote,  Relation::Notes,
        Relation::Welcomes,   Relation::BearingInMind, Relation::Supports,   Relation::Endorses,
        Relation::Approves,   Relation::Commends,      Relation::Expresses,  Relation::Stresses,
        Relation::PursuantTo, Relation::Implements,    Relation::Extends,    Relation::Amends,
        Relation::Supersedes, Relation::Terminates,    Relation::Requests,   Relation::CallsUpon,
        Relation::Encourages, Relation::Invites,       Relation::Urges,      Relation::Decides,
        Relation::Condemns,   Relation::Regrets}) {
    EXPECT_TRUE(seen.contains(relation)) << name_of(relation);
  }
}

TEST_P(Languages, EverySmallWordOfTheGrammarIsThere) {
  std::set<Word> seen;
  for (const WordRow& row : table().words) {
    seen.insert(row.word);
  }
  for (const Word word :
       {Word::And, Word::To, Word::Its, Word::SameDate, Word::Previous, Word::That, Word::Ibid,
        Word::See, Word::MostRecent, Word::Adverb, Word::SessionWord, Word::NumberSign,
        Word::Meeting, Word::Title, Word::Stop}) {
    EXPECT_TRUE(seen.contains(word)) << static_cast<int>(word);
  }
  if (table().spaced) {
    EXPECT_TRUE(seen.contains(Word::Of)) << "a word before the date";
    EXPECT_TRUE(seen.contains(Word::Both)) << "a date for several works";
  } else {
    EXPECT_TRUE(seen.contains(Word::OrdinalSign));
  }
}

TEST_P(Languages, TheCharterIsKnown) {
  EXPECT_TRUE(std::any_of(table().instruments.begin(), table().instruments.end(),
                          [](const auto& row) { return row.id == "un-charter"; }));
}

TEST_P(Languages, AnswersForItself) { EXPECT_EQ(GetParam(), table().language); }

struct Claim {
  Language language;
  std::string_view phrase;
  Relation relation;
  CueScope scope = CueScope::Verb;
};

// Each language by its own words: where the six texts of one paragraph differ, so do the rows.
constexpr Claim kClaims[] = {
    {Language::English, "Recalling", Relation::Recalls},
    {Language::English, "takes note of", Relation::TakesNote},
    {Language::English, "Noting", Relation::Notes},
    {Language::English, "Having considered", Relation::Considers},
    {Language::English, "calls once again upon", Relation::CallsUpon},
    {Language::English, "pursuant to", Relation::PursuantTo, CueScope::Phrase},
    {Language::French, "Rappelant", Relation::Recalls},
    {Language::French, "Prend note", Relation::TakesNote},
    {Language::French, "Prenant également acte", Relation::TakesNote},
    {Language::French, "Notant", Relation::Notes},
    {Language::French, "Consciente", Relation::BearingInMind},
    {Language::French, "se félicite", Relation::Welcomes},
    {Language::French, "fait siennes", Relation::Endorses},
    {Language::French, "Prie", Relation::Requests},
    {Language::French, "Prie instamment", Relation::Urges},
    {Language::French, "conformément à", Relation::PursuantTo, CueScope::Phrase},
    {Language::French, "en vertu de", Relation::PursuantTo, CueScope::Phrase},
    {Language::French, "la mise en œuvre de", Relation::Implements, CueScope::Phrase},
    {Language::Spanish, "Recordando", Relation::Recalls},
    {Language::Spanish, "Tomando nota", Relation::TakesNote},
    {Language::Spanish, "Observando", Relation::Notes},
    {Language::Spanish, "acoge con beneplácito", Relation::Welcomes},
    {Language::Spanish, "pone de relieve", Relation::Stresses},
    {Language::Spanish, "hace suyas", Relation::Endorses},
    {Language::Spanish, "de conformidad con", Relation::PursuantTo, CueScope::Phrase},
    {Language::Spanish, "que figura en", Relation::PursuantTo, CueScope::Phrase},
    {Language::Russian, "ссылаясь на", Relation::Recalls},
    {Language::Russian, "напоминая", Relation::Recalls},
    {Language::Russian, "принимая также к сведению", Relation::TakesNote},
    {Language::Russian, "отмечая", Relation::Notes},
    {Language::Russian, "особо отмечая", Relation::Stresses},
    {Language::Russian, "настоятельно призывает", Relation::Urges},
    {Language::Russian, "принимая во внимание", Relation::BearingInMind},
    {Language::Russian, "содержащейся в", Relation::PursuantTo, CueScope::Phrase},
    {Language::Russian, "во исполнение", Relation::PursuantTo, CueScope::Phrase},
    {Language::Russian, "осуществлении", Relation::Implements, CueScope::Phrase},
    {Language::Arabic, "وإذ تشير إلى", Relation::Recalls},
    {Language::Arabic, "إذ تشير إلى", Relation::Recalls},
    {Language::Arabic, "وإذ تعيد أيضا تأكيد", Relation::Reaffirms},
    {Language::Arabic, "وإذ تحيط علماً", Relation::TakesNote},
    {Language::Arabic, "وإذ يحيط علما", Relation::TakesNote},
    {Language::Arabic, "تلاحظ", Relation::Notes},
    {Language::Arabic, "وقد نظرت في", Relation::Considers},
    {Language::Arabic, "تؤكد من جديد", Relation::Reaffirms},
    {Language::Arabic, "تؤكد", Relation::Stresses},
    {Language::Arabic, "عملا", Relation::PursuantTo, CueScope::Phrase},
    {Language::Arabic, "الواردة في", Relation::PursuantTo, CueScope::Phrase},
    {Language::Chinese, "回顾", Relation::Recalls},
    {Language::Chinese, "表示注意到", Relation::TakesNote},
    {Language::Chinese, "注意到", Relation::Notes},
    {Language::Chinese, "根据", Relation::PursuantTo, CueScope::Phrase},
    {Language::Chinese, "所载", Relation::PursuantTo, CueScope::After},
    {Language::Chinese, "执行情况", Relation::Implements, CueScope::After},
};

TEST_P(Languages, CuesSayWhatTheWordsSay) {
  for (const Claim& claim : kClaims) {
    if (claim.language != GetParam()) {
      continue;
    }
    const CueRow* row = cue(claim.phrase);
    ASSERT_NE(nullptr, row) << claim.phrase;
    EXPECT_EQ(claim.relation, row->relation) << claim.phrase << " is " << name_of(row->relation);
    EXPECT_EQ(claim.scope, row->scope) << claim.phrase;
  }
}

TEST(ArabicTable, LettersRunFromAToZ) {
  std::string letters;
  for (const LetterRow& row : arabic().letters) {
    letters += row.letter;
  }
  EXPECT_EQ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letters);
}

TEST(ArabicTable, HeadsWithAPossessiveAreTheOrgansOwn) {
  for (const std::string_view own : {"قرارها", "قراراتها", "قراريها", "مقررها", "قراره"}) {
    EXPECT_TRUE(std::any_of(arabic().heads.begin(), arabic().heads.end(), [&](const auto& row) {
      return row.word == own;
    })) << own;
    EXPECT_TRUE(std::any_of(arabic().words.begin(), arabic().words.end(), [&](const auto& row) {
      return row.word == Word::Its && row.phrase == own;
    })) << own;
  }
}

TEST(ArabicTable, BothNamesOfAMonthAgree) {
  std::map<std::string_view, int> months;
  for (const MonthRow& row : arabic().months) {
    months[row.name] = row.month;
  }
  EXPECT_EQ(12, months["كانون الأول"]);
  EXPECT_EQ(12, months["ديسمبر"]);
  EXPECT_EQ(1, months["كانون الثاني"]);
  EXPECT_EQ(1, months["يناير"]);
  EXPECT_EQ(6, months["يونيه"]);
  EXPECT_EQ(6, months["يونيو"]);
}

TEST(SpanishTable, DeStandsBeforeADateAndInsideIt) {
  std::set<Word> words;
  for (const WordRow& row : spanish().words) {
    if (row.phrase == "de") {
      words.insert(row.word);
    }
  }
  EXPECT_EQ((std::set<Word>{Word::Of, Word::DateGlue}), words);
}

}  // namespace
}  // namespace lineage::ingest
