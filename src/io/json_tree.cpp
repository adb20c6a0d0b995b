#include "io/json_tree.hpp"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kMostDeep = 64;

// Hands the parser one byte after the other and tells how far it has come.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** reached) : at_(at), reached_(reached) {}
  const char& operator*() const { return *at_; }
  Cursor& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** reached_;
};

bool in_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

std::string_view in_words(JsonKind kind) {
  constexpr std::array<std::string_view, 7> words{
      "null", "true or false", "a whole number", "a number", "text", "a list", "an object"};
  return words[static_cast<std::size_t>(kind)];
}

// Listens to the parser and lays the values down.
class JsonTree::Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(JsonTree& tree, const std::string& file) : tree_(tree), file_(file) {}

  const char** reached() { return &reached_; }

  bool null() override { return add(JsonKind::Null); }
  bool boolean(bool value) override {
    add(JsonKind::Boolean);
    tree_.nodes_.back().integer = value ? 1 : 0;
    return true;
  }
  bool number_integer(std::int64_t value) override {
    add(JsonKind::Integer);
    tree_.nodes_.back().integer = value;
    return true;
  }
  bool number_unsigned(std::uint64_t value) override {
    if (value > INT64_MAX) return number_float(static_cast<double>(value), {});
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double value, const std::string& /*as_written*/) override {
    add(JsonKind::Real);
    tree_.nodes_.back().real = value;
    return true;
  }
  bool string(std::string& value) override {
    add(JsonKind::String);
    tree_.nodes_.back().extent = value.size();
    tree_.nodes_.back().begin = tree_.texts_.size();
    tree_.texts_ += value;
    if (value.find('\0') != std::string::npos)
      fail(offset(), "text with a NUL character (\\u0000); remove it");
    return true;
  }
  bool key(std::string& value) override { return string(value); }
  bool binary(nlohmann::json::binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(JsonKind::Object); }
  bool start_array(std::size_t /*size*/) override { return open(JsonKind::Array); }
  bool end_array() override { return close(); }
  bool end_object() override {
    refuse_twins();
    return close();
  }
  [[noreturn]] bool parse_error(std::size_t position, const std::string& token,
                                const nlohmann::detail::exception& exception) override;

 private:
  [[noreturn]] void fail(std::size_t offset, const std::string& message) const {
    const LineColumn at = line_column(tree_.text_, offset);
    throw InputError({file_, at.line, at.column}, message);
  }
  std::size_t offset() const { return JsonValue(tree_, tree_.nodes_.size() - 1).offset(); }

  bool add(JsonKind kind) {
    Node node;
    node.kind = kind;
    node.behind = static_cast<std::size_t>(reached_ - tree_.text_.data());
    tree_.nodes_.push_back(node);
    return true;
  }
  bool open(JsonKind kind) {
    add(kind);
    if (open_.size() == kMostDeep) {
      const LineColumn at = line_column(tree_.text_, offset());
      throw LimitError(to_string({file_, at.line, at.column}) + ": nested more than " +
                       std::to_string(kMostDeep) + " deep; a network needs 5");
    }
    open_.push_back(tree_.nodes_.size() - 1);
    return true;
  }
  bool close() {
    tree_.nodes_[open_.back()].extent = tree_.nodes_.size();
    open_.pop_back();
    return true;
  }
  void refuse_twins();

  JsonTree& tree_;
  const std::string& file_;
  const char* reached_ = tree_.text_.data();
  std::vector<std::size_t> open_;
  std::vector<JsonValue> keys_;
};

void JsonTree::Builder::refuse_twins() {
  tree_.nodes_[open_.back()].extent = tree_.nodes_.size();
  keys_.clear();
  const JsonValue object(tree_, open_.back());
  for (auto item = object.begin(); item != object.end(); ++item, ++item) keys_.push_back(*item);
  std::ranges::stable_sort(keys_, {}, &JsonValue::text);
  const auto twin = std::ranges::adjacent_find(keys_, {}, &JsonValue::text);
  if (twin == keys_.end()) return;
  const LineColumn first = line_column(tree_.text_, twin->offset());
  fail((twin + 1)->offset(),
       "the key '" + printable(twin->text()) + "' stands twice in one object, first in line " +
           std::to_string(first.line) + " column " + std::to_string(first.column) + "; keep one");
}

