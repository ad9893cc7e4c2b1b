// Loading: from the rows of a store to a graph.
#include <utility>

#include "graph/store/impl.h"
#include "graph/store/reader.h"
#include "graph/store/store.h"

namespace lineage {

using sqlite::Database;

Result<LineageGraph> Store::load() const {
  const Database& database = impl_->database;
  RowReader reader(database);
  GraphBuilder builder;
  // One transaction, so that a writer at work cannot show half of a change.
  database.execute(impl_->in_batch ? "SAVEPOINT load" : "BEGIN");
  add_catalogues(database, reader, builder);
  add_held_works(database, reader, builder);
  add_mentions(database, reader, builder);
  Result<void> outcome = database.outcome();
  database.execute(impl_->in_batch ? "RELEASE load" : "COMMIT");
  if (const Result<void> ended = database.outcome(); outcome && !ended) {
    outcome = ended;
  }
  if (!outcome) {
    return tl::unexpected(outcome.error());
  }
  return std::move(builder).freeze();
}

}  // namespace lineage
