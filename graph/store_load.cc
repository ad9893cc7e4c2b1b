// Loading: from the rows of a store to a graph.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/packing.h"
#include "graph/store.h"
#include "graph/store_body.h"
#include "graph/store_impl.h"

namespace lineage {
namespace {

using sqlite::Database;
using sqlite::Statement;

// Reads columns as the types of the vocabulary. A value that no program writes, as after an edit by
// hand, fails the database.
class Reader {
 public:
  explicit Reader(const Database& database) : database_(database) {}

  std::optional<Symbol> symbol(const Statement& row, int column) {
    if (row.is_null(column)) {
      return std::nullopt;
    }
    const std::string text = row.text(column);
    if (const auto known = symbols_.find(text); known != symbols_.end()) {
      return known->second;
    }
    const auto parsed = Symbol::parse(text);
    if (!parsed) {
      refuse("a symbol", text);
      return std::nullopt;
    }
    return symbols_.emplace(text, *parsed).first->second;
  }

  std::optional<Date> date(const Statement& row, int column) {
    if (row.is_null(column)) {
      return std::nullopt;
    }
    const std::optional<Date> date = Date::from_iso(row.text(column));
    if (!date) {
      refuse("a date", row.text(column));
    }
    return date;
  }

  std::optional<std::string> text(const Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.text(column));
  }

  // `named` turns a name into the value, as relation_named does.
  template <typename Named>
  auto name(const Statement& row, int column, std::string_view what, Named named) {
    const auto value = named(row.text(column));
    if (!value) {
      refuse(what, row.text(column));
    }
    return value.value_or(typename decltype(named(std::string_view{}))::value_type{});
  }

 private:
  void refuse(std::string_view what, const std::string& text) {
    database_.fail(ErrorCode::Malformed, "holds '" + text + "' where " + std::string(what) +
                                             " should be; ingest the texts into a new one");
  }

  const Database& database_;
  std::unordered_map<std::string, Symbol> symbols_;
};

std::optional<ListStatus> list_status_named(std::string_view name) {
  for (const ListStatus status : {ListStatus::Known, ListStatus::Partial, ListStatus::Unknown}) {
    if (name_of(status) == name) {
      return status;
    }
  }
  return std::nullopt;
}

template <typename T>
void set_fact(std::optional<Sourced<T>>& fact, std::optional<T> value) {
  if (value) {
    fact = Sourced<T>{std::move(*value), {}};
  }
}

WorkFacts read_entry(const Statement& row, Reader& reader, const Symbol& symbol) {
  WorkFacts facts(symbol);
  set_fact(facts.date, reader.date(row, 2));
  set_fact(facts.title, reader.text(row, 3));
  set_fact(facts.description, reader.text(row, 4));
  set_fact(facts.adoption, reader.text(row, 5));
  if (!row.is_null(6)) {
    Vote vote;
    vote.in_favour = static_cast<int>(row.integer(6));
    vote.against = static_cast<int>(row.integer(7));
    vote.abstaining = static_cast<int>(row.integer(8));
    facts.vote = Sourced<Vote>{std::move(vote), {}};
  }
  if (!row.is_null(9)) {
    facts.agenda_item = Sourced<AgendaItem>{{row.text(9), row.text(10)}, {}};
  }
  set_fact(facts.committee, reader.text(row, 11));
  if (const auto report = reader.symbol(row, 12)) {
    facts.committee_report = Sourced<CommitteeReport>{{*report, row.text(13)}, {}};
  }
  set_fact(facts.draft, reader.symbol(row, 14));
  set_fact(facts.meeting, reader.text(row, 15));
  if (!row.is_null(16)) {
    facts.sponsors.emplace();
  }
  if (!row.is_null(17)) {
    facts.additional_sponsors.emplace();
  }
  facts.list_status = reader.name(row, 18, "a list status", list_status_named);
  return facts;
}

std::map<std::int64_t, WorkFacts> read_entries(const Database& database, Reader& reader) {
  std::map<std::int64_t, WorkFacts> entries;
  Statement rows = database.prepare(
      "SELECT id, symbol, date, title, description, adoption, in_favour, against, abstaining, "
      "agenda_number, agenda_title, committee, report, report_pinpoint, draft, meeting, sponsors, "
      "additional_sponsors, list_status FROM entry");
  rows.start();
  while (rows.next()) {
    if (const auto symbol = reader.symbol(rows, 1)) {
      entries.emplace(rows.integer(0), read_entry(rows, reader, *symbol));
    }
  }
  return entries;
}

void read_states(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows = database.prepare(
      "SELECT entry_id, role, name, iso FROM entry_state ORDER BY entry_id, role, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    if (entry == entries.end()) {
      continue;
    }
    const std::string wanted = rows.text(1);
    visit_states(entry->second, [&](std::string_view role, std::vector<State>& states) {
      if (role == wanted) {
        states.push_back(State{rows.text(2), rows.text(3)});
      }
    });
  }
}

