#include "analysis/query/parser.h"

#include <random>

#include <gtest/gtest.h>

#include "analysis/query/lexer.h"

namespace lineage::query {
namespace {

// The tokens behind one another, each in brackets.
std::string cut(std::string_view text) {
  const Parsed<std::vector<Lexeme>> found = tokens(text);
  if (!found) {
    return "error: " + found.error().message;
  }
  std::string shown;
  for (const Lexeme& lexeme : *found) {
    shown += lexeme.token == Token::End ? "" : "[" + lexeme.text + "]";
  }
  return shown;
}

TEST(LexerTest, ASymbolIsOneToken) {
  for (const char* symbol : {"78/16", "43/78H", "217A(III)", "2252(ES-V)", "S-30/1", "ES-11/4",
                             "S/RES/1373(2001)", "1540(2004)", "dec:77/512", "A/C.1/78/L.60/Rev.1",
                             "A/70/174", "A/RES/43/78[H]", "A/RES/217(III)[A]", "A_RES_43_78_H",
                             "NPT/CONF.2000/28(PartsIandII)", "treaty:un-charter"}) {
    const std::string text = symbol;
    EXPECT_EQ(cut(text), "[" + text + "]");
    EXPECT_EQ(cut("::" + text), "[::][" + text + "]");
    EXPECT_EQ(cut(text + "::"), "[" + text + "][::]");
    EXPECT_EQ(cut(text + ".." + text), "[" + text + "][..][" + text + "]");
    EXPECT_EQ(cut("f(" + text + ")"), "[f][(][" + text + "][)]");
    const Parsed<std::vector<Lexeme>> found = tokens(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->front().token, Token::Symbol) << text;
  }
}

TEST(LexerTest, NumbersDatesAndTextsAreNoSymbols) {
  EXPECT_EQ(cut("year(2015..2021)"), "[year][(][2015][..][2021][)]");
  EXPECT_EQ(cut("date(after:2015-01-01)"), "[date][(][after][:][2015-01-01][)]");
  EXPECT_EQ(cut("\"43/78 H\" ~ 'a \"b'"), "[43/78 H][~][a \"b]");
  EXPECT_EQ(cut("references(78/16)"), "[references][(][78/16][)]");
}

struct Reading {
  const char* text;
  const char* plain;
};

TEST(ParserTest, BindsAsTheReferenceSays) {
  const std::vector<Reading> readings{
      {"a()|b()&c()", "a() | b() & c()"},
      {"(a()|b())&c()", "(a() | b()) & c()"},
      {"a()&b()~c()", "a() & b() ~ c()"},
      {"a()&(b()~c())", "a() & (b() ~ c())"},
      {"not ::78/16 & all()", "not ::78/16 & all()"},
      {"not (a()|b())", "not (a() | b())"},
      {"(::78/16)::", "(::78/16)::"},
      {"53/70::78/16", "53/70::78/16"},
      {"( 53/70 )..78/16", "53/70..78/16"},
      {"78/16:: & a()", "78/16:: & a()"},
      {"f(x|y,depth=2)", "f(x | y, depth=2)"},
      {"date(after:2015)", "date(after:2015)"},
      {"year(..2015)|year(2015..)", "year(..2015) | year(2015..)"},
  };
  for (const Reading& reading : readings) {
    const Parsed<Query> query = parse(reading.text);
    ASSERT_TRUE(query) << reading.text << ": " << query.error().message;
    EXPECT_EQ(printed(query->expression), reading.plain);
    const Parsed<Query> again = parse(reading.plain);
    ASSERT_TRUE(again) << reading.plain;
    EXPECT_EQ(again->expression, query->expression) << reading.text;
  }
}

TEST(ParserTest, TakesTheOutputBehindAnArrow) {
  const Parsed<Query> query = parse("78/16 => csv");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->output, "csv");
  EXPECT_EQ(query->output_span, (TextSpan{9, 12}));
}

struct Mistake {
  std::string text;
  const char* message;
  std::size_t begin;
};

TEST(ParserTest, SaysWhatIsWrongAndWhere) {
  const std::vector<Mistake> mistakes{
      {"", "the query is empty", 0},
      {"78/16 &", "expected a symbol", 7},
      {"f(78/16", "expected ')' to close the bracket that opens at byte 2", 7},
      {"78/16)", "this ')' closes nothing", 5},
      {"78/16 77/37", "expected '&', '~', '|' or the end before '77/37'", 6},
      {"43/78 H", "stands in quotes: \"43/78 H\"", 6},
      {"::78/16::", "do not chain", 7},
      {"not not 78/16", "take both away", 4},
      {"\"78/16", "the quote that begins here does not end", 0},
      {"78/16 + 77/37", "'+' means nothing in a query", 6},
      {"rubbish9", "is no symbol", 0},
      {"78/16 =>", "expected the name of an output", 8},
      {"f(depth: 2)", "write 'depth=' for a setting", 7},
      {"\xE4\xBA\xBA", "'\xE4\xBA\xBA' means nothing", 0},
  };
  for (const Mistake& mistake : mistakes) {
    const Parsed<Query> query = parse(mistake.text);
    ASSERT_FALSE(query) << mistake.text;
    EXPECT_NE(query.error().message.find(mistake.message), std::string::npos)
        << mistake.text << ": " << query.error().message;
    EXPECT_EQ(query.error().where.begin, mistake.begin) << mistake.text;
  }
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += part;
  }
  return text;
}

