// A store in a folder of its own, and documents, catalogues and contents to put into it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "graph/store/store.h"

namespace lineage::test {

class StoreTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "lineage.db"; }

  // Runs SQL on the store behind its back.
  void run(const std::string& sql) const;
  // The first column of the first row, as text.
  [[nodiscard]] std::string first_value(const std::string& sql) const;

  std::filesystem::path folder_;
};

// A text in English with two mentions in its first paragraph: one that is resolved to `target`, one
// that is ambiguous.
[[nodiscard]] StoredDocument document_of(std::string_view symbol, std::string_view target);
// Every fact that a work can have.
[[nodiscard]] WorkFacts facts_of(std::string_view symbol);
// A catalogue that states these facts of `symbol`, and twice that it recalls `target`.
[[nodiscard]] StoredCatalogue catalogue_of(std::string_view symbol, std::string_view target);
// A file that holds the text 78/16, which recalls 53/70.
[[nodiscard]] StoredContent content_of(const std::string& name,
                                       const std::string& hash,
                                       std::string format);

// The graph of the store, whose invariants have been checked.
[[nodiscard]] LineageGraph loaded(const Store& store);

}  // namespace lineage::test
