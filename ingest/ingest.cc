#include "ingest/ingest.h"

#include "ingest/file_list.h"
#include "ingest/pipeline.h"
#include "ingest/read_source.h"
#include "ingest/source_text.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

// Puts what the file holds, unless the store has it.
Result<void> put_file(const SourceFile& file, Store& store, IngestReport& report) {
  const auto skip = [&](const Error& error) {
    report.skipped.push_back({file.name, named_error(file.name, error)});
    return Result<void>{};
  };
  if (!file.bytes) {
    return skip(file.bytes.error());
  }
  const std::string hash = content_hash(*file.bytes);
  const auto known = store.has(file.name, hash);
  if (!known) {
    return tl::unexpected<Error>(known.error());
  }
  if (*known) {
    ++report.unchanged;
    return {};
  }
  auto content = read_content(file.name, *file.bytes);
  if (!content) {
    return skip(content.error());
  }
  if (content->catalogue) {
    content->catalogue->content_hash = hash;
    ++report.catalogues;
    return store.put(*content->catalogue);
  }
  auto documents = extract_document(*content->document);
  if (!documents) {
    return skip(documents.error());
  }
  for (StoredDocument& document : *documents) {
    document.content_hash = hash;
    if (auto put = store.put(document); !put) {
      return put;
    }
    ++report.documents;
    report.mentions += document.mentions.size();
  }
  return {};
}

}  // namespace

Result<IngestReport> ingest(const std::vector<fs::path>& paths, Store& store) {
  IngestReport report;
  if (auto begun = store.begin_batch(); !begun) {
    return tl::unexpected<Error>(begun.error());
  }
  for (const fs::path& path : paths) {
    for (const fs::path& file : files_of(path)) {
      Result<void> put;
      read_source_files(file, [&](const SourceFile& member) {
        put = put_file(member, store, report);
        return put.has_value();
      });
      if (!put) {
        return tl::unexpected<Error>(put.error());
      }
    }
  }
  if (auto ended = store.end_batch(); !ended) {
    return tl::unexpected<Error>(ended.error());
  }
  return report;
}

}  // namespace lineage::ingest
