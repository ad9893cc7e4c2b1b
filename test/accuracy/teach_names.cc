// The teacher of the gazetteer: what names do the notes of texts teach?
//
//     teach_names [--least N] PATH...
//     teach_names --check PATH...
//
// An anchor is a note mark whose note begins with the symbol of one work and names no other: the
// words before the mark name that work. For each symbol the program prints the word runs that stand
// right before such marks in at least N texts (default 3), as long as they agree: language, symbol,
// number of texts, words, and a first teacher (document, clause and note). With --check it asks
// instead, for every row of the gazetteer whose teacher is among the texts, whether the note gives
// the row's symbol and the clause holds the row's name before the note's mark; exit code 1 tells
// that one does not.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/files/file_list.h"
#include "ingest/names/gazetteer.h"
#include "ingest/names/name_forms.h"
#include "ingest/pipeline.h"
#include "ingest/segments/segment.h"
#include "ingest/text/normalize.h"
#include "ingest/words/lexer.h"

namespace lineage::ingest {
namespace {

struct Anchor {
  std::string document;
  Language language = Language::English;
  std::string clause;
  std::string note;
  std::string symbol;
  std::string before;  // the folded lower-case paragraph up to the mark
};

// The marks of one work's paragraphs: number, clause and what stands before each, in text order.
struct Mark {
  std::string clause;
  std::string before;
  bool used = false;
};
using Marks = std::map<std::string, std::vector<Mark>>;

Marks marks_of(const WorkText& work, const NormalizedText& text) {
  Marks marks;
  for (const Paragraph& paragraph : work.paragraphs) {
    if (paragraph.kind == ParagraphKind::Note) {
      continue;
    }
    const std::string words = text_of(paragraph, text.text);
    const std::string lower = text_of(paragraph, text.lower);
    std::vector<Token> tokens;
    lex(LexerInput(words, lower), Lexicon::of(work.language), tokens);
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::NoteMark) {
        marks["fn" + std::to_string(token.value)].push_back(
            {paragraph.place, lower.substr(0, token.begin)});
      }
    }
  }
  return marks;
}

