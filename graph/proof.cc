#include "graph/proof.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "graph/work_order.h"

namespace lineage {
namespace {

bool is_catalogue_line(const Proof& proof) { return !proof.passage.language; }

}  // namespace

Passage passage_of(Citation& citation) {
  Mention& mention = citation.mention;
  const bool catalogue = !citation.source.empty();
  return Passage{.file = std::move(mention.file),
                 .source = std::move(citation.source),
                 .language = catalogue ? std::nullopt : std::optional(mention.language),
                 .place = std::move(mention.place),
                 .clause = std::move(mention.clause),
                 .pinpoint = std::move(mention.pinpoint),
                 .verb = std::move(mention.verb),
                 .quote = std::move(mention.quote),
                 .sentence = std::move(citation.sentence),
                 .date = mention.date,
                 .begin = mention.begin,
                 .end = mention.end,
                 .flags = mention.flags};
}

void give_verbs_to_catalogue_lines(std::vector<Proof>& proofs) {
  std::map<std::pair<WorkId, WorkId>, Relation> in_texts;
  for (const Proof& proof : proofs) {
    if (!is_catalogue_line(proof)) {
      const auto [at, added] = in_texts.emplace(proof.ends(), proof.relation);
      at->second = std::min(at->second, proof.relation);
    }
  }
  for (Proof& proof : proofs) {
    const auto said = in_texts.find(proof.ends());
    if (is_catalogue_line(proof) && proof.relation == Relation::Cites && said != in_texts.end()) {
      proof.relation = said->second;
    }
  }
}

void date_works(std::vector<Work>& works, const std::vector<Proof>& proofs) {
  std::vector<std::set<std::pair<Date, WorkId>>> voices(works.size());
  for (const Proof& proof : proofs) {
    if (proof.passage.date && !proof.passage.flags.has(MentionFlag::Misdated)) {
      voices[proof.target].emplace(*proof.passage.date, proof.source);
    }
  }
  for (std::size_t id = 0; id < works.size(); ++id) {
    if (works[id].facts.date) {
      works[id].date = works[id].facts.date->value;
      continue;
    }
    std::size_t most = 0;
    std::map<Date, std::size_t> counts;
    for (const auto& [date, source] : voices[id]) {
      most = std::max(most, ++counts[date]);
    }
    const auto best =
        std::ranges::find_if(counts, [most](const auto& count) { return count.second == most; });
    if (best != counts.end()) {
      works[id].date = best->first;
    }
  }
}

void order_works(std::vector<Work>& works, std::vector<Proof>& proofs) {
  std::vector<WorkId> order(works.size());
  std::iota(order.begin(), order.end(), WorkId{0});
  std::ranges::sort(order, [&](WorkId a, WorkId b) { return stands_before(works[a], works[b]); });
  std::vector<WorkId> rank(works.size());
  std::vector<Work> sorted;
  sorted.reserve(works.size());
  for (const WorkId id : order) {
    rank[id] = static_cast<WorkId>(sorted.size());
    sorted.push_back(std::move(works[id]));
  }
  works = std::move(sorted);
  for (Proof& proof : proofs) {
    proof.source = rank[proof.source];
    proof.target = rank[proof.target];
  }
}

void order_proofs(std::vector<Proof>& proofs) {
  const auto edge = [](const Proof& p) { return std::tie(p.source, p.target, p.relation); };
  std::ranges::sort(proofs, [edge](const Proof& a, const Proof& b) {
    return edge(a) != edge(b) ? edge(a) < edge(b) : stands_before(a.passage, b.passage);
  });
  const auto same = [edge](const Proof& a, const Proof& b) {
    return edge(a) == edge(b) && a.passage == b.passage;
  };
  proofs.erase(std::unique(proofs.begin(), proofs.end(), same), proofs.end());
}

}  // namespace lineage
