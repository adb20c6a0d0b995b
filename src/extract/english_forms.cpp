#include "extract/english_forms.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/ascii.hpp"
#include "respnet/extract/english_names.hpp"

namespace respnet::extract {
namespace {

constexpr std::array<std::string_view, 9> kSmallWords{"the", "of", "and", "for", "on",
                                                      "in",  "to", "at",  "&"};

// Words of letters and digits, and "&"; none if the name has letters of another script.
std::vector<std::string_view> ascii_words_of(std::string_view name) {
  if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) > 0x7F; }))
    return {};
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    while (at < name.size() && is_word(name[at])) ++at;
    if (at > begin) words.push_back(name.substr(begin, at - begin));
    if (at < name.size() && name[at] == '&') words.push_back(name.substr(at, 1));
    if (at < name.size()) ++at;
  }
  if (std::ranges::none_of(name, is_letter)) words.clear();
  return words;
}

bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::ranges::count_if(word, is_upper) > 1 &&
         std::ranges::all_of(word, [](char c) { return is_upper(c) || is_digit(c); });
}

bool is_small(std::string_view word) {
  return std::ranges::find(kSmallWords, lower_case(word)) != kSmallWords.end();
}

}  // namespace

std::string plain_english(std::string_view name) {
  std::string text;
  for (const std::string_view word : ascii_words_of(name)) {
    const std::string plain = lower_case(word);
    if (plain == "the") continue;
    text += (text.empty() ? "" : " ") + (plain == "&" ? "and" : plain);
  }
  return text;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  for (const std::string_view word : ascii_words_of(name))
    if (is_acronym(word))
      initials += lower_case(word);
    else if (!is_small(word))
      initials += lower(word.front());
  return initials;
}

bool has_acronym(std::string_view name) {
  return std::ranges::any_of(ascii_words_of(name), is_acronym);
}

}  // namespace respnet::extract
