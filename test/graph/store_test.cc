#include "graph/store/store.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "test/graph/store_fixture.h"
#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

namespace fs = std::filesystem;

TEST_F(StoreTest, LoadGivesTheGraphThatWasPut) {
  const StoredDocument document = document_of("78/16", "53/70");
  const StoredCatalogue catalogue = catalogue_of("77/37", "78/16");
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.put(document));
    ASSERT_TRUE(store.put(catalogue));
  }
  GraphBuilder builder;
  WorkFacts held(*document.symbol);
  held.title = Sourced<std::string>{document.title, {document.file}};
  held.date = Sourced<Date>{*document.date, {document.file}};
  held.list_status = ListStatus::Known;
  builder.add_work(held, Holding::Held);
  for (const Mention& mention : document.mentions) {
    builder.add_citation(
        Citation{.mention = mention, .sentence = document.clauses[0].text, .source = ""});
  }
  for (const WorkFacts& facts : catalogue.works) {
    builder.add_work(facts, Holding::Catalogued);
  }
  for (Citation citation : catalogue.citations) {
    citation.mention.file = catalogue.file;
    citation.source = citation.source.empty() ? catalogue.file : citation.source;
    builder.add_citation(citation);
  }
  const LineageGraph expected = std::move(builder).freeze();
  const LineageGraph graph = loaded(Store::open(path()).value());
  EXPECT_TRUE(same_graph(graph, expected));
  EXPECT_EQ(graph.work(work_in(graph, "77/37")).facts, facts_of("77/37"));
}

TEST_F(StoreTest, OrderOfPutsLeavesNoTrace) {
  const auto graph_after = [this](bool reversed) {
    fs::remove(path());
    Store store = Store::create(path()).value();
    std::vector<StoredDocument> documents{document_of("78/16", "53/70"),
                                          document_of("77/37", "53/70"),
                                          document_of("76/19", "77/37")};
    documents[1].symbol.reset();
    if (reversed) {
      std::ranges::reverse(documents);
      EXPECT_TRUE(store.put(catalogue_of("77/36", "78/16")));
    }
    for (const StoredDocument& document : documents) {
      EXPECT_TRUE(store.put(document));
    }
    if (!reversed) {
      EXPECT_TRUE(store.put(catalogue_of("77/36", "78/16")));
    }
    return loaded(store);
  };
  EXPECT_TRUE(same_graph(graph_after(false), graph_after(true)));
}

TEST_F(StoreTest, PutReplacesOtherContentOfTheSameFile) {
  Store store = Store::create(path()).value();
  StoredDocument document = document_of("78/16", "53/70");
  ASSERT_TRUE(store.put(document));
  ASSERT_TRUE(store.put(document));
  EXPECT_EQ(store.counts()->mentions, 2U) << "the same document twice counts once";
  EXPECT_TRUE(store.has(document.file, "00ff").value());
  document = document_of("78/16", "54/49");
  document.content_hash = "0100";
  ASSERT_TRUE(store.put(document));
  EXPECT_FALSE(store.has(document.file, "00ff").value());
  EXPECT_TRUE(store.has(document.file, "0100").value());
  EXPECT_EQ(store.counts()->documents, 1U);
  EXPECT_EQ(edges_of(loaded(store)), std::vector<std::string>{"78/16 recalls 54/49"});
}

TEST_F(StoreTest, OneFileMayHoldSeveralDocuments) {
  Store store = Store::create(path()).value();
  StoredDocument second = document_of("78/17", "53/70");
  second.file = document_of("78/16", "53/70").file;
  ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  ASSERT_TRUE(store.put(second));
  EXPECT_EQ(store.counts()->documents, 2U);
}

TEST_F(StoreTest, CountsWhatItHolds) {
  Store store = Store::create(path()).value();
  ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  const StoreCounts counts = store.counts().value();
  EXPECT_EQ(counts.works, 2U);
  EXPECT_EQ(counts.documents, 1U);
  EXPECT_EQ(counts.mentions, 2U);
  EXPECT_EQ(counts.unresolved, 1U);
}

