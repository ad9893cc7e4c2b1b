#include "graph/frozen_graph.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>
#include <xxhash.h>

namespace lineage {
namespace {

constexpr std::string_view kMagic = "LnGrArr4";
constexpr std::size_t kAlignment = 8;  // where each array begins

std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

// What a block begins with. Relations are kept as their places in the table, so a block that was
// made with another table is not readable.
const std::string& header() {
  static const std::string header = [] {
    std::string text(kMagic);
    for (const RelationRow& row : relation_table()) {
      text.append(1, ' ').append(row.name);
    }
    text += '\n';
    text.resize(aligned(text.size()));
    return text;
  }();
  return header;
}
static_assert(std::endian::native == std::endian::little, "numbers are kept low byte first");

// Writes the count of an array, the array, and zeros up to the place where the next one begins.
template <typename Array>
void put(std::string& bytes, const Array& array) {
  using Item = std::remove_cv_t<typename Array::value_type>;
  static_assert(std::is_trivially_copyable_v<Item> && alignof(Item) <= kAlignment);
  static_assert(std::has_unique_object_representations_v<Item>, "a hole would hold any byte");
  const std::uint64_t count = array.size();
  bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
  bytes.append(reinterpret_cast<const char*>(array.data()), array.size() * sizeof(Item));
  bytes.resize(aligned(bytes.size()));
}

// An edge has a hole behind its relation, which is written as zeros.
void put(std::string& bytes, std::span<const Edge> edges) {
  const std::uint64_t count = edges.size();
  bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
  for (const Edge& edge : edges) {
    std::array<char, sizeof(Edge)> item{};
    std::memcpy(item.data() + offsetof(Edge, source), &edge.source, sizeof edge.source);
    std::memcpy(item.data() + offsetof(Edge, target), &edge.target, sizeof edge.target);
    std::memcpy(item.data() + offsetof(Edge, relation), &edge.relation, sizeof edge.relation);
    bytes.append(item.data(), item.size());
  }
  bytes.resize(aligned(bytes.size()));
}

// Finds an array at the front, where it stays; false where there is not as much.
template <typename Item>
bool take(std::string_view& bytes, std::span<const Item>& array) {
  std::uint64_t count = 0;
  if (bytes.size() < sizeof count) {
    return false;
  }
  std::memcpy(&count, bytes.data(), sizeof count);
  bytes.remove_prefix(sizeof count);
  if (count > bytes.size() / sizeof(Item) || aligned(count * sizeof(Item)) > bytes.size()) {
    return false;
  }
  array = {reinterpret_cast<const Item*>(bytes.data()), count};
  bytes.remove_prefix(aligned(count * sizeof(Item)));
  return true;
}

bool take(std::string_view& bytes, std::string_view& letters) {
  std::span<const char> array;
  const bool taken = take(bytes, array);
  letters = {array.data(), array.size()};
  return taken;
}

bool are_begins(std::span<const std::uint32_t> begins, std::size_t works, std::size_t edges) {
  return begins.size() == works + 1 && begins.front() == 0 && begins.back() == edges &&
         std::ranges::is_sorted(begins);
}

bool are_edges(const EdgeLists& edges, std::size_t works) {
  const std::size_t count = edges.all.size();
  if (!are_begins(edges.out_begin, works, count) || !are_begins(edges.in_begin, works, count) ||
      edges.in.size() != count) {
    return false;
  }
  for (WorkId work = 0; work < works; ++work) {
    for (std::uint32_t id = edges.out_begin[work]; id < edges.out_begin[work + 1]; ++id) {
      const Edge& edge = edges.all[id];
      if (edge.source != work || edge.target >= works ||
          static_cast<std::size_t>(edge.relation) >= relation_table().size()) {
        return false;
      }
    }
    for (std::uint32_t at = edges.in_begin[work]; at < edges.in_begin[work + 1]; ++at) {
      if (edges.in[at] >= count || edges.all[edges.in[at]].target != work) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

// What a block is made of, before it is one.
struct FrozenGraph::Columns {
  std::string letters;
  std::vector<Extent> names;
  std::vector<Extent> titles;
  std::vector<Alias> by_name;
  std::vector<std::int32_t> dates;
  std::vector<std::uint8_t> holdings;
  std::vector<std::uint8_t> lists;

  Extent add(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(letters.size());
    letters += text;
    return {begin, static_cast<std::uint32_t>(letters.size())};
  }
  void add(WorkId id, const Work& work) {
    names.push_back(add(work.symbol().canonical()));
    by_name.push_back({names.back(), id});
    titles.push_back(add(work.facts.title ? work.facts.title->value : std::string{}));
    for (const Symbol& alias : work.facts.aliases) {
      by_name.push_back({add(alias.canonical()), id});
    }
    dates.push_back(
        work.date ? work.date->year() * 10000 + work.date->month() * 100 + work.date->day() : 0);
    holdings.push_back(static_cast<std::uint8_t>(work.holding));
    lists.push_back(static_cast<std::uint8_t>(work.facts.list_status));
  }
  void sort_names() {
    const auto key = [&](const Alias& a) {
      return std::pair(std::string_view(letters).substr(a.name.begin, a.name.end - a.name.begin),
                       a.work);
    };
    std::ranges::sort(by_name, {}, key);
  }
};

FrozenGraph FrozenGraph::of(const LineageGraph& graph) {
  Columns columns;
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    columns.add(id, graph.work(id));
  }
  columns.sort_names();
  std::string bytes(header());
  put(bytes, columns.letters);
  put(bytes, columns.names);
  put(bytes, columns.titles);
  put(bytes, columns.by_name);
  put(bytes, columns.dates);
  put(bytes, columns.holdings);
  put(bytes, columns.lists);
  put(bytes, graph.lists_.all);
  put(bytes, graph.lists_.out_begin);
  put(bytes, graph.lists_.in);
  put(bytes, graph.lists_.in_begin);
  FrozenGraph frozen;
  frozen.block_ = Block::of_size(bytes.size());
  std::ranges::copy(std::as_bytes(std::span(bytes)), frozen.block_.data.get());
  static_cast<void>(frozen.find_arrays());
  return frozen;
}

bool FrozenGraph::find_arrays() {
  std::string_view bytes = block_.text();
  if (!is_readable(bytes)) {
    return false;
  }
  bytes.remove_prefix(header().size());
  return take(bytes, letters_) && take(bytes, names_) && take(bytes, titles_) &&
         take(bytes, by_name_) && take(bytes, dates_) && take(bytes, holdings_) &&
         take(bytes, lists_) && take(bytes, edges_.all) && take(bytes, edges_.out_begin) &&
         take(bytes, edges_.in) && take(bytes, edges_.in_begin) && bytes.empty();
}

std::string FrozenGraph::digest() const {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes().data(), bytes().size()));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

bool FrozenGraph::is_readable(std::string_view bytes) { return bytes.starts_with(header()); }

Result<FrozenGraph> FrozenGraph::read(Block block) {
  FrozenGraph frozen;
  frozen.block_ = std::move(block);
  if (!frozen.find_arrays() || !frozen.is_sound()) {
    return failure(ErrorCode::Malformed,
                   "the arrays of the kept graph are damaged; ingest the texts once more");
  }
  return frozen;
}

bool FrozenGraph::is_sound() const {
  const std::size_t works = names_.size();
  const auto in_letters = [&](const Extent& name) {
    return name.begin <= name.end && name.end <= letters_.size();
  };
  const auto is_at_most = [](auto last) {
    return [last](std::uint8_t value) { return value <= static_cast<std::uint8_t>(last); };
  };
  return titles_.size() == works && dates_.size() == works && holdings_.size() == works &&
         lists_.size() == works && are_edges(edges_, works) &&
         std::ranges::all_of(holdings_, is_at_most(Holding::OnlyCited)) &&
         std::ranges::all_of(lists_, is_at_most(ListStatus::Unknown)) &&
         std::ranges::all_of(names_, in_letters) && std::ranges::all_of(titles_, in_letters) &&
         std::ranges::all_of(by_name_,
                             [&](const Alias& a) { return in_letters(a.name) && a.work < works; });
}

std::optional<Date> FrozenGraph::date(WorkId id) const {
  const int day = dates_[id];
  return day == 0 ? std::nullopt : Date::of(day / 10000, day / 100 % 100, day % 100);
}

std::optional<WorkId> FrozenGraph::find(std::string_view canonical) const {
  const auto found = std::ranges::lower_bound(
      by_name_, canonical, {}, [&](const Alias& alias) { return letters(alias.name); });
  return found != by_name_.end() && letters(found->name) == canonical ? std::optional(found->work)
                                                                      : std::nullopt;
}

}  // namespace lineage
