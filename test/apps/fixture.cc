#include "test/apps/fixture.h"

#include <fstream>
#include <sstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "graph/store/store.h"
#include "test/support/graph_text.h"

namespace lineage::test {
namespace {

constexpr const char* kText = "texts/78-16.en.txt";
constexpr const char* kCatalogue = "catalogue/small.json";

Mention mention(const char* target, Relation relation, const char* place) {
  Mention m;
  m.document = symbol_of("78/16");
  m.file = kText;
  m.target = symbol_of(target);
  m.kind = m.target->kind();
  m.relation = relation;
  m.place = place;
  m.clause = place;
  return m;
}

StoredDocument document() {
  StoredDocument document;
  document.file = kText;
  document.content_hash = "1";
  document.symbol = symbol_of("78/16");
  document.title = "Programme of action to advance responsible State behaviour";
  document.date = Date::of(2023, 12, 4);
  document.clauses = {
      {"header", "[on the report of the First Committee (A/78/404, para. 14)]", 0, 58},
      {"pp1",
       "Recalling its resolutions 53/70 of 4 December 1998 and 77/37 of 7 December 2022, and the "
       "work done pursuant to resolution 77/37,",
       100, 230}};
  Mention report = mention("A/78/404", Relation::AdoptedOnReport, "header");
  report.pinpoint = "para. 14";
  report.begin = 36;
  report.end = 44;
  report.quote = "A/78/404, para. 14";
  Mention first = mention("53/70", Relation::Recalls, "pp1");
  first.verb = "Recalling";
  first.date = Date::of(1998, 12, 4);
  first.begin = 126;
  first.end = 131;
  first.quote = "53/70 of 4 December 1998";
  Mention second = mention("77/37", Relation::Recalls, "pp1");
  second.verb = "Recalling";
  second.date = Date::of(2022, 12, 7);
  second.begin = 155;
  second.end = 160;
  second.quote = "77/37 of 7 December 2022";
  Mention third = mention("77/37", Relation::PursuantTo, "pp1");
  third.verb = "pursuant to";
  third.begin = 223;
  third.end = 228;
  third.quote = "77/37";
  document.mentions = {report, first, second, third};
  return document;
}

Citation listed(const char* source, const char* target, const char* verb) {
  Citation citation;
  citation.mention.document = symbol_of(source);
  citation.mention.file = kCatalogue;
  citation.mention.target = symbol_of(target);
  citation.mention.relation = Relation::Recalls;
  citation.mention.verb = verb;
  citation.mention.place = "pp1";
  citation.source = "text";
  return citation;
}

StoredCatalogue catalogue() {
  StoredCatalogue catalogue;
  catalogue.file = kCatalogue;
  catalogue.content_hash = "2";
  WorkFacts programme(symbol_of("77/37"));
  programme.date = Sourced<Date>{*Date::of(2022, 12, 7), {"library"}};
  programme.title = Sourced<std::string>{"Programme of action", {"library"}};
  programme.vote = Sourced<Vote>{{156, 7, 14, {}, {}, {}}, {"library"}};
  programme.sponsors =
      Sourced<std::vector<State>>{{{"FRANCE", "FRA"}, {"EGYPT", "EGY"}}, {"draft"}};
  programme.list_status = ListStatus::Known;
  WorkFacts group(symbol_of("76/19"));
  group.date = Sourced<Date>{*Date::of(2021, 12, 6), {"library"}};
  group.list_status = ListStatus::Partial;
  catalogue.works = {programme, group};
  catalogue.citations = {listed("77/37", "76/19", "Recalling"),
                         listed("77/37", "53/70", "Recalling"),
                         listed("76/19", "53/70", "Recalling")};
  return catalogue;
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "lineage-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    ADD_FAILURE() << "cannot make a folder like " << name;
  }
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void write_store(const std::filesystem::path& path) {
  Result<Store> store = Store::create(path);
  ASSERT_TRUE(store) << store.error().message;
  ASSERT_TRUE(store->put(document()));
  ASSERT_TRUE(store->put(catalogue()));
}

void write_languages(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const auto write = [&](const char* name, const char* text) {
    std::ofstream(folder / name, std::ios::binary) << text;
  };
  write("en.txt",
        "A/RES/78/16\n\nThe General Assembly,\n\n"
        "Recalling its resolution 53/70 of 4 December 1998,\n\n"
        "1. Welcomes the report;¹\n\n¹ A/77/275.\n");
  write("es.txt",
        "A/RES/78/16\n\nLa Asamblea General,\n\n"
        "Recordando su resolución 53/70, de 4 de diciembre de 1999,\n\n"
        "1. Acoge con beneplácito el informe¹;\n\n¹ A/77/275.\n");
  write("fr.txt",
        "A/RES/78/16\n\nL’Assemblée générale,\n\n"
        "Rappelant ses résolutions 53/70 du 4 décembre 1998 et 54/49 du 1er décembre 1999,\n\n"
        "1. Prend note du rapport¹ ;\n\n¹ A/77/275.\n");
}

ChildOutput run_program(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), LINEAGE_PROGRAM);
  // Sanitizers reserve terabytes of addresses, so no limit on these here.
  const auto output = run_child(arguments, "", {.memory = static_cast<std::size_t>(-1)});
  EXPECT_TRUE(output) << output.error().message;
  return output.value_or(ChildOutput{-1, "", ""});
}

ChildOutput run_shell(const std::string& script) {
  const auto output = run_child({"/bin/sh", "-c", script, LINEAGE_PROGRAM}, "",
                                {.memory = static_cast<std::size_t>(-1)});
  EXPECT_TRUE(output) << output.error().message;
  return output.value_or(ChildOutput{-1, "", ""});
}

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> list;
  std::string word;
  bool quoted = false;
  bool begun = false;
  for (const char c : line) {
    if (c == '\'') {
      quoted = !quoted;
      begun = true;
    } else if (c == ' ' && !quoted) {
      if (begun) {
        list.push_back(word);
      }
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (begun) {
    list.push_back(word);
  }
  return list;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace lineage::test
