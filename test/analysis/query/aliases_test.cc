#include "analysis/query/aliases.h"

#include <gtest/gtest.h>

#include "analysis/query/parser.h"

namespace lineage::query {
namespace {

Aliases aliases_of(const std::vector<std::pair<const char*, const char*>>& rows) {
  Aliases aliases;
  for (const auto& [signature, text] : rows) {
    const Parsed<Alias> alias = alias_of(signature, text);
    if (alias) {
      aliases.push_back(*alias);
    } else {
      ADD_FAILURE() << signature << ": " << alias.error().message;
    }
  }
  return aliases;
}

std::string written_out(const Aliases& aliases, const char* text) {
  const Parsed<Query> query = parse(text);
  if (!query) {
    return "error: " + query.error().message;
  }
  const Parsed<Syntax> tree = expanded(query->expression, aliases);
  return tree ? printed(*tree) : "error: " + tree.error().message;
}

TEST(AliasesTest, ACallBecomesTheBodyWithItsArguments) {
  const Aliases aliases = aliases_of({{"resolutions(x)", "x & kind(resolution)"},
                                      {"near(x, n)", "resolutions(ancestors(x, depth=n))"},
                                      {"@poa", "73/27::"},
                                      {"old()", "year(..1999)"}});
  EXPECT_EQ(written_out(aliases, "resolutions(78/16 | 77/37)"),
            "(78/16 | 77/37) & kind(resolution)");
  EXPECT_EQ(written_out(aliases, "near(78/16, 2) ~ @poa"),
            "(ancestors(78/16, depth=2) & kind(resolution)) ~ 73/27::");
  EXPECT_EQ(written_out(aliases, "old()"), "year(..1999)");
  EXPECT_EQ(written_out(aliases, "heads(resolution)"), "heads(resolution)");
}

TEST(AliasesTest, ANameOfTheBodyDoesNotCatchOneOfTheCaller) {
  const Aliases aliases = aliases_of({{"around(y)", "let x = ::y in x & y"}});
  EXPECT_EQ(written_out(aliases, "let x = 78/16 in around(x)"),
            "let x = 78/16 in let x'1 = ::x in x'1 & x");
}

TEST(AliasesTest, SaysWhatIsWrong) {
  const Aliases aliases = aliases_of({{"a(x)", "b(x)"},
                                      {"b(x)", "a(x) | x"},
                                      {"d(x)", "x | x | x | x | x | x | x | x"},
                                      {"e(x)", "d(d(d(d(d(x)))))"}});
  EXPECT_NE(written_out(aliases, "a(78/16)").find("leads back to itself"), std::string::npos);
  EXPECT_NE(written_out(aliases, "a()").find("'a' is written a(x); here it has 0"),
            std::string::npos);
  EXPECT_NE(written_out(aliases, "e(78/16)").find("longer than 5000 parts"), std::string::npos);
}

TEST(AliasesTest, RefusesWhatIsNoAlias) {
  for (const auto& [signature, text] :
       std::vector<std::pair<const char*, const char*>>{{"78/16", "77/37"},
                                                        {"f(78/16)", "77/37"},
                                                        {"heads(x)", "x"},
                                                        {"f(x)", "x &"},
                                                        {"f(x)", "x => csv"},
                                                        {"f(x", "x"}}) {
    EXPECT_FALSE(alias_of(signature, text)) << signature;
  }
}

}  // namespace
}  // namespace lineage::query
