#include "cli/session.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <iostream>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

#include "cli/program.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"

namespace respnet::cli {
namespace {

double now() {
  using std::chrono::duration;
  return duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

// The line with as much of the name as a terminal of 80 columns has room for.
std::string with_name(const std::string& line, std::string_view name) {
  constexpr std::size_t room = 79 - std::string_view("respnet: , ").size();
  while (display_width(line) + display_width(name) > room && !name.empty())
    name = prefix(name, length(name) - 1);
  return line + ", " + std::string(name);
}

constexpr double kPatience = 1.0;  // seconds that pass before progress is worth a line

}  // namespace

Session::Session(bool quiet, bool progress) : quiet_(quiet), begun_(now()), started_(begun_) {
  if (progress && !quiet)
    progress_ = std::jthread([this](const std::stop_token& stop) { show_progress(stop); });
}

Session::~Session() {
  progress_.request_stop();
  if (progress_.joinable()) progress_.join();
  erase_progress();
}

void Session::stage(std::string_view name) {
  const std::lock_guard lock(mutex_);
  end_stage();
  stages_.push_back({std::string(name), 0, 0});
  advance_ = {};
}

void Session::advance(Advance advance) {
  const std::lock_guard lock(mutex_);
  advance_ = std::move(advance);
}

std::function<void(const analysis::MetricsProgress&)> Session::measures() {
  return [this](const analysis::MetricsProgress& at) {
    advance({at.done, at.all, 0, std::string(at.id)});
  };
}

void Session::end_stage() {
  const double time = now();
  if (!stages_.empty() && stages_.back().peak_kilobytes == 0) {
    stages_.back().seconds = time - begun_;
    stages_.back().peak_kilobytes = peak_kilobytes();
  }
  begun_ = time;
}

void Session::say(std::string_view line) {
  if (quiet_) return;
  const std::lock_guard lock(mutex_);
  erase_progress();
  std::cerr << "respnet: " << line << '\n';
}

void Session::show_progress(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  auto wait = std::chrono::duration<double>(kPatience);
  while (!wake_.wait_for(lock, stop, wait, [] { return false; }) && !stop.stop_requested()) {
    if (stages_.empty()) continue;
    std::cerr << "\r\x1b[Krespnet: " << progress_line() << std::flush;
    shown_ = true;
    wait = std::chrono::duration<double>(0.25);
  }
}

// read [#####...............] 2500 of 10000, 31.4 MB/s, 00/a.txt
std::string Session::progress_line() const {
  const std::string& stage = stages_.back().name;
  if (advance_.all == 0) return stage + " … " + fixed(now() - started_, 0) + " s";
  constexpr std::size_t width = 20;
  const std::size_t filled = width * advance_.done / advance_.all;
  std::string line = stage + " [" + std::string(filled, '#') + std::string(width - filled, '.') +
                     "] " + std::to_string(advance_.done) + " of " + std::to_string(advance_.all);
  if (advance_.bytes > 0) {
    const double megabytes = static_cast<double>(advance_.bytes) / 1e6;
    line += ", " + fixed(megabytes / std::max(now() - begun_, 1e-3), 1) + " MB/s";
  } else {
    line += ", " + fixed(now() - started_, 0) + " s";
  }
  return with_name(line, printable(advance_.name));
}

void Session::erase_progress() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

void Session::write_timings(const std::filesystem::path& file) {
  const std::lock_guard lock(mutex_);
  end_stage();
  std::string json = "{\"stages\": [";
  for (const Stage& stage : stages_) {
    if (&stage != &stages_.front()) json += ',';
    json += "\n  {\"stage\": \"" + stage.name + "\", \"seconds\": " + fixed(stage.seconds, 6) +
            ", \"peak_memory_mb\": " + fixed(static_cast<double>(stage.peak_kilobytes) / 1024, 1) +
            "}";
  }
  json += "],\n \"seconds\": " + fixed(now() - started_, 6) +
          ", \"peak_memory_mb\": " + fixed(static_cast<double>(peak_kilobytes()) / 1024, 1) + "}\n";
  write_file(file, json);
}

void clean_up_on_signals() {
  struct sigaction action {};
  action.sa_handler = [](int signal) {
    remove_staged_files();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  };
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);

  struct sigaction cut_off {};
  cut_off.sa_flags = SA_SIGINFO;
  cut_off.sa_sigaction = [](int signal, siginfo_t* info, void*) {
    remove_staged_files();
    if (info->si_code == BUS_ADRERR) {
      constexpr std::string_view what =
          "respnet: a file was cut off while it was read; run again when it is whole\n";
      [[maybe_unused]] const auto written = write(STDERR_FILENO, what.data(), what.size());
      _exit(File);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  };
  sigemptyset(&cut_off.sa_mask);
  sigaction(SIGBUS, &cut_off, nullptr);
}

}  // namespace respnet::cli
