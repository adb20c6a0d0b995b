#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "respnet/analysis/metrics.hpp"

namespace respnet::cli {

/// How far a stage is.
struct Advance {
  std::size_t done = 0, all = 0;  ///< pieces; all == 0: not known
  std::uint64_t bytes = 0;        ///< in the pieces that are done; 0: not told
  std::string name;               ///< of the piece at hand
};

/// Everything a running command says besides its result: warnings, progress, timings.
class Session {
 public:
  /// @param progress  show what is being done on standard error once a second has passed
  Session(bool quiet, bool progress);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Ends the stage before and begins the next: "read", "analyse", "draw".
  void stage(std::string_view name);
  /// How much of the stage at hand is done: shown as a bar.
  void advance(Advance advance);
  /// The same of the measures of a stage, for analysis::MetricsOptions and those that pass it on.
  std::function<void(const analysis::MetricsProgress&)> measures();
  /// One line on standard error, unless quiet.
  void say(std::string_view line);
  /// Writes stages, seconds and peak memory as JSON.
  void write_timings(const std::filesystem::path& file);

 private:
  struct Stage {
    std::string name;
    double seconds = 0;
    long peak_kilobytes = 0;
  };
  void end_stage();
  void show_progress(const std::stop_token& stop);
  void erase_progress();
  std::string progress_line() const;

  const bool quiet_;
  double begun_;  // of the program, then of the stage at hand
  double started_;
  std::vector<Stage> stages_;
  Advance advance_;
  std::mutex mutex_;  // guards stages_, advance_ and shown_
  std::condition_variable_any wake_;
  bool shown_ = false;
  std::jthread progress_;
};

/// Makes SIGINT and SIGTERM remove staged files before the program dies of them. A mapped file that
/// somebody cuts off ends it with a message.
void clean_up_on_signals();

}  // namespace respnet::cli
