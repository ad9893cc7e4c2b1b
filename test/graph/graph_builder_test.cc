#include "graph/graph_builder.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

using Lines = std::vector<std::string>;

Mention mention_of(std::string_view citing, std::string_view target) {
  Mention mention;
  mention.document = symbol_of(citing);
  mention.target = symbol_of(target);
  mention.relation = Relation::Recalls;
  mention.file = mention.document->file_stem() + ".en.txt";
  return mention;
}

Citation line_of_catalogue(std::string_view citing, std::string_view target, Relation relation) {
  Mention mention = mention_of(citing, target);
  mention.relation = relation;
  mention.file = "catalogue.json";
  return Citation{.mention = mention, .sentence = "", .source = "yearbook"};
}

TEST(GraphBuilderTest, EmptyBuilderGivesAnEmptyGraph) {
  const LineageGraph graph = graph_of("");
  EXPECT_EQ(graph.work_count(), 0U);
  EXPECT_EQ(graph.edge_count(), 0U);
}

TEST(GraphBuilderTest, EdgesPointFromTheCitingToTheCitedWork) {
  const LineageGraph graph = graph_of("C recalls B; B amends A");
  EXPECT_EQ(edges_of(graph), (Lines{"B amends A", "C recalls B"}));
  const WorkId b = work_in(graph, "B");
  ASSERT_EQ(graph.cites(b).size(), 1U);
  EXPECT_EQ(graph.edge(graph.cites(b)[0]).target, work_in(graph, "A"));
  ASSERT_EQ(graph.cited_by(b).size(), 1U);
  EXPECT_EQ(graph.edge(graph.cited_by(b)[0]).source, work_in(graph, "C"));
}

TEST(GraphBuilderTest, WorksStandByDateAndUndatedOnesByTheYearOfTheirSymbol) {
  const LineageGraph graph = graph_of(
      "B dated 1990-01-01; 78/16 recalls A/8965; 45/60 dated 1990-12-04; A dated 1990-01-01;"
      "A/45/1 recalls B");
  Lines names;
  for (const Work& work : graph.works()) {
    names.push_back(name_of(work));
  }
  EXPECT_EQ(names, (Lines{"A/45/1", "A", "B", "45/60", "78/16", "A/8965"}));
}

TEST(GraphBuilderTest, MentionsOfOneRelationAreOneEdgeWithSeveralPassages) {
  GraphBuilder builder;
  for (const std::size_t begin : {900U, 30U, 900U}) {
    Mention mention = mention_of("B", "A");
    mention.begin = begin;
    builder.add_citation(Citation{.mention = mention, .sentence = "", .source = ""});
  }
  Mention endorses = mention_of("B", "A");
  endorses.relation = Relation::Endorses;
  builder.add_citation(Citation{.mention = endorses, .sentence = "", .source = ""});
  const LineageGraph graph = std::move(builder).freeze();
  check_invariants(graph);
  ASSERT_EQ(edges_of(graph), (Lines{"B recalls A", "B endorses A"}));
  ASSERT_EQ(graph.passages(0).size(), 2U) << "the passage that was added twice counts once";
  EXPECT_EQ(graph.passages(0)[0].begin, 30U);
  EXPECT_EQ(graph.passages(0)[1].begin, 900U);
}

TEST(GraphBuilderTest, CyclesAreKept) {
  const LineageGraph graph = graph_of("A recalls B; B recalls C; C recalls A");
  EXPECT_EQ(graph.edge_count(), 3U);
}

TEST(GraphBuilderTest, SelfCitationsAreDropped) {
  EXPECT_EQ(graph_of("A recalls A").edge_count(), 0U);
}

TEST(GraphBuilderTest, PartIsAWorkOfItsOwn) {
  const LineageGraph graph = graph_of("78/16 recalls 43/78 H");
  EXPECT_EQ(graph.work_count(), 2U);
  EXPECT_FALSE(graph.find(symbol_of("43/78")));
}