// The only work that a note names, where its symbol opens the note but for "see" and the like.
std::map<std::string, std::string> works_of_notes(const StoredDocument& document) {
  std::map<std::string, std::vector<const Mention*>> notes;
  for (const Mention& mention : document.mentions) {
    if (mention.place.starts_with("fn") && mention.by == FoundBy::Symbol) {
      notes[mention.place].push_back(&mention);
    }
  }
  std::map<std::string, std::string> works;
  for (const auto& [place, mentions] : notes) {
    const Mention& first = *mentions.front();
    if (mentions.size() == 1 && first.target) {
      works[place] = first.target->canonical();
    }
  }
  return works;
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// How far behind the start of its note the symbol may stand: "See resolution ", "انظر القرار ".
constexpr std::size_t kOpens = 60;

void anchors_of(const std::string& path, std::vector<Anchor>& anchors) {
  const std::string bytes = read_whole(path);
  const auto text = normalize(bytes);
  const auto documents = extract_text(path, bytes, Clauses::Keep);
  if (!text || !documents) {
    return;
  }
  const std::vector<WorkText> works = segment(path, *text);
  for (std::size_t i = 0; i < works.size() && i < documents->size(); ++i) {
    const StoredDocument& document = (*documents)[i];
    Marks marks = marks_of(works[i], *text);
    const auto named = works_of_notes(document);
    for (const StoredClause& clause : document.clauses) {
      const auto work = named.find(clause.place);
      const auto mark = marks.find(clause.place);
      if (work == named.end() || mark == marks.end() || !document.symbol) {
        continue;
      }
      const auto mention = std::find_if(document.mentions.begin(), document.mentions.end(),
                                        [&](const Mention& m) { return m.place == clause.place; });
      if (mention->begin > clause.begin + kOpens) {
        continue;
      }
      anchors.push_back({document.symbol->canonical(), document.language, mark->second[0].clause,
                         clause.place, work->second, mark->second[0].before});
    }
  }
}

void trim(std::string& text) {
  while (!text.empty() && std::string_view(" ,;.:\n\"'").find(text.back()) != std::string::npos) {
    text.pop_back();
  }
}

// The ends of `before` that begin with a word (in Chinese: with a character), shortest first.
std::vector<std::string> ends_of(std::string before, bool spaced) {
  constexpr std::size_t kWords = 24;
  trim(before);
  std::vector<std::string> ends;
  std::size_t at = before.size();
  while (at > 0 && ends.size() < kWords) {
    --at;
    const bool starts = spaced ? at == 0 || before[at - 1] == ' ' || before[at - 1] == '\n'
                               : (static_cast<unsigned char>(before[at]) & 0xC0) != 0x80;
    if (starts) {
      ends.push_back(before.substr(at));
    }
  }
  return ends;
}

struct Name {
  std::set<std::string> texts;
  const Anchor* first = nullptr;
};

// A run of words is printed where no longer one stands in nearly as many texts.
void print_names(const std::vector<Anchor>& anchors, std::size_t least) {
  std::map<std::tuple<Language, std::string, std::string>, Name> names;
  for (const Anchor& anchor : anchors) {
    for (std::string& end : ends_of(anchor.before, anchor.language != Language::Chinese)) {
      Name& name = names[{anchor.language, anchor.symbol, std::move(end)}];
      name.texts.insert(anchor.document);
      name.first = name.first == nullptr ? &anchor : name.first;
    }
  }
  std::map<std::tuple<Language, std::string, std::string>, std::size_t> longer;
  for (const auto& [key, name] : names) {
    const auto& [language, symbol, words] = key;
    const bool spaced = language != Language::Chinese;
    std::size_t cut = spaced ? words.find_first_of(" \n") : 0;
    cut = spaced ? cut : char_length(words, 0) - 1;
    if (cut != std::string::npos && cut + 1 < words.size()) {
      std::size_t& most = longer[{language, symbol, words.substr(cut + 1)}];
      most = std::max(most, name.texts.size());
    }
  }
  for (const auto& [key, name] : names) {
    const auto& [language, symbol, words] = key;
    const std::size_t count = name.texts.size();
    if (count >= least && longer[key] * 10 < count * 7) {
      std::string line = words;
      std::replace(line.begin(), line.end(), '\n', ' ');
      std::cout << code(language) << '\t' << symbol << '\t' << count << '\t' << line << '\t'
                << name.first->document << ' ' << name.first->clause << ' ' << name.first->note
                << '\n';
    }
  }
}

// What one text teaches: the works of each note, or of each clause, and the words before each mark.
struct Lesson {
  std::map<std::string, std::set<std::string>> works;  // of a place: "fn3", "op1"
  std::map<std::string, std::string> words;            // "pp1 fn3": before the mark; "op1": all
};
using Lessons = std::map<std::pair<Language, std::string>, Lesson>;

void lessons_of(const std::string& path, Lessons& lessons) {
  const std::string bytes = read_whole(path);
  const auto text = normalize(bytes);
  const auto documents = extract_text(path, bytes);
  if (!text || !documents) {
    return;
  }
  const std::vector<WorkText> works = segment(path, *text);
  for (std::size_t i = 0; i < works.size() && i < documents->size(); ++i) {
    const StoredDocument& document = (*documents)[i];
    if (!document.symbol) {
      continue;
    }
    Lesson& lesson = lessons[{document.language, document.symbol->canonical()}];
    for (const Mention& mention : document.mentions) {
      if (mention.target && mention.by != FoundBy::Name) {
        lesson.works[mention.place].insert(mention.target->canonical());
      }
    }
    for (const auto& [note, marks] : marks_of(works[i], *text)) {
      for (const Mark& mark : marks) {
        lesson.words[mark.clause + ' ' + note] += mark.before + '\n';
      }
    }
    for (const Paragraph& paragraph : works[i].paragraphs) {
      lesson.words[paragraph.place] += text_of(paragraph, text->lower) + '\n';
    }
  }
}

// Whether the words hold a form of the name, or where a year may stand in a list, the year.
bool holds(std::string_view words, const NameRow& row) {
  const bool spaced = row.language != Language::Chinese;
  const std::string text = without_breaks(words, spaced);
  const std::vector<std::string> forms = name_forms(row.name);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& printed) {
    const DatedName form = dated_name(fold_phrase(printed));
    const std::string& wanted = form.year.empty() ? form.head : form.year;
    return text.find(without_breaks(wanted, spaced)) != std::string::npos;
  });
}

