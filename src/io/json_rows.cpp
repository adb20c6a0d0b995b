#include "io/json_rows.hpp"

#include <algorithm>
#include <utility>

#include "respnet/base/errors.hpp"

namespace respnet::io {

model::Position JsonSource::position(JsonValue value) {
  const std::size_t wanted = value.offset();
  if (wanted < offset_) {
    offset_ = 0;
    at_ = {};
  }
  const LineColumn further = line_column(text_.substr(offset_), wanted - offset_);
  at_.column = further.line == 1 ? at_.column + further.column - 1 : further.column;
  at_.line += further.line - 1;
  offset_ = wanted;
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  return {static_cast<std::uint32_t>(std::min(at_.line, most)),
          static_cast<std::uint32_t>(std::min(at_.column, most))};
}

void JsonSource::refuse(JsonValue value, const std::string& message) {
  const model::Position at = position(value);
  throw InputError({file_, at.line, at.column}, message);
}

JsonRow::JsonRow(JsonSource& source, JsonValue object, std::string_view what)
    : source_(&source), object_(object), what_(what) {
  if (object.kind() == JsonKind::Object) return;
  source.refuse(object, std::string(what) + " must be an object {…}, not " +
                            std::string(in_words(object.kind())));
}

void JsonRow::each_unknown_key(const std::vector<std::string_view>& known,
                               const std::function<void(JsonValue)>& unknown) const {
  for (auto item = object_.begin(); item != object_.end(); ++item, ++item)
    if (std::ranges::find(known, (*item).text()) == known.end()) unknown(*item);
}

std::optional<JsonValue> JsonRow::find(std::string_view key) const {
  for (auto item = object_.begin(); item != object_.end(); ++item) {
    const bool found = (*item).text() == key;
    ++item;
    if (!found) continue;
    if ((*item).kind() == JsonKind::Null) return std::nullopt;
    return *item;
  }
  return std::nullopt;
}

JsonValue JsonRow::at(std::string_view key) const {
  if (const auto value = find(key)) return *value;
  source_->refuse(object_, std::string(what_) + " without \"" + std::string(key) + "\"; add it");
}

void JsonRow::refuse_type(JsonValue value, std::string_view key, std::string_view wanted) const {
  source_->refuse(value, "\"" + std::string(key) + "\" of " + std::string(what_) + " must be " +
                             std::string(wanted) + ", not " + std::string(in_words(value.kind())));
}

std::string_view JsonRow::text(std::string_view key) const {
  const JsonValue value = at(key);
  if (value.kind() != JsonKind::String) refuse_type(value, key, "text");
  if (value.text().empty())
    source_->refuse(
        value, "\"" + std::string(key) + "\" of " + std::string(what_) + " is empty; fill it in");
  return value.text();
}

std::optional<std::string_view> JsonRow::text_or_none(std::string_view key) const {
  const auto value = find(key);
  if (!value) return std::nullopt;
  if (value->kind() != JsonKind::String) refuse_type(*value, key, "text");
  return value->text();
}

std::string JsonRow::text_or_empty(std::string_view key) const {
  return std::string(text_or_none(key).value_or(""));
}

std::optional<double> JsonRow::number_or_none(std::string_view key) const {
  const auto value = find(key);
  if (!value) return std::nullopt;
  if (value->kind() != JsonKind::Integer && value->kind() != JsonKind::Real)
    refuse_type(*value, key, "a number");
  return value->real();
}

std::uint64_t JsonRow::whole(JsonValue value, std::string_view key, std::uint64_t most) const {
  if (value.kind() != JsonKind::Integer) refuse_type(value, key, "a whole number");
  if (value.integer() < 0 || static_cast<std::uint64_t>(value.integer()) > most)
    source_->refuse(value, "\"" + std::string(key) + "\" of " + std::string(what_) +
                               " must lie between 0 and " + std::to_string(most));
  return static_cast<std::uint64_t>(value.integer());
}

std::uint32_t JsonRow::whole_or_zero(std::string_view key) const {
  const auto value = find(key);
  if (!value) return 0;
  return static_cast<std::uint32_t>(whole(*value, key, std::numeric_limits<std::uint32_t>::max()));
}

bool JsonRow::boolean_or(std::string_view key, bool otherwise) const {
  const auto value = find(key);
  if (!value) return otherwise;
  if (value->kind() != JsonKind::Boolean) refuse_type(*value, key, "true or false");
  return value->boolean();
}

std::vector<std::string> JsonRow::texts(std::string_view key) const {
  std::vector<std::string> result;
  const auto list = find(key);
  if (!list) return result;
  if (list->kind() != JsonKind::Array) refuse_type(*list, key, "a list of texts");
  for (const JsonValue item : *list) {
    if (item.kind() != JsonKind::String) refuse_type(item, key, "a list of texts");
    result.emplace_back(item.text());
  }
  return result;
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> JsonRow::range(std::string_view key,
                                                                      std::uint64_t most) const {
  const auto list = find(key);
  if (!list) return std::nullopt;
  if (list->kind() != JsonKind::Array) refuse_type(*list, key, "a list of two whole numbers");
  std::vector<std::uint64_t> ends;
  for (const JsonValue item : *list) ends.push_back(whole(item, key, most));
  if (ends.size() != 2 || ends[0] > ends[1])
    source_->refuse(*list, "\"" + std::string(key) + "\" of " + std::string(what_) +
                               " must be two whole numbers, the smaller one first");
  return std::pair(ends[0], ends[1]);
}

model::LineRange JsonRow::lines(std::string_view key) const {
  const auto ends = range(key, std::numeric_limits<std::uint32_t>::max());
  if (!ends) return {};
  return {static_cast<std::uint32_t>(ends->first), static_cast<std::uint32_t>(ends->second)};
}

model::Span JsonRow::span(std::string_view key) const {
  const auto ends = range(key, std::numeric_limits<std::int64_t>::max());
  if (!ends) return {};
  return {ends->first, ends->second};
}

std::vector<JsonRow> JsonRow::rows(std::string_view key, std::string_view what) const {
  std::vector<JsonRow> result;
  const auto list = find(key);
  if (!list) return result;
  if (list->kind() != JsonKind::Array) refuse_type(*list, key, "a list of objects");
  for (const JsonValue item : *list) result.emplace_back(*source_, item, what);
  return result;
}

}  // namespace respnet::io
