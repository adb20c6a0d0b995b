#include "io/json_text.hpp"

#include <cmath>

namespace respnet::io {
namespace {

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default: {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

bool is_escaped(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

void append_cell(std::string& out, const std::string& text) { append_json(out, text); }
void append_cell(std::string& out, std::int64_t value) { append_number(out, value); }
void append_cell(std::string& out, double value) { append_json(out, value); }

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_escaped(text[i])) continue;
    out.append(text.substr(copied, i - copied));
    append_escaped(out, text[i]);
    copied = i + 1;
  }
  out.append(text.substr(copied));
  out += '"';
}

void append_json(std::string& out, double value) {
  if (std::isfinite(value))
    append_number(out, value);
  else
    out += "null";
}

JsonObjects::JsonObjects(const Table& table) : table_(table) {
  for (const Column& column : table.columns) {
    std::string& key = keys_.emplace_back(keys_.empty() ? "{" : ", ");
    append_json(key, column.id);
    key += ": ";
  }
}

void JsonObjects::append(std::string& out, std::size_t row) const {
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    out += keys_[i];
    std::visit([&](const auto& values) { append_cell(out, values[row]); },
               table_.columns[i].values);
  }
  out += keys_.empty() ? "{}" : "}";
}

void append_json_rows(std::string& out, const Table& table, std::string_view indent) {
  const JsonObjects objects(table);
  out += '[';
  for (std::size_t row = 0; row < table.rows(); ++row) {
    out.append(row == 0 ? "\n" : ",\n").append(indent);
    objects.append(out, row);
  }
  out += ']';
}

}  // namespace respnet::io
