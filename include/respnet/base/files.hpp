#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace respnet {

/// The whole file, or all of standard input for "-".
/// @throws FileError  when it is missing, a directory, or cannot be read
std::string read_file(const std::filesystem::path& path);

/// A file that appears whole or not at all: written beside its target, synced, then renamed over
/// it.
///
/// A symbolic link is followed. A target that is no regular file (a pipe, /dev/full) is written
/// straight. Without commit() the target stays as it was and nothing is left behind.
class OutputFile {
 public:
  /// @throws FileError  when the target is a directory or its folder cannot be written
  explicit OutputFile(const std::filesystem::path& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  /// @throws FileError  when the disk is full or fails
  void write(std::string_view bytes);
  /// Syncs and closes; after it only the rename is left.
  void finish();
  /// Renames over the target; calls finish() if that was not done.
  void commit();

 private:
  void drain(std::string_view bytes);

  std::string shown_;   // the path as the user gave it
  std::string target_;  // links resolved
  std::string staged_;  // empty when writing straight, and after commit()
  std::string buffer_;
  int descriptor_ = -1;
};

void write_file(const std::filesystem::path& path, std::string_view bytes);

struct FileContent {
  std::filesystem::path path;
  std::string bytes;
};

/// Several files of one result: all are written before the first one is renamed.
void write_files(const std::vector<FileContent>& files);

/// Unlinks every file that is staged and not committed. Safe in a signal handler.
void remove_staged_files() noexcept;

/// Lower-case hexadecimal SHA-256 of `bytes`.
std::string sha256(std::string_view bytes);

}  // namespace respnet
