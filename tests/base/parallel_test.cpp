#include "respnet/base/parallel.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/folder.hpp"

namespace respnet {

TEST(Parallel, CallsEachBlockOnceForAnyNumberOfThreads) {
  for (const unsigned threads : {0U, 1U, 2U, 16U}) {
    std::vector<std::atomic<int>> calls(1000);
    parallel_blocks(calls.size(), threads, [&](std::size_t block) { ++calls[block]; });
    for (const auto& n : calls) EXPECT_EQ(n, 1);
  }
}

TEST(Parallel, DoesNothingForNoBlocks) {
  parallel_blocks(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Parallel, ThrowsTheFirstFailureByBlock) {
  for (const unsigned threads : {1U, 4U}) {
    const auto message = test::message_of<std::runtime_error>([threads] {
      parallel_blocks(100, threads, [](std::size_t block) {
        if (block >= 10) throw std::runtime_error(std::to_string(block));
      });
    });
    EXPECT_EQ(message, "10");
  }
}

TEST(Parallel, UsesAtLeastOneThread) {
  EXPECT_GE(thread_count(0), 1U);
  EXPECT_EQ(thread_count(3), 3U);
}

}  // namespace respnet
