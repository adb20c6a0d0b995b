#include "respnet/model/role.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace respnet::model {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames{"lead", "responsible", "support",
                                                          "oversight", "informed"};
constexpr std::array<std::string_view, 3> kKindNames{"organ", "group", "person"};

template <typename Enum>
std::optional<Enum> named(std::string_view name, const auto& names) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }
std::string_view name(UnitKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<Role> role_named(std::string_view name) { return named<Role>(name, kRoleNames); }
std::optional<UnitKind> unit_kind_named(std::string_view name) {
  return named<UnitKind>(name, kKindNames);
}

}  // namespace respnet::model
