#include "respnet/base/mapped_file.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "respnet/base/files.hpp"
#include "support/folder.hpp"

namespace respnet {
namespace {

std::string some_text() {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST(MappedFile, HasTheBytesOfTheFile) {
  const test::Folder folder;
  const std::string text = some_text();
  write_file(folder / "f", text);
  auto file = MappedFile::of(folder / "f", 0);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->bytes() == text);
  const MappedFile moved = *std::move(file);
  file.reset();
  EXPECT_TRUE(moved.bytes() == text);
}

TEST(MappedFile, LeavesSmallFilesAndWhatIsNoFile) {
  const test::Folder folder;
  write_file(folder / "f", "12345");
  EXPECT_TRUE(MappedFile::of(folder / "f", 5));
  EXPECT_FALSE(MappedFile::of(folder / "f", 6));
  write_file(folder / "empty", "");
  EXPECT_FALSE(MappedFile::of(folder / "empty", 0));
  EXPECT_FALSE(MappedFile::of(folder / "none", 0));
  EXPECT_FALSE(MappedFile::of(folder / "", 0));
  EXPECT_FALSE(MappedFile::of("-", 0));
  EXPECT_FALSE(MappedFile::of("/dev/zero", 0));
}

TEST(DropPages, LeavesTheBytesAsTheyWere) {
  const test::Folder folder;
  const std::string text = some_text();
  write_file(folder / "f", text);
  const auto file = MappedFile::of(folder / "f", 0);
  ASSERT_TRUE(file);
  for (const std::size_t begin : {0U, 1U, 4095U, 4096U, 100000U})
    for (const std::size_t size : {0U, 1U, 5000U, 300000U}) {
      drop_pages(file->bytes().substr(begin, size));
      ASSERT_TRUE(file->bytes() == text) << begin << " " << size;
    }
}

TEST(DropPages, LetsGoOfMemoryButOfSmallFiles) {
  const test::Folder folder;
  write_file(folder / "f", some_text());
  const auto in_memory = [](std::string_view bytes) {  // kilobytes
    std::ostringstream first;
    first << std::hex << reinterpret_cast<std::uintptr_t>(bytes.data()) << '-';
    std::ifstream maps("/proc/self/smaps");
    bool found = false;
    for (std::string line; std::getline(maps, line);) {
      if (line.starts_with(first.str())) found = true;
      if (found && line.starts_with("Rss:")) return std::stoul(line.substr(4));
    }
    return 0UL;
  };
  for (const std::size_t least_dropped : {std::size_t{0}, std::size_t{1} << 30}) {
    const auto file = MappedFile::of(folder / "f", 0, least_dropped);
    ASSERT_TRUE(file);
    EXPECT_EQ(std::ranges::count(file->bytes(), '\n'), 50000);
    const unsigned long before = in_memory(file->bytes());
    EXPECT_GT(before, 400U);
    drop_pages(file->bytes());
    EXPECT_EQ(in_memory(file->bytes()), least_dropped == 0 ? 0U : before);
  }
}

TEST(DropPages, LeaveOtherMemoryAlone) {
  const std::string text = some_text();
  const std::string same = text;
  drop_pages(text);
  drop_pages({});
  EXPECT_TRUE(text == same);
  const test::Folder folder;
  write_file(folder / "f", text);
  { const auto file = MappedFile::of(folder / "f", 0); }  // what was mapped is forgotten
  std::string large(text.size() * 40, 'x');
  drop_pages(large);
  EXPECT_EQ(large.find_first_not_of('x'), large.npos);
}

}  // namespace respnet
