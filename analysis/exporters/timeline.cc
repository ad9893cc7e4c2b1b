#include "analysis/exporters/timeline.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "analysis/exporters/timeline_order.h"
#include "analysis/exporters/timeline_strands.h"

namespace lineage::analysis {
namespace {

double year_point(const Work& work) {
  if (work.date) {
    const Date& date = *work.date;
    return date.year() + (date.month() - 1) / 12.0 + (date.day() - 1) / 372.0;
  }
  return work.symbol().year().value_or(0) + 0.5;
}

std::string vote_of(const Work& work) {
  if (!work.facts.vote) {
    return {};
  }
  const Vote& vote = work.facts.vote->value;
  return std::to_string(vote.in_favour) + "–" + std::to_string(vote.against) + "–" +
         std::to_string(vote.abstaining);
}

TimelineMark mark_of(const LineageGraph& graph, WorkId id, bool report) {
  const Work& work = graph.work(id);
  const bool decision = work.symbol().kind() == WorkKind::Decision;
  std::string label = work.symbol().short_form();
  if (decision && label.starts_with("decision ")) {
    label = "dec. " + label.substr(9);
  }
  return {id, year_point(work), label, vote_of(work), report, decision, std::nullopt};
}

std::string bar_label(const Work& body, const Years& years) {
  const std::string id = body.symbol().canonical();
  if (id.find_first_of("0123456789") != std::string::npos) {
    constexpr int kCentury = 100;  // "2004–05"
    const std::string last = years.last ? std::to_string(kCentury + *years.last % kCentury) : "";
    return std::to_string(years.first) + "–" + (last.empty() ? last : last.substr(1));
  }
  std::string words = id.substr(1);
  std::ranges::replace(words, '-', ' ');
  return words;
}

// The last report without a date that can be of the body's last year is taken to close its work.
void place_report(const Work& report, const std::optional<Years>& body, TimelineMark& mark) {
  const auto span = report.symbol().possible_dates();
  if (!report.date && span && body && body->last && span->first.year() <= *body->last &&
      *body->last <= span->last.year()) {
    mark.year = *body->last + 0.5;
  }
}

TimelineLane lane_of(const LineageGraph& graph, const Track& track) {
  const WorkFacts& facts = graph.work(track.id).facts;
  TimelineLane lane{track.id, facts.title ? facts.title->value : facts.symbol.canonical(), {}, {}};
  for (const WorkId text : track.texts) {
    const bool report = graph.work(text).symbol().kind() == WorkKind::Report;
    lane.marks.push_back(mark_of(graph, text, report));
  }
  std::set<WorkId> reports;
  const auto last_of = [&](const std::vector<EdgeId>& edges) {
    std::optional<Symbol> last;
    for (const EdgeId edge : edges) {
      const Symbol& report = graph.work(graph.edge(edge).target).symbol();
      last = !last || *last < report ? report : *last;
    }
    return last;
  };
  for (const WorkId id : track.bodies) {
    const WorkFacts& body = graph.work(id).facts;
    if (const auto years = years_of(body)) {
      const auto* outcome = body.find(BodyFact::Outcome);
      lane.bars.push_back({id, years->first, years->last.value_or(0), !years->last,
                           bar_label(graph.work(id), *years),
                           outcome == nullptr ? "" : outcome->value});
    }
    const std::vector<EdgeId> delivered = edges_out(graph, id, Relation::Reports);
    const std::optional<Symbol> last = last_of(delivered);
    for (const EdgeId edge : delivered) {
      const WorkId report = graph.edge(edge).target;
      if (reports.insert(report).second) {
        lane.marks.push_back(mark_of(graph, report, true));
        lane.marks.back().body = id;
        if (graph.work(report).symbol() == last) {
          place_report(graph.work(report), years_of(body), lane.marks.back());
        }
      }
    }
  }
  std::ranges::stable_sort(lane.bars, {}, &TimelineBar::first);
  std::ranges::stable_sort(lane.marks, {}, &TimelineMark::year);
  return lane;
}

void set_years(Timeline& timeline) {
  int first = 9999;
  int last = 0;
  const auto widen = [&](int from, int to) {
    first = std::min(first, from);
    last = std::max(last, to);
  };
  for (const TimelineLane& lane : timeline.lanes) {
    for (const TimelineMark& mark : lane.marks) {
      if (mark.year >= 1) {
        widen(static_cast<int>(mark.year), static_cast<int>(mark.year));
      }
    }
    for (const TimelineBar& bar : lane.bars) {
      widen(bar.first, std::max(bar.first, bar.last));
    }
  }
  timeline.first_year = std::min(first, last);
  timeline.last_year = last;
  for (TimelineLane& lane : timeline.lanes) {
    for (TimelineBar& bar : lane.bars) {
      bar.last = bar.open ? last : bar.last;
    }
  }
}

}  // namespace

std::optional<Years> years_of(const WorkFacts& body) {
  const auto* fact = body.find(BodyFact::Years);
  if (fact == nullptr) {
    return std::nullopt;
  }
  const std::string& text = fact->value;
  Years years;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, years.first);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') {
    return std::nullopt;
  }
  int last = 0;
  if (std::from_chars(first.ptr + 1, end, last).ec == std::errc()) {
    years.last = last;
  }
  return years;
}

Timeline timeline_of(const LineageGraph& graph, const Subject& subject) {
  Timeline timeline;
  for (const Track& track : subject.tracks) {
    timeline.lanes.push_back(lane_of(graph, track));
  }
  set_years(timeline);
  timeline.rivalries = subject.rivalries;
  add_strands(graph, subject, timeline);
  order_lanes(timeline);
  return timeline;
}

}  // namespace lineage::analysis
