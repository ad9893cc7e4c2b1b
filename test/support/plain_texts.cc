// Writes the texts that archives of Akoma Ntoso files hold as the plain texts that tests on real
// texts read: OUT/LANG/A_RES_78_16.txt.
//
//   plain_texts OUT LANG.tar.xz...     LANG is the archive's name up to the first full stop
//
// Exit 1 where an archive gives no text. A file that cannot be read is left out, as it is by
// ingest.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "ingest/readers/read_source.h"

namespace {

namespace fs = std::filesystem;

std::size_t write_texts(const fs::path& archive, const fs::path& folder) {
  std::size_t written = 0;
  lineage::ingest::read_source_files(archive, [&](const lineage::ingest::SourceFile& file) {
    if (!file.bytes) {
      return true;
    }
    const auto content = lineage::ingest::read_content(file.name, *file.bytes);
    if (content && content->document && content->document->format == "akn") {
      const fs::path name = fs::path(file.name).stem();
      std::ofstream(folder / (name.string() + ".txt"), std::ios::binary) << content->document->text;
      ++written;
    }
    return true;
  });
  return written;
}

}  // namespace

int main(int count, char** words) {
  for (int i = 2; i < count; ++i) {
    const fs::path archive = words[i];
    const std::string name = archive.filename().string();
    const fs::path folder = fs::path(words[1]) / name.substr(0, name.find('.'));
    fs::create_directories(folder);
    const std::size_t written = write_texts(archive, folder);
    std::cout << folder.string() << ": " << written << " texts\n";
    if (written == 0) {
      std::cerr << archive.string() << " holds no text\n";
      return 1;
    }
  }
  return 0;
}
