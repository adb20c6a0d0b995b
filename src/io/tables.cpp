#include "respnet/io/tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <variant>
#include <vector>

#include "io/cells.hpp"
#include "io/csv_text.hpp"
#include "io/output.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::string_view kUndefined = "–";

bool is_number(const Column& column) {
  return !std::holds_alternative<std::vector<std::string>>(column.values);
}

bool is_whole(double value) { return value == std::trunc(value) && std::abs(value) < 1e15; }

// Three decimals for people; three digits where those would show nothing of the value.
std::string rounded(double value) {
  if (value != 0 && std::abs(value) < 0.0005) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::scientific, 2)
                         .ptr;
    return {text.data(), end};
  }
  return fixed(value, 3);
}

// The cells of one column as a person reads them. A column of whole numbers shows no decimals.
std::vector<std::string> cells_for_people(const Column& column) {
  std::vector<std::string> cells;
  if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) {
    for (const std::string& text : *texts) cells.push_back(printable(text));
  } else if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values)) {
    for (const std::int64_t value : *whole) cells.push_back(std::to_string(value));
  } else {
    const auto& values = std::get<std::vector<double>>(column.values);
    const bool all_whole = std::ranges::all_of(
        values, [](double value) { return !std::isfinite(value) || is_whole(value); });
    for (const double value : values) {
      if (!std::isfinite(value)) {
        cells.emplace_back(kUndefined);
      } else {
        cells.push_back(all_whole ? number(value) : rounded(value));
      }
    }
  }
  return cells;
}

std::string heading(const Column& column) {
  return printable(column.label.empty() ? column.id : column.label);
}

void append_padded(std::string& out, std::string_view text, std::size_t width, bool to_the_right) {
  const std::size_t shown = display_width(text);
  const std::size_t missing = width > shown ? width - shown : 0;
  if (to_the_right) out.append(missing, ' ');
  out += text;
  if (!to_the_right) out.append(missing, ' ');
}

void end_line(std::string& out) {
  while (out.ends_with(' ')) out.pop_back();
  out += '\n';
}

// What Markdown would take for markup gets a backslash.
std::string escape_markdown(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\|`*_[<").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void append_csv_line(std::string& out, const Table& table, const auto& append_cell) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(table.columns[i]);
  }
  out += '\n';
}

std::string text(const auto& write) {
  std::string bytes;
  write([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

}  // namespace

TableFormat table_format_named(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"table", "json", "csv", "markdown"};
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<TableFormat>(found - names.begin());
  const std::string nearest = did_you_mean(name, {names.begin(), names.end()});
  throw std::invalid_argument(
      "unknown table format '" + printable(name) + "'" +
      (nearest.empty() ? "; choose from table, json, csv, markdown" : nearest));
}

std::string table_bytes(const Table& table, TableFormat format) {
  switch (format) {
    case TableFormat::Json:
      return json_rows(table);
    case TableFormat::Csv:
      return csv_table(table);
    case TableFormat::Markdown:
      return markdown_table(table);
    default:
      return text_table(table);
  }
}

std::string text_table(const Table& table) {
  constexpr std::string_view gap = "  ";
  std::vector<std::vector<std::string>> columns;
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns) {
    columns.push_back(cells_for_people(column));
    std::size_t width = display_width(heading(column));
    for (const std::string& cell : columns.back()) width = std::max(width, display_width(cell));
    widths.push_back(width);
  }
  std::string out;
  if (!table.title.empty()) out += printable(table.title) + "\n\n";
  const auto append_line = [&](auto&& cell) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += gap;
      append_padded(out, cell(i), widths[i], is_number(table.columns[i]));
    }
    end_line(out);
  };
  append_line([&](std::size_t i) { return heading(table.columns[i]); });
  std::size_t rule = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  if (!widths.empty()) rule += gap.size() * (widths.size() - 1);
  for (std::size_t i = 0; i < rule; ++i) out += "─";
  out += '\n';
  for (std::size_t row = 0; row < table.rows(); ++row)
    append_line([&](std::size_t i) { return columns[i][row]; });
  return out;
}

void write_json_rows(const Table& table, const Sink& sink, unsigned threads) {
  Output output(sink, threads);
  write_json_rows(output, table, " ");
  output.bytes += '\n';
  output.flush();
}

std::string json_rows(const Table& table) {
  return text([&](const Sink& sink) { write_json_rows(table, sink, 0); });
}

void write_csv_table(const Table& table, const Sink& sink, unsigned threads) {
  std::string head;
  append_csv_line(head, table, [&](const Column& column) { append_csv(head, column.id); });
  sink(head);
  write_csv_rows(table, sink, threads);
}

void write_csv_rows(const Table& table, const Sink& sink, unsigned threads) {
  Output output(sink, threads);
  output.each_row(table.rows(), [&](std::string& out, std::size_t row) {
    append_csv_line(out, table, [&](const Column& column) { append_csv_cell(out, column, row); });
  });
  output.flush();
}

std::string csv_table(const Table& table) {
  return text([&](const Sink& sink) { write_csv_table(table, sink, 0); });
}

std::string markdown_table(const Table& table) {
  std::string out;
  if (!table.title.empty()) out += "**" + escape_markdown(printable(table.title)) + "**\n\n";
  out += '|';
  for (const Column& column : table.columns) out += ' ' + escape_markdown(heading(column)) + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += is_number(column) ? " ---: |" : " --- |";
  out += '\n';
  std::vector<std::vector<std::string>> columns;
  for (const Column& column : table.columns) columns.push_back(cells_for_people(column));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    out += '|';
    for (const auto& cells : columns) out += ' ' + escape_markdown(cells[row]) + " |";
    out += '\n';
  }
  return out;
}

}  // namespace respnet::io
