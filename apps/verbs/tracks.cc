#include "analysis/tracks.h"

#include <algorithm>
#include <memory>

#include <CLI/App.hpp>

#include "analysis/exporters/json_values.h"
#include "analysis/exporters/timeline.h"
#include "apps/answers/phrases.h"
#include "apps/verbs/tracks_answer.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

using analysis::Subject;
using analysis::Track;

struct TracksOptions {
  std::string of;    // a text, body or track of the subject
  std::string file;  // for the drawing
};

bool holds(const LineageGraph& graph, const Subject& subject, WorkId id) {
  return std::ranges::any_of(subject.tracks, [&](const Track& track) {
    return track.id == id || std::ranges::count(track.texts, id) > 0 ||
           std::ranges::count(track.bodies, id) > 0 || analysis::track_of(graph, id) == track.id;
  });
}

tl::expected<std::vector<Subject>, Failure> chosen(const TracksOptions& options,
                                                   const LineageGraph& graph) {
  std::vector<Subject> subjects = analysis::subjects(graph);
  if (subjects.empty()) {
    return refuse(kNo,
                  "the store has no tracks; a catalogue states them (docs/catalogue-format.md)");
  }
  if (options.of.empty()) {
    return subjects;
  }
  const Result<Symbol> track = Symbol::parse("track:" + options.of);
  const std::optional<WorkId> named = track ? graph.find(*track) : std::nullopt;
  const auto id = named ? tl::expected<WorkId, Failure>(*named) : look_up(graph, options.of);
  if (!id) {
    return tl::unexpected(id.error());
  }
  std::erase_if(subjects, [&](const Subject& subject) { return !holds(graph, subject, *id); });
  if (subjects.empty()) {
    return refuse(kNo, name_of(graph.work(*id)) + " belongs to no track");
  }
  return subjects;
}

Outcome tracks(const TracksOptions& options, const Context& context) {
  const LineageGraph& graph = *context.graph;
  const auto subjects = chosen(options, graph);
  if (!subjects) {
    return tl::unexpected(subjects.error());
  }
  Answer answer;
  if (context.format == "svg" || !options.file.empty()) {
    if (subjects->size() > 1) {
      return refuse(kUsage, "a drawing shows one subject and the store has " +
                                std::to_string(subjects->size()) +
                                "; name a text, body or track of the one that is meant");
    }
    const analysis::Timeline timeline = analysis::timeline_of(graph, subjects->front());
    std::string title;
    for (const analysis::TimelineLane& lane : timeline.lanes) {
      title += (title.empty() ? "" : " · ") + lane.name;
    }
    answer.document =
        Document{options.file == "-" ? "" : options.file, analysis::to_svg(timeline, title)};
    return answer;
  }
  Json list = Json::array();
  for (const Subject& subject : *subjects) {
    add_subject(graph, subject, context.width, answer);
    list.push_back(subject_value(graph, subject));
  }
  answer.json = {{"lineage", analysis::envelope("tracks", 1)}, {"subjects", std::move(list)}};
  return answer;
}

}  // namespace

Run declare_tracks(CLI::App& app) {
  auto options = std::make_shared<TracksOptions>();
  app.add_option("OF", options->of,
                 "a text, body or track of the subject: 78/16, @gge2014-2015, gge");
  app.add_option("-o,--output", options->file, "the SVG file to write; '-' is stdout");
  app.footer(
      "Examples:\n"
      "  lineage tracks\n"
      "  lineage tracks -o tracks.svg\n"
      "  lineage tracks gge --format json");
  return [options](const Context& context) { return tracks(*options, context); };
}

}  // namespace lineage::cli
