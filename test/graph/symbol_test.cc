#include "graph/symbol.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace lineage {
namespace {

struct Spelling {
  std::string_view written;
  std::string_view canonical;
};

constexpr Spelling kSpellings[] = {
    {"78/16", "A/RES/78/16"},
    {" 78/16\n", "A/RES/78/16"},
    {"78 / 16", "A/RES/78/16"},
    {"078/016", "A/RES/78/16"},
    {"resolution 78/16", "A/RES/78/16"},
    {"res. 78/16", "A/RES/78/16"},
    {"A/RES/78/16", "A/RES/78/16"},
    {"A-RES-78-16", "A/RES/78/16"},
    {"A-RES-S-10-2", "A/RES/S-10/2"},
    {"https://docs.un.org/en/A/RES/78/16", "A/RES/78/16"},
    {"http://www.undocs.org/A/RES/78/16", "A/RES/78/16"},
    {"undocs.org/en/A/RES/78/16?a=b#c", "A/RES/78/16"},
    {"https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F78%2F16&Language=E", "A/RES/78/16"},
    {"43/78H", "A/RES/43/78[H]"},
    {"43/78[H]", "A/RES/43/78[H]"},
    {"43/78 H", "A/RES/43/78[H]"},
    {"43/78\u00A0H", "A/RES/43/78[H]"},
    {"A/RES/43/78 H", "A/RES/43/78[H]"},
    {"a/res/43/78h", "A/RES/43/78[H]"},
    {"A_RES_43_78_H", "A/RES/43/78[H]"},
    {"53/77 AA", "A/RES/53/77[AA]"},
    {"A/RES/48/141[A-B]", "A/RES/48/141[A-B]"},
    {"A/RES/78/80A-B", "A/RES/78/80[A-B]"},
    {"217 A (III)", "A/RES/217(III)[A]"},
    {"217(III)A", "A/RES/217(III)[A]"},
    {"217 (iii) a", "A/RES/217(III)[A]"},
    {"A/RES/217(III)[A]", "A/RES/217(III)[A]"},
    {"A/RES/217 A (III)", "A/RES/217(III)[A]"},
    {"A_RES_217_III_A", "A/RES/217(III)[A]"},
    {"A_RES_75_240-EN", "A/RES/75/240"},
    {"a_res_75_240-zh", "A/RES/75/240"},
    {"A_RES_863(IX)-EN", "A/RES/863(IX)"},
    {"A_RES_863%28IX%29-RU", "A/RES/863(IX)"},
    {"A_RES_75_240-EN (1)", "A/RES/75/240"},
    {"A_C.1_78_L.60_Rev.1-FR", "A/C.1/78/L.60/Rev.1"},
    {"A_RES_S-10_2-AR", "A/RES/S-10/2"},
    {"A_RES_3367_D_XXX", "A/RES/3367(XXX)[D]"},
    {"A/RES/3331B(XXIX)", "A/RES/3331(XXIX)[B]"},
    {"2625 (XXV)", "A/RES/2625(XXV)"},
    {"3362 (S-VII)", "A/RES/3362(S-VII)"},
    {"2252 (ES-V)", "A/RES/2252(ES-V)"},
    {"997 (ES-I)", "A/RES/997(ES-I)"},
    {"S-10/2", "A/RES/S-10/2"},
    {"s-10/2", "A/RES/S-10/2"},
    {"A/RES/S-10/2", "A/RES/S-10/2"},
    {"ES-11/1", "A/RES/ES-11/1"},
    {"ES\u201111/1", "A/RES/ES-11/1"},
    {"decision 77/512", "A/DEC/77/512"},
    {"Decision 77/512 B", "A/DEC/77/512[B]"},
    {"dec:77/512", "A/DEC/77/512"},
    {"A/DEC/77/512", "A/DEC/77/512"},
    {"1540 (2004)", "S/RES/1540(2004)"},
    {"1540(2004)", "S/RES/1540(2004)"},
    {"S/RES/1540(2004)", "S/RES/1540(2004)"},
    {"S/RES/1540 (2004)", "S/RES/1540(2004)"},
    {"S_RES_1540(2004)", "S/RES/1540(2004)"},
    {"S_RES_1540_2004", "S/RES/1540(2004)"},
    {"https://undocs.org/en/S/RES/1540%20(2004)", "S/RES/1540(2004)"},
    {"decision 12 (2004)", "S/DEC/12(2004)"},
    {"E/RES/1996/31", "E/RES/1996/31"},
    {"E/RES/1235(XLII)", "E/RES/1235(XLII)"},
    {"E/DEC/2006/220", "E/DEC/2006/220"},
    {"A/HRC/RES/20/8", "A/HRC/RES/20/8"},
    {"A/hrc/RES/S-16/1", "A/HRC/RES/S-16/1"},
    {"E/CN.4/RES/1987/60", "E/CN.4/RES/1987/60"},
    {"E/CN.7/RES/52/6", "E/CN.7/RES/52/6"},
    {"E/CN.15/RES/26/2", "E/CN.15/RES/26/2"},
    {"E/CN.6/RES/49/7", "E/CN.6/RES/49/7"},
    {"UNEP/EA.2/RES/24", "UNEP/EA.2/RES/24"},
    {"UNEP/EA.5/Res. 14", "UNEP/EA.5/RES/14"},
    {"T/RES/2183(LIII)", "T/RES/2183(LIII)"},
    {"S/PRST/2010/2", "S/PRST/2010/2"},
    {"A/78/404", "A/78/404"},
    {"a/78/0404", "A/78/404"},
    {"A/68/98*", "A/68/98"},
    {"A/69/488/Add.2", "A/69/488/Add.2"},
    {"A/69/488/ADD.2", "A/69/488/Add.2"},
    {"A/C.1/78/L.60/Rev.1", "A/C.1/78/L.60/Rev.1"},
    {"a/c.1/78/l.60/rev.1", "A/C.1/78/L.60/Rev.1"},
    {"A_C.1_78_L.60_Rev.1", "A/C.1/78/L.60/Rev.1"},
    {"A/74/73-E/2019/14", "A/74/73"},
    {"A/42/227-E/1987/65", "A/42/227"},
    {"A/47/277-S/24111", "A/47/277"},
    {"A/51/889\u2011S/1997/357", "A/51/889"},
    {"NPT/CONF.2000/28(PartsIandII)", "NPT/CONF.2000/28(PartsIandII)"},
    {"NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)"},
    {"NPT_CONF.2000_28_PartsIandII", "NPT/CONF.2000/28(PartsIandII)"},
    {"A/78/6 (sect. 29C)", "A/78/6(Sect.29C)"},
    {"A_81_6__SECT._10_", "A/81/6(Sect.10)"},
    {"ICCD/COP(14)/23/Add.1", "ICCD/COP(14)/23/Add.1"},
    {"ST/SGB/2007/6", "ST/SGB/2007/6"},
    {"UNEP/CBD/BS/COP-MOP/5/17", "UNEP/CBD/BS/COP-MOP/5/17"},
    {"A/67/65/Corr.1-E/2012/48/Corr.1", "A/67/65/Corr.1"},
    {"E/CN.4/2001/2", "E/CN.4/2001/2"},
    {"A/AC.290/2021/CRP.2", "A/AC.290/2021/CRP.2"},
    {"A/75/PV.48", "A/75/PV.48"},
    {"A/C.6/56/SR.11-13", "A/C.6/56/SR.11-13"},
    {"A/520/Rev.17", "A/520/Rev.17"},
    {"A/8965", "A/8965"},
    {"A/CONF.48/14", "A/CONF.48/14"},
    {"A/ES-10/273", "A/ES-10/273"},
    {"resolution A/74/367", "A/74/367"},
    {"treaty:un-charter", "treaty:un-charter"},
    {"external:IMO/A.1002(25)", "external:IMO/A.1002(25)"},
};

TEST(SymbolTest, ReadsEverySpelling) {
  for (const Spelling& spelling : kSpellings) {
    const auto symbol = Symbol::parse(spelling.written);
    ASSERT_TRUE(symbol) << spelling.written << ": " << symbol.error().message;
    EXPECT_EQ(symbol->canonical(), spelling.canonical) << spelling.written;
  }
}

TEST(SymbolTest, RefusesWhatIsNoSymbol) {
  for (const std::string_view text : {"",
                                      " ",
                                      "N2337934",  // the number of a job in a file's name
                                      "n2337934",
                                      "G2312345-EN",
                                      "/",
                                      "A",
                                      "A/",
                                      "/A/78",
                                      "A//B",
                                      "A/B",
                                      "and/or",
                                      "n/a",
                                      "24/7",
                                      "2/24",
                                      "2020/21",
                                      "2021-2025",
                                      "OC-16/99",
                                      "HTTP/1.1",
                                      "HIV/AIDS",
                                      "78/16/17",
                                      "78/",
                                      "/16",
                                      "78/-16",
                                      "-78/16",
                                      "43/78 HHH",
                                      "43/78[H",
                                      "43/78 A and B",
                                      "1540",
                                      "1 (1921)",
                                      "1540 (20040)",
                                      "1540 (2004",
                                      "(2004)",
                                      "217 (IIII)",
                                      "2625 (XXXX)",
                                      "2625 (XXXI)",
                                      "217 A (III) B",
                                      "A/RES/",
                                      "A/RES/78",
                                      "A/RES/0/1",
                                      "A/RES/78/0",
                                      "A/RES/2286 (2016)",
                                      "A/RES/99999999999/1",
                                      "78/99999999999",
                                      "A/78/99999999999",
                                      "A/RES/78/16 and 78/17",
                                      "A/404 and A/405",
                                      "A/(78/4",
                                      "A/78)/4",
                                      "A/78/((4))",
                                      "resolution",
                                      "dec:",
                                      "note: see",
                                      "http://",
                                      "http://example.org/A/RES/78/16",
                                      "\uFF17\uFF18/\uFF11\uFF16",
                                      "\u0410/78/404",
                                      "78/16\x01",
                                      "\xff\xfe"}) {
    const auto symbol = Symbol::parse(text);
    ASSERT_FALSE(symbol) << text << " became " << symbol->canonical();
    EXPECT_EQ(symbol.error().code, ErrorCode::Malformed) << text;
  }
  using namespace std::string_view_literals;
  EXPECT_FALSE(Symbol::parse("78/16\0"sv));
  EXPECT_FALSE(Symbol::parse(std::string(100000, 'A') + "/1"));
  EXPECT_FALSE(Symbol::parse(std::string(100000, '/')));
}

TEST(SymbolTest, ErrorNamesTheText) {
  EXPECT_NE(Symbol::parse("and/or").error().message.find("'and/or'"), std::string::npos);
}

std::vector<Symbol> all_symbols() {
  std::vector<Symbol> symbols;
  for (const Spelling& spelling : kSpellings) {
    symbols.push_back(*Symbol::parse(spelling.written));
  }
  return symbols;
}

void expect_same_parts(const Symbol& a, const Symbol& b) {
  EXPECT_EQ(a, b);
  EXPECT_EQ(a.organ(), b.organ()) << a.canonical();
  EXPECT_EQ(a.kind(), b.kind()) << a.canonical();
  EXPECT_EQ(a.session(), b.session()) << a.canonical();
  EXPECT_EQ(a.number(), b.number()) << a.canonical();
  EXPECT_EQ(a <=> b, std::strong_ordering::equal) << a.canonical();
}

TEST(SymbolTest, CanonicalFormReadsBack) {
  for (const Symbol& symbol : all_symbols()) {
    const auto again = Symbol::parse(symbol.canonical());
    ASSERT_TRUE(again) << symbol.canonical();
    expect_same_parts(*again, symbol);
  }
}

TEST(SymbolTest, ShortFormAndFileNameReadBack) {
  for (const Symbol& symbol : all_symbols()) {
    if (symbol.kind() == WorkKind::Resolution || symbol.kind() == WorkKind::Decision) {
      EXPECT_EQ(Symbol::parse(symbol.short_form()).value(), symbol) << symbol.short_form();
      EXPECT_EQ(Symbol::parse(symbol.file_stem()).value(), symbol) << symbol.file_stem();
    }
  }
}

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

TEST(SymbolTest, RomanNumeralsReadBack) {
  for (unsigned number = 1; number < 4000; ++number) {
    EXPECT_EQ(from_roman(roman_numeral(number)), number);
  }
  EXPECT_EQ(roman_numeral(28), "XXVIII");
  for (const char* text : {"", "IIII", "VX", "IM", "IXI", "xx", "A", "XXVIIII"}) {
    EXPECT_FALSE(from_roman(text)) << text;
  }
}

// Cut, doubled and changed spellings must never crash, and what is read must read back.
TEST(SymbolTest, SurvivesDamagedSpellings) {
  std::mt19937 random(1946);
  for (const Spelling& spelling : kSpellings) {
    for (int round = 0; round < 200; ++round) {
      std::string text(spelling.written);
      for (int change = 0; change < 2; ++change) {
        const std::size_t at = random() % text.size();
        switch (random() % 3) {
          case 0:
            text.erase(at, 1);
            break;
          case 1:
            text.insert(at, 1, "/()[]-_.%*S1A0 :"[random() % 16]);
            break;
          default:
            text[at] = static_cast<char>(random() % 256);
        }
        if (text.empty()) {
          break;
        }
      }
      const auto symbol = Symbol::parse(text);
      if (symbol) {
        const auto again = Symbol::parse(symbol->canonical());
        ASSERT_TRUE(again) << text << " became " << symbol->canonical();
        expect_same_parts(*again, *symbol);
      }
    }
  }
}

}  // namespace
}  // namespace lineage
