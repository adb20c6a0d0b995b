#include "respnet/io/cell_list.hpp"

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"

namespace respnet::io {

TEST(CellList, ReadsTasksAndUnitsByTheirColumns) {
  const auto cells = cell_list_in("单位;备注;任务\n区教育局;x;3.1\n\n\"a;b\";;'=2\n", "locked.csv");
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].task, "3.1");
  EXPECT_EQ(cells[0].unit, "区教育局");
  EXPECT_EQ(cells[1].task, "=2");
  EXPECT_EQ(cells[1].unit, "a;b");
  EXPECT_TRUE(cell_list_in("task,unit\n", "locked.csv").empty());
}

TEST(CellList, RefusesWithLineAndColumn) {
  for (const char* wrong : {"", "unit\na\n", "task,unit\n1,\n", "task,unit\n1\n", "task,unit\n\"1"})
    EXPECT_THROW(cell_list_in(wrong, "locked.csv"), InputError) << wrong;
  try {
    cell_list_in("task,unit\n1,a\n2,\n", "locked.csv");
  } catch (const InputError& error) {
    EXPECT_EQ(error.place().line, 3U);
  }
}

}  // namespace respnet::io
