// Whole outputs of the built program, as golden files.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "test/apps/command_line_fixture.h"

namespace lineage::test {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(LINEAGE_SOURCE_DIR) / "test" / "apps" / "golden";

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class GoldenTest : public CommandLineTest, public testing::WithParamInterface<std::string> {};

// A golden file is the command behind "$ ", then all that it prints and its exit code. With
// LINEAGE_UPDATE_GOLDEN=1 the files are written anew, to be read as a diff.
TEST_P(GoldenTest, PrintsWhatTheFileSays) {
  const fs::path path = kGolden / (GetParam() + ".txt");
  const std::string expected = bytes_of(path);
  const std::string command = expected.substr(0, expected.find('\n'));
  ASSERT_EQ(command.substr(0, 10), "$ lineage ") << path;
  const ChildOutput output = run_program(words_of(command.substr(10)));
  const std::string actual = command + "\n" + output.out + "--- stderr\n" + output.err +
                             "--- exit " + std::to_string(output.exit) + "\n";
  if (std::getenv("LINEAGE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, expected);
}

INSTANTIATE_TEST_SUITE_P(Cli,
                         GoldenTest,
                         testing::ValuesIn(golden_names()),
                         [](const auto& golden) { return golden.param; });

}  // namespace
}  // namespace lineage::test
