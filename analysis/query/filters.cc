#include "analysis/query/filters.h"

#include <array>
#include <utility>

#include "analysis/query/arguments.h"
#include "graph/work.h"

namespace lineage::query {
namespace {

Expression dated(const Resolver& resolver, const Syntax& call, Interval<Date> span) {
  return where(resolver, call, [span](const Work& work) {
    return work.date && span.first <= *work.date && *work.date <= span.last;
  });
}

const Interval<Date>& all_days() {
  static const Interval<Date> kDays{*Date::of(1, 1, 1), *Date::of(9999, 12, 31)};
  return kDays;
}

constexpr std::array<std::pair<std::string_view, WorkKind>, 11> kKinds{
    {{"resolution", WorkKind::Resolution},
     {"decision", WorkKind::Decision},
     {"report", WorkKind::Report},
     {"draft", WorkKind::Draft},
     {"meeting", WorkKind::Meeting},
     {"statement", WorkKind::Statement},
     {"document", WorkKind::Document},
     {"treaty", WorkKind::Treaty},
     {"external", WorkKind::External},
     {"body", WorkKind::Body},
     {"track", WorkKind::Track}}};

constexpr std::array<std::pair<std::string_view, Organ>, 13> kOrgans{
    {{"GA", Organ::GeneralAssembly},
     {"SC", Organ::SecurityCouncil},
     {"ECOSOC", Organ::EconomicAndSocialCouncil},
     {"HRC", Organ::HumanRightsCouncil},
     {"TC", Organ::TrusteeshipCouncil},
     {"CHR", Organ::CommissionOnHumanRights},
     {"CND", Organ::CommissionOnNarcoticDrugs},
     {"CCPCJ", Organ::CommissionOnCrimePrevention},
     {"CSW", Organ::CommissionOnTheStatusOfWomen},
     {"UNEA", Organ::EnvironmentAssembly},
     {"secretariat", Organ::Secretariat},
     {"conference", Organ::Conference},
     {"other", Organ::Other}}};

constexpr std::array<std::pair<std::string_view, Holding>, 3> kHoldings{
    {{"held", Holding::Held}, {"catalogued", Holding::Catalogued}, {"cited", Holding::OnlyCited}}};

constexpr std::array<std::pair<std::string_view, ListStatus>, 3> kLists{
    {{"known", ListStatus::Known},
     {"partial", ListStatus::Partial},
     {"unknown", ListStatus::Unknown}}};

}  // namespace

Parsed<Expression> all_works(const Resolver& resolver, const Syntax& call) {
  return texts(resolver, call);
}

Parsed<Expression> no_works(const Resolver& resolver, const Syntax& call) {
  return resolver.node(Op::Works, call);
}

Parsed<Expression> kind_filter(const Resolver& resolver, const Syntax& call) {
  return chosen<WorkKind>(call.parts[0], kKinds).map([&](std::vector<WorkKind> kinds) {
    return nodes_where(resolver, call,
                       [kinds](const Work& work) { return among(kinds, work.symbol().kind()); });
  });
}

Parsed<Expression> organ_filter(const Resolver& resolver, const Syntax& call) {
  return chosen<Organ>(call.parts[0], kOrgans).map([&](std::vector<Organ> organs) {
    return where(resolver, call,
                 [organs](const Work& work) { return among(organs, work.symbol().organ()); });
  });
}

Parsed<Expression> session_filter(const Resolver& resolver, const Syntax& call) {
  return numbers(call.parts[0]).map([&](Interval<std::uint32_t> span) {
    return where(resolver, call, [span](const Work& work) {
      const Session session = work.symbol().session();
      return work.symbol().organ() == Organ::GeneralAssembly &&
             session.kind == SessionKind::Regular && span.first <= session.number &&
             session.number <= span.last;
    });
  });
}

Parsed<Expression> year_filter(const Resolver& resolver, const Syntax& call) {
  return interval<Date>(call.parts[0], all_days(), days).map([&](Interval<Date> span) {
    return dated(resolver, call,
                 {*Date::of(span.first.year(), 1, 1), *Date::of(span.last.year(), 12, 31)});
  });
}

Parsed<Expression> date_filter(const Resolver& resolver, const Syntax& call) {
  const Syntax& tree = call.parts[0];
  if (tree.form != Form::Setting) {
    return interval<Date>(tree, all_days(), days).map([&](Interval<Date> span) {
      return dated(resolver, call, span);
    });
  }
  const bool after = tree.text == "after";
  if (!after && tree.text != "before") {
    return query_error(tree.span, "'date' takes after:DATE, before:DATE or a span of dates");
  }
  return days(tree.parts[0]).map([&](Interval<Date> bound) {
    return where(resolver, call, [bound, after](const Work& work) {
      return work.date && (after ? bound.last < *work.date : *work.date < bound.first);
    });
  });
}

Parsed<Expression> status_filter(const Resolver& resolver, const Syntax& call) {
  return chosen<Holding>(call.parts[0], kHoldings).map([&](std::vector<Holding> holdings) {
    return where(resolver, call,
                 [holdings](const Work& work) { return among(holdings, work.holding); });
  });
}

Parsed<Expression> held_filter(const Resolver& resolver, const Syntax& call) {
  return where(resolver, call, [](const Work& work) { return work.holding == Holding::Held; });
}

Parsed<Expression> stub_filter(const Resolver& resolver, const Syntax& call) {
  return where(resolver, call, [](const Work& work) { return work.holding == Holding::OnlyCited; });
}

Parsed<Expression> list_filter(const Resolver& resolver, const Syntax& call) {
  return chosen<ListStatus>(call.parts[0], kLists).map([&](std::vector<ListStatus> lists) {
    return where(resolver, call,
                 [lists](const Work& work) { return among(lists, work.facts.list_status); });
  });
}

Parsed<Expression> title_filter(const Resolver& resolver, const Syntax& call) {
  return words(call.parts[0], "title(\"cyber\")").map([&](const std::string& text) {
    return where(resolver, call, [part = lowered(text)](const Work& work) {
      return work.facts.title && lowered(work.facts.title->value).find(part) != std::string::npos;
    });
  });
}

Parsed<Expression> wanted_filter(const Resolver& resolver, const Syntax& call) {
  Expression missing =
      where(resolver, call, [](const Work& work) { return work.holding != Holding::Held; });
  if (call.parts.empty()) {
    return missing;
  }
  return resolver.set(call.parts[0]).map([&](Expression of) {
    Expression made =
        resolver.node(Op::Chain, call, operands_of(std::move(of), std::move(missing)));
    made.signs = "&";
    return made;
  });
}

}  // namespace lineage::query
