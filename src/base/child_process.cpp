#include "respnet/base/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "respnet/base/errors.hpp"

namespace respnet {
namespace {

using Clock = std::chrono::steady_clock;
using End = ChildResult::End;
using std::chrono::milliseconds;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor out, in;  // read from out what was written to in
};

Pipe new_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// A file in memory rather than a pipe: the child takes it at its own pace, and need not take it.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(memfd_create("input", MFD_CLOEXEC));
  if (file.number() < 0) fail("memfd_create");
  while (!bytes.empty()) {
    const ssize_t written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail("write");
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.number(), 0, SEEK_SET) != 0) fail("lseek");
  return file;
}

// All that the child needs between fork and exec, where it must not ask for memory.
struct Launch {
  const char* program;
  char** arguments;
  int input, output, nowhere, failure;
  pid_t parent;
  rlim_t memory, seconds;
};

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  if (getrlimit(resource, &now) != 0) return false;
  const rlimit wanted{std::min(soft, now.rlim_max), std::min(hard, now.rlim_max)};
  return setrlimit(resource, &wanted) == 0;
}

// Only async-signal-safe calls: other threads may have held any lock at the fork.
[[noreturn]] void become(const Launch& launch) {
  const bool ready = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == launch.parent &&
                     dup2(launch.input, STDIN_FILENO) >= 0 &&
                     dup2(launch.output, STDOUT_FILENO) >= 0 &&
                     dup2(launch.nowhere, STDERR_FILENO) >= 0 &&
                     close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0 &&
                     limit(RLIMIT_AS, launch.memory, launch.memory) && limit(RLIMIT_CORE, 0, 0) &&
                     limit(RLIMIT_CPU, launch.seconds, launch.seconds + 1);
  if (ready) execv(launch.program, launch.arguments);
  const int error = errno;
  [[maybe_unused]] const ssize_t told = write(launch.failure, &error, sizeof error);
  _exit(127);
}

// A running child; killed and reaped when it is left.
class Child {
 public:
  explicit Child(const Launch& launch) : id_(fork()) {
    if (id_ < 0) fail("fork");
    if (id_ == 0) become(launch);
  }
  Child(const Child&) = delete;
  ~Child() {
    if (id_ <= 0) return;
    kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  // Its status, or nothing when it still runs at the deadline.
  std::optional<int> wait(Clock::time_point deadline) {
    int status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(id_, &status, WNOHANG)) == 0 && Clock::now() < deadline)
      std::this_thread::sleep_for(milliseconds(1));
    if (ended == 0) return std::nullopt;
    if (ended < 0) fail("waitpid");
    id_ = -1;
    return status;
  }

 private:
  pid_t id_;
};

// 0 when the program was started, else why not.
int start_error(const Descriptor& failure) {
  int error = 0;
  while (read(failure.number(), &error, sizeof error) < 0 && errno == EINTR) {
  }
  return error;
}

// Takes what the child writes until it closes its end.
End take_output(const Descriptor& from, std::size_t most, Clock::time_point deadline,
                std::string& output) {
  std::vector<char> block(std::size_t{1} << 16);
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return End::OutOfTime;
    pollfd event{from.number(), POLLIN, 0};
    const int ready = poll(&event, 1, static_cast<int>(std::min<long long>(left, 1'000'000)));
    if (ready < 0 && errno != EINTR) fail("poll");
    if (ready <= 0) continue;
    const ssize_t size = read(from.number(), block.data(), block.size());
    if (size < 0 && errno != EINTR) fail("read");
    if (size == 0) return End::Exited;
    if (size < 0) continue;
    if (output.size() + static_cast<std::size_t>(size) > most) return End::TooMuchOutput;
    output.append(block.data(), static_cast<std::size_t>(size));
  }
}

std::vector<char*> argument_list(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

ChildResult run_child(const std::filesystem::path& program,
                      const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits) {
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> list = argument_list(words);
  const Descriptor file = file_of(input);
  const Descriptor nowhere(open("/dev/null", O_WRONLY | O_CLOEXEC));
  Pipe output = new_pipe();
  Pipe failure = new_pipe();
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.time).count();
  const Clock::time_point deadline = Clock::now() + limits.time;
  Child child({.program = program.c_str(),
               .arguments = list.data(),
               .input = file.number(),
               .output = output.in.number(),
               .nowhere = nowhere.number(),
               .failure = failure.in.number(),
               .parent = getpid(),
               .memory = limits.memory,
               .seconds = static_cast<rlim_t>(seconds)});
  output.in.close();
  failure.in.close();
  if (const int error = start_error(failure.out); error != 0)
    throw FileError(program.string(), "cannot be run: " + std::string(std::strerror(error)));

  ChildResult result;
  result.end = take_output(output.out, limits.output, deadline, result.output);
  if (result.end != End::Exited) return result;
  const std::optional<int> status = child.wait(deadline);
  if (!status) {
    result.end = End::OutOfTime;
  } else if (WIFEXITED(*status)) {
    result.code = WEXITSTATUS(*status);
  } else {
    result.code = WTERMSIG(*status);
    result.end = result.code == SIGXCPU ? End::OutOfTime : End::Killed;
  }
  return result;
}

}  // namespace respnet
