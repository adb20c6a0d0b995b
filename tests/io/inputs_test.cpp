#include "respnet/io/inputs.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

namespace fs = std::filesystem;

InputFiles files_of(const fs::path& path, const fs::path& output = {}) {
  return input_files(std::vector{path}, output);
}

std::vector<std::string> names(const InputFiles& inputs) {
  std::vector<std::string> result;
  for (const InputFile& file : inputs.files) result.push_back(file.name);
  return result;
}

}  // namespace

TEST(Inputs, TakesFilesAsTheyAreNamed) {
  const auto inputs =
      input_files(std::vector<fs::path>{"plans/b.txt", "-", ".hidden", "plans/odd.ending"});

  EXPECT_EQ(names(inputs), (std::vector<std::string>{"b.txt", "-", ".hidden", "odd.ending"}));
  EXPECT_EQ(inputs.skipped(), 0U);
}

TEST(Inputs, ListsAFolderWithAllBelowInByteOrder) {
  const test::Folder folder;
  fs::create_directories(folder / "plans/a");
  fs::create_directories(folder / "plans/Z");
  folder.file("plans/b.txt", "");
  folder.file("plans/B.MD", "");
  folder.file("plans/a/c.html", "");
  folder.file("plans/Z/c.csv", "");

  const auto inputs = files_of(folder / "plans");

  EXPECT_EQ(names(inputs), (std::vector<std::string>{"B.MD", "Z/c.csv", "a/c.html", "b.txt"}));
  EXPECT_EQ(inputs.files[2].path, folder / "plans/a/c.html");
}

TEST(Inputs, CountsWhatItSkips) {
  const test::Folder folder;
  fs::create_directories(folder / ".git");
  folder.file(".git/config.txt", "");
  folder.file("~$plan.docx", "");
  folder.file("plan.txt", "");
  folder.file("photo.jpeg", "");
  folder.file("no ending", "");

  const auto inputs = files_of(folder / "");

  EXPECT_EQ(names(inputs), std::vector<std::string>{"plan.txt"});
  EXPECT_EQ(inputs.hidden, 2U);
  EXPECT_EQ(inputs.unknown, 2U);
}

TEST(Inputs, SkipsWhatRespnetWrote) {
  const test::Folder folder;
  fs::create_directories(folder / "report");
  folder.file("plan.txt", "");
  folder.file("net.json", "{\"schema\": \"respnet-network/1\"");
  folder.file("other.json", "{\"nodes\": []}");
  folder.file("out.csv", "task,unit,role\n");
  folder.file("report/index.html",
              "<!DOCTYPE html>\n<html>\n<head>\n<meta name=\"generator\" content=\"respnet\">\n");
  folder.file("report/metrics-units.csv", "id,name\n");

  const auto inputs = files_of(folder / "", folder / "out.csv");

  EXPECT_EQ(names(inputs), (std::vector<std::string>{"other.json", "plan.txt"}));
  EXPECT_EQ(inputs.own, 3U);
}

TEST(Inputs, FollowsLinksToFilesAndNotToFolders) {
  const test::Folder folder;
  fs::create_directories(folder / "plans");
  folder.file("plan.txt", "");
  fs::create_symlink(folder / "plan.txt", folder / "plans/link.txt");
  fs::create_directory_symlink(folder / "plans", folder / "plans/again");

  EXPECT_EQ(names(files_of(folder / "plans")), std::vector<std::string>{"link.txt"});
}

TEST(Inputs, RefusesAFolderWithNothingToRead) {
  const test::Folder folder;
  folder.file("photo.jpeg", "");

  const std::string message = test::message_of<InputError>([&] { files_of(folder / ""); });

  EXPECT_NE(message.find("holds no file to read"), std::string::npos) << message;
}

}  // namespace respnet::io
