#include "respnet/base/files.hpp"

#include <filesystem>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "respnet/base/errors.hpp"
#include "support/folder.hpp"

namespace respnet {

using test::content;
using test::Folder;
using test::message_of;

TEST(ReadFile, GivesTheBytesOfFilesSmallAndLarge) {
  const Folder folder;
  const std::string large(3'000'000, 'x');
  EXPECT_EQ(read_file(folder.file("empty", "")), "");
  EXPECT_EQ(read_file(folder.file("small", std::string("a\0b\r\n", 5))),
            std::string("a\0b\r\n", 5));
  EXPECT_EQ(read_file(folder.file("large", large)), large);
}

TEST(ReadFile, ReadsWhatHasNoSizeBeforehand) {
  EXPECT_NE(read_file("/proc/self/status").find("Name:"), std::string::npos);
}

TEST(ReadFile, SaysWhyItCannot) {
  const Folder folder;
  const auto missing = folder / "missing";
  const auto file = folder.file("file", "x");
  EXPECT_EQ(message_of<FileError>([&] { read_file(missing); }),
            missing.string() + ": no such file or directory; check the path");
  EXPECT_NE(message_of<FileError>([&] { read_file(folder / ""); }).find("is a directory"),
            std::string::npos);
  EXPECT_NE(message_of<FileError>([&] { read_file(file / "below"); }).find("not a folder"),
            std::string::npos);
}

TEST(OutputFile, ReplacesTheTargetOnlyWhenCommitted) {
  const Folder folder;
  const auto target = folder.file("out", "old");
  {
    OutputFile file(target);
    file.write("new");
    file.finish();
    EXPECT_EQ(content(target), "old");
  }
  EXPECT_EQ(content(target), "old");
  EXPECT_EQ(folder.files(), 1U);

  write_file(target, "new");

  EXPECT_EQ(content(target), "new");
  EXPECT_EQ(folder.files(), 1U);
}

TEST(OutputFile, KeepsTheModeOfTheOldFile) {
  const Folder folder;
  const auto target = folder.file("out", "old");
  chmod(target.c_str(), 0640);

  write_file(target, "new");

  struct stat info {};
  ASSERT_EQ(stat(target.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0640U);
}

TEST(OutputFile, WritesMoreThanItsBuffer) {
  const Folder folder;
  std::string expected;
  OutputFile file(folder / "out");
  for (int i = 0; i < 300; ++i) {
    const std::string piece(static_cast<std::size_t>(i) * 100, static_cast<char>('a' + i % 26));
    file.write(piece);
    expected += piece;
  }
  file.write(std::string(2'000'000, 'z'));
  file.commit();
  EXPECT_EQ(content(folder / "out"), expected + std::string(2'000'000, 'z'));
}

TEST(OutputFile, ReportsAFullDeviceAndLeavesNothing) {
  const auto message = message_of<FileError>([] { write_file("/dev/full", "x"); });
  EXPECT_EQ(message, "/dev/full: no space left on the device; free some and run again");
}

TEST(OutputFile, FollowsSymbolicLinks) {
  const Folder folder;
  const auto file = folder.file("file", "old");
  std::filesystem::create_symlink("file", folder / "link");
  std::filesystem::create_symlink("not-yet", folder / "dangling");

  write_file(folder / "link", "new");
  write_file(folder / "dangling", "made");

  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
  EXPECT_EQ(content(file), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "dangling"));
  EXPECT_EQ(content(folder / "not-yet"), "made");
  EXPECT_EQ(folder.files(), 4U);
}

TEST(OutputFile, RefusesDirectoriesLoopsAndMissingFolders) {
  const Folder folder;
  std::filesystem::create_symlink("loop", folder / "loop");
  EXPECT_NE(message_of<FileError>([&] { OutputFile(folder / ""); }).find("is a directory"),
            std::string::npos);
  EXPECT_NE(message_of<FileError>([&] { OutputFile(folder / "loop"); }).find("symbolic links"),
            std::string::npos);
  EXPECT_NE(message_of<FileError>([&] { OutputFile(folder / "no/where"); }).find("no such file"),
            std::string::npos);
  EXPECT_EQ(folder.files(), 1U);
}

TEST(WriteFiles, WritesAllOrNone) {
  const Folder folder;
  const auto first = folder.file("first", "old");

  EXPECT_THROW(write_files({{first, "new"}, {folder / "no/where", "new"}}), FileError);
  EXPECT_EQ(content(first), "old");
  EXPECT_EQ(folder.files(), 1U);

  write_files({{first, "new"}, {folder / "second", "2"}});
  EXPECT_EQ(content(first), "new");
  EXPECT_EQ(content(folder / "second"), "2");
}

TEST(OutputFile, StagedFilesCanBeRemovedFromASignalHandler) {
  const Folder folder;
  OutputFile file(folder / "out");
  file.write("x");
  EXPECT_EQ(folder.files(), 1U);
  remove_staged_files();
  EXPECT_EQ(folder.files(), 0U);
}

// FIPS 180-2, appendix B.1, and the empty message.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace respnet
