// Only `lineage fetch` opens connections, and only through ingest/fetch/.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

struct Rule {
  std::string included;         // the beginning of an include
  std::vector<std::string> by;  // beginnings of the paths that may have it
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> rules{
      {"<curl/", {"ingest/fetch/curl_library.h"}},
      {"\"ingest/fetch/curl_library.h\"",
       {"ingest/fetch/curl_library.cc", "ingest/fetch/endpoints.cc", "ingest/fetch/fetcher.cc",
        "ingest/fetch/transport.cc"}},
      {"<dlfcn.h>", {"ingest/fetch/curl_library.cc"}},
      {"<sys/socket.h>", {}},
      {"<netdb.h>", {}},
      {"\"ingest/fetch/transport.h\"",
       {"ingest/fetch/transport.cc", "ingest/fetch/response_status.h", "ingest/fetch/fetcher."}},
      {"\"ingest/fetch/fetcher.h\"", {"ingest/fetch/fetcher.cc", "apps/fetch/fetch_run."}},
      {"\"apps/fetch/fetch_run.h\"", {"apps/fetch/fetch_run.cc", "apps/verbs/fetch.cc"}},
  };
  return rules;
}

TEST(ConnectionTest, OnlyFetchReachesWhatOpensOne) {
  std::vector<std::size_t> uses(rules().size(), 0);
  for (const char* folder : {"graph", "ingest", "analysis", "apps"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(LINEAGE_SOURCE_DIR) / folder)) {
      const std::string name = fs::relative(entry.path(), LINEAGE_SOURCE_DIR).generic_string();
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        for (std::size_t i = 0; i < rules().size(); ++i) {
          const Rule& rule = rules()[i];
          if (!line.starts_with("#include " + rule.included)) {
            continue;
          }
          ++uses[i];
          EXPECT_TRUE(std::ranges::any_of(
              rule.by, [&](const std::string& path) { return name.starts_with(path); }))
              << name << ": " << line;
        }
      }
    }
  }
  for (std::size_t i = 0; i < rules().size(); ++i) {
    EXPECT_EQ(uses[i] > 0, !rules()[i].by.empty()) << "nothing includes " << rules()[i].included;
  }
}

}  // namespace
