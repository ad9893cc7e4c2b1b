#include "test/graph/store_fixture.h"

#include <sqlite3.h>
#include <unistd.h>
#include <utility>

#include "test/support/graph_text.h"

namespace lineage::test {

namespace fs = std::filesystem;

void StoreTest::SetUp() {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  folder_ = fs::temp_directory_path() /
            ("lineage_store_" + std::string(info->name()) + "_" + std::to_string(getpid()));
  fs::create_directories(folder_);
}

void StoreTest::TearDown() { fs::remove_all(folder_); }

void StoreTest::run(const std::string& sql) const {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(database);
  sqlite3_close(database);
}

std::string StoreTest::first_value(const std::string& sql) const {
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
  facts.committee_adoption = Sourced<std::string>{"recorded vote", {"c"}};
  facts.committee_vote = Sourced<CommitteeVote>{
      {124, 6, std::nullopt, {}, {{"Georgia", "GEO"}, {"Ukraine", "UKR"}}, {}}, {"press", "c"}};
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

LineageGraph loaded(const Store& store) {
  auto graph = store.load();
  EXPECT_TRUE(graph.has_value()) << (graph ? "" : graph.error().message);
  if (!graph) {
    return graph_of("");
  }
  check_invariants(*graph);
  return std::move(*graph);
}

}  // namespace lineage::test
