#include "respnet/model/columns.hpp"

#include <gtest/gtest.h>

namespace respnet::model {

TEST(Columns, NeverSetAnswersWithTheDefault) {
  EXPECT_EQ(TextColumn{}[5], "");
  EXPECT_EQ(ValueColumn<int>{}[5], 0);
  EXPECT_TRUE(ListColumn<int>{}[5].empty());
}

TEST(Columns, SkippedRowsAreEmpty) {
  TextColumn texts;
  texts.set(1, "b");
  texts.set(2, "");
  texts.set(4, "区");
  EXPECT_EQ(texts[0], "");
  EXPECT_EQ(texts[1], "b");
  EXPECT_EQ(texts[2], "");
  EXPECT_EQ(texts[3], "");
  EXPECT_EQ(texts[4], "区");
  EXPECT_EQ(texts[5], "");

  ListColumn<int> lists;
  lists.set(1, {1, 2});
  lists.set(3, {3});
  EXPECT_EQ(lists[0].size(), 0U);
  EXPECT_EQ(lists[1].size(), 2U);
  EXPECT_EQ(lists[2].size(), 0U);
  EXPECT_EQ(lists[3].front(), 3);
}

TEST(Columns, ADefaultValueTakesNoRoomButReplacesAnother) {
  ValueColumn<int> values;
  values.set(1000, 0);
  EXPECT_TRUE(values.empty());
  values.set(3, 7);
  values.set(3, 0);
  EXPECT_EQ(values[3], 0);
}

}  // namespace respnet::model
