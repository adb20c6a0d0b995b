// Many files as one network: order, threads, and what happens to bad ones.

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNoPlan = "今天天气很好。\n";

std::string plan(int i) {
  const std::string n = std::to_string(i);
  return "一、修路\n\n1. 修好" + n + "条路。（责任单位：市交通局、第" + n + "工区）\n";
}

// Files 0.txt to count-1.txt; those of `bad` are no plans.
std::vector<fs::path> plans(const test::Folder& folder, int count, const std::vector<int>& bad) {
  std::vector<fs::path> paths;
  for (int i = 0; i < count; ++i) {
    const bool is_bad = std::ranges::find(bad, i) != bad.end();
    paths.push_back(folder.file(std::to_string(i) + ".txt", is_bad ? kNoPlan : plan(i)));
  }
  return paths;
}

std::ptrdiff_t lines(const std::string& text) { return std::ranges::count(text, '\n') + 1; }

}  // namespace

TEST(ReadMany, IsTheSameForAnyNumberOfThreads) {
  const test::Folder folder;
  const auto paths = plans(folder, 40, {7, 30});

  const auto bytes = [&](unsigned threads) {
    return network_bytes(read_networks(paths, {}, {.keep_going = true, .threads = threads}),
                         "json");
  };

  EXPECT_EQ(bytes(1), bytes(5));
}

TEST(ReadMany, KeepsTheOrderOfTheInputs) {
  const test::Folder folder;

  const auto network = read_networks(plans(folder, 12, {}));

  ASSERT_EQ(network.source_count(), 12U);
  EXPECT_EQ(network.sources()[10].path, "10.txt");
  EXPECT_EQ(network.sources()[10].id, "s11");
  EXPECT_EQ(network.unit_count(), 13U);  // the bureau is one
}

TEST(ReadMany, NamesSourcesByTheirPlaceInTheFolder) {
  const test::Folder folder;
  fs::create_directories(folder / "plans/north");
  folder.file("plans/north/a.txt", plan(1));
  folder.file("plans/b.txt", plan(2));

  const auto network = read_networks(std::vector{folder / "plans"});

  EXPECT_EQ(network.sources()[0].path, "b.txt");
  EXPECT_EQ(network.sources()[1].path, "north/a.txt");
}

TEST(ReadMany, TellsOfEveryBadFileAtOnce) {
  const test::Folder folder;
  const auto paths = plans(folder, 6, {1, 4});

  const auto message = test::message_of<InputError>([&] { read_networks(paths); });

  EXPECT_EQ(lines(message), 3);
  EXPECT_TRUE(message.starts_with(paths[1].string() + ": no responsibility clause")) << message;
  EXPECT_NE(message.find("\n" + paths[4].string() + ": "), std::string::npos);
  EXPECT_NE(message.find("\n2 of 6 inputs"), std::string::npos);
}

TEST(ReadMany, TellsOfBadFilesInTenLines) {
  const test::Folder folder;
  std::vector<int> bad;
  for (int i = 0; i < 30; ++i) bad.push_back(i);

  const auto message = test::message_of<InputError>([&] { read_networks(plans(folder, 31, bad)); });

  EXPECT_EQ(lines(message), 10);
  EXPECT_NE(message.find("\nand 21 more; 30 of 31 inputs"), std::string::npos) << message;
}

TEST(ReadMany, EndsAsTheFirstBadFileDoes) {
  const test::Folder folder;
  auto paths = plans(folder, 2, {1});
  paths.insert(paths.begin(), folder / "missing.txt");

  EXPECT_THROW(read_networks(paths), FileError);
}

TEST(ReadMany, LeavesBadFilesOutWhenAsked) {
  const test::Folder folder;
  auto paths = plans(folder, 4, {2});
  paths.push_back(folder / "missing.txt");

  const auto network = read_networks(paths, {}, {.keep_going = true});

  EXPECT_EQ(network.source_count(), 3U);
  ASSERT_GE(network.notes().size(), 2U);
  EXPECT_EQ(network.notes()[0].code, "unreadable-input");
  EXPECT_TRUE(network.notes()[0].message.starts_with("2.txt: no responsibility clause"));
  EXPECT_TRUE(network.notes()[1].message.starts_with("missing.txt: "));
}

TEST(ReadMany, LeavesASingleGoodFileAsItIs) {
  const test::Folder folder;

  const auto network = read_networks(plans(folder, 3, {0, 2}), {}, {.keep_going = true});

  EXPECT_EQ(network.task_id(model::TaskId{0}), "1.1");
}

TEST(ReadMany, RefusesAllBadFilesEvenWhenAskedToGoOn) {
  const test::Folder folder;

  EXPECT_THROW(read_networks(plans(folder, 2, {0, 1}), {}, {.keep_going = true}), InputError);
}

TEST(ReadMany, TellsHowFarItIs) {
  const test::Folder folder;
  const auto paths = plans(folder, 20, {3});
  std::vector<ReadProgress> seen;

  read_networks(paths, {},
                {.keep_going = true, .threads = 3, .progress = [&](const ReadProgress& at) {
                   seen.push_back(at);
                 }});

  ASSERT_EQ(seen.size(), 20U);
  EXPECT_EQ(seen.front().done, 1U);
  EXPECT_EQ(seen.back().done, 20U);
  EXPECT_EQ(seen.back().all, 20U);
  std::uint64_t all = 0;
  for (const fs::path& path : paths) all += fs::file_size(path);
  EXPECT_EQ(seen.back().bytes, all);
}

}  // namespace respnet::io
