// The store that the verb `ingest` writes: a new one does not stay behind where nothing comes of
// it, since it would stand in the way of the built-in one. Internal to it.
#pragma once

#include <filesystem>

#include "graph/result.h"
#include "graph/store/store.h"

namespace lineage::cli {

struct WrittenStore {
  Store store;
  std::filesystem::path path;
  bool is_new = false;  // this ingest has made the file
};

// Opens the store, making it where there is none; `with_builtin` starts it as a copy of the
// built-in one. Errors: those of Store::create; Usage for `with_builtin` where there is one
// already.
[[nodiscard]] Result<WrittenStore> store_to_write(const std::filesystem::path& path,
                                                  bool with_builtin);

// Removes a store that is new, for an ingest that failed.
void remove_if_new(WrittenStore written);

// Removes a store that is new and holds nothing, while no other program writes to it. True when it
// is gone.
[[nodiscard]] bool remove_if_new_and_empty(WrittenStore& written);

}  // namespace lineage::cli
