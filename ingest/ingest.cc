#include "ingest/ingest.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "ingest/files/file_list.h"
#include "ingest/files/ingest_file.h"
#include "ingest/files/task_maker.h"
#include "ingest/readers/read_source.h"

namespace lineage::ingest {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kUnderWay = std::size_t{32} << 20;  // bytes of files in memory
constexpr std::chrono::seconds kBetweenCommits{60};

// True for a name below one of the paths, or equal to it.
bool is_below(const std::string& name, const std::vector<fs::path>& paths) {
  return std::any_of(paths.begin(), paths.end(), [&](const fs::path& path) {
    std::string prefix = path.generic_string();
    if (name == prefix) {
      return true;
    }
    if (!prefix.ends_with('/')) {
      prefix.push_back('/');
    }
    return name.starts_with(prefix);
  });
}

class Ingest {
 public:
  Ingest(const std::vector<fs::path>& paths, Store& store, const IngestOptions& options)
      : paths_(paths), store_(store), options_(options) {}

  Result<IngestReport> run() {
    auto known = store_.known_files();
    if (!known) {
      return tl::unexpected<Error>(known.error());
    }
    known_ = std::move(*known);
    for (const auto& [name, file] : known_) {
      if (!file.archive.empty()) {
        members_[file.archive].push_back(name);
      }
    }
    if (auto taken = take_known_contents(); !taken) {
      return tl::unexpected<Error>(taken.error());
    }
    if (auto begun = store_.begin_batch(); !begun) {
      return tl::unexpected<Error>(begun.error());
    }
    Result<void> done = take_files();
    if (done && !report_.interrupted) {
      done = settle_vanished();
    }
    if (done) {
      done = store_.end_batch(Freeze::Yes);
    }
    if (!done) {
      return tl::unexpected<Error>(done.error());
    }
    std::sort(report_.unnamed.begin(), report_.unnamed.end(),
              [](const UnnamedText& a, const UnnamedText& b) { return a.file < b.file; });
    return std::move(report_);
  }

 private:
  Result<void> take_known_contents() {
    const auto contents = store_.contents();
    if (!contents) {
      return tl::unexpected<Error>(contents.error());
    }
    for (const auto& key : *contents) {
      static_cast<void>(taken_.take(key));
      held_.insert(key);
    }
    return {};
  }

  // The listed files that must be opened; the rest is counted.
  std::vector<ListedFile> changed(std::vector<ListedFile> files) {
    std::vector<ListedFile> left;
    for (ListedFile& file : files) {
      seen_.insert(file.name);
      if (file.refused) {
        unread_.push_back(file.path);
      }
      const auto known = known_.find(file.name);
      if (known == known_.end() || !is_same(file, known->second)) {
        left.push_back(std::move(file));
      } else {
        keep(file.name, known->second);
      }
    }
    return left;
  }

  [[nodiscard]] bool is_same(const ListedFile& file, const KnownFile& known) const {
    return file.size >= 0 && file.size == known.size && file.modified == known.modified &&
           (!known.is_content || known.hint == hint_of(file.name, options_.meta));
  }

  void keep(const std::string& name, const KnownFile& known) {
    ++progress_.files;
    if (!known.error.empty()) {
      report_.skipped.push_back({name, {ErrorCode::Malformed, known.error}});
      return;
    }
    report_.unchanged += known.is_content ? 1 : 0;
    for (const std::string& member : members_[name]) {
      seen_.insert(member);
      keep(member, known_.at(member));
    }
  }

  Result<void> take_files() {
    std::vector<ListedFile> files = list_files(paths_);
    progress_.of = files.size();
    files = changed(std::move(files));
    archives_ = {};
    for (const ListedFile& file : files) {
      if (file.size >= 0) {
        archives_.emplace(file.name, stored(file));
      }
    }
    TaskMaker maker(std::move(files), options_.stop);
    TaskQueue queue(
        std::max<std::size_t>(options_.jobs, 1), kUnderWay,
        [&](const TaskQueue::Push& push) { maker.run(push); },
        [&](FileTask task) { return ingest_file(std::move(task), options_.meta, taken_); });
    last_commit_ = Clock::now();
    while (std::optional<FileOutcome> outcome = queue.next()) {
      if (options_.stop && options_.stop()) {
        report_.interrupted = true;
        queue.stop();
        break;
      }
      if (auto put = take(*outcome); !put) {
        queue.stop();
        return put;
      }
    }
    report_.interrupted = report_.interrupted || (options_.stop && options_.stop());
    return report_.interrupted ? Result<void>{} : put_waiting();
  }

  Result<void> take(FileOutcome& outcome) {
    seen_.insert(outcome.file.name);
    ++progress_.files;
    progress_.bytes += static_cast<std::size_t>(std::max<std::int64_t>(outcome.file.size, 0));
    Result<void> put = outcome.error     ? put_failure(outcome)
                       : outcome.content ? put_content(*outcome.content)
                                         : put_copy(outcome);
    if (put && !outcome.file.archive.empty()) {
      opened_.insert(outcome.file.archive);
    }
    if (options_.progress) {
      options_.progress(progress_);
    }
    return put ? commit_at_times() : put;
  }

