#include "respnet/base/unwritten.hpp"

#include <gtest/gtest.h>

namespace respnet {

TEST(UnwrittenVector, KeepsWhatIsThereAndWritesWhatIsGiven) {
  UnwrittenVector<int> values(2, 7);
  values.resize(1000);
  EXPECT_EQ(values.size(), 1000U);
  EXPECT_EQ(values[1], 7);
  values.assign(3, 5);
  EXPECT_EQ(values, (UnwrittenVector<int>{5, 5, 5}));
}

}  // namespace respnet
