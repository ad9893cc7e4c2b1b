#include "apps/query/alias_file.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "test/apps/fixture.h"

namespace lineage::cli {
namespace {

std::string read(const test::Folder& folder, const std::string& text) {
  const std::string file = (folder.path() / "aliases.toml").string();
  std::ofstream(file) << text;
  const auto aliases = read_aliases(file);
  if (!aliases) {
    EXPECT_EQ(aliases.error().exit, kBadInput);
    return "error: " + aliases.error().message;
  }
  std::string shown;
  for (const query::Alias& alias : *aliases) {
    shown += alias.signature() + " = " + alias.text + " # " + alias.doc + "\n";
  }
  return shown;
}

TEST(AliasFileTest, ReadsQueriesWithALineOfDocumentationAndLeavesOtherTablesAlone) {
  const test::Folder folder;
  EXPECT_EQ(
      read(folder,
           "[fetch]\npause = 2\n[aliases]\n\"r(x)\" = { query = \"x & held()\", doc = \"read\" }\n"
           "\"@poa\" = \"73/27::\"\n"),
      "@poa = 73/27:: # \nr(x) = x & held() # read\n");
  EXPECT_EQ(read(folder, "# nothing\n"), "");
}

TEST(AliasFileTest, SaysWhichLineIsWrong) {
  const test::Folder folder;
  const std::vector<std::pair<const char*, const char*>> cases{
      {"[aliases]\n\"r(x)\" = 3\n", "line 2: 'r(x)' needs a query"},
      {"[aliases]\n\n\"r(x)\" = \"x &\"\n", "line 3: 'r(x)': expected a symbol"},
      {"[aliases]\nheads = \"78/16\"\n", "line 2: 'heads': 'heads' is a function"},
      {"[aliases]\n\"r(x)\" = \"x\"\n\"r(y)\" = \"y\"\n", "a second alias 'r'"},
      {"[aliases\n", "line 1: "},
  };
  for (const auto& [text, message] : cases) {
    EXPECT_NE(read(folder, text).find(message), std::string::npos) << text << read(folder, text);
  }
  EXPECT_FALSE(read_aliases((folder.path() / "none.toml").string()));
}

}  // namespace
}  // namespace lineage::cli
