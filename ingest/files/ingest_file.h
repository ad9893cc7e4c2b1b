// What ingest makes of one file, apart from the store: the work of one thread.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "graph/store/store.h"
#include "ingest/files/meta_list.h"

namespace lineage::ingest {

// The hash of a content and what else is said about it.
using ContentKey = std::pair<std::string, std::string>;

// The contents that the store holds, or that some thread has begun to read.
class TakenContents {
 public:
  // True for the first that asks.
  [[nodiscard]] bool take(const ContentKey& key) {
    const std::lock_guard lock(mutex_);
    return keys_.insert(key).second;
  }

 private:
  std::mutex mutex_;
  std::set<ContentKey> keys_;
};

struct FileTask {
  StoredFile file;
  std::optional<Result<std::string>> bytes;  // of an archive's member; else the file is read
};

struct FileOutcome {
  StoredFile file;
  ContentKey key;
  std::optional<StoredContent> content;  // nothing when another file has it
  std::optional<Error> error;
};

// What somebody says about the file beside its words: --meta, else the symbol in its name. Contents
// with different hints are kept apart.
[[nodiscard]] std::string hint_of(const std::string& name, const MetaList& meta);

// Reads the file and extracts what it holds, unless its content is taken.
[[nodiscard]] FileOutcome ingest_file(FileTask task, const MetaList& meta, TakenContents& taken);

}  // namespace lineage::ingest
