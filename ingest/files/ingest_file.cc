#include "ingest/files/ingest_file.h"

#include <filesystem>

#include "ingest/pipeline.h"
#include "ingest/readers/read_source.h"
#include "ingest/readers/reader_table.h"
#include "ingest/text/source_text.h"

namespace lineage::ingest {
namespace {

const StatedFacts* stated_for(const std::string& name, const MetaList& meta) {
  const auto found = meta.find(name);
  return found == meta.end() ? nullptr : &found->second;
}

void add_stated(const StatedFacts& meta, StatedFacts& stated) {
  if (meta.symbol) {
    stated.symbol = meta.symbol;
  }
  if (meta.date) {
    stated.date = meta.date;
  }
  if (!meta.title.empty()) {
    stated.title = meta.title;
  }
}

Result<StoredContent> content_of(const StoredFile& file,
                                 const std::string& bytes,
                                 const MetaList& meta) {
  auto read = read_content(file.name, bytes);
  if (!read) {
    return tl::unexpected<Error>(read.error());
  }
  StoredContent content;
  content.file = file;
  if (read->catalogue) {
    content.format = reader_for(bytes).format;
    content.works = std::move(read->catalogue->works);
    content.citations = std::move(read->catalogue->citations);
    return content;
  }
  SourceDocument& source = *read->document;
  if (const StatedFacts* stated = stated_for(file.name, meta)) {
    add_stated(*stated, source.stated);
  }
  auto documents = extract_document(source);
  if (!documents) {
    return tl::unexpected<Error>(documents.error());
  }
  content.format = std::move(source.format);
  content.text = std::move(source.text);
  content.documents = std::move(*documents);
  content.works = std::move(source.facts);
  return content;
}

}  // namespace

std::string hint_of(const std::string& name, const MetaList& meta) {
  if (const StatedFacts* stated = stated_for(name, meta)) {
    return "meta " + meta_line("", stated->symbol ? stated->symbol->canonical() : "",
                               stated->date ? stated->date->iso() : "", stated->title);
  }
  const auto symbol = Symbol::parse(std::filesystem::path(name).stem().string());
  return symbol ? symbol->canonical() : std::string{};
}

FileOutcome ingest_file(FileTask task, const MetaList& meta, TakenContents& taken) {
  FileOutcome outcome{std::move(task.file), {}, std::nullopt, std::nullopt};
  const Result<std::string> bytes =
      task.bytes ? std::move(*task.bytes) : read_file(outcome.file.name);
  if (!bytes) {
    outcome.error = named_error(outcome.file.name, bytes.error());
    return outcome;
  }
  outcome.key = {content_hash(*bytes), hint_of(outcome.file.name, meta)};
  if (!taken.take(outcome.key)) {
    return outcome;
  }
  auto content = content_of(outcome.file, *bytes, meta);
  if (!content) {
    outcome.error = content.error();
    return outcome;
  }
  content->hash = outcome.key.first;
  content->hint = outcome.key.second;
  pack(*content);
  outcome.content = std::move(*content);
  return outcome;
}

}  // namespace lineage::ingest
