#include "apps/terminal/terminal.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

#include <sys/ioctl.h>
#include <sys/stat.h>

namespace lineage::cli {
namespace {

constexpr std::size_t kPipeWidth = 100;
constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kMostWidth = 1000;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<std::size_t> columns_variable() {
  const std::string_view text = environment("COLUMNS");
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

std::size_t width(bool is_terminal) {
  std::size_t columns = columns_variable().value_or(0);
  if (columns == 0 && is_terminal) {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
      columns = size.ws_col;
    }
  }
  if (columns == 0) {
    return kPipeWidth;
  }
  return columns < kLeastWidth ? kLeastWidth : columns > kMostWidth ? kMostWidth : columns;
}

// Returns 0, or the errno of the first write that failed.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string reason(int number) {
  return std::strerror(number);  // NOLINT(concurrency-mt-unsafe): one thread writes
}

tl::unexpected<Error> write_failure(const std::string& name, int number) {
  return failure(ErrorCode::Io, "cannot write '" + name + "': " + reason(number));
}

}  // namespace

Terminal detect_terminal() {
  Terminal terminal;
  terminal.is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.colour = terminal.is_terminal && environment("NO_COLOR").empty() &&
                    environment("TERM") != "dumb" && !environment("TERM").empty();
  terminal.width = width(terminal.is_terminal);
  return terminal;
}

void secure_standard_streams() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) == -1) {
      // The lowest free descriptor is this one. Read-only, so that a closed stdout still fails on
      // write.
      open("/dev/null", O_RDONLY);
    }
  }
  std::signal(SIGPIPE, SIG_IGN);
}

Result<Written> write_stdout(std::string_view bytes) {
  const int number = write_all(STDOUT_FILENO, bytes);
  if (number == EPIPE) {
    return Written::ReaderGone;
  }
  if (number != 0) {
    return failure(ErrorCode::Io, "cannot write to stdout: " + reason(number));
  }
  return Written::All;
}

void write_stderr(std::string_view bytes) { write_all(STDERR_FILENO, bytes); }

Result<void> write_file(const std::string& path, std::string_view bytes) {
  struct stat status {};
  const bool in_place = stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
  const std::string name = in_place ? path : path + ".new-" + std::to_string(getpid());
  const int flags = in_place ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC;
  const int descriptor = open(name.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return write_failure(path, errno);
  }
  int number = write_all(descriptor, bytes);
  if (close(descriptor) != 0 && number == 0) {
    number = errno;
  }
  if (number == 0 && !in_place && rename(name.c_str(), path.c_str()) != 0) {
    number = errno;
  }
  if (number != 0) {
    if (!in_place) {
      unlink(name.c_str());
    }
    return write_failure(path, number);
  }
  return {};
}

}  // namespace lineage::cli
