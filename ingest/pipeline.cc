#include "ingest/pipeline.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "ingest/as_read.h"
#include "ingest/detect_language.h"
#include "ingest/gazetteer.h"
#include "ingest/grammar/scan.h"
#include "ingest/lines.h"
#include "ingest/normalize.h"
#include "ingest/plain_marks.h"
#include "ingest/read_source.h"
#include "ingest/resolve.h"
#include "ingest/search_words.h"
#include "ingest/segment.h"
#include "ingest/settle_names.h"
#include "ingest/source_text.h"
#include "ingest/triggers.h"
#include "ingest/witness.h"

namespace lineage::ingest {
namespace {

bool is_scanned(ParagraphKind kind) {
  return kind != ParagraphKind::Opening && kind != ParagraphKind::Closing;
}

// A note mark in the body: where it stands, and the verb in force there.
struct MarkPlace {
  std::uint32_t number = 0;
  std::string place;
  Relation relation = Relation::Cites;
  std::string verb;
};

// Takes one work's paragraphs to records.
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
    context_.named_last = [this](bool commission) { return named_last(commission); };
  }
  WorkReader(const WorkReader&) = delete;
  WorkReader& operator=(const WorkReader&) = delete;
  ~WorkReader() = default;

  StoredDocument run(Clauses clauses) {
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.kind != ParagraphKind::Note && is_scanned(paragraph.kind)) {
        body(paragraph);
      }
      if (clauses == Clauses::Keep) {
        store_clause(paragraph);
      }
    }
    add_plain_marks();
    index_marks();
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
  // Into text order: most texts have their notes at the end, and nothing is to be done.
  void sort_mentions() {
    const auto before = [](const Mention& a, const Mention& b) { return a.begin < b.begin; };
    std::vector<Mention>& mentions = document_.mentions;
    if (!std::is_sorted(mentions.begin(), mentions.end(), before)) {
      std::stable_sort(mentions.begin(), mentions.end(), before);
    }
  }

  void store_clause(const Paragraph& paragraph) {
    const std::size_t begin = text_.offsets.begin_of(paragraph.pieces.front().begin);
    const std::size_t end = text_.offsets.end_of(paragraph.pieces.back().end);
    StoredClause clause;
    clause.place = paragraph.place;
    clause.text = as_read_.whole(paragraph);
    clause.begin = begin;
    clause.end = end;
    Joined joined;
    join(paragraph, joined);
    clause.words = search_words(joined.lower);
    if (is_scanned(paragraph.kind) && paragraph.kind != ParagraphKind::Note) {
      const Governing lead = read_whole(paragraph).lead;
      clause.act = lead.relation;
      clause.verb = as_read_.words(paragraph, lead.verb);
    }
    document_.clauses.push_back(std::move(clause));
  }

  [[nodiscard]] const Lexicon& lexicon_for(std::string_view lower, Language& language) const {
    language = work_.language;
    // Notes full of abbreviations are too short to tell by.
    if (lower.size() > 200) {
      language = detect_language(lower, kEnoughForParagraph).value_or(work_.language);
    }
    return Lexicon::of(language);
  }

  // The text of a paragraph, joined in strings of its own where a page breaks it.
  struct Joined {
    std::string own_text;
    std::string own_lower;
    std::string_view text;
    std::string_view lower;
  };
  void join(const Paragraph& paragraph, Joined& joined) const {
    if (paragraph.pieces.size() == 1) {
      const auto [begin, end] = paragraph.pieces.front();
      joined.text = std::string_view(text_.text).substr(begin, end - begin);
      joined.lower = std::string_view(text_.lower).substr(begin, end - begin);
      return;
    }
    joined.own_text = text_of(paragraph, text_.text);
    joined.own_lower = text_of(paragraph, text_.lower);
    joined.text = joined.own_text;
    joined.lower = joined.own_lower;
  }

  void body(const Paragraph& paragraph) {
    Joined joined;
    join(paragraph, joined);
    const LexerInput input(joined.text, joined.lower);
    Language language = work_.language;
    const Lexicon& lexicon = lexicon_for(input.lower, language);
    const std::size_t from = marker_of(input.text).length;
    const std::vector<FoundName> names = NameFinder::of(language).find(input.lower, from);
    const std::size_t reach = reach_of(names, last_trigger(input, lexicon, from));
    if (reach == 0) {
      return leave_unread(paragraph);
    }
    Governing inherited;
    if (paragraph.inherits) {
      read_lead();
      inherited = lead_;
      inherited.inherited = true;
    }
    const ParagraphScan found = scan(input, lexicon, paragraph.kind, inherited, reach, names);
    for (const ScannedMark& mark : found.marks) {
      marks_.push_back({mark.number, paragraph.place, mark.governing.relation,
                        verb(paragraph, mark.governing, lead_verb_)});
    }
    record(paragraph, paragraph.place, input.text, found, language, lead_verb_);
    if (!found.whole) {
      return leave_unread(paragraph);
    }
    if (!paragraph.inherits) {
      take_lead(paragraph, found);
    }
    if (!found.councils.empty()) {
      unread_.push_back({nullptr, found.councils});
    }
  }

  // A name is read wherever it stands: it announces itself.
  static std::size_t reach_of(std::span<const FoundName> names, std::size_t trigger) {
    return names.empty() ? trigger : std::max<std::size_t>(trigger, names.back().end);
  }

  // What a paragraph says beyond its citations is read when somebody asks for it.
  void leave_unread(const Paragraph& paragraph) {
    unread_.push_back({&paragraph, {}});
    if (!paragraph.inherits) {
      unread_lead_ = &paragraph;
    }
  }

  [[nodiscard]] ParagraphScan read_whole(const Paragraph& paragraph) const {
    Joined joined;
    join(paragraph, joined);
    const LexerInput input(joined.text, joined.lower);
    Language language = work_.language;
    return scan(input, lexicon_for(input.lower, language), paragraph.kind, {});
  }

  // The verb that governs the sub-paragraphs at hand.
  void read_lead() {
    if (unread_lead_ != nullptr) {
      const Paragraph& paragraph = *std::exchange(unread_lead_, nullptr);
      take_lead(paragraph, read_whole(paragraph));
    }
  }

  void take_lead(const Paragraph& paragraph, const ParagraphScan& found) {
    unread_lead_ = nullptr;
    lead_ = found.lead;
    lead_verb_ = as_read_.words(paragraph, found.lead.verb);
  }

  // The council, or the commission, that the paragraphs before name last in full. Looks back no
  // further than that, and reads no paragraph twice.
  std::optional<Organ> named_last(bool commission) {
    NamedOrgan& known = commission ? commission_ : council_;
    std::size_t i = unread_.size();
    while (i > known.read_to) {
      Unread& unread = unread_[--i];
      if (unread.paragraph != nullptr) {
        unread.councils = read_whole(*std::exchange(unread.paragraph, nullptr)).councils;
      }
      const auto& named = unread.councils;
      const auto last = std::find_if(named.rbegin(), named.rend(), [&](Organ organ) {
        return organ != Organ::GeneralAssembly && is_commission(organ) == commission;
      });
      if (last != named.rend()) {
        known.organ = *last;
        break;
      }
    }
    known.read_to = unread_.size();
    return known.organ;
  }

  static bool is_commission(Organ organ) {
    return organ >= Organ::CommissionOnHumanRights && organ <= Organ::CommissionOnTheStatusOfWomen;
  }

  // A note belongs to the clause where its mark stands, and the verb there governs it.
  void note(const Paragraph& paragraph) {
    Joined joined;
    join(paragraph, joined);
    const LexerInput input(joined.text, joined.lower);
    Language language = work_.language;
    const Lexicon& lexicon = lexicon_for(input.lower, language);
    MarkPlace mark = mark_of(paragraph.note);
    Governing governing{mark.relation, {}, true};
    const std::size_t from = marker_of(input.text).length;
    const std::vector<FoundName> names = NameFinder::of(language).find(input.lower, from);
    const std::size_t reach = reach_of(names, last_trigger(input, lexicon, from));
    const ParagraphScan found = reach == 0
                                    ? ParagraphScan{}
                                    : scan(input, lexicon, paragraph.kind, governing, reach, names);
    const std::size_t before = document_.mentions.size();
    record(paragraph, mark.place.empty() ? paragraph.place : mark.place, input.text, found,
           language, mark.verb);
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
      if (is_scanned(paragraph.kind) && paragraph.kind != ParagraphKind::Note) {
        take_plain_marks(paragraph, wanted);
      }
    }
  }

  void take_plain_marks(const Paragraph& paragraph, std::set<std::uint32_t>& wanted) {
    Joined joined;
    join(paragraph, joined);
    const LexerInput input(joined.text, joined.lower);
    Language language = work_.language;
    const Lexicon& lexicon = lexicon_for(input.lower, language);
    for (const PlainMark& mark : plain_marks(input, lexicon, wanted)) {
      if (wanted.erase(mark.number) == 0) {
        continue;
      }
      const LexerInput before(input.text.substr(0, mark.at), input.lower.substr(0, mark.at));
      const Governing governing = scan(before, lexicon, paragraph.kind, {}).lead;
      marks_.push_back(
          {mark.number, paragraph.place, governing.relation, verb(paragraph, governing, {})});
    }
  }

  // Each note takes the first mark of its number that no other note took.
  MarkPlace mark_of(std::uint32_t number) {
    const auto known = marks_by_number_.find(number);
    if (known == marks_by_number_.end() || known->second.empty()) {
      return {};
    }
    const std::size_t first = known->second.back();
    known->second.pop_back();
    return marks_[first];
  }

  // A hundred thousand notes and as many marks are a real session's volume.
  void index_marks() {
    for (std::size_t i = marks_.size(); i-- > 0;) {
      marks_by_number_[marks_[i].number].push_back(i);
    }
  }

  [[nodiscard]] std::string verb(const Paragraph& paragraph,
                                 const Governing& governing,
                                 const std::string& inherited) const {
    return governing.inherited ? inherited : as_read_.words(paragraph, governing.verb);
  }

  // The header of 57/270 B may print 57/270, or 57/270 A-B.
  [[nodiscard]] bool is_own_number(const Symbol& target, ParagraphKind kind) const {
    const bool heading = kind == ParagraphKind::Header || kind == ParagraphKind::Title;
    return work_.symbol && (target == *work_.symbol || (heading && work_.symbol->whole() &&
                                                        (target == *work_.symbol->whole() ||
                                                         target.whole() == work_.symbol->whole())));
  }

  void record(const Paragraph& paragraph,
              const std::string& clause,
              std::string_view words,
              const ParagraphScan& found,
              Language language,
              const std::string& inherited_verb) {
    // "that resolution" at the start of a paragraph is the one of the paragraph above, if it is
    // one.
    const bool above = recent_from_ != nullptr && recent_from_ + 1 == &paragraph;
    if (!above || context_.recent.size() != 1 || paragraph.kind == ParagraphKind::Note) {
      context_.recent.clear();
    }
    make_room(found.mentions.size());
    bool own = false;
    for (const ScannedMention& scanned : found.mentions) {
      context_.right_to_left = language == Language::Arabic;
      Mention mention = resolve(scanned, words, context_);
      if (scanned.form.form == Form::Number && mention.status == MentionStatus::Unresolved &&
          scanned.owner != Owner::Named) {
        continue;  // "resolution 5" of anybody: no number of a work
      }
      const bool opens_title = paragraph.kind == ParagraphKind::Title && scanned.symbol.begin == 0;
      if (opens_title || (mention.target && is_own_number(*mention.target, paragraph.kind))) {
        continue;  // a text's own number is no citation
      }
      place(mention, paragraph, clause, scanned, language, inherited_verb);
      if (mention.target) {
        if (!std::exchange(own, true)) {
          context_.recent.clear();
          recent_from_ = &paragraph;
        }
        remember(*mention.target);
        if (mention.target->organ() != Organ::GeneralAssembly &&
            mention.target->kind() == WorkKind::Resolution && context_.settled.size() < 256) {
          context_.settled.push_back(*mention.target);
        }
      }
      document_.mentions.push_back(std::move(mention));
    }
    for (const ScannedMention& scanned : found.names) {
      Mention mention = resolve(scanned, words, context_);
      if (!mention.target || !is_own_number(*mention.target, paragraph.kind)) {
        place(mention, paragraph, clause, scanned, language, inherited_verb);
        document_.mentions.push_back(std::move(mention));
        named_ = true;
      }
    }
  }

  // Where the mention stands and what governs it.
  void place(Mention& mention,
             const Paragraph& paragraph,
             const std::string& clause,
             const ScannedMention& scanned,
             Language language,
             const std::string& inherited_verb) const {
    mention.document = work_.symbol;
    mention.file = document_.file;
    mention.language = language;
    mention.place = paragraph.place;
    mention.clause = clause;
    const auto [begin, end] = as_read_.bytes_of(paragraph, scanned.symbol);
    mention.begin = begin;
    mention.end = end;
    mention.quote = as_read_.quote(paragraph, scanned.quote);
    mention.verb = verb(paragraph, scanned.governing, inherited_verb);
    if (paragraph.kind == ParagraphKind::Header) {
      header_relation(mention, work_.organ);
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

  // What "that resolution" may mean: each work once, the last ones of a longer list. A paragraph of
  // ten thousand works that says it ten thousand times takes no longer than another.
  void remember(const Symbol& work) {
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

  // "[on the report of the First Committee (A/78/404, para. 14)]".
  // The Council prints its own document's symbol there: "[S/4460]".
  static void header_relation(Mention& mention, const std::optional<Organ>& organ) {
    if (organ == Organ::SecurityCouncil) {
      mention.relation = Relation::Cites;
      mention.verb.clear();
      return;
    }
    if (mention.kind == WorkKind::Draft) {
      mention.relation = Relation::AdoptedFromDraft;
    } else if (mention.kind == WorkKind::Report) {
      mention.relation = Relation::AdoptedOnReport;
    }
  }

  AsRead as_read_;
  const NormalizedText& text_;
  const WorkText& work_;
  StoredDocument document_;
  const Paragraph* recent_from_ = nullptr;  // where the works of context_.recent stand
  ResolveContext context_;
  std::vector<MarkPlace> marks_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> marks_by_number_;  // last one first
  bool named_ = false;  // a document is mentioned by its name
  Governing lead_;
  std::string lead_verb_;
  const Paragraph* unread_lead_ = nullptr;  // whose verb `lead_` should be, once it is read
  struct Unread {
    const Paragraph* paragraph;  // nullptr: it was read, and named these
    std::vector<Organ> councils;
  };
  std::vector<Unread> unread_;  // in text order
  struct NamedOrgan {
    std::optional<Organ> organ;
    std::size_t read_to = 0;  // `organ` takes in this many of `unread_`
  };
  NamedOrgan council_;
  NamedOrgan commission_;
};

// What the format states fills what the words leave open.
void take_stated(const StatedFacts& stated, WorkText& work) {
  if (!work.symbol) {
    work.symbol = stated.symbol;
  }
  if (!stated.symbol || work.symbol != stated.symbol) {
    return;  // of another work in the same file
  }
  if (!work.date) {
    work.date = stated.date;
  }
  if (work.title.empty()) {
    work.title = stated.title;
  }
}

void add_sketch(StoredDocument& document) {
  std::vector<std::string_view> words;
  words.reserve(document.clauses.size());
  for (const StoredClause& clause : document.clauses) {
    words.emplace_back(clause.words);
  }
  document.sketch = sketch_of(words);
}

}  // namespace

Result<std::vector<StoredDocument>> extract_document(const SourceDocument& source,
                                                     Clauses clauses) {
  if (auto checked = check_text(source.text); !checked) {
    return tl::unexpected<Error>(named_error(source.name, checked.error()));
  }
  auto text = normalize(source.text);
  if (!text) {
    return tl::unexpected<Error>(named_error(source.name, text.error()));
  }
  // A symbol that somebody states goes before one that the file's name may hold.
  const std::string named =
      source.stated.symbol ? source.stated.symbol->file_stem() + ".txt" : source.name;
  std::vector<StoredDocument> documents;
  for (WorkText& work : segment(named, *text)) {
    take_stated(source.stated, work);
    documents.push_back(WorkReader(source.name, source.text, *text, work).run(clauses));
    if (clauses == Clauses::Keep) {
      add_sketch(documents.back());
    }
  }
  if (documents.empty()) {  // no-break spaces, byte-order marks, bidi controls
    return tl::unexpected<Error>(named_error(
        source.name,
        {ErrorCode::Malformed, "the file holds nothing that can be seen: it is not a text"}));
  }
  hear_witnesses(source.links, documents);
  take_editor_verbs(source.paragraphs, documents);
  return documents;
}

Result<std::vector<StoredDocument>> extract_text(std::string_view name,
                                                 std::string_view bytes,
                                                 Clauses clauses) {
  SourceDocument source;
  source.name = name;
  source.format = "text";
  source.text = bytes;
  auto documents = extract_document(source, clauses);
  if (documents) {
    for (StoredDocument& document : *documents) {
      document.content_hash = content_hash(bytes);
    }
  }
  return documents;
}

Result<Extraction> extract_bytes(const std::string& name, std::string_view bytes, Clauses clauses) {
  const auto content = read_content(name, bytes);
  if (!content) {
    return tl::unexpected<Error>(content.error());
  }
  if (!content->document) {
    return tl::unexpected<Error>(
        named_error(name, {ErrorCode::Unsupported,
                           "it is a catalogue and holds no text: take it into a store with "
                           "'lineage ingest'"}));
  }
  auto documents = extract_document(*content->document, clauses);
  if (!documents) {
    return tl::unexpected<Error>(documents.error());
  }
  const std::string hash = content_hash(bytes);
  for (StoredDocument& document : *documents) {
    document.content_hash = hash;
  }
  return Extraction{std::move(*documents), {}};
}

Result<Extraction> extract_file(const std::filesystem::path& path, Clauses clauses) {
  Extraction all;
  read_source_files(path, [&](const SourceFile& file) {
    auto found =
        file.bytes
            ? extract_bytes(file.name, *file.bytes, clauses)
            : Result<Extraction>(tl::unexpected<Error>(named_error(file.name, file.bytes.error())));
    if (found) {
      std::move(found->documents.begin(), found->documents.end(),
                std::back_inserter(all.documents));
    } else {
      all.skipped.push_back(found.error());
    }
    return true;
  });
  if (all.documents.empty()) {
    return tl::unexpected<Error>(
        all.skipped.empty() ? named_error(path.generic_string(),
                                          {ErrorCode::Malformed, "the archive holds no file"})
                            : all.skipped.front());
  }
  return all;
}

}  // namespace lineage::ingest
