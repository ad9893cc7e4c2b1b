#include "apps/query/alias_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include <toml++/toml.h>

#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

constexpr std::uintmax_t kLargestFile = 1024 * 1024;

tl::unexpected<Failure> bad(const std::string& file, unsigned line, const std::string& what) {
  return refuse(kBadInput, file + ", line " + std::to_string(line) + ": " + what);
}

tl::expected<std::string, Failure> contents_of(const std::string& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream) {
    return refuse(kBadInput, "cannot read the aliases " + in_quotes(file));
  }
  if (size > kLargestFile) {
    return refuse(kBadInput, in_quotes(file) + " is larger than 1 MiB: no file of aliases");
  }
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

tl::expected<query::Alias, Failure> alias_in(const std::string& file,
                                             const toml::key& key,
                                             const toml::node& value) {
  const unsigned line = key.source().begin.line;
  const toml::table* row = value.as_table();
  const auto text =
      row == nullptr ? value.value<std::string>() : (*row)["query"].value<std::string>();
  if (!text) {
    return bad(file, line,
               in_quotes(key.str()) +
                   " needs a query: { query = \"x & kind(resolution)\", doc = \"what it is\" }");
  }
  query::Parsed<query::Alias> alias = query::alias_of(key.str(), *text);
  if (!alias) {
    return bad(file, line, in_quotes(key.str()) + ": " + alias.error().message);
  }
  if (row != nullptr) {
    alias->doc = (*row)["doc"].value_or(std::string());
  }
  return std::move(*alias);
}

tl::expected<query::Aliases, Failure> aliases_in(const std::string& file, const toml::table& root) {
  query::Aliases aliases;
  const toml::table* rows = root["aliases"].as_table();
  if (rows == nullptr) {
    return aliases;
  }
  for (const auto& [key, value] : *rows) {
    auto alias = alias_in(file, key, value);
    if (!alias) {
      return tl::unexpected(alias.error());
    }
    if (std::ranges::find(aliases, alias->name, &query::Alias::name) != aliases.end()) {
      return bad(file, key.source().begin.line, "a second alias " + in_quotes(alias->name));
    }
    aliases.push_back(std::move(*alias));
  }
  return aliases;
}

}  // namespace

tl::expected<query::Aliases, Failure> read_aliases(const std::string& named) {
  std::error_code ignored;
  if (named.empty() && !std::filesystem::exists(kConfiguration, ignored)) {
    return query::Aliases{};
  }
  const std::string file = named.empty() ? kConfiguration : named;
  const auto text = contents_of(file);
  if (!text) {
    return tl::unexpected(text.error());
  }
  try {
    return aliases_in(file, toml::parse(*text, file));
  } catch (const toml::parse_error& error) {
    return bad(file, error.source().begin.line, std::string(error.description()));
  }
}

}  // namespace lineage::cli
