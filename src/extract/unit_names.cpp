#include "respnet/extract/unit_names.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "respnet/base/text.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::string_view kGovernments[] = {"人民政府", "政府"};
constexpr std::string_view kPlaceEndings[] = {"省", "市", "县", "区", "州", "盟", "旗", "镇", "乡"};
constexpr std::string_view kParty = "委";

// The longest printed form at the end of `text`.
std::optional<Synonym> synonym_at_end(std::string_view text, std::span<const Synonym> synonyms) {
  std::optional<Synonym> longest;
  if (text.size() < 3) return longest;
  // Most forms differ from the text in their last bytes already.
  const auto same_last = [&](std::string_view word) {
    return word.back() == text.back() && word[word.size() - 2] == text[text.size() - 2];
  };
  for (const Synonym& each : synonyms)
    if (same_last(each.printed) && text.ends_with(each.printed) &&
        (!longest || each.printed.size() > longest->printed.size()))
      longest = each;
  return longest;
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

std::string without_quotes(std::string_view name) {
  std::string kept(name);
  for (const std::string_view quote : {"“", "”", "\"", "‘", "’", "「", "」"})
    for (std::size_t at = kept.find(quote); at != std::string::npos; at = kept.find(quote, at))
      kept.erase(at, quote.size());
  return kept;
}

// Half-width and square brackets as full-width round ones.
std::string with_plain_brackets(std::string name) {
  for (const auto& [from, to] : {std::pair{"(", "（"},
                                 {")", "）"},
                                 {"〔", "（"},
                                 {"〕", "）"},
                                 {"[", "（"},
                                 {"]", "）"},
                                 {"<", "（"},
                                 {">", "）"}})
    for (std::size_t at = name.find(from); at != std::string::npos; at = name.find(from, at + 1))
      name.replace(at, std::strlen(from), to);
  return name;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
}

}  // namespace

std::optional<NameParts> parts_of_name(std::string_view name) {
  const auto ending = synonym_at_end(name, ending_synonyms());
  if (!ending) return std::nullopt;
  const std::string_view stem = name.substr(0, name.size() - ending->printed.size());
  const auto field = synonym_at_end(stem, field_synonyms());
  if (!field) return std::nullopt;
  NameParts parts;
  parts.level = stem.substr(0, stem.size() - field->printed.size());
  parts.field = stem.substr(parts.level.size());
  parts.ending = name.substr(stem.size());
  if (!is_level(parts.level)) return std::nullopt;
  return parts;
}

std::string comparison_key(std::string_view name) {
  std::string key = with_plain_brackets(without_quotes(name));
  if (const auto parts = parts_of_name(key))
    return std::string(parts->level) + "|" +
           std::string(synonym_at_end(parts->field, field_synonyms())->full) + "|" +
           std::string(synonym_at_end(parts->ending, ending_synonyms())->full);
  for (const std::string_view government : kGovernments)
    if (key.ends_with(government)) {
      const std::string place = key.substr(0, key.size() - government.size());
      if (!place.empty() && (ends_in_place(place) || place.ends_with("）"))) return place;
    }
  replace_all(key, "人民政府", "政府");
  replace_all(key, "中国人民银行", "人民银行");
  if (key.starts_with("人行")) key.replace(0, std::strlen("人行"), "人民银行");
  if (const auto ending = synonym_at_end(key, ending_synonyms()))
    key.replace(key.size() - ending->printed.size(), ending->printed.size(), ending->full);
  return key;
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
  const bool party = parts && kPartyFields.is(synonym_at_end(parts->field, field_synonyms())->full);
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
