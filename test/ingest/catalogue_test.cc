#include "ingest/readers/catalogue.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/relation.h"
#include "graph/symbol.h"

namespace lineage::ingest {
namespace {

const std::string kSource = LINEAGE_SOURCE_DIR;
const std::string kFile = "corpus/catalogue/ict-security.json";

std::string contents(const std::string& path) {
  std::ifstream file(kSource + "/" + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

Symbol symbol(std::string_view text) {
  const Result<Symbol> parsed = Symbol::parse(text);
  EXPECT_TRUE(parsed) << text;
  return *parsed;
}

// The real catalogue, read once.
const StoredCatalogue& corpus_catalogue() {
  static const StoredCatalogue kCatalogue = [] {
    const Result<StoredCatalogue> read = read_catalogue(kFile, contents(kFile));
    EXPECT_TRUE(read) << read.error().message;
    return read ? *read : StoredCatalogue{};
  }();
  return kCatalogue;
}

const WorkFacts* find_work(const StoredCatalogue& catalogue, const Symbol& name) {
  for (const WorkFacts& work : catalogue.works) {
    if (work.symbol == name) {
      return &work;
    }
  }
  return nullptr;
}

const WorkFacts& work(std::string_view name) {
  const WorkFacts* found = find_work(corpus_catalogue(), symbol(name));
  if (found == nullptr) {
    ADD_FAILURE() << name << " is not in the catalogue";
    static const WorkFacts kNone(symbol("A/RES/1/1"));
    return kNone;
  }
  return *found;
}

// Targets of one work's citation list that stand at `place`, in the order of the list.
std::vector<std::string> targets(std::string_view name, std::string_view place) {
  const Symbol citing = symbol(name);
  std::vector<std::string> found;
  for (const Citation& citation : corpus_catalogue().citations) {
    const Mention& mention = citation.mention;
    if (mention.document == citing && mention.place == place && mention.target) {
      found.push_back(mention.target->short_form());
    }
  }
  return found;
}

bool cites(std::string_view citing, std::string_view cited) {
  const Symbol target = symbol(cited);
  const Symbol document = symbol(citing);
  const std::vector<Citation>& all = corpus_catalogue().citations;
  return std::any_of(all.begin(), all.end(), [&](const Citation& citation) {
    return citation.mention.document == document && citation.mention.target == target &&
           row(citation.mention.relation).edge_class == EdgeClass::Citation;
  });
}

std::string iso_of(const std::vector<State>& states, std::string_view name) {
  for (const State& state : states) {
    if (state.name == name) {
      return state.iso;
    }
  }
  return "";
}

TEST(CatalogueTest, CountsOfTheCorpus) {
  std::map<WorkKind, int> kinds;
  std::map<ListStatus, int> lists;
  for (const WorkFacts& facts : corpus_catalogue().works) {
    ++kinds[facts.symbol.kind()];
    ++lists[facts.list_status];
  }
  EXPECT_EQ(corpus_catalogue().works.size(), 100U);
  EXPECT_EQ(kinds[WorkKind::Resolution], 36);
  EXPECT_EQ(kinds[WorkKind::Decision], 5);
  EXPECT_EQ(kinds[WorkKind::Report], 40);
  EXPECT_EQ(kinds[WorkKind::Document], 10);
  EXPECT_EQ(kinds[WorkKind::Treaty], 1);
  EXPECT_EQ(lists[ListStatus::Known], 14);
  EXPECT_EQ(lists[ListStatus::Partial], 8);
  EXPECT_EQ(corpus_catalogue().citations.size(), 477U);
}

TEST(CatalogueTest, SymbolsStandInTheirCanonicalForm) {
  const std::string text = contents(kFile);
  for (const WorkFacts& facts : corpus_catalogue().works) {
    const std::string printed = "\"symbol\": \"" + facts.symbol.canonical() + "\"";
    EXPECT_NE(text.find(printed), std::string::npos) << facts.symbol.canonical();
  }
  for (const Citation& citation : corpus_catalogue().citations) {
    if (citation.mention.target) {
      const std::string printed = "\"target\": \"" + citation.mention.target->canonical() + "\"";
      EXPECT_NE(text.find(printed), std::string::npos) << citation.mention.target->canonical();
    }
  }
}

TEST(CatalogueTest, ProgrammeOfActionOf2023HasItsVote) {
  const WorkFacts& facts = work("78/16");
  ASSERT_TRUE(facts.vote);
  EXPECT_EQ(facts.vote->value.in_favour, 161);
  EXPECT_EQ(facts.vote->value.against, 9);
  EXPECT_EQ(facts.vote->value.abstaining, 11);
  EXPECT_EQ(facts.vote->value.voted_for.size(), 161U);
  EXPECT_EQ(iso_of(facts.vote->value.voted_against, "RUSSIAN FEDERATION"), "RUS");
  EXPECT_EQ(facts.date->value.iso(), "2023-12-04");
  EXPECT_EQ(facts.committee_report->value.symbol.canonical(), "A/78/404");
  EXPECT_EQ(facts.committee_report->value.pinpoint, "para. 14");
  EXPECT_EQ(facts.agenda_item->value.number, "94");
  EXPECT_EQ(facts.list_status, ListStatus::Unknown) << "its text is held, no list is needed";
}

// The committee's vote is another vote than the plenary's, and often not known in full.
TEST(CatalogueTest, VotesOfTheFirstCommittee) {
  struct Expected {
    const char* name;
    int in_favour;
    int against;
    std::optional<int> abstaining;
  };
  for (const Expected& expected :
       {Expected{"A/RES/61/54", 169, 1, std::nullopt}, Expected{"A/RES/73/27", 109, 45, 16},
        Expected{"A/RES/74/28", 161, 10, 8}, Expected{"A/RES/74/29", 124, 6, std::nullopt},
        Expected{"A/RES/75/32", 153, 11, 9}, Expected{"A/RES/75/240", 104, 50, 20},
        Expected{"A/RES/77/37", 157, 6, 14}}) {
    const WorkFacts& facts = work(expected.name);
    ASSERT_TRUE(facts.committee_vote) << expected.name;
    const CommitteeVote& vote = facts.committee_vote->value;
    EXPECT_EQ(vote.in_favour, expected.in_favour) << expected.name;
    EXPECT_EQ(vote.against, expected.against) << expected.name;
    EXPECT_EQ(vote.abstaining, expected.abstaining) << expected.name;
    EXPECT_EQ(facts.committee_adoption->value, "recorded vote") << expected.name;
    EXPECT_NE(vote.in_favour, facts.vote->value.in_favour) << expected.name;
  }
  EXPECT_EQ(work("A/RES/64/25").committee_adoption->value, "without a vote");
  EXPECT_FALSE(work("A/RES/64/25").committee_vote);
  EXPECT_FALSE(work("A/RES/78/16").committee_vote);
}

TEST(CatalogueTest, DocumentsOnBudgetImplications) {
  std::map<std::string, std::size_t> documents;
  for (const Citation& link : corpus_catalogue().citations) {
    if (link.mention.relation == Relation::StatesCostOf) {
      ++documents[link.mention.target->short_form()];
    }
  }
  EXPECT_EQ(documents, (std::map<std::string, std::size_t>{{"68/243", 3},
                                                           {"70/237", 4},
                                                           {"73/27", 1},
                                                           {"73/266", 4},
                                                           {"75/240", 4},
                                                           {"77/37", 1},
                                                           {"78/237", 4},
                                                           {"decision 78/541", 3},
                                                           {"79/237", 4}}));
}

TEST(CatalogueTest, NoVoteIsAbsentAndNotZero) {
  for (const std::string_view name : {"76/19", "79/237", "79/243", "80/16", "decision 78/541"}) {
    ASSERT_TRUE(work(name).adoption) << name;
    EXPECT_EQ(work(name).adoption->value, "without a vote") << name;
    EXPECT_FALSE(work(name).vote) << name;
  }
}

TEST(CatalogueTest, PlenaryVotesOfTheSeries) {
  struct Case {
    std::string_view name;
    int in_favour, against, abstaining;
  };
  for (const Case& expected :
       {Case{"73/27", 119, 46, 14}, Case{"73/266", 138, 12, 16}, Case{"74/28", 163, 10, 6},
        Case{"74/29", 129, 6, 45}, Case{"75/32", 163, 10, 7}, Case{"75/240", 92, 50, 21},
        Case{"77/36", 112, 52, 8}, Case{"77/37", 156, 7, 14}, Case{"78/237", 104, 53, 7}}) {
    const WorkFacts& facts = work(expected.name);
    ASSERT_TRUE(facts.vote) << expected.name;
    EXPECT_EQ(facts.vote->value.in_favour, expected.in_favour) << expected.name;
    EXPECT_EQ(facts.vote->value.against, expected.against) << expected.name;
    EXPECT_EQ(facts.vote->value.abstaining, expected.abstaining) << expected.name;
  }
}

TEST(CatalogueTest, OneStateKeepsItsSpellingsUnderOneCode) {
  std::map<std::string, std::string> code_of;
  std::set<std::string> spellings_of_tur;
  for (const WorkFacts& facts : corpus_catalogue().works) {
    std::vector<State> states;
    const auto add = [&](const std::vector<State>& more) {
      states.insert(states.end(), more.begin(), more.end());
    };
    if (facts.vote) {
      add(facts.vote->value.voted_for);
      add(facts.vote->value.voted_against);
      add(facts.vote->value.abstained);
    }
    if (facts.sponsors) {
      add(facts.sponsors->value);
    }
    if (facts.additional_sponsors) {
      add(facts.additional_sponsors->value);
    }
    for (const State& state : states) {
      EXPECT_EQ(state.iso.size(), 3U) << state.name;
      EXPECT_EQ(code_of.emplace(state.name, state.iso).first->second, state.iso) << state.name;
      if (state.iso == "TUR") {
        spellings_of_tur.insert(state.name);
      }
    }
  }
  EXPECT_EQ(code_of["SOLOMON ISLANDS"], "SLB");
  EXPECT_EQ(spellings_of_tur, (std::set<std::string>{"TURKEY", "TURKIYE", "TÜRKIYE", "TÜRKİYE"}));
}

TEST(CatalogueTest, EveryWorkThatTheSeedCitesIsThereWithItsDate) {
  const std::string seed = contents("corpus/texts/A-RES-78-16.zh.txt");
  std::set<std::string> cited;
  const std::regex dated("([0-9]{4}) 年 ([0-9]+) 月 ([0-9]+) 日第 ([0-9]+/[0-9]+( [A-Z])?) 号");
  for (std::sregex_iterator it(seed.begin(), seed.end(), dated), end; it != end; ++it) {
    const WorkFacts& facts = work((*it)[4].str());
    cited.insert(facts.symbol.canonical());
    ASSERT_TRUE(facts.date) << (*it)[4];
    EXPECT_EQ(facts.date->value,
              Date::of(std::stoi((*it)[1]), std::stoi((*it)[2]), std::stoi((*it)[3])))
        << (*it)[4];
  }
  const std::regex others("第 ([0-9]+/[0-9]+( [A-Z])?) 号|(A/[0-9]+/[0-9]+)");
  for (std::sregex_iterator it(seed.begin(), seed.end(), others), end; it != end; ++it) {
    const std::string name = (*it)[1].matched ? (*it)[1].str() : (*it)[3].str();
    EXPECT_NE(find_work(corpus_catalogue(), symbol(name)), nullptr) << name;
    cited.insert(symbol(name).canonical());
  }
  EXPECT_EQ(cited.size(), 33U);
  EXPECT_TRUE(cited.contains("A/RES/43/78[H]"));
}

TEST(CatalogueTest, TwoLinesOfTheSeriesMeetIn76_19) {
  EXPECT_TRUE(cites("74/28", "73/266"));
  EXPECT_FALSE(cites("74/28", "73/27"));
  EXPECT_TRUE(cites("74/29", "73/27"));
  EXPECT_FALSE(cites("74/29", "73/266"));
  EXPECT_TRUE(cites("75/32", "73/27"));
  EXPECT_TRUE(cites("75/32", "73/266"));
  EXPECT_FALSE(cites("75/240", "73/266"));
  EXPECT_TRUE(cites("76/19", "75/32"));
  EXPECT_TRUE(cites("76/19", "75/240"));
  EXPECT_FALSE(cites("78/237", "77/37"));
  EXPECT_TRUE(cites("79/237", "decision 77/512"));
  EXPECT_TRUE(cites("80/16", "79/237"));
}

TEST(CatalogueTest, CitationListsHoldEveryNumberOfTheRecallingParagraph) {
  EXPECT_EQ(targets("74/28", "pp1").size(), 21U);
  EXPECT_EQ(targets("74/29", "pp1").size(), 22U);
  EXPECT_EQ(targets("75/32", "pp1").size(), 24U);
  EXPECT_EQ(targets("75/240", "pp1").size(), 23U);
  EXPECT_EQ(targets("76/19", "pp1").size(), 28U);
  EXPECT_EQ(targets("77/36", "pp1").size(), 25U);
  EXPECT_EQ(targets("77/37", "pp1").size(), 27U);
  EXPECT_EQ(targets("78/237", "pp1").size(), 26U);
  EXPECT_EQ(targets("79/237", "pp2"),
            (std::vector<std::string>{"decision 77/512", "decision 78/541"}));
  EXPECT_EQ(targets("76/19", "fn1"), (std::vector<std::string>{"A/65/201", "A/68/98", "A/70/174"}));
  EXPECT_EQ(targets("75/240", "pp1")[1], "43/78 H");
}

TEST(CatalogueTest, ResolutionAndReportOfOneNumberStayApart) {
  EXPECT_TRUE(cites("74/247", "A/RES/70/174"));
  EXPECT_TRUE(cites("74/247", "A/70/174"));
  EXPECT_EQ(targets("74/247", "fn2"), std::vector<std::string>{"70/174"});
}

TEST(CatalogueTest, CitationsCarryDatePlaceVerbAndSource) {
  const Symbol citing = symbol("76/19");
  const Symbol target = symbol("A/75/816");
  for (const Citation& citation : corpus_catalogue().citations) {
    const Mention& mention = citation.mention;
    if (mention.document == citing && mention.place == "fn2") {
      EXPECT_EQ(mention.target, target);
      EXPECT_EQ(mention.relation, Relation::Recognizes);
      EXPECT_EQ(mention.verb, "Recognizes the adoption of");
      EXPECT_EQ(mention.clause, "op1");
      EXPECT_EQ(mention.file, kFile);
      EXPECT_EQ(citation.source, "text-76-19");
      EXPECT_TRUE(citation.sentence.empty());
      return;
    }
  }
  FAIL() << "no citation at fn2 of 76/19";
}

TEST(CatalogueTest, DatesOfTheListsAgreeWithTheFacts) {
  for (const Citation& citation : corpus_catalogue().citations) {
    const Mention& mention = citation.mention;
    if (!mention.date || !mention.target) {
      continue;
    }
    const WorkFacts* facts = find_work(corpus_catalogue(), *mention.target);
    if (facts != nullptr && facts->date) {
      EXPECT_EQ(facts->date->value, *mention.date)
          << mention.document->canonical() << " on " << mention.target->canonical();
    }
    const std::optional<DateSpan> span = mention.target->possible_dates();
    if (span) {
      EXPECT_LE(span->first, *mention.date) << mention.target->canonical();
      EXPECT_GE(span->last, *mention.date) << mention.target->canonical();
    }
  }
}

TEST(CatalogueTest, UnnumberedCitationsStayUnresolved) {
  int unresolved = 0;
  for (const Citation& citation : corpus_catalogue().citations) {
    if (citation.mention.status == MentionStatus::Unresolved) {
      ++unresolved;
      EXPECT_FALSE(citation.mention.target);
      EXPECT_FALSE(citation.mention.quote.empty());
    }
  }
  EXPECT_EQ(unresolved, 8);
}

TEST(CatalogueTest, InferredFactsSayIt) {
  const std::vector<std::string>& sources = work("78/16").draft->sources;
  EXPECT_EQ(work("78/16").draft->value.canonical(), "A/C.1/78/L.60/Rev.1");
  EXPECT_EQ(sources.back(), "inferred");
  EXPECT_NE(work("78/16").date->sources.back(), "inferred");
}

TEST(CatalogueTest, LinksOfMandatesAreNoCitations) {
  int links = 0;
  for (const Citation& citation : corpus_catalogue().citations) {
    links += row(citation.mention.relation).edge_class == EdgeClass::Institutional ? 1 : 0;
  }
  EXPECT_EQ(links, 50);
}

const std::string kSmall = R"({
 "format": "lineage-catalogue",
 "version": 1,
 "title": "Two resolutions",
 "sources": {"text": {"title": "A/RES/77/37, English text"}},
 "works": [
  {"symbol": "A/RES/76/19"},
  {"symbol": "A/RES/77/37",
   "kind": "resolution",
   "date": {"value": "2022-12-07", "sources": ["text"]},
   "vote": {"value": {"in_favour": 2, "against": 1, "abstaining": 0,
                      "voted_for": [{"name": "Mali", "iso": "MLI"}, {"name": "Peru", "iso": "PER"}]},
            "sources": ["text"]},
   "citations": {"status": "known", "sources": ["text"], "list": [
     {"target": "76/19", "relation": "recalls", "date": "2021-12-06", "place": "pp1"}]}}
 ]
})";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

std::string refusal(std::string_view text) {
  const Result<StoredCatalogue> read = read_catalogue("x.json", text);
  return read ? "read" : read.error().message;
}

TEST(CatalogueFormatTest, ReadsASmallCatalogue) {
  const Result<StoredCatalogue> read = read_catalogue("x.json", kSmall);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->works.size(), 2U);
  EXPECT_EQ(read->file, "x.json");
  EXPECT_EQ(read->works[1].list_status, ListStatus::Known);
  EXPECT_EQ(read->works[1].list_sources, std::vector<std::string>{"text"});
  EXPECT_EQ(read->works[0].list_status, ListStatus::Unknown);
  ASSERT_EQ(read->citations.size(), 1U);
  EXPECT_EQ(read->citations[0].mention.target, symbol("76/19"));
  EXPECT_EQ(read->citations[0].mention.clause, "pp1");
}

TEST(CatalogueFormatTest, ReadsTheExampleOfTheDocument) {
  const std::string document = contents("docs/catalogue-format.md");
  const std::size_t begin = document.find("```json\n") + 8;
  const std::string example = document.substr(begin, document.find("\n```", begin) - begin);
  const Result<StoredCatalogue> read = read_catalogue("example.json", example);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->works.size(), 2U);
  EXPECT_EQ(read->citations.size(), 5U);
}

