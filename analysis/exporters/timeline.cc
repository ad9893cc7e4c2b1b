#include "analysis/exporters/timeline.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>

#include "analysis/walk.h"

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

// The lanes in the order in which the lines between them are shortest. Of few lanes every order is
// tried; more stay as they are.
class LaneOrder {
 public:
  explicit LaneOrder(const Timeline& timeline) : timeline_(timeline) {
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
      for (const TimelineMark& mark : timeline.lanes[i].marks) {
        lane_.emplace(mark.work, i);
      }
      for (const TimelineBar& bar : timeline.lanes[i].bars) {
        lane_.emplace(bar.body, i);
      }
    }
  }

  [[nodiscard]] std::vector<std::size_t> best() const {
    constexpr std::size_t kMostTried = 7;
    std::vector<std::size_t> order(timeline_.lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> best = order;
    if (order.size() > kMostTried) {
      return best;
    }
    std::size_t least = length(order);
    while (std::next_permutation(order.begin(), order.end())) {
      if (const std::size_t found = length(order); found < least) {
        least = found;
        best = order;
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::size_t length(const std::vector<std::size_t>& order) const {
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
    }
    const auto between = [&](WorkId a, WorkId b) {
      const std::size_t x = place[lane_.at(a)];
      const std::size_t y = place[lane_.at(b)];
      return x < y ? y - x : x - y;
    };
    std::size_t sum = 0;
    for (const TimelineStrand& strand : timeline_.strands) {
      sum += between(strand.later, strand.earlier);
    }
    for (const Rivalry& rivalry : timeline_.rivalries) {
      sum += between(rivalry.texts.front(), rivalry.texts.back());
    }
    return sum;
  }

  const Timeline& timeline_;
  std::map<WorkId, std::size_t> lane_;
};

void order_lanes(Timeline& timeline) {
  std::vector<TimelineLane> lanes;
  for (const std::size_t i : LaneOrder(timeline).best()) {
    lanes.push_back(std::move(timeline.lanes[i]));
  }
  timeline.lanes = std::move(lanes);
}

bool has_citation(const LineageGraph& graph, WorkId from, WorkId to) {
  return std::ranges::any_of(graph.cites(from), [&](EdgeId id) {
    return graph.edge(id).target == to && is_citation(graph.edge(id));
  });
}

class Strands {
 public:
  Strands(const LineageGraph& graph, Timeline& timeline) : graph_(graph), timeline_(timeline) {
    for (const TimelineLane& lane : timeline.lanes) {
      for (const TimelineMark& mark : lane.marks) {
        shown_.insert(mark.work);
      }
      for (const TimelineBar& bar : lane.bars) {
        shown_.insert(bar.body);
      }
    }
  }

  void add(WorkId later, WorkId earlier, TimelineStrand::Kind kind) {
    if (shown_.contains(later) && shown_.contains(earlier)) {
      timeline_.strands.push_back({later, earlier, kind, has_citation(graph_, later, earlier)});
    }
  }

  void add_forks(const Subject& subject) {
    for (const Fork& fork : subject.forks) {
      for (const WorkId side : fork.rivalry.texts) {
        if (fork.before) {
          add(side, *fork.before, TimelineStrand::Kind::Forks);
        }
      }
    }
    for (const Merge& merge : subject.merges) {
      for (const WorkId side : merge.ended.back().texts) {
        add(merge.text, side, TimelineStrand::Kind::Merges);
      }
    }
  }

  // Resolutions of a lane, one after another, where no fork lies between them.
  void add_along(const Subject& subject) {
    for (const Track& track : subject.tracks) {
      std::optional<WorkId> before;
      for (const WorkId text : track.texts) {
        if (graph_.work(text).symbol().kind() != WorkKind::Resolution) {
          continue;
        }
        if (before && !leaves(subject, *before, text) && !leads(subject, *before, text)) {
          add(text, *before, TimelineStrand::Kind::Along);
        }
        before = text;
      }
    }
  }

  void add_bodies() {
    for (const TimelineLane& lane : timeline_.lanes) {
      for (const TimelineBar& bar : lane.bars) {
        for (const EdgeId id : edges_in(graph_, bar.body, Relation::Establishes)) {
          add(bar.body, graph_.edge(id).source, TimelineStrand::Kind::SetsUp);
        }
        for (const EdgeId id : edges_out(graph_, bar.body, Relation::Succeeds)) {
          add(bar.body, graph_.edge(id).target, TimelineStrand::Kind::Passes);
        }
        for (const EdgeId id : edges_in(graph_, bar.body, Relation::AbsorbedInto)) {
          add(bar.body, graph_.edge(id).source, TimelineStrand::Kind::Passes);
        }
      }
    }
  }

 private:
  // Whether the tracks part behind `before` and `text` does not follow at once.
  static bool leaves(const Subject& subject, WorkId before, WorkId text) {
    return std::ranges::any_of(subject.forks, [&](const Fork& fork) {
      return fork.before == before && std::ranges::count(fork.rivalry.texts, text) == 0;
    });
  }
  // Whether `before` is a rival of a run that another text has ended before `text`.
  static bool leads(const Subject& subject, WorkId before, WorkId text) {
    return std::ranges::any_of(subject.merges, [&](const Merge& merge) {
      return before < merge.text && merge.text < text &&
             std::ranges::count(merge.ended.back().texts, before) > 0;
    });
  }

  const LineageGraph& graph_;
  Timeline& timeline_;
  std::set<WorkId> shown_;
};

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
  Strands strands(graph, timeline);
  strands.add_forks(subject);
  strands.add_along(subject);
  strands.add_bodies();
  order_lanes(timeline);
  return timeline;
}

}  // namespace lineage::analysis