TEST(ParserTest, RefusesWhatIsTooLargeAtOnce) {
  for (const std::string& text :
       {repeated("(", 100'000), repeated("(", 60'000), repeated("f(", 30'000),
        repeated("not(", 15'000), repeated("all() & (", 1000) + "all()" + repeated(")", 1000),
        repeated("all() | ", 8000) + "all()", std::string(10'000'000, 'a')}) {
    const Parsed<Query> query = parse(text);
    ASSERT_FALSE(query) << text.substr(0, 20);
    EXPECT_TRUE(query.error().message.find("nested deeper") != std::string::npos ||
                query.error().message.find("parts") != std::string::npos ||
                query.error().message.find("at most") != std::string::npos)
        << query.error().message;
  }
}

TEST(ParserTest, LongChainsAreNoDepth) {
  EXPECT_TRUE(parse(repeated("all() & ", 2000) + "all()"));
  EXPECT_TRUE(parse(repeated("(", 90) + "all()" + repeated(")", 90)));
}

// Any bytes give a tree or an error within the text, and a tree prints to one that parses equal.
TEST(ParserTest, EndsOnAnyTextAndReadsWhatItPrints) {
  const std::vector<std::string> pieces{"78/16", "(", ")", "::", "..", "~", "&", "|",  "not ",
                                        "f(",    ",", "=", ":",  "a",  "2", " ", "\"", "'",
                                        "=> ",   "-", "[", "]",  "/",  "H", ".", "é",  "\n"};
  std::mt19937 random(7);
  std::size_t parsed = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (std::size_t n = random() % 12; n > 0; --n) {
      text += pieces[random() % pieces.size()];
    }
    const Parsed<Query> query = parse(text);
    if (!query) {
      EXPECT_LE(query.error().where.begin, query.error().where.end) << text;
      EXPECT_LE(query.error().where.end, text.size()) << text;
      EXPECT_EQ(picture(text, query.error().where).size(), 2U);
      continue;
    }
    ++parsed;
    const Parsed<Query> again = parse(printed(query->expression));
    ASSERT_TRUE(again) << text << " printed " << printed(query->expression);
    EXPECT_EQ(again->expression, query->expression) << text;
  }
  EXPECT_GT(parsed, 500U);
}

TEST(PictureTest, PutsTheCaretUnderThePlace) {
  EXPECT_EQ(picture("all() & nobody()", {8, 14}),
            (std::vector<std::string>{"  all() & nobody()", "          ^^^^^^"}));
  const std::string wide = "title(\"\xE4\xBA\xBA\") & x";  // one character, two columns
  EXPECT_EQ(picture(wide, {15, 16}),
            (std::vector<std::string>{"  title(\"\xE4\xBA\xBA\") & x", "                ^"}));
  const std::vector<std::string> far = picture(std::string(5000, ' ') + "x", {5000, 5001});
  EXPECT_EQ(far[0].find('x'), far[1].find('^') + 2) << "the sign of omission is three bytes";
}

}  // namespace
}  // namespace lineage::query
