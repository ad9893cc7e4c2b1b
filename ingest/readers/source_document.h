// What a reader makes of the bytes of one file: the text that was taken out of it, and what the
// format says beside the words. Everything behind the readers sees only this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.h"

namespace lineage::ingest {

// A link that an editor set on words of the text: a second witness of the citation there.
struct EditorLink {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  Symbol target;
};

// A paragraph that the format marks as such, with the verb that its editors gave it.
struct EditorParagraph {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string id;    // "container_9", "para_23"
  std::string verb;  // "Calling upon", "" for none
};

// What the format states about the text, beside its words. Words go before it where both speak.
struct StatedFacts {
  std::optional<Symbol> symbol;
  std::optional<Language> language;
  std::optional<Date> date;
  std::string title;
};

struct SourceDocument {
  std::string name;    // the file, or the archive and its member: "folder.zip/a.docx"
  std::string format;  // the name of its reader: "text", "akn", "pdf"
  std::string text;    // UTF-8; the bytes as read for "text", else what was taken out of them
  StatedFacts stated;
  std::vector<EditorLink> links;            // in text order
  std::vector<EditorParagraph> paragraphs;  // in text order, not nested
  std::vector<WorkFacts> facts;             // about works, from the format's own metadata
};

// A file gives a text, or facts alone (a catalogue), or both.
struct SourceContent {
  std::optional<SourceDocument> document;
  std::optional<StoredCatalogue> catalogue;
};

}  // namespace lineage::ingest