bool JsonTree::Builder::parse_error(std::size_t position, const std::string& token,
                                    const nlohmann::detail::exception& exception) {
  constexpr int out_of_range = 406;
  const std::size_t last = std::max<std::size_t>(position, 1) - 1;
  if (exception.id == out_of_range) fail(last, "a number too large to hold; make it smaller");
  if (trimmed(tree_.text_.substr(std::min(last, tree_.text_.size()))).empty() &&
      position > tree_.text_.size())
    fail(tree_.text_.size(), "the JSON ends too early; close the last quote, bracket or brace");
  // A string or number that was read whole stands in the wrong place: point at where it begins.
  // Else the last character read is wrong; what the lexer calls the token may then begin far before
  // it.
  const bool string = token.size() > 1 && token.front() == '"' && token.back() == '"';
  const bool number = token.find_first_not_of("0123456789+-.eE") == std::string::npos;
  const std::size_t begin =
      (string || number) && token.size() <= position ? position - token.size() : last;
  const std::string_view line = tree_.text_.substr(std::min(begin, tree_.text_.size()));
  const std::string_view wrong =
      string || number ? std::string_view(token) : line.substr(0, line.find('\n'));
  fail(begin, "broken JSON at '" + printable(prefix(wrong, 20)) +
                  "'; look for a missing comma, colon, quote or bracket just before it");
}

JsonTree::JsonTree(std::string_view text, const std::string& file) : text_(text) {
  Builder builder(*this, file);
  const char* const end = text.data() + text.size();
  nlohmann::json::sax_parse(Cursor(text.data(), builder.reached()), Cursor(end, builder.reached()),
                            &builder);
}

JsonKind JsonValue::kind() const { return tree_->nodes_[node_].kind; }
bool JsonValue::boolean() const { return tree_->nodes_[node_].integer != 0; }
std::int64_t JsonValue::integer() const { return tree_->nodes_[node_].integer; }

double JsonValue::real() const {
  const JsonTree::Node& node = tree_->nodes_[node_];
  return node.kind == JsonKind::Integer ? static_cast<double>(node.integer) : node.real;
}

std::string_view JsonValue::text() const {
  const JsonTree::Node& node = tree_->nodes_[node_];
  return std::string_view(tree_->texts_).substr(node.begin, node.extent);
}

// Only the end of a token is known from the parser; its beginning is found by going back.
std::size_t JsonValue::offset() const {
  const JsonTree::Node& node = tree_->nodes_[node_];
  const std::string_view before = tree_->text_.substr(0, node.behind);
  std::size_t at = before.size() - 1;
  switch (node.kind) {
    case JsonKind::Array:
    case JsonKind::Object:
      return at;
    case JsonKind::Null:
      return before.size() - 4;
    case JsonKind::Boolean:
      return before.size() - (node.integer != 0 ? 4 : 5);
    case JsonKind::String:
      // Every quote inside is behind an odd number of backslashes, the first one behind none.
      do {
        at = before.rfind('"', at - 1);
      } while (at > 0 && before[at - 1] == '\\');
      return at;
    default:
      if (!in_number(before[at])) --at;
      while (at > 0 && in_number(before[at - 1])) --at;
      return at;
  }
}

JsonValue::Iterator JsonValue::begin() const { return {*tree_, node_ + 1}; }
JsonValue::Iterator JsonValue::end() const { return {*tree_, tree_->nodes_[node_].extent}; }

JsonValue::Iterator& JsonValue::Iterator::operator++() {
  const JsonTree::Node& node = tree_->nodes_[node_];
  const bool holds = node.kind == JsonKind::Array || node.kind == JsonKind::Object;
  node_ = holds ? node.extent : node_ + 1;
  return *this;
}

}  // namespace respnet::io
