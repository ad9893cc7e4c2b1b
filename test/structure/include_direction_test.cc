// Dependencies point one way: apps to analysis and ingest, these to graph, and nobody to test.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

struct Rule {
  std::string folder;
  std::vector<std::string> may_not_include;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> rules{
      {"graph", {"ingest", "analysis", "apps", "test"}},
      {"ingest", {"analysis", "apps", "test"}},
      {"analysis", {"ingest", "apps", "test"}},
      {"apps", {"test"}},
  };
  return rules;
}

bool is_source(const fs::path& path) {
  return path.extension() == ".cc" || path.extension() == ".h";
}

// The folder that the line includes from; "" when the line includes nothing of the project.
std::string included_folder(const std::string& line) {
  const std::string directive = "#include \"";
  const std::size_t end = line.find('/');
  return line.starts_with(directive) && end != std::string::npos
             ? line.substr(directive.size(), end - directive.size())
             : "";
}

TEST(IncludeDirectionTest, FoldersIncludeOnlyWhatTheyRestOn) {
  for (const Rule& rule : rules()) {
    const fs::path folder = fs::path(LINEAGE_SOURCE_DIR) / rule.folder;
    if (!fs::exists(folder)) {
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!is_source(entry.path())) {
        continue;
      }
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        for (const std::string& forbidden : rule.may_not_include) {
          EXPECT_NE(included_folder(line), forbidden) << entry.path().string() << ": " << line;
        }
      }
    }
  }
}

TEST(IncludeDirectionTest, BoostGraphStaysOutOfHeadersButOne) {
  for (const Rule& rule : rules()) {
    const fs::path folder = fs::path(LINEAGE_SOURCE_DIR) / rule.folder;
    if (!fs::exists(folder)) {
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".h" || entry.path().filename() == "structure.h") {
        continue;
      }
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        EXPECT_FALSE(line.starts_with("#include <boost/graph/")) << entry.path().string();
        EXPECT_NE(line, "#include \"graph/structure.h\"") << entry.path().string();
      }
    }
  }
}

}  // namespace
