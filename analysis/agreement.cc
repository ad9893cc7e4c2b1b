#include "analysis/agreement.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace lineage::analysis {
namespace {

using Mentions = std::vector<const Mention*>;
using ByText = std::vector<Mentions>;  // for each text, its mentions of one target

std::map<Symbol, ByText> by_target(std::span<const LanguageText> texts) {
  std::map<Symbol, ByText> targets;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const Mention& mention : texts[i].mentions) {
      if (mention.by == FoundBy::Symbol && mention.status == MentionStatus::Resolved &&
          mention.target) {
        ByText& found = targets[*mention.target];
        found.resize(texts.size());
        found[i].push_back(&mention);
      }
    }
  }
  return targets;
}

PartlyCited difference(const Symbol& target,
                       const ByText& found,
                       std::span<const LanguageText> texts) {
  PartlyCited work{target, {}, {}};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (found[i].empty()) {
      work.missing_in.push_back(texts[i].language);
    } else {
      work.cited_in.push_back({texts[i].language, found[i]});
    }
  }
  return work;
}

// The mentions of one target that answer to each other, in the order in which their places first
// come up.
std::vector<Parallel> parallels(const Symbol& target, const ByText& found) {
  std::vector<Parallel> list;
  std::map<std::pair<std::string, std::size_t>, std::size_t> index;  // place and turn
  for (const Mentions& mentions : found) {
    std::map<std::string, std::size_t> turns;
    for (const Mention* mention : mentions) {
      const auto [at, fresh] =
          index.try_emplace({mention->place, turns[mention->place]++}, list.size());
      if (fresh) {
        list.push_back({target, mention->place, {}});
      }
      list[at->second].mentions.push_back(mention);
    }
  }
  return list;
}

template <typename Field>
bool differ(const Parallel& parallel, Field Mention::*field) {
  return std::ranges::any_of(parallel.mentions, [&](const Mention* mention) {
    return mention->*field != parallel.mentions.front()->*field;
  });
}

double mean_jaccard(const std::map<Symbol, ByText>& targets, std::size_t texts) {
  double sum = 0;
  for (std::size_t a = 0; a < texts; ++a) {
    for (std::size_t b = a + 1; b < texts; ++b) {
      std::size_t any = 0;
      std::size_t both = 0;
      for (const auto& [target, found] : targets) {
        any += !found[a].empty() || !found[b].empty() ? 1 : 0;
        both += !found[a].empty() && !found[b].empty() ? 1 : 0;
      }
      sum += any == 0 ? 1 : static_cast<double>(both) / static_cast<double>(any);
    }
  }
  const std::size_t pairs = texts * (texts - std::min<std::size_t>(texts, 1)) / 2;
  return pairs == 0 ? 1 : sum / static_cast<double>(pairs);
}

}  // namespace

Agreement agreement(std::span<const LanguageText> texts) {
  const std::map<Symbol, ByText> targets = by_target(texts);
  Agreement result;
  result.cited = targets.size();
  result.jaccard = mean_jaccard(targets, texts.size());
  for (const auto& [target, found] : targets) {
    if (std::ranges::any_of(found, &Mentions::empty)) {
      result.differences.push_back(difference(target, found, texts));
    } else {
      ++result.common;
    }
    for (Parallel& parallel : parallels(target, found)) {
      if (differ(parallel, &Mention::date)) {
        result.dates.push_back(parallel);
      }
      if (differ(parallel, &Mention::relation)) {
        result.relations.push_back(std::move(parallel));
      }
    }
  }
  return result;
}

}  // namespace lineage::analysis
