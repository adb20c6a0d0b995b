#include "extract/likely_same.hpp"

#include <algorithm>

#include <tsl/robin_map.h>

#include "respnet/base/text.hpp"
#include "respnet/extract/name_pairs.hpp"
#include "respnet/extract/unit_names.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::string_view kParty = "委";
constexpr std::string_view kCounts = "0123456789０１２３４５６７８９零一二三四五六七八九十百";
// Names that leave out what they begin with: 移动东山分公司 of 中国移动…东山分公司.
constexpr std::string_view kFreeEndings[] = {"公司", "银行", "支行", "分行",
                                             "集团", "大学", "医院"};
// Offices of these have names that go on: 县政府办, 县政府金融办.
constexpr std::string_view kRoofs[] = {"政府", "委", "人大", "政协"};

bool counts(std::string_view letter) { return kCounts.find(letter) != std::string_view::npos; }

std::string counting_letters(std::string_view name) {
  std::string kept;
  for (const std::string& letter : letters_of(name))
    if (counts(letter)) kept += letter;
  return kept;
}

bool has_free_ending(std::string_view name) {
  return std::ranges::any_of(kFreeEndings,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

// Without the level or place that both begin with.
void drop_shared_place(std::string_view& a, std::string_view& b) {
  const std::size_t place = shared_place(a, b);
  a.remove_prefix(place);
  b.remove_prefix(place);
}

}  // namespace

std::vector<std::string> letters_of(std::string_view name) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    next_code_point(name, at);
    letters.emplace_back(name.substr(begin, at - begin));
  }
  return letters;
}

bool is_chinese_name(std::string_view name) {
  constexpr char32_t first = 0x4E00, last = 0x9FFF;
  if (name.empty() || length(name) < 3) return false;
  std::size_t at = 0;
  const char32_t letter = next_code_point(name, at);
  return letter >= first && letter <= last;
}

std::string simplified(std::string_view name) {
  static const auto table = [] {
    tsl::robin_map<std::string_view, std::string_view> map;
    for (const NamePair& pair : character_pairs()) map.emplace(pair.printed, pair.full);
    return map;
  }();
  std::string text;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    next_code_point(name, at);
    const std::string_view letter = name.substr(begin, at - begin);
    const auto found = table.find(letter);
    text += found == table.end() ? letter : found->second;
  }
  return text;
}

std::string without_level(std::string_view key) {
  const std::size_t bar = key.find('|');
  if (bar != std::string_view::npos && key.find('|', bar + 1) != std::string_view::npos)
    return std::string(key.substr(bar));
  return std::string(key.substr(level_of(key).size()));
}

bool may_be_same_level(std::string_view shorter, std::string_view longer) {
  if (shorter == longer) return false;
  return longer.ends_with(shorter) || longer == std::string(shorter) + std::string(kParty);
}

bool may_be_short_form(std::string_view shorter, std::string_view longer) {
  if (shorter.size() >= longer.size() || !letters_in_order(shorter, longer)) return false;
  if (counting_letters(shorter) != counting_letters(longer)) return false;
  const std::size_t least = has_free_ending(shorter) ? 6 : 3;  // bytes of the ending
  if (shorter.size() <= least ||
      longer.substr(longer.size() - least) != shorter.substr(shorter.size() - least))
    return false;
  drop_shared_place(shorter, longer);
  if (shorter.size() <= least) return false;
  const std::string_view stem = shorter.substr(0, shorter.size() - least);
  if (length(stem) < 2) return false;
  if (std::ranges::any_of(kRoofs, [&](std::string_view roof) { return stem.ends_with(roof); }))
    return false;
  return least == 6 || prefix(shorter, 1) == prefix(longer, 1);
}

}  // namespace respnet::extract
