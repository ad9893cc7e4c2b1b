// Passes tasks from one thread that makes them to several that do them, and hands the results out
// in the order of the tasks. What is under way is bounded, so that memory is.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace lineage::ingest {

template <typename Task, typename Outcome>
class WorkQueue {
 public:
  // False tells who makes tasks that no more are wanted.
  using Push = std::function<bool(Task, std::size_t weight)>;

  // `make` runs in a thread of its own and calls its argument for each task, with its weight;
  // `work` runs in `jobs` threads. Neither may throw. Tasks wait while more than `most` weight is
  // under way, but one always may.
  WorkQueue(std::size_t jobs,
            std::size_t most,
            std::function<void(const Push&)> make,
            std::function<Outcome(Task)> work)
      : most_(most), work_(std::move(work)) {
    threads_.emplace_back([this, make = std::move(make)] {
      make([this](Task task, std::size_t weight) { return push(std::move(task), weight); });
      const std::lock_guard lock(mutex_);
      made_ = true;
      changed_.notify_all();
    });
    for (std::size_t i = 0; i < jobs; ++i) {
      threads_.emplace_back([this] { run(); });
    }
  }
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;
  // Waits for the tasks that have begun; those that wait are dropped.
  ~WorkQueue() {
    stop();
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }

  // The outcome of the next task, nothing after the last.
  [[nodiscard]] std::optional<Outcome> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.contains(given_) || (made_ && given_ == pushed_); });
    const auto found = done_.find(given_);
    if (found == done_.end()) {
      return std::nullopt;
    }
    std::optional<Outcome> outcome(std::move(found->second.first));
    under_way_ -= found->second.second;
    done_.erase(found);
    ++given_;
    changed_.notify_all();
    return outcome;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    changed_.notify_all();
  }

 private:
  struct Waiting {
    Task task;
    std::size_t number;
    std::size_t weight;
  };

  bool push(Task task, std::size_t weight) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return stop_ || pushed_ == given_ ||
             (under_way_ + weight <= most_ && pushed_ - given_ < kMostTasks);
    });
    if (stop_) {
      return false;
    }
    under_way_ += weight;
    waiting_.push_back({std::move(task), pushed_++, weight});
    changed_.notify_all();
    return true;
  }

  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stop_ || made_ || !waiting_.empty(); });
      if (stop_ || waiting_.empty()) {
        return;
      }
      Waiting mine = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      Outcome outcome = work_(std::move(mine.task));
      lock.lock();
      done_.emplace(mine.number, std::pair(std::move(outcome), mine.weight));
      changed_.notify_all();
    }
  }

  static constexpr std::size_t kMostTasks = 256;

  std::size_t most_;
  std::function<Outcome(Task)> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  std::map<std::size_t, std::pair<Outcome, std::size_t>> done_;
  std::size_t under_way_ = 0;  // weight of what is pushed and not yet given
  std::size_t pushed_ = 0;
  std::size_t given_ = 0;
  bool made_ = false;
  bool stop_ = false;
  std::vector<std::thread> threads_;  // last, so that threads see the rest complete
};

}  // namespace lineage::ingest
