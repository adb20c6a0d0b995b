#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace respnet::model {

/// What the text says that a unit does in a task. In order of strength: where a unit is named twice
/// in one task, the stronger role (the smaller value) holds.
enum class Role : std::uint8_t {
  Lead,         ///< 牵头, 主办; Lead, Accountable
  Responsible,  ///< 责任, 负责, 按职责分工负责; Responsible, one Owner of several
  Support,      ///< 配合, 协办, 参与; Supporting, Consulted
  Oversight,    ///< 督办, 指导
  Informed,
};
inline constexpr int kRoles = 5;

enum class UnitKind : std::uint8_t {
  Organ,
  Group,  ///< a name for many: 各乡镇（街道）, all departments
  Person,
};

/// "lead", "responsible", "support", "oversight", "informed": as in files.
std::string_view name(Role role);
/// "organ", "group", "person".
std::string_view name(UnitKind kind);

/// The role of that name; empty if there is none.
std::optional<Role> role_named(std::string_view name);
std::optional<UnitKind> unit_kind_named(std::string_view name);

}  // namespace respnet::model
