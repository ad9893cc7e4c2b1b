#include "ingest/files/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sched.h>
#include <unistd.h>

#include <sys/resource.h>
#include <sys/wait.h>

namespace lineage {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostError = std::size_t{64} << 10;

std::string reason(int number) {
  return std::strerror(number);  // NOLINT(concurrency-mt-unsafe): glibc's is safe for known errors
}

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept {
    close();
    number_ = other.number_;
    other.number_ = -1;
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) {
      ::close(number_);
      number_ = -1;
    }
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read;
  Descriptor write;

  // Close-on-exec, so that a child holds no end but its own.
  [[nodiscard]] bool make() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
      return false;
    }
    read = Descriptor(ends[0]);
    write = Descriptor(ends[1]);
    return true;
  }
};

struct Pipes {
  Pipe in;
  Pipe out;
  Pipe err;
  Pipe exec_error;  // carries errno when exec fails, nothing when it succeeds
};

// Runs in the child between fork and exec: only async-signal-safe calls.
[[noreturn]] void become(char* const* argv, const Pipes& pipes, const ChildLimits& limits) {
  setpgid(0, 0);
  if (!limits.network) {
    // A network namespace of its own holds no way out. A system that forbids it says no, and the
    // other limits have to do.
    [[maybe_unused]] const int refused = unshare(CLONE_NEWUSER | CLONE_NEWNET);
  }
  const rlimit memory{limits.memory, limits.memory};
  const auto seconds = static_cast<rlim_t>(limits.time.count());
  const rlimit processor{seconds, seconds + 1};
  const rlimit no_core{0, 0};
  const bool ready = setrlimit(RLIMIT_AS, &memory) == 0 && setrlimit(RLIMIT_CPU, &processor) == 0 &&
                     setrlimit(RLIMIT_CORE, &no_core) == 0 &&
                     dup2(pipes.in.read.number(), STDIN_FILENO) >= 0 &&
                     dup2(pipes.out.write.number(), STDOUT_FILENO) >= 0 &&
                     dup2(pipes.err.write.number(), STDERR_FILENO) >= 0;
  if (ready) {
    std::signal(SIGPIPE, SIG_DFL);
    execvp(argv[0], argv);
  }
  const int number = errno;
  [[maybe_unused]] const ssize_t told =
      write(pipes.exec_error.write.number(), &number, sizeof number);
  _exit(127);
}

// Reads what is there; closes the pipe at its end. Keeps at most `most` bytes and one more.
void drain(Descriptor& pipe, std::string& into, std::size_t most) {
  std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const ssize_t count = read(pipe.number(), buffer.data(), buffer.size());
  if (count > 0) {
    const std::size_t room = most + 1 - std::min(most + 1, into.size());
    into.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
  } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
    pipe.close();
  }
}

void feed(Descriptor& pipe, std::string_view& input) {
  const ssize_t count = write(pipe.number(), input.data(), input.size());
  if (count > 0) {
    input.remove_prefix(static_cast<std::size_t>(count));
  }
  const bool broken = count < 0 && errno != EINTR && errno != EAGAIN;
  if (input.empty() || broken) {
    pipe.close();
  }
}

// Moves bytes until the child has closed its output. Returns what broke a limit, nothing when none
// did.
std::optional<std::string> converse(Pipes& pipes,
                                    std::string_view input,
                                    const ChildLimits& limits,
                                    ChildOutput& output) {
  const Clock::time_point deadline = Clock::now() + limits.time;
  fcntl(pipes.in.write.number(), F_SETFL, O_NONBLOCK);
  if (input.empty()) {
    pipes.in.write.close();
  }
  while (pipes.out.read.is_open() || pipes.err.read.is_open()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      return "took longer than " + std::to_string(limits.time.count()) + " s";
    }
    // poll() passes over entries with a negative descriptor, which closed ones have.
    std::array<pollfd, 3> waits{{{pipes.in.write.number(), POLLOUT, 0},
                                 {pipes.out.read.number(), POLLIN, 0},
                                 {pipes.err.read.number(), POLLIN, 0}}};
    if (poll(waits.data(), waits.size(), static_cast<int>(std::min<long>(left, 1000))) < 0) {
      continue;
    }
    if (waits[0].revents != 0) {
      feed(pipes.in.write, input);
    }
    if (waits[1].revents != 0) {
      drain(pipes.out.read, output.out, limits.output);
    }
    if (waits[2].revents != 0) {
      drain(pipes.err.read, output.err, kMostError);
    }
    if (output.out.size() > limits.output) {
      return "wrote more than " + std::to_string(limits.output >> 20) + " MiB";
    }
  }
  return std::nullopt;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

Result<ChildOutput> run_child(const std::vector<std::string>& argv,
                              std::string_view input,
                              const ChildLimits& limits) {
  std::vector<char*> pointers;
  for (const std::string& argument : argv) {
    pointers.push_back(const_cast<char*>(argument.c_str()));  // exec does not write to them
  }
  pointers.push_back(nullptr);
  Pipes pipes;
  if (!pipes.in.make() || !pipes.out.make() || !pipes.err.make() || !pipes.exec_error.make()) {
    return failure(ErrorCode::Io, "cannot make a pipe: " + reason(errno));
  }
  const pid_t child = fork();
  if (child < 0) {
    return failure(ErrorCode::Io, "cannot start '" + argv[0] + "': " + reason(errno));
  }
  if (child == 0) {
    become(pointers.data(), pipes, limits);
  }
  setpgid(child, child);  // in both processes, so that it holds whoever runs first
  pipes.in.read.close();
  pipes.out.write.close();
  pipes.err.write.close();
  pipes.exec_error.write.close();

  int number = 0;
  if (read(pipes.exec_error.read.number(), &number, sizeof number) == sizeof number) {
    wait_for(child);
    const ErrorCode code = number == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
    return failure(code, "cannot start '" + argv[0] + "': " + reason(number));
  }
  ChildOutput output;
  const std::optional<std::string> broken = converse(pipes, input, limits, output);
  if (broken) {
    kill(-child, SIGKILL);
  }
  const int status = wait_for(child);
  if (broken) {
    return failure(ErrorCode::Unsupported, "'" + argv[0] + "' " + *broken + " and was ended");
  }
  if (WIFSIGNALED(status)) {
    return failure(ErrorCode::Io,
                   "'" + argv[0] + "' was ended by signal " + std::to_string(WTERMSIG(status)));
  }
  output.exit = WEXITSTATUS(status);
  return output;
}

}  // namespace lineage
