// What single functions mean, on graphs written out, with a library in memory.
#include <gtest/gtest.h>

#include "analysis/query/evaluate.h"
#include "analysis/query/parser.h"
#include "test/support/graph_text.h"

namespace lineage::query {
namespace {

constexpr const char* kLineage =
    "78/16 held 2023-12-04; 77/37 held 2022-12-07; 76/19 dated 2021-12-06; 53/70 dated 1998-12-04;"
    "78/16 recalls 77/37; 78/16 takes_note A/77/275; 77/37 recalls 76/19 on 2021-12-07;"
    "77/37 recalls 53/70; 76/19 reaffirms 53/70; 78/16 fed_into 76/19";

class SmallLibrary : public Library {
 public:
  explicit SmallLibrary(const LineageGraph& graph) : graph_(graph) {
    const WorkId id = graph.find(*Symbol::parse("78/16")).value_or(0);
    clauses_ = {{id, "pp0"}, {id, "pp1"}, {id, "op1"}};
  }
  Result<std::vector<WorkId>> works_with(const std::string& words,
                                         const std::optional<Language>& language) const override {
    return words == "cyber" && language != Language::French
               ? std::vector<WorkId>{test::work_in(graph_, "77/37")}
               : std::vector<WorkId>{};
  }
  Result<std::vector<WorkId>> works_in(Language /*language*/) const override {
    return failure(ErrorCode::Io, "the store is gone");
  }
  Result<std::span<const ClauseEntry>> clauses() const override {
    return std::span<const ClauseEntry>(clauses_);
  }
  Result<std::string> text_of(const ClauseEntry& clause) const override { return clause.place; }

