#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "io/read_named.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/parallel.hpp"
#include "respnet/io/merge.hpp"
#include "respnet/io/read.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kListedFaults = 9;  // and a line that counts them all

struct Fault {
  std::size_t file = 0;
  std::string message;  ///< begins with the file
  std::exception_ptr exception;
};

// Reads files on several threads and keeps what came of each.
class Readings {
 public:
  Readings(std::span<const InputFile> files, const ReadOptions& options, const ManyOptions& many)
      : files_(files), options_(options), many_(many), networks_(files.size()) {}

  void read(std::size_t i) {
    try {
      model::Network network = read_named(files_[i], options_);
      const std::lock_guard lock(mutex_);
      if (many_.keep_going || faults_.empty()) networks_[i] = std::move(network);
    } catch (const InputError& error) {
      add_fault(i, error.what());
    } catch (const FileError& error) {
      add_fault(i, error.what());
    } catch (const LimitError& error) {
      add_fault(i, error.what());
    }
    tell(i);
  }

  /// In the order of the files.
  std::vector<Fault> take_faults() {
    std::ranges::sort(faults_, {}, &Fault::file);
    return std::move(faults_);
  }
  std::vector<model::Network> take_networks() {
    std::vector<model::Network> kept;
    for (auto& network : networks_)
      if (network) kept.push_back(*std::exchange(network, std::nullopt));
    return kept;
  }

 private:
  void add_fault(std::size_t i, std::string message) {
    const std::lock_guard lock(mutex_);
    faults_.push_back({i, std::move(message), std::current_exception()});
  }

  void tell(std::size_t i) {
    if (!many_.progress) return;
    std::error_code ignored;
    const auto size = std::filesystem::file_size(files_[i].path, ignored);
    const std::lock_guard lock(mutex_);
    ++progress_.done;
    progress_.all = files_.size();
    progress_.bytes += ignored ? 0 : size;
    progress_.name = files_[i].name;
    many_.progress(progress_);
  }

  std::span<const InputFile> files_;
  const ReadOptions& options_;
  const ManyOptions& many_;
  std::mutex mutex_;  // guards what follows
  std::vector<std::optional<model::Network>> networks_;
  std::vector<Fault> faults_;
  ReadProgress progress_;
};

// One line a file, then how many there are.
std::string summary(const std::vector<Fault>& faults, std::size_t files) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(faults.size(), kListedFaults); ++i)
    lines += faults[i].message + '\n';
  if (faults.size() > kListedFaults)
    lines += "and " + std::to_string(faults.size() - kListedFaults) + " more; ";
  return lines + std::to_string(faults.size()) + " of " + std::to_string(files) +
         " inputs cannot be read; correct them, or leave them out by --keep-going";
}

// An exception of the kind of the first fault, which tells of all.
[[noreturn]] void refuse(const std::vector<Fault>& faults, std::size_t files) {
  const std::string lines = summary(faults, files);
  try {
    std::rethrow_exception(faults.front().exception);
  } catch (const FileError&) {
    throw FileError("", lines);
  } catch (const LimitError&) {
    throw LimitError(lines);
  } catch (const InputError&) {
    throw InputError({}, lines);
  }
}

// The message names the file as its source would be named, wherever its folder lies.
model::Note note_on(const Fault& fault, const InputFile& file) {
  std::string message = fault.message;
  const std::string path = to_string({.file = file.path.string()});
  if (message.starts_with(path)) message.replace(0, path.size(), file.name);
  return {"unreadable-input", std::nullopt, 0, message + "; left out"};
}

}  // namespace

model::Network read_files(std::span<const InputFile> files, const ReadOptions& options,
                          const ManyOptions& many) {
  if (files.empty()) throw std::invalid_argument("no input; name at least one file");
  check_readable(options.from);
  if (files.size() == 1) {
    ReadOptions single = options;
    single.threads = many.threads;
    return registered(read_named(files.front(), single), options.registry);
  }
  ReadOptions one_each = options;
  one_each.threads = 1;
  Readings readings(files, one_each, many);
  parallel_blocks(files.size(), many.threads, [&](std::size_t i) { readings.read(i); });
  const std::vector<Fault> faults = readings.take_faults();
  const bool some_left = many.keep_going && faults.size() < files.size();
  if (!faults.empty() && !some_left) refuse(faults, files.size());
  std::vector<model::Note> notes;
  for (const Fault& fault : faults) notes.push_back(note_on(fault, files[fault.file]));
  return registered(merged(readings.take_networks(), options.registry), options.registry)
      .with_notes_in_front(std::move(notes));
}

model::Network read_networks(std::span<const std::filesystem::path> inputs,
                             const ReadOptions& options, const ManyOptions& many) {
  return read_files(input_files(inputs).files, options, many);
}

}  // namespace respnet::io