TEST(GraphBuilderTest, MentionsThatNameNoSingleWorkAreKeptAside) {
  GraphBuilder builder;
  Mention ambiguous = mention_of("B", "A");
  ambiguous.status = MentionStatus::Ambiguous;
  builder.add_citation(Citation{.mention = ambiguous, .sentence = "", .source = ""});
  Mention homeless = mention_of("B", "A");
  homeless.document.reset();
  builder.add_citation(Citation{.mention = homeless, .sentence = "", .source = ""});
  const LineageGraph graph = std::move(builder).freeze();
  check_invariants(graph);
  EXPECT_EQ(graph.unresolved().size(), 2U);
  EXPECT_EQ(graph.edge_count(), 0U);
}

TEST(GraphBuilderTest, DateIsTheOneThatMostCitingWorksGive) {
  const LineageGraph graph = graph_of(
      "B recalls A on 1988-12-08; C recalls A on 1988-12-07; D recalls A on 1988-12-07;"
      "B endorses A on 1988-12-08; B notes A on 1988-12-08");
  EXPECT_EQ(graph.work(work_in(graph, "A")).date, Date::of(1988, 12, 7));
}

TEST(GraphBuilderTest, EarliestOfTwoDatesThatAreGivenEquallyOften) {
  const LineageGraph graph = graph_of("B recalls A on 1988-12-08; C recalls A on 1988-12-07");
  EXPECT_EQ(graph.work(work_in(graph, "A")).date, Date::of(1988, 12, 7));
}

TEST(GraphBuilderTest, KnownDateBeatsCitingTexts) {
  const LineageGraph graph =
      graph_of("B recalls A on 1988-12-08; C recalls A on 1988-12-08; A dated 1988-12-07");
  EXPECT_EQ(graph.work(work_in(graph, "A")).date, Date::of(1988, 12, 7));
}

TEST(GraphBuilderTest, MisdatedMentionsHaveNoVoice) {
  GraphBuilder builder;
  Mention mention = mention_of("B", "A");
  mention.date = Date::of(1888, 12, 7);
  mention.flags.set(MentionFlag::Misdated);
  builder.add_citation(Citation{.mention = mention, .sentence = "", .source = ""});
  const LineageGraph graph = std::move(builder).freeze();
  EXPECT_EQ(graph.work(work_in(graph, "A")).date, std::nullopt);
}

TEST(GraphBuilderTest, AliasFindsTheWorkOfADoubleSymbol) {
  GraphBuilder builder;
  WorkFacts report(symbol_of("A/74/73"));
  report.aliases = {symbol_of("E/2019/14")};
  builder.add_work(report, Holding::Catalogued);
  add_statements(builder, "75/1 recalls E/2019/14; A/74/73 recalls E/2019/14");
  const LineageGraph graph = std::move(builder).freeze();
  check_invariants(graph);
  EXPECT_EQ(edges_of(graph), (Lines{"75/1 recalls A/74/73"}));
  EXPECT_EQ(graph.find(symbol_of("E/2019/14")), graph.find(symbol_of("A/74/73")));
}

TEST(GraphBuilderTest, FactsOfACatalogueGoBeforeThoseOfAText) {
  WorkFacts catalogue(symbol_of("78/16"));
  catalogue.title = Sourced<std::string>{"Z from the catalogue", {"c"}};
  WorkFacts text(symbol_of("78/16"));
  text.title = Sourced<std::string>{"A from the text", {"t"}};
  text.committee = Sourced<std::string>{"First Committee", {"t"}};
  text.list_status = ListStatus::Known;
  GraphBuilder builder;
  builder.add_work(text, Holding::Held);
  builder.add_work(catalogue, Holding::Catalogued);
  const LineageGraph graph = std::move(builder).freeze();
  const Work& work = graph.work(0);
  EXPECT_EQ(work.facts.title->value, "Z from the catalogue");
  EXPECT_EQ(work.facts.committee->value, "First Committee");
  EXPECT_EQ(work.holding, Holding::Held);
  EXPECT_EQ(work.facts.list_status, ListStatus::Known);
}

