// Puts the text of a marked-up document together: paragraphs with a blank line between them, runs
// of white space as one space, notes at the end with raised marks, and the extents of links.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/readers/source_document.h"

namespace lineage::ingest {

class TextBuilder {
 public:
  // Words of the paragraph at hand; white space of any kind and length becomes one space.
  void add(std::string_view words);
  // Digits as a raised number, which the segmenter knows as the mark of a note.
  void add_raised(std::string_view digits);
  // Ends the paragraph; an empty one leaves no trace. Within a note it is a space.
  void end_paragraph();

  // What comes until end_note() is the text of a note with this mark; the mark itself is added to
  // the words at hand.
  void begin_note(std::string_view mark);
  void end_note();
  [[nodiscard]] bool in_note() const { return note_.has_value(); }

  void begin_link(std::optional<Symbol> target);
  void end_link();
  // The paragraphs that end from here to end_marked() are one of the editors' paragraphs.
  void begin_marked(std::string_view id, std::string_view verb);
  void end_marked();

  // Ends everything and hands it over: text, links, paragraphs.
  void finish(SourceDocument& document);

 private:
  struct Flow {
    std::string text;
    bool space = false;  // white space was read and not yet written
    std::vector<EditorLink> links;
  };
  Flow& flow() { return note_ ? *note_ : paragraph_; }
  void write(Flow& flow, std::string_view piece);
  void append(Flow& flow);

  std::string text_;
  std::vector<EditorLink> links_;
  Flow paragraph_;
  std::optional<Flow> note_;
  std::vector<Flow> notes_;
  std::optional<Symbol> link_;  // the link that is open
  std::size_t link_begin_ = std::string::npos;
  std::vector<EditorParagraph> marked_;
  bool in_marked_ = false;
};

// "²³" for "23"; other characters stay.
[[nodiscard]] std::string raised(std::string_view digits);

}  // namespace lineage::ingest
