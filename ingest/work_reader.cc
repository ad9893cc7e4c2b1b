#include "ingest/work_reader.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ingest/grammar/scan.h"
#include "ingest/names/first_look.h"
#include "ingest/names/named_organs.h"
#include "ingest/names/settle_names.h"
#include "ingest/resolver/resolve.h"
#include "ingest/segments/lines.h"
#include "ingest/segments/note_marks.h"
#include "ingest/segments/paragraph_text.h"
#include "ingest/segments/plain_marks.h"
#include "ingest/text/as_read.h"
#include "ingest/words/search_words.h"

namespace lineage::ingest {
namespace {

bool is_scanned(ParagraphKind kind) {
  return kind != ParagraphKind::Opening && kind != ParagraphKind::Closing;
}

bool is_body(ParagraphKind kind) { return is_scanned(kind) && kind != ParagraphKind::Note; }

// "[on the report of the First Committee (A/78/404, para. 14)]".
// The Council prints its own document's symbol there: "[S/4460]".
void take_header_relation(Mention& mention, const std::optional<Organ>& organ) {
  if (organ == Organ::SecurityCouncil) {
    mention.relation = Relation::Cites;
  } else if (mention.kind == WorkKind::Draft) {
    mention.relation = Relation::AdoptedFromDraft;
  } else if (mention.kind == WorkKind::Report) {
    mention.relation = Relation::AdoptedOnReport;
  }
}

// What a paragraph holds, as far as it was read, and where its records belong.
struct Reading {
  const Paragraph& paragraph;
  const ParagraphText& text;
  const ParagraphScan& found;
  const std::string& clause;
  const std::string& inherited_verb;
};

class WorkReader {
 public:
  WorkReader(std::string_view name,
             std::string_view bytes,
             const NormalizedText& text,
             const WorkText& work)
      : as_read_(bytes, text), text_(text), work_(work) {
    document_.file = name;
    document_.language = work.language;
    document_.symbol = work.symbol;
    document_.title = work.title;
    document_.date = work.date;
    context_.document = work.symbol;
    context_.organ = work.organ;
    context_.date = work.date;
    context_.named_last = [this](bool commission) { return organs_.last(commission); };
  }
  WorkReader(const WorkReader&) = delete;
  WorkReader& operator=(const WorkReader&) = delete;
  ~WorkReader() = default;