 private:
  const LineageGraph& graph_;
  std::vector<ClauseEntry> clauses_;
};

// Works by name, citations as "C recalls B", clauses and mentions by their number.
std::string answer(const LineageGraph& graph, const std::string& text) {
  const Parsed<Query> query = parse(text);
  if (!query) {
    return "error: " + query.error().message;
  }
  const SmallLibrary library(graph);
  const Parsed<Expression> expression = resolve(*query, Sources{&graph, &library});
  if (!expression) {
    return "error: " + expression.error().message;
  }
  const Evaluated result = evaluate(*expression, Sources{&graph, &library});
  std::string shown;
  for (const WorkId id : result.works.ids()) {
    shown += shown.empty() ? "" : ", ";
    shown += result.sort == Sort::Works   ? test::name_of(graph.work(id))
             : result.sort == Sort::Edges ? test::edges_of(graph)[id]
                                          : std::to_string(id);
  }
  return shown;
}

TEST(QueryFunctionsTest, CitationsAreASortOfTheirOwn) {
  const LineageGraph graph = test::graph_of(kLineage);
  EXPECT_EQ(answer(graph, "from(78/16)"), "78/16 takes_note A/77/275, 78/16 recalls 77/37");
  EXPECT_EQ(answer(graph, "to(53/70) ~ verb(recalls)"), "76/19 reaffirms 53/70");
  EXPECT_EQ(answer(graph, "edges(77/37, kind(resolution)) & verb(recalls)"),
            "77/37 recalls 53/70, 77/37 recalls 76/19");
  EXPECT_EQ(answer(graph, "edges(53/70 | 76/19)"), "76/19 reaffirms 53/70");
  EXPECT_EQ(answer(graph, "over(institutional, from(78/16))"), "78/16 fed_into 76/19");
  EXPECT_EQ(answer(graph, "verb(institutional)"), "78/16 fed_into 76/19");
  EXPECT_EQ(answer(graph, "cited(from(77/37))"), answer(graph, "references(77/37)"));
  EXPECT_EQ(answer(graph, "citing(verb(reaffirms))"), "76/19");
  EXPECT_EQ(answer(graph, "misdated()"), "77/37 recalls 76/19");
  EXPECT_EQ(answer(graph, "first(from(77/37))"), "77/37 recalls 53/70");
}

TEST(QueryFunctionsTest, SortsThatDoNotFitAreErrors) {
  const LineageGraph graph = test::graph_of(kLineage);
  const std::vector<std::pair<const char*, const char*>> cases{
      {"::from(78/16)", "expected texts here, and these are citations; 'citing(...)'"},
      {"78/16 & from(78/16)", "expected texts here, and these are citations"},
      {"from(78/16) | 78/16", "expected citations here, and these are texts; 'from(...)'"},
      {"heads(clauses(78/16))", "expected texts here, and these are clauses; 'texts(...)'"},
      {"cited(78/16)", "expected citations here, and these are texts"},
      {"let a = from(78/16) in ::a", "expected texts here, and these are citations"},
      {"count(78/16) & all()", "stands around a whole query"},
      {"proper(78/16)", "takes the start away from a closure"},
      {"asof(soon, all())", "expected a date here"},
      {"voted(FRA, maybe)", "yes, no, abstained"},
      {"committee(7)", "numbers 1 to 6"},
      {"place(78/16)", "expected one or more names"},
      {"mainpath(53/70, 78/16, basket=2)", "a part between 0 and 1"},
      {"mainpath(53/70, 78/16, basket=-1)", "a part between 0 and 1"},
      {"text(\"cyber\", xx)", "expected a language here"},
      {"lang(fr)", "the store is gone"},
      {"78/16#op9", "has no clause 'op9'; did you mean 'op1'?"},
      {"77/37#op1", "has no clauses: no text of it is held"},
      {"let in = all() in all()", "cannot be the name"},
      {"let a all() in a", "expected '=' behind the name"},
      {"let a = all()", "expected 'in'"},
      {"78/16 | let a = all() in a", "stands in brackets"},
      {"all() in all()", "belongs to no 'let'"},
  };
  for (const auto& [text, message] : cases) {
    EXPECT_NE(answer(graph, text).find(message), std::string::npos)
        << text << ": " << answer(graph, text);
  }
}

TEST(QueryFunctionsTest, AsofHidesWhatIsYounger) {
  const LineageGraph graph = test::graph_of(kLineage);
  EXPECT_EQ(answer(graph, "asof(2021, all() & kind(resolution))"), "53/70, 76/19");
  EXPECT_EQ(answer(graph, "asof(2021-12-05, all() & kind(resolution))"), "53/70");
  EXPECT_EQ(answer(graph, "asof(2022, 53/70::)"), "53/70, 76/19, 77/37");
  EXPECT_EQ(answer(graph, "asof(2021, 78/16)"), "");
  EXPECT_EQ(answer(graph, "asof(2021, from(all()))"), "76/19 reaffirms 53/70");
  EXPECT_EQ(answer(graph, "asof(2022, heads(kind(resolution)))"), "77/37");
  EXPECT_EQ(answer(graph, "present(99/1) | 78/16"), "78/16");
}

TEST(QueryFunctionsTest, ClausesAndWordsComeFromTheLibrary) {
  const LineageGraph graph = test::graph_of(kLineage);
  EXPECT_EQ(answer(graph, "clauses(all())"), "0, 1, 2");
  EXPECT_EQ(answer(graph, "clauses(78/16) ~ 78/16#pp0"), "1, 2");
  EXPECT_EQ(answer(graph, "texts(78/16#op1)"), "78/16");
  EXPECT_EQ(answer(graph, "text(\"cyber\")"), "77/37");
  EXPECT_EQ(answer(graph, "text(\"cyber\", fr)"), "");
}

TEST(QueryFunctionsTest, AnEmptyAnswerSaysWhatMadeItEmpty) {
  const LineageGraph graph = test::graph_of(kLineage);
  const SmallLibrary library(graph);
  const std::vector<std::pair<std::string, std::string>> cases{
      {"asof(2021, ::78/16)",
       "'78/16' is hidden by the 'asof(...)' around it: it is of a later day"},
      {"present(99/1)", "'present(99/1)' names no text"},
      {"text(\"roadmap\")", "no text of the store fulfils 'text(\"roadmap\")'"},
      {"references(78/16#op1)", "'references(78/16#op1)' is empty: nothing is cited there"},
  };
  for (const auto& [text, reason] : cases) {
    const Parsed<Query> query = parse(text);
    ASSERT_TRUE(query) << text;
    const Parsed<Expression> expression = resolve(*query, Sources{&graph, &library});
    ASSERT_TRUE(expression) << text << ": " << expression.error().message;
    const Evaluated result = evaluate(*expression, Sources{&graph, &library});
    EXPECT_EQ(why_empty(*expression, result, text), reason);
  }
}

TEST(QueryFunctionsTest, AClauseCitesWhatItsPassagesProve) {
  const LineageGraph graph = test::graph_of(kLineage);
  EXPECT_EQ(answer(graph, "references(78/16#pp1)"), answer(graph, "references(78/16)"));
  EXPECT_EQ(answer(graph, "references(78/16#op1)"), "");
  EXPECT_EQ(answer(graph, "references(78/16#pp1, recalls)"), "77/37");
  EXPECT_EQ(answer(graph, "references(78/16#pp1, recalls, depth=2)"), "53/70, 76/19, 77/37");
  EXPECT_EQ(answer(graph, "references(78/16#pp1, institutional)"), "76/19");
  EXPECT_EQ(answer(graph, "over(institutional, references(78/16#pp1))"), "76/19");
  EXPECT_EQ(answer(graph, "over(takes_note, references(clauses(78/16), recalls))"), "");
}

TEST(QueryFunctionsTest, FactsOfTheAdoption) {
  GraphBuilder builder;
  WorkFacts facts(*Symbol::parse("78/16"));
  Vote vote;
  vote.voted_for = {{"France", "FRA"}};
  vote.voted_against = {{"Russian Federation", "RUS"}};
  facts.vote = Sourced<Vote>{vote, {}};
  facts.committee = Sourced<std::string>{"First Committee", {}};
  facts.agenda_item = Sourced<AgendaItem>{{"94 (a)", "Developments in the field"}, {}};
  facts.sponsors = Sourced<std::vector<State>>{{{"France", "FRA"}}, {}};
  builder.add_work(facts, Holding::Catalogued);
  WorkFacts other(*Symbol::parse("77/37"));
  other.adoption = Sourced<std::string>{"adopted without a vote", {}};
  builder.add_work(other, Holding::Catalogued);
  const LineageGraph graph = std::move(builder).freeze();
  const auto found = [&](const std::string& text) {
    const Parsed<Expression> expression = resolve(*parse(text), graph);
    return expression ? evaluate(*expression, graph).works.count() : 99;
  };
  for (const char* text : {"vote(recorded)", "vote(without)", "voted(RUS, no)", "voted(fra|USA)",
                           "sponsor(FRA)", "sponsor(\"france\")", "committee(1)",
                           "committee(\"first\")", "agenda(94)", "agenda(\"developments\")"}) {
    EXPECT_EQ(found(text), 1U) << text;
  }
  for (const char* text : {"voted(RUS, yes|abstained)", "sponsor(RUS)", "committee(2)", "agenda(9)",
                           "agenda(\"water\")"}) {
    EXPECT_EQ(found(text), 0U) << text;
  }
}

TEST(QueryFunctionsTest, SeriesNameTheirBasis) {
  GraphBuilder builder;
  for (const auto& [symbol, year] : {std::pair("76/19", 2021), std::pair("77/36", 2022)}) {
    WorkFacts facts(*Symbol::parse(symbol));
    facts.title = Sourced<std::string>{"Developments in the field", {}};
    facts.date = Sourced<Date>{*Date::of(year, 12, 6), {}};
    builder.add_work(facts, Holding::Catalogued);
  }
  test::add_statements(builder, "77/36 recalls 76/19; 77/36 recalls 53/70; 76/19 recalls 53/70");
  const LineageGraph graph = std::move(builder).freeze();
  EXPECT_EQ(answer(graph, "series(77/36)"), "76/19, 77/36");
  EXPECT_EQ(answer(graph, "previous(77/36)"), "76/19");
  EXPECT_EQ(answer(graph, "next(76/19)"), "77/36");
  EXPECT_EQ(answer(graph, "fresh(77/36)"), "76/19");
  EXPECT_EQ(answer(graph, "cocited(76/19)"), "53/70");
  EXPECT_EQ(answer(graph, "coupled(76/19)"), "77/36");
  EXPECT_EQ(answer(graph, "mainpath(53/70, 77/36)"), "53/70, 76/19, 77/36");
  const Parsed<Expression> expression = resolve(*parse("series(77/36)"), graph);
  ASSERT_TRUE(expression);
  const std::vector<std::string> notes = evaluate(*expression, graph).notes;
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0], "the basis of the series: 77/36 continues 76/19 (same title, cited)");
}

