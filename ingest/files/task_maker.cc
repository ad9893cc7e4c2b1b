#include "ingest/files/task_maker.h"

#include <algorithm>
#include <utility>

#include "ingest/readers/read_source.h"

namespace lineage::ingest {
namespace {

bool make(const ListedFile& listed, const TaskQueue::Push& push) {
  if (listed.refused) {
    return push({stored(listed), Result<std::string>(tl::unexpected(*listed.refused))}, 0);
  }
  const auto weight = static_cast<std::size_t>(std::max<std::int64_t>(listed.size, 0));
  if (!is_archive_file(listed.path)) {
    return push({stored(listed), std::nullopt}, weight);
  }
  bool goes_on = true;
  read_source_files(listed.path, [&](SourceFile member) {
    const std::size_t size = member.bytes ? member.bytes->size() : 0;
    StoredFile file{member.name, listed.name, static_cast<std::int64_t>(size), 0};
    if (member.name == listed.name) {  // the archive itself, which cannot be read on
      file = stored(listed);
    }
    goes_on = push({std::move(file), std::move(member.bytes)}, size);
    return goes_on;
  });
  return goes_on;
}

}  // namespace

StoredFile stored(const ListedFile& listed) {
  return {listed.name, {}, listed.size, listed.modified};
}

void TaskMaker::run(const TaskQueue::Push& push) {
  for (const ListedFile& listed : files_) {
    if ((stop_ && stop_()) || !make(listed, push)) {
      return;
    }
  }
}

}  // namespace lineage::ingest
