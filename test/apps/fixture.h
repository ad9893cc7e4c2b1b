// A small lineage in a folder of its own, as the tests of the program see it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/files/child_process.h"

namespace lineage::test {

// A new folder that holds `lineage.db`; removed with its content at the end.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Runs the built program in the current folder, to its end.
ChildOutput run_program(std::vector<std::string> arguments);
// Runs a script, in which "$0" is the program.
ChildOutput run_shell(const std::string& script);

// Arguments of a line: split at spaces, '...' holds spaces together.
[[nodiscard]] std::vector<std::string> words_of(const std::string& line);
[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);

// Writes the store: 78/16 is held and cites 53/70, 77/37 (twice) and A/78/404; 77/37 is catalogued
// with a known list, 76/19 with a partial one, 53/70 and A/78/404 are only cited.
void write_store(const std::filesystem::path& path);

// Writes the text of one work in three languages that do not agree wholly: in French a work more
// and another verb, in Spanish another date.
void write_languages(const std::filesystem::path& folder);

}  // namespace lineage::test
