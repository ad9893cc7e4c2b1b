#include "ingest/readers/docx.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ingest/readers/archive.h"
#include "ingest/readers/docx_numbering.h"
#include "ingest/readers/editor_link.h"
#include "ingest/readers/text_builder.h"
#include "ingest/readers/xml.h"

namespace lineage::ingest {
namespace {

constexpr std::string_view kDocument = "word/document.xml";

using Parts = std::map<std::string, std::string>;  // of the zip, by name

// The relations of the document's part: from id to target.
class Relations : public XmlListener {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "Relationship") {
      targets[std::string(value_of(attributes, "Id"))] = value_of(attributes, "Target");
    }
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*words*/) override {}

  std::map<std::string, std::string> targets;
};

// The notes of word/footnotes.xml or word/endnotes.xml: from id to text.
class Notes : public XmlListener {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (name == "footnote" || name == "endnote") {
      // Separators are notes as well, of a type.
      id_ = value_of(attributes, "type").empty() ? value_of(attributes, "id") : "";
    }
    in_text_ = name == "t";
    if (name == "tab" || name == "br" || name == "p") {
      add(" ");
    } else if (name == "noBreakHyphen") {
      add("-");
    }
  }
  void end(std::string_view name) override {
    if (name == "t") {
      in_text_ = false;
    }
  }
  void text(std::string_view words) override {
    if (in_text_) {
      add(words);
    }
  }

  std::map<std::string, std::string> texts;

 private:
  void add(std::string_view words) {
    if (!id_.empty()) {
      texts[id_] += words;
    }
  }

  std::string id_;
  bool in_text_ = false;
};

// The body, or a header.
class Body : public XmlListener {
 public:
  Body(TextBuilder& builder,
       const std::map<std::string, std::string>& targets,
       const Notes& footnotes,
       const Notes& endnotes,
       DocxNumbering& numbering)
      : builder_(builder),
        targets_(targets),
        footnotes_(footnotes),
        endnotes_(endnotes),
        numbering_(numbering) {}

  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (skipped_ > 0 || is_skipped(name)) {
      ++skipped_;
    } else if (name == "p") {
      paragraphs_.emplace_back();
    } else if (name == "pStyle" && !paragraphs_.empty()) {
      paragraphs_.back().style = value_of(attributes, "val");
    } else if (name == "numId" && !paragraphs_.empty()) {
      paragraphs_.back().place.list = value_of(attributes, "val");
    } else if (name == "ilvl" && !paragraphs_.empty()) {
      paragraphs_.back().place.level = level_of(value_of(attributes, "val"));
    } else if (name == "r") {
      // What a paragraph says of itself stands before its runs.
      if (const std::string number = number_paragraph(); !number.empty()) {
        builder_.add(number + " ");
      }
      raised_ = false;
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tab" || name == "br" || name == "cr") {
      builder_.add(" ");
    } else if (name == "noBreakHyphen") {
      builder_.add("-");
    } else if (name == "vertAlign") {
      raised_ = value_of(attributes, "val") == "superscript";
    } else if (name == "footnoteReference") {
      note(footnotes_, value_of(attributes, "id"));
    } else if (name == "endnoteReference") {
      note(endnotes_, value_of(attributes, "id"));
    } else if (name == "hyperlink") {
      const auto target = targets_.find(std::string(value_of(attributes, "id")));
      builder_.begin_link(target == targets_.end() ? std::nullopt : link_target(target->second));
    } else if (name == "headerReference" && value_of(attributes, "type") == "first" &&
               first_header.empty()) {
      first_header = value_of(attributes, "id");
    }
  }

  void end(std::string_view name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "hyperlink") {
      builder_.end_link();
    } else if (name == "p") {
      end_paragraph();
    }
  }

  void text(std::string_view words) override {
    if (!in_text_ || skipped_ > 0) {
      return;
    }
    const bool digits =
        std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (raised_ && digits) {
      builder_.add_raised(words);
    } else {
      builder_.add(words);
    }
  }

  std::string first_header;  // the relation of the first page's header

 private:
  struct Paragraph {
    std::string style;
    ListPlace place;
    bool numbered = false;
  };

  // Alternatives to what is read, what was taken out, and what a paragraph was like before.
  static bool is_skipped(std::string_view name) {
    return name == "Fallback" || name == "del" || name == "moveFrom" || name == "pPrChange";
  }

  static int level_of(std::string_view text) {
    return text.size() == 1 && text[0] >= '0' && text[0] <= '8' ? text[0] - '0' : 0;
  }

  std::string number_paragraph() {
    if (paragraphs_.empty() || std::exchange(paragraphs_.back().numbered, true)) {
      return {};
    }
    return numbering_.next(paragraphs_.back().place, paragraphs_.back().style);
  }

  // A text box stands within a paragraph and holds paragraphs of its own.
  void end_paragraph() {
    static_cast<void>(number_paragraph());  // one without words counts
    builder_.end_paragraph();
    if (!paragraphs_.empty()) {
      paragraphs_.pop_back();
    }
  }

  void note(const Notes& notes, std::string_view id) {
    const auto found = notes.texts.find(std::string(id));
    if (found != notes.texts.end()) {
      builder_.begin_note(std::to_string(++count_));
      builder_.add(found->second);
      builder_.end_note();
    }
  }

  TextBuilder& builder_;
  const std::map<std::string, std::string>& targets_;
  const Notes& footnotes_;
  const Notes& endnotes_;
  DocxNumbering& numbering_;
  std::vector<Paragraph> paragraphs_;  // the one at hand, and those that it stands in
  int skipped_ = 0;
  int count_ = 0;
  bool in_text_ = false;
  bool raised_ = false;
};

