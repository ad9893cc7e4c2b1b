#include "ingest/ingest.h"

#include "ingest/file_list.h"
#include "ingest/pipeline.h"
#include "ingest/readers/catalogue.h"
#include "ingest/source_text.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;

Result<void> put_catalogue(const std::string& name, Store& store, IngestReport& report) {
  auto bytes = read_text_file(name);
  auto catalogue = bytes ? read_catalogue(name, *bytes)
                         : Result<StoredCatalogue>(tl::unexpected<Error>(bytes.error()));
  if (!catalogue) {
    report.skipped.push_back({name, catalogue.error()});
    return {};
  }
  auto known = store.has(name, catalogue->content_hash);
  if (!known) {
    return tl::unexpected<Error>(known.error());
  }
  if (*known) {
    ++report.unchanged;
    return {};
  }
  ++report.catalogues;
  return store.put(*catalogue);
}

Result<void> put_text(const std::string& name, Store& store, IngestReport& report) {
  auto documents = extract_file(name);
  if (!documents) {
    report.skipped.push_back({name, documents.error()});
    return {};
  }
  auto known = store.has(name, documents->front().content_hash);
  if (!known) {
    return tl::unexpected<Error>(known.error());
  }
  if (*known) {
    ++report.unchanged;
    return {};
  }
  for (const StoredDocument& document : *documents) {
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
      const std::string name = file.generic_string();
      auto put = file.extension() == ".json" ? put_catalogue(name, store, report)
                                             : put_text(name, store, report);
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
