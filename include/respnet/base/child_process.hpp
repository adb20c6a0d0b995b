#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace respnet {

/// What a child process may use before it is ended.
struct ChildLimits {
  std::uint64_t memory = std::uint64_t{1} << 30;  ///< bytes of address space
  std::chrono::milliseconds time{60'000};         ///< by the clock, and of computing
  std::size_t output = std::size_t{256} << 20;    ///< bytes on its standard output
};

struct ChildResult {
  enum class End {
    Exited,         ///< by itself, with `code`
    Killed,         ///< by the signal `code`: a crash
    OutOfTime,      ///< ended by us
    TooMuchOutput,  ///< ended by us
  };
  End end = End::Exited;
  int code = 0;
  std::string output;
};

/// Runs a program of which nothing is trusted, feeds it, and waits for it.
///
/// The child gets `input` on standard input and the environment as it is; its standard error goes
/// nowhere; no other descriptor is open, no core is written. It is killed at a limit, and when the
/// calling thread or process ends.
/// @throws FileError   when the program cannot be run
/// @throws std::system_error  when the system has no more processes, memory or descriptors
/// Safe beside other threads.
ChildResult run_child(const std::filesystem::path& program,
                      const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits = {});

}  // namespace respnet
