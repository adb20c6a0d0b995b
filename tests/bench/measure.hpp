#pragma once

// Times a kernel and weighs the process while it runs, the same way for every one.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace respnet::bench {

/// Sums and maxima of an answer, so that it can be compared with that of another library.
using Check = std::vector<std::pair<std::string, double>>;

struct Measurement {
  double seconds = 0;         ///< of the median run
  double cpu = 0;             ///< processor time of that run, all threads
  std::vector<double> times;  ///< in order of running
  double base_mb = 0;         ///< resident before the first run: the data
  double peak_mb = 0;         ///< at most, while the runs were at it
  Check check;
};

/// A field of /proc/self/status in megabytes: "VmRSS", "VmHWM". 0 if it is not there.
inline double memory_mb(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field + ":")) return std::stod(line.substr(field.size() + 1)) / 1024;
  return 0;
}

/// Lets VmHWM begin anew at what is resident now, where the kernel allows it.
inline void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// A kernel with all that it works on.
struct Ready {
  std::function<void()> run;     ///< works out the answer
  std::function<Check()> check;  ///< sums the answer up and lets go of it, once behind each run
};

/// Calls the kernel: what scripts/callgrind counts the instructions of, by this name.
[[gnu::noinline]] inline void run_kernel(const std::function<void()>& kernel) {
  kernel();
  asm volatile("");  // a jump into the kernel would not be a call
}

/// Runs the kernel up to three times, no further one once `budget` seconds are spent.
inline Measurement measured(double budget, const Ready& kernel) {
  using Clock = std::chrono::steady_clock;
  constexpr std::size_t kRuns = 3;
  Measurement result;
  std::vector<std::pair<double, double>> runs;  // seconds, processor seconds
  result.base_mb = memory_mb("VmRSS");
  forget_peak();
  for (double spent = 0; runs.size() < kRuns && (runs.empty() || spent < budget);) {
    const double cpu = processor_seconds();
    const auto begun = Clock::now();
    run_kernel(kernel.run);
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    runs.emplace_back(seconds, processor_seconds() - cpu);
    result.times.push_back(seconds);
    result.peak_mb = std::max(result.base_mb, memory_mb("VmHWM"));
    spent += seconds;
    result.check = kernel.check();
  }
  std::ranges::sort(runs);
  std::tie(result.seconds, result.cpu) = runs[(runs.size() - 1) / 2];
  return result;
}

}  // namespace respnet::bench
