#include "ingest/readers/akn.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "ingest/readers/akn_facts.h"
#include "ingest/readers/editor_link.h"
#include "ingest/readers/text_builder.h"
#include "ingest/readers/xml.h"

namespace lineage::ingest {
namespace {

using std::string_view_literals::operator""sv;

// Elements whose words are one paragraph. Words outside of them are white space of the markup.
constexpr std::array kBlocks{"p"sv, "heading"sv, "crossHeading"sv, "subheading"sv,
                             "listIntroduction"sv};

bool is_block(std::string_view name) {
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

// Elements whose words AknFacts asks for.
bool is_fact(std::string_view name) {
  return name == "organization" || name == "docNumber" || name == "docTitle";
}

class AknListener : public XmlListener {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    facts_.begin(name, attributes);
    if (is_fact(name)) {
      words_.clear();
    }
    if (name == "meta") {
      ++meta_;
    }
    if (meta_ > 0) {
      return;
    }
    begin_structure(name, attributes);
    if (name == "authorialNote") {
      builder_.begin_note(value_of(attributes, "marker"));
      ++note_;
    } else if (name == "a") {
      builder_.begin_link(link_target(value_of(attributes, "href")));
    } else if (name == "num") {
      num_ = block_ == 0;
    } else if (is_block(name)) {
      if (block_++ == 0) {
        builder_.add(std::exchange(pending_, {}));
      } else {
        builder_.add(" "sv);
      }
    }
  }

  void end(std::string_view name) override {
    facts_.end(name, words_);
    if (name == "meta") {
      --meta_;
      return;
    }
    if (meta_ > 0) {
      return;
    }
    if (name == "authorialNote") {
      if (--note_ == 0) {
        builder_.end_note();
      }
    } else if (name == "a") {
      builder_.end_link();
    } else if (name == "num" && std::exchange(num_, false)) {
      pending_.push_back(' ');
    } else if (is_block(name)) {
      if (--block_ == 0) {
        builder_.end_paragraph();
      } else {
        builder_.add(" "sv);
      }
    }
    end_structure(name);
  }

  void text(std::string_view words) override {
    if (words_.size() < kLongestFact) {
      words_ += words;
    }
    if (meta_ > 0) {
      return;
    }
    if (num_) {
      pending_ += words;
    } else if (block_ > 0) {
      builder_.add(words);
    }
  }

  SourceContent take(std::string_view name) {
    SourceDocument document;
    document.name = name;
    document.format = "akn";
    builder_.finish(document);
    document.stated = {facts_.symbol(), facts_.language(), facts_.date(), facts_.title()};
    document.facts = facts_.take();
    return {std::move(document), std::nullopt};
  }

 private:
  static constexpr std::size_t kLongestFact = 4096;

  // Containers of the preamble and paragraphs of the body bear the editors' id, and the former
  // their verb. They do not nest in one another, but what nests in them does not count.
  void begin_structure(std::string_view name, std::span<const XmlAttribute> attributes) {
    const bool marks = name == "container" || name == "paragraph";
    if (marks && structure_++ == 0) {
      builder_.begin_marked(value_of(attributes, "eId"),
                            name == "container" ? value_of(attributes, "name") : ""sv);
    }
  }
  void end_structure(std::string_view name) {
    if ((name == "container" || name == "paragraph") && --structure_ == 0) {
      builder_.end_marked();
    }
  }

  AknFacts facts_;
  TextBuilder builder_;
  std::string words_;    // of the element at hand, for AknFacts
  std::string pending_;  // the number of the paragraph that comes
  int meta_ = 0;
  int block_ = 0;
  int note_ = 0;
  int structure_ = 0;
  bool num_ = false;
};

}  // namespace

Result<SourceContent> read_akn(std::string_view name, std::string_view bytes) {
  AknListener listener;
  if (auto read = read_xml(bytes, listener); !read) {
    return tl::unexpected<Error>(read.error());
  }
  SourceContent content = listener.take(name);
  if (content.document->text.empty()) {
    return failure(ErrorCode::Malformed, "the Akoma Ntoso file holds no words");
  }
  return content;
}

}  // namespace lineage::ingest
