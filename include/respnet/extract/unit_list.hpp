#pragma once

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
};

/// The units in one part of a clause: more than one where 和 or a blank joins two whole names.
/// Empty cells (无, /) name nobody.
std::vector<ListedUnit> split_units(std::string_view text, Range part);

/// Parts in which one group's name was cut at its own 、 are made whole:
/// 各市 + 县（市、区）政府 -> 各市、县（市、区）政府.
std::vector<NamedPart> with_whole_groups(std::string_view text, std::vector<NamedPart> parts);

/// Whether `text` ends like a unit's name and does not begin like a sentence.
bool looks_like_unit(std::string_view text);

/// Whether `name` stands for many units.
bool is_group(std::string_view name);

/// Whether `text` says until when: 10月底前完成, 持续推进.
bool looks_like_deadline(std::string_view text);

}  // namespace respnet::extract
