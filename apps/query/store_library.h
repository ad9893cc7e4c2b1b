// The library that a store is: what the query language asks of texts.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/query/library.h"
#include "graph/store/store.h"

namespace lineage::cli {

// Opens the store when it is first asked. The graph must outlive it and be that of the store.
class StoreLibrary : public query::Library {
 public:
  StoreLibrary(std::filesystem::path store, const LineageGraph& graph)
      : path_(std::move(store)), graph_(graph) {}

  [[nodiscard]] Result<std::vector<WorkId>> works_with(
      const std::string& words, const std::optional<Language>& language) const override;
  [[nodiscard]] Result<std::vector<WorkId>> works_in(Language language) const override;
  [[nodiscard]] Result<std::span<const query::ClauseEntry>> clauses() const override;
  [[nodiscard]] Result<std::string> text_of(const query::ClauseEntry& clause) const override;

 private:
  [[nodiscard]] Result<const Store*> store() const;
  [[nodiscard]] std::vector<WorkId> works(const std::vector<Symbol>& symbols) const;

  std::filesystem::path path_;
  const LineageGraph& graph_;
  mutable std::optional<Store> store_;
  mutable std::optional<std::vector<query::ClauseEntry>> clauses_;
};

}  // namespace lineage::cli