// Reads a part if the document has it.
Result<void> read_part(const Parts& parts, const std::string& name, XmlListener& listener) {
  const auto part = parts.find(name);
  if (part == parts.end()) {
    return {};
  }
  auto read = read_xml(part->second, listener);
  return read ? Result<void>{}
              : failure(read.error().code, "its part '" + name + "' is " + read.error().message);
}

bool is_wanted(std::string_view name) {
  return name == kDocument || name == "word/_rels/document.xml.rels" ||
         name == "word/numbering.xml" || name == "word/styles.xml" ||
         name == "word/footnotes.xml" || name == "word/endnotes.xml" ||
         (name.starts_with("word/header") && name.ends_with(".xml"));
}

std::string_view part_named(const Parts& parts, const std::string& name) {
  const auto part = parts.find(name);
  return part == parts.end() ? std::string_view{} : std::string_view(part->second);
}

Result<Parts> parts_of(std::string_view bytes) {
  Parts parts;
  auto read = read_archive(bytes, [&](ArchiveMember member) {
    if (is_wanted(member.name) && member.bytes) {
      parts.emplace(member.name, std::move(*member.bytes));
    }
    return true;
  });
  if (!read && !parts.contains(std::string(kDocument))) {
    return tl::unexpected<Error>(read.error());
  }
  return parts;
}

}  // namespace

bool is_docx(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.find(kDocument) != std::string_view::npos;
}

Result<SourceContent> read_docx(std::string_view name, std::string_view bytes) {
  const auto parts = parts_of(bytes);
  if (!parts) {
    return tl::unexpected<Error>(parts.error());
  }
  auto numbering = DocxNumbering::read(part_named(*parts, "word/numbering.xml"),
                                       part_named(*parts, "word/styles.xml"));
  if (!numbering) {
    return tl::unexpected<Error>(numbering.error());
  }
  Relations relations;
  Notes footnotes;
  Notes endnotes;
  TextBuilder words;
  Body body(words, relations.targets, footnotes, endnotes, *numbering);
  const std::pair<std::string, XmlListener*> order[] = {
      {"word/_rels/document.xml.rels", &relations},
      {"word/footnotes.xml", &footnotes},
      {"word/endnotes.xml", &endnotes},
      {std::string(kDocument), &body}};
  for (const auto& [part, listener] : order) {
    if (auto read = read_part(*parts, part, *listener); !read) {
      return tl::unexpected<Error>(read.error());
    }
  }
  // The header of the first page has the symbol, and the text speaks of it first.
  SourceDocument document;
  TextBuilder header_words;
  Body header(header_words, relations.targets, footnotes, endnotes, *numbering);
  if (const auto target = relations.targets.find(body.first_header);
      target != relations.targets.end()) {
    if (auto read = read_part(*parts, "word/" + target->second, header); !read) {
      return tl::unexpected<Error>(read.error());
    }
  }
  header_words.finish(document);
  SourceDocument rest;
  words.finish(rest);
  const std::size_t shift = document.text.empty() ? 0 : document.text.size() + 1;
  document.text += (shift == 0 ? "" : "\n") + rest.text;
  for (EditorLink& link : rest.links) {
    document.links.push_back({link.begin + shift, link.end + shift, std::move(link.target)});
  }
  document.name = name;
  document.format = "docx";
  if (document.text.empty()) {
    return failure(ErrorCode::Malformed, "the Word document holds no words");
  }
  return SourceContent{std::move(document), std::nullopt};
}

}  // namespace lineage::ingest
