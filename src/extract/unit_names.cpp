#include "respnet/extract/unit_names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <tsl/robin_map.h>

#include "respnet/base/text.hpp"
#include "respnet/extract/name_pairs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::string_view kGovernments[] = {"人民政府", "政府"};
constexpr std::string_view kPlaceEndings[] = {"省", "市", "县", "区", "州", "盟", "旗", "镇", "乡"};
constexpr std::string_view kParty = "委";
// Endings under which a name may be a short form of another by its letters.
constexpr std::string_view kShortenedEndings[] = {"局", "委", "厅", "办"};
constexpr std::size_t kSharedLetters = 3;

// Pairs to be found at the end of a name, the longest first.
class PairsAtEnd {
 public:
  explicit PairsAtEnd(std::span<const NamePair> pairs) {
    for (const NamePair& pair : pairs) {
      pairs_.emplace(pair.printed, pair);
      longest_ = std::max(longest_, pair.printed.size());
    }
    sizes_.resize(longest_ + 1);
    for (const NamePair& pair : pairs) sizes_[pair.printed.size()] = true;
  }

  /// The longest that `name` ends with, of those with less than `below` bytes; null if none.
  const NamePair* find(std::string_view name, std::size_t below = SIZE_MAX) const {
    const std::size_t from = name.size() - std::min({name.size(), longest_, below - 1});
    for (std::size_t at = from; at < name.size(); ++at) {
      if (!sizes_[name.size() - at]) continue;
      if (const auto found = pairs_.find(name.substr(at)); found != pairs_.end())
        return &found->second;
    }
    return nullptr;
  }

 private:
  tsl::robin_map<std::string_view, NamePair> pairs_;
  std::size_t longest_ = 0;
  std::vector<bool> sizes_;  // in bytes: whether a pair has it
};

const PairsAtEnd& fields() {
  static const PairsAtEnd pairs(field_pairs());
  return pairs;
}
const PairsAtEnd& endings() {
  static const PairsAtEnd pairs(ending_pairs());
  return pairs;
}
const PairsAtEnd& bodies() {
  static const PairsAtEnd pairs(body_pairs());
  return pairs;
}

bool is_level(std::string_view text) {
  if (text.empty()) return true;
  if (text.ends_with(kParty)) text.remove_suffix(kParty.size());
  return kLevels.at_end(text) != 0;
}

bool ends_in_place(std::string_view name) {
  return std::ranges::any_of(kPlaceEndings,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

// What a character of a name stands for when names are compared: nothing for quote marks, round
// brackets of full width for all brackets.
std::string_view folded(std::string_view character) {
  constexpr unsigned char first_han = 0xE4;  // leads U+4000; no mark below lies behind it
  if (static_cast<unsigned char>(character.front()) >= first_han) return character;
  constexpr std::string_view quotes = "“”\"‘’「」", opening = "([<〔", closing = ")]>〕";
  if (quotes.find(character) != std::string_view::npos) return {};
  if (opening.find(character) != std::string_view::npos) return "（";
  if (closing.find(character) != std::string_view::npos) return "）";
  return character;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
}

// 团县委, 共青团东山县委员会, 县团委: what stands for the level; nothing for other names.
std::optional<std::string> level_of_youth_league(std::string_view name) {
  constexpr std::string_view league = "团", communist = "共青", committee = "委";
  if (name.ends_with("委员会")) name.remove_suffix(std::strlen("员会"));
  if (!name.ends_with(committee)) return std::nullopt;
  name.remove_suffix(committee.size());
  if (name.starts_with(communist)) name.remove_prefix(communist.size());
  if (name.starts_with(league)) {
    name.remove_prefix(league.size());
  } else if (name.ends_with(league)) {
    name.remove_suffix(league.size());
    if (name.ends_with(communist)) name.remove_suffix(communist.size());
  } else {
    return std::nullopt;
  }
  if (name.empty() || !ends_in_place(name)) return std::nullopt;
  return std::string(name);
}

// 国网某县供电公司, 某县电力公司, 国网某县公司: what stands for the place.
std::optional<std::string> place_of_power_company(std::string_view name) {
  constexpr std::string_view grid = "国网", company = "公司";
  if (!name.ends_with(company)) return std::nullopt;
  name.remove_suffix(company.size());
  const bool of_grid = name.starts_with(grid);
  if (of_grid) name.remove_prefix(grid.size());
  bool power = false;
  for (const std::string_view word : {"供电分", "电力分", "供电", "电力"})
    if (!power && name.ends_with(word)) {
      name.remove_suffix(word.size());
      power = true;
    }
  if ((!of_grid && !power) || name.empty()) return std::nullopt;
  return std::string(name);
}

}  // namespace

std::optional<NameParts> parts_of_name(std::string_view name) {
  // 监督管理委员会 ends in 管理委员会 too, but only 委员会 leaves a known field.
  for (const NamePair* ending = endings().find(name); ending != nullptr;
       ending = endings().find(name, ending->printed.size())) {
    const std::string_view stem = name.substr(0, name.size() - ending->printed.size());
    const NamePair* field = fields().find(stem);
    if (field == nullptr) continue;
    NameParts parts;
    parts.level = stem.substr(0, stem.size() - field->printed.size());
    parts.field = stem.substr(parts.level.size());
    parts.ending = name.substr(stem.size());
    parts.full_field = field->full;
    parts.full_ending = ending->full;
    if (is_level(parts.level)) return parts;
  }
  return std::nullopt;
}

std::string folded_name(std::string_view name) {
  std::string text;
  text.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    next_code_point(name, at);
    text += folded(name.substr(begin, at - begin));
  }
  return text;
}

