#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::io {

/// Takes JSON apart as long as it stands there in the very form that our writers give it. Each
/// function goes past what it found; where it returns false something else stands there, and the
/// text is to be left to a reader that can tell what is wrong with it, if anything.
/// @pre well-formed UTF-8 without NUL, as in a Document
class JsonCutter {
 public:
  explicit JsonCutter(std::string_view text, std::size_t begin = 0)
      : text_(text), at_(text.data() + begin), end_(text.data() + text.size()) {}

  bool at_end() const { return at_ == end_; }
  std::size_t offset() const { return static_cast<std::size_t>(at_ - text_.data()); }

  /// These very bytes.
  bool literal(std::string_view expected) { return taken(expected.data(), expected.size()); }
  /// The same, of a length that the compiler knows.
  template <std::size_t Size>
  bool literal(const char (&expected)[Size]) {
    return taken(expected, Size - 1);
  }
  /// Text in quotes. The value lies in the file, or here until forget_texts().
  bool text(std::string_view& value);
  bool filled_text(std::string_view& value) { return text(value) && !value.empty(); }
  /// The same, or null, which is as good as "".
  bool text_or_null(std::string_view& value);
  bool text_or_none(std::optional<std::string_view>& value);
  bool flag(bool& value);
  /// Digits of a number up to `most`. @pre most < 2^63
  bool whole(std::uint64_t& value, std::uint64_t most);
  bool whole(std::uint32_t& value);
  /// A number as it is written shortest, or null.
  bool real_or_null(std::optional<double>& value);
  /// [first, last], the smaller one first, or null, which leaves them as they are.
  bool range_or_null(std::uint64_t& first, std::uint64_t& last, std::uint64_t most);

  /// A list: take_item() returns false where something else stands.
  bool list(auto&& take_item) { return items(", ", take_item); }
  /// A list of rows, one a line.
  bool rows(auto&& take_row) {
    return items(",", [&] { return literal("\n  ") && take_row(); });
  }

  void forget_texts() { unescaped_.clear(); }

 private:
  bool taken(const char* expected, std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size || std::memcmp(at_, expected, size) != 0)
      return false;
    at_ += size;
    return true;
  }
  bool items(std::string_view separator, auto&& take_item) {
    if (!literal("[")) return false;
    if (literal("]")) return true;
    do {
      if (!take_item()) return false;
    } while (literal(separator));
    return literal("]");
  }
  bool unescaped_text(const char* begin, std::string_view& value);

  std::string_view text_;
  const char* at_;
  const char* end_;
  std::deque<std::string> unescaped_;
};

}  // namespace respnet::io
