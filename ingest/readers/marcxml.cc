#include "ingest/readers/marcxml.h"

#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/readers/charset.h"
#include "ingest/readers/fact_words.h"
#include "ingest/readers/state_names.h"
#include "ingest/readers/xml.h"

namespace lineage::ingest {
namespace {

struct Field {
  std::string tag;
  char indicator = ' ';
  std::map<char, std::string> subfields;  // the first of each code

  [[nodiscard]] std::string_view of(char code) const {
    const auto found = subfields.find(code);
    return found == subfields.end() ? std::string_view{} : found->second;
  }
};

struct Record {
  std::string number;  // of the record in the Digital Library
  std::vector<Field> fields;

  [[nodiscard]] std::string_view first(std::string_view tag, char code) const {
    for (const Field& field : fields) {
      if (field.tag == tag && !field.of(code).empty()) {
        return field.of(code);
      }
    }
    return {};
  }
};

// Cuts the marks that catalogues put between the parts of a title: " :", " /", ";".
std::string_view without_marks(std::string_view text) {
  while (!text.empty() &&
         std::string_view(" :/;=\t\n").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

std::optional<Date> date_of(std::string_view text) {
  if (text.size() == 8 && text.find('-') == std::string_view::npos) {
    return Date::from_iso(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) +
                          "-" + std::string(text.substr(6)));
  }
  return Date::from_iso(text.substr(0, 10));
}

// The counts of "Adopted 161-9-11, 42nd plenary meeting"; nothing for "without vote" and 0-0-0.
std::optional<Vote> vote_of(std::string_view note) {
  for (std::size_t at = 0; at < note.size(); ++at) {
    Vote vote;
    int* const counts[] = {&vote.in_favour, &vote.against, &vote.abstaining};
    const char* from = note.data() + at;
    const char* const end = note.data() + note.size();
    bool whole = at == 0 || std::isdigit(static_cast<unsigned char>(note[at - 1])) == 0;
    for (int i = 0; i < 3 && whole; ++i) {
      const auto [next, error] = std::from_chars(from, end, *counts[i]);
      whole = error == std::errc{} && *counts[i] >= 0 && *from != '-' &&
              (i == 2 || (next != end && *next == '-'));
      from = next + (i == 2 ? 0 : 1);
    }
    if (whole) {
      return vote.in_favour + vote.against + vote.abstaining > 0 ? std::optional(vote)
                                                                 : std::nullopt;
    }
  }
  return std::nullopt;
}

class RecordFacts {
 public:
  explicit RecordFacts(const Record& record)
      : record_(record), sources_{"UN Digital Library record " + record.number} {}

  void add_to(std::vector<WorkFacts>& works) {
    std::vector<Symbol> symbols;
    for (const Field& field : record_.fields) {
      if (field.tag == "191" || field.tag == "791") {
        if (const auto symbol = Symbol::parse(field.of('a'))) {
          symbols.push_back(*symbol);
        }
      }
    }
    if (symbols.empty()) {
      return;
    }
    WorkFacts facts(symbols.front());
    facts.aliases.assign(symbols.begin() + 1, symbols.end());
    add_own(facts);
    std::vector<WorkFacts> others;
    add_related(facts, others);
    works.push_back(std::move(facts));
    for (WorkFacts& other : others) {
      works.push_back(std::move(other));
    }
  }

 private:
  template <typename T>
  void put(std::optional<Sourced<T>>& fact, T value) const {
    fact = Sourced<T>{std::move(value), sources_};
  }

  void add_own(WorkFacts& facts) const {
    std::string title(without_marks(record_.first("245", 'a')));
    if (!title.empty()) {
      put(facts.title, std::move(title));
    }
    const auto adopted = date_of(record_.first("992", 'a'));
    if (const auto date = adopted ? adopted : date_of(record_.first("269", 'a'))) {
      put(facts.date, *date);
    }
    for (const Field& field : record_.fields) {
      std::string number = field.tag == "991" ? agenda_number_of(field.of('b')) : std::string{};
      if (!number.empty()) {
        std::string_view words = field.of('c').empty() ? field.of('d') : field.of('c');
        if (words.ends_with('.')) {
          words.remove_suffix(1);
        }
        put(facts.agenda_item, AgendaItem{std::move(number), std::string(words)});
        break;
      }
    }
    add_vote(facts);
    add_sponsors(facts);
    add_subjects(facts);
  }

  void add_vote(WorkFacts& facts) const {
    const std::string_view note = record_.first("996", 'a');
    if (auto vote = vote_of(note)) {
      put(facts.vote, std::move(*vote));
      put(facts.adoption, std::string("recorded vote"));
    } else if (note.find("without vote") != std::string_view::npos ||
               note.find("without a vote") != std::string_view::npos) {
      put(facts.adoption, std::string("without a vote"));
    }
  }

  void add_sponsors(WorkFacts& facts) const {
    if (facts.symbol.kind() != WorkKind::Draft) {
      return;
    }
    if (auto states = states_of(record_.first("245", 'c')); !states.empty()) {
      put(facts.sponsors, std::move(states));
    }
    constexpr std::string_view kHead = "Additional sponsors: ";
    std::string_view more = record_.first("515", 'a');
    if (more.starts_with(kHead)) {
      more.remove_prefix(kHead.size());
      more = more.substr(0, more.rfind(" ("));
      if (auto states = states_of(more); !states.empty()) {
        put(facts.additional_sponsors, std::move(states));
      }
    }
  }

  void add_subjects(WorkFacts& facts) const {
    std::vector<std::string> subjects;
    for (const Field& field : record_.fields) {
      if ((field.tag == "650" || field.tag == "610" || field.tag == "630") &&
          !field.of('a').empty()) {
        subjects.emplace_back(field.of('a'));
      }
    }
    if (!subjects.empty()) {
      put(facts.subjects, std::move(subjects));
    }
  }

  // 993 of a draft names the resolution that it became and the report on it; of a resolution, its
  // draft, report and meeting.
  void add_related(WorkFacts& facts, std::vector<WorkFacts>& others) const {
    std::optional<Symbol> report;
    std::optional<Symbol> resolution;
    for (const Field& field : record_.fields) {
      if (field.tag != "993") {
        continue;
      }
      const auto symbol = Symbol::parse(field.of('a'));
      if (!symbol) {
        continue;
      }
      if (symbol->kind() == WorkKind::Meeting) {
        put(facts.meeting, symbol->canonical());
      } else if (symbol->kind() == WorkKind::Draft) {
        put(facts.draft, *symbol);
      } else if (symbol->kind() == WorkKind::Resolution) {
        resolution = *symbol;
      } else if (field.indicator == '3') {
        report = *symbol;
      }
    }
    if (facts.symbol.kind() == WorkKind::Draft && resolution) {
      WorkFacts became(*resolution);
      put(became.draft, facts.symbol);
      if (report) {
        put(became.committee_report, CommitteeReport{*report, ""});
      }
      others.push_back(std::move(became));
    } else if (facts.symbol.kind() == WorkKind::Resolution && report) {
      put(facts.committee_report, CommitteeReport{*report, ""});
    }
  }

  const Record& record_;
  std::vector<std::string> sources_;
};

class MarcListener : public XmlListener {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes) override {
    words_.clear();
    if (name == "record") {
      record_ = Record{};
    } else if (name == "datafield" || name == "controlfield") {
      Field field;
      field.tag = value_of(attributes, "tag");
      const std::string_view indicator = value_of(attributes, "ind1");
      field.indicator = indicator.empty() ? ' ' : indicator.front();
      record_.fields.push_back(std::move(field));
    } else if (name == "subfield") {
      const std::string_view code = value_of(attributes, "code");
      code_ = code.empty() ? ' ' : code.front();
    }
  }

  void end(std::string_view name) override {
    if (name == "record") {
      RecordFacts(record_).add_to(works_);
      ++records_;
    } else if (record_.fields.empty()) {
      return;
    } else if (name == "controlfield" && record_.fields.back().tag == "001") {
      record_.number = words_;
    } else if (name == "subfield") {
      record_.fields.back().subfields.emplace(code_, mend_twice_encoded(words_));
    }
  }

  void text(std::string_view words) override { words_ += words; }

  std::vector<WorkFacts> works_;
  std::size_t records_ = 0;

 private:
  Record record_;
  std::string words_;
  char code_ = ' ';
};

}  // namespace

Result<SourceContent> read_marcxml(std::string_view name, std::string_view bytes) {
  MarcListener listener;
  if (auto read = read_xml(bytes, listener); !read) {
    return tl::unexpected<Error>(read.error());
  }
  if (listener.works_.empty()) {
    return failure(ErrorCode::Malformed,
                   "none of its " + std::to_string(listener.records_) +
                       " MARC records has a symbol in field 191: there is nothing to take in");
  }
  StoredCatalogue catalogue;
  catalogue.file = name;
  catalogue.works = std::move(listener.works_);
  return SourceContent{std::nullopt, std::move(catalogue)};
}

}  // namespace lineage::ingest
