#include "graph/store/store.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <string>
#include <unistd.h>

#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

namespace fs = std::filesystem;

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("lineage_store_" + std::string(info->name()) + "_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path path() const { return folder_ / "lineage.db"; }

  // Runs SQL on the store behind its back.
  void run(const std::string& sql) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
  }

  [[nodiscard]] std::string first_value(const std::string& sql) const {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    std::string value = "(no row)";
    sqlite3_open(path().c_str(), &database);
    sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != nullptr) {
      value = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
  }

  fs::path folder_;
};

StoredDocument document_of(std::string_view symbol, std::string_view target) {
  using namespace std::string_literals;
  StoredDocument document;
  document.symbol = symbol_of(symbol);
  document.file = document.symbol->file_stem() + ".en.txt";
  document.content_hash = "00ff";
  document.title = "Developments \xe2\x80\x9cin the field\xe2\x80\x9d";
  document.date = Date::of(2023, 12, 4);
  document.clauses = {{"pp1", "Recalling a resolution\0with a NUL,"s, 0, 100}};
  Mention mention;
  mention.document = document.symbol;
  mention.file = document.file;
  mention.target = symbol_of(target);
  mention.relation = Relation::Recalls;
  mention.verb = "Recalling\0"s;
  mention.place = mention.clause = "pp1";
  mention.pinpoint = "para. 14";
  mention.date = Date::of(1998, 12, 4);
  mention.suggestion = Date::of(1998, 12, 5);
  mention.begin = 10;
  mention.end = 15;
  mention.quote = "resolution 53/70";
  mention.flags = {MentionFlag::SharedDate, MentionFlag::ExternalBody};
  document.mentions.push_back(mention);
  mention.status = MentionStatus::Ambiguous;
  mention.target.reset();
  mention.candidates = {symbol_of("2/24"), symbol_of("UNEP/EA.2/RES/24")};
  mention.by = FoundBy::Name;
  mention.begin = 40;
  mention.end = 45;
  document.mentions.push_back(mention);
  return document;
}

WorkFacts facts_of(std::string_view symbol) {
  WorkFacts facts(symbol_of(symbol));
  facts.aliases = {symbol_of("E/2019/14"), symbol_of("S/2003/529")};
  facts.date = Sourced<Date>{*Date::of(2023, 12, 4), {"b", "a"}};
  facts.title = Sourced<std::string>{"", {}};
  facts.description = Sourced<std::string>{"a few words", {"a"}};
  facts.adoption = Sourced<std::string>{"recorded vote", {"a"}};
  Vote vote{.in_favour = 161,
            .against = 9,
            .abstaining = 11,
            .voted_for = {},
            .voted_against = {},
            .abstained = {}};
  vote.voted_for = {{"France", "FRA"}, {"Yugoslavia", ""}};
  vote.abstained = {{"Mali", "MLI"}};
  facts.vote = Sourced<Vote>{vote, {"roll call"}};
  facts.agenda_item = Sourced<AgendaItem>{{"94 (a)", ""}, {"a"}};
  facts.committee = Sourced<std::string>{"First Committee", {"a"}};
  facts.committee_report = Sourced<CommitteeReport>{{symbol_of("A/78/404"), "para. 14"}, {"a"}};
  facts.draft = Sourced<Symbol>{symbol_of("A/C.1/78/L.60/Rev.1"), {"a"}};
  facts.meeting = Sourced<std::string>{"A/78/PV.42", {"a"}};
  facts.sponsors = Sourced<std::vector<State>>{{{"France", "FRA"}}, {"a", "c"}};
  facts.additional_sponsors = Sourced<std::vector<State>>{{}, {"c"}};
  facts.list_status = ListStatus::Partial;
  facts.list_sources = {"z", "a"};
  return facts;
}

