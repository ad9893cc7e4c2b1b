#include "apps/store_choice.h"

#include <array>
#include <system_error>

#include "graph/store/store.h"

namespace lineage::cli {

namespace fs = std::filesystem;

Result<fs::path> built_in_store() {
  std::error_code ignored;
  const fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  const fs::path name = fs::path("share") / "lineage" / "lineage.db";
  for (const fs::path& candidate : std::array{folder / name, folder.parent_path() / name}) {
    if (fs::exists(candidate, ignored)) {
      return candidate;
    }
  }
  return failure(ErrorCode::NotFound,
                 "no store: there is neither './lineage.db' nor the built-in store beside the "
                 "program; make one with 'lineage ingest PATH...' or name one with '--store FILE'");
}

Result<StoreChoice> choose_store(const std::string& named) {
  std::error_code ignored;
  if (!named.empty()) {
    if (!fs::exists(named, ignored)) {
      return failure(
          ErrorCode::NotFound,
          "no store '" + named + "'; make it with 'lineage ingest PATH... --store " + named + "'");
    }
    return StoreChoice{named, false};
  }
  if (fs::exists(kLocalStore, ignored)) {
    return StoreChoice{kLocalStore, false};
  }
  return built_in_store().map([](fs::path path) { return StoreChoice{std::move(path), true}; });
}

Result<OpenStore> open_store(const std::string& named) {
  const Result<StoreChoice> choice = choose_store(named);
  if (!choice) {
    return tl::unexpected(choice.error());
  }
  Result<Store> store = Store::open(choice->path);
  if (!store) {
    return tl::unexpected(store.error());
  }
  return OpenStore{std::move(*store), choice->built_in ? "" : "store: " + choice->path.string()};
}

Result<LineageGraph> load_graph(const fs::path& path) {
  return Store::open(path).and_then([](const Store& store) { return store.load(); });
}

Result<LineageGraph> load_outline(const fs::path& path) {
  return Store::open(path).and_then([](const Store& store) { return store.outline(); });
}

}  // namespace lineage::cli
