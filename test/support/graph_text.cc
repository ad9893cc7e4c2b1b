#include "test/support/graph_text.h"

#include <algorithm>
#include <optional>
#include <sstream>

namespace lineage::test {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    words.push_back(word);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    text += (i > begin ? " " : "") + words[i];
  }
  return text;
}

bool add_work(GraphBuilder& builder, const std::vector<std::string>& words) {
  const auto verb = std::ranges::find_if(
      words, [](const std::string& word) { return word == "dated" || word == "held"; });
  if (verb == words.end() || verb == words.begin()) {
    return false;
  }
  const auto at = static_cast<std::size_t>(verb - words.begin());
  WorkFacts facts(symbol_of(joined(words, 0, at)));
  if (at + 1 < words.size()) {
    const auto date = Date::from_iso(words[at + 1]);
    if (!date || at + 2 != words.size()) {
      return false;
    }
    facts.date = Sourced<Date>{*date, {"test"}};
  }
  const bool held = *verb == "held";
  facts.list_status = held ? ListStatus::Known : ListStatus::Unknown;
  builder.add_work(facts, held ? Holding::Held : Holding::Catalogued);
  return held || facts.date;
}

bool add_citation(GraphBuilder& builder, const std::vector<std::string>& words) {
  const auto verb = std::ranges::find_if(
      words, [](const std::string& w) { return relation_named(w).has_value(); });
  if (verb == words.end() || verb == words.begin()) {
    return false;
  }
  const auto at = static_cast<std::size_t>(verb - words.begin());
  std::size_t end = words.size();
  Mention mention;
  if (end > at + 3 && words[end - 2] == "on") {
    mention.date = Date::from_iso(words[end - 1]);
    end -= 2;
  }
  mention.document = symbol_of(joined(words, 0, at));
  mention.target = symbol_of(joined(words, at + 1, end));
  mention.kind = mention.target->kind();
  mention.relation = *relation_named(*verb);
  mention.verb = *verb;
  mention.file = mention.document->file_stem() + ".en.txt";
  mention.place = mention.clause = "pp1";
  mention.quote = mention.target->short_form();
  mention.end = mention.quote.size();
  builder.add_citation(
      Citation{.mention = mention, .sentence = joined(words, 0, end), .source = {}});
  return end > at + 1;
}

}  // namespace

Symbol symbol_of(std::string_view name) {
  const auto symbol = Symbol::parse(name);
  return symbol ? *symbol : Symbol::named("test", name);
}

void add_statements(GraphBuilder& builder, std::string_view text) {
  std::string lines(text);
  std::ranges::replace(lines, ';', '\n');
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    const std::vector<std::string> words = words_of(line);
    if (!words.empty() && !add_citation(builder, words) && !add_work(builder, words)) {
      ADD_FAILURE() << "not a statement: " << line;
    }
  }
}

LineageGraph graph_of(std::string_view text) {
  GraphBuilder builder;
  add_statements(builder, text);
  LineageGraph graph = std::move(builder).freeze();
  check_invariants(graph);
  return graph;
}

WorkId work_in(const LineageGraph& graph, std::string_view name) {
  const auto id = graph.find(symbol_of(name));
  EXPECT_TRUE(id.has_value()) << "no work " << name;
  return id.value_or(0);
}

std::string name_of(const Work& work) {
  constexpr std::string_view kSpace = "test:";
  const std::string& canonical = work.symbol().canonical();
  return canonical.starts_with(kSpace) ? canonical.substr(kSpace.size())
                                       : work.symbol().short_form();
}

std::vector<std::string> edges_of(const LineageGraph& graph) {
  std::vector<std::string> lines;
  for (const Edge& edge : graph.edges()) {
    lines.push_back(name_of(graph.work(edge.source)) + " " +
                    std::string(lineage::name_of(edge.relation)) + " " +
                    name_of(graph.work(edge.target)));
  }
  return lines;
}

void check_invariants(const LineageGraph& graph) {
  EXPECT_EQ(broken_invariants(graph), std::vector<std::string>{});
}

testing::AssertionResult same_graph(const LineageGraph& a, const LineageGraph& b) {
  if (!std::ranges::equal(a.works(), b.works())) {
    return testing::AssertionFailure() << "the works differ";
  }
  if (!std::ranges::equal(a.edges(), b.edges())) {
    return testing::AssertionFailure() << "the edges differ";
  }
  for (EdgeId id = 0; id < a.edge_count(); ++id) {
    if (!std::ranges::equal(a.passages(id), b.passages(id))) {
      return testing::AssertionFailure() << "the passages of " << edges_of(a)[id] << " differ";
    }
  }
  if (!std::ranges::equal(a.unresolved(), b.unresolved())) {
    return testing::AssertionFailure() << "the unresolved mentions differ";
  }
  return testing::AssertionSuccess();
}

}  // namespace lineage::test
