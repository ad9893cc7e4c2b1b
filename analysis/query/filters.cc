#include "analysis/query/filters.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "graph/ascii.h"
#include "graph/date.h"
#include "graph/work.h"

namespace lineage::query {
namespace {

template <typename T>
using Choices = std::span<const std::pair<std::string_view, T>>;

// Of all nodes, bodies and tracks among them.
Expression nodes_where(const Syntax& call, std::function<bool(const Work&)> holds) {
  Expression made = node(Op::Where, call, {});
  made.holds = std::move(holds);
  return made;
}

Expression where(const Syntax& call, std::function<bool(const Work&)> holds) {
  return nodes_where(call, [holds = std::move(holds)](const Work& work) {
    return is_text(work.symbol().kind()) && holds(work);
  });
}

// "report|decision": names of `choices` joined by '|'.
template <typename T>
Parsed<std::vector<T>> chosen(const Syntax& tree, Choices<T> choices) {
  std::vector<T> found;
  if (tree.form == Form::Union) {
    for (const Syntax& part : tree.parts) {
      const Parsed<std::vector<T>> one = chosen(part, choices);
      if (!one) {
        return one;
      }
      found.insert(found.end(), one->begin(), one->end());
    }
    return found;
  }
  std::vector<std::string_view> names;
  for (const auto& [name, value] : choices) {
    names.push_back(name);
    if (tree.form == Form::Name && name == tree.text) {
      return std::vector<T>{value};
    }
  }
  return query_error(tree.span, "expected one or more of its names, joined by '|', here" +
                                    suggestion(tree.text, names));
}

template <typename T>
bool among(const std::vector<T>& values, T value) {
  return std::ranges::find(values, value) != values.end();
}

// Both ends included.
template <typename T>
struct Interval {
  T first;
  T last;
};

// "a..b", "a..", "..b" or "a" alone, its values read by `read`.
template <typename T, typename Read>
Parsed<Interval<T>> interval(const Syntax& tree, Interval<T> widest, Read read) {
  const bool open = tree.form == Form::From || tree.form == Form::UpTo;
  const bool both = tree.form == Form::Between;
  const Syntax& first = open || both ? tree.parts.front() : tree;
  const Syntax& last = open || both ? tree.parts.back() : tree;
  const Parsed<Interval<T>> low = read(first);
  const Parsed<Interval<T>> high = read(last);
  if (!low || !high) {
    return low ? high : low;
  }
  const Interval<T> found{tree.form == Form::UpTo ? widest.first : low->first,
                          tree.form == Form::From ? widest.last : high->last};
  if (found.last < found.first) {
    return query_error(tree.span, "the span ends before it begins");
  }
  return found;
}

Parsed<Interval<std::uint32_t>> numbers(const Syntax& tree) {
  return interval<std::uint32_t>(
      tree, {0, std::numeric_limits<std::uint32_t>::max()}, [](const Syntax& value) {
        return number(value).map([](std::uint32_t n) { return Interval<std::uint32_t>{n, n}; });
      });
}

// A day, or the days of a month or of a year: "2015-06-30", "2015-06", "2015".
Parsed<Interval<Date>> days(const Syntax& tree) {
  const std::string& text = tree.text;
  if (tree.form == Form::Value && (text.size() == 4 || text.size() == 7 || text.size() == 10)) {
    const std::string rest = std::string("-01-01").substr(text.size() == 4 ? 0 : 3);
    const std::optional<Date> first = Date::from_iso(text.size() == 10 ? text : text + rest);
    std::optional<Date> last = text.size() == 4 ? Date::from_iso(text + "-12-31") : first;
    for (int day = 31; first && text.size() == 7 && (last == first || !last) && day > 27; --day) {
      last = Date::of(first->year(), first->month(), day);
    }
    if (first && last) {
      return Interval<Date>{*first, *last};
    }
  }
  return query_error(tree.span, "expected a date here, written 2015-06-30, 2015-06 or 2015");
}

Expression dated(const Syntax& call, Interval<Date> span) {
  return where(call, [span](const Work& work) {
    return work.date && span.first <= *work.date && *work.date <= span.last;
  });
}

const Interval<Date>& all_days() {
  static const Interval<Date> kDays{*Date::of(1, 1, 1), *Date::of(9999, 12, 31)};
  return kDays;
}

std::string lowered(std::string_view text) {
  std::string low(text);
  std::ranges::transform(low, low.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return low;
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

Parsed<Expression> all_works(const Resolver& /*resolver*/, const Syntax& call) {
  return where(call, [](const Work&) { return true; });
}

Parsed<Expression> no_works(const Resolver& /*resolver*/, const Syntax& call) {
  return node(Op::Works, call, {});
}

Parsed<Expression> kind_filter(const Resolver& /*resolver*/, const Syntax& call) {
  return chosen<WorkKind>(call.parts[0], kKinds).map([&](std::vector<WorkKind> kinds) {
    return nodes_where(call,
                       [kinds](const Work& work) { return among(kinds, work.symbol().kind()); });
  });
}

Parsed<Expression> organ_filter(const Resolver& /*resolver*/, const Syntax& call) {
  return chosen<Organ>(call.parts[0], kOrgans).map([&](std::vector<Organ> organs) {
    return where(call, [organs](const Work& work) { return among(organs, work.symbol().organ()); });
  });
}

Parsed<Expression> session_filter(const Resolver& /*resolver*/, const Syntax& call) {
  return numbers(call.parts[0]).map([&](Interval<std::uint32_t> span) {
    return where(call, [span](const Work& work) {
      const Session session = work.symbol().session();
      return work.symbol().organ() == Organ::GeneralAssembly &&
             session.kind == SessionKind::Regular && span.first <= session.number &&
             session.number <= span.last;
    });
  });
}

Parsed<Expression> year_filter(const Resolver& /*resolver*/, const Syntax& call) {
  return interval<Date>(call.parts[0], all_days(), days).map([&](Interval<Date> span) {
    return dated(call, {*Date::of(span.first.year(), 1, 1), *Date::of(span.last.year(), 12, 31)});
  });
}

Parsed<Expression> date_filter(const Resolver& /*resolver*/, const Syntax& call) {
  const Syntax& tree = call.parts[0];
  if (tree.form != Form::Setting) {
    return interval<Date>(tree, all_days(), days).map([&](Interval<Date> span) {
      return dated(call, span);
    });
  }
  const bool after = tree.text == "after";
  if (!after && tree.text != "before") {
    return query_error(tree.span, "'date' takes after:DATE, before:DATE or a span of dates");
  }
  return days(tree.parts[0]).map([&](Interval<Date> bound) {
    return where(call, [bound, after](const Work& work) {
      return work.date && (after ? bound.last < *work.date : *work.date < bound.first);
    });
  });
}

Parsed<Expression> status_filter(const Resolver& /*resolver*/, const Syntax& call) {
  return chosen<Holding>(call.parts[0], kHoldings).map([&](std::vector<Holding> holdings) {
    return where(call, [holdings](const Work& work) { return among(holdings, work.holding); });
  });
}

Parsed<Expression> list_filter(const Resolver& /*resolver*/, const Syntax& call) {
  return chosen<ListStatus>(call.parts[0], kLists).map([&](std::vector<ListStatus> lists) {
    return where(call, [lists](const Work& work) { return among(lists, work.facts.list_status); });
  });
}

Parsed<Expression> title_filter(const Resolver& /*resolver*/, const Syntax& call) {
  const Syntax& words = call.parts[0];
  if (words.form != Form::Quoted || words.text.empty()) {
    return query_error(words.span, "expected words in quotes here: title(\"cyber\")");
  }
  return where(call, [part = lowered(words.text)](const Work& work) {
    return work.facts.title && lowered(work.facts.title->value).find(part) != std::string::npos;
  });
}

Parsed<Expression> wanted_filter(const Resolver& resolver, const Syntax& call) {
  Expression missing = where(call, [](const Work& work) { return work.holding != Holding::Held; });
  if (call.parts.empty()) {
    return missing;
  }
  return resolver.set(call.parts[0]).map([&](Expression of) {
    std::vector<Expression> operands;
    operands.push_back(std::move(of));
    operands.push_back(std::move(missing));
    Expression made = node(Op::Chain, call, std::move(operands));
    made.signs = "&";
    return made;
  });
}

}  // namespace lineage::query