TEST(QueryFunctionsTest, WhatAnalysesAnswerHangsOnListsThatAreNotKnown) {
  const LineageGraph graph = test::graph_of(
      "78/16 held 2023-12-04; 77/37 held 2022-12-07; 76/19 dated 2021-12-06; 53/70 dated "
      "1998-12-04; 78/16 recalls 77/37; 77/37 recalls 76/19; 76/19 recalls 53/70");
  const auto open = [&](const std::string& text) {
    const Parsed<Expression> expression = resolve(*parse(text), graph);
    std::string names;
    for (const WorkId id : evaluate(expression.value(), graph).open_lists.ids()) {
      names += (names.empty() ? "" : ", ") + test::name_of(graph.work(id));
    }
    return names;
  };
  EXPECT_EQ(open("mainpath(53/70, 78/16)"), "53/70, 76/19");
  EXPECT_EQ(open("mainpath(77/37, 78/16)"), "");
  EXPECT_EQ(open("mainpath(all())"), "53/70, 76/19");
  EXPECT_EQ(open("cocited(53/70)"), "53/70, 76/19");
  EXPECT_EQ(open("cocited(77/37)"), "");
  EXPECT_EQ(open("coupled(76/19)"), "53/70, 76/19");
  EXPECT_EQ(open("fresh(76/19)"), "76/19");
  EXPECT_EQ(open("fresh(77/37)"), "");
}

