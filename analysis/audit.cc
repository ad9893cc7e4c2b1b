#include "analysis/audit.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "analysis/audit_numbers.h"
#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

std::string evidence_of(const Passage& passage) {
  if (passage.quote.empty()) {
    return "catalogue " + passage.file + ", source " + passage.source;
  }
  return "\"" + passage.quote + "\" in " + passage.file;
}

bool inside(const Date& date, const DateSpan& span) {
  return !(date < span.first) && !(span.last < date);
}

class Auditor {
 public:
  explicit Auditor(const LineageGraph& graph) : graph_(graph) {}

  std::vector<AuditFinding> run() {
    check_own_dates();
    for (EdgeId id = 0; id < graph_.edge_count(); ++id) {
      if (is_citation(graph_.edge(id))) {
        check_edge(id);
      }
    }
    for (const Mention& mention : graph_.unresolved()) {
      check_unsettled(mention);
    }
    for (WorkId id = 0; id < graph_.work_count(); ++id) {
      check_languages(id);
    }
    return std::move(findings_);
  }

 private:
  AuditFinding& add(AuditCode code, WorkId text, WorkId about, const Passage& passage) {
    findings_.push_back({code,
                         graph_.work(text).symbol(),
                         graph_.work(about).symbol(),
                         passage.place,
                         passage.language ? std::string(lineage::code(*passage.language)) : "",
                         "",
                         "",
                         evidence_of(passage),
                         {}});
    return findings_.back();
  }

  void check_own_dates() {
    for (const Work& work : graph_.works()) {
      const auto span = work.symbol().possible_dates();
      if (work.facts.date && span && is_act(work.symbol()) &&
          !inside(work.facts.date->value, *span)) {
        findings_.push_back({AuditCode::Session,
                             work.symbol(),
                             std::nullopt,
                             "",
                             "",
                             work.facts.date->value.iso(),
                             "between " + span->first.iso() + " and " + span->last.iso(),
                             "its own date",
                             {}});
      }
    }
  }

  void check_edge(EdgeId id) {
    const Edge& edge = graph_.edge(id);
    const Work& citing = graph_.work(edge.source);
    const Work& cited = graph_.work(edge.target);
    for (const Passage& passage : graph_.passages(id)) {
      if (passage.date && is_act(cited.symbol())) {
        check_date(edge, passage, cited);
      }
    }
    const bool acts = is_act(citing.symbol()) && is_act(cited.symbol());
    if (acts && citing.facts.date && cited.facts.date &&
        citing.facts.date->value < cited.facts.date->value) {
      AuditFinding& finding =
          add(AuditCode::Later, edge.source, edge.target, graph_.passages(id).front());
      finding.said = "cited on " + citing.facts.date->value.iso();
      finding.expected = "adopted on " + cited.facts.date->value.iso();
    }
  }

  // The date that is known of the work: a fact, else the one that at least two texts give.
  std::optional<Date> known_date(const Work& work, WorkId id) {
    if (work.facts.date) {
      return work.facts.date->value;
    }
    if (!work.date) {
      return std::nullopt;
    }
    std::set<WorkId> voices;
    for (const EdgeId edge : graph_.cited_by(id)) {
      for (const Passage& passage : graph_.passages(edge)) {
        if (passage.date == work.date) {
          voices.insert(graph_.edge(edge).source);
        }
      }
    }
    return voices.size() > 1 ? work.date : std::nullopt;
  }

  void check_date(const Edge& edge, const Passage& passage, const Work& cited) {
    const Date said = *passage.date;
    const auto known = known_date(cited, edge.target);
    if (known && *known == said) {
      return;
    }
    const auto span = cited.symbol().possible_dates();
    const bool impossible = span && !inside(said, *span);
    if (const std::optional<WorkId> other = swapped_of_date(cited.symbol(), said)) {
      note(AuditCode::Swapped, edge, passage, said.iso(),
           graph_.work(*other).symbol().short_form() + " is of that date");
    } else if (const std::optional<WorkId> part = part_of_date(cited.symbol(), said)) {
      note(AuditCode::Letter, edge, passage, said.iso(),
           graph_.work(*part).symbol().short_form() + " is of that date");
    } else if (impossible) {
      note(AuditCode::Session, edge, passage, said.iso(),
           known ? "its date is " + known->iso()
                 : "between " + span->first.iso() + " and " + span->last.iso());
    } else if (known) {
      note(AuditCode::Date, edge, passage, said.iso(), "its date is " + known->iso());
    }
  }

