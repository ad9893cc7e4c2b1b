#include "graph/frozen_graph.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>
#include <xxhash.h>

namespace lineage {
namespace {

constexpr std::string_view kMagic = "LnGrArr3";

// What the arrays begin with. Relations are kept as their places in the table, so arrays that were
// made with another table are not readable.
const std::string& header() {
  static const std::string header = [] {
    std::string text(kMagic);
    for (const RelationRow& row : relation_table()) {
      text.append(1, ' ').append(row.name);
    }
    return text + "\n";
  }();
  return header;
}
static_assert(std::endian::native == std::endian::little, "the arrays are kept low byte first");

template <typename Array>
void put(std::string& bytes, const Array& array) {
  static_assert(std::is_trivially_copyable_v<typename Array::value_type>);
  const std::uint64_t count = array.size();
  bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
  bytes.append(reinterpret_cast<const char*>(array.data()),
               array.size() * sizeof(typename Array::value_type));
}

// Takes an array off the front; false where there is not as much.
template <typename Array>
bool take(std::string_view& bytes, Array& array) {
  std::uint64_t count = 0;
  if (bytes.size() < sizeof count) {
    return false;
  }
  std::memcpy(&count, bytes.data(), sizeof count);
  bytes.remove_prefix(sizeof count);
  constexpr std::size_t kSize = sizeof(typename Array::value_type);
  if (count > bytes.size() / kSize) {
    return false;
  }
  array.resize(count);
  if (count > 0) {  // an empty array has no address to copy to
    std::memcpy(array.data(), bytes.data(), count * kSize);
  }
  bytes.remove_prefix(count * kSize);
  return true;
}

bool is_ascending(const std::vector<std::uint32_t>& begins, std::size_t works, std::size_t edges) {
  return begins.size() == works + 1 && begins.front() == 0 && begins.back() == edges &&
         std::is_sorted(begins.begin(), begins.end());
}

}  // namespace

FrozenGraph FrozenGraph::of(const LineageGraph& graph) {
  FrozenGraph frozen;
  const auto add_name = [&](const std::string& name) {
    const auto begin = static_cast<std::uint32_t>(frozen.letters_.size());
    frozen.letters_ += name;
    return Extent{begin, static_cast<std::uint32_t>(frozen.letters_.size())};
  };
  for (WorkId id = 0; id < graph.work_count(); ++id) {
    const Work& work = graph.work(id);
    frozen.names_.push_back(add_name(work.symbol().canonical()));
    frozen.by_name_.push_back({frozen.names_.back(), id});
    frozen.titles_.push_back(add_name(work.facts.title ? work.facts.title->value : std::string{}));
    for (const Symbol& alias : work.facts.aliases) {
      frozen.by_name_.push_back({add_name(alias.canonical()), id});
    }
    frozen.dates_.push_back(
        work.date ? work.date->year() * 10000 + work.date->month() * 100 + work.date->day() : 0);
    frozen.holdings_.push_back(static_cast<std::uint8_t>(work.holding));
    frozen.lists_.push_back(static_cast<std::uint8_t>(work.facts.list_status));
    frozen.out_begin_.push_back(static_cast<std::uint32_t>(frozen.targets_.size()));
    for (const EdgeId edge : graph.cites(id)) {
      frozen.targets_.push_back(graph.edge(edge).target);
      frozen.relations_.push_back(static_cast<std::uint8_t>(graph.edge(edge).relation));
    }
  }
  frozen.out_begin_.push_back(static_cast<std::uint32_t>(frozen.targets_.size()));
  std::sort(frozen.by_name_.begin(), frozen.by_name_.end(), [&](const Alias& a, const Alias& b) {
    return std::pair(frozen.letters(a.name), a.work) < std::pair(frozen.letters(b.name), b.work);
  });
  frozen.make_reverse();
  return frozen;
}

void FrozenGraph::make_reverse() {
  in_begin_.assign(work_count() + 1, 0);
  for (const WorkId target : targets_) {
    ++in_begin_[target + 1];
  }
  for (std::size_t i = 1; i < in_begin_.size(); ++i) {
    in_begin_[i] += in_begin_[i - 1];
  }
  sources_.resize(targets_.size());
  std::vector<std::uint32_t> next(in_begin_.begin(), in_begin_.end() - 1);
  for (WorkId source = 0; source < work_count(); ++source) {
    for (const WorkId target : cites(source)) {
      sources_[next[target]++] = source;
    }
  }
}

std::string FrozenGraph::bytes() const {
  std::string bytes(header());
  put(bytes, letters_);
  put(bytes, names_);
  put(bytes, titles_);
  put(bytes, by_name_);
  put(bytes, dates_);
  put(bytes, holdings_);
  put(bytes, lists_);
  put(bytes, out_begin_);
  put(bytes, targets_);
  put(bytes, relations_);
  put(bytes, in_begin_);
  put(bytes, sources_);
  return bytes;
}

std::string FrozenGraph::digest() const {
  const std::string all = bytes();
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(all.data(), all.size()));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

bool FrozenGraph::is_readable(std::string_view bytes) { return bytes.starts_with(header()); }

Result<FrozenGraph> FrozenGraph::read(std::string_view bytes) {
  FrozenGraph frozen;
  const bool known = is_readable(bytes);
  bytes.remove_prefix(known ? header().size() : 0);
  const bool whole = known && take(bytes, frozen.letters_) && take(bytes, frozen.names_) &&
                     take(bytes, frozen.titles_) && take(bytes, frozen.by_name_) &&
                     take(bytes, frozen.dates_) && take(bytes, frozen.holdings_) &&
                     take(bytes, frozen.lists_) && take(bytes, frozen.out_begin_) &&
                     take(bytes, frozen.targets_) && take(bytes, frozen.relations_) &&
                     take(bytes, frozen.in_begin_) && take(bytes, frozen.sources_) && bytes.empty();
  if (!whole || !frozen.is_sound()) {
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
  const auto is_work = [&](WorkId id) { return id < works; };
  const auto is_at_most = [](auto last) {
    return [last](std::uint8_t value) { return value <= static_cast<std::uint8_t>(last); };
  };
  return titles_.size() == works && dates_.size() == works && holdings_.size() == works &&
         lists_.size() == works && relations_.size() == targets_.size() &&
         sources_.size() == targets_.size() && is_ascending(out_begin_, works, targets_.size()) &&
         is_ascending(in_begin_, works, sources_.size()) &&
         std::all_of(holdings_.begin(), holdings_.end(), is_at_most(Holding::OnlyCited)) &&
         std::all_of(lists_.begin(), lists_.end(), is_at_most(ListStatus::Unknown)) &&
         std::all_of(relations_.begin(), relations_.end(),
                     is_at_most(relation_table().size() - 1)) &&
         std::all_of(names_.begin(), names_.end(), in_letters) &&
         std::all_of(titles_.begin(), titles_.end(), in_letters) &&
         std::all_of(by_name_.begin(), by_name_.end(),
                     [&](const Alias& a) { return in_letters(a.name) && is_work(a.work); }) &&
         std::all_of(targets_.begin(), targets_.end(), is_work) &&
         std::all_of(sources_.begin(), sources_.end(), is_work);
}

std::string_view FrozenGraph::name(WorkId id) const { return letters(names_[id]); }

std::string_view FrozenGraph::title(WorkId id) const { return letters(titles_[id]); }

std::optional<Date> FrozenGraph::date(WorkId id) const {
  const int day = dates_[id];
  return day == 0 ? std::nullopt : Date::of(day / 10000, day / 100 % 100, day % 100);
}

std::optional<WorkId> FrozenGraph::find(std::string_view canonical) const {
  const auto found = std::lower_bound(
      by_name_.begin(), by_name_.end(), canonical,
      [&](const Alias& alias, std::string_view name) { return letters(alias.name) < name; });
  return found != by_name_.end() && letters(found->name) == canonical ? std::optional(found->work)
                                                                      : std::nullopt;
}

std::span<const WorkId> FrozenGraph::cites(WorkId id) const {
  return std::span(targets_).subspan(out_begin_[id], out_begin_[id + 1] - out_begin_[id]);
}

std::span<const std::uint8_t> FrozenGraph::relations(WorkId id) const {
  return std::span(relations_).subspan(out_begin_[id], out_begin_[id + 1] - out_begin_[id]);
}

std::span<const WorkId> FrozenGraph::cited_by(WorkId id) const {
  return std::span(sources_).subspan(in_begin_[id], in_begin_[id + 1] - in_begin_[id]);
}

}  // namespace lineage
