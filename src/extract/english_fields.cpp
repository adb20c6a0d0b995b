#include "extract/english_fields.hpp"

#include <algorithm>

#include "respnet/extract/brackets.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestLine = 16 * 1024;  // bytes; longer lines hold no fields

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Bytes of a mark behind which a label may begin: "(", ". ", " – ".
std::size_t opener_at(std::string_view line, std::size_t at) {
  const char c = line[at];
  if (c == '(' || c == '[' || c == '|') return 1;
  const bool spaced = at + 1 < line.size() && is_blank(line[at + 1]);
  if (spaced && (c == ';' || c == '.' || c == ',' || c == '-')) return 1;
  for (const std::string_view mark : {"–", "—", "；", "（"})
    if (line.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

struct Start {
  std::size_t at = 0;
  EnglishLabel label;
  std::size_t bracket = 0;  // behind the bracket around it; 0: none
};

bool tells(const EnglishLabel& label) { return label.column.kind != ColumnKind::Ignored; }

// Behind a first label also those that say neither who nor when, as they end what is in front.
std::vector<Start> label_starts(std::string_view line) {
  std::vector<Start> starts;
  const std::vector<std::uint32_t> pairs = closings(line);
  std::size_t bracket = 0;
  const auto try_at = [&](std::size_t at, bool spoken) {
    while (at < line.size() && is_blank(line[at])) ++at;
    const auto label = english_label_at_start(line.substr(at));
    if (!label) return;
    const char last = line.substr(at, label->size).find(':') != std::string_view::npos ? ':' : ' ';
    if (last != ':' && !spoken) return;
    starts.push_back({at, *label, bracket});
  };
  try_at(0, true);
  for (std::size_t i = 0; i < line.size();) {
    if (bracket != 0 && i >= bracket) bracket = 0;
    const std::size_t size = opener_at(line, i);
    if (size == 0) {
      i += glyph_at(line, i).size;
      continue;
    }
    if (pairs[i] != 0) bracket = pairs[i];
    try_at(i + size, pairs[i] != 0);
    i += size;
  }
  return starts;
}

// A field's sentence ends where another begins: "Lead: Roads Board. We have maps."
std::size_t sentence_end(std::string_view value) {
  for (std::size_t at = value.find(". "); at != std::string_view::npos;
       at = value.find(". ", at + 1)) {
    const std::vector<std::string> words = words_of(value.substr(0, at));
    if (!words.empty() && words.back().size() > 2 && !kShortened.is(words.back())) return at;
  }
  return value.size();
}

Range trimmed_value(std::string_view text, Range value) {
  value = narrowed(text, value);
  while (!value.empty()) {
    const std::string_view words = value.of(text);
    std::size_t size = 0;
    for (const std::string_view mark : {";", ",", "|", "–", "—", " -", "."})
      if (words.ends_with(mark)) size = mark.size();
    if (size == 0) break;
    value = narrowed(text, {value.begin, value.end - static_cast<std::uint32_t>(size)});
  }
  return value;
}

}  // namespace

std::vector<EnglishField> fields_in_line(std::string_view text, Range line) {
  std::vector<EnglishField> fields;
  const std::string_view words = line.of(text);
  if (words.size() > kLongestLine) return fields;
  const std::vector<Start> starts = label_starts(words);
  if (std::ranges::none_of(starts, [](const Start& start) { return tells(start.label); }))
    return fields;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Start& start = starts[i];
    const std::size_t begin = start.at + start.label.size;
    std::size_t end = i + 1 < starts.size() ? starts[i + 1].at : words.size();
    if (i + 1 < starts.size())
      while (end > begin &&
             std::string_view(" \t([").find(words[end - 1]) != std::string_view::npos)
        --end;
    if (start.bracket != 0) end = std::min(end, start.bracket - 1);
    if (start.label.column.kind == ColumnKind::Units)
      end = begin + sentence_end(words.substr(begin, std::max(end, begin) - begin));
    const auto at = [&](std::size_t offset) {
      return line.begin + static_cast<std::uint32_t>(offset);
    };
    const Range value = trimmed_value(text, {at(begin), at(std::max(begin, end))});
    fields.push_back({start.label, {at(start.at), std::max(value.end, at(begin))}, value});
  }
  return fields;
}

std::uint32_t end_of_words(std::string_view text, Range line, const EnglishField& first) {
  Range words = narrowed(text, {line.begin, first.all.begin});
  for (bool found = true; found && !words.empty();) {
    found = false;
    for (const std::string_view mark : {"(", "[", "–", "—", "-", ";", ",", "|", "（", ":"})
      if (words.of(text).ends_with(mark)) {
        words = narrowed(text, {words.begin, words.end - static_cast<std::uint32_t>(mark.size())});
        found = true;
        break;
      }
  }
  return words.end;
}

}  // namespace respnet::extract
