#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::io {

class JsonTree;

enum class JsonKind : std::uint8_t { Null, Boolean, Integer, Real, String, Array, Object };

/// "a number", "text", …: for messages.
std::string_view in_words(JsonKind kind);

/// One value of a JsonTree; valid while the tree is.
class JsonValue {
 public:
  JsonKind kind() const;
  bool boolean() const;           ///< @pre kind() is Boolean
  std::int64_t integer() const;   ///< @pre kind() is Integer
  double real() const;            ///< @pre kind() is Integer or Real
  std::string_view text() const;  ///< @pre kind() is String
  /// Offset in bytes of its first character. Cost: its length.
  std::size_t offset() const;

  /// The items of an array; the keys and values of an object, alternating.
  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  friend class JsonTree;
  friend class Iterator;
  JsonValue(const JsonTree& tree, std::size_t node) : tree_(&tree), node_(node) {}

  const JsonTree* tree_;
  std::size_t node_;
};

class JsonValue::Iterator {
 public:
  Iterator(const JsonTree& tree, std::size_t node) : tree_(&tree), node_(node) {}
  JsonValue operator*() const { return {*tree_, node_}; }
  Iterator& operator++();
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  const JsonTree* tree_;
  std::size_t node_;
};

/// A JSON text, read once; each value knows where it stood.
///
/// Values lie one behind the other, parents before children: 32 bytes each, and the texts.
class JsonTree {
 public:
  /// @throws InputError  when the JSON is broken or an object has a key twice, with line and column
  /// @throws LimitError  when it is nested more than 64 deep
  JsonTree(std::string_view text, const std::string& file);
  JsonTree(const JsonTree&) = delete;
  JsonTree& operator=(const JsonTree&) = delete;

  JsonValue root() const { return {*this, 0}; }

 private:
  friend class JsonValue;
  friend class JsonValue::Iterator;
  class Builder;

  struct Node {
    JsonKind kind{};
    std::size_t behind = 0;  // offset behind the token; a number's may be one further
    std::size_t extent = 0;  // of a text: its length; of an array or object: the node behind it
    union {
      std::int64_t integer = 0;
      double real;
      std::size_t begin;  // of a text, in texts_
    };
  };

  std::string_view text_;
  std::vector<Node> nodes_;
  std::string texts_;
};

}  // namespace respnet::io
