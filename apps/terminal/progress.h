// A line on the terminal that says how far long work is, and a way to end it in good order.
#pragma once

#include <chrono>
#include <cstddef>

namespace lineage::cli {

// Writes to stderr while it is a terminal, and nothing otherwise; the line goes when this does.
class Progress {
 public:
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  // At most ten times a second, whatever the number of calls.
  void show(std::size_t done, std::size_t of, std::size_t bytes);

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_ = false;
  bool shown_ = false;
  Clock::time_point began_;
  Clock::time_point last_;
};

// While one lives, Ctrl-C and the signal to end set a flag instead of ending the program; a second
// one ends it at once.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  [[nodiscard]] static bool came();
};

}  // namespace lineage::cli
