#include "analysis/query/series_functions.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "analysis/carry_over.h"
#include "analysis/cocitation.h"
#include "analysis/knowledge.h"
#include "analysis/main_path.h"
#include "analysis/series.h"
#include "analysis/view.h"

namespace lineage::query {
namespace {

using analysis::Predecessor;
using analysis::SeriesIndex;
using analysis::View;
using Operands = std::vector<std::vector<WorkId>>;

// What an over(...) and an asof(...) around the place let through.
View view_of(const Resolver& resolver) {
  View view = View(*resolver.graph).over(resolver.relations);
  return resolver.visible ? view.among(resolver.visible->ids()) : view;
}

std::string name_of(const LineageGraph& graph, WorkId id) {
  return graph.work(id).symbol().short_form();
}

// "78/16 continues 77/37 (same title, cited)", as every answer that builds on a series says.
std::string basis(const LineageGraph& graph, WorkId work, const Predecessor& predecessor) {
  return name_of(graph, work) + " continues " + name_of(graph, predecessor.work) + " (" +
         std::string(analysis::name_of(predecessor.basis)) + ")";
}

std::string series_note(const std::vector<std::string>& bases) {
  constexpr std::size_t kMost = 6;
  std::string text = "the basis of the series: ";
  for (std::size_t i = 0; i < std::min(kMost, bases.size()); ++i) {
    text += (i == 0 ? "" : "; ") + bases[i];
  }
  return bases.size() <= kMost ? text
                               : text + " and " + std::to_string(bases.size() - kMost) + " more";
}

void add(std::vector<WorkId>& all, const std::vector<WorkId>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// `related` gives the works for one work and adds to the bases, and to the texts whose lists would
// have to be known.
template <typename Related>
Parsed<Expression> by_series(const Resolver& resolver, const Syntax& call, Related related) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    return resolver.computed(call, operands_of(std::move(x)),
                             [graph = resolver.graph, related](const Operands& operands) {
                               const SeriesIndex index(*graph);
                               std::set<WorkId> works;
                               std::vector<std::string> bases;
                               std::vector<WorkId> asked;
                               for (const WorkId id : operands[0]) {
                                 const std::vector<WorkId> found =
                                     related(*graph, index, id, bases, asked);
                                 works.insert(found.begin(), found.end());
                               }
                               std::ranges::sort(bases);
                               bases.erase(std::unique(bases.begin(), bases.end()), bases.end());
                               Made made{{works.begin(), works.end()}};
                               made.open = analysis::open_among(*graph, asked);
                               if (!bases.empty()) {
                                 made.notes.push_back(series_note(bases));
                               }
                               return made;
                             });
  });
}

void add_bases(const LineageGraph& graph,
               const SeriesIndex& index,
               const std::vector<WorkId>& works,
               std::vector<std::string>& bases) {
  for (const WorkId id : works) {
    if (const std::optional<Predecessor> before = index.predecessor(id)) {
      bases.push_back(basis(graph, id, *before));
    }
  }
}

// `open` gives the texts on whose lists the answer hangs.
template <typename Find, typename Open>
Parsed<Expression> companions(const Resolver& resolver, const Syntax& call, Find find, Open open) {
  return resolver.set(call.parts[0]).map([&](Expression x) {
    return resolver.computed(
        call, operands_of(std::move(x)),
        [view = view_of(resolver), graph = resolver.graph, find, open](const Operands& operands) {
          Made made;
          made.open = open(*graph, operands[0]);
          for (const analysis::Companion& one : find(view, operands[0])) {
            made.works.push_back(one.id);
          }
          return made;
        });
  });
}

Parsed<double> basket_of(const Syntax& setting) {
  double basket = 0;
  const std::string& text = setting.parts[0].text;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), basket);
  if (setting.text != "basket" || setting.parts[0].form != Form::Value || error != std::errc() ||
      stop != text.data() + text.size() || basket < 0 || basket > 1) {
    return query_error(setting.span, "expected a part between 0 and 1 here: basket=0.05");
  }
  return basket;
}

}  // namespace

