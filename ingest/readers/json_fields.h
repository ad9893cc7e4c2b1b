// Takes the members of a JSON document out one by one and remembers the first that does not fit. A
// reader goes on with an empty value after it and asks problem() once at the end.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "graph/date.h"
#include "graph/result.h"
#include "graph/symbol.h"

namespace lineage::ingest {

[[nodiscard]] std::string in_quotes(std::string_view text);
// ", did you mean 'title'" where a known word is close to a mistyped one, else "".
[[nodiscard]] std::string suggestion(std::string_view word,
                                     std::span<const std::string_view> known);

class JsonFields {
 public:
  // `file` is the file name to report.
  explicit JsonFields(std::string_view file) : file_(file) {}

  // Keeps the message "file: path: what" unless there is one already.
  void refuse(const std::string& path, std::string_view what);
  [[nodiscard]] std::string message(const std::string& path, std::string_view what) const;
  [[nodiscard]] const std::optional<std::string>& problem() const { return problem_; }
  [[nodiscard]] const std::string& file() const { return file_; }

  // The member at `key`, nullptr where there is none.
  [[nodiscard]] static const nlohmann::json* find(const nlohmann::json& object,
                                                  std::string_view key);
  bool is_object(const nlohmann::json& value, const std::string& path);
  // Refuses keys that the format does not know.
  void only(const nlohmann::json& object,
            const std::string& path,
            std::initializer_list<std::string_view> keys);

  // A text that is neither empty nor overlong and holds no control character.
  std::optional<std::string> text(const nlohmann::json& value, const std::string& path);
  // The text at `key`, "" where the key is absent.
  std::string optional_text(const nlohmann::json& object,
                            const std::string& path,
                            std::string_view key);
  std::optional<std::string> needed_text(const nlohmann::json& object,
                                         const std::string& path,
                                         std::string_view key);
  // Some keys are for people: they are checked and not kept.
  void check_text(const nlohmann::json& object, const std::string& path, std::string_view key);
  // One of a closed list of words.
  std::optional<std::string> word(const nlohmann::json& value,
                                  const std::string& path,
                                  std::initializer_list<std::string_view> words);

  std::optional<Date> date(const nlohmann::json& value, const std::string& path);
  std::optional<WorkKind> kind(const nlohmann::json& value, const std::string& path);
  std::optional<Symbol> symbol(const nlohmann::json& value, const std::string& path);
  std::optional<Symbol> needed_symbol(const nlohmann::json& object,
                                      const std::string& path,
                                      std::string_view key);

 private:
  std::string file_;
  std::optional<std::string> problem_;
};

}  // namespace lineage::ingest
