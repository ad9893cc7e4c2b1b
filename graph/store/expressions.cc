// Which of several texts of one work in one language is used, and which are the same text again.
#include <algorithm>
#include <iterator>

#include "graph/store/packing.h"
#include "graph/store/write.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

// Texts that share half of their runs of four words are the same text: a reissue, or a PDF beside
// the Word document. Different texts share next to none.
constexpr double kSame = 0.5;

struct Expression {
  std::int64_t id = 0;
  std::vector<std::uint64_t> sketch;
};

// The share of common words, estimated from the smallest hashes of both.
double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  all.resize(std::min<std::size_t>(all.size(), 64));
  if (all.empty()) {
    return 0;  // of texts without words nothing is known
  }
  const auto common = std::count_if(all.begin(), all.end(), [&](std::uint64_t hash) {
    return std::binary_search(a.begin(), a.end(), hash) &&
           std::binary_search(b.begin(), b.end(), hash);
  });
  return static_cast<double>(common) / static_cast<double>(all.size());
}

// The best first: formats with structure before those without, then the longer text; the content's
// hash settles the rest, so that the order in which files came leaves no trace.
std::vector<Expression> expressions(const Database& database,
                                    const std::string& symbol,
                                    const std::string& language) {
  Statement rows = database.prepare(
      "SELECT d.id, d.sketch FROM document d JOIN content c ON c.id = d.content_id "
      "WHERE d.symbol = ?1 AND d.language = ?2 ORDER BY CASE c.format WHEN 'akn' THEN 0 WHEN "
      "'docx' THEN 1 WHEN 'html' THEN 2 WHEN 'text' THEN 3 ELSE 4 END, c.size DESC, "
      "c.hash, c.hint, d.begin_byte");
  rows.start(symbol, language);
  std::vector<Expression> found;
  while (rows.next()) {
    found.push_back({rows.integer(0), numbers_of(rows.text(1))});
  }
  return found;
}

}  // namespace

void StoreWriter::settle_expressions() {
  Statement mark = database_.prepare("UPDATE document SET same_as = ?2 WHERE id = ?1");
  for (const auto& [symbol, language] : touched_) {
    std::vector<Expression> used;
    const std::vector<Expression> all = expressions(database_, symbol, language);
    for (const Expression& text : all) {
      const auto same = std::find_if(used.begin(), used.end(), [&](const Expression& other) {
        return likeness(text.sketch, other.sketch) >= kSame;
      });
      mark.run(text.id,
               same == used.end() ? std::optional<std::int64_t>{} : std::optional(same->id));
      if (same == used.end()) {
        used.push_back(text);
      }
    }
  }
  touched_.clear();
}

}  // namespace lineage
