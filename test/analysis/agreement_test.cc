#include "analysis/agreement.h"

#include <gtest/gtest.h>

#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

Mention mention(const char* target, const char* place, Relation relation = Relation::Recalls) {
  Mention m;
  m.target = test::symbol_of(target);
  m.place = place;
  m.relation = relation;
  return m;
}

// "53/70 in ar fr, not in en; 54/49 ..."
std::string differences(const Agreement& agreement) {
  std::string text;
  for (const PartlyCited& cited : agreement.differences) {
    text += (text.empty() ? "" : "; ") + cited.target.short_form() + " in";
    for (const LanguageMentions& mentions : cited.cited_in) {
      text += " " + std::string(code(mentions.language));
    }
    text += ", not in";
    for (const Language language : cited.missing_in) {
      text += " " + std::string(code(language));
    }
  }
  return text;
}

// "53/70 pp1: recalls takes_note"
std::string relations(const Agreement& agreement) {
  std::string text;
  for (const Parallel& parallel : agreement.relations) {
    text += (text.empty() ? "" : "; ") + parallel.target.short_form() + " " + parallel.place + ":";
    for (const Mention* mention : parallel.mentions) {
      text += " " + std::string(name_of(mention->relation));
    }
  }
  return text;
}

TEST(AgreementTest, SameWorksAgreeWhateverTheirOrder) {
  const std::vector<Mention> english{mention("53/70", "pp1"), mention("54/49", "pp2")};
  const std::vector<Mention> french{mention("54/49", "pp2"), mention("53/70", "pp1"),
                                    mention("53/70", "op3")};
  const std::vector<LanguageText> texts{{Language::English, english}, {Language::French, french}};
  const Agreement result = agreement(texts);
  EXPECT_TRUE(result.same_works());
  EXPECT_EQ(result.cited, 2U);
  EXPECT_EQ(result.common, 2U);
  EXPECT_EQ(result.jaccard, 1);
  EXPECT_TRUE(result.relations.empty());
  EXPECT_TRUE(result.dates.empty());
}

TEST(AgreementTest, NamesTheLanguagesThatHaveAWorkAndThoseThatLackIt) {
  const std::vector<Mention> arabic{mention("53/70", "pp1"), mention("1540 (2004)", "pp2")};
  const std::vector<Mention> english{mention("53/70", "pp1"), mention("54/49", "pp2")};
  const std::vector<Mention> french{mention("53/70", "pp1"), mention("54/49", "pp2")};
  const std::vector<LanguageText> texts{
      {Language::Arabic, arabic}, {Language::English, english}, {Language::French, french}};
  const Agreement result = agreement(texts);
  EXPECT_EQ(differences(result), "54/49 in en fr, not in ar; 1540 (2004) in ar, not in en fr");
  EXPECT_EQ(result.cited, 3U);
  EXPECT_EQ(result.common, 1U);
  EXPECT_DOUBLE_EQ(result.jaccard, (1.0 / 3 + 1.0 / 3 + 1.0) / 3);
  EXPECT_EQ(result.differences.front().cited_in.front().mentions.front(), &english[1]);
}

TEST(AgreementTest, OnlyResolvedNumbersCount) {
  Mention ambiguous = mention("54/49", "pp1");
  ambiguous.status = MentionStatus::Ambiguous;
  Mention named = mention("55/28", "pp1");
  named.by = FoundBy::Name;
  Mention series = mention("56/19", "pp1");
  series.target.reset();
  series.status = MentionStatus::Unresolved;
  const std::vector<Mention> english{mention("53/70", "pp1"), ambiguous, named, series};
  const std::vector<Mention> french{mention("53/70", "pp1")};
  const std::vector<LanguageText> texts{{Language::English, english}, {Language::French, french}};
  EXPECT_TRUE(agreement(texts).same_works());
}

TEST(AgreementTest, RelationsAreComparedMentionByMentionAtAPlace) {
  const std::vector<Mention> english{mention("53/70", "pp1"),
                                     mention("53/70", "pp1", Relation::PursuantTo),
                                     mention("53/70", "op1", Relation::Welcomes)};
  const std::vector<Mention> french{mention("53/70", "pp1"),
                                    mention("53/70", "pp1", Relation::Implements),
                                    mention("53/70", "op2", Relation::TakesNote)};
  const std::vector<LanguageText> texts{{Language::English, english}, {Language::French, french}};
  EXPECT_EQ(relations(agreement(texts)), "53/70 pp1: pursuant_to implements");
}

TEST(AgreementTest, ADateThatOneLanguageLacksIsADifference) {
  std::vector<Mention> english{mention("53/70", "pp1"), mention("54/49", "pp1"),
                               mention("55/28", "pp1")};
  std::vector<Mention> french = english;
  english[0].date = Date::of(1998, 12, 4);
  french[0].date = Date::of(1998, 12, 4);
  english[1].date = Date::of(1999, 12, 1);
  french[1].date = Date::of(1999, 12, 2);
  english[2].date = Date::of(2000, 11, 20);
  const std::vector<LanguageText> texts{{Language::English, english}, {Language::French, french}};
  const Agreement result = agreement(texts);
  ASSERT_EQ(result.dates.size(), 2U);
  EXPECT_EQ(result.dates[0].target.short_form(), "54/49");
  EXPECT_EQ(result.dates[1].target.short_form(), "55/28");
  EXPECT_TRUE(result.relations.empty());
}

TEST(AgreementTest, OneTextOrNoneAgrees) {
  const std::vector<Mention> english{mention("53/70", "pp1")};
  const std::vector<LanguageText> one{{Language::English, english}};
  EXPECT_TRUE(agreement(one).same_works());
  EXPECT_EQ(agreement(one).common, 1U);
  EXPECT_EQ(agreement(one).jaccard, 1);
  EXPECT_TRUE(agreement({}).same_works());
  EXPECT_EQ(agreement({}).cited, 0U);
  const std::vector<LanguageText> silent{{Language::English, {}}, {Language::French, {}}};
  EXPECT_EQ(agreement(silent).jaccard, 1);
}

}  // namespace
}  // namespace lineage::analysis
