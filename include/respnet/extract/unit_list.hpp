#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"

namespace respnet::extract {

/// One unit as a clause names it.
struct ListedUnit {
  Range written;                     ///< the printed form, offices included
  std::string name;                  ///< without offices and without blanks
  std::string abbreviation;          ///< GSA of "General Services Administration (GSA)"
  std::vector<std::string> offices;  ///< bureaus under its roof: 甲局（乙局、丙局）
  bool group = false;                ///< a name for many: 各乡镇（街道）, 有关部门
  bool person = false;               ///< 责任领导：某某
};

/// The units in one part of a clause: more than one where 和 or a blank joins two whole names.
/// Empty cells (无, /) name nobody.
std::vector<ListedUnit> split_units(std::string_view text, Range part);

/// The role that a bracket behind the name gives, "甲局（牵头）"; the bracket is then no office.
std::optional<model::Role> take_role_bracket(ListedUnit& unit);

/// The person that `written` names; nothing for words that name none (各单位主要负责人).
std::optional<ListedUnit> person_of(std::string_view text, Range written);

/// Parts in which one group's name was cut at its own 、 are made whole:
/// 各市 + 县（市、区）政府 -> 各市、县（市、区）政府.
std::vector<NamedPart> with_whole_groups(std::string_view text, std::vector<NamedPart> parts);

/// Whether `text` ends like a unit's name and does not begin like a sentence.
bool looks_like_unit(std::string_view text);

/// Whether `text` looks like a unit and can be little else: it has a level (县财政局), a known
/// field (财政局) or begins like a group (各乡镇). 示范园区 may be a unit, or what is to be built.
bool is_certain_unit(std::string_view text);

/// Whether `name` stands for many units.
bool is_group(std::string_view name);

/// Whether `text` says until when: 10月底前完成, 持续推进.
bool looks_like_deadline(std::string_view text);

}  // namespace respnet::extract