TEST(CatalogueFormatTest, DocumentNamesEveryRelation) {
  const std::string document = contents("docs/catalogue-format.md");
  for (const RelationRow& relation : relation_table()) {
    EXPECT_NE(document.find("`" + std::string(relation.name) + "`"), std::string::npos)
        << relation.name;
  }
}

TEST(CatalogueFormatTest, NamesThePlaceOfWhatDoesNotFit) {
  struct Case {
    std::string_view what, with, message;
  };
  const std::vector<Case> cases{
      {"2022-12-07", "2022-13-07",
       "x.json: works[1].date.value: '2022-13-07' is not a date, write it as YYYY-MM-DD"},
      {"\"2022-12-07\"", "20221207",
       "x.json: works[1].date.value: not a text, write it in quotation marks"},
      {"\"date\": {\"value\"", "\"dat\": {\"value\"",
       "x.json: works[1].dat: unknown key, did you mean 'date'"},
      {"\"works\"", "\"wroks\"", "x.json: wroks: unknown key, did you mean 'works'"},
      {"\"recalls\"", "\"recals\"",
       "x.json: works[1].citations.list[0].relation: 'recals' is not a relation, did you mean "
       "'recalls'"},
      {"\"recalls\"", "\"reports_to\"",
       "x.json: works[1].citations.list[0].relation: 'reports_to' is no citation, it belongs into "
       "\"links\""},
      {"\"76/19\"", "\"A/RES/77/37\"",
       "x.json: works[1].citations.list[0].target: the work itself"},
      {"\"76/19\"", "null", "x.json: works[1].citations.list[0].description: missing"},
      {"\"pp1\"", "\"first\"",
       "x.json: works[1].citations.list[0].place: 'first' is not a place, write it as pp1, op3(a) "
       "or "
       "fn1"},
      {"[\"text\"]", "[\"texts\"]",
       "x.json: works[1].date.sources[0]: 'texts' is not among the sources of this catalogue, did "
       "you "
       "mean 'text'"},
      {"\"sources\": [\"text\"]},", "\"source\": [\"text\"]},",
       "x.json: works[1].date.source: unknown key, did you mean 'sources'"},
      {"\"kind\": \"resolution\"", "\"kind\": \"decision\"",
       "x.json: works[1].kind: 'A/RES/77/37' is the symbol of a resolution, not of a decision"},
      {"{\"symbol\": \"A/RES/76/19\"}", "{\"symbol\": \"A/RES/77/37\"}",
       "x.json: works[1].symbol: 'A/RES/77/37' is already named by works[0]"},
      {"\"in_favour\": 2", "\"in_favour\": 3",
       "x.json: works[1].vote.value.voted_for: lists 2 States, the count is 3"},
      {"\"in_favour\": 2", "\"in_favour\": 2.5",
       "x.json: works[1].vote.value.in_favour: not a number of votes"},
      {"\"in_favour\": 2", "\"in_favour\": -2",
       "x.json: works[1].vote.value.in_favour: not a number of votes"},
      {"\"name\": \"Peru\"", "\"name\": \"Mali\"",
       "x.json: works[1].vote.value.voted_for[1]: 'Mali' votes twice"},
      {"\"PER\"", "\"Per\"",
       "x.json: works[1].vote.value.voted_for[1].iso: 'Per' is not an ISO 3166-1 alpha-3 code, "
       "such as "
       "'TUR'"},
      {"\"status\": \"known\"", "\"status\": \"unknown\"",
       "x.json: works[1].citations.status: 'unknown' beside a list, write 'partial' or 'known'"},
      {"\"status\": \"known\"", "\"status\": \"full\"",
       "x.json: works[1].citations.status: 'full' is none of 'known', 'partial', 'unknown'"},
      {"\"version\": 1", "\"version\": 0", "x.json: version: missing or no version, write 2"},
      {"\"format\": \"lineage-catalogue\",", "",
       "x.json: format: missing, a catalogue says \"format\": \"lineage-catalogue\""},
      {"Two resolutions", "", "x.json: title: empty, leave out what is not known"},
      {"Two resolutions", "\\u001b[31m", "x.json: title: holds a control character"},
      {"\"title\": \"Two", "\"version\": 1, \"title\": \"Two", "x.json: version: stands twice"},
      {"\"iso\": \"PER\"", "\"iso\": \"PER\", \"iso\": \"PER\"",
       "x.json: works[1].vote.value.voted_for[1].iso: stands twice"},
  };
  for (const Case& bad : cases) {
    EXPECT_EQ(refusal(replaced(kSmall, bad.what, bad.with)), bad.message) << bad.with;
  }
}