StoredCatalogue catalogue_of(std::string_view symbol, std::string_view target) {
  StoredCatalogue catalogue;
  catalogue.file = "catalogue/ict.json";
  catalogue.content_hash = "beef";
  catalogue.works = {facts_of(symbol), WorkFacts(symbol_of(target))};
  Mention mention;
  mention.document = symbol_of(symbol);
  mention.target = symbol_of(target);
  mention.relation = Relation::Recalls;
  mention.place = "pp2";
  catalogue.citations = {Citation{.mention = mention, .sentence = "", .source = "yearbook"},
                         Citation{.mention = mention, .sentence = "", .source = ""}};
  return catalogue;
}

LineageGraph loaded(const Store& store) {
  auto graph = store.load();
  EXPECT_TRUE(graph.has_value()) << (graph ? "" : graph.error().message);
  if (!graph) {
    return graph_of("");
  }
  check_invariants(*graph);
  return std::move(*graph);
}

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

TEST_F(StoreTest, CatalogueSaysTheFactsAndTheTextTheRest) {
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

TEST_F(StoreTest, OfAFactTheGraphTakesWhatMostFilesStateAndTheCloserValue) {
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

TEST_F(StoreTest, EnglishTitleStandsForTheWork) {
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

TEST_F(StoreTest, BatchThatIsNotEndedIsRolledBack) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
    EXPECT_EQ(loaded(store).work_count(), 2U);
  }
  EXPECT_EQ(Store::open(path())->counts()->documents, 0U);
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
    ASSERT_TRUE(store.end_batch());
  }
  EXPECT_EQ(Store::open(path())->counts()->documents, 1U);
}

TEST_F(StoreTest, ReadersGoOnWhileAWriterIsAtWork) {
  Store writer = Store::create(path()).value();
  ASSERT_TRUE(writer.put(document_of("78/16", "53/70")));
  ASSERT_TRUE(writer.begin_batch());
  ASSERT_TRUE(writer.put(document_of("78/17", "53/70")));
  EXPECT_EQ(Store::open(path())->counts()->documents, 1U);
}

TEST_F(StoreTest, ClosedStoreIsOneFileThatReadsWithoutWriting) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.put(document_of("78/16", "53/70")));
  }
  const auto file_count = [this] {
    return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
  };
  EXPECT_EQ(file_count(), 1);
  EXPECT_EQ(first_value("PRAGMA journal_mode"), "delete");
  fs::permissions(path(), fs::perms::owner_read);
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(loaded(Store::open(path()).value()).work_count(), 2U);
  EXPECT_EQ(file_count(), 1);
  fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(StoreTest, MissingFileIsNotFound) {
  const auto store = Store::open(path());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::NotFound);
  EXPECT_NE(store.error().message.find(path().string()), std::string::npos);
}

TEST_F(StoreTest, OtherFilesAreNoStores) {
  std::ofstream(path()) << std::string(5000, 'x');
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(Store::create(path()).error().code, ErrorCode::Malformed);
  std::ofstream(path()) << "";
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(Store::open(folder_).error().code, ErrorCode::Malformed);
}

TEST_F(StoreTest, OtherDatabasesAreLeftAlone) {
  run("CREATE TABLE t (x); PRAGMA user_version = 7");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(Store::create(path()).error().code, ErrorCode::Malformed);
  EXPECT_EQ(first_value("SELECT group_concat(name) FROM sqlite_schema"), "t");
  EXPECT_EQ(first_value("PRAGMA journal_mode"), "delete");
}

TEST_F(StoreTest, FactsOfBodiesComeBack) {
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

TEST_F(StoreTest, FormatTwoIsConvertedByTheNextWriter) {
  { ASSERT_TRUE(Store::create(path())); }
  run("DROP TABLE entry_body; PRAGMA user_version = 2");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Unsupported);
  { ASSERT_TRUE(Store::create(path())); }
  EXPECT_TRUE(Store::open(path()));
  EXPECT_EQ(first_value("SELECT count(*) FROM entry_body"), "0");
}