enum class Verdict { Taught, ShortForm, NotTaught, TextAbsent };

bool gives(const Lesson& lesson, const std::string& place, std::string_view symbol) {
  const auto works = lesson.works.find(place.substr(place.rfind(' ') + 1));
  return works != lesson.works.end() && works->second.contains(std::string(symbol));
}

// Words that stand too far before a mark are not what it is set at.
constexpr std::size_t kNear = 400;

bool teaches(const Lesson& lesson, const std::string& place, const NameRow& row) {
  const auto words = lesson.words.find(place);
  if (words == lesson.words.end() || !gives(lesson, place, row.symbol)) {
    return false;
  }
  const std::string_view all = words->second;
  const bool far = place.find(' ') != std::string::npos && all.size() > kNear;
  return holds(far ? all.substr(all.size() - kNear) : all, row);
}

// Another text of the language that teaches the row, "" for none.
std::string other_teacher(const NameRow& row, const Lessons& lessons) {
  for (const auto& [text, lesson] : lessons) {
    if (text.first == row.language) {
      for (const auto& [place, words] : lesson.words) {
        if (place.find(' ') != std::string::npos && teaches(lesson, place, row)) {
          return text.second + ' ' + place;
        }
      }
    }
  }
  return "";
}

// "~" before the teacher marks a short form of the name that stands there: the note is checked
// alone.
Verdict verdict(const NameRow& row, const Lessons& lessons) {
  const bool short_form = row.taught_by.starts_with('~');
  const std::string teacher(row.taught_by.substr(short_form ? 1 : 0));
  const std::size_t clause = teacher.find(' ');
  const auto lesson = lessons.find({row.language, teacher.substr(0, clause)});
  if (lesson == lessons.end()) {
    return Verdict::TextAbsent;
  }
  const std::string place = teacher.substr(clause + 1);
  if (short_form) {
    return gives(lesson->second, place, row.symbol) ? Verdict::ShortForm : Verdict::NotTaught;
  }
  return teaches(lesson->second, place, row) ? Verdict::Taught : Verdict::NotTaught;
}

int check_rows(const Lessons& lessons) {
  std::map<Verdict, std::size_t> count;
  for (const NameRow& row : name_rows()) {
    if (row.symbol != "-") {
      const Verdict found = verdict(row, lessons);
      ++count[found];
      if (found == Verdict::NotTaught) {
        std::cout << "corpus/gazetteer.tsv:" << row.line << ": " << row.taught_by
                  << " does not teach '" << row.name << "'; " << other_teacher(row, lessons)
                  << " does\n";
      }
    }
  }
  std::cout << count[Verdict::Taught] << " rows are taught, " << count[Verdict::ShortForm]
            << " are short forms of what is taught, " << count[Verdict::NotTaught]
            << " are not, the teachers of " << count[Verdict::TextAbsent] << " were not given\n";
  return count[Verdict::NotTaught] == 0 ? 0 : 1;
}

}  // namespace
}  // namespace lineage::ingest

int main(int argc, char** argv) {
  using namespace lineage::ingest;
  std::size_t least = 3;
  bool check = false;
  std::vector<Anchor> anchors;
  Lessons lessons;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--check") {
      check = true;
    } else if (argument == "--least" && i + 1 < argc) {
      least = std::strtoul(argv[++i], nullptr, 10);
    } else {
      for (const auto& path : files_of(argument)) {
        check ? lessons_of(path.string(), lessons) : anchors_of(path.string(), anchors);
      }
    }
  }
  if (check) {
    return check_rows(lessons);
  }
  print_names(anchors, least);
}
