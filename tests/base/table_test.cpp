#include "respnet/base/table.hpp"

#include <gtest/gtest.h>

namespace respnet {

TEST(Table, HasAsManyRowsAsItsFirstColumn) {
  EXPECT_EQ(Table{}.rows(), 0U);
  const Table table{"units", "", {{"id", "", std::vector<std::string>{"u1", "u2"}}}};
  EXPECT_EQ(table.rows(), 2U);
  EXPECT_EQ((Column{"x", "", std::vector<double>(3)}.size()), 3U);
}

}  // namespace respnet
