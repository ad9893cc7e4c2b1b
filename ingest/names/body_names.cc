#include "ingest/names/body_names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "graph/ascii.h"
#include "ingest/names/body_table.h"
#include "ingest/names/body_years.h"
#include "ingest/segments/paragraph_text.h"

namespace lineage::ingest {
namespace {

// A name in a paragraph, in bytes of its folded text.
struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
  const BodyName* name = nullptr;
};

// A byte that belongs to a word: a letter, a digit, or part of a character that is not ASCII.
bool is_word_byte(char c) {
  return is_alpha(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Where the name ends in the text when it stands at `at`, nothing when it does not. White space of
// the name is any white space; Chinese has it anywhere.
std::optional<std::size_t> end_of(std::string_view text,
                                  std::size_t at,
                                  std::string_view name,
                                  bool spaced) {
  for (const char c : name) {
    if (c == ' ' || !spaced) {
      const std::size_t before = at;
      while (at < text.size() && is_folded_space(text[at])) {
        ++at;
      }
      if (c == ' ') {
        if (at == before) {
          return std::nullopt;
        }
        continue;
      }
    }
    if (at >= text.size() || text[at] != c) {
      return std::nullopt;
    }
    ++at;
  }
  return at;
}

bool is_whole(std::string_view text, std::size_t begin, std::size_t end, bool spaced) {
  return !spaced || ((begin == 0 || !is_word_byte(text[begin - 1])) &&
                     (end >= text.size() || !is_word_byte(text[end])));
}

// Words behind a name without its subject that give it another one: "working group on ammunition".
bool has_other_subject(std::string_view text, std::size_t end, Language language) {
  constexpr std::pair<Language, std::string_view> kRows[] = {
      {Language::English, " on "},    {Language::English, " to consider"},
      {Language::French, " sur "},    {Language::French, " charge"},
      {Language::Spanish, " sobre "}, {Language::Spanish, " encargado"},
      {Language::Russian, " по "},    {Language::Arabic, " المعني"}};
  return std::ranges::any_of(kRows, [&](const auto& row) {
    return row.first == language &&
           text.substr(std::min(end, text.size())).starts_with(fold_phrase(row.second));
  });
}

// All names at their places, the longest at each, none within another.
std::vector<Hit> hits_in(std::string_view text, Language language) {
  const bool spaced = language != Language::Chinese;
  std::vector<Hit> found;
  for (const BodyName& name : body_names(language)) {
    const std::string_view words = name.words;
    // The first word finds the places; the rest may be broken by a line's end.
    const std::string_view first = spaced ? words.substr(0, words.find(' '))
                                          : words.substr(0, std::min<std::size_t>(6, words.size()));
    for (std::size_t at = text.find(first); at != std::string_view::npos;
         at = text.find(first, at + 1)) {
      const auto end = end_of(text, at, words, spaced);
      const bool taken = std::ranges::any_of(
          found, [&](const Hit& hit) { return end && at < hit.end && hit.begin < *end; });
      if (end && !taken && is_whole(text, at, *end, spaced)) {
        found.push_back({at, *end, &name});
      }
    }
  }
  std::ranges::sort(found, {}, &Hit::begin);
  return found;
}

class Namer {
 public:
  Namer(std::string_view bytes,
        const NormalizedText& text,
        const WorkText& work,
        const StoredDocument& document)
      : bytes_(bytes), text_(text), work_(work), document_(document) {}

  BodyNames run() {
    if (!teaches()) {
      return {};
    }
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.kind != ParagraphKind::Header && paragraph.kind != ParagraphKind::Closing) {
        read(paragraph);
      }
    }
    return std::move(found_);
  }

 private:
  // Whether a body is named by its subject anywhere: else no shorter name means it.
  bool teaches() {
    for (const Paragraph& paragraph : work_.paragraphs) {
      const std::string lower = text_of(paragraph, text_.lower);
      for (const Hit& hit : hits_in(lower, document_.language)) {
        const BodyNameKind kind = hit.name->kind;
        if (kind == BodyNameKind::Full || kind == BodyNameKind::Subject) {
          taught_.insert(hit.name->family);
        }
      }
    }
    return !taught_.empty();
  }

  void read(const Paragraph& paragraph) {
    const std::string lower = text_of(paragraph, text_.lower);
    for (const Hit& hit : hits_in(lower, document_.language)) {
      read(paragraph, lower, hit);
    }
  }

  void read(const Paragraph& paragraph, const std::string& lower, const Hit& hit) {
    const BodyName& name = *hit.name;
    if (name.kind == BodyNameKind::None) {
      const Mention place = mention_at(paragraph, hit);
      found_.findings.push_back(
          {"no-body", place.place, place.begin, place.end, std::nullopt, std::nullopt});
      return;
    }
    const bool bare = name.kind == BodyNameKind::Family || name.kind == BodyNameKind::Short;
    if (bare &&
        (!is_of_subject(lower, hit) || has_other_subject(lower, hit.end, document_.language))) {
      return;
    }
    FoundBy by = FoundBy::Name;
    const std::vector<std::size_t> bodies = bodies_of(lower, hit, by);
    if (bodies.empty()) {
      if (name.kind != BodyNameKind::Short) {
        add_ambiguous(paragraph, hit);
      }
      return;
    }
    last_[name.family] = bodies;
    for (const std::size_t body : bodies) {
      Mention mention = mention_at(paragraph, hit);
      mention.target = family(name).bodies[body].body;
      mention.by = by;
      found_.mentions.push_back(std::move(mention));
    }
  }

  // A bare name is one of the subject where the text names a body of its family by the subject, or
  // another body of the table and beside this one years that fit.
  bool is_of_subject(std::string_view lower, const Hit& hit) const {
    const std::size_t family = hit.name->family;
    return taught_.contains(family) || last_.contains(family) || !by_years(lower, hit).empty();
  }

  static const BodyFamily& family(const BodyName& name) { return body_families()[name.family]; }

  // Which of the family are meant; none where nothing says it.
  std::vector<std::size_t> bodies_of(std::string_view lower, const Hit& hit, FoundBy& by) const {
    const BodyName& name = *hit.name;
    if (name.kind == BodyNameKind::Full) {
      return {name.body};
    }
    const std::vector<BodyInstance>& bodies = family(name).bodies;
    if (std::vector<std::size_t> dated = by_years(lower, hit); !dated.empty()) {
      return dated;
    }
    if (const auto act = by_act(lower, hit)) {
      return {*act};
    }
    by = FoundBy::BackReference;
    if (const auto last = last_.find(name.family); last != last_.end()) {
      return last->second;
    }
    return bodies.size() == 1 && name.kind != BodyNameKind::Short ? std::vector<std::size_t>{0}
                                                                  : std::vector<std::size_t>{};
  }

  // The body whose span the years are, whose last year one is, or in whose span alone it lies.
  std::vector<std::size_t> by_years(std::string_view lower, const Hit& hit) const {
    const NameYears beside = years_beside(lower, hit.begin, hit.end, document_.language);
    const std::vector<BodyInstance>& bodies = family(*hit.name).bodies;
    std::vector<std::size_t> found;
    const auto add = [&](auto fits) {
      std::vector<std::size_t> fitting;
      for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (fits(bodies[i])) {
          fitting.push_back(i);
        }
      }
      const bool one = fitting.size() == 1;
      if (one && std::ranges::count(found, fitting.front()) == 0) {
        found.push_back(fitting.front());
      }
      return one;
    };
    if (beside.span) {
      add([&](const BodyInstance& body) {
        return body.first == beside.years.front() && body.last == beside.years.back();
      });
      return found;
    }
    for (const int year : beside.years) {
      if (!add([&](const BodyInstance& body) { return body.last == year; })) {
        add([&](const BodyInstance& body) { return body.first <= year && year <= body.last; });
      }
    }
    return found;
  }

