#include "graph/store/write_facts.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>
#include <xxhash.h>

#include "graph/store/body.h"
#include "graph/store/impl.h"

namespace lineage {
namespace {

using sqlite::Database;

template <typename T, typename Field>
auto field(const std::optional<Sourced<T>>& fact, Field member)
    -> std::optional<std::decay_t<decltype(std::declval<T>().*member)>> {
  if (!fact) {
    return std::nullopt;
  }
  return fact->value.*member;
}

template <typename T>
std::optional<T> value(const std::optional<Sourced<T>>& fact) {
  return fact ? std::optional<T>(fact->value) : std::nullopt;
}

std::optional<std::size_t> size(const std::optional<Sourced<std::vector<State>>>& fact) {
  return fact ? std::optional(fact->value.size()) : std::nullopt;
}

// Everything that the facts say in one string, so that equal facts have equal digests.
class FactsText {
 public:
  explicit FactsText(const WorkFacts& facts) {
    add(facts.symbol.canonical());
    for (const Symbol& alias : facts.aliases) {
      add(alias.canonical());
    }
    visit_sourced(facts, [&](std::string_view name, const auto& fact) {
      if (fact) {
        add(name);
        add_value(fact->value);
        for (const std::string& source : fact->sources) {
          add(source);
        }
      }
    });
    text_ += body_text(facts);
    add(name_of(facts.list_status));
    for (const std::string& source : facts.list_sources) {
      add(source);
    }
  }
  [[nodiscard]] std::string digest() const {
    const XXH128_hash_t hash = XXH3_128bits(text_.data(), text_.size());
    std::string text = std::to_string(hash.high64);
    return text.append("-").append(std::to_string(hash.low64));
  }

 private:
  void add(std::string_view piece) {
    text_ += piece;
    text_.push_back('\0');
  }
  void add_value(const std::string& words) { add(words); }
  void add_value(const Date& date) { add(date.iso()); }
  void add_value(const Symbol& symbol) { add(symbol.canonical()); }
  void add_value(const AgendaItem& item) {
    add(item.number);
    add(item.title);
  }
  void add_value(const CommitteeReport& report) {
    add(report.symbol.canonical());
    add(report.pinpoint);
  }
  void add_value(const State& state) {
    add(state.name);
    add(state.iso);
  }
  void add_value(const Vote& vote) {
    for (const int count : {vote.in_favour, vote.against, vote.abstaining}) {
      add(std::to_string(count));
    }
    add_value(vote.voted_for);
    add_value(vote.voted_against);
    add_value(vote.abstained);
  }
  void add_value(const CommitteeVote& vote) {
    add(std::to_string(vote.in_favour));
    add(std::to_string(vote.against));
    add(vote.abstaining ? std::to_string(*vote.abstaining) : "-");
    add_value(vote.voted_for);
    add_value(vote.voted_against);
    add_value(vote.abstained);
  }
  template <typename T>
  void add_value(const std::vector<T>& list) {
    add(std::to_string(list.size()));
    for (const T& item : list) {
      add_value(item);
    }
  }

  std::string text_;
};

}  // namespace

FactsWriter::FactsWriter(const Database& database)
    : database_(database),
      find_entry_(database.prepare("SELECT id FROM entry WHERE digest = ?1")),
      insert_entry_(database.prepare(
          "INSERT INTO entry VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
          "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)")),
      insert_origin_(database.prepare("INSERT OR IGNORE INTO entry_origin VALUES (?1, ?2)")),
      insert_alias_(database.prepare("INSERT INTO entry_alias VALUES (?1, ?2, ?3)")),
      insert_state_(database.prepare("INSERT INTO entry_state VALUES (?1, ?2, ?3, ?4, ?5)")),
      insert_source_(database.prepare("INSERT INTO entry_source VALUES (?1, ?2, ?3, ?4)")),
      insert_subject_(database.prepare("INSERT INTO entry_subject VALUES (?1, ?2, ?3)")) {}

void FactsWriter::write(std::int64_t content, const WorkFacts& facts) {
  const std::string digest = FactsText(facts).digest();
  find_entry_.start(digest);
  const bool known = find_entry_.next();
  const std::int64_t id = known ? find_entry_.integer(0) : new_entry(digest, facts);
  find_entry_.start();
  insert_origin_.run(content, id);
}

std::int64_t FactsWriter::new_entry(const std::string& digest, const WorkFacts& f) {
  insert_entry_.run(
      digest, f.symbol, value(f.date), value(f.title), value(f.description), value(f.adoption),
      field(f.vote, &Vote::in_favour), field(f.vote, &Vote::against),
      field(f.vote, &Vote::abstaining), field(f.agenda_item, &AgendaItem::number),
      field(f.agenda_item, &AgendaItem::title), value(f.committee),
      field(f.committee_report, &CommitteeReport::symbol),
      field(f.committee_report, &CommitteeReport::pinpoint), value(f.draft), value(f.meeting),
      size(f.sponsors), size(f.additional_sponsors), name_of(f.list_status),
      value(f.committee_adoption), field(f.committee_vote, &CommitteeVote::in_favour),
      field(f.committee_vote, &CommitteeVote::against),
      f.committee_vote ? f.committee_vote->value.abstaining : std::nullopt);
  const std::int64_t id = database_.last_row();
  for (std::size_t i = 0; i < f.aliases.size(); ++i) {
    insert_alias_.run(id, i, f.aliases[i]);
  }
  visit_states(f, [&](std::string_view role, const std::vector<State>& states) {
    for (std::size_t i = 0; i < states.size(); ++i) {
      insert_state_.run(id, role, i, states[i].name, states[i].iso);
    }
  });
  if (f.subjects) {
    for (std::size_t i = 0; i < f.subjects->value.size(); ++i) {
      insert_subject_.run(id, i, f.subjects->value[i]);
    }
  }
  const auto write_sources = [&](std::string_view fact, const std::vector<std::string>& sources) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      insert_source_.run(id, fact, i, sources[i]);
    }
  };
  visit_sourced(f, [&](std::string_view name, const auto& fact) {
    if (fact) {
      write_sources(name, fact->sources);
    }
  });
  write_sources(kListSources, f.list_sources);
  write_body(database_, id, f);
  return id;
}

}  // namespace lineage
