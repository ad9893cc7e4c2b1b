#include "ingest/pipeline.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/names/body_names.h"
#include "ingest/readers/read_source.h"
#include "ingest/resolver/witness.h"
#include "ingest/segments/segment.h"
#include "ingest/text/normalize.h"
#include "ingest/text/source_text.h"
#include "ingest/words/search_words.h"
#include "ingest/work_reader.h"

namespace lineage::ingest {
namespace {

// What the format states fills what the words leave open.
void take_stated(const StatedFacts& stated, WorkText& work) {
  if (!work.symbol) {
    work.symbol = stated.symbol;
  }
  if (!stated.symbol || work.symbol != stated.symbol) {
    return;  // of another work in the same file
  }
  if (!work.date) {
    work.date = stated.date;
  }
  if (work.title.empty()) {
    work.title = stated.title;
  }
}

void add_sketch(StoredDocument& document) {
  std::vector<std::string_view> words;
  words.reserve(document.clauses.size());
  for (const StoredClause& clause : document.clauses) {
    words.emplace_back(clause.words);
  }
  document.sketch = sketch_of(words);
}

void add_bodies(std::string_view bytes,
                const NormalizedText& text,
                const WorkText& work,
                StoredDocument& document) {
  BodyNames named = bodies_named(bytes, text, work, document);
  document.bodies = std::move(named.mentions);
  std::ranges::move(named.findings, std::back_inserter(document.findings));
}

}  // namespace

Result<std::vector<StoredDocument>> extract_document(const SourceDocument& source,
                                                     Clauses clauses) {
  if (auto checked = check_text(source.text); !checked) {
    return tl::unexpected<Error>(named_error(source.name, checked.error()));
  }
  auto text = normalize(source.text);
  if (!text) {
    return tl::unexpected<Error>(named_error(source.name, text.error()));
  }
  // A symbol that somebody states goes before one that the file's name may hold.
  const std::string named =
      source.stated.symbol ? source.stated.symbol->file_stem() + ".txt" : source.name;
  std::vector<StoredDocument> documents;
  for (WorkText& work : segment(named, *text)) {
    take_stated(source.stated, work);
    documents.push_back(read_work(source.name, source.text, *text, work, clauses));
    if (clauses == Clauses::Keep) {
      add_sketch(documents.back());
      add_bodies(source.text, *text, work, documents.back());
    }
  }
  if (documents.empty()) {  // no-break spaces, byte-order marks, bidi controls
    return tl::unexpected<Error>(named_error(
        source.name,
        {ErrorCode::Malformed, "the file holds nothing that can be seen: it is not a text"}));
  }
  hear_witnesses(source.links, documents);
  take_editor_verbs(source.paragraphs, documents);
  return documents;
}

Result<std::vector<StoredDocument>> extract_text(std::string_view name,
                                                 std::string_view bytes,
                                                 Clauses clauses) {
  SourceDocument source;
  source.name = name;
  source.format = "text";
  source.text = bytes;
  auto documents = extract_document(source, clauses);
  if (documents) {
    for (StoredDocument& document : *documents) {
      document.content_hash = content_hash(bytes);
    }
  }
  return documents;
}

Result<Extraction> extract_bytes(const std::string& name, std::string_view bytes, Clauses clauses) {
  const auto content = read_content(name, bytes);
  if (!content) {
    return tl::unexpected<Error>(content.error());
  }
  if (!content->document) {
    return tl::unexpected<Error>(
        named_error(name, {ErrorCode::Unsupported,
                           "it is a catalogue and holds no text: take it into a store with "
                           "'lineage ingest'"}));
  }
  auto documents = extract_document(*content->document, clauses);
  if (!documents) {
    return tl::unexpected<Error>(documents.error());
  }
  const std::string hash = content_hash(bytes);
  for (StoredDocument& document : *documents) {
    document.content_hash = hash;
  }
  return Extraction{std::move(*documents), {}};
}

Result<Extraction> extract_file(const std::filesystem::path& path, Clauses clauses) {
  Extraction all;
  read_source_files(path, [&](const SourceFile& file) {
    auto found =
        file.bytes
            ? extract_bytes(file.name, *file.bytes, clauses)
            : Result<Extraction>(tl::unexpected<Error>(named_error(file.name, file.bytes.error())));
    if (found) {
      std::move(found->documents.begin(), found->documents.end(),
                std::back_inserter(all.documents));
    } else {
      all.skipped.push_back(found.error());
    }
    return true;
  });
  if (all.documents.empty()) {
    return tl::unexpected<Error>(
        all.skipped.empty() ? named_error(path.generic_string(),
                                          {ErrorCode::Malformed, "the archive holds no file"})
                            : all.skipped.front());
  }
  return all;
}

}  // namespace lineage::ingest
