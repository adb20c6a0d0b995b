#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace respnet::extract {

/// A name taken apart: 区发改局 is level 区, field 发改, ending 局.
struct NameParts {
  std::string_view level;  ///< may be empty
  std::string_view field;
  std::string_view ending;
  std::string_view full_field;   ///< as names are compared: 发展改革
  std::string_view full_ending;  ///< 委 for 委员会
};
/// The parts of a name whose field and ending are known; nothing for other names.
std::optional<NameParts> parts_of_name(std::string_view name);

/// The name with half-width and square brackets as full-width round ones and without quote marks.
std::string folded_name(std::string_view name);

/// Two names with equal keys are one body: same level, same field and ending up to known short
/// forms (发改局 = 发展和改革局). Never by likeness: 商务局 is not 税务局.
std::string comparison_key(std::string_view name);

/// Bytes of the place or level that both names begin with, as far as it is one.
std::size_t shared_place(std::string_view a, std::string_view b);

/// The ending of a name that may have short forms by its letters: 局, 委, 厅, 办 (also for 办公室,
/// 委员会); empty for other names.
std::string_view comparable_ending(std::string_view name);

/// Whether `shorter` is safely a short form of `longer`: the same level or place, the same ending
/// (局, 委, 厅, 办), and before it at least three letters, the first of which is the first there
/// too and all of which stand in `longer` in the same order: 县大数据局 of 县大数据发展管理局.
bool is_short_form(std::string_view shorter, std::string_view longer);

/// Whether the letters stand in `text` in this order, others between them or not.
bool letters_in_order(std::string_view letters, std::string_view text);

/// The level that a name hands on to names behind it in a list: 省 of 省科技厅. Empty if none.
std::string_view level_of(std::string_view name);

/// Whether `name` may take over the level of a name before it: it has a known field and no level of
/// its own, and is no body of the central line (海关, 税务 …).
bool lacks_level(std::string_view name);

/// `name` under that level; organs of the party stand under its committee (区 + 宣传部 =
/// 区委宣传部).
std::string with_level(std::string_view level, std::string_view name);

/// What `names[i]` takes from a later name in its list: 甲市、乙市人民政府 -> 甲市人民政府.
/// Unchanged where nothing is missing.
std::vector<std::string> with_shared_endings(std::vector<std::string> names);

}  // namespace respnet::extract