Parsed<Expression> series(const Resolver& resolver, const Syntax& call) {
  return by_series(resolver, call,
                   [](const LineageGraph& graph, const SeriesIndex& index, WorkId id,
                      std::vector<std::string>& bases, std::vector<WorkId>& /*asked*/) {
                     std::vector<WorkId> works = index.series(id);
                     add_bases(graph, index, works, bases);
                     return works;
                   });
}

Parsed<Expression> previous(const Resolver& resolver, const Syntax& call) {
  return by_series(resolver, call,
                   [](const LineageGraph& graph, const SeriesIndex& index, WorkId id,
                      std::vector<std::string>& bases, std::vector<WorkId>& /*asked*/) {
                     const std::optional<Predecessor> before = index.predecessor(id);
                     add_bases(graph, index, {id}, bases);
                     return before ? std::vector<WorkId>{before->work} : std::vector<WorkId>{};
                   });
}

Parsed<Expression> next(const Resolver& resolver, const Syntax& call) {
  return by_series(resolver, call,
                   [](const LineageGraph& graph, const SeriesIndex& index, WorkId id,
                      std::vector<std::string>& bases, std::vector<WorkId>& /*asked*/) {
                     std::vector<WorkId> works = index.successors(id);
                     add_bases(graph, index, works, bases);
                     return works;
                   });
}

Parsed<Expression> fresh(const Resolver& resolver, const Syntax& call) {
  return by_series(
      resolver, call,
      [view = view_of(resolver)](const LineageGraph& graph, const SeriesIndex& index, WorkId id,
                                 std::vector<std::string>& bases, std::vector<WorkId>& asked) {
        const std::optional<Predecessor> before = index.predecessor(id);
        asked.push_back(id);
        if (before) {
          asked.push_back(before->work);
        }
        add_bases(graph, index, {id}, bases);
        const bool shown = before && view.has(id) && view.has(before->work);
        return shown ? analysis::carry_over(view, id, before->work).fresh : std::vector<WorkId>{};
      });
}

Parsed<Expression> cocited(const Resolver& resolver, const Syntax& call) {
  return companions(
      resolver, call,
      [](const View& view, const std::vector<WorkId>& works) {
        return analysis::cocited(view, works);
      },
      [](const LineageGraph& graph, const std::vector<WorkId>& works) {
        return analysis::open_citing(graph, works, {});
      });
}

Parsed<Expression> coupled(const Resolver& resolver, const Syntax& call) {
  return companions(
      resolver, call,
      [](const View& view, const std::vector<WorkId>& works) {
        return analysis::coupled(view, works);
      },
      [](const LineageGraph& graph, const std::vector<WorkId>& works) {
        std::vector<WorkId> open = analysis::open_among(graph, works);
        std::vector<WorkId> cited;
        for (const WorkId id : works) {
          add(cited, View(graph).cited(id));
        }
        add(open, analysis::open_citing(graph, cited, {}));
        return open;
      });
}

Parsed<Expression> mainpath(const Resolver& resolver, const Syntax& call) {
  analysis::MainPathOptions options;
  std::vector<Expression> sets;
  for (const Syntax& argument : call.parts) {
    if (argument.form == Form::Setting) {
      const Parsed<double> basket = basket_of(argument);
      if (!basket) {
        return tl::unexpected(basket.error());
      }
      options.basket = *basket;
      continue;
    }
    Parsed<Expression> one = resolver.set(argument);
    if (!one) {
      return one;
    }
    sets.push_back(std::move(*one));
  }
  if (sets.empty() || sets.size() > 2) {
    return query_error(call.span, "'mainpath' takes one set, or the older and the younger end");
  }
  return resolver.computed(
      call, std::move(sets),
      [view = view_of(resolver), graph = resolver.graph, relations = resolver.relations,
       options](const Operands& operands) {
        const analysis::MainPath path =
            operands.size() == 1
                ? analysis::main_path(view.among(operands[0]), options)
                : analysis::main_path_between(view, operands[0], operands[1], options);
        Made made{path.works};
        made.open = operands.size() == 1
                        ? analysis::open_among(*graph, operands[0])
                        : analysis::open_towards(*graph, operands[1], operands[0], relations);
        return made;
      });
}

}  // namespace lineage::query
