// Which facts of a work a graph takes from the files of a store.
#include <string>
#include <vector>

#include "test/graph/store_fixture.h"
#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

using StoreFactsTest = StoreTest;

TEST_F(StoreFactsTest, CatalogueSaysTheFactsAndTheTextTheRest) {
  Store store = Store::create(path()).value();
  StoredDocument document = document_of("77/37", "53/70");
  document.date = Date::of(2024, 1, 9);
  ASSERT_TRUE(store.put(document));
  ASSERT_TRUE(store.put(catalogue_of("77/37", "78/16")));
  const LineageGraph graph = loaded(store);
  const Work& work = graph.work(work_in(graph, "77/37"));
  EXPECT_EQ(work.date, Date::of(2023, 12, 4));
  EXPECT_EQ(work.holding, Holding::Held);
  EXPECT_EQ(work.facts.list_status, ListStatus::Known);
}

TEST_F(StoreFactsTest, OfAFactTheGraphTakesWhatMostFilesStateAndTheCloserValue) {
  Store store = Store::create(path()).value();
  const auto put = [&](const std::string& file, const Date& day, const CommitteeReport& report) {
    StoredCatalogue catalogue = catalogue_of("77/37", "78/16");
    catalogue.file = file;
    catalogue.content_hash = file;
    catalogue.works[0].date = Sourced<Date>{day, {file}};
    catalogue.works[0].committee_report = Sourced<CommitteeReport>{report, {file}};
    ASSERT_TRUE(store.put(catalogue));
  };
  const CommitteeReport report{symbol_of("A/78/404"), ""};
  put("a.json", *Date::of(2022, 12, 7), report);
  put("b.json", *Date::of(2021, 12, 7), {symbol_of("A/78/403"), ""});
  put("c.json", *Date::of(2022, 12, 7), report);
  put("d.json", *Date::of(2022, 12, 7), {symbol_of("A/78/404"), "para. 14"});
  const LineageGraph graph = loaded(store);
  const WorkFacts& facts = graph.work(work_in(graph, "77/37")).facts;
  EXPECT_EQ(facts.date->value, Date::of(2022, 12, 7)) << "the lesser stands in one file of four";
  EXPECT_EQ(facts.date->sources, (std::vector<std::string>{"a.json", "c.json", "d.json"}));
  EXPECT_EQ(facts.committee_report->value.symbol, symbol_of("A/78/404"));
  EXPECT_EQ(facts.committee_report->value.pinpoint, "para. 14");
}

TEST_F(StoreFactsTest, EnglishTitleStandsForTheWork) {
  Store store = Store::create(path()).value();
  StoredDocument chinese = document_of("78/16", "53/70");
  chinese.file = "A-RES-78-16.zh.txt";
  chinese.language = Language::Chinese;
  chinese.title = "从国际安全角度";
  chinese.content_hash = "zh";
  ASSERT_TRUE(store.put(chinese));
  ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  const LineageGraph graph = loaded(store);
  const auto& title = graph.work(work_in(graph, "78/16")).facts.title;
  EXPECT_EQ(title->sources, std::vector<std::string>{"A_RES_78_16.en.txt"});
}

TEST_F(StoreFactsTest, FactsOfBodiesComeBack) {
  Result<Store> store = Store::create(path());
  ASSERT_TRUE(store);
  StoredCatalogue catalogue;
  catalogue.file = "bodies.json";
  catalogue.content_hash = "1";
  WorkFacts group(*Symbol::parse("@gge2014-2015"));
  group.title = Sourced<std::string>{"Group of Governmental Experts", {"a"}};
  group.body = {{BodyFact::Years, {"2014-2015", {"b", "a"}}},
                {BodyFact::Outcome, {"consensus", {"c"}}}};
  group.list_status = ListStatus::Known;
  catalogue.works = {group};
  ASSERT_TRUE(store->put(catalogue));
  const Result<LineageGraph> graph = store->load();
  ASSERT_TRUE(graph);
  const auto id = graph->find(group.symbol);
  ASSERT_TRUE(id);
  EXPECT_EQ(graph->work(*id).facts.body, group.body);
  EXPECT_EQ(graph->work(*id).symbol().year(), 2014);
  EXPECT_EQ(graph->work(*id).facts.find(BodyFact::Chair), nullptr);
}

}  // namespace
}  // namespace lineage::test
