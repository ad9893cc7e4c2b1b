#include "apps/terminal/progress.h"

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace lineage::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void on_interrupt(int number) {
  interrupted = 1;
  std::signal(number, SIG_DFL);
}

}  // namespace

Progress::Progress() : terminal_(isatty(STDERR_FILENO) == 1), began_(Clock::now()), last_(began_) {}

Progress::~Progress() {
  if (shown_) {
    std::fputs("\r\033[K", stderr);
  }
}

void Progress::show(std::size_t done, std::size_t of, std::size_t bytes) {
  const auto now = Clock::now();
  if (!terminal_ || now - last_ < std::chrono::milliseconds(100)) {
    return;
  }
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - began_).count();
  const double rate = static_cast<double>(done) / seconds;
  std::fprintf(stderr, "\r\033[K%zu of %zu files, %.0f files/s, %.1f MB/s", done, of, rate,
               static_cast<double>(bytes) / 1e6 / seconds);
  if (done < of && rate > 0) {
    const auto left = static_cast<long>(static_cast<double>(of - done) / rate);
    std::fprintf(stderr, ", %ld:%02ld left", left / 60, left % 60);
  }
  std::fflush(stderr);
}

Interrupt::Interrupt() {
  interrupted = 0;
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::came() { return interrupted != 0; }

}  // namespace lineage::cli
