#include "apps/answers/teacher.h"

#include <algorithm>

#include "analysis/selection.h"
#include "ingest/names/gazetteer.h"

namespace lineage::cli {
namespace {

// The words of the teaching text's own mention of the work in that note, or in that clause.
std::string sentence_of(const LineageGraph& graph, const Teacher& teacher, WorkId cited) {
  const auto symbol = Symbol::parse(teacher.text);
  const auto text = symbol ? graph.find(*symbol) : std::nullopt;
  if (!text) {
    return "";
  }
  const std::string& place = teacher.note.empty() ? teacher.clause : teacher.note;
  for (const EdgeId id : analysis::edges_between(graph, *text, cited)) {
    for (const Passage& passage : graph.passages(id)) {
      if (passage.place == place && !passage.sentence.empty()) {
        return passage.sentence;
      }
    }
  }
  return "";
}

// "~A/RES/77/1 pp3 fn1"
void read_teacher(std::string_view taught_by, Teacher& teacher) {
  teacher.longer = taught_by.starts_with('~');
  taught_by.remove_prefix(teacher.longer ? 1 : 0);
  const std::size_t clause = std::min(taught_by.find(' '), taught_by.size());
  teacher.text = taught_by.substr(0, clause);
  taught_by.remove_prefix(std::min(clause + 1, taught_by.size()));
  const std::size_t note = std::min(taught_by.find(' '), taught_by.size());
  teacher.clause = taught_by.substr(0, note);
  teacher.note = taught_by.substr(std::min(note + 1, taught_by.size()));
}

}  // namespace

std::optional<Teacher> teacher_of(const LineageGraph& graph,
                                  const Edge& edge,
                                  const Passage& passage) {
  if (!passage.language || passage.quote.empty()) {
    return std::nullopt;
  }
  const Symbol& cited = graph.work(edge.target).symbol();
  const ingest::NameRow* row = ingest::row_of_name(*passage.language, passage.quote, cited);
  if (row == nullptr) {
    return std::nullopt;
  }
  Teacher teacher;
  teacher.name = row->name;
  teacher.line = row->line;
  read_teacher(row->taught_by, teacher);
  teacher.sentence = sentence_of(graph, teacher, edge.target);
  return teacher;
}

std::string teacher_line(const Teacher& teacher) {
  const auto symbol = Symbol::parse(teacher.text);
  const std::string place = (teacher.note.empty() ? "" : teacher.note + " to ") + teacher.clause +
                            " of " + (symbol ? symbol->short_form() : teacher.text);
  return "cited by its name, which " + place + " teaches" +
         (teacher.longer ? " in a longer form" : "") + " (corpus/gazetteer.tsv, line " +
         std::to_string(teacher.line) + ")";
}

Json teacher_value(const Teacher& teacher) {
  return {{"name", teacher.name},
          {"line", teacher.line},
          {"text", teacher.text},
          {"clause", teacher.clause},
          {"note", teacher.note.empty() ? Json(nullptr) : Json(teacher.note)},
          {"longer_form", teacher.longer},
          {"sentence", teacher.sentence.empty() ? Json(nullptr) : Json(teacher.sentence)}};
}

}  // namespace lineage::cli