TEST(CatalogueFormatTest, VotesInCommitteeMayLackTheAbstentions) {
  const auto with = [](const std::string& facts) {
    return replaced(kSmall, "\"vote\"", facts + ", \"vote\"");
  };
  const auto vote = [](const std::string& value) {
    return "\"committee_vote\": {\"value\": {" + value + "}, \"sources\": [\"text\"]}";
  };
  const Result<StoredCatalogue> read =
      read_catalogue("x.json", with(vote("\"in_favour\": 124, \"against\": 6")));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_FALSE(read->works[1].committee_vote->value.abstaining);
  EXPECT_EQ(refusal(with(vote("\"in_favour\": 124, \"against\": 6, \"abstained\": []"))),
            "x.json: works[1].committee_vote.value.abstained: stands without the count, "
            "'abstaining'");
  EXPECT_EQ(refusal(with(vote("\"in_favour\": 0, \"against\": 0"))),
            "x.json: works[1].committee_vote.value: nobody voted, leave the vote out");
  EXPECT_EQ(refusal(with("\"committee_adoption\": {\"value\": \"without a vote\", "
                         "\"sources\": [\"text\"]}, " +
                         vote("\"in_favour\": 2, \"against\": 0"))),
            "x.json: works[1].committee_vote: stands beside an adoption without a vote");
}

