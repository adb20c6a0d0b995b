#include "respnet/extract/english_items.hpp"

#include <algorithm>

#include "extract/ascii.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t blanks(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at - from;
}

// "1", "1.2", "A1", "1a", "II": bytes; dots at the end do not belong to it.
std::size_t number_size(std::string_view text, bool after_word) {
  std::size_t at = 0;
  if (at < text.size() && is_upper(text[at]) && at + 1 < text.size() &&
      (is_digit(text[at + 1]) || text[at + 1] == '.' || (after_word && !is_letter(text[at + 1]))))
    ++at;
  constexpr std::size_t most_digits = 3;
  std::size_t digits = 0;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      if (++digits > most_digits) return 0;
    } else if ((text[at] == '.' || text[at] == '-') && at > 0 && at + 1 < text.size() &&
               is_digit(text[at + 1])) {
      digits = 0;
    } else {
      break;
    }
  }
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z' && digits > 0 &&
      (at + 1 == text.size() || !((text[at + 1] >= 'a' && text[at + 1] <= 'z'))))
    ++at;  // 1a
  return at;
}

// Behind a word only: "One", "IV".
std::size_t spoken_number(std::string_view text) {
  const std::string lower = lower_case(text.substr(0, 12));
  for (const std::string_view word :
       {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "i",   "ii",  "iii",   "iv",   "v",    "vi",  "vii",   "viii",  "ix",   "x"}) {
    const bool ends =
        lower.size() == word.size() ||
        (lower.starts_with(word) &&
         std::string_view(" :.-\t").find(lower[word.size()]) != std::string_view::npos);
    if (lower.starts_with(word) && ends) return word.size();
  }
  return 0;
}

// ":", ".", ")", "–", blanks behind a number.
std::size_t separator(std::string_view text, std::size_t at) {
  std::size_t end = at + blanks(text, at);
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : {":", ".", ")", "–", "—", "-", "：", "|"})
      if (text.substr(end).starts_with(mark)) {
        end += mark.size();
        end += blanks(text, end);
        found = true;
      }
  }
  return end - at;
}

bool is_title(std::string_view rest) {
  if (rest.empty()) return false;
  const auto first = static_cast<unsigned char>(rest.front());
  return is_upper(rest.front()) || is_digit(rest.front()) || first >= 0x80 ||
         std::string_view("\"'(*[").find(rest.front()) != std::string_view::npos;
}

std::optional<ItemMark> worded(std::string_view text) {
  const std::string lower = lower_case(text.substr(0, 40));
  std::size_t size = kSectionItems.at_start(lower);
  const bool section = size != 0 && size >= kItemTitles.at_start(lower);
  if (!section) size = kItemTitles.at_start(lower);
  if (size == 0) return std::nullopt;
  std::size_t at = size;
  if (text.substr(at).starts_with('s')) return std::nullopt;
  const std::string_view hash = text.substr(at + blanks(text, at));
  if (blanks(text, at) == 0 || hash.empty()) return std::nullopt;
  at += blanks(text, at);
  for (const std::string_view word : {"No. ", "no. ", "Number ", "#"})
    if (text.substr(at).starts_with(word)) at += word.size();
  const std::size_t digits = number_size(text.substr(at), true);
  const std::size_t spoken = digits == 0 ? spoken_number(text.substr(at)) : 0;
  if (digits + spoken == 0) return std::nullopt;
  ItemMark mark{std::string(text.substr(at, digits)), true, section, 0};
  at += digits + spoken;
  const std::size_t gap = separator(text, at);
  if (at + gap < text.size() && gap == 0) return std::nullopt;
  mark.size = at + gap;
  if (mark.size >= text.size()) return mark;  // the title stands on the next line
  return is_title(text.substr(mark.size)) ? std::optional(mark) : std::nullopt;
}

std::optional<ItemMark> numbered(std::string_view text) {
  const std::size_t digits = number_size(text, false);
  if (digits == 0 || digits >= text.size()) return std::nullopt;
  const std::string_view number = text.substr(0, digits);
  const std::size_t gap = separator(text, digits);
  if (gap == 0 || digits + gap >= text.size()) return std::nullopt;
  const std::string_view rest = text.substr(digits + gap);
  const bool plain = number.find('.') == std::string_view::npos && is_digit(number.back());
  const bool blank_only = is_blank(text[digits]) && gap == blanks(text, digits);
  // "3 May", "12 schools": a bare number with a blank is a quantity.
  if (plain && blank_only && is_digit(number.front())) return std::nullopt;
  const std::vector<std::string> words = words_of(rest.substr(0, 40));
  if (words.empty() || !is_title(rest)) return std::nullopt;
  const bool quantity = words[0] == "million" || words[0] == "billion" || words[0] == "percent";
  if (quantity || number == "e" || (is_upper(number.front()) && number.size() == 1 && blank_only))
    return std::nullopt;
  return ItemMark{std::string(number), false, false, digits + gap};
}

}  // namespace

std::optional<ItemMark> item_at_start(std::string_view text) {
  if (auto mark = worded(text)) return mark;
  return numbered(text);
}

}  // namespace respnet::extract
