#include "io/csv_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// What makes a spreadsheet compute: also the full-width forms, which some of them accept.
bool starts_formula(std::string_view text) {
  constexpr std::array<std::string_view, 4> wide{"＝", "＋", "－", "＠"};
  switch (text.empty() ? '\0' : text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
      return true;
    case wide[0].front():
      return std::ranges::any_of(wide,
                                 [&](std::string_view start) { return text.starts_with(start); });
    default:
      return false;
  }
}

bool needs_quotes(char c) { return c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t'; }

// A formula, or apostrophes and a formula: what gets one more apostrophe, so that taking one away
// always gives the text back.
bool is_guarded(std::string_view text) {
  const std::size_t start = text.find_first_not_of('\'');
  return start != std::string_view::npos && starts_formula(text.substr(start));
}

}  // namespace

CsvScanner::CsvScanner(std::string_view text, char separator, std::string file)
    : text_(text), separator_(separator), file_(std::move(file)) {}

void CsvScanner::refuse(std::size_t offset, const std::string& message) const {
  const LineColumn at = line_column(text_, offset);
  throw InputError({file_, at.line, at.column}, message);
}

const std::vector<CsvField>& CsvScanner::next() {
  fields_.clear();
  undoubled_.clear();
  while (at_ < text_.size() && is_line_end(text_[at_])) ++at_;
  if (at_ == text_.size()) return fields_;
  for (;;) {
    while (at_ < text_.size() && is_blank(text_[at_]) && text_[at_] != separator_) ++at_;
    if (at_ < text_.size() && text_[at_] == '"') {
      quoted_field();
    } else {
      bare_field();
    }
    if (at_ == text_.size() || is_line_end(text_[at_])) return fields_;
    ++at_;  // the separator
  }
}

bool CsvScanner::at_field_end() const {
  return at_ == text_.size() || text_[at_] == separator_ || is_line_end(text_[at_]);
}

void CsvScanner::bare_field() {
  const std::size_t begin = at_;
  for (; !at_field_end(); ++at_)
    if (text_[at_] == '"')
      refuse(at_,
             "a quote inside a field without quotes; put quotes around the field and double "
             "those inside");
  std::size_t end = at_;
  while (end > begin && is_blank(text_[end - 1])) --end;
  fields_.push_back({text_.substr(begin, end - begin), begin});
}

void CsvScanner::quoted_field() {
  const std::size_t opening = at_++;
  std::size_t begin = at_;
  std::string* undoubled = nullptr;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos)
      refuse(opening, "a quote that is never closed; close the field with a quote");
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    if (undoubled == nullptr) undoubled = &undoubled_.emplace_back();
    undoubled->append(text_.substr(begin, at_ - begin));
    begin = ++at_;
  }
  std::string_view content = text_.substr(begin, at_ - 1 - begin);
  if (undoubled != nullptr) content = undoubled->append(content);
  fields_.push_back({content, opening});
  while (!at_field_end() && is_blank(text_[at_])) ++at_;
  if (!at_field_end())
    refuse(at_, "text behind a closing quote; double the quotes inside the field");
}

void append_csv(std::string& out, std::string_view text) {
  const bool guarded = is_guarded(text);
  const bool quoted = std::ranges::any_of(text, needs_quotes) ||
                      (!text.empty() && (is_blank(text.front()) || is_blank(text.back())));
  if (quoted) out += '"';
  if (guarded) out += '\'';
  if (!quoted || text.find('"') == std::string_view::npos) {
    out += text;
  } else {
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  }
  if (quoted) out += '"';
}

std::string_view without_guard(std::string_view field) {
  if (field.starts_with('\'') && is_guarded(field)) field.remove_prefix(1);
  return field;
}

}  // namespace respnet::io
