#pragma once

#include <cstddef>
#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>

namespace respnet {

/// A place in a file that a person can go to. Line and column count from 1, columns in characters;
/// 0 means "not known".
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// `FILE:LINE:COL`, leaving out what is not known.
std::string to_string(const Place& place);

/// The data are at fault: the input is refused. Exit code 3.
class InputError : public std::runtime_error {
 public:
  InputError(Place place, const std::string& message);
  const Place& place() const { return place_; }

 private:
  Place place_;
};

/// The command line is wrong. Exit code 2. (The library itself throws std::invalid_argument.)
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A file, or a font, cannot be read or written. Exit code 4.
class FileError : public std::runtime_error {
 public:
  /// @param path  empty: the reason says it all
  FileError(const std::string& path, const std::string& reason);
};

/// A stated limit was reached: memory, size or depth. Exit code 5.
class LimitError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws std::logic_error with our own place in the source when `condition` does not hold: for
/// what can only be a bug of ours, never for bad input.
void ensure(bool condition, std::string_view what,
            const std::source_location& where = std::source_location::current());

}  // namespace respnet
