#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace respnet::cli {

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

  const bool quiet_;
  double begun_;  // of the program, then of the stage at hand
  double started_;
  std::vector<Stage> stages_;
  std::mutex mutex_;  // guards stages_ and shown_
  std::condition_variable_any wake_;
  bool shown_ = false;
  std::jthread progress_;
};

/// Makes SIGINT and SIGTERM remove staged files before the program dies of them.
void clean_up_on_signals();

}  // namespace respnet::cli
