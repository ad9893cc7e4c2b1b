#include "apps/query/store_library.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ingest/words/search_words.h"

namespace lineage::cli {

Result<const Store*> StoreLibrary::store() const {
  if (!store_) {
    Result<Store> opened = Store::open(path_);
    if (!opened) {
      return tl::unexpected(opened.error());
    }
    store_.emplace(std::move(*opened));
  }
  return &*store_;
}

std::vector<WorkId> StoreLibrary::works(const std::vector<Symbol>& symbols) const {
  std::set<WorkId> found;
  for (const Symbol& symbol : symbols) {
    if (const std::optional<WorkId> id = graph_.find(symbol)) {
      found.insert(*id);
    }
  }
  return {found.begin(), found.end()};
}

Result<std::vector<WorkId>> StoreLibrary::works_with(
    const std::string& words, const std::optional<Language>& language) const {
  SearchQuery query;
  query.words = ingest::search_words_of(words);
  query.language = language;
  if (query.words.empty()) {
    return failure(ErrorCode::Usage, "these words hold none to look for");
  }
  return store()
      .and_then([&](const Store* open) { return open->symbols_with(query); })
      .map([&](const std::vector<Symbol>& symbols) { return works(symbols); });
}

Result<std::vector<WorkId>> StoreLibrary::works_in(Language language) const {
  return store()
      .and_then([&](const Store* open) { return open->symbols_in(language); })
      .map([&](const std::vector<Symbol>& symbols) { return works(symbols); });
}

Result<std::span<const query::ClauseEntry>> StoreLibrary::clauses() const {
  if (clauses_) {
    return std::span<const query::ClauseEntry>(*clauses_);
  }
  const Result<std::vector<ClausePlace>> places =
      store().and_then([](const Store* open) { return open->clause_places(); });
  if (!places) {
    return tl::unexpected(places.error());
  }
  std::vector<query::ClauseEntry> entries;
  std::set<std::pair<WorkId, std::string>> seen;
  for (const ClausePlace& place : *places) {
    const std::optional<WorkId> work = graph_.find(place.symbol);
    if (work && seen.emplace(*work, place.place).second) {
      entries.push_back({*work, place.place, place.act, place.verb, place.language});
    }
  }
  std::ranges::stable_sort(entries, {}, &query::ClauseEntry::work);
  clauses_ = std::move(entries);
  return std::span<const query::ClauseEntry>(*clauses_);
}

Result<std::string> StoreLibrary::text_of(const query::ClauseEntry& clause) const {
  return store().and_then([&](const Store* open) {
    return open->clause_text(graph_.work(clause.work).symbol(), clause.language, clause.place);
  });
}

}  // namespace lineage::cli