TEST(QueryFunctionsTest, RivalsAndMandates) {
  GraphBuilder builder;
  for (const auto& [symbol, item] :
       {std::pair("78/16", "94"), std::pair("78/237", "94"), std::pair("78/1", "10")}) {
    WorkFacts facts(*Symbol::parse(symbol));
    facts.agenda_item = Sourced<AgendaItem>{{item, ""}, {}};
    builder.add_work(facts, Holding::Catalogued);
  }
  test::add_statements(builder,
                       "78/16 establishes @oewg2021-2025; 79/237 renews @oewg2021-2025;"
                       "@oewg2021-2025 reports A/77/275; 78/237 welcomes A/77/275;"
                       "78/1 recalls A/77/275");
  const LineageGraph graph = std::move(builder).freeze();
  EXPECT_EQ(answer(graph, "rivals(78/16)"), "78/237");
  EXPECT_EQ(answer(graph, "rivals(78/16 | 78/237)"), "78/16, 78/237");
  EXPECT_EQ(answer(graph, "rivals(78/1)"), "");
  const Parsed<Expression> expression = resolve(*parse("rivals(79/237)"), graph);
  ASSERT_TRUE(expression);
  const std::vector<std::string> notes = evaluate(*expression, graph).notes;
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0],
            "whether there are rivals of 79/237 is not established: the agenda item is not known");

  const std::string life =
      "@oewg2021-2025 reports A/77/275, 78/16 establishes @oewg2021-2025, "
      "78/237 welcomes A/77/275, 79/237 renews @oewg2021-2025";
  EXPECT_EQ(answer(graph, "mandates(@oewg2021-2025)"), life);
  EXPECT_EQ(answer(graph, "mandates(78/16)"), life);
  EXPECT_EQ(answer(graph, "mandates(78/237)"), "");
  EXPECT_EQ(answer(graph, "over(renews, mandates(78/16))"), "79/237 renews @oewg2021-2025");
  EXPECT_EQ(answer(graph, "asof(2023, mandates(@oewg2021-2025))"),
            "@oewg2021-2025 reports A/77/275, 78/16 establishes @oewg2021-2025, "
            "78/237 welcomes A/77/275");
}

}  // namespace
}  // namespace lineage::query
