#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_tree.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {

/// A JSON file being read: finds lines and columns and refuses with them.
class JsonSource {
 public:
  JsonSource(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  /// Cheap when values are asked for in the order of the file.
  model::Position position(JsonValue value);
  [[noreturn]] void refuse(JsonValue value, const std::string& message);

  const std::string& file() const { return file_; }

 private:
  std::string_view text_;
  std::string file_;
  std::size_t offset_ = 0;
  LineColumn at_;
};

/// One object of known keys, read with checked types. `null` is as good as absent.
class JsonRow {
 public:
  /// @param what  what it is, with its article: "a task"
  JsonRow(JsonSource& source, JsonValue object, std::string_view what);

  JsonValue value() const { return object_; }
  model::Position position() const { return source_->position(object_); }

  /// Calls `unknown(key)` for each key that is not among these.
  void each_unknown_key(const std::vector<std::string_view>& known,
                        const std::function<void(JsonValue)>& unknown) const;

  std::optional<JsonValue> find(std::string_view key) const;
  JsonValue at(std::string_view key) const;

  std::string_view text(std::string_view key) const;  ///< required, not empty
  std::optional<std::string_view> text_or_none(std::string_view key) const;
  std::string text_or_empty(std::string_view key) const;
  std::optional<double> number_or_none(std::string_view key) const;
  std::uint32_t whole_or_zero(std::string_view key) const;
  bool boolean_or(std::string_view key, bool otherwise) const;
  std::vector<std::string> texts(std::string_view key) const;  ///< empty if absent
  model::LineRange lines(std::string_view key) const;          ///< [first, last]
  model::Span span(std::string_view key) const;                ///< [begin, end]
  /// The objects of a list; none if absent.
  std::vector<JsonRow> rows(std::string_view key, std::string_view what) const;

 private:
  [[noreturn]] void refuse_type(JsonValue value, std::string_view key,
                                std::string_view wanted) const;
  std::uint64_t whole(JsonValue value, std::string_view key, std::uint64_t most) const;
  std::optional<std::pair<std::uint64_t, std::uint64_t>> range(std::string_view key,
                                                               std::uint64_t most) const;

  JsonSource* source_;
  JsonValue object_;
  std::string_view what_;
};

}  // namespace respnet::io
