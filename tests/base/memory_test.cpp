#include "respnet/base/memory.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/folder.hpp"

namespace respnet {
namespace {

using test::Folder;

// A file in folders that may not be there yet.
void put(const Folder& folder, const std::string& path, const std::string& text) {
  std::filesystem::create_directories((folder / path).parent_path());
  folder.file(path, text);
}

TEST(Memory, OfAControlGroupIsTheLeastOfItsOwnAndThoseAbove) {
  const Folder root;
  put(root, "memory.max", "max\n");
  put(root, "a/memory.max", "4000\n");
  put(root, "a/b/memory.max", "9000\n");
  put(root, "a/c/memory.max", "100\n");

  EXPECT_EQ(cgroup_memory_limit(root / "", "0::/a/b\n"), 4000U);
  EXPECT_EQ(cgroup_memory_limit(root / "", "0::/a/c\n"), 100U);
  EXPECT_EQ(cgroup_memory_limit(root / "", "0::/a/not/seen\n"), 4000U);
  EXPECT_EQ(cgroup_memory_limit(root / "", "0::/\n"), std::nullopt);
}

TEST(Memory, OfAControlGroupOfVersionOne) {
  const Folder root;
  put(root, "memory/memory.limit_in_bytes", "9223372036854771712\n");
  put(root, "memory/jobs/7/memory.limit_in_bytes", "2000\n");

  const auto limit = [&](const char* text) { return cgroup_memory_limit(root / "", text); };
  EXPECT_EQ(limit("9:name=systemd:/\n4:memory:/jobs/7\n0::/\n"), 2000U);
  EXPECT_EQ(limit("4:cpu,memory:/jobs/7"), 2000U);
  EXPECT_EQ(limit("4:memory:/\n"), 9223372036854771712U);
  EXPECT_EQ(limit("4:cpu:/jobs/7\nnonsense\n"), std::nullopt);
  EXPECT_EQ(limit(""), std::nullopt);
}

TEST(Memory, OfThisProcessIsThereAndNotMoreThanTheMachines) {
  EXPECT_GT(usable_memory(), 1U << 20);
  std::ifstream file("/proc/meminfo");
  std::string word;
  std::uint64_t kilobytes = 0;
  ASSERT_TRUE(file >> word >> kilobytes && word == "MemTotal:");
  EXPECT_LE(usable_memory(), kilobytes * 1024);
}

TEST(Memory, IsSaidInRoundNumbers) {
  EXPECT_EQ(memory_text(1), "1 kB");
  EXPECT_EQ(memory_text(820'400'000), "820 MB");
  EXPECT_EQ(memory_text(3'449'000'000), "3.4 GB");
}

}  // namespace
}  // namespace respnet
