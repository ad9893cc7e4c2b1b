// Which store answers: the one named, else ./lineage.db, else the built-in one.
#pragma once

#include <filesystem>
#include <string>

#include "graph/lineage_graph.h"
#include "graph/result.h"
#include "graph/store/store.h"

namespace lineage::cli {

inline constexpr const char* kLocalStore = "lineage.db";

// The built-in store: share/lineage/lineage.db beside the program (a build) or one folder up
// (installed). Errors: NotFound, with what to do.
[[nodiscard]] Result<std::filesystem::path> built_in_store();

struct StoreChoice {
  std::filesystem::path path;
  bool built_in = false;
};

// `named` is the value of --store, "" for none. Errors: NotFound, with what to do.
[[nodiscard]] Result<StoreChoice> choose_store(const std::string& named);

// Opens the store of choose_store(named), for verbs that ask it without a graph; `note` is the line
// that names it where it is not the built-in one.
struct OpenStore {
  Store store;
  std::string note;
};
[[nodiscard]] Result<OpenStore> open_store(const std::string& named);

[[nodiscard]] Result<LineageGraph> load_graph(const std::filesystem::path& path);
[[nodiscard]] Result<LineageGraph> load_outline(const std::filesystem::path& path);

}  // namespace lineage::cli
