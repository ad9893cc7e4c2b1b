#include "graph/store/paragraphs.h"

#include <algorithm>
#include <utility>

#include "graph/store/packing.h"

namespace lineage {
namespace {

constexpr std::size_t kLongest = 32768;  // bytes; a page has some 4000
constexpr std::size_t kWindow = 500;

std::string window(const std::string& text, std::size_t at) {
  const auto is_inside = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = at > kWindow ? std::min(at - kWindow, text.size()) : 0;
  std::size_t end = std::min(begin + 2 * kWindow, text.size());
  while (is_inside(begin)) {
    ++begin;
  }
  while (is_inside(end)) {
    ++end;
  }
  return text.substr(begin, end - begin);
}

}  // namespace

Paragraphs::Paragraphs(const sqlite::Database& database)
    : rows_(database.prepare("SELECT place, text, begin_byte, end_byte FROM clause WHERE "
                             "id >= ?1 << 24 AND id < (?1 + 1) << 24 ORDER BY id")),
      text_(database.prepare("SELECT c.id, c.text FROM content c JOIN document d ON "
                             "d.content_id = c.id WHERE d.id = ?1")) {}

std::string Paragraphs::around(std::int64_t document, const Mention& mention) {
  if (document != document_) {
    read(document);
  }
  const StoredClause* clause = at_byte(mention.begin);
  if (clause == nullptr) {
    const auto named = by_place_.find(mention.place);
    clause = named == by_place_.end() ? nullptr : &clauses_[named->second];
  }
  if (clause == nullptr || clause->text.size() <= kLongest) {
    return clause == nullptr ? std::string{} : clause->text;
  }
  return window(clause->text, mention.begin - std::min(mention.begin, clause->begin));
}

// Notes that a page break puts into a paragraph lie within its bytes: the one that begins last is
// meant. Few can lie there, so that a look at some before is enough.
const StoredClause* Paragraphs::at_byte(std::size_t byte) const {
  constexpr std::ptrdiff_t kLooked = 64;
  auto at =
      std::upper_bound(by_begin_.begin(), by_begin_.end(), byte,
                       [&](std::size_t value, std::size_t i) { return value < clauses_[i].begin; });
  const auto last =
      by_begin_.begin() + std::max<std::ptrdiff_t>(at - by_begin_.begin() - kLooked, 0);
  while (at != last) {
    if (const StoredClause& clause = clauses_[*--at]; byte < clause.end) {
      return &clause;
    }
  }
  return nullptr;
}

void Paragraphs::read(std::int64_t document) {
  document_ = document;
  clauses_.clear();
  text_.start(document);
  whole_ = text_.next() ? unpacked(text_.text(1)).value_or("") : std::string{};
  text_.start();
  rows_.start(document);
  while (rows_.next()) {
    StoredClause clause;
    clause.place = rows_.text(0);
    clause.begin = static_cast<std::size_t>(rows_.integer(2));
    clause.end = static_cast<std::size_t>(rows_.integer(3));
    clause.text = rows_.is_null(1) ? cut(clause) : rows_.text(1);
    clauses_.push_back(std::move(clause));
  }
  index();
}

void Paragraphs::index() {
  by_place_.clear();
  by_begin_.resize(clauses_.size());
  for (std::size_t i = 0; i < clauses_.size(); ++i) {
    by_begin_[i] = i;
    by_place_.emplace(clauses_[i].place, i);
  }
  std::stable_sort(by_begin_.begin(), by_begin_.end(), [&](std::size_t a, std::size_t b) {
    return clauses_[a].begin < clauses_[b].begin;
  });
}

std::string Paragraphs::cut(const StoredClause& clause) const {
  const std::size_t begin = std::min(clause.begin, whole_.size());
  return whole_.substr(begin, clause.end > begin ? clause.end - begin : 0);
}

}  // namespace lineage
