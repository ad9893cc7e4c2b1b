#include "analysis/mandates.h"

#include <algorithm>
#include <tuple>

#include "analysis/tracks.h"
#include "analysis/walk.h"

namespace lineage::analysis {
namespace {

class Steps {
 public:
  explicit Steps(const LineageGraph& graph) : graph_(graph) {}

  void incoming(WorkId body, Relation relation, MandateAct act) {
    for (const EdgeId id : edges_in(graph_, body, relation)) {
      add(act, id, graph_.edge(id).source, std::nullopt);
    }
  }
  void outgoing(WorkId body, Relation relation, MandateAct act) {
    for (const EdgeId id : edges_out(graph_, body, relation)) {
      add(act, id, graph_.edge(id).target, std::nullopt);
    }
  }
  void reports(WorkId body) {
    for (const EdgeId id : edges_out(graph_, body, Relation::Reports)) {
      const WorkId report = graph_.edge(id).target;
      add(MandateAct::Reported, id, report, std::nullopt);
      for (const EdgeId asked : edges_in(graph_, report, Relation::RequestsReport)) {
        add(MandateAct::Requested, asked, graph_.edge(asked).source, report);
      }
      for (const EdgeId cited : graph_.cited_by(report)) {
        if (is_citation(graph_.edge(cited))) {
          add(MandateAct::Received, cited, graph_.edge(cited).source, report);
        }
      }
    }
  }
  std::vector<MandateStep> take() {
    std::ranges::stable_sort(
        steps_, [this](const MandateStep& a, const MandateStep& b) { return key(a) < key(b); });
    return std::move(steps_);
  }

 private:
  void add(MandateAct act, EdgeId proof, WorkId with, std::optional<WorkId> report) {
    const bool body = graph_.work(with).symbol().kind() == WorkKind::Body;
    steps_.push_back({act, proof, with, report, body ? std::nullopt : graph_.work(with).date});
  }
  // Works stand in the order of time; a body that follows stands at its first year.
  [[nodiscard]] std::tuple<WorkId, MandateAct, EdgeId> key(const MandateStep& step) const {
    return {step.with, step.act, step.proof};
  }

  const LineageGraph& graph_;
  std::vector<MandateStep> steps_;
};

}  // namespace

Mandate mandate_of(const LineageGraph& graph, WorkId body) {
  Steps steps(graph);
  steps.incoming(body, Relation::Establishes, MandateAct::Established);
  steps.incoming(body, Relation::Renews, MandateAct::Renewed);
  steps.incoming(body, Relation::FedInto, MandateAct::FedInto);
  steps.outgoing(body, Relation::Succeeds, MandateAct::Succeeds);
  steps.reports(body);
  steps.incoming(body, Relation::Succeeds, MandateAct::Ended);
  steps.outgoing(body, Relation::AbsorbedInto, MandateAct::Ended);
  return {body, steps.take()};
}

bool is_reception(Relation relation) {
  switch (relation) {
    case Relation::Recognizes:
    case Relation::Confirms:
    case Relation::TakesNote:
    case Relation::Notes:
    case Relation::Welcomes:
    case Relation::Supports:
    case Relation::Endorses:
    case Relation::Approves:
    case Relation::Adopts:
    case Relation::Affirms:
    case Relation::Acknowledges:
    case Relation::Commends:
    case Relation::Expresses:
    case Relation::Condemns:
    case Relation::Regrets:
      return true;
    default:
      return false;
  }
}

}  // namespace lineage::analysis
