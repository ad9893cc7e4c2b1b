#include "apps/answers/phrases.h"

#include <algorithm>

#include "analysis/exporters/text_layout.h"
#include "analysis/find_work.h"

namespace lineage::cli {
namespace {

std::vector<std::string> names_of(const LineageGraph& graph, const std::vector<WorkId>& works) {
  std::vector<std::string> names;
  for (const WorkId id : works) {
    names.push_back(name_of(graph.work(id)));
  }
  return names;
}

}  // namespace

tl::expected<WorkId, Failure> look_up(const LineageGraph& graph, const std::string& typed) {
  const Result<Symbol> symbol = Symbol::parse(typed);
  if (!symbol) {
    return refuse(kUsage, in_quotes(typed) +
                              " is no symbol that Lineage reads; write it as '78/16', '43/78 H', "
                              "'1540 (2004)', 'decision 77/512', 'A/78/404' or '@gge2014-2015'");
  }
  const Result<WorkId> found = analysis::find_work(graph, *symbol);
  if (!found) {
    return refuse(found.error().code == ErrorCode::Ambiguous ? kUsage : kNo, found.error().message);
  }
  return *found;
}

std::string name_of(const Work& work) {
  return analysis::shortened(work.symbol().short_form(), 60);
}

std::string in_quotes(std::string_view typed) {
  // A beginning is enough to recognise it; an argument can be ten megabytes.
  return "'" + analysis::shortened(typed.substr(0, 400), 60) + "'";
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const std::size_t shown = names.size() <= most + 1 ? names.size() : most;
  for (std::size_t i = 0; i < shown; ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  return shown == names.size() ? text
                               : text + " and " + std::to_string(names.size() - shown) + " more";
}

std::string passive_of(Relation relation) {
  switch (relation) {
    case Relation::Establishes:
      return "established by";
    case Relation::RequestsReport:
      return "report requested by";
    case Relation::Transmits:
      return "transmitted by";
    case Relation::ReportsTo:
      return "receives the report";
    case Relation::FedInto:
      return "draws on";
    case Relation::Succeeds:
      return "succeeded by";
    case Relation::Renews:
      return "renewed by";
    case Relation::Reports:
      return "report of";
    case Relation::AbsorbedInto:
      return "absorbs";
    case Relation::Serves:
      return "served by";
    case Relation::BelongsTo:
      return "member";
    case Relation::Names:
      return "named by";
    case Relation::StatesCostOf:
      return "cost stated by";
    default:
      return "cited by (" + std::string(lineage::name_of(relation)) + ")";
  }
}

std::string counts_of(const CommitteeVote& vote) {
  return std::to_string(vote.in_favour) + " in favour, " + std::to_string(vote.against) +
         " against, " +
         (vote.abstaining ? std::to_string(*vote.abstaining) + " abstaining"
                          : "abstentions not known");
}

std::string date_or_dash(const Work& work) { return work.date ? work.date->iso() : "-"; }

std::string catalogue_line(const Passage& passage) {
  return "catalogue" + (passage.source.empty() ? "" : ", source " + passage.source);
}

std::string place_of(const Passage& passage) {
  if (passage.quote.empty()) {
    return (passage.place.empty() ? "" : passage.place + ", ") + "by the list in " + passage.file +
           (passage.source.empty() ? "" : " (source " + passage.source + ")");
  }
  return passage.place + " of " + passage.file + ", bytes " + std::to_string(passage.begin) +
         " to " + std::to_string(passage.end);
}

Json open_lists_value(const LineageGraph& graph, const analysis::OpenLists& lists) {
  return {{"unknown", names_of(graph, lists.unknown)}, {"partial", names_of(graph, lists.partial)}};
}

std::string open_lists_sentence(const LineageGraph& graph, const analysis::OpenLists& lists) {
  const auto part = [&](const std::vector<WorkId>& works, std::string_view status) {
    return works.empty() ? std::string()
                         : std::string(status) + " for " + counted(works.size(), "text") + " (" +
                               listed(names_of(graph, works)) + ")";
  };
  if (lists.empty()) {
    return "";
  }
  const std::string unknown = part(lists.unknown, "unknown");
  const std::string partial = part(lists.partial, "partial");
  return "the citation list is " + unknown + (unknown.empty() || partial.empty() ? "" : " and ") +
         partial;
}

void add_knowledge(const LineageGraph& graph, const std::vector<WorkId>& open, Answer& answer) {
  const analysis::OpenLists lists = analysis::open_lists(graph, open);
  if (!lists.empty()) {
    answer.notes.push_back("not established: " + open_lists_sentence(graph, lists));
  }
  answer.json["not_established"] = !lists.empty();
  answer.json["lists_not_known"] = open_lists_value(graph, lists);
}

}  // namespace lineage::cli
