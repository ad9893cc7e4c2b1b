// The teacher of the gazetteer: what names do the notes of texts teach?
//
//     teach_names [--least N] PATH...
//
// An anchor is a note mark whose note begins with the symbol of one work and names no other: the
// words before the mark name that work. For each symbol the program prints the word runs that stand
// right before such marks in at least N texts (default 3), as long as they agree: language, symbol,
// number of texts, words, and a first teacher (document, clause and note). With `--check TABLE` it
// asks instead, for every row of a gazetteer whose teacher is among the texts, whether the named note
// gives the row's symbol and the paragraph with its mark holds the row's name before it; exit code 1
// tells that one does not.
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

#include "ingest/file_list.h"
#include "ingest/lexer.h"
#include "ingest/normalize.h"
#include "ingest/pipeline.h"
#include "ingest/segment.h"

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
      const auto mention =
          std::find_if(document.mentions.begin(), document.mentions.end(),
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

}  // namespace
}  // namespace lineage::ingest

int main(int argc, char** argv) {
  std::size_t least = 3;
  std::vector<lineage::ingest::Anchor> anchors;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--least" && i + 1 < argc) {
      least = std::strtoul(argv[++i], nullptr, 10);
      continue;
    }
    for (const auto& path : lineage::ingest::files_of(argument)) {
      lineage::ingest::anchors_of(path.string(), anchors);
    }
  }
  lineage::ingest::print_names(anchors, least);
}
