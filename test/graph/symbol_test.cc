#include "graph/symbol.h"

#include <algorithm>
#include <random>
#include <vector>

#include "test/graph/symbol_spellings.h"

namespace lineage::test {
namespace {

TEST(SymbolTest, OrderIsTotal) {
  std::vector<Symbol> symbols = all_symbols();
  std::mt19937 random(7);
  std::ranges::shuffle(symbols, random);
  std::ranges::sort(symbols);
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    for (std::size_t j = i; j < symbols.size(); ++j) {
      EXPECT_LE(symbols[i], symbols[j]);
      EXPECT_EQ(symbols[i] == symbols[j], (symbols[i] <=> symbols[j]) == 0)
          << symbols[i].canonical() << " " << symbols[j].canonical();
    }
  }
}

TEST(SymbolTest, OrdersNumbersByValue) {
  const char* ascending[] = {"31/9",    "31/10",         "31/10 A",           "78/16",
                             "S-10/2",  "ES-11/1",       "decision 9 (S-IV)", "A/78/9",
                             "A/78/10", "A/78/10/Add.2", "A/78/10/Add.10"};
  for (std::size_t i = 1; i < std::size(ascending); ++i) {
    EXPECT_LT(*Symbol::parse(ascending[i - 1]), *Symbol::parse(ascending[i])) << ascending[i];
  }
}

TEST(SymbolTest, FactoriesAgreeWithTheParser) {
  const Session regular{SessionKind::Regular, 43};
  using enum Organ;
  const auto resolution = WorkKind::Resolution;
  expect_same_parts(Symbol::slash(GeneralAssembly, resolution, regular, 78, "H"),
                    *Symbol::parse("43/78 H"));
  expect_same_parts(
      Symbol::slash(GeneralAssembly, WorkKind::Decision, {SessionKind::Regular, 77}, 512),
      *Symbol::parse("decision 77/512"));
  expect_same_parts(Symbol::slash(GeneralAssembly, resolution, {SessionKind::Special, 10}, 2),
                    *Symbol::parse("S-10/2"));
  expect_same_parts(Symbol::roman(GeneralAssembly, resolution, {SessionKind::Regular, 3}, 217, "A"),
                    *Symbol::parse("217 A (III)"));
  expect_same_parts(
      Symbol::roman(GeneralAssembly, resolution, {SessionKind::EmergencySpecial, 5}, 2252),
      *Symbol::parse("2252 (ES-V)"));
  expect_same_parts(Symbol::council(1540, 2004), *Symbol::parse("1540 (2004)"));
  expect_same_parts(
      Symbol::slash(EconomicAndSocialCouncil, resolution, {SessionKind::Regular, 1996}, 31),
      *Symbol::parse("E/RES/1996/31"));
  expect_same_parts(Symbol::slash(EnvironmentAssembly, resolution, {SessionKind::Regular, 2}, 24),
                    *Symbol::parse("UNEP/EA.2/RES/24"));
  expect_same_parts(Symbol::slash(HumanRightsCouncil, resolution, {SessionKind::Special, 16}, 1),
                    *Symbol::parse("A/HRC/RES/S-16/1"));
  expect_same_parts(Symbol::named("treaty", "un-charter"), *Symbol::parse("treaty:un-charter"));
}

TEST(SymbolTest, KnowsTheKindOfWork) {
  struct Row {
    const char* text;
    WorkKind kind;
    Organ organ;
  };
  const Row rows[] = {
      {"78/16", WorkKind::Resolution, Organ::GeneralAssembly},
      {"decision 77/512", WorkKind::Decision, Organ::GeneralAssembly},
      {"A/78/404", WorkKind::Report, Organ::GeneralAssembly},
      {"A/69/488/Add.2", WorkKind::Report, Organ::GeneralAssembly},
      {"A/8965", WorkKind::Report, Organ::GeneralAssembly},
      {"E/2022/21", WorkKind::Report, Organ::EconomicAndSocialCouncil},
      {"S/2003/529", WorkKind::Report, Organ::SecurityCouncil},
      {"A/HRC/49/81", WorkKind::Report, Organ::HumanRightsCouncil},
      {"A/C.1/78/L.60/Rev.1", WorkKind::Draft, Organ::GeneralAssembly},
      {"A/77/L.101", WorkKind::Draft, Organ::GeneralAssembly},
      {"A/75/PV.48", WorkKind::Meeting, Organ::GeneralAssembly},
      {"A/C.6/77/SR.35", WorkKind::Meeting, Organ::GeneralAssembly},
      {"S/PRST/2010/2", WorkKind::Statement, Organ::SecurityCouncil},
      {"A/AC.290/2021/CRP.2", WorkKind::Document, Organ::GeneralAssembly},
      {"NPT/CONF.2000/28(PartsIandII)", WorkKind::Document, Organ::Conference},
      {"A/CONF.48/14", WorkKind::Document, Organ::Conference},
      {"ST/SGB/2007/6", WorkKind::Document, Organ::Secretariat},
      {"E/CN.4/2001/2", WorkKind::Document, Organ::CommissionOnHumanRights},
      {"treaty:un-charter", WorkKind::Treaty, Organ::Other},
      {"external:IMO/A.1002(25)", WorkKind::External, Organ::Other},
      {"@gge2014-2015", WorkKind::Body, Organ::Other},
      {"@OEWG2021-2025", WorkKind::Body, Organ::Other},
      {"track:gge", WorkKind::Track, Organ::Other},
  };
  for (const Row& row : rows) {
    const Symbol symbol = Symbol::parse(row.text).value();
    EXPECT_EQ(symbol.kind(), row.kind) << row.text;
    EXPECT_EQ(symbol.organ(), row.organ) << row.text;
  }
}

TEST(SymbolTest, NamesOfKindsReadBack) {
  for (int i = 0; i <= static_cast<int>(WorkKind::Track); ++i) {
    const auto kind = static_cast<WorkKind>(i);
    EXPECT_EQ(work_kind_named(name_of(kind)), kind);
  }
  EXPECT_FALSE(work_kind_named("Resolution"));
}

TEST(SymbolTest, SessionSaysWhenItCanHaveBeenAdopted) {
  struct Row {
    const char* text;
    const char* first;  // "" for nothing
    const char* last;
  };
  const Row rows[] = {{"78/16", "2023-09-01", "2024-09-30"},
                      {"68/243", "2013-09-01", "2014-09-30"},
                      {"1 (I)", "1946-01-10", "1946-12-31"},
                      {"217 A (III)", "1948-09-01", "1949-09-30"},
                      {"S-18/3", "1990-01-01", "1990-12-31"},
                      {"3362 (S-VII)", "1975-01-01", "1975-12-31"},
                      {"ES-10/13", "1997-01-01", "9999-12-31"},
                      {"1540 (2004)", "2004-01-01", "2004-12-31"},
                      {"S/PRST/2010/2", "2010-01-01", "2010-12-31"},
                      {"E/RES/1996/31", "1996-01-01", "1996-12-31"},
                      {"E/RES/2014/5", "2014-01-01", "2014-12-31"},
                      {"E/DEC/2017/206", "2016-07-23", "2017-12-31"},
                      {"E/RES/1235(XLII)", "", ""},
                      {"A/HRC/RES/20/8", "2012-01-01", "2012-12-31"},
                      {"A/HRC/RES/52/5", "2023-01-01", "2023-12-31"},
                      {"E/CN.7/RES/52/6", "2009-01-01", "2009-12-31"},
                      {"A/78/76", "2023-01-01", "2024-12-31"},
                      {"A/8965", "", ""},
                      {"treaty:un-charter", "", ""}};
  for (const Row& row : rows) {
    const auto span = Symbol::parse(row.text)->possible_dates();
    EXPECT_EQ(span ? span->first.iso() : "", row.first) << row.text;
    EXPECT_EQ(span ? span->last.iso() : "", row.last) << row.text;
  }
}

TEST(SymbolTest, YearOrdersUndatedWorks) {
  EXPECT_EQ(Symbol::parse("78/16")->year(), 2023);
  EXPECT_EQ(Symbol::parse("ST/SGB/2007/6")->year(), 2007);
  EXPECT_EQ(Symbol::parse("A/AC.290/2021/CRP.2")->year(), 2021);
  EXPECT_EQ(Symbol::parse("E/DEC/2017/206")->year(), 2017);
  EXPECT_EQ(Symbol::parse("A/8965")->year(), std::nullopt);
}

TEST(SymbolTest, PartsHaveTheirWhole) {
  const auto whole = [](const char* text) {
    const auto symbol = Symbol::parse(text)->whole();
    return symbol ? symbol->canonical() : "";
  };
  EXPECT_EQ(whole("43/78 H"), "A/RES/43/78");
  EXPECT_EQ(whole("217 A (III)"), "A/RES/217(III)");
  EXPECT_EQ(whole("A/69/488/Add.2"), "A/69/488");
  EXPECT_EQ(whole("NPT/CONF.2000/28 (Parts I and II)"), "NPT/CONF.2000/28");
  EXPECT_EQ(whole("A/C.1/78/L.60/Rev.1"), "");
  EXPECT_EQ(whole("78/16"), "");
  EXPECT_EQ(Symbol::parse("43/78 H")->letters(), "H");
  EXPECT_EQ(Symbol::parse("78/16")->letters(), "");
}

TEST(SymbolTest, AddressesLeadToTheDocumentThatHoldsTheText) {
  const auto address = [](const char* text) { return Symbol::parse(text)->address(); };
  EXPECT_EQ(address("78/16"), "https://docs.un.org/en/A/RES/78/16");
  EXPECT_EQ(address("43/78 H"), "https://docs.un.org/en/A/RES/43/78");
  EXPECT_EQ(address("57/270 B"), "https://docs.un.org/en/A/RES/57/270B");
  EXPECT_EQ(address("217 A (III)"), "https://docs.un.org/en/A/RES/217(III)");
  EXPECT_EQ(address("A/78/404"), "https://docs.un.org/en/A/78/404");
  EXPECT_EQ(address("UNEP/EA.2/RES/24"), "https://docs.un.org/en/UNEP/EA.2/Res.24");
  EXPECT_EQ(address("decision 77/512"), "");
  EXPECT_EQ(address("treaty:un-charter"), "");
}

}  // namespace
}  // namespace lineage::test
