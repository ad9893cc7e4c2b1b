// A source that no CMakeLists.txt names is not built: it rots unseen.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

// The list that governs a file: that of its folder or of the nearest one above.
fs::path governing_list(const fs::path& file) {
  fs::path folder = file.parent_path();
  while (!fs::exists(folder / "CMakeLists.txt")) {
    folder = folder.parent_path();
  }
  return folder / "CMakeLists.txt";
}

bool names(const fs::path& list, const std::string& source) {
  std::ifstream file(list);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    for (std::string word; words >> word;) {
      if (word == source || word == source + ")") {
        return true;
      }
    }
  }
  return false;
}

TEST(SourceListTest, EverySourceIsNamedInCMake) {
  for (const char* name : {"graph", "ingest", "analysis", "apps", "test"}) {
    const fs::path folder = fs::path(LINEAGE_SOURCE_DIR) / name;
    if (!fs::exists(folder)) {
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".cc" && path.extension() != ".h") {
        continue;
      }
      const fs::path list = governing_list(path);
      const std::string source = fs::relative(path, list.parent_path()).generic_string();
      EXPECT_TRUE(names(list, source)) << source << " is not in " << list.string();
    }
  }
}

}  // namespace
