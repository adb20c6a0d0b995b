#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace respnet::io {

/// Appends many short pieces to a string that is asked for room once a row, not once a piece.
///
/// Between reserve() and the end of its life the string is longer than what was written; then it
/// has what was appended, no more.
class RowText {
 public:
  explicit RowText(std::string& out) : out_(out), at_(out.data() + out.size()) { use_all_room(); }
  RowText(const RowText&) = delete;
  RowText& operator=(const RowText&) = delete;
  ~RowText() { out_.resize(size()); }

  /// Room for this many bytes more.
  void reserve(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
  }
  /// @pre there is room for it
  void append(std::string_view piece) { at_ = std::copy(piece.begin(), piece.end(), at_); }
  /// Up to 20 digits and a sign. @pre there is room for it
  void append_number(std::integral auto value) { at_ = std::to_chars(at_, end_, value).ptr; }

 private:
  std::size_t size() const { return static_cast<std::size_t>(at_ - out_.data()); }
  void use_all_room() {
    const std::size_t written = size();
    out_.resize(out_.capacity());
    at_ = out_.data() + written;
    end_ = out_.data() + out_.size();
  }
  void grow(std::size_t bytes) {
    const std::size_t written = size();
    out_.resize(std::max(2 * out_.size(), written + bytes));
    at_ = out_.data() + written;
    use_all_room();
  }

  std::string& out_;
  char* at_;
  char* end_ = nullptr;
};

}  // namespace respnet::io
