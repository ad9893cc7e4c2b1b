// Runs a task for each of many inputs on several threads and hands the results out in the order of
// the inputs. No more than a bounded number of results wait, however slow the first is.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace lineage::cli {

template <typename T>
class OrderedWork {
 public:
  // `task(i)` is called once for each i < count, from any thread, and must not throw. With one job
  // it runs in the thread that asks, without threads of its own.
  OrderedWork(std::size_t count, std::size_t jobs, std::function<T(std::size_t)> task)
      : count_(count), window_(jobs * 4), task_(std::move(task)) {
    for (std::size_t i = 0; jobs > 1 && i < jobs; ++i) {
      threads_.emplace_back([this] { work(); });
    }
  }
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;
  // Waits for the tasks that have begun.
  ~OrderedWork() {
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }

  // The result of the next input, nothing after the last.
  [[nodiscard]] std::optional<T> next() {
    if (given_ == count_) {
      return std::nullopt;
    }
    if (threads_.empty()) {
      return task_(given_++);
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.contains(given_); });
    auto node = done_.extract(given_++);
    lock.unlock();
    changed_.notify_all();
    return std::move(node.mapped());
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock,
                    [this] { return stop_ || begun_ == count_ || begun_ < given_ + window_; });
      if (stop_ || begun_ == count_) {
        return;
      }
      const std::size_t mine = begun_++;
      lock.unlock();
      T result = task_(mine);
      lock.lock();
      done_.emplace(mine, std::move(result));
      changed_.notify_all();
    }
  }

  std::size_t count_;
  std::size_t window_;
  std::function<T(std::size_t)> task_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, T> done_;
  std::size_t begun_ = 0;
  std::size_t given_ = 0;
  bool stop_ = false;
  std::vector<std::thread> threads_;  // last, so that threads see the rest complete
};

}  // namespace lineage::cli
