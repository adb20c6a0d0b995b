#include "respnet/model/role.hpp"

#include <gtest/gtest.h>

namespace respnet::model {

TEST(Roles, ReadBackFromTheirNames) {
  for (int i = 0; i < kRoles; ++i) {
    const auto role = static_cast<Role>(i);
    EXPECT_EQ(role_named(name(role)), role);
  }
  EXPECT_FALSE(role_named("Lead"));
  EXPECT_FALSE(role_named(""));
}

TEST(Roles, AreOrderedByStrength) {
  EXPECT_LT(Role::Lead, Role::Responsible);
  EXPECT_LT(Role::Responsible, Role::Support);
  EXPECT_LT(Role::Support, Role::Oversight);
  EXPECT_LT(Role::Oversight, Role::Informed);
}

TEST(UnitKinds, ReadBackFromTheirNames) {
  for (const UnitKind kind : {UnitKind::Organ, UnitKind::Group, UnitKind::Person})
    EXPECT_EQ(unit_kind_named(name(kind)), kind);
  EXPECT_FALSE(unit_kind_named("office"));
}

}  // namespace respnet::model
