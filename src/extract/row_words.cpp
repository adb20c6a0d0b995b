#include "extract/row_words.hpp"

#include <algorithm>
#include <vector>

#include "extract/ascii.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/english_items.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kWidestTitle = 80;    // columns, 40 Chinese characters
constexpr std::size_t kLongestNumber = 20;  // bytes, of a number column's cell

// The first sentence, cut behind a whole word.
std::string english_title(std::string_view words) {
  constexpr std::size_t longest = 200;  // bytes
  words = stripped(words);
  if (const auto mark = item_at_start(words)) words = words.substr(mark->size);
  words = words.substr(0, words.find('\n'));
  for (std::size_t at = words.find(". "); at != std::string_view::npos;
       at = words.find(". ", at + 1)) {
    const std::vector<std::string> before = words_of(words.substr(0, at));
    const bool ends = !before.empty() && !kShortened.is(before.back()) &&
                      before.back().size() > 2 && at + 2 < words.size() &&
                      !(words[at + 2] >= 'a' && words[at + 2] <= 'z');
    if (ends) words = words.substr(0, at);
  }
  if (words.size() > longest) words = words.substr(0, words.rfind(' ', longest));
  std::string title(without_footnote_marks(prefix(words, longest)));
  while (title.ends_with('.') || title.ends_with(':')) title.pop_back();
  return title;
}

}  // namespace

std::string row_title(std::string_view words) {
  if (is_english(words)) return english_title(words);
  words = stripped(words);
  constexpr std::size_t looked_at = 1024;  // bytes, more than the widest title
  const std::string_view head = prefix(words.substr(0, looked_at), kWidestTitle + 1);
  std::size_t end = std::min(head.size(), head.find('\n'));
  for (const GlyphKind kind : {GlyphKind::Stop, GlyphKind::Semicolon})
    end = std::min(end, find_outside_brackets(head, kind));
  for (std::size_t at = find_outside_brackets(head, GlyphKind::Comma); at < end;
       at = find_outside_brackets(head, GlyphKind::Comma, at + 1))
    if (head[at] != ',') end = at;
  std::string_view title = stripped(head.substr(0, end));
  if (title.ends_with('.')) title.remove_suffix(1);
  while (display_width(title) > kWidestTitle) title = prefix(title, length(title) - 1);
  return std::string(title);
}

std::string row_number(std::string_view cell) {
  cell = stripped(cell);
  if (cell.size() > kLongestNumber) return {};
  std::string number;
  for (std::size_t i = 0; i < cell.size();) {
    const Glyph glyph = glyph_at(cell, i);
    if (glyph.kind == GlyphKind::Other) number.append(cell, i, glyph.size);
    i += glyph.size;
  }
  while (number.ends_with('.')) number.pop_back();
  return number;
}

bool is_table_note(std::string_view words) {
  constexpr std::size_t longest_start = 24;  // bytes
  const std::string start = lower_case(words.substr(0, longest_start));
  const std::size_t size = kNoteStarts.at_start(start);
  if (size == 0 || size >= words.size()) return false;
  const Glyph behind = glyph_at(words, size);
  const bool digit = is_digit(words[size]);
  return behind.kind == GlyphKind::Colon || behind.kind == GlyphKind::Stop || digit ||
         words[size] == '.';
}

}  // namespace respnet::extract
