#include "analysis/lint_names.hpp"

#include <algorithm>
#include <array>

#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

using Word = std::string_view;

// General words, no names of any plan.
constexpr std::array<Word, 4> kVagueInside{"有关", "相关", "有關", "相關"};
// What 有关 is part of where it is no word of its own: 国有关联企业, 国有关键企业.
constexpr std::array<Word, 3> kGoOn{"联", "键", "聯"};
constexpr std::array<Word, 3> kVagueStarts{"其他", "其它", "相应"};
// Alone, or behind 各, these say what a body does in the plan and not which one it is.
constexpr std::array<Word, 12> kVagueWhole{"主管部门", "行业主管部门", "职能部门", "责任部门",
                                           "责任单位", "牵头部门",     "牵头单位", "配合部门",
                                           "配合单位", "监管部门",     "实施单位", "业主单位"};
constexpr std::array<Word, 6> kVagueEnglish{"relevant",   "concerned", "appropriate",
                                            "applicable", "tbd",       "unspecified"};
constexpr std::array<Word, 3> kVagueEnglishStarts{"other", "various", "several"};

bool holds_vague_word(std::string_view name) {
  return std::ranges::any_of(kVagueInside, [&](Word word) {
    const std::size_t at = name.find(word);
    return at != Word::npos && std::ranges::none_of(kGoOn, [&](Word next) {
             return name.substr(at + word.size()).starts_with(next);
           });
  });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_vague_english(std::string_view name) {
  std::string word;
  bool first = true;
  const auto ends = [&] {
    if (word.empty()) return false;
    const bool vague =
        std::ranges::find(kVagueEnglish, word) != kVagueEnglish.end() ||
        (first && std::ranges::find(kVagueEnglishStarts, word) != kVagueEnglishStarts.end());
    first = false;
    word.clear();
    return vague;
  };
  for (const char c : name) {
    if (is_letter(c)) {
      word += lower(c);
    } else if (ends()) {
      return true;
    }
  }
  return ends();
}

bool is_mark(char32_t c) {
  return c < '0' || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0xC0) ||
         (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F && c != 0x3007) ||
         c == 0xFEFF || (c >= 0xFF5B && c <= 0xFF65);
}

// Digits with hyphens at places 4 and 7; up to year, month or day.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 4 || i == 7;
    if (hyphen ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

}  // namespace

bool is_vague(std::string_view unit) {
  if (holds_vague_word(unit) || is_vague_english(unit)) return true;
  if (std::ranges::any_of(kVagueStarts, [&](Word word) { return unit.starts_with(word); }))
    return true;
  constexpr Word each = "各";
  if (unit.starts_with(each)) unit.remove_prefix(each.size());
  return std::ranges::find(kVagueWhole, unit) != kVagueWhole.end();
}

std::string comparable(std::string_view title) {
  std::string key;
  for (std::size_t i = 0; i < title.size();) {
    char32_t c = next_code_point(title, i);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - 0x21;  // full-width forms of ASCII
    if (is_mark(c)) continue;
    if (c < 0x80) c = static_cast<char32_t>(lower(static_cast<char>(c)));
    append_utf8(key, c);
  }
  return key;
}

// Of dates written big end first, the shorter one is compared with as much of the longer.
bool is_before(std::string_view date, std::string_view other) {
  if (!is_date(date) || !is_date(other)) return false;
  const std::size_t known = std::min(date.size(), other.size());
  return date.substr(0, known) < other.substr(0, known);
}

}  // namespace respnet::analysis
