#include "io/sheet_places.hpp"

#include <gtest/gtest.h>

namespace respnet::io {

TEST(CellPlace, ReadsNamesUpToTheLastCellOfASheet) {
  EXPECT_EQ(cell_place("A1"), (CellPlace{0, 0}));
  EXPECT_EQ(cell_place("C4"), (CellPlace{3, 2}));
  EXPECT_EQ(cell_place("AA10"), (CellPlace{9, 26}));
  EXPECT_EQ(cell_place("XFD1048576"), (CellPlace{1'048'575, 16'383}));
}

TEST(CellPlace, RefusesOtherNames) {
  for (const char* name : {"", "A", "1", "A0", "a1", "A1 ", "A-1", "XFE1", "A1048577", "AAAAAAAAA1",
                           "A99999999999", "A1B", "$A$1"})
    EXPECT_FALSE(cell_place(name)) << name;
}

TEST(CellPlace, IsNamedAsItWasRead) {
  for (const char* name : {"A1", "Z9", "AA10", "AZ1", "ZZ7", "AAA1", "XFD1048576"})
    EXPECT_EQ(cell_name(*cell_place(name)), name);
}

TEST(CellArea, HasItsCornersInOrder) {
  EXPECT_EQ(cell_area("A1:B3"), (CellArea{{0, 0}, {2, 1}}));
  EXPECT_EQ(cell_area("B2"), (CellArea{{1, 1}, {1, 1}}));
  for (const char* name : {"", "B3:A1", "A1:", ":A1", "A1:B2:C3"})
    EXPECT_FALSE(cell_area(name)) << name;
}

}  // namespace respnet::io