  // "established pursuant to resolution 73/266", some words behind the name.
  std::optional<std::size_t> by_act(std::string_view lower, const Hit& hit) const {
    constexpr std::size_t kReach = 160;
    const std::string_view rest = lower.substr(hit.end, kReach);
    const std::string_view clause = rest.substr(0, rest.find(';'));
    const std::vector<BodyInstance>& bodies = family(*hit.name).bodies;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      const std::string& act = bodies[i].act;
      const std::size_t at = act.empty() ? std::string_view::npos : clause.find(act);
      const std::size_t end = at + act.size();
      if (at != std::string_view::npos && (at == 0 || !is_digit(clause[at - 1])) &&
          (end >= clause.size() || !is_digit(clause[end]))) {
        return i;
      }
    }
    return std::nullopt;
  }

  void add_ambiguous(const Paragraph& paragraph, const Hit& hit) {
    Mention mention = mention_at(paragraph, hit);
    mention.status = MentionStatus::Ambiguous;
    mention.by = FoundBy::Name;
    for (const BodyInstance& body : family(*hit.name).bodies) {
      mention.candidates.push_back(body.body);
    }
    found_.mentions.push_back(std::move(mention));
  }

  [[nodiscard]] Mention mention_at(const Paragraph& paragraph, const Hit& hit) const {
    Mention mention;
    mention.document = document_.symbol;
    mention.file = document_.file;
    mention.language = document_.language;
    mention.kind = WorkKind::Body;
    mention.relation = Relation::Names;
    mention.place = paragraph.place;
    mention.clause = paragraph.place;
    mention.begin = text_.offsets.begin_of(folded_place(paragraph, hit.begin));
    mention.end = text_.offsets.end_of(folded_place(paragraph, hit.end - 1) + 1);
    mention.end = std::max(mention.end, mention.begin);
    mention.quote = bytes_.substr(mention.begin, mention.end - mention.begin);
    return mention;
  }

  std::string_view bytes_;
  const NormalizedText& text_;
  const WorkText& work_;
  const StoredDocument& document_;
  std::set<std::size_t> taught_;                          // families
  std::map<std::size_t, std::vector<std::size_t>> last_;  // by family: named last
  BodyNames found_;
};

}  // namespace

BodyNames bodies_named(std::string_view bytes,
                       const NormalizedText& text,
                       const WorkText& work,
                       const StoredDocument& document) {
  return Namer(bytes, text, work, document).run();
}

}  // namespace lineage::ingest
