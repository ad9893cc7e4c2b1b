#include "ingest/names/body_years.h"

#include <algorithm>
#include <array>
#include <span>

#include "graph/ascii.h"
#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

// Folded words that may stand between a name and its years; "" for none.
struct Between {
  Language language;
  std::string_view words;
};
constexpr std::array kBehind{Between{Language::English, ""},
                             Between{Language::English, "("},
                             Between{Language::English, ", in its "},
                             Between{Language::French, "("},
                             Between{Language::French, "de "},
                             Between{Language::French, "entre "},
                             Between{Language::Spanish, "("},
                             Between{Language::Spanish, "de "},
                             Between{Language::Spanish, "para el periodo "},
                             Between{Language::Russian, ""},
                             Between{Language::Russian, "("},
                             Between{Language::Arabic, "للفترة "},
                             Between{Language::Arabic, "لعام "},
                             Between{Language::Arabic, "للأعوام "},
                             Between{Language::Arabic, "لأعوام "},
                             Between{Language::Chinese, ""}};
constexpr std::array kBefore{Between{Language::English, ""},
                             Between{Language::English, " report of the"},
                             Between{Language::English, " reports of the"},
                             Between{Language::English, " final report of the"},
                             Between{Language::English, " consensus reports of the"},
                             Between{Language::French, " par le"},
                             Between{Language::French, " du"},
                             Between{Language::French, " des"},
                             Between{Language::Spanish, " del"},
                             Between{Language::Spanish, " de los"},
                             Between{Language::Chinese, "年"}};

// A year of four digits at `at`, 0 for none.
int year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at + 4 < text.size() && is_digit(text[at + 4])) ||
      (at > 0 && is_digit(text[at - 1]))) {
    return 0;
  }
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!is_digit(text[i])) {
      return 0;
    }
    year = year * 10 + (text[i] - '0');
  }
  return year >= 1945 && year < 2200 ? year : 0;
}

// What may stand between two years of a list, folded; the hyphen makes a span.
constexpr std::array<std::string_view, 12> kJoins{"-",   ", ",   " and ", " et ", " y ", " и ",
                                                  " و ", "年、", "年和",  "、",   "年-", "年 "};

// The end of a join at `at`, `at` for none. A note's mark may stand behind a year: "2013² and".
std::size_t join_end(std::string_view text, std::size_t at, bool& hyphen) {
  if (at < text.size() && text[at] == kNoteMarkBegin) {
    at = std::min(text.find(kNoteMarkEnd, at), text.size() - 1) + 1;
  }
  for (const std::string_view join : kJoins) {
    if (text.substr(std::min(at, text.size())).starts_with(join)) {
      hyphen = join == "-" || join == "年-";
      return at + join.size();
    }
  }
  return at;
}

// The list that begins at `at` with a year.
NameYears list_at(std::string_view text, std::size_t at, std::size_t* end) {
  NameYears found;
  while (const int year = year_at(text, at)) {
    found.years.push_back(year);
    at += 4;
    *end = at;
    bool hyphen = false;
    const std::size_t next = join_end(text, at, hyphen);
    if (next == at) {
      break;
    }
    found.span = found.span || (hyphen && found.years.size() == 1 && year_at(text, next) != 0);
    at = next;
  }
  found.span = found.span && found.years.size() == 2;
  return found;
}

NameYears behind(std::string_view text, std::size_t end, Language language) {
  while (end < text.size() && is_folded_space(text[end])) {
    ++end;
  }
  for (const Between& row : kBehind) {
    const std::string folded = fold_phrase(row.words);
    if (row.language == language && text.substr(std::min(end, text.size())).starts_with(folded)) {
      std::size_t stop = 0;
      if (NameYears found = list_at(text, end + folded.size(), &stop); !found.years.empty()) {
        found.span = found.span || (row.words == "entre " && found.years.size() == 2);
        return found;
      }
    }
  }
  return {};
}

NameYears before(std::string_view text, std::size_t begin, Language language) {
  constexpr std::size_t kReach = 90;
  std::string_view lead = text.substr(0, begin);
  while (!lead.empty() && is_folded_space(lead.back())) {
    lead.remove_suffix(1);
  }
  NameYears best;
  for (const Between& row : kBefore) {
    const std::string folded = fold_phrase(row.words);
    if (row.language != language || !lead.ends_with(folded)) {
      continue;
    }
    const std::string_view list = lead.substr(0, lead.size() - folded.size());
    // The list that ends exactly there and begins first.
    for (std::size_t at = list.size() > kReach ? list.size() - kReach : 0; at + 4 <= list.size();
         ++at) {
      std::size_t stop = 0;
      NameYears found = list_at(list, at, &stop);
      if (!found.years.empty() && stop == list.size()) {
        best = std::move(found);
        break;
      }
    }
    if (best.span) {
      return best;
    }
  }
  return best;
}

}  // namespace

NameYears years_beside(std::string_view lower,
                       std::size_t begin,
                       std::size_t end,
                       Language language) {
  NameYears after = behind(lower, end, language);
  if (after.span) {
    return after;
  }
  NameYears ahead = before(lower, begin, language);
  if (ahead.span || after.years.empty()) {
    return ahead;
  }
  return after;
}

}  // namespace lineage::ingest
