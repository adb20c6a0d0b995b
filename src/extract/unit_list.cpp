#include "respnet/extract/unit_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/ascii.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/brackets.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/unit_names.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestName = 50;  // characters
// Longer words are no list of names, and are not looked into.
constexpr std::size_t kLongestPart = 1024;  // bytes

// A bracket at the end of a name.
struct Trailing {
  std::uint32_t begin = 0;  // of the bracket
  Range inside;
};
std::optional<Trailing> trailing_bracket(std::string_view text, Range part) {
  const std::string_view name = part.of(text);
  if (name.empty() || name.size() > kLongestPart) return std::nullopt;
  const std::size_t last = previous(name, name.size());
  if (glyph_at(name, last).kind != GlyphKind::Close) return std::nullopt;
  const std::vector<std::uint32_t> pairs = closings(name);
  for (std::size_t i = 1; i < name.size(); ++i)
    if (pairs[i] == name.size() && glyph_at(name, i).kind == GlyphKind::Open)
      return Trailing{part.begin + static_cast<std::uint32_t>(i),
                      {part.begin + static_cast<std::uint32_t>(i) + glyph_at(name, i).size,
                       part.begin + static_cast<std::uint32_t>(last)}};
  return std::nullopt;
}

// The parts between separators outside inner brackets.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  const std::vector<std::uint32_t> pairs = closings(text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (pairs[i] != 0) {
      i = pairs[i];
      continue;
    }
    const Glyph glyph = glyph_at(text, i);
    if (separates(glyph.kind)) {
      parts.push_back(stripped(text.substr(begin, i - begin)));
      begin = i + glyph.size;
    }
    i += glyph.size;
  }
  parts.push_back(stripped(text.substr(begin)));
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

// （市、区）: levels of government, part of a group's name.
bool names_levels(std::string_view inside) {
  const auto parts = parts_of(inside);
  return !parts.empty() &&
         std::ranges::all_of(parts, [](std::string_view part) { return kLevelInside.is(part); });
}

bool has_levels_in_bracket(std::string_view name) {
  if (name.size() > kLongestPart) return false;
  const std::vector<std::uint32_t> pairs = closings(name);
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (pairs[i] == 0 || glyph_at(name, i).kind != GlyphKind::Open) continue;
    const std::size_t begin = i + glyph_at(name, i).size;
    const std::size_t end = previous(name, pairs[i]);
    if (begin < end && names_levels(name.substr(begin, end - begin))) return true;
  }
  return false;
}

std::string_view without_brackets_behind(std::string_view text) {
  text = stripped(text);
  Range part{0, static_cast<std::uint32_t>(text.size())};
  while (const auto bracket = trailing_bracket(text, part))
    part = narrowed(text, {part.begin, bracket->begin});
  return part.of(text);
}

// 由, and 和 in front of a group (甲局等和各县政府).
Range without_leading_words(std::string_view text, Range part) {
  const std::string_view name = part.of(text);
  const std::size_t size = kLeadingWords.at_start(name);
  if (size == 0) return part;
  const std::string_view rest = name.substr(size);
  const bool doubtful = kConjunctions.is(name.substr(0, size));
  if (rest.empty() || (doubtful && kGroupStarts.at_start(rest) == 0 && kLevels.at_start(rest) == 0))
    return part;
  return narrowed(text, {part.begin + static_cast<std::uint32_t>(size), part.end});
}

// What stands behind an unknown label: 联系单位：甲局.
Range without_label(std::string_view text, Range part) {
  const std::size_t colon = find_outside_brackets(part.of(text), GlyphKind::Colon);
  if (colon == std::string_view::npos) return part;
  const auto behind = part.begin + static_cast<std::uint32_t>(colon);
  return narrowed(text, {behind + glyph_at(text, behind).size, part.end});
}

// Bytes of a word or blank at `at` that parts two whole names; 0 if there is none.
std::size_t joint_at(std::string_view name, std::size_t at) {
  const Glyph glyph = glyph_at(name, at);
  const bool blank = glyph.kind == GlyphKind::Blank || name[at] == '/';
  const std::size_t size = blank ? glyph.size : kConjunctions.at_start(name.substr(at));
  if (size == 0) return 0;
  const std::string_view behind = stripped(name.substr(at + size));
  if (!looks_like_unit(name.substr(0, at)) || !looks_like_unit(behind)) return 0;
  const bool shares_name = kOpenTails.is(behind) || kSharedEndings.is(behind);
  return shares_name ? 0 : size;
}

std::vector<Range> whole_names(std::string_view text, Range part) {
  std::vector<Range> names;
  std::string_view name = part.of(text);
  std::vector<std::uint32_t> pairs;
  if (name.size() <= kLongestPart) pairs = closings(name);
  for (std::size_t i = 0; i < pairs.size();) {
    if (pairs[i] != 0) {
      i = pairs[i];
      continue;
    }
    const std::size_t size = i == 0 ? 0 : joint_at(name, i);
    if (size == 0) {
      i += glyph_at(name, i).size;
      continue;
    }
    names.push_back(narrowed(text, {part.begin, part.begin + static_cast<std::uint32_t>(i)}));
    part = narrowed(text, {part.begin + static_cast<std::uint32_t>(i + size), part.end});
    name = part.of(text);
    pairs = closings(name);
    i = 0;
  }
  names.push_back(part);
  return names;
}

