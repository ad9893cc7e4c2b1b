// Doubles hostile texts and compares the CPU time of reading them: twice the text may take 2.5
// times as long, no more. Prints one line a text; exit 1 when one takes longer.
//
//   lineage_linear_bench [BYTES]   the size of the smaller text, 1,000,000 when it is not given
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "ingest/pipeline.h"
#include "ingest/text/source_text.h"

namespace {

using Maker = std::function<std::string(std::size_t)>;

struct Hostile {
  std::string_view name;
  Maker make;  // a text of about so many bytes
};

// A letter first: a text of signs alone is refused before it is read.
Maker repeated(std::string_view piece, std::string_view head = "Recalling ") {
  return [=](std::size_t bytes) {
    std::string text(head);
    while (text.size() < bytes) {
      text += piece;
    }
    return text;
  };
}

Maker numbered(std::string_view before,
               std::string_view after,
               std::string_view head = "Recalling ") {
  return [=](std::size_t bytes) {
    std::string text(head);
    for (std::size_t i = 1; text.size() < bytes; ++i) {
      text.append(before).append(std::to_string(i)).append(after);
    }
    return text;
  };
}

std::string nested(std::size_t bytes) {
  return "Recalling " + std::string(bytes / 2, '(') + std::string(bytes / 2, ')');
}

// Half of the bytes are marks, half the notes that they call.
std::string marks_and_notes(std::size_t bytes) {
  const std::string marks =
      numbered(" a report[^", "]", "The General Assembly,\n\nWelcoming")(bytes / 2);
  return marks + ",\n\n" + numbered("[^", "]: A/77/275.\n\n", "")(bytes / 2);
}

std::string sub_paragraphs(std::size_t bytes) {
  return repeated("(a) The report A/68/98;\n", "The General Assembly,\n\n1. Welcomes:\n\n")(bytes);
}

std::string works_and_back_references(std::size_t bytes) {
  return numbered("resolution 78/", " and that resolution, ", "Recalling ")(bytes);
}

const std::vector<Hostile>& hostile_texts() {
  static const std::vector<Hostile> texts{
      {"digits", repeated("1")},
      {"digits and spaces", repeated("1 ")},
      {"slashes", repeated("/")},
      {"numbers with slashes", repeated("53/")},
      {"brackets", repeated("[")},
      {"closing and opening brackets", repeated("](")},
      {"links", repeated("[a](b)")},
      {"unclosed links", repeated("[a](")},
      {"parentheses", repeated("(")},
      {"nested parentheses", nested},
      {"commas", repeated(",")},
      {"spaces", repeated(" ")},
      {"words and long spaces", repeated("of                                the ")},
      {"asterisks", repeated("*")},
      {"asterisks and letters", repeated("*a")},
      {"underscores", repeated("_a ")},
      {"number signs", repeated("#")},
      {"circumflexes", repeated("[^")},
      {"backslashes", repeated("\\")},
      {"hyphens", repeated("-")},
      {"letters", repeated("A ")},
      {"one word", repeated("a")},
      {"one capital word", repeated("A")},
      {"ranges of letters", repeated("53/70 A to Z, ")},
      {"ranges without a number", repeated("A to Z ")},
      {"list of numbers", numbered("78/", ", ", "Recalling resolutions ")},
      {"list with dates", numbered("78/", " of 4 December, ", "Recalling resolutions ")},
      {"list with sessions", numbered("", " (XXV), ", "Recalling resolutions ")},
      {"addenda", repeated(" and Add.1-60", "Recalling A/5455")},
      {"symbols", numbered("A/78/", " ", "Recalling ")},
      {"one long symbol", repeated("/A1", "Recalling A/78")},
      {"head nouns", repeated("resolution ")},
      {"its previous resolutions", repeated("its previous resolutions ")},
      {"that resolution", repeated("that resolution ")},
      {"works and that resolution", works_and_back_references},
      {"series and that resolution", repeated("resolution 53/70 that resolution ")},
      {"ibid.", repeated("ibid., ")},
      {"the Council", repeated("Council resolution 17/4 and ")},
      {"verbs", repeated("recalling, ")},
      {"phrases", repeated("pursuant to ")},
      {"adverbs", repeated("also ")},
      {"paragraphs of a work", repeated("paragraph 4 ")},
      {"sections", repeated("section VIII, ")},
      {"parts of two levels", repeated("53/70, section II, paragraph 5, of the ", "Recalling ")},
      {"articles", repeated("paragraph 4 of Article 2 ")},
      {"marks", repeated("\u00B9")},
      {"marks and words", repeated("report\u00B9 ")},
      {"marks and notes", marks_and_notes},
      {"notes", numbered("[^", "]: Ibid.\n\n", "The General Assembly,\n\n")},
      {"sub-paragraphs", sub_paragraphs},
      {"numbered paragraphs", numbered("\n", ". Decides;\n", "The General Assembly,\n\n")},
      {"short lines", repeated("a\n")},
      {"lines of capitals", repeated("A\n\nThe General Assembly,\n\n")},
      {"broken paragraphs",
       repeated("and so on\n\n[^1]: A/77/275.\n\n", "The General Assembly,\n\n1. Decides\n\n")},
      {"titles", repeated("78/16. Title\n\n")},
      {"many works", numbered("\n\n78/", ". Title\n\nThe General Assembly,\n\n1. Decides;\n", "")},
      {"annexes", repeated("Annex\n\n1. Text\n\n", "The General Assembly,\n\n1. Decides;\n\n")},
      {"blank lines", repeated("\n", "Recalling\n")},
      {"no-break spaces", repeated("\u00A0")},
      {"zero width spaces", repeated("\u200B")},
      {"soft hyphens", repeated("a\u00AD")},
      {"accents", repeated("e\u0301")},
      {"full-width digits", repeated("\uFF14\uFF13\uFF0F")},
      {"Chinese digits", repeated("三")},
      {"Chinese tens", repeated("十三")},
      {"Chinese signs", repeated("第")},
      {"Chinese numbers", numbered("第78/", "号、", "大会，\n\n回顾")},
      {"Chinese numbers without a head", numbered("第78/", "号决议", "回顾")},
      {"Chinese words", repeated("决议")},
      {"Chinese dates", repeated("1998年12月4日")},
      {"Arabic proclitics", repeated("و", "إذ تشير إلى قرارات الجمعية العامة ")},
      {"Arabic joiners", repeated("و ", "إذ تشير إلى قرارات الجمعية العامة ")},
      {"Arabic numbers", numbered("و43/", " ألف وباء ", "إذ تشير إلى قراراتها ")},
      {"Arabic sessions", repeated("دإ-", "إذ تشير إلى قرارات الجمعية العامة ")},
      {"Russian numbers", numbered("78/", " Н, ", "ссылаясь на резолюции ")},
      {"Russian heads", repeated("резолюции ")},
      {"French organs",
       repeated("résolution 1860 (2009) du Conseil de sécurité et ", "Rappelant ")},
  };
  return texts;
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The least of some runs: what else the machine does only adds.
double seconds(const std::string& text, int runs) {
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < runs; ++i) {
    const double begin = cpu_seconds();
    const auto documents = lineage::ingest::extract_text("x.txt", text);
    least = std::min(least, cpu_seconds() - begin);
  }
  return least;
}

struct Growth {
  double once = 0;
  double twice = 0;