TEST_F(StoreTest, NewerFormatIsUnsupported) {
  { ASSERT_TRUE(Store::create(path())); }
  run("PRAGMA user_version = 4");
  EXPECT_EQ(Store::open(path()).error().code, ErrorCode::Unsupported);
  EXPECT_EQ(Store::create(path()).error().code, ErrorCode::Unsupported);
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

TEST_F(StoreTest, PathsThatCannotBeWrittenAreIo) {
  EXPECT_EQ(Store::create(folder_ / "none" / "lineage.db").error().code, ErrorCode::Io);
  EXPECT_EQ(Store::create(folder_).error().code, ErrorCode::Io);
}

TEST_F(StoreTest, LockedStoreIsIo) {
  Store first = Store::create(path()).value();
  ASSERT_TRUE(first.begin_batch());
  ASSERT_TRUE(first.put(document_of("78/16", "53/70")));
  const auto second = Store::create(path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::Io);
  EXPECT_NE(second.error().message.find("locked"), std::string::npos);
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

TEST_F(StoreTest, OlderFormatIsConvertedWithEveryRow) {
  std::ifstream file(std::string(LINEAGE_SOURCE_DIR) + "/test/graph/store_format_1.sql");
  run(std::string(std::istreambuf_iterator<char>(file), {}));
  const auto before = Store::open(path());
  ASSERT_FALSE(before);
  EXPECT_EQ(before.error().code, ErrorCode::Unsupported);
  EXPECT_NE(before.error().message.find("lineage ingest"), std::string::npos);
  { ASSERT_TRUE(Store::create(path())); }
  const auto store = Store::open(path());
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(store->verify().value(), std::vector<std::string>{});
  const LineageGraph graph = loaded(*store);
  const Work& work = graph.work(work_in(graph, "77/37"));
  EXPECT_EQ(work.facts.vote->value.voted_for, (std::vector<State>{{"CHILE", "CHL"}}));
  EXPECT_EQ(work.facts.date->sources, std::vector<std::string>{"text"});
  ASSERT_EQ(graph.unresolved().size(), 1U);
  EXPECT_EQ(graph.unresolved()[0].candidates.size(), 2U);
  const auto edges = graph.cites(work_in(graph, "78/16"));
  ASSERT_EQ(edges.size(), 1U);
  const Passage& passage = graph.passages(edges[0])[0];
  EXPECT_EQ(passage.file, "A_RES_78_16.en.txt");
  EXPECT_EQ(passage.sentence, "Recalling its resolution 53/70,");
}

StoredContent content_of(const std::string& name, const std::string& hash, std::string format) {
  StoredContent content;
  content.file = {name, {}, 10, 20};
  content.hash = hash;
  content.format = std::move(format);
  StoredDocument document = document_of("78/16", "53/70");
  document.clauses[0].words = "recalling its resolution 53 70";
  document.sketch = {1, 2, 3, 4};
  content.text = std::string(document.clauses[0].begin, ' ') + document.clauses[0].text +
                 std::string(1 << 20, ' ');
  content.documents.push_back(std::move(document));
  return content;
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

TEST_F(StoreTest, KeptArraysAreThoseOfTheRowsOrNone) {
  Store store = Store::create(path()).value();
  ASSERT_TRUE(store.begin_batch());
  ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
  ASSERT_TRUE(store.end_batch(Freeze::Yes));
  const auto frozen = store.frozen().value();
  ASSERT_TRUE(frozen);
  const LineageGraph graph = loaded(store);
  EXPECT_EQ(*frozen, FrozenGraph::of(graph));
  const auto id = frozen->find("A/RES/78/16");
  ASSERT_TRUE(id);
  EXPECT_EQ(frozen->name(*id), "A/RES/78/16");
  ASSERT_EQ(frozen->cites(*id).size(), 1U);
  EXPECT_EQ(frozen->name(frozen->cites(*id)[0]), "A/RES/53/70");
  EXPECT_EQ(frozen->cited_by(frozen->cites(*id)[0])[0], *id);
  ASSERT_TRUE(store.put(catalogue_of("77/37", "78/16")));
  EXPECT_FALSE(store.frozen().value()) << "the rows have changed since";
}

TEST_F(StoreTest, TheOutlineIsTheGraphWithoutProofs) {
  Store store = Store::create(path()).value();
  ASSERT_TRUE(store.begin_batch());
  StoredContent content = content_of("a.txt", "01", "text");
  WorkFacts facts(symbol_of("A/53/70"));
  facts.aliases.push_back(symbol_of("E/1998/1"));
  facts.title = Sourced<std::string>{"A report", {"the catalogue"}};
  facts.list_status = ListStatus::Partial;
  content.works.push_back(facts);
  ASSERT_TRUE(store.put(content));
  ASSERT_TRUE(store.end_batch(Freeze::Yes));
  const LineageGraph whole = loaded(store);
  const LineageGraph outline = store.outline().value();
  ASSERT_TRUE(outline.is_outline());
  ASSERT_EQ(outline.work_count(), whole.work_count());
  EXPECT_TRUE(std::ranges::equal(outline.edges(), whole.edges()));
  EXPECT_EQ(&outline.structure(), &outline.structure());
  for (WorkId id = 0; id < whole.work_count(); ++id) {
    const Work& work = outline.work(id);
    EXPECT_EQ(&work, &outline.work(id)) << "a work is made once";
    EXPECT_EQ(work.symbol(), whole.work(id).symbol());
    EXPECT_EQ(work.date, whole.work(id).date);
    EXPECT_EQ(work.holding, whole.work(id).holding);
    EXPECT_EQ(work.facts.list_status, whole.work(id).facts.list_status);
    EXPECT_EQ(work.facts.title.has_value(), whole.work(id).facts.title.has_value());
    EXPECT_EQ(outline.find(work.symbol()), id);
    EXPECT_TRUE(std::ranges::equal(outline.cites(id), whole.cites(id)));
    EXPECT_TRUE(std::ranges::equal(outline.cited_by(id), whole.cited_by(id)));
  }
  const auto report = outline.find(symbol_of("E/1998/1"));
  ASSERT_TRUE(report) << "an alias names the work";
  EXPECT_EQ(outline.work(*report).facts.title->value, "A report");
  EXPECT_EQ(outline.work(*report).facts.list_status, ListStatus::Partial);
  ASSERT_TRUE(store.put(catalogue_of("77/37", "78/16")));
  EXPECT_FALSE(store.outline()->is_outline()) << "the arrays are out of date";
}

TEST_F(StoreTest, ArraysOfAnotherVersionAreAsGoodAsNone) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
    ASSERT_TRUE(store.end_batch(Freeze::Yes));
  }
  run("UPDATE frozen SET data = CAST('LnGrArr1' || substr(data, 9) AS BLOB)");
  const auto store = Store::open(path());
  EXPECT_FALSE(store->frozen().value());
  EXPECT_EQ(store->outline()->work_count(), store->load()->work_count());
  EXPECT_EQ(store->verify().value(), std::vector<std::string>{});
}

TEST_F(StoreTest, DamagedArraysAreFound) {
  {
    Store store = Store::create(path()).value();
    ASSERT_TRUE(store.begin_batch());
    ASSERT_TRUE(store.put(content_of("a.txt", "01", "text")));
    ASSERT_TRUE(store.end_batch(Freeze::Yes));
  }
  run("UPDATE frozen SET data = substr(data, 1, length(data) - 4)");
  const auto store = Store::open(path());
  EXPECT_FALSE(store->frozen());
  EXPECT_FALSE(store->verify()->empty());
}

}  // namespace
}  // namespace lineage::test
