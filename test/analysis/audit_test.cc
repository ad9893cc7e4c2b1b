#include "analysis/audit.h"

#include <gtest/gtest.h>

#include "test/support/graph_text.h"

namespace lineage::analysis {
namespace {

// A clean series: each text dated, each citation with that date.
constexpr const char* kClean =
    "53/70 dated 1998-12-04; 54/49 dated 1999-12-01; 43/78H dated 1988-12-07;"
    "77/37 held 2022-12-07; 78/16 held 2023-12-04; 78/237 held 2023-12-22;"
    "78/16 recalls 53/70 on 1998-12-04; 78/16 recalls 54/49 on 1999-12-01;"
    "78/16 recalls 43/78H on 1988-12-07; 78/16 recalls 77/37 on 2022-12-07;";

std::string lines(const LineageGraph& graph) {
  std::string text;
  for (const AuditFinding& finding : audit(graph)) {
    text += std::string(name_of(finding.code)) + " " + finding.text.short_form() + " " +
            (finding.about ? finding.about->short_form() : "-") + " " + finding.said + "\n";
  }
  return text;
}

std::string audited(const std::string& more) { return lines(test::graph_of(kClean + more)); }

TEST(AuditTest, CleanSeriesHasNoFindings) { EXPECT_EQ(audited(""), ""); }

TEST(AuditTest, DateMovedByAYear) {
  EXPECT_EQ(audited("78/237 recalls 54/49 on 2000-12-01"), "session 78/237 54/49 2000-12-01\n");
  EXPECT_EQ(audited("78/237 recalls 54/49 on 1999-12-02"), "date 78/237 54/49 1999-12-02\n");
}

TEST(AuditTest, SwappedHalvesOfANumber) {
  EXPECT_EQ(audited("78/237 recalls 70/53 on 1998-12-04"), "swapped 78/237 70/53 1998-12-04\n");
}

TEST(AuditTest, SwappedHalvesOfANumberThatMayBeAnotherOrgans) {
  GraphBuilder builder;
  test::add_statements(builder, std::string(kClean) + "73/27 dated 2018-12-05");
  Citation citation;
  citation.mention.document = Symbol::parse("78/237").value();
  citation.mention.status = MentionStatus::Ambiguous;
  citation.mention.candidates = {Symbol::parse("E/CN.15/RES/27/73").value()};
  citation.mention.date = Date::of(2018, 12, 5);
  citation.mention.place = "pp1";
  builder.add_citation(citation);
  citation.mention.date = Date::of(2018, 12, 6);
  citation.mention.place = "pp2";
  builder.add_citation(citation);
  EXPECT_EQ(lines(std::move(builder).freeze()), "swapped 78/237 A/RES/27/73 2018-12-05\n");
}

// The number is nobody's, so that the mention has neither a target nor candidates.
TEST(AuditTest, SwappedHalvesOfANumberThatNobodyHas) {
  GraphBuilder builder;
  test::add_statements(builder, std::string(kClean) + "55/28 dated 2000-11-20");
  Citation citation;
  citation.mention.document = Symbol::parse("78/16").value();
  citation.mention.status = MentionStatus::Unresolved;
  citation.mention.date = Date::of(2000, 11, 20);
  citation.mention.place = "pp1";
  citation.mention.quote = "2000 年 11 月 20 日第 28/55 号";
  builder.add_citation(citation);
  citation.mention.date = Date::of(2000, 11, 21);
  builder.add_citation(citation);
  EXPECT_EQ(lines(std::move(builder).freeze()), "swapped 78/16 A/RES/28/55 2000-11-20\n");
}

TEST(AuditTest, SwappedHalvesOfANumberReadAsAnotherOrgans) {
  EXPECT_EQ(audited("71/28 dated 2016-12-05; 78/237 recalls A/HRC/RES/28/71 on 2016-12-05"),
            "swapped 78/237 A/HRC/RES/28/71 2016-12-05\n");
}

TEST(AuditTest, SwappedHalvesKeepTheirLetter) {
  EXPECT_EQ(audited("78/237 recalls 78/43H on 1988-12-07"), "swapped 78/237 78/43 H 1988-12-07\n");
}

TEST(AuditTest, AYearInTheNameOfAWorkIsNoNumber) {
  GraphBuilder builder;
  test::add_statements(builder, "78/1 held 2023-09-29");
  const auto cite = [&](Language language, const char* quote) {
    Citation citation;
    citation.mention.document = Symbol::parse("78/1").value();
    citation.mention.target = Symbol::parse("69/283").value();
    citation.mention.language = language;
    citation.mention.file = std::string(code(language));
    citation.mention.place = "pp6";
    citation.mention.quote = quote;
    builder.add_citation(citation);
  };
  cite(Language::French, "Cadre de Sendai (2015-2030)");
  cite(Language::English, "Sendai Framework");
  EXPECT_EQ(lines(std::move(builder).freeze()), "");
}

TEST(AuditTest, EqualHalvesAreNotSwapped) {
  EXPECT_EQ(audited("78/237 recalls 73/73 on 2018-12-05"), "");
}

TEST(AuditTest, DroppedLetter) {
  EXPECT_EQ(audited("78/237 recalls 43/78 on 1988-12-07"), "letter 78/237 43/78 1988-12-07\n");
}

TEST(AuditTest, TextOfAnotherSession) {
  EXPECT_EQ(audited("79/237 dated 2021-12-24"), "session 79/237 - 2021-12-24\n");
}

TEST(AuditTest, CitedTextIsLater) {
  EXPECT_EQ(audited("77/37 recalls 78/16"), "later 77/37 78/16 cited on 2022-12-07\n");
}

TEST(AuditTest, TheSameMistakeInTwoTextsBetraysATemplate) {
  const LineageGraph graph =
      test::graph_of(std::string(kClean) +
                     "78/237 recalls 54/49 on 1999-12-02; 77/37 recalls 54/49 on 1999-12-02");
  const std::vector<AuditFinding> findings = audit(graph);
  ASSERT_EQ(findings.size(), 2U);
  ASSERT_EQ(findings[0].shared_with.size(), 1U);
  EXPECT_EQ(findings[0].text.short_form(), "77/37");
  EXPECT_EQ(findings[0].shared_with[0].short_form(), "78/237");
}

// A work without a fact of its own is dated by the texts that cite it: two agree, one does not.
TEST(AuditTest, OutvotedDate) {
  EXPECT_EQ(audited("78/16 recalls 60/45 on 2005-12-08; 78/237 recalls 60/45 on 2005-12-08;"
                    "77/37 recalls 60/45 on 2005-12-09"),
            "date 77/37 60/45 2005-12-09\n");
  EXPECT_EQ(audited("78/237 recalls 60/45 on 2005-12-08; 77/37 recalls 60/45 on 2005-12-09"), "");
}

Citation said_in(Language language, const char* target) {
  Citation citation;
  citation.mention.document = test::symbol_of("78/16");
  citation.mention.target = test::symbol_of(target);
  citation.mention.language = language;
  citation.mention.relation = Relation::Recalls;
  citation.mention.place = "pp1";
  citation.mention.file = std::string(code(language)) + ".txt";
  citation.mention.quote = target;
  return citation;
}

TEST(AuditTest, LanguagesThatDoNotCiteTheSame) {
  GraphBuilder builder;
  test::add_statements(builder, "78/16 held 2023-12-04");
  builder.add_citation(said_in(Language::English, "53/70"));
  builder.add_citation(said_in(Language::French, "53/70"));
  builder.add_citation(said_in(Language::English, "54/49"));
  EXPECT_EQ(lines(std::move(builder).freeze()), "languages 78/16 54/49 cited in en\n");
}

TEST(AuditTest, CatalogueAndTextDiffer) {
  GraphBuilder builder;
  test::add_statements(builder, "78/16 held 2023-12-04");
  builder.add_citation(said_in(Language::English, "53/70"));
  Citation listed = said_in(Language::English, "55/28");
  listed.mention.quote.clear();
  listed.source = "notes";
  builder.add_citation(listed);
  EXPECT_EQ(lines(std::move(builder).freeze()),
            "catalogue 78/16 53/70 in the text\ncatalogue 78/16 55/28 in the catalogue\n");
}

}  // namespace
}  // namespace lineage::analysis
