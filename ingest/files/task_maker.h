// What makes the tasks of an ingest: goes through the listed files and, of those that are archives,
// through their members.
#pragma once

#include <functional>
#include <vector>

#include "ingest/files/file_list.h"
#include "ingest/files/ingest_file.h"
#include "ingest/files/work_queue.h"

namespace lineage::ingest {

using TaskQueue = WorkQueue<FileTask, FileOutcome>;

// The file as the store keeps it.
[[nodiscard]] StoredFile stored(const ListedFile& listed);

class TaskMaker {
 public:
  // `stop` outlives this and is asked before each file; true ends run().
  TaskMaker(std::vector<ListedFile> files, const std::function<bool()>& stop)
      : files_(std::move(files)), stop_(stop) {}

  // Pushes a task for each file and member, until there are no more or the queue takes none.
  void run(const TaskQueue::Push& push);

 private:
  std::vector<ListedFile> files_;
  const std::function<bool()>& stop_;
};

}  // namespace lineage::ingest