  Result<void> put_content(const StoredContent& content) {
    held_.insert({content.hash, content.hint});
    if (content.documents.empty()) {
      ++report_.catalogues;
    }
    for (const StoredDocument& document : content.documents) {
      count(document, content.file.name);
    }
    return store_.put(content);
  }

  void count(const StoredDocument& document, const std::string& file) {
    ++report_.documents;
    report_.mentions += document.mentions.size();
    report_.findings += document.findings.size();
    for (const Mention& mention : document.mentions) {
      if (mention.status != MentionStatus::Resolved) {
        ++report_.unsettled[std::string(name_of(mention.status)) + " " +
                            std::string(name_of(mention.kind))];
      }
    }
    if (!document.symbol) {
      report_.unnamed.push_back({file, document.date ? document.date->iso() : "", document.title});
    }
  }

  // A file whose content another file has; that one may still be under way.
  Result<void> put_copy(const FileOutcome& outcome) {
    if (!held_.contains(outcome.key)) {
      waiting_.push_back(outcome);
      return {};
    }
    const auto known = known_.find(outcome.file.name);
    const bool touched = known != known_.end() && known->second.hint == outcome.key.second &&
                         known->second.is_content;
    ++(touched ? report_.unchanged : report_.copies);
    return store_.put_file(outcome.file, outcome.key.first, outcome.key.second);
  }

  Result<void> put_waiting() {
    for (FileOutcome& outcome : std::exchange(waiting_, {})) {
      if (held_.contains(outcome.key)) {
        if (auto put = put_copy(outcome); !put) {
          return put;
        }
        continue;
      }
      const auto failed = failures_.find(outcome.key);
      outcome.error = failed == failures_.end()
                          ? Error{ErrorCode::Malformed, "the same content could not be read"}
                          : failed->second;
      outcome.error = named_error(outcome.file.name, *outcome.error);
      if (auto put = put_failure(outcome); !put) {
        return put;
      }
    }
    return put_archives();
  }

  // The error without the file in front, for another file with the same content.
  static Error unnamed(const FileOutcome& outcome) {
    const std::string name = "'" + outcome.file.name + "': ";
    const std::string& message = outcome.error->message;
    return {outcome.error->code, message.starts_with(name) ? message.substr(name.size()) : message};
  }

  // A failure of the content is remembered with the file; one of the system may pass.
  Result<void> put_failure(const FileOutcome& outcome) {
    report_.skipped.push_back({outcome.file.name, *outcome.error});
    failures_.emplace(outcome.key, unnamed(outcome));
    const bool lasts = outcome.error->code == ErrorCode::Malformed && outcome.file.size >= 0;
    return lasts ? store_.put_other(outcome.file, outcome.error->message) : Result<void>{};
  }

  // Once all of its members are in, the archive itself is known.
  Result<void> put_archives() {
    for (const std::string& name : opened_) {
      if (const auto file = archives_.find(name); file != archives_.end()) {
        if (auto put = store_.put_other(file->second, {}); !put) {
          return put;
        }
      }
    }
    return {};
  }

  Result<void> commit_at_times() {
    if (Clock::now() - last_commit_ < kBetweenCommits) {
      return {};
    }
    last_commit_ = Clock::now();
    auto ended = store_.end_batch(Freeze::No);
    return ended ? store_.begin_batch() : ended;
  }

  Result<void> settle_vanished() {
    std::vector<std::string> gone;
    for (const auto& [name, file] : known_) {
      if (!seen_.contains(name) && is_below(name, paths_) && !is_below(name, unread_)) {
        gone.push_back(name);
      }
    }
    report_.vanished = gone.size();
    if (!options_.prune || gone.empty()) {
      return {};
    }
    report_.pruned = gone.size();
    return store_.remove_files(gone);
  }

  const std::vector<fs::path>& paths_;
  Store& store_;
  const IngestOptions& options_;
  std::map<std::string, KnownFile> known_;
  std::map<std::string, std::vector<std::string>> members_;  // known ones, by archive
  std::map<std::string, StoredFile> archives_;               // files that may be one
  std::set<std::string> opened_;                             // archives whose members came
  std::set<std::string> seen_;
  std::vector<fs::path> unread_;  // files and folders that were refused: what is in them is unknown
  std::set<ContentKey> held_;
  std::map<ContentKey, Error> failures_;
  std::vector<FileOutcome> waiting_;
  TakenContents taken_;
  Clock::time_point last_commit_;
  IngestProgress progress_;
  IngestReport report_;
};

}  // namespace

Result<IngestReport> ingest(const std::vector<fs::path>& paths,
                            Store& store,
                            const IngestOptions& options) {
  return Ingest(paths, store, options).run();
}

}  // namespace lineage::ingest
