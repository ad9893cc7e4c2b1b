#include "apps/phrases.h"

#include <algorithm>

#include "analysis/exporters/text_layout.h"
#include "analysis/find_work.h"

namespace lineage::cli {

tl::expected<WorkId, Failure> look_up(const LineageGraph& graph, const std::string& typed) {
  const Result<Symbol> symbol = Symbol::parse(typed);
  if (!symbol) {
    return refuse(kUsage, in_quotes(typed) +
                              " is no symbol that Lineage reads; write it as '78/16', '43/78 H', "
                              "'1540 (2004)', 'decision 77/512', 'A/78/404' or '@gge2014-2015'");
  }
  const Result<WorkId> found = analysis::find_work(graph, *symbol);
  if (!found) {
    return refuse(found.error().code == ErrorCode::Ambiguous ? kUsage : kNo,
                  found.error().message);
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
    default:
      return "cited by (" + std::string(lineage::name_of(relation)) + ")";
  }
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

Gaps gaps_among(const LineageGraph& graph, const std::vector<WorkId>& ids) {
  Gaps gaps;
  for (const WorkId id : ids) {
    const Work& work = graph.work(id);
    if (work.facts.list_status == ListStatus::Unknown) {
      gaps.unknown.push_back(name_of(work));
    } else if (work.facts.list_status == ListStatus::Partial) {
      gaps.partial.push_back(name_of(work));
    }
  }
  return gaps;
}

Json gaps_value(const Gaps& gaps) { return {{"unknown", gaps.unknown}, {"partial", gaps.partial}}; }

std::string gaps_sentence(const Gaps& gaps) {
  const auto part = [](const std::vector<std::string>& names, std::string_view status) {
    return names.empty() ? std::string()
                         : std::string(status) + " for " + counted(names.size(), "text") + " (" +
                               listed(names) + ")";
  };
  const std::string unknown = part(gaps.unknown, "unknown");
  const std::string partial = part(gaps.partial, "partial");
  if (gaps.empty()) {
    return "";
  }
  return "the citation list is " + unknown + (unknown.empty() || partial.empty() ? "" : " and ") +
         partial;
}

}  // namespace lineage::cli
