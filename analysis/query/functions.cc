#include "analysis/query/functions.h"

#include <array>

#include "analysis/query/edge_functions.h"
#include "analysis/query/fact_filters.h"
#include "analysis/query/filters.h"
#include "analysis/query/lines.h"
#include "analysis/query/series_functions.h"
#include "analysis/query/steps.h"
#include "analysis/query/text_functions.h"
#include "analysis/query/track_functions.h"

namespace lineage::query {
namespace {

Parsed<Expression> count_alone(const Resolver& /*resolver*/, const Syntax& call) {
  return query_error(call.span, "'count' is a number, not a set; it stands around a whole query");
}

constexpr std::size_t kMany = 20;

constexpr std::array kFunctions{
    Function{"all", "all()", "every text of the store", 0, 0, all_works},
    Function{"none", "none()", "no text", 0, 0, no_works},
    Function{"kind", "kind(report|decision)", "texts of these kinds", 1, 1, kind_filter},
    Function{"organ", "organ(GA|SC)", "texts of these bodies", 1, 1, organ_filter},
    Function{"session", "session(65..79)", "texts of regular General Assembly sessions", 1, 1,
             session_filter},
    Function{"year", "year(2015..2021)", "texts dated in these years", 1, 1, year_filter},
    Function{"date", "date(2015-01-01..2016-06-30)",
             "texts dated on these days; also after:DATE "
             "and before:DATE",
             1, 1, date_filter},
    Function{"status", "status(held|catalogued|cited)", "how much of a text is at hand", 1, 1,
             status_filter},
    Function{"list", "list(known|partial|unknown)", "how much of a citation list is known", 1, 1,
             list_filter},
    Function{"title", "title(\"words\")", "texts with these words in the title", 1, 1,
             title_filter},
    Function{"held", "held()", "as status(held)", 0, 0, held_filter},
    Function{"stub", "stub()", "as status(cited)", 0, 0, stub_filter},
    Function{"agenda", "agenda(\"words\")", "texts under this agenda item, by its number or title",
             1, 1, agenda_filter},
    Function{"committee", "committee(1)",
             "texts of this Main Committee, or with these words in the name", 1, 1,
             committee_filter},
    Function{"vote", "vote(recorded|without)", "texts adopted so", 1, 1, vote_filter},
    Function{"voted", "voted(RUS, no)", "texts on which a State voted so: yes, no, abstained", 1, 2,
             voted_filter},
    Function{"sponsor", "sponsor(FRA)", "texts that a State sponsored", 1, 1, sponsor_filter},
    Function{"text", "text(\"words\", en)", "texts with a paragraph in which these words stand", 1,
             2, text_filter},
    Function{"lang", "lang(zh)", "texts held in this language", 1, 1, language_filter},
    Function{"present", "present(x)", "x, or nothing where the store has no such symbol", 1, 1,
             present},
    Function{"wanted", "wanted(x)", "texts of x, or of the store, of which none is held", 0, 1,
             wanted_filter},
    Function{"references", "references(x, types, depth)", "what the texts of x cite", 1, 3,
             references},
    Function{"cited_by", "cited_by(x, types, depth)", "what cites the texts of x", 1, 3, cited_by},
    Function{"citers", "citers(x, types, depth)", "as cited_by", 1, 3, cited_by},
    Function{"ancestors", "ancestors(x, types, depth)", "x and all that it builds on", 1, 3,
             ancestors},
    Function{"descendants", "descendants(x, types, depth)", "x and all that builds on it", 1, 3,
             descendants},
    Function{"over", "over(types, x)", "x with only edges of these relations followed", 2, 2, over},
    Function{"asof", "asof(2015-06, x)", "x as it was on that day, without younger texts", 2, 2,
             asof},
    Function{"proper", "proper(::x)", "a closure without its start", 1, 1, proper},
    Function{"only", "only(x, y)", "what x builds on and y does not", 2, 2, only},
    Function{"heads", "heads(x)", "texts of x that no other of x builds on", 1, 1, heads},
    Function{"roots", "roots(x)", "texts of x that build on no other of x", 1, 1, roots},
    Function{"common", "common(x, y)", "what x and y both build on", 2, kMany, common},
    Function{"forkpoint", "forkpoint(x, y)", "the heads of what x and y both build on", 2, kMany,
             forkpoint},
    Function{"mergepoint", "mergepoint(x, y)", "the roots of what builds on both x and y", 2, kMany,
             mergepoint},
    Function{"allpaths", "allpaths(x, y)", "all texts on paths from y back to x", 2, 2, allpaths},
    Function{"shortest", "shortest(x, y)", "all texts on the shortest paths from y back to x", 2, 2,
             shortest_paths},
    Function{"somepath", "somepath(x, y)", "the texts of one shortest path", 2, 2, some_path},
    Function{"dominators", "dominators(x, y)", "the texts that no path from y back to x avoids", 2,
             2, dominators},
    Function{"mainpath", "mainpath(x, y, basket=0.05)",
             "the texts along which most paths from y back to x run; of one set, from its heads to "
             "its roots",
             1, 3, mainpath},
    Function{"series", "series(x)",
             "the texts of the series in which x stands, on a basis it names", 1, 1, series},
    Function{"rivals", "rivals(x)", "the other resolutions of the sessions and agenda items of x",
             1, 1, rivals},
    Function{"previous", "previous(x)", "what x continues", 1, 1, previous},
    Function{"next", "next(x)", "what continues x", 1, 1, next},
    Function{"fresh", "fresh(x)", "what x cites and the text before it in its series does not", 1,
             1, fresh},
    Function{"cocited", "cocited(x)", "what is cited together with texts of x", 1, 1, cocited},
    Function{"coupled", "coupled(x)", "what cites the same texts as x", 1, 1, coupled},
    Function{"first", "first(x, n)", "the n oldest texts of x", 1, 2, first},
    Function{"latest", "latest(x, n)", "the n youngest texts of x", 1, 2, latest},
    Function{"top", "top(x, score, n)", "the n texts of x with the highest score", 2, 3, top},
    Function{"count", "count(x)", "how many; around a whole query", 1, 1, count_alone},
    Function{"edges", "edges(x, y)",
             "citations from texts of x to texts of y; of one set, within it", 1, 2, edges},
    Function{"from", "from(x)", "citations in texts of x", 1, 1, edges_from},
    Function{"to", "to(x)", "citations of texts of x", 1, 1, edges_to},
    Function{"verb", "verb(endorses|welcomes)", "citations of these relations", 1, 1, verb_filter},
    Function{"place", "place(op)", "citations in such a place: pp, op, op3, header, fn", 1, 1,
             place_filter},
    Function{"misdated", "misdated()", "citations with a date that is not the text's", 0, 0,
             misdated},
    Function{"disagree", "disagree()", "citations in which the languages of a text differ", 0, 0,
             disagree},
    Function{"citing", "citing(edges)", "the citing texts of citations", 1, 1, citing_texts},
    Function{"cited", "cited(edges)", "the cited texts of citations", 1, 1, cited_texts},
    Function{
        "mandates", "mandates(x)",
        "what tells the mandates of bodies, of bodies of tracks, or of those that texts set up", 1,
        1, mandates},
    Function{"unresolved", "unresolved(x)", "mentions in texts of x that name no single text", 1, 1,
             unresolved},
    Function{"clauses", "clauses(x)", "the clauses of texts of x", 1, 1, clauses_function},
    Function{"texts", "texts(clauses)", "the texts in which clauses stand", 1, 1, clause_texts},
};

}  // namespace

std::span<const Function> functions() { return kFunctions; }

Parsed<Expression> resolve_call(const Resolver& resolver, const Syntax& call) {
  std::vector<std::string_view> names;
  for (const Function& function : functions()) {
    names.push_back(function.name);
    if (function.name != call.text) {
      continue;
    }
    if (call.parts.size() < function.least || call.parts.size() > function.most) {
      return query_error(call.span, "'" + call.text + "' is written " +
                                        std::string(function.signature) + "; here it has " +
                                        std::to_string(call.parts.size()) + " argument" +
                                        (call.parts.size() == 1 ? "" : "s"));
    }
    return function.resolve(resolver, call);
  }
  const TextSpan name{call.span.begin, call.span.begin + call.text.size()};
  return query_error(name, "no function " + quoted(call.text) + suggestion(call.text, names));
}

}  // namespace lineage::query
