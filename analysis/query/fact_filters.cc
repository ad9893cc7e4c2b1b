#include "analysis/query/fact_filters.h"

#include <algorithm>
#include <array>

#include "analysis/query/arguments.h"
#include "graph/ascii.h"

namespace lineage::query {
namespace {

enum class Adoption : std::uint8_t { Recorded, Without };
enum class Position : std::uint8_t { Yes, No, Abstained };

constexpr std::array<std::pair<std::string_view, Adoption>, 2> kAdoptions{
    {{"recorded", Adoption::Recorded}, {"without", Adoption::Without}}};
constexpr std::array<std::pair<std::string_view, Position>, 3> kPositions{
    {{"yes", Position::Yes}, {"no", Position::No}, {"abstained", Position::Abstained}}};
constexpr std::array<std::string_view, 6> kCommittees{"first",  "second", "third",
                                                      "fourth", "fifth",  "sixth"};

bool is_state(const State& state, const std::vector<std::string>& asked) {
  return std::ranges::any_of(asked, [&](const std::string& name) {
    return lowered(state.iso) == lowered(name) || lowered(state.name) == lowered(name);
  });
}

bool has_state(const std::vector<State>& states, const std::vector<std::string>& asked) {
  return std::ranges::any_of(states, [&](const State& state) { return is_state(state, asked); });
}

const std::vector<State>& states_of(const Vote& vote, Position position) {
  return position == Position::Yes  ? vote.voted_for
         : position == Position::No ? vote.voted_against
                                    : vote.abstained;
}

bool adopted(const Work& work, Adoption how) {
  const bool recorded = work.facts.vote.has_value();
  return how == Adoption::Recorded
             ? recorded
             : !recorded && work.facts.adoption &&
                   lowered(work.facts.adoption->value).find("without") != std::string::npos;
}

}  // namespace

Parsed<Expression> agenda_filter(const Resolver& resolver, const Syntax& call) {
  const Syntax& asked = call.parts[0];
  if ((asked.form != Form::Value && asked.form != Form::Quoted) || asked.text.empty()) {
    return query_error(asked.span,
                       "expected the number of an item or words of its title here: agenda(94), "
                       "agenda(\"information\")");
  }
  const bool number = is_digit(asked.text.front());
  return where(resolver, call, [number, part = lowered(asked.text)](const Work& work) {
    if (!work.facts.agenda_item) {
      return false;
    }
    const AgendaItem& item = work.facts.agenda_item->value;
    return number ? item.number == part || item.number.starts_with(part + " ")
                  : lowered(item.title).find(part) != std::string::npos;
  });
}

Parsed<Expression> committee_filter(const Resolver& resolver, const Syntax& call) {
  const Syntax& asked = call.parts[0];
  std::string part = lowered(asked.text);
  if (asked.form == Form::Value) {
    const Parsed<std::uint32_t> main = number(asked);
    if (!main || *main == 0 || *main > kCommittees.size()) {
      return query_error(asked.span, "the Main Committees have the numbers 1 to 6");
    }
    part = kCommittees[*main - 1];
  } else if (asked.form != Form::Quoted || part.empty()) {
    return query_error(asked.span,
                       "expected a number or words in quotes here: committee(1), "
                       "committee(\"First Committee\")");
  }
  return where(resolver, call, [part](const Work& work) {
    return work.facts.committee &&
           lowered(work.facts.committee->value).find(part) != std::string::npos;
  });
}

Parsed<Expression> vote_filter(const Resolver& resolver, const Syntax& call) {
  return chosen<Adoption>(call.parts[0], kAdoptions).map([&](const std::vector<Adoption>& ways) {
    return where(resolver, call, [ways](const Work& work) {
      return std::ranges::any_of(ways, [&](Adoption how) { return adopted(work, how); });
    });
  });
}

Parsed<Expression> voted_filter(const Resolver& resolver, const Syntax& call) {
  const Parsed<std::vector<std::string>> states = names(call.parts[0]);
  Parsed<std::vector<Position>> positions =
      std::vector<Position>{Position::Yes, Position::No, Position::Abstained};
  if (call.parts.size() > 1) {
    positions = chosen<Position>(call.parts[1], kPositions);
  }
  if (!states || !positions) {
    return tl::unexpected(states ? positions.error() : states.error());
  }
  return where(resolver, call, [asked = *states, ways = *positions](const Work& work) {
    return work.facts.vote && std::ranges::any_of(ways, [&](Position position) {
             return has_state(states_of(work.facts.vote->value, position), asked);
           });
  });
}

Parsed<Expression> sponsor_filter(const Resolver& resolver, const Syntax& call) {
  return names(call.parts[0]).map([&](const std::vector<std::string>& states) {
    return where(resolver, call, [states](const Work& work) {
      const WorkFacts& facts = work.facts;
      return (facts.sponsors && has_state(facts.sponsors->value, states)) ||
             (facts.additional_sponsors && has_state(facts.additional_sponsors->value, states));
    });
  });
}

}  // namespace lineage::query