void read_sources(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows = database.prepare(
      "SELECT entry_id, fact, source FROM entry_source ORDER BY entry_id, fact, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    if (entry == entries.end()) {
      continue;
    }
    const std::string wanted = rows.text(1);
    visit_sourced(entry->second, [&](std::string_view name, auto& fact) {
      if (fact && name == wanted) {
        fact->sources.push_back(rows.text(2));
      }
    });
    if (wanted == kListSources) {
      entry->second.list_sources.push_back(rows.text(2));
    }
  }
}

void read_aliases(const Database& database,
                  Reader& reader,
                  std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows =
      database.prepare("SELECT entry_id, symbol FROM entry_alias ORDER BY entry_id, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    const auto alias = reader.symbol(rows, 1);
    if (entry != entries.end() && alias) {
      entry->second.aliases.push_back(*alias);
    }
  }
}

void read_subjects(const Database& database, std::map<std::int64_t, WorkFacts>& entries) {
  Statement rows =
      database.prepare("SELECT entry_id, subject FROM entry_subject ORDER BY entry_id, position");
  rows.start();
  while (rows.next()) {
    const auto entry = entries.find(rows.integer(0));
    if (entry == entries.end()) {
      continue;
    }
    if (!entry->second.subjects) {
      entry->second.subjects.emplace();
    }
    entry->second.subjects->value.push_back(rows.text(1));
  }
}

void add_catalogues(const Database& database, Reader& reader, GraphBuilder& builder) {
  std::map<std::int64_t, WorkFacts> entries = read_entries(database, reader);
  read_aliases(database, reader, entries);
  read_subjects(database, entries);
  read_states(database, entries);
  read_sources(database, entries);
  read_bodies(database, entries);
  for (const auto& [id, facts] : entries) {
    builder.add_work(facts, Holding::Catalogued);
  }
}

// The expressions of one work come with the English one first; the first that has a title gives it.
void add_held_works(const Database& database, Reader& reader, GraphBuilder& builder) {
  std::map<Symbol, WorkFacts> works;
  Statement rows = database.prepare(
      "SELECT d.symbol, d.title, d.date, (SELECT min(f.name) FROM file f WHERE f.content_id = "
      "d.content_id) AS name, EXISTS (SELECT 1 FROM clause c WHERE "
      "c.id >= d.id << 24 AND c.id < (d.id + 1) << 24 AND (c.place GLOB 'pp[0-9]*' OR c.place GLOB "
      "'op[0-9]*')) "
      "FROM document d WHERE d.symbol IS NOT NULL AND d.same_as IS NULL "
      "ORDER BY d.symbol, d.language <> 'en', d.language, name, d.begin_byte");
  rows.start();
  while (rows.next()) {
    const auto symbol = reader.symbol(rows, 0);
    if (!symbol) {
      continue;
    }
    WorkFacts& facts = works.try_emplace(*symbol, WorkFacts(*symbol)).first->second;
    const std::vector<std::string> sources{rows.text(3)};
    if (!facts.title && !rows.text(1).empty()) {
      facts.title = Sourced<std::string>{rows.text(1), sources};
    }
    if (const auto date = reader.date(rows, 2); date && !facts.date) {
      facts.date = Sourced<Date>{*date, sources};
    }
    if (rows.integer(4) != 0) {
      facts.list_status = ListStatus::Known;
    }
  }
  for (const auto& [symbol, facts] : works) {
    builder.add_work(facts, Holding::Held);
  }
}

// The clauses of the document that is being read, for the paragraph around each of its mentions.
class Paragraphs {
 public:
  explicit Paragraphs(const Database& database)
      : rows_(database.prepare("SELECT place, text, begin_byte, end_byte FROM clause WHERE "
                               "id >= ?1 << 24 AND id < (?1 + 1) << 24 ORDER BY id")),
        text_(database.prepare("SELECT c.id, c.text FROM content c JOIN document d ON "
                               "d.content_id = c.id WHERE d.id = ?1")) {}