TEST_F(StoreTest, TextWithoutClausesLeavesItsListUnknown) {
  Store store = Store::create(path()).value();
  StoredDocument document = document_of("78/16", "53/70");
  document.clauses[0].place = "title";
  ASSERT_TRUE(store.put(document));
  const LineageGraph graph = loaded(store);
  EXPECT_EQ(graph.work(work_in(graph, "78/16")).facts.list_status, ListStatus::Unknown);
}

TEST_F(StoreTest, SymbolThatCannotBeReadBackBecomesUnresolved) {
  Store store = Store::create(path()).value();
  StoredDocument document = document_of("78/16", "53/70");
  document.mentions[0].target = Symbol::slash(Organ::GeneralAssembly, WorkKind::Resolution,
                                              Session{SessionKind::Regular, 0}, 5);
  ASSERT_TRUE(store.put(document));
  EXPECT_EQ(loaded(store).unresolved().size(), 2U);
}

TEST_F(StoreTest, EditedValuesThatNobodyWritesAreMalformed) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  }
  run("UPDATE mention SET relation = 'adores'");
  const auto graph = Store::open(path())->load();
  ASSERT_FALSE(graph);
  EXPECT_EQ(graph.error().code, ErrorCode::Malformed);
  EXPECT_NE(graph.error().message.find("'adores'"), std::string::npos);
}

TEST_F(StoreTest, ViewsAnswerSqlUsers) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  }
  EXPECT_EQ(first_value("SELECT holding || ' ' || date FROM v_works WHERE symbol = 'A/RES/78/16'"),
            "held 2023-12-04");
  EXPECT_EQ(first_value("SELECT holding FROM v_works WHERE symbol = 'A/RES/53/70'"), "only cited");
  EXPECT_EQ(first_value("SELECT relation || mentions FROM v_citations"), "recalls1");
  EXPECT_EQ(first_value("SELECT pinpoint FROM v_mentions WHERE begin_byte = 10"), "para. 14");
}

TEST_F(StoreTest, TheSameTextAgainCountsOnceInTheGraph) {
  Store store = Store::create(path()).value();
  StoredContent pdf = content_of("a.pdf", "01", "pdf");
  pdf.documents[0].sketch = {1, 2, 3, 5};
  ASSERT_TRUE(store.put(pdf));
  ASSERT_TRUE(store.put(content_of("a.docx", "02", "docx")));
  EXPECT_EQ(store.counts()->documents, 2U) << "both are kept";
  EXPECT_TRUE(store.rival_texts()->empty());
  const LineageGraph graph = loaded(store);
  for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
    for (const Passage& passage : graph.passages(edge)) {
      EXPECT_EQ(passage.file, "a.docx") << "formats with structure go first";
    }
  }
  EXPECT_EQ(store.verify().value(), std::vector<std::string>{});
}

TEST_F(StoreTest, DifferentTextsOfOneWorkAreBothUsedAndReported) {
  Store store = Store::create(path()).value();
  StoredContent other = content_of("b.txt", "01", "text");
  other.documents[0].sketch = {11, 12, 13, 14};
  ASSERT_TRUE(store.put(other));
  ASSERT_TRUE(store.put(content_of("a.txt", "02", "text")));
  const auto rivals = store.rival_texts().value();
  ASSERT_EQ(rivals.size(), 1U);
  EXPECT_EQ(rivals[0].files, (std::vector<std::string>{"a.txt", "b.txt"}));
}

TEST_F(StoreTest, FindsWordsAndForgetsThemWithTheFile) {
  Store store = Store::create(path()).value();
  ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
  SearchQuery query;
  query.words = "resolution recalling";
  auto found = store.search(query);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->hits.size(), 1U);
  EXPECT_EQ(found->hits[0].symbol->short_form(), "78/16");
  EXPECT_FALSE(found->hits[0].text.empty());
  query.phrase = true;
  EXPECT_EQ(store.search(query)->found, 0U);
  query.words = "recalling its";
  EXPECT_EQ(store.search(query)->found, 1U);
  query.language = Language::French;
  EXPECT_EQ(store.search(query)->found, 0U);
  query.language.reset();
  ASSERT_TRUE(store.remove_files({"a.txt"}));
  EXPECT_EQ(store.search(query)->found, 0U);
  EXPECT_EQ(store.counts()->documents, 0U);
  EXPECT_EQ(store.verify().value(), std::vector<std::string>{});
}

}  // namespace
}  // namespace lineage::test
