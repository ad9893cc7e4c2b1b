#include "ingest/names/first_look.h"

#include <array>
#include <bit>
#include <cstdint>

#include "ingest/text/bytes.h"
#include "ingest/words/beginnings.h"
#include "ingest/words/triggers.h"

namespace lineage::ingest {
namespace {

Beginnings made_for(Language language) {
  Beginnings beginnings;
  for (const std::string& word : Lexicon::of(language).announcers()) {
    beginnings.add(word, Beginnings::kAnnouncer);
  }
  for (const std::string& word : Lexicon::of(language).references()) {
    beginnings.add(word, Beginnings::kReference);
  }
  for (const std::string& name : NameFinder::of(language).beginnings()) {
    beginnings.add(name, Beginnings::kName);
  }
  return beginnings;
}

template <Language kLanguage>
const Beginnings& made_once() {
  static const Beginnings beginnings = made_for(kLanguage);
  return beginnings;
}

const Beginnings& beginnings_of(Language language) {
  switch (language) {
    case Language::Arabic:
      return made_once<Language::Arabic>();
    case Language::Chinese:
      return made_once<Language::Chinese>();
    case Language::French:
      return made_once<Language::French>();
    case Language::Russian:
      return made_once<Language::Russian>();
    case Language::Spanish:
      return made_once<Language::Spanish>();
    case Language::English:
      break;
  }
  return made_once<Language::English>();
}

}  // namespace

// A word begins behind a byte of none, a name behind a byte that ends one: signs and white space.
// A bit for each, 64 bytes at once.
FirstLook first_look(const LexerInput& input, Language language, std::size_t from) {
  const Lexicon& lexicon = Lexicon::of(language);
  const NameFinder& finder = NameFinder::of(language);
  const std::string_view lower = input.lower;
  FirstLook look;
  if (!lexicon.spaced()) {
    look.names = finder.find(lower, from);
    look.reach = last_trigger(input, lexicon, from);
    return look;
  }
  const Beginnings& beginnings = beginnings_of(language);
  WordsMet met{{}, false};
  std::uint64_t word_before = 0;  // the byte before the block belongs to a word
  std::uint64_t end_before = 1;   // it ends one
  for (std::size_t block = from; block < lower.size(); block += WordBits::kBytes) {
    const std::uint64_t words = WordBits::at(lower, block);
    const std::uint64_t ends = NameFinder::ends_at(lower, block);
    const std::uint64_t word_starts = words & ~(words << 1 | word_before);
    const std::uint64_t name_starts = finder.starts(ends, end_before);
    word_before = words >> 63;
    end_before = ends >> 63;
    for (std::uint64_t starts = word_starts | name_starts; starts != 0; starts &= starts - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(starts));
      const std::size_t at = block + bit;
      const std::uint8_t what = at < lower.size() ? beginnings.at(lower, at) : std::uint8_t{0};
      if (what == 0) {
        continue;
      }
      met.references = met.references || (what & Beginnings::kReference) != 0;
      if ((what & Beginnings::kName) != 0 && (name_starts >> bit & 1) != 0) {
        finder.take_word_at(lower, at, look.names);
      }
      if ((what & Beginnings::kAnnouncer) != 0 && (word_starts >> bit & 1) != 0) {
        met.announcers.push_back(static_cast<std::uint32_t>(at));
      }
    }
  }
  look.reach = last_trigger(input, lexicon, from, met);
  return look;
}

}  // namespace lineage::ingest