  // The clause around the byte that begins last, else the first one at the place; "" when there is
  // none. Of a clause longer than any paragraph only what stands around the byte.
  std::string around(std::int64_t document, const Mention& mention) {
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

 private:
  static constexpr std::size_t kLongest = 32768;  // bytes; a page has some 4000
  static constexpr std::size_t kWindow = 500;

  // Notes that a page break puts into a paragraph lie within its bytes: the one that begins last is
  // meant. Few can lie there, so that a look at some before is enough.
  [[nodiscard]] const StoredClause* at_byte(std::size_t byte) const {
    constexpr std::ptrdiff_t kLooked = 64;
    auto at = std::upper_bound(
        by_begin_.begin(), by_begin_.end(), byte,
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

  static std::string window(const std::string& text, std::size_t at) {
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

  void read(std::int64_t document) {
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

  void index() {
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

  [[nodiscard]] std::string cut(const StoredClause& clause) const {
    const std::size_t begin = std::min(clause.begin, whole_.size());
    return whole_.substr(begin, clause.end > begin ? clause.end - begin : 0);
  }

  Statement rows_;
  Statement text_;
  std::string whole_;  // of the content that the document stands in
  std::int64_t document_ = -1;
  std::vector<StoredClause> clauses_;
  std::vector<std::size_t> by_begin_;
  std::unordered_map<std::string, std::size_t> by_place_;
};

Mention read_mention(const Statement& row, Reader& reader) {
  return Mention{.document = reader.symbol(row, 3),
                 .file = row.text(2),
                 .language = reader.name(row, 13, "a language", language_named),
                 .target = reader.symbol(row, 4),
                 .kind = reader.name(row, 5, "a kind of work", work_kind_named),
                 .status = reader.name(row, 6, "a status", mention_status_named),
                 .candidates = {},
                 .by = reader.name(row, 7, "a way of finding", found_by_named),
                 .relation = reader.name(row, 8, "a relation", relation_named),
                 .verb = row.text(9),
                 .place = row.text(10),
                 .clause = row.text(11),
                 .pinpoint = row.text(12),
                 .date = reader.date(row, 14),
                 .suggestion = reader.date(row, 15),
                 .begin = static_cast<std::size_t>(row.integer(16)),
                 .end = static_cast<std::size_t>(row.integer(17)),
                 .quote = row.text(18),
                 .flags = MentionFlags::from_bits(static_cast<std::uint32_t>(row.integer(19))),
                 .witnessed = row.integer(23) != 0};
}

std::unordered_map<std::int64_t, std::vector<Symbol>> read_candidates(const Database& database,
                                                                      Reader& reader) {
  std::unordered_map<std::int64_t, std::vector<Symbol>> candidates;
  Statement rows =
      database.prepare("SELECT mention_id, symbol FROM candidate ORDER BY mention_id, position");
  rows.start();
  while (rows.next()) {
    if (const auto symbol = reader.symbol(rows, 1)) {
      candidates[rows.integer(0)].push_back(*symbol);
    }
  }
  return candidates;
}

void add_mentions(const Database& database, Reader& reader, GraphBuilder& builder) {
  const auto candidates = read_candidates(database, reader);
  Paragraphs paragraphs(database);
  Statement rows = database.prepare(
      "SELECT m.id, m.document_id, m.file, m.citing, m.target, m.kind, m.status, m.found_by, "
      "m.relation, m.verb, m.place, m.clause, m.pinpoint, m.language, m.date, m.suggestion, "
      "m.begin_byte, m.end_byte, m.quote, m.flags, m.source, m.sentence, f.name, m.witnessed "
      "FROM mention m JOIN (SELECT content_id, min(name) AS name FROM file GROUP BY content_id) f "
      "ON f.content_id = m.content_id LEFT JOIN document d ON d.id = m.document_id "
      "WHERE d.same_as IS NULL ORDER BY m.document_id, m.id");
  rows.start();
  while (rows.next()) {
    Citation citation{.mention = read_mention(rows, reader), .sentence = {}, .source = {}};
    if (const auto found = candidates.find(rows.integer(0)); found != candidates.end()) {
      citation.mention.candidates = found->second;
    }
    if (rows.is_null(20)) {
      citation.mention.file = rows.text(22);
      citation.sentence = paragraphs.around(rows.integer(1), citation.mention);
    } else {  // a catalogue's line; one without sources has the catalogue itself as its source
      citation.source = rows.text(20).empty() ? rows.text(22) : rows.text(20);
      citation.sentence = rows.text(21);
      if (citation.mention.file.empty()) {
        citation.mention.file = rows.text(22);
      }
    }
    builder.add_citation(std::move(citation));
  }
}

}  // namespace

Result<LineageGraph> Store::load() const {
  const Database& database = impl_->database;
  Reader reader(database);
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
