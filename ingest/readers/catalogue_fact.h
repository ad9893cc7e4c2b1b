// How a fact of a catalogue is read; apart from catalogue_reader.h because it needs the whole of
// the JSON library. Private to the catalogue's reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "ingest/readers/catalogue_reader.h"

namespace lineage::ingest {

template <typename ReadValue>
auto CatalogueReader::fact(const json& owner,
                           const std::string& owner_path,
                           std::string_view key,
                           ReadValue read)
    -> std::optional<
        Sourced<typename decltype(read(std::declval<const json&>(), std::string()))::value_type>> {
  using Value = typename decltype(read(std::declval<const json&>(), std::string()))::value_type;
  const json* member = find(owner, key);
  if (member == nullptr) {
    return std::nullopt;
  }
  const std::string path = below(owner_path, key);
  if (!is_object(*member, path)) {
    return std::nullopt;
  }
  only(*member, path, {"value", "sources", "status", "note"});
  check_text(*member, path, "note");
  const json* value = find(*member, "value");
  if (value == nullptr) {
    refuse(below(path, "value"), "missing, leave out the whole fact when it is not known");
    return std::nullopt;
  }
  std::optional<Value> content = read(*value, below(path, "value"));
  std::vector<std::string> sources = source_ids(*member, path);
  if (sources.empty()) {
    refuse(below(path, "sources"), "missing, each fact names a source");
  }
  add_status(*member, path, sources);
  if (!content) {
    return std::nullopt;
  }
  return Sourced<Value>{*std::move(content), std::move(sources)};
}

}  // namespace lineage::ingest
