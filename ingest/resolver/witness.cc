#include "ingest/resolver/witness.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace lineage::ingest {
namespace {

constexpr std::array<std::string_view, 4> kHyphens{"-", "\u2010", "\u2011", "\u2013"};

bool agree(const Symbol& said, const Symbol& linked) {
  return said == linked || said.whole() == linked || linked.whole() == said;
}

bool may_mean(const Mention& mention, const Symbol& linked) {
  return std::any_of(mention.candidates.begin(), mention.candidates.end(),
                     [&](const Symbol& candidate) { return agree(candidate, linked); });
}

// "A/77/90–E/2022/66": one work, whose first half is its symbol. A link on the second half says the
// same as the words.
bool is_second_half(const Mention& mention, const Symbol& linked) {
  const std::size_t at = mention.quote.find(linked.canonical());
  if (!mention.target || at == std::string::npos || at == 0) {
    return false;
  }
  const std::string_view before = std::string_view(mention.quote).substr(0, at);
  return std::ranges::any_of(kHyphens, [&](std::string_view h) { return before.ends_with(h); });
}

// What the mentions at one link say about it.
class Hearing {
 public:
  explicit Hearing(const EditorLink& link) : link_(link) {}

  void hear(Mention& mention) {
    if (mention.begin >= link_.end || mention.end <= link_.begin) {
      return;
    }
    if ((mention.target && agree(*mention.target, link_.target)) ||
        is_second_half(mention, link_.target)) {
      mention.witnessed = true;
      agreed_ = true;
    } else if (may_mean(mention, link_.target)) {
      agreed_ = true;
    } else if (mention.target && other_ == nullptr) {
      other_ = &mention;
    }
  }

  void conclude(StoredDocument& document) const {
    const bool own = document.symbol && agree(*document.symbol, link_.target);
    if (agreed_ || (own && other_ == nullptr)) {
      return;
    }
    StoredFinding finding;
    finding.code = other_ != nullptr ? "disagree" : "link-only";
    finding.begin = link_.begin;
    finding.end = link_.end;
    finding.witness = link_.target;
    if (other_ != nullptr) {
      finding.place = other_->place;
      finding.said = other_->target;
    }
    document.findings.push_back(std::move(finding));
  }

 private:
  const EditorLink& link_;
  bool agreed_ = false;
  const Mention* other_ = nullptr;
};

std::size_t begin_of(const StoredDocument& document) {
  return document.clauses.empty() ? 0 : document.clauses.front().begin;
}

}  // namespace

void hear_witnesses(const std::vector<EditorLink>& links, std::vector<StoredDocument>& documents) {
  std::size_t at = 0;
  std::size_t first = 0;  // mention that may reach the link
  std::vector<EditorLink> ordered = links;
  std::sort(ordered.begin(), ordered.end(),
            [](const EditorLink& a, const EditorLink& b) { return a.begin < b.begin; });
  for (const EditorLink& link : ordered) {
    while (at + 1 < documents.size() && begin_of(documents[at + 1]) <= link.begin) {
      ++at;
      first = 0;
    }
    std::vector<Mention>& mentions = documents[at].mentions;
    while (first < mentions.size() && mentions[first].end <= link.begin) {
      ++first;
    }
    Hearing hearing(link);
    for (std::size_t i = first; i < mentions.size() && mentions[i].begin < link.end; ++i) {
      hearing.hear(mentions[i]);
    }
    hearing.conclude(documents[at]);
  }
}

void take_editor_verbs(const std::vector<EditorParagraph>& paragraphs,
                       std::vector<StoredDocument>& documents) {
  for (StoredDocument& document : documents) {
    for (StoredClause& clause : document.clauses) {
      const auto after = std::upper_bound(
          paragraphs.begin(), paragraphs.end(), clause.begin,
          [](std::size_t begin, const EditorParagraph& p) { return begin < p.begin; });
      if (after != paragraphs.begin() && clause.begin < std::prev(after)->end) {
        clause.editor_verb = std::prev(after)->verb;
      }
    }
  }
}

}  // namespace lineage::ingest