std::string comparison_key(std::string_view name) {
  std::string key = folded_name(name);
  if (const auto parts = parts_of_name(key))
    return std::string(parts->level) + "|" + std::string(parts->full_field) + "|" +
           std::string(parts->full_ending);
  for (const std::string_view government : kGovernments)
    if (key.ends_with(government)) {
      const std::string place = key.substr(0, key.size() - government.size());
      if (!place.empty() && (ends_in_place(place) || place.ends_with("）"))) return place;
    }
  if (const auto level = level_of_youth_league(key)) return *level + "|团委";
  if (const auto place = place_of_power_company(key)) return *place + "|供电公司";
  replace_all(key, "人民政府", "政府");
  replace_all(key, "中国人民银行", "人民银行");
  if (key.starts_with("人行")) key.replace(0, std::strlen("人行"), "人民银行");
  for (const PairsAtEnd* pairs : {&bodies(), &endings()})
    if (const NamePair* pair = pairs->find(key); pair != nullptr) {
      key.replace(key.size() - pair->printed.size(), pair->printed.size(), pair->full);
      break;
    }
  return key;
}

std::size_t shared_place(std::string_view a, std::string_view b) {
  std::size_t place = 0;
  for (std::size_t at = 0; at < std::min(a.size(), b.size());) {
    std::size_t next = at;
    next_code_point(a, next);
    const std::string_view letter = a.substr(at, next - at);
    if (b.substr(at, next - at) != letter) break;
    if (kLevels.is(letter) || letter == kParty) place = next;
    at = next;
  }
  return place;
}

std::string_view comparable_ending(std::string_view name) {
  const NamePair* ending = endings().find(name);
  if (ending == nullptr) return {};
  const bool known =
      std::ranges::find(kShortenedEndings, ending->full) != std::end(kShortenedEndings);
  return known ? ending->full : std::string_view{};
}

bool is_short_form(std::string_view shorter, std::string_view longer) {
  const std::string_view ending = comparable_ending(shorter);
  if (shorter.size() >= longer.size() || ending.empty() || comparable_ending(longer) != ending)
    return false;
  const std::size_t place = shared_place(shorter, longer);
  shorter.remove_suffix(endings().find(shorter)->printed.size());
  longer.remove_suffix(endings().find(longer)->printed.size());
  if (place >= shorter.size()) return false;
  const std::string_view stem = shorter.substr(place), whole = longer.substr(place);
  return length(stem) >= kSharedLetters && prefix(stem, 1) == prefix(whole, 1) &&
         letters_in_order(stem, whole);
}

bool letters_in_order(std::string_view letters, std::string_view text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < letters.size();) {
    const std::size_t begin = i;
    next_code_point(letters, i);
    const std::size_t found = text.find(letters.substr(begin, i - begin), at);
    if (found == std::string_view::npos) return false;
    at = found + (i - begin);
  }
  return true;
}

std::string_view level_of(std::string_view name) {
  std::string_view level;
  if (const auto parts = parts_of_name(name)) {
    level = parts->level;
  } else if (kLevelLookalikes.at_start(name) == 0) {
    level = name.substr(0, kLevels.at_start(name));
    if (length(name) < 4) level = {};
  }
  if (level.ends_with(kParty)) level.remove_suffix(kParty.size());
  const bool national = level == "国家" || level == "全国" || level == "中央";
  return national ? std::string_view{} : level;
}

bool lacks_level(std::string_view name) {
  const auto parts = parts_of_name(name);
  return parts && parts->level.empty() && !kCentralLine.inside(name);
}

std::string with_level(std::string_view level, std::string_view name) {
  const auto parts = parts_of_name(name);
  const bool party = parts && kPartyFields.is(parts->full_field);
  return std::string(level) + (party ? std::string(kParty) : "") + std::string(name);
}

std::vector<std::string> with_shared_endings(std::vector<std::string> names) {
  std::string_view ending;  // of the name behind, without its place
  for (std::size_t i = names.size(); i-- > 0;) {
    const std::string_view name = names[i];
    std::string_view shared;
    for (const std::string_view each : kSharedEndings)
      if (name.ends_with(each) && each.size() > shared.size() &&
          ends_in_place(name.substr(0, name.size() - each.size())))
        shared = each;
    if (!shared.empty()) {
      ending = shared;
    } else if (!ending.empty() && ends_in_place(name) && length(name) >= 2) {
      names[i] += ending;
    } else {
      ending = {};
    }
  }
  return names;
}

}  // namespace respnet::extract
