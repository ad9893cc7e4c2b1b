#include "apps/configuration.h"

#include <array>
#include <filesystem>
#include <functional>
#include <limits>
#include <vector>

#include <toml++/toml.h>

#include "analysis/suggest.h"
#include "apps/answers/phrases.h"
#include "ingest/text/source_text.h"

namespace lineage::cli {
namespace {

using ingest::FetchSettings;

struct Key {
  std::string_view name;
  std::string_view takes;  // for the message
  bool (*set)(FetchSettings& settings, const toml::node& value);
};

bool set_text(std::string& to, const toml::node& value) {
  const auto text = value.value<std::string>();
  if (!text || text->empty() || text->find_first_of("\r\n") != std::string::npos) {
    return false;
  }
  to = *text;
  return true;
}

template <typename Duration>
bool set_time(Duration& to, const toml::node& value, double least) {
  constexpr double kMost = 86400;
  const auto seconds = value.value<double>();
  if (!seconds || !(*seconds >= least && *seconds <= kMost)) {
    return false;
  }
  to = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(*seconds));
  return true;
}

template <typename Number>
bool set_number(Number& to, const toml::node& value, std::int64_t most) {
  const auto number = value.value<std::int64_t>();
  if (!number || *number < 1 || *number > most) {
    return false;
  }
  to = static_cast<Number>(*number);
  return true;
}

bool set_hosts(FetchSettings& settings, const toml::node& value) {
  const toml::array* list = value.as_array();
  if (list == nullptr || list->empty()) {
    return false;
  }
  settings.hosts.clear();
  for (const toml::node& host : *list) {
    if (!set_text(settings.hosts.emplace_back(), host)) {
      return false;
    }
  }
  return true;
}

// The rows of a format that the file names take the place of all rows of that format.
bool set_endpoints(FetchSettings& settings, const toml::node& value) {
  const toml::array* list = value.as_array();
  if (list == nullptr) {
    return false;
  }
  std::vector<ingest::Endpoint> rows;
  for (const toml::node& node : *list) {
    const toml::table* table = node.as_table();
    ingest::Endpoint row;
    if (table == nullptr || table->size() != 2 || !table->contains("format") ||
        !table->contains("address") || !set_text(row.format, *table->get("format")) ||
        !set_text(row.address, *table->get("address"))) {
      return false;
    }
    rows.push_back(std::move(row));
  }
  for (const ingest::Endpoint& row : rows) {
    std::erase_if(settings.endpoints,
                  [&](const ingest::Endpoint& old) { return old.format == row.format; });
  }
  settings.endpoints.insert(settings.endpoints.end(), rows.begin(), rows.end());
  return true;
}

constexpr std::int64_t kMostBytes = std::int64_t{1} << 30;

constexpr std::array<Key, 11> kKeys{{
    {"agent", "a text", [](FetchSettings& s, const toml::node& v) { return set_text(s.agent, v); }},
    {"hosts", "a list of host names", set_hosts},
    {"certificates", "the name of a PEM file",
     [](FetchSettings& s, const toml::node& v) { return set_text(s.certificates, v); }},
    {"pause", "seconds from 0 to 86400",
     [](FetchSettings& s, const toml::node& v) { return set_time(s.pause, v, 0); }},
    {"longest-wait", "seconds from 0 to 86400",
     [](FetchSettings& s, const toml::node& v) { return set_time(s.longest_wait, v, 0); }},
    {"connect", "seconds from 1 to 86400",
     [](FetchSettings& s, const toml::node& v) { return set_time(s.connect, v, 1); }},
    {"silence", "seconds from 1 to 86400",
     [](FetchSettings& s, const toml::node& v) { return set_time(s.silence, v, 1); }},
    {"whole", "seconds from 1 to 86400",
     [](FetchSettings& s, const toml::node& v) { return set_time(s.whole, v, 1); }},
    {"attempts", "a number from 1 to 20",
     [](FetchSettings& s, const toml::node& v) { return set_number(s.attempts, v, 20); }},
    {"largest", "bytes, up to 1 GiB",
     [](FetchSettings& s, const toml::node& v) { return set_number(s.largest, v, kMostBytes); }},
    {"endpoint", "tables [[fetch.endpoint]] with 'format' and 'address'", set_endpoints},
}};

tl::unexpected<Error> wrong(const std::string& file,
                            const toml::source_region& where,
                            const std::string& what) {
  return failure(ErrorCode::Usage,
                 in_quotes(file) + ", line " + std::to_string(where.begin.line) + ": " + what);
}

Result<void> read_fetch(const toml::table& table,
                        const std::string& file,
                        FetchSettings& settings) {
  for (const auto& [name, value] : table) {
    const auto* key = std::ranges::find(kKeys, name.str(), &Key::name);
    if (key == kKeys.end()) {
      std::vector<std::string_view> names;
      for (const Key& known : kKeys) {
        names.push_back(known.name);
      }
      return wrong(file, name.source(),
                   "[fetch] has no " + in_quotes(name.str()) +
                       analysis::did_you_mean(analysis::nearest(name.str(), names)));
    }
    if (!key->set(settings, value)) {
      return wrong(file, value.source(),
                   in_quotes(name.str()) + " takes " + std::string(key->takes));
    }
  }
  for (const ingest::Endpoint& endpoint : settings.endpoints) {
    if (const auto checked = ingest::check_endpoint(endpoint); !checked) {
      return failure(checked.error().code, in_quotes(file) + ": " + checked.error().message);
    }
  }
  return {};
}

}  // namespace

Result<FetchConfiguration> fetch_configuration(const std::string& named) {
  FetchConfiguration configuration;
  configuration.settings.agent = "lineage/" LINEAGE_VERSION " (reads citations of UN resolutions)";
  std::error_code ignored;
  const std::string file = named.empty() ? kLocalConfiguration : named;
  if (named.empty() && !std::filesystem::exists(file, ignored)) {
    return configuration;
  }
  const Result<std::string> text = ingest::read_file(file);
  if (!text) {
    return failure(text.error().code, "the configuration: " + text.error().message);
  }
  try {
    const toml::table root = toml::parse(*text, file);
    const toml::node* fetch = root.get("fetch");
    if (fetch == nullptr) {
      return configuration;
    }
    if (!fetch->is_table()) {
      return wrong(file, fetch->source(), "'fetch' is a table: [fetch]");
    }
    configuration.used = file;
    const auto read = read_fetch(*fetch->as_table(), file, configuration.settings);
    return read ? Result<FetchConfiguration>(std::move(configuration))
                : tl::unexpected(read.error());
  } catch (const toml::parse_error& error) {
    return wrong(file, error.source(), std::string(error.description()));
  }
}

}  // namespace lineage::cli