  // 27/73 of 5 December 2018, for 73/27: its number alone is one of a commission whose 27th session
  // was in that year, or of no act of that date, so that the mention is left unsettled.
  void check_unsettled(const Mention& mention) {
    if (!mention.document || !mention.date) {
      return;
    }
    for (const Symbol& printed : printed_acts(mention)) {
      if (const std::optional<WorkId> other = swapped_of_date(printed, *mention.date)) {
        findings_.push_back({AuditCode::Swapped,
                             *mention.document,
                             printed,
                             mention.place,
                             std::string(lineage::code(mention.language)),
                             mention.date->iso(),
                             graph_.work(*other).symbol().short_form() + " is of that date",
                             "\"" + mention.quote + "\" in " + mention.file,
                             {}});
        return;
      }
    }
  }

  void note(AuditCode code,
            const Edge& edge,
            const Passage& passage,
            std::string said,
            std::string expected) {
    AuditFinding& finding = add(code, edge.source, edge.target, passage);
    finding.said = std::move(said);
    finding.expected = std::move(expected);
  }

  // The work of that date whose number is this one with its halves exchanged.
  [[nodiscard]] std::optional<WorkId> swapped_of_date(const Symbol& symbol,
                                                      const Date& date) const {
    for (const Symbol& other : swapped(symbol)) {
      const std::optional<WorkId> id = graph_.find(other);
      if (id && graph_.work(*id).date == date) {
        return id;
      }
    }
    return std::nullopt;
  }

  // A part of the whole that has the date: 43/78 H for 43/78.
  [[nodiscard]] std::optional<WorkId> part_of_date(const Symbol& whole, const Date& date) const {
    if (!whole.letters().empty()) {
      return std::nullopt;
    }
    for (WorkId id = 0; id < graph_.work_count(); ++id) {
      const Work& work = graph_.work(id);
      if (work.date == date && !work.symbol().letters().empty() && work.symbol().whole() == whole) {
        return id;
      }
    }
    return std::nullopt;
  }

  // What a text cites by number, by language; "" is the catalogue.
  void check_languages(WorkId text) {
    std::map<WorkId, std::map<std::string, const Passage*>> cited;
    std::set<std::string> languages;
    bool listed = false;
    for (const EdgeId id : graph_.cites(text)) {
      const Edge& edge = graph_.edge(id);
      if (!is_citation(edge) || edge.relation == Relation::AdoptedOnReport) {
        continue;
      }
      for (const Passage& passage : graph_.passages(id)) {
        if (!passage.language) {
          listed = true;
          cited[edge.target].emplace("", &passage);
        } else {
          const std::string language(lineage::code(*passage.language));
          languages.insert(language);
          if (is_number(passage.quote)) {
            cited[edge.target].emplace(language, &passage);
          }
        }
      }
    }
    const Work& work = graph_.work(text);
    for (const auto& [target, voices] : cited) {
      if (graph_.work(target).symbol().kind() == WorkKind::Treaty) {
        continue;
      }
      compare_languages(text, target, voices, languages);
      if (listed && work.holding == Holding::Held && work.facts.list_status == ListStatus::Known &&
          !languages.empty()) {
        compare_catalogue(text, target, voices);
      }
    }
  }

  void compare_languages(WorkId text,
                         WorkId target,
                         const std::map<std::string, const Passage*>& voices,
                         const std::set<std::string>& languages) {
    std::string with;
    std::string without;
    const Passage* proof = nullptr;
    for (const std::string& language : languages) {
      const auto voice = voices.find(language);
      std::string& names = voice == voices.end() ? without : with;
      names += (names.empty() ? "" : ", ") + language;
      proof = voice == voices.end() || proof != nullptr ? proof : voice->second;
    }
    if (proof != nullptr && !without.empty()) {
      AuditFinding& finding = add(AuditCode::Languages, text, target, *proof);
      finding.language.clear();
      finding.said = "cited in " + with;
      finding.expected = "not in " + without;
    }
  }

  void compare_catalogue(WorkId text,
                         WorkId target,
                         const std::map<std::string, const Passage*>& voices) {
    const bool in_list = voices.contains("");
    const bool in_text = voices.size() > (in_list ? 1U : 0U);
    if (in_list == in_text) {
      return;
    }
    AuditFinding& finding = add(AuditCode::Catalogue, text, target, *voices.begin()->second);
    finding.said = in_text ? "in the text" : "in the catalogue";
    finding.expected = in_text ? "not in the catalogue's list" : "not in the text";
  }

  const LineageGraph& graph_;
  std::vector<AuditFinding> findings_;
};

}  // namespace

std::vector<AuditFinding> audit(const LineageGraph& graph) {
  std::vector<AuditFinding> findings = Auditor(graph).run();
  share_and_sort(findings);
  return findings;
}

}  // namespace lineage::analysis