  StoredDocument run(Clauses clauses) {
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (is_body(paragraph.kind)) {
        body(paragraph);
      }
      if (clauses == Clauses::Keep) {
        store_clause(paragraph);
      }
    }
    add_plain_marks();
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.kind == ParagraphKind::Note) {
        note(paragraph);
      }
    }
    if (named_) {
      settle_names(document_.mentions);
    }
    sort_mentions();
    return std::move(document_);
  }

 private:
  [[nodiscard]] ParagraphText text_of(const Paragraph& paragraph) const {
    return {paragraph, text_, work_.language};
  }

  // Into text order: most texts have their notes at the end, and nothing is to be done.
  void sort_mentions() {
    const auto before = [](const Mention& a, const Mention& b) { return a.begin < b.begin; };
    std::vector<Mention>& mentions = document_.mentions;
    if (!std::is_sorted(mentions.begin(), mentions.end(), before)) {
      std::stable_sort(mentions.begin(), mentions.end(), before);
    }
  }

  void store_clause(const Paragraph& paragraph) {
    StoredClause clause;
    clause.place = paragraph.place;
    clause.text = as_read_.whole(paragraph);
    clause.begin = text_.offsets.begin_of(paragraph.pieces.front().begin);
    clause.end = text_.offsets.end_of(paragraph.pieces.back().end);
    const ParagraphText text = text_of(paragraph);
    clause.words = search_words(text.input().lower);
    if (is_body(paragraph.kind)) {
      const Governing lead = scan(text.input(), text.lexicon(), paragraph.kind, {}).lead;
      clause.act = lead.relation;
      clause.verb = as_read_.words(paragraph, lead.verb);
    }
    document_.clauses.push_back(std::move(clause));
  }

  // Nothing where no number of a work and no name of one can stand. A name is read wherever it
  // stands: it announces itself.
  static std::optional<ParagraphScan> scan_for_works(const Paragraph& paragraph,
                                                     const ParagraphText& text,
                                                     const auto& inherited) {
    const LexerInput& input = text.input();
    const std::size_t from = marker_of(input.text).length;
    const auto [names, last_trigger] = first_look(input, text.language(), from);
    const std::size_t reach =
        names.empty() ? last_trigger : std::max<std::size_t>(last_trigger, names.back().end);
    if (reach == 0) {
      return std::nullopt;
    }
    return scan(input, text.lexicon(), paragraph.kind, inherited(), reach, names);
  }

  void body(const Paragraph& paragraph) {
    const ParagraphText text = text_of(paragraph);
    const auto found =
        scan_for_works(paragraph, text, [&] { return paragraph.inherits ? lead() : Governing{}; });
    if (!found) {
      return leave_unread(paragraph);
    }
    for (const ScannedMark& mark : found->marks) {
      marks_.add({mark.number, paragraph.place, mark.governing.relation,
                  verb(paragraph, mark.governing, lead_verb_)});
    }
    record({paragraph, text, *found, paragraph.place, lead_verb_});
    if (!found->whole) {
      return leave_unread(paragraph);
    }
    if (!paragraph.inherits) {
      take_lead(paragraph, found->lead);
    }
    if (!found->councils.empty()) {
      organs_.add(found->councils);
    }
  }

  // What a paragraph says beyond its citations is read when somebody asks for it.
  void leave_unread(const Paragraph& paragraph) {
    organs_.add_unread(paragraph);
    if (!paragraph.inherits) {
      unread_lead_ = &paragraph;
    }
  }

  [[nodiscard]] ParagraphScan read_whole(const Paragraph& paragraph) const {
    const ParagraphText text = text_of(paragraph);
    return scan(text.input(), text.lexicon(), paragraph.kind, {});
  }

  // The verb that governs the sub-paragraphs at hand.
  Governing lead() {
    if (unread_lead_ != nullptr) {
      const Paragraph& paragraph = *std::exchange(unread_lead_, nullptr);
      take_lead(paragraph, read_whole(paragraph).lead);
    }
    Governing inherited = lead_;
    inherited.inherited = true;
    return inherited;
  }

  void take_lead(const Paragraph& paragraph, const Governing& lead) {
    unread_lead_ = nullptr;
    lead_ = lead;
    lead_verb_ = as_read_.words(paragraph, lead.verb);
  }

  void note(const Paragraph& paragraph) {
    const ParagraphText text = text_of(paragraph);
    const MarkPlace mark = marks_.take(paragraph.note);
    const ParagraphScan found = scan_for_works(paragraph, text, [&] {
                                  return Governing{mark.relation, {}, true};
                                }).value_or(ParagraphScan{});
    const std::size_t before = document_.mentions.size();
    record({paragraph, text, found, mark.place.empty() ? paragraph.place : mark.place, mark.verb});
    context_.previous_note.clear();
    for (std::size_t i = before; i < document_.mentions.size(); ++i) {
      const Mention& mention = document_.mentions[i];
      if (mention.target && mention.by != FoundBy::Name) {  // "ibid." is a document of a number
        context_.previous_note.push_back(*mention.target);
      }
    }
  }

  // Marks that a scan printed as plain digits: looked for where the notes begin with such, and the
  // verb in force there is that of the words before. Each number once, and few of them, so that a
  // text made of numbers costs no more than another.
  void add_plain_marks() {
    constexpr std::size_t kMost = 64;
    std::set<std::uint32_t> wanted;
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.plain_note && wanted.size() < kMost) {
        wanted.insert(paragraph.note);
      }
    }
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (wanted.empty()) {
        return;
      }
      if (is_body(paragraph.kind)) {
        take_plain_marks(paragraph, wanted);
      }
    }
  }

  void take_plain_marks(const Paragraph& paragraph, std::set<std::uint32_t>& wanted) {
    const ParagraphText text = text_of(paragraph);
    const LexerInput& input = text.input();
    for (const PlainMark& mark : plain_marks(input, text.lexicon(), wanted)) {
      if (wanted.erase(mark.number) == 0) {
        continue;
      }
      const LexerInput before(input.text.substr(0, mark.at), input.lower.substr(0, mark.at));
      const Governing governing = scan(before, text.lexicon(), paragraph.kind, {}).lead;
      marks_.add(
          {mark.number, paragraph.place, governing.relation, verb(paragraph, governing, {})});
    }
  }

  [[nodiscard]] std::string verb(const Paragraph& paragraph,
                                 const Governing& governing,
                                 const std::string& inherited) const {
    return governing.inherited ? inherited : as_read_.words(paragraph, governing.verb);
  }

  // The header of 57/270 B may print 57/270, or 57/270 A-B.
  [[nodiscard]] bool is_own_number(const Mention& mention, ParagraphKind kind) const {
    if (!mention.target || !work_.symbol) {
      return false;
    }
    const Symbol& target = *mention.target;
    if (target == *work_.symbol) {
      return true;
    }
    if (kind != ParagraphKind::Header && kind != ParagraphKind::Title) {
      return false;
    }
    const auto whole = work_.symbol->whole();
    return whole && (target == *whole || target.whole() == whole);
  }

  void record(const Reading& reading) {
    const Paragraph& paragraph = reading.paragraph;
    // "that resolution" at the start of a paragraph is the one of the paragraph above, if it is
    // one.
    const bool above = recent_from_ != nullptr && recent_from_ + 1 == &paragraph;
    if (!above || context_.recent.size() != 1 || paragraph.kind == ParagraphKind::Note) {
      context_.recent.clear();
    }
    context_.right_to_left = reading.text.language() == Language::Arabic;
    make_room(reading.found.mentions.size());
    bool own = false;
    for (const ScannedMention& scanned : reading.found.mentions) {
      Mention mention = resolve(scanned, reading.text.input().text, context_);
      if (is_citation(mention, scanned, paragraph)) {
        place(mention, reading, scanned);
        remember(mention, paragraph, own);
        document_.mentions.push_back(std::move(mention));
      }
    }
    for (const ScannedMention& scanned : reading.found.names) {
      Mention mention = resolve(scanned, reading.text.input().text, context_);
      if (!is_own_number(mention, paragraph.kind)) {
        place(mention, reading, scanned);
        document_.mentions.push_back(std::move(mention));
        named_ = true;
      }
    }
  }

  // "resolution 5" of anybody is no number of a work, and a text's own number is no citation.
  [[nodiscard]] bool is_citation(const Mention& mention,
                                 const ScannedMention& scanned,
                                 const Paragraph& paragraph) const {
    const bool bare_number = scanned.form.form == Form::Number &&
                             mention.status == MentionStatus::Unresolved &&
                             scanned.owner != Owner::Named;
    const bool opens_title = paragraph.kind == ParagraphKind::Title && scanned.symbol.begin == 0;
    return !bare_number && !opens_title && !is_own_number(mention, paragraph.kind);
  }

  // Where the mention stands and what governs it.
  void place(Mention& mention, const Reading& reading, const ScannedMention& scanned) const {
    const Paragraph& paragraph = reading.paragraph;
    mention.document = work_.symbol;
    mention.file = document_.file;
    mention.language = reading.text.language();
    mention.place = paragraph.place;
    mention.clause = reading.clause;
    const auto [begin, end] = as_read_.bytes_of(paragraph, scanned.symbol);
    mention.begin = begin;
    mention.end = end;
    mention.quote = as_read_.quote(paragraph, scanned.quote);
    mention.verb = verb(paragraph, scanned.governing, reading.inherited_verb);
    if (paragraph.kind == ParagraphKind::Header) {
      take_header_relation(mention, work_.organ);
    }
    if (mention.relation == Relation::Cites) {
      mention.verb.clear();
    }
  }

  // A mention has some 400 bytes: growing over and over inside one paragraph touches twice the
  // memory, which is what a text of nothing but mentions spends its time on.
  void make_room(std::size_t more) {
    std::vector<Mention>& mentions = document_.mentions;
    const std::size_t wanted = mentions.size() + more;
    if (wanted > mentions.capacity()) {
      mentions.reserve(std::max(wanted, 2 * mentions.capacity()));
    }
  }

  // What "that resolution" may mean, and whose a later number without an organ may be. `own`: the
  // paragraph has named a work before.
  void remember(const Mention& mention, const Paragraph& paragraph, bool& own) {
    if (!mention.target) {
      return;
    }
    if (!std::exchange(own, true)) {
      context_.recent.clear();
      recent_from_ = &paragraph;
    }
    remember_recent(*mention.target);
    constexpr std::size_t kSettled = 256;
    if (mention.target->organ() != Organ::GeneralAssembly &&
        mention.target->kind() == WorkKind::Resolution && context_.settled.size() < kSettled) {
      context_.settled.push_back(*mention.target);
    }
  }

  // Each work once, the last ones of a longer list. A paragraph of ten thousand works that says
  // "that resolution" ten thousand times takes no longer than another.
  void remember_recent(const Symbol& work) {
    constexpr std::size_t kRemembered = 64;
    std::vector<Symbol>& recent = context_.recent;
    if (std::find(recent.begin(), recent.end(), work) != recent.end()) {
      return;
    }
    if (recent.size() == kRemembered) {
      recent.erase(recent.begin());
    }
    recent.push_back(work);
  }

  AsRead as_read_;
  const NormalizedText& text_;
  const WorkText& work_;
  StoredDocument document_;
  ResolveContext context_;
  const Paragraph* recent_from_ = nullptr;  // where the works of context_.recent stand
  NamedOrgans organs_{
      [this](const Paragraph& paragraph) { return read_whole(paragraph).councils; }};
  NoteMarks marks_;
  bool named_ = false;  // a document is mentioned by its name
  Governing lead_;
  std::string lead_verb_;
  const Paragraph* unread_lead_ = nullptr;  // whose verb `lead_` should be, once it is read
};

}  // namespace

StoredDocument read_work(std::string_view name,
                         std::string_view bytes,
                         const NormalizedText& text,
                         const WorkText& work,
                         Clauses clauses) {
  return WorkReader(name, bytes, text, work).run(clauses);
}

}  // namespace lineage::ingest