TEST(CatalogueFormatTest, RefusesAVoteBesideAnAdoptionWithoutOne) {
  EXPECT_EQ(
      refusal(replaced(kSmall, "\"vote\"",
                       "\"adoption\": {\"value\": \"without a vote\", \"sources\": [\"text\"]}, "
                       "\"vote\"")),
      "x.json: works[1].vote: stands beside an adoption without a vote");
}

TEST(CatalogueFormatTest, KeepsControlCharactersOutOfMessages) {
  EXPECT_EQ(refusal(replaced(kSmall, "\"works\"", "\"\\u001b[31mwork\"")),
            "x.json: ?[31mwork: unknown key");
}

TEST(CatalogueFormatTest, RefusesSymbolsThatAreNone) {
  const std::string message = refusal(replaced(kSmall, "\"76/19\"", "\"seventy-six\""));
  EXPECT_EQ(
      message.find("x.json: works[1].citations.list[0].target: 'seventy-six' is not a symbol"), 0U)
      << message;
}

TEST(CatalogueFormatTest, NewerVersionIsUnsupported) {
  const Result<StoredCatalogue> read =
      read_catalogue("x.json", replaced(kSmall, "\"version\": 1", "\"version\": 3"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::Unsupported);
}

TEST(CatalogueFormatTest, NamesTheLineOfBrokenJson) {
  const std::string message = refusal(replaced(kSmall, "\"version\": 1,", "\"version\": 1"));
  EXPECT_EQ(message.find("x.json: line 4, column "), 0U) << message;
  EXPECT_NE(message.find("not JSON"), std::string::npos) << message;
}

TEST(CatalogueFormatTest, RefusesWhatIsNoCatalogue) {
  for (const std::string_view text : {"", "[]", "null", "{}", "\xff\xfe", "{\"format\": 1}",
                                      "{\"format\": \"lineage-catalogue\", \"version\": 1e300}",
                                      "{\"format\": \"lineage-catalogue\", \"version\": 1}"}) {
    const Result<StoredCatalogue> read = read_catalogue("x.json", text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::Malformed) << text;
  }
}

TEST(CatalogueFormatTest, BoundsTheNesting) {
  const auto nested = [](std::size_t depth) {
    return "{\"note\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  EXPECT_EQ(refusal(nested(65)), "x.json: line 1, column 72: nested deeper than 64 levels");
  EXPECT_EQ(refusal(nested(64)).find("nested"), std::string::npos);
  EXPECT_NE(refusal(nested(1'000'000)).find("nested deeper"), std::string::npos);
  EXPECT_EQ(refusal("{\"note\": \"" + std::string(100, '[') + "\"}").find("nested"),
            std::string::npos);
}

// A damaged catalogue is refused or read; it never throws or crashes.
TEST(CatalogueFormatTest, SurvivesDamage) {
  for (std::size_t size = 0; size < kSmall.size(); ++size) {
    EXPECT_FALSE(read_catalogue("x.json", std::string_view(kSmall).substr(0, size))) << size;
  }
  std::mt19937 random(7816);
  for (int round = 0; round < 4000; ++round) {
    std::string text = kSmall;
    for (int change = 0; change < 3; ++change) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    static_cast<void>(read_catalogue("x.json", text));
  }
}

}  // namespace
}  // namespace lineage::ingest
