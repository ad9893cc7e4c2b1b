#include <random>
#include <string>

#include "test/graph/symbol_spellings.h"

namespace lineage::test {
namespace {

TEST(SymbolSpellingTest, ReadsEverySpelling) {
  for (const Spelling& spelling : kSpellings) {
    const auto symbol = Symbol::parse(spelling.written);
    ASSERT_TRUE(symbol) << spelling.written << ": " << symbol.error().message;
    EXPECT_EQ(symbol->canonical(), spelling.canonical) << spelling.written;
  }
}

TEST(SymbolSpellingTest, RefusesWhatIsNoSymbol) {
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

TEST(SymbolSpellingTest, ErrorNamesTheText) {
  EXPECT_NE(Symbol::parse("and/or").error().message.find("'and/or'"), std::string::npos);
}

TEST(SymbolSpellingTest, CanonicalFormReadsBack) {
  for (const Symbol& symbol : all_symbols()) {
    const auto again = Symbol::parse(symbol.canonical());
    ASSERT_TRUE(again) << symbol.canonical();
    expect_same_parts(*again, symbol);
  }
}

TEST(SymbolSpellingTest, ShortFormAndFileNameReadBack) {
  for (const Symbol& symbol : all_symbols()) {
    if (symbol.kind() == WorkKind::Resolution || symbol.kind() == WorkKind::Decision) {
      EXPECT_EQ(Symbol::parse(symbol.short_form()).value(), symbol) << symbol.short_form();
      EXPECT_EQ(Symbol::parse(symbol.file_stem()).value(), symbol) << symbol.file_stem();
    }
  }
}

// Cut, doubled and changed spellings must never crash, and what is read must read back.
TEST(SymbolSpellingTest, SurvivesDamagedSpellings) {
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
}  // namespace lineage::test
