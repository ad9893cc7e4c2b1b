#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "ingest/readers/catalogue.h"

namespace lineage::ingest {
namespace {

const std::string kBodies = R"({
 "format": "lineage-catalogue",
 "version": 2,
 "sources": {"text": {"title": "A text"}, "notes": {"title": "Notes"}},
 "works": [],
 "bodies": [
  {"id": "@group2014-2015",
   "name": {"value": "Group", "sources": ["text"]},
   "years": {"value": {"first": 2014, "last": 2015}, "sources": ["notes"], "status": "inferred"},
   "outcome": {"value": "consensus", "sources": ["text"]},
   "links": [
    {"relation": "establishes", "source": "68/243", "place": "op4", "sources": ["text"]},
    {"relation": "reports", "target": "A/70/174", "sources": ["text"]}]}
 ],
 "tracks": [
  {"id": "groups", "name": {"value": "Groups", "sources": ["notes"]},
   "members": {"list": ["@group2014-2015", "68/243"], "sources": ["notes"]}}
 ]
})";

std::string replaced(const std::string& from, const std::string& to) {
  std::string text = kBodies;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(CatalogueBodiesTest, ReadsBodiesAndTracks) {
  const auto read = read_catalogue("x.json", kBodies);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->works.size(), 2U);
  const WorkFacts& body = read->works[0];
  EXPECT_EQ(body.symbol.canonical(), "@group2014-2015");
  EXPECT_EQ(body.symbol.kind(), WorkKind::Body);
  ASSERT_NE(body.find(BodyFact::Years), nullptr);
  EXPECT_EQ(body.find(BodyFact::Years)->value, "2014-2015");
  EXPECT_EQ(body.find(BodyFact::Years)->sources, (std::vector<std::string>{"notes", "inferred"}));
  EXPECT_EQ(body.find(BodyFact::Chair), nullptr);
  EXPECT_EQ(read->works[1].symbol.canonical(), "track:groups");
  std::string links;
  for (const Citation& citation : read->citations) {
    links += citation.mention.document->short_form() + " " +
             std::string(name_of(citation.mention.relation)) + " " +
             citation.mention.target->short_form() + " " + citation.source + "\n";
  }
  EXPECT_EQ(links,
            "68/243 establishes @group2014-2015 text\n"
            "@group2014-2015 reports A/70/174 text\n"
            "@group2014-2015 belongs_to track:groups notes\n"
            "68/243 belongs_to track:groups notes\n");
}

TEST(CatalogueBodiesTest, RefusesWhatDoesNotFit) {
  struct Row {
    const char* from;
    const char* to;
    const char* message;
  };
  const Row rows[] = {
      {"@group2014-2015\",\n   \"name\"", "Group One\",\n   \"name\"",
       "bodies[0].id: 'Group One' is no id"},
      {"\"last\": 2015", "\"last\": 2013", "bodies[0].years.value.last: lies before 'first'"},
      {"\"first\": 2014", "\"first\": 14", "bodies[0].years.value.first: not a year"},
      {"\"consensus\"", "\"success\"", "bodies[0].outcome.value"},
      {"\"source\": \"68/243\"", "\"soruce\": \"68/243\"", "did you mean 'source'"},
      {"\"source\": \"68/243\", \"place\"",
       "\"source\": \"68/243\", \"target\": \"68/243\", \"place\"",
       "needs a 'target' or a 'source'"},
      {"\"establishes\"", "\"recalls\"", "is a citation"},
      {"{\"list\": [\"@group2014-2015\", \"68/243\"], \"sources\": [\"notes\"]}", "[\"68/243\"]",
       "tracks[0].members"},
      {"\"id\": \"groups\"", "\"id\": \"@groups\"", "tracks[0].id"},
      {"\"target\": \"A/70/174\"", "\"target\": \"@group2014-2015\"", "the body itself"},
  };
  for (const Row& row : rows) {
    const auto read = read_catalogue("x.json", replaced(row.from, row.to));
    ASSERT_FALSE(read) << row.to;
    EXPECT_NE(read.error().message.find(row.message), std::string::npos) << read.error().message;
  }
}

TEST(CatalogueBodiesTest, ABodyStandsOnce) {
  const auto read = read_catalogue(
      "x.json", replaced("\"bodies\": [",
                         "\"bodies\": [{\"id\": \"@group2014-2015\", \"name\": {\"value\": \"G\", "
                         "\"sources\": [\"text\"]}},"));
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("already named by bodies[0]"), std::string::npos)
      << read.error().message;
}

}  // namespace
}  // namespace lineage::ingest
