#include "respnet/model/ids.hpp"

#include <iterator>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace respnet::model {

static_assert(!std::is_convertible_v<TaskId, UnitId>);
static_assert(std::forward_iterator<IdRange<TaskId>::Iterator>);

TEST(Ids, ARangeIsLoopedOverInOrder) {
  std::vector<std::size_t> seen;
  for (const TaskId task : IdRange<TaskId>{3, 6}) seen.push_back(index(task));
  EXPECT_EQ(seen, (std::vector<std::size_t>{3, 4, 5}));
  EXPECT_TRUE((IdRange<UnitId>{2, 2}.empty()));
}

}  // namespace respnet::model
