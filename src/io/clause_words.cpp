#include "io/clause_words.hpp"

#include <algorithm>
#include <array>

namespace respnet::io {
namespace {

// No word is part of another, so each place counts once.
constexpr std::array<std::string_view, 9> kWords{
    "责任单位", "牵头", "负责", "配合单位", "責任單位", "牽頭", "負責", "配合單位", "主辦單位"};

}  // namespace

std::size_t clause_words(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view word : kWords)
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size()))
      ++count;
  return count;
}

bool holds_clause_word(std::string_view text) {
  return std::ranges::any_of(kWords,
                             [&](std::string_view word) { return text.find(word) != text.npos; });
}

}  // namespace respnet::io
