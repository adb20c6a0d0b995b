#include "respnet/extract/english_names.hpp"

#include <algorithm>
#include <array>

#include "extract/ascii.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

bool is_word_byte(char c) {
  return is_word(c) || c == '\'' || c == '&' || c == '-' || c == '.' || c == '/' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The words of a name as written.
std::vector<std::string_view> written_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    std::string_view word = text.substr(i, end - i);
    while (word.ends_with('.')) word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    i = std::max(end, i + 1);
  }
  return words;
}

bool is_noun(std::string_view word) {
  const std::string lower = lower_case(word);
  return kBodyNouns.is(lower) || kBodiesInPlural.is(lower);
}

constexpr std::array<std::string_view, 16> kFootnoteMarks{"*", "†", "‡", "§", "¹", "²", "³", "⁴",
                                                          "⁵", "⁶", "⁷", "⁸", "⁹", "⁰", "#", "^"};

}  // namespace

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : written_words(text)) words.push_back(lower_case(word));
  return words;
}

bool is_english(std::string_view text) {
  bool latin = false;
  for (std::size_t i = 0; i < text.size(); i += glyph_at(text, i).size) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first >= 0xE3 && first <= 0xE9) return false;  // U+3000 to U+9FFF
    latin |= is_letter(text[i]);
  }
  return latin;
}

std::string_view without_footnote_marks(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    text = stripped(text);
    for (const std::string_view mark : kFootnoteMarks)
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        found = true;
      }
    if (!text.ends_with(']')) continue;
    const std::size_t open = text.rfind('[');
    if (open == std::string_view::npos) continue;
    std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    if (inside.starts_with('^')) inside.remove_prefix(1);
    if (inside.empty() || inside.size() > 4 || !std::ranges::all_of(inside, is_digit)) continue;
    text = text.substr(0, open);
    found = true;
  }
  return text;
}

std::string plain_english_name(std::string_view text) {
  text = without_footnote_marks(text);
  for (bool found = true; found;) {
    const std::string start = lower_case(text.substr(0, 12));
    const std::size_t size = kNameArticles.at_start(start);
    found = size != 0;
    text = stripped(text.substr(size));
  }
  while (text.ends_with('.') || text.ends_with(',') || text.ends_with(':')) {
    const std::vector<std::string_view> words = written_words(text);
    if (text.ends_with('.') && !words.empty() && kShortened.is(lower_case(words.back()))) break;
    text = stripped(text.substr(0, text.size() - 1));
  }
  std::string name;
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (glyph.kind != GlyphKind::Blank && glyph.kind != GlyphKind::LineBreak)
      name.append(text, i, glyph.size);
    else if (!name.empty() && name.back() != ' ')
      name += ' ';
    i += glyph.size;
  }
  return name;
}

std::string english_key(std::string_view name) {
  std::string key;
  for (const std::string& word : words_of(name)) {
    if (word == "the") continue;
    key += word == "&" ? "and" : word;
    key += ' ';
  }
  return key;
}

bool is_initials(std::string_view word) {
  word = stripped(word);
  if (word.size() < 2 || word.size() > 12 || kFieldInitials.is(lower_case(word))) return false;
  const auto upper = std::ranges::count_if(word, is_upper);
  const auto lower = std::ranges::count_if(word, is_lower);
  const bool joined = std::ranges::all_of(
      word, [](char c) { return is_word(c) || c == '&' || c == '-' || c == '.'; });
  return joined && is_letter(word.front()) && upper >= 2 && lower <= 2 && lower < upper;
}

bool begins_with_head(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  constexpr std::size_t farthest = 4;  // "Joint Interagency Committee on"
  for (std::size_t i = 0; i + 2 < words.size() && i < farthest; ++i)
    if (is_noun(words[i]) && kHeadJoints.is(words[i + 1])) return true;
  return false;
}

bool is_whole_name(std::string_view name) {
  const std::size_t bracket = name.find('(');
  if (bracket != std::string_view::npos && bracket > 0) name = name.substr(0, bracket);
  const std::vector<std::string_view> words = written_words(name);
  if (words.empty()) return false;
  if (words.size() == 1) return is_initials(words[0]) || kStandAloneNouns.is(lower_case(words[0]));
  if (kEveryWords.is(lower_case(words[0]))) return true;
  return is_noun(words.back()) || is_initials(words.back()) || is_initials(words.front()) ||
         begins_with_head(name);
}

bool is_english_group(std::string_view name) {
  const std::vector<std::string_view> words = written_words(name);
  if (words.empty()) return false;
  if (kEveryWords.is(lower_case(words.front())) && words.size() > 1) return true;
  if (words.size() == 1 && words[0].ends_with('s') && is_initials(words[0]) &&
      is_upper(words[0][words[0].size() - 2]))
    return true;
  return kBodiesInPlural.is(lower_case(words.back())) && !begins_with_head(name);
}

bool looks_like_english_unit(std::string_view name) {
  constexpr std::size_t most_words = 12;
  if (!is_english(name)) return false;
  const std::vector<std::string_view> words = written_words(name);
  if (words.empty() || words.size() > most_words) return false;
  if (is_digit(name.front()) || name.find(':') != std::string_view::npos) return false;
  if (is_english_group(name)) return true;
  const auto small = std::ranges::count_if(words, [](std::string_view word) {
    return is_lower(word.front()) && !kSmallWords.is(word) && !is_noun(word);
  });
  return is_letter(name.front()) && small * 3 <= static_cast<std::ptrdiff_t>(words.size());
}

bool names_nobody(std::string_view text) {
  text = stripped(text);
  const std::size_t bracket = text.find('(');
  if (bracket != std::string_view::npos && bracket > 0) text = stripped(text.substr(0, bracket));
  constexpr std::size_t longest = 40;
  return text.empty() || (text.size() <= longest && kNobody.is(lower_case(text)));
}

}  // namespace respnet::extract
