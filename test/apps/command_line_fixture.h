// The program in a folder with the small store, without the variables that change its output.
#pragma once

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "test/apps/fixture.h"

namespace lineage::test {

class CommandLineTest : public testing::Test {
 protected:
  void SetUp() override {
    write_store(folder_.path() / "lineage.db");
    write_languages(folder_.path() / "languages");
    std::filesystem::current_path(folder_.path());
    unsetenv("COLUMNS");
    unsetenv("NO_COLOR");
  }
  void TearDown() override { std::filesystem::current_path("/"); }

  Folder folder_;
};

}  // namespace lineage::test
