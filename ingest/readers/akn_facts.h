// The metadata of an AKN4UN file: from its elements to facts about works.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language.h"
#include "graph/work.h"
#include "ingest/readers/xml.h"

namespace lineage::ingest {

// Is told of every element of the file, and collects the facts of each of its works.
class AknFacts {
 public:
  void begin(std::string_view name, std::span<const XmlAttribute> attributes);
  // `words` are those that stood between the beginning and the end of the element.
  void end(std::string_view name, std::string_view words);

  [[nodiscard]] std::vector<WorkFacts> take();
  [[nodiscard]] const std::optional<Symbol>& symbol() const { return first_symbol_; }
  [[nodiscard]] const std::optional<Language>& language() const { return language_; }
  [[nodiscard]] const std::optional<Date>& date() const { return first_date_; }
  [[nodiscard]] const std::string& title() const { return first_title_; }

 private:
  struct Count {
    std::string role;
    int value = 0;
    std::vector<std::string> names;
  };
  // What was seen of the work at hand.
  struct Seen {
    std::optional<Symbol> symbol;
    std::optional<Date> date;
    std::string title;
    std::string committee;
    std::string agenda_number;
    std::string agenda_title;
    std::string draft;
    std::string report;
    std::string report_paragraph;
    std::string meeting;
    std::string sponsors;
    std::string additional_sponsors;
    std::string voting;
    std::vector<Count> counts;
    std::vector<std::string> subjects;
  };
  void step(std::span<const XmlAttribute> attributes);
  void keyword(std::span<const XmlAttribute> attributes);
  void name_work(std::string_view uri);
  void end_work();
  [[nodiscard]] WorkFacts facts_of(const Seen& seen) const;

  Seen seen_;
  std::vector<WorkFacts> works_;
  std::optional<Symbol> first_symbol_;
  std::optional<Date> first_date_;
  std::string first_title_;
  std::optional<Language> language_;
  bool in_work_ = false;    // within FRBRWork
  bool in_number_ = false;  // within the document's own symbol
  bool in_title_ = false;   // within the resolution's title
};

}  // namespace lineage::ingest