TEST(GraphBuilderTest, CatalogueLineWithoutAVerbProvesTheEdgeOfTheText) {
  GraphBuilder builder;
  add_statements(builder, "B recalls A");
  builder.add_citation(line_of_catalogue("B", "A", Relation::Cites));
  builder.add_citation(line_of_catalogue("B", "C", Relation::Cites));
  const LineageGraph graph = std::move(builder).freeze();
  check_invariants(graph);
  ASSERT_EQ(edges_of(graph), (Lines{"B recalls A", "B cites C"}));
  ASSERT_EQ(graph.passages(0).size(), 2U);
  EXPECT_EQ(std::ranges::count(graph.passages(0), "yearbook", &Passage::source), 1);
}

// A builder's additions as data, so that they can be shuffled.
struct Additions {
  std::vector<std::pair<WorkFacts, Holding>> works;
  std::vector<Citation> citations;
};

Additions random_additions(std::mt19937& random) {
  const auto below = [&random](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  const auto symbol = [&] {
    return Symbol::slash(Organ::GeneralAssembly, WorkKind::Resolution,
                         Session{SessionKind::Regular, static_cast<std::uint16_t>(70 + below(4))},
                         1 + below(3));
  };
  const auto text = [&] { return std::string(1, static_cast<char>('a' + below(3))); };
  Additions additions;
  for (int i = 0; i < 20; ++i) {
    WorkFacts facts(symbol());
    if (below(2) == 0) {
      facts.title = Sourced<std::string>{text(), {text(), text()}};
    }
    if (below(2) == 0) {
      facts.date = Sourced<Date>{*Date::of(2015 + static_cast<int>(below(3)), 12, 1), {text()}};
    }
    if (below(3) == 0) {
      facts.aliases = {Symbol::parse("E/2020/" + std::to_string(1 + below(3))).value()};
    }
    facts.list_status = static_cast<ListStatus>(below(3));
    facts.list_sources = {text()};
    additions.works.emplace_back(facts, static_cast<Holding>(below(3)));
  }
  for (int i = 0; i < 60; ++i) {
    Mention mention;
    mention.document = symbol();
    mention.target =
        below(8) == 0 ? Symbol::parse("E/2020/" + std::to_string(1 + below(3))).value() : symbol();
    mention.relation = below(3) == 0 ? Relation::Cites : Relation::Recalls;
    mention.status = below(6) == 0 ? MentionStatus::Ambiguous : MentionStatus::Resolved;
    mention.file = text();
    mention.begin = below(3);
    mention.verb = text();
    if (below(2) == 0) {
      mention.date =
          Date::of(2016 + static_cast<int>(below(3)), 12, 1 + static_cast<int>(below(2)));
    }
    const std::string source = below(3) == 0 ? text() : "";
    additions.citations.push_back(
        Citation{.mention = mention, .sentence = text(), .source = source});
  }
  return additions;
}

LineageGraph frozen(const Additions& additions) {
  GraphBuilder builder;
  for (const auto& [facts, holding] : additions.works) {
    builder.add_work(facts, holding);
  }
  for (const Citation& citation : additions.citations) {
    builder.add_citation(citation);
  }
  return std::move(builder).freeze();
}

TEST(GraphBuilderTest, OrderOfAdditionsLeavesNoTrace) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    Additions additions = random_additions(random);
    const LineageGraph first = frozen(additions);
    check_invariants(first);
    for (int round = 0; round < 4; ++round) {
      std::ranges::shuffle(additions.works, random);
      std::ranges::shuffle(additions.citations, random);
      EXPECT_TRUE(same_graph(first, frozen(additions))) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace lineage::test