// 县（市、区）政府, 街道: a level without a proper name
bool is_bare_level(std::string_view name) {
  std::string_view level = without_brackets_behind(name);
  level.remove_suffix(kSharedEndings.at_end(level));
  return kLevelInside.is(without_brackets_behind(level));
}

// 各市; 各市、州
bool is_every_level(std::string_view name) {
  constexpr std::string_view every = "各";
  if (!name.starts_with(every)) return false;
  return names_levels(name.substr(every.size()));
}

// Takes the offices off the end of a name.
std::optional<ListedUnit> unit_of(std::string_view text, Range written) {
  ListedUnit unit;
  unit.written = written;
  Range name = written;
  while (const auto bracket = trailing_bracket(text, name)) {
    const Range before = narrowed(text, {name.begin, bracket->begin});
    const std::string_view inside = stripped(bracket->inside.of(text));
    if (is_group(before.of(text)) || names_levels(inside)) break;
    if (!kBracketStates.is(inside) && kBracketAsides.at_start(inside) == 0)
      for (const std::string_view office : parts_of(inside))
        unit.offices.push_back(without_blanks(office));
    name = before;
  }
  unit.name = without_blanks(name.of(text));
  unit.group = is_group(unit.name);
  if (unit.name.empty() || kEmptyCells.is(unit.name)) return std::nullopt;
  return unit;
}

}  // namespace

std::vector<ListedUnit> split_units(std::string_view text, Range part) {
  part = without_leading_words(text, without_label(text, narrowed(text, part)));
  std::vector<ListedUnit> units;
  for (const Range name : whole_names(text, part))
    if (auto unit = unit_of(text, name)) units.push_back(std::move(*unit));
  return units;
}

std::optional<model::Role> take_role_bracket(ListedUnit& unit) {
  if (unit.offices.size() != 1) return std::nullopt;
  std::string_view words = unit.offices.front();
  words.remove_suffix(kLabelHeads.at_end(words));
  const std::pair<const Words&, model::Role> roles[] = {
      {kLeadVerbs, model::Role::Lead},
      {kResponsibleStems, model::Role::Responsible},
      {kSupportVerbs, model::Role::Support},
      {kOversightVerbs, model::Role::Oversight}};
  for (const auto& [verbs, role] : roles)
    if (verbs.is(words)) {
      unit.offices.clear();
      return role;
    }
  return std::nullopt;
}

std::optional<ListedUnit> person_of(std::string_view text, Range written) {
  constexpr std::size_t longest = 12;  // characters: an office and a name
  ListedUnit person;
  person.written = narrowed(text, written);
  person.name = without_blanks(person.written.of(text));
  person.person = true;
  const bool many = is_group(person.name) || kPersonHeads.at_end(person.name) != 0;
  const bool digits = person.name.find_first_of("0123456789") != std::string::npos;
  if (length(person.name) < 2 || length(person.name) > longest || many || digits)
    return std::nullopt;
  return person;
}

std::vector<NamedPart> with_whole_groups(std::string_view text, std::vector<NamedPart> parts) {
  std::vector<NamedPart> whole;
  for (NamedPart part : parts) {
    part.text = narrowed(text, part.text);
    if (!whole.empty() && whole.back().role == part.role) {
      Range& before = whole.back().text;
      const Range between{before.end, part.text.begin};
      if (stripped(between.of(text)) == "、" && is_every_level(before.of(text)) &&
          is_bare_level(part.text.of(text))) {
        before.end = part.text.end;
        continue;
      }
    }
    whole.push_back(part);
  }
  return whole;
}

bool looks_like_unit(std::string_view text) {
  const std::string_view name = without_brackets_behind(text);
  if (name.empty() || length(name) > kLongestName) return false;
  if (kSentenceStarts.at_start(name) != 0) return false;
  return kUnitEndings.at_end(name) != 0 && kFalseEndings.at_end(name) == 0;
}

bool is_certain_unit(std::string_view text) {
  if (!looks_like_unit(text)) return false;
  const std::string_view name = without_brackets_behind(text);
  const bool leveled = kLevels.at_start(name) != 0 && kLevelLookalikes.at_start(name) == 0;
  return leveled || kGroupStarts.at_start(name) != 0 || kGenericLevels.at_start(name) != 0 ||
         parts_of_name(name).has_value();
}

bool is_group(std::string_view name) {
  return kGroupStarts.at_start(name) != 0 || kGroupParts.inside(name) ||
         kGroupEndings.at_end(name) != 0 || kGenericLevels.at_start(name) != 0 ||
         has_levels_in_bracket(name);
}

bool looks_like_deadline(std::string_view text) {
  text = stripped(text);
  if (kDeadlineWords.at_start(text) != 0) return true;
  const bool before = text.find("前") != std::string_view::npos ||
                      text.find("月底") != std::string_view::npos ||
                      text.find("年底") != std::string_view::npos;
  const bool begins = !text.empty() && is_digit(text.front());
  const bool dated = text.find("年") != std::string_view::npos ||
                     text.find("月") != std::string_view::npos ||
                     text.find("日") != std::string_view::npos;
  return begins && dated && (before || kUnitEndings.at_end(text) == 0);
}

}  // namespace respnet::extract
