#include "analysis/query/edge_functions.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analysis/query/arguments.h"
#include "analysis/selection.h"

namespace lineage::query {
namespace {

Expression between(const Resolver& resolver, const Syntax& call, std::vector<Expression> ends) {
  Expression made = resolver.node(Op::Edges, call, std::move(ends));
  made.sort = Sort::Edges;
  made.relations = resolver.relations;
  return made;
}

Expression edges_where(const Resolver& resolver,
                       const Syntax& call,
                       std::function<bool(EdgeId)> holds) {
  Expression made = resolver.node(Op::EdgesWhere, call);
  made.sort = Sort::Edges;
  made.label = printed(call);
  made.edge_holds = std::move(holds);
  return made;
}

// "op" is every operative place, "op3" that paragraph with all below it, "op3(a)" itself.
bool stands_in(std::string_view place, std::string_view asked) {
  if (!place.starts_with(asked)) {
    return false;
  }
  const std::string_view rest = place.substr(asked.size());
  const bool number = asked.back() >= '0' && asked.back() <= '9';
  return rest.empty() || !number || rest.front() < '0' || rest.front() > '9';
}

// A date that a text gives to another and that is not the day of its adoption. A document's date
// may be that of its distribution.
bool has_wrong_date(const LineageGraph& graph, EdgeId id) {
  const std::optional<Sourced<Date>>& known = graph.work(graph.edge(id).target).facts.date;
  return std::ranges::any_of(graph.passages(id), [&](const Passage& passage) {
    return passage.flags.has(MentionFlag::Misdated) ||
           (passage.date && known && *passage.date != known->value &&
            !passage.flags.has(MentionFlag::DistributionDate));
  });
}

std::set<Language> languages_of(const LineageGraph& graph, std::span<const EdgeId> edges) {
  std::set<Language> found;
  for (const EdgeId id : edges) {
    for (const Passage& passage : graph.passages(id)) {
      if (passage.language) {
        found.insert(*passage.language);
      }
    }
  }
  return found;
}

// Whether the languages of the citing text treat the cited one alike: all cite it, under the same
// relations.
bool languages_differ(const LineageGraph& graph, EdgeId id, const std::set<Language>& held) {
  const Edge& edge = graph.edge(id);
  const std::span<const EdgeId> pair = analysis::edges_between(graph, edge.source, edge.target);
  return held.size() > 1 && std::ranges::any_of(pair, [&](EdgeId one) {
           const std::set<Language> speak = languages_of(graph, std::span(&one, 1));
           return !speak.empty() && speak != held;
         });
}

Parsed<Expression> ends_of(const Resolver& resolver, const Syntax& call, Direction end) {
  return resolver.set_of(Sort::Edges, call.parts[0]).map([&](Expression of) {
    Expression made = resolver.node(Op::EdgeEnds, call, operands_of(std::move(of)));
    made.sort = Sort::Works;
    made.direction = end;
    return made;
  });
}

}  // namespace

Parsed<Expression> edges(const Resolver& resolver, const Syntax& call) {
  std::vector<Expression> ends;
  for (const Syntax& argument : call.parts) {
    Parsed<Expression> one = resolver.set(argument);
    if (!one) {
      return one;
    }
    ends.push_back(std::move(*one));
  }
  return between(resolver, call, std::move(ends));
}

Parsed<Expression> edges_from(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    return between(resolver, call, operands_of(std::move(x), resolver.node(Op::All, call)));
  });
}

Parsed<Expression> edges_to(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    return between(resolver, call, operands_of(resolver.node(Op::All, call), std::move(x)));
  });
}

Parsed<Expression> verb_filter(const Resolver& resolver, const Syntax& call) {
  return relation_set(call.parts[0]).map([&](RelationSet relations) {
    return edges_where(resolver, call, [graph = resolver.graph, relations](EdgeId id) {
      return relations.contains(graph->edge(id).relation);
    });
  });
}

Parsed<Expression> place_filter(const Resolver& resolver, const Syntax& call) {
  return names(call.parts[0]).map([&](const std::vector<std::string>& places) {
    return edges_where(resolver, call, [graph = resolver.graph, places](EdgeId id) {
      return std::ranges::any_of(graph->passages(id), [&](const Passage& passage) {
        return std::ranges::any_of(places, [&](const std::string& place) {
          return stands_in(passage.place, place) || stands_in(passage.clause, place);
        });
      });
    });
  });
}

Parsed<Expression> misdated(const Resolver& resolver, const Syntax& call) {
  return edges_where(resolver, call,
                     [graph = resolver.graph](EdgeId id) { return has_wrong_date(*graph, id); });
}

Parsed<Expression> disagree(const Resolver& resolver, const Syntax& call) {
  const LineageGraph* graph = resolver.graph;
  auto held = std::make_shared<std::map<WorkId, std::set<Language>>>();
  return edges_where(resolver, call, [graph, held](EdgeId id) {
    const WorkId citing = graph->edge(id).source;
    const auto [entry, fresh] = held->try_emplace(citing);
    if (fresh) {
      entry->second = languages_of(*graph, graph->cites(citing));
    }
    return languages_differ(*graph, id, entry->second);
  });
}

Parsed<Expression> citing_texts(const Resolver& resolver, const Syntax& call) {
  return ends_of(resolver, call, Direction::ToCiting);
}
Parsed<Expression> cited_texts(const Resolver& resolver, const Syntax& call) {
  return ends_of(resolver, call, Direction::ToCited);
}

Parsed<Expression> unresolved(const Resolver& resolver, const Syntax& call) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    Expression made = resolver.node(Op::Unresolved, call, operands_of(std::move(x)));
    made.sort = Sort::Mentions;
    return made;
  });
}

}  // namespace lineage::query
