#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/csv_text.hpp"
#include "io/plain_rows.hpp"
#include "io/role_words.hpp"

namespace respnet::io {

inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Where the next line begins, at `at` or later. @pre at > 0
inline std::size_t line_begin(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_line_end(text[at - 1])) ++at;
  return at;
}

/// As many rows as there may be: an empty line counts, too.
inline std::size_t most_rows(std::string_view text) {
  auto count = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1))
    if (at + 1 == text.size() || text[at + 1] != '\n') ++count;
  return count + (!text.empty() && !is_line_end(text.back()) ? 1U : 0U);
}

/// Cuts rows of an edge list into fields as CsvScanner does, as long as each is one line.
class RowCutter {
 public:
  enum class Found : std::uint8_t { Row, End, Doubt };

  RowCutter(const RowsBelow& rows, std::size_t begin, std::size_t end)
      : separator_(rows.separator),
        at_(rows.text.data() + begin),
        end_(rows.text.data() + end),
        field_of_column_(rows.width, kOther) {
    for (std::size_t field = 0; field < rows.columns.size(); ++field)
      if (rows.columns[field] < rows.width)
        field_of_column_[rows.columns[field]] = static_cast<std::uint8_t>(field);
    for (const char c : {separator_, '\n', '\r', '"'}) stops_[static_cast<unsigned char>(c)] = true;
  }

  /// Calls `read_row` at each row that is left, or until another thread sets `doubtful`. False in
  /// doubt, and where `read_row` returns false.
  bool each_row(const std::atomic<bool>& doubtful, auto&& read_row) {
    while (!doubtful.load(std::memory_order_relaxed)) {
      const Found found = next();
      if (found == Found::Doubt || (found == Found::Row && !read_row())) return false;
      if (found == Found::End) break;
    }
    return true;
  }
  Found next() {
    const char* at = at_;  // the compiler keeps it at hand
    while (at != end_ && is_line_end(*at)) ++at;
    at_ = row_ = at;
    if (at == end_) return Found::End;
    undoubled_ = 0;
    for (std::size_t column = 0;; ++column, ++at) {
      if (column == field_of_column_.size()) return Found::Doubt;
      const std::uint8_t field = field_of_column_[column];
      while (at != end_ && is_blank(*at)) ++at;
      const char* const begin = at;
      while (at != end_ && !stops_[static_cast<unsigned char>(*at)]) ++at;
      if (at == end_ || *at != '"') {
        const char* end = at;
        while (end != begin && is_blank(end[-1])) --end;
        fields_[field] = {begin, end};
      } else {
        at_ = at;
        if (at != begin || !cut_quoted(field)) return Found::Doubt;
        at = at_;
      }
      if (at != end_ && *at == separator_) continue;
      at_ = at;
      return column + 1 == field_of_column_.size() ? Found::Row : Found::Doubt;
    }
  }

  const char* row() const { return row_; }  ///< where the last row begins
  std::string_view task() const { return without_guard(fields_[0]); }
  std::string_view unit() const { return without_guard(fields_[1]); }
  std::string_view role() const { return fields_[2]; }
  std::string_view order() const { return fields_[3]; }
  /// Whether these lie in the file; else they last until the next row.
  bool task_lasts() const { return (undoubled_ & 1) == 0; }
  bool unit_lasts() const { return (undoubled_ & 2) == 0; }

 private:
  static constexpr std::uint8_t kOther = 4;
  bool is_blank(char c) const { return (c == ' ' || c == '\t') && c != separator_; }
  // False where the quotes end in another line or not at all, or something stands behind them.
  [[gnu::noinline]] bool cut_quoted(std::uint8_t field) {
    const char* begin = ++at_;
    bool doubled = false;
    for (;;) {
      while (at_ != end_ && *at_ != '"' && !is_line_end(*at_)) ++at_;
      if (at_ == end_ || *at_ != '"') return false;
      const char* const end = at_++;
      const bool goes_on = at_ != end_ && *at_ == '"';
      if (goes_on || doubled) {
        std::string& content = contents_[field];
        if (!doubled) content.clear();
        content.append(begin, goes_on ? at_ : end);
        doubled = true;
        begin = ++at_;
        if (goes_on) continue;
        --at_;
        fields_[field] = content;
        undoubled_ |= 1U << field;
      } else {
        fields_[field] = {begin, end};
      }
      while (at_ != end_ && is_blank(*at_)) ++at_;
      return at_ == end_ || *at_ == separator_ || is_line_end(*at_);
    }
  }

  char separator_;
  const char* at_;
  const char* end_;
  const char* row_ = nullptr;
  std::vector<std::uint8_t> field_of_column_;
  std::array<std::string_view, kOther + 1> fields_{};
  std::array<std::string, kOther + 1> contents_{};  // without the quotes doubled in the file
  unsigned undoubled_ = 0;                          // the fields that lie there, a bit each
  std::array<bool, 256> stops_{};
};

/// The role words that came before; a file has few.
class Roles {
 public:
  std::optional<model::Role> operator[](std::string_view word) {
    for (const auto& [known, role] : known_)
      if (known == word) return role;
    const auto role = role_of_word(word);
    if (role) known_.emplace_back(word, *role);
    return role;
  }

 private:
  std::vector<std::pair<std::string, model::Role>> known_;
};

/// The place that a row states: 0 for none; empty for what is no place.
inline std::optional<std::uint32_t> order_in(std::string_view stated) {
  std::uint32_t order = 0;
  if (stated.empty()) return order;
  const char* const end = stated.data() + stated.size();
  const auto [behind, error] = std::from_chars(stated.data(), end, order);
  if (error != std::errc{} || behind != end || order == 0) return std::nullopt;
  return order;
}

}  // namespace respnet::io