  [[nodiscard]] double ratio() const { return twice / std::max(once, 1e-4); }
};

// So many bytes that twice as many are not refused for their lines.
std::size_t fitting(const Hostile& hostile, std::size_t bytes) {
  const std::string large = hostile.make(2 * bytes);
  const auto lines = static_cast<std::size_t>(std::count(large.begin(), large.end(), '\n'));
  constexpr std::size_t kMost = lineage::ingest::kMostLines;
  return lines > kMost ? bytes / (lines / kMost + 1) : bytes;
}

Growth growth(const Hostile& hostile, std::size_t wanted) {
  const std::size_t bytes = fitting(hostile, wanted);
  const std::string small = hostile.make(bytes);
  const std::string large = hostile.make(2 * bytes);
  Growth least{seconds(small, 1), seconds(large, 1)};
  for (int more = 0; more < 4 && (more < 2 || least.ratio() > 2.5); ++more) {
    least.once = std::min(least.once, seconds(small, 1 + more));
    least.twice = std::min(least.twice, seconds(large, 1 + more));
  }
  return least;
}

// The C library gives blocks of more than 32 MB back to the system at once, and the next run pays
// for every page again. The larger of two texts crosses that line and the smaller does not, which
// looked like growth by 3 on texts of nothing but mentions; with one rule for both it is 2.0.
void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory();
  const std::size_t bytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
  static_cast<void>(seconds("The General Assembly, recalling 大会 قرار резолюция", 1));
  int slow = 0;
  for (const Hostile& hostile : hostile_texts()) {
    const Growth found = growth(hostile, bytes);
    const bool linear = found.ratio() <= 2.5;
    slow += linear ? 0 : 1;
    std::printf("%-32s %8.1f ms %8.1f ms  x %.2f%s\n", std::string(hostile.name).c_str(),
                found.once * 1e3, found.twice * 1e3, found.ratio(), linear ? "" : "  NOT LINEAR");
    std::fflush(stdout);
  }
  return slow == 0 ? 0 : 1;
}
