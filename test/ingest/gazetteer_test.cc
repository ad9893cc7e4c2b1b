#include "ingest/names/gazetteer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "ingest/names/name_forms.h"
#include "ingest/names/settle_names.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

std::string row_text(const NameRow& row) {
  return "corpus/gazetteer.tsv:" + std::to_string(row.line) + ": " + std::string(row.name);
}

// The names found in an English sentence, each with the works that it may mean.
std::vector<std::string> found(std::string_view sentence, Language language = Language::English) {
  const auto text = normalize(sentence);
  std::vector<std::string> names;
  for (const FoundName& name : NameFinder::of(language).find(text->lower, 0)) {
    std::string line = text->text.substr(name.begin, name.end - name.begin) + " =";
    for (const Symbol& work : name.works) {
      line += ' ' + work.canonical();
    }
    names.push_back(line);
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(GazetteerTest, EveryRowHasASymbolInItsCanonicalForm) {
  ASSERT_GT(name_rows().size(), 200U);
  for (const NameRow& row : name_rows()) {
    if (row.symbol != "-") {
      const auto symbol = Symbol::parse(row.symbol);
      ASSERT_TRUE(symbol) << row_text(row);
      EXPECT_EQ(symbol->canonical(), row.symbol) << row_text(row);
    }
  }
}

TEST(GazetteerTest, EveryRowHasATeacher) {
  for (const NameRow& row : name_rows()) {
    if (row.symbol == "-") {
      EXPECT_EQ(row.taught_by, "-") << row_text(row);
      continue;
    }
    const std::string_view teacher = row.taught_by.substr(row.taught_by.starts_with('~') ? 1 : 0);
    const std::size_t clause = teacher.find(' ');
    ASSERT_NE(clause, std::string_view::npos) << row_text(row);
    const auto text = Symbol::parse(teacher.substr(0, clause));
    ASSERT_TRUE(text) << row_text(row);
    EXPECT_EQ(text->canonical(), teacher.substr(0, clause)) << row_text(row);
    EXPECT_NE(row.symbol, text->canonical()) << row_text(row);
    const std::string_view place = teacher.substr(clause + 1);
    EXPECT_TRUE(place.find("pp") != place.npos || place.find("op") != place.npos) << row_text(row);
  }
}

TEST(GazetteerTest, NoFormStandsTwiceForOneWork) {
  std::set<std::tuple<Language, std::string, std::string>> seen;
  for (const NameRow& row : name_rows()) {
    for (const std::string& form : name_forms(row.name)) {
      EXPECT_TRUE(seen.emplace(row.language, fold_phrase(form), std::string(row.symbol)).second)
          << row_text(row) << ": '" << form << "'";
    }
  }
}

TEST(GazetteerTest, EveryFormIsFoundWhereItStandsAlone) {
  for (const NameRow& row : name_rows()) {
    for (const std::string& printed : name_forms(row.name)) {
      const DatedName form = dated_name(printed);
      const std::string text = fold_phrase(form.head + form.year + form.tail);
      const auto names = NameFinder::of(row.language).find(text, 0);
      if (row.symbol == "-") {
        EXPECT_TRUE(std::all_of(names.begin(), names.end(),
                                [](const FoundName& name) { return name.works.empty(); }))
            << row_text(row) << ": '" << text << "'";
        continue;
      }
      ASSERT_EQ(names.size(), 1U) << row_text(row) << ": '" << text << "'";
      EXPECT_EQ(names[0].begin, 0U) << row_text(row);
      EXPECT_EQ(names[0].end, text.size()) << row_text(row);
      EXPECT_TRUE(std::any_of(names[0].works.begin(), names[0].works.end(),
                              [&](const Symbol& work) { return work.canonical() == row.symbol; }))
          << row_text(row);
    }
  }
}

TEST(GazetteerTest, FormsChooseOneAlternativeEach) {
  EXPECT_EQ(name_forms("[a|b] of[ c|]"), (Names{"a of c", "b of c", "a of", "b of"}));
  EXPECT_EQ(name_forms("plain"), (Names{"plain"}));
  EXPECT_EQ(dated_name("{2015} report").year, "2015");
}

TEST(NameFinderTest, TakesTheLongestName) {
  EXPECT_EQ(
      found("the 2030 Agenda for Sustainable Development and the 2030 Agenda"),
      (Names{"2030 Agenda for Sustainable Development = A/RES/70/1", "2030 Agenda = A/RES/70/1"}));
}

TEST(NameFinderTest, KeepsToWholeWords) {
  EXPECT_EQ(found("2030 Agendas, a non-2030 Agenda, the Paris Agreement's aim"),
            (Names{"2030 Agenda = A/RES/70/1", "Paris Agreement = FCCC/CP/2015/10/Add.1"}));
  EXPECT_EQ(found("in 12030 Agenda"), Names{});
}

TEST(NameFinderTest, ReadsAListOfYears) {
  EXPECT_EQ(found("the 2010, 2013 and 2021 reports of the Group of Governmental Experts"),
            (Names{"2010 = A/65/201", "2013 = A/68/98",
                   "2021 reports of the Group of Governmental Experts = A/76/135"}));
  EXPECT_EQ(
      found("les rapports de 2013 et 2015 du Groupe d’experts gouvernementaux", Language::French),
      (Names{"rapports de 2013 = A/68/98", "2015 du Groupe d'experts gouvernementaux = A/70/174"}));
}

TEST(NameFinderTest, LeavesAYearThatNoRowHas) {
  EXPECT_EQ(found("the 2011 report of the Group of Governmental Experts"), Names{});
  EXPECT_EQ(found("the 2011 and 2013 reports of the Group of Governmental Experts"),
            (Names{"2013 reports of the Group of Governmental Experts = A/68/98"}));
}

TEST(NameFinderTest, GivesAllWorksOfAShortForm) {
  EXPECT_EQ(found("reports of the Group of Governmental Experts"),
            (Names{"reports of the Group of Governmental Experts = A/65/201 A/68/98 A/70/174 "
                   "A/76/135"}));
}

TEST(NameFinderTest, LongerNameOfAnotherWorkHasNone) {
  EXPECT_EQ(found("the Optional Protocol to the International Covenant on Civil and Political "
                  "Rights"),
            (Names{"Optional Protocol to the International Covenant on Civil and Political Rights "
                   "="}));
}

TEST(NameFinderTest, FindsNamesBehindGluedLetters) {
  EXPECT_EQ(found("واتفاق باريس", Language::Arabic),
            (Names{"اتفاق باريس = FCCC/CP/2015/10/Add.1"}));
}

TEST(NameFinderTest, ReadsAcrossSpacesAndLineEnds) {
  EXPECT_EQ(found("《2030 年可持续\n发展议程》", Language::Chinese),
            (Names{"2030 年可持续\n发展议程 = A/RES/70/1"}));
  EXPECT_EQ(found("the Paris\nAgreement"), (Names{"Paris\nAgreement = FCCC/CP/2015/10/Add.1"}));
}

Mention mention_of(std::string_view clause, FoundBy by, const std::vector<std::string>& works) {
  Mention mention;
  mention.clause = clause;
  mention.by = by;
  if (works.size() == 1) {
    mention.target = *Symbol::parse(works[0]);
  } else {
    mention.status = MentionStatus::Ambiguous;
    for (const std::string& work : works) {
      mention.candidates.push_back(*Symbol::parse(work));
    }
  }
  return mention;
}

TEST(SettleNamesTest, ANumberInTheClauseIsEnough) {
  std::vector<Mention> mentions{mention_of("pp1", FoundBy::Symbol, {"A/RES/70/1"}),
                                mention_of("pp1", FoundBy::Name, {"A/RES/70/1"}),
                                mention_of("pp2", FoundBy::Name, {"A/RES/70/1"})};
  settle_names(mentions);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[1].clause, "pp2");
}

TEST(SettleNamesTest, AShortFormCountsOnlyWhereTheTextMentionsOneOfItsWorks) {
  const Mention unsettled = mention_of("op1", FoundBy::Name, {"A/68/98", "A/70/174"});
  std::vector<Mention> alone{unsettled};
  settle_names(alone);
  EXPECT_TRUE(alone.empty());
  std::vector<Mention> with_one{mention_of("pp1", FoundBy::Symbol, {"A/70/174"}), unsettled};
  settle_names(with_one);
  EXPECT_EQ(with_one.size(), 2U);
  std::vector<Mention> in_one_clause{mention_of("op1", FoundBy::Symbol, {"A/70/174"}), unsettled};
  settle_names(in_one_clause);
  EXPECT_EQ(in_one_clause.size(), 1U);
}

TEST(RowOfNameTest, TellsWhichRowMadeAName) {
  const Symbol work = *Symbol::parse("A/70/174");
  const NameRow* row =
      row_of_name(Language::English, "2015 reports of the Group of\nGovernmental Experts", work);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->taught_by, "A/RES/74/28 pp10 fn3");
  EXPECT_NE(row_of_name(Language::English, "2015", work), nullptr);
  EXPECT_EQ(row_of_name(Language::English, "2013", work), nullptr);
  EXPECT_EQ(row_of_name(Language::English, "70/174", work), nullptr);
}

}  // namespace
}  // namespace lineage::ingest
