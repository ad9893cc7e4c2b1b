// Documents that texts know by name: "the 2030 Agenda for Sustainable Development" is A/RES/70/1.
// The table is corpus/gazetteer.tsv, taken into the program by the build; docs/gazetteer.md
// explains it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/language.h"
#include "graph/symbol.h"
#include "ingest/text/bytes.h"

namespace lineage::ingest {

// A row of the table. All views are of the program's own copy of it.
struct NameRow {
  std::size_t line = 0;  // in the table, from 1
  Language language = Language::English;
  std::string_view name;       // as it prints: "[report|reports] of ...", "{2015} report of ..."
  std::string_view symbol;     // "-" for a longer name that holds a known one and is another work's
  std::string_view taught_by;  // "A/RES/77/1 pp3 fn1": text, clause and note; "-" without a symbol
};

// The rows, in the order of the table.
[[nodiscard]] std::span<const NameRow> name_rows();

// The row that makes `words`, found in a text of the language, a name of the work; null for none. A
// bare year ("2010" of "the 2010 and 2013 reports of ...") is a name too. Cost: all rows.
[[nodiscard]] const NameRow* row_of_name(Language language,
                                         std::string_view words,
                                         const Symbol& work);

// A name in a folded paragraph, and the works that it may mean: more than one where it fits
// several.
struct FoundName {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::span<const Symbol> works;
};

// The names of one language, ready to be found. Built once a language, shared by all threads.
class NameFinder {
 public:
  [[nodiscard]] static const NameFinder& of(Language language);

  // The names in the folded lower-case text at or behind `from`, the longest at each place, in text
  // order; none lies in another. Cost: linear.
  [[nodiscard]] std::vector<FoundName> find(std::string_view lower, std::size_t from) const;

  // For a caller that walks over the words of a text for more than names, where words are set
  // apart. How the names begin, letters that are glued to their fronts included.
  [[nodiscard]] std::vector<std::string> beginnings() const;
  // A bit for each of 64 bytes that ends a word, and of these the places where a name may begin;
  // `before` is one where the byte before them ends a word.
  [[nodiscard]] static std::uint64_t ends_at(std::string_view lower, std::size_t begin) {
    return WordBits::bits_at(lower, begin, [](Block bytes) { return BlockMask(bytes < '0'); });
  }
  [[nodiscard]] std::uint64_t starts(std::uint64_t ends, std::uint64_t before) const {
    return (ends << 1 | before) & (begins_with_sign_ ? ~std::uint64_t{0} : ~ends);
  }
  // Adds the longest name at such a place, if there is one behind those found before.
  void take_word_at(std::string_view lower, std::size_t at, std::vector<FoundName>& found) const;

 private:
  // A name with the places of alternatives chosen. Where a year stands in it, `head` is what stands
  // before the year and `tail` what stands behind.
  struct Form {
    std::string head;
    std::string tail;
    bool dated = false;
    std::vector<std::uint16_t> years;  // of `works`, where dated
    std::vector<Symbol> works;
  };
  struct Match {
    const Form* form = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<FoundName> years;  // of a list: "2010, 2013 and 2015"
  };

  explicit NameFinder(Language language);
  void add(const NameRow& row);
  void add_form(std::string_view name, const std::optional<Symbol>& work);
  void index();
  [[nodiscard]] static std::string_view anchor_of(const Form& form) {
    return form.head.empty() ? form.tail : form.head;
  }
  [[nodiscard]] std::uint32_t slot(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool used(std::uint32_t slot) const {
    return (used_[slot / 64] >> (slot % 64) & 1) != 0;
  }
  void find_at_words(std::string_view lower, std::size_t from, std::vector<FoundName>& found) const;
  [[nodiscard]] static std::uint64_t followers_of(std::string_view begin);
  [[nodiscard]] bool may_go_on(std::uint32_t slot, std::string_view lower, std::size_t at) const;
  void take_at(std::string_view lower, std::size_t at, std::vector<FoundName>& found) const;
  [[nodiscard]] Match longest_at(std::string_view lower, std::size_t at) const;
  [[nodiscard]] Match match(const Form& form,
                            std::string_view lower,
                            std::size_t begin,
                            std::size_t end) const;
  [[nodiscard]] static std::vector<FoundName> names_of_years(const Form& form,
                                                             std::string_view lower,
                                                             const std::vector<std::size_t>& years,
                                                             std::size_t begin,
                                                             std::size_t end);
  [[nodiscard]] bool ends_word(std::string_view lower, std::size_t end) const;

  static constexpr std::uint32_t kSlots = 8192;
  Language language_;
  bool spaced_;
  std::deque<Form> forms_;
  std::unordered_map<std::string, std::size_t> by_text_;  // while the finder is built
  // A form at a word's start, or behind letters that are glued to its front: "و", "ال".
  struct Entry {
    const Form* form;
    std::string_view front;  // of the lexicon
  };
  std::vector<Entry> by_slot_;
  std::vector<std::uint16_t> slot_begin_;          // kSlots + 1
  std::array<std::uint64_t, kSlots / 64> used_{};  // a bit for each slot with a form
  std::vector<std::uint64_t> followers_;  // of a slot: by what stands behind the first word
  bool begins_with_sign_ = false;         // a name that begins with no letter or digit
};

}  // namespace lineage::ingest
