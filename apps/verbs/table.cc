#include <array>

#include "apps/verbs/verb.h"

namespace lineage::cli {

Run declare_agree(CLI::App& app);
Run declare_audit(CLI::App& app);
Run declare_compare(CLI::App& app);
Run declare_export(CLI::App& app);
Run declare_extract(CLI::App& app);
Run declare_fetch(CLI::App& app);
Run declare_ingest(CLI::App& app);
Run declare_log(CLI::App& app);
Run declare_mainpath(CLI::App& app);
Run declare_mandates(CLI::App& app);
Run declare_path(CLI::App& app);
Run declare_query(CLI::App& app);
Run declare_report(CLI::App& app);
Run declare_rank(CLI::App& app);
Run declare_reception(CLI::App& app);
Run declare_rivals(CLI::App& app);
Run declare_search(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_silence(CLI::App& app);
Run declare_stats(CLI::App& app);
Run declare_tally(CLI::App& app);
Run declare_tracks(CLI::App& app);
Run declare_verify(CLI::App& app);
Run declare_votes(CLI::App& app);
Run declare_wanted(CLI::App& app);
Run declare_why(CLI::App& app);

namespace {

using namespace std::string_view_literals;

constexpr std::array kAnswer{"table"sv, "json"sv};
constexpr std::array kRecords{"ndjson"sv, "table"sv, "json"sv};
constexpr std::array kSets{"table"sv,    "symbols"sv, "quote"sv, "count"sv,   "tree"sv,
                           "timeline"sv, "dot"sv,     "svg"sv,   "graphml"sv, "gexf"sv,
                           "json"sv,     "ndjson"sv,  "csv"sv,   "bibtex"sv,  "ris"sv};
constexpr std::array kTimelines{"table"sv, "svg"sv, "json"sv};
constexpr std::array kRows{"table"sv, "symbols"sv, "json"sv, "ndjson"sv, "csv"sv};
constexpr std::array kCitations{"table"sv, "json"sv, "ndjson"sv, "csv"sv};
constexpr std::array kPaths{"table"sv, "symbols"sv, "json"sv, "ndjson"sv, "csv"sv, "dot"sv};
constexpr std::array kReports{"markdown"sv, "json"sv};
constexpr std::array kDrawings{"svg"sv,  "dot"sv,    "json"sv, "graphml"sv,
                               "gexf"sv, "bibtex"sv, "ris"sv};

constexpr auto kVerbs = std::to_array<Verb>({
    {"log", "the ancestry of a text as a graph in the terminal", Needs::Outline, kAnswer,
     declare_log},
    {"show", "what is known of a text, what it cites and what cites it", Needs::Graph, kAnswer,
     declare_show},
    {"why", "the sentence that proves that one text cites another", Needs::Graph, kAnswer,
     declare_why},
    {"path", "the routes of citations from one text to another", Needs::Graph, kAnswer,
     declare_path},
    {"query", "the texts that an expression selects", Needs::Outline, kSets, declare_query},
    {"tracks", "the tracks of a subject in time, where they part and join", Needs::Graph,
     kTimelines, declare_tracks},
    {"rivals", "the other texts of a session under its agenda item, side by side", Needs::Graph,
     kAnswer, declare_rivals},
    {"silence", "what a text stopped citing, and what its rivals cite that it does not",
     Needs::Graph, kAnswer, declare_silence},
    {"votes", "how States voted on a text, or moved between two", Needs::Graph, kAnswer,
     declare_votes},
    {"mandates", "the life of a body's mandate: set up, renewed, reported, received, ended",
     Needs::Graph, kAnswer, declare_mandates},
    {"reception", "how later texts received a text, verb by verb and language by language",
     Needs::Graph, kAnswer, declare_reception},
    {"export", "a lineage as a drawing or as data", Needs::Graph, kDrawings, declare_export},
    {"wanted", "the texts to get: what an answer hangs on, and where it is", Needs::Graph, kRows,
     declare_wanted},
    {"rank", "the texts by how much is built on them", Needs::Outline, kRows, declare_rank},
    {"mainpath", "the citations along which most of a lineage runs", Needs::Outline, kPaths,
     declare_mainpath},
    {"compare", "what one text cites and another does not", Needs::Graph, kCitations,
     declare_compare},
    {"tally", "citations counted by relation, year and more", Needs::Graph, kCitations,
     declare_tally},
    {"report", "a Markdown file with the answers to the commands in it", Needs::Nothing, kReports,
     declare_report},
    {"search", "the paragraphs in which words stand", Needs::Nothing, kAnswer, declare_search},
    {"extract", "the citations in files, without a store", Needs::Nothing, kRecords,
     declare_extract},
    {"agree", "how far the languages of a text cite the same works", Needs::Nothing, kAnswer,
     declare_agree},
    {"audit", "wrong dates, impossible numbers, disagreements, and texts that are wanted",
     Needs::Nothing, kAnswer, declare_audit},
    {"fetch", "get texts from the United Nations and take them into a store", Needs::Nothing,
     kAnswer, declare_fetch},
    {"ingest", "take texts and catalogues into a store", Needs::Nothing, kAnswer, declare_ingest},
    {"stats", "what a store holds, counted", Needs::Nothing, kAnswer, declare_stats},
    {"verify", "whether a store is sound", Needs::Nothing, kAnswer, declare_verify},
});

}  // namespace

std::span<const Verb> verbs() { return kVerbs; }

const Verb* verb_named(std::string_view name) {
  for (const Verb& verb : kVerbs) {
    if (verb.name == name) {
      return &verb;
    }
  }
  return nullptr;
}

}  // namespace lineage::cli
