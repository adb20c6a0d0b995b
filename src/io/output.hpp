#pragma once

#include <string>

#include "respnet/io/formats.hpp"

namespace respnet::io {

/// What a writer has written and not yet passed on. Writers append to `bytes` and call end_row()
/// now and then, so that a file of any size needs one megabyte.
class Output {
 public:
  explicit Output(const Sink& sink) : sink_(sink) { bytes.reserve(kPiece + kPiece / 4); }

  void end_row() {
    if (bytes.size() >= kPiece) flush();
  }
  void flush() {
    sink_(bytes);
    bytes.clear();
  }

  std::string bytes;

 private:
  static constexpr std::size_t kPiece = 1 << 20;
  const Sink& sink_;
};

}  // namespace respnet::io
