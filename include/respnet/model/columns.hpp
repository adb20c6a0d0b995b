#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::model {

// Columns that cost nothing until used: a column that was never given a value is empty and answers
// with the default for every row. A network of 20 million tasks from an edge list has no titles and
// pays for none.

/// Texts by row, in one arena.
class TextColumn {
 public:
  std::size_t size() const { return ends_.size(); }
  /// The text of row `i`; "" for rows never set. Valid while the column is.
  std::string_view operator[](std::size_t i) const {
    if (i >= ends_.size()) return {};
    const std::uint64_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }
  /// Sets row `i`, which must be behind the last row set; rows between are "".
  void set(std::size_t i, std::string_view text) {
    if (text.empty()) return;
    ends_.resize(i, bytes_.size());
    bytes_.append(text);
    ends_.push_back(bytes_.size());
  }

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

/// Values by row, with a default for rows never set.
template <typename T>
class ValueColumn {
 public:
  /// No row was ever set to other than the default.
  bool empty() const { return values_.empty(); }
  T operator[](std::size_t i) const { return i < values_.size() ? values_[i] : T{}; }
  void set(std::size_t i, const T& value) {
    if (i >= values_.size()) {
      if (value == T{}) return;
      values_.resize(i + 1);
    }
    values_[i] = value;
  }

 private:
  std::vector<T> values_;
};

/// Lists by row, one behind the other (compressed sparse rows).
template <typename T>
class ListColumn {
 public:
  std::span<const T> operator[](std::size_t i) const {
    if (i >= ends_.size()) return {};
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span<const T>(items_).subspan(begin, ends_[i] - begin);
  }
  /// Sets row `i`, which must be behind the last row set.
  void set(std::size_t i, std::vector<T> list) {
    if (list.empty()) return;
    ends_.resize(i, items_.size());
    std::move(list.begin(), list.end(), std::back_inserter(items_));
    ends_.push_back(items_.size());
  }

 private:
  std::vector<T> items_;
  std::vector<std::size_t> ends_;
};

}  // namespace respnet::model
