#include "respnet/base/child_process.hpp"

#include <csignal>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/folder.hpp"

namespace respnet {
namespace {

using End = ChildResult::End;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

ChildResult shell(const std::string& script, std::string_view input = {},
                  const ChildLimits& limits = {}) {
  return run_child("/bin/sh", {"-c", script}, input, limits);
}

}  // namespace

TEST(ChildProcess, GivesWhatTheProgramPrints) {
  const ChildResult result = shell("tr a-z A-Z; echo \"$1\"; exit 7", "notice");

  EXPECT_EQ(result.end, End::Exited);
  EXPECT_EQ(result.code, 7);
  EXPECT_EQ(result.output, "NOTICE\n");
}

TEST(ChildProcess, PassesArgumentsAsTheyAre) {
  const std::string hostile = "a b'\"\n$(exit 3)";

  EXPECT_EQ(run_child("/bin/echo", {hostile}, "").output, hostile + "\n");
}

TEST(ChildProcess, NeedNotReadItsInput) {
  const ChildResult result = shell("exit 0", std::string(10'000'000, 'x'));

  EXPECT_EQ(result.end, End::Exited);
  EXPECT_EQ(result.code, 0);
}

TEST(ChildProcess, HoldsNoOtherDescriptorAndNoCore) {
  const int open_here = dup(STDOUT_FILENO);

  const ChildResult result = shell("ls /proc/$$/fd | tr '\\n' ' '; ulimit -c");
  close(open_here);

  EXPECT_EQ(result.output, "0 1 2 0\n");
}

TEST(ChildProcess, IsKilledWhenItsTimeIsUp) {
  const auto begun = steady_clock::now();

  const ChildResult result = shell("echo begun; exec sleep 60", "", {.time = milliseconds(200)});

  EXPECT_EQ(result.end, End::OutOfTime);
  EXPECT_LT(steady_clock::now() - begun, std::chrono::seconds(20));
}

TEST(ChildProcess, IsKilledInTimeThoughItClosedItsOutput) {
  const ChildResult result = shell("exec >&-; exec sleep 60", "", {.time = milliseconds(200)});

  EXPECT_EQ(result.end, End::OutOfTime);
}

TEST(ChildProcess, IsKilledWhenItWritesTooMuch) {
  const ChildResult result = shell("exec yes", "", {.output = 1 << 20});

  EXPECT_EQ(result.end, End::TooMuchOutput);
  EXPECT_LE(result.output.size(), std::size_t{1} << 20);
}

TEST(ChildProcess, GetsNoMoreMemoryThanAllowed) {
  const std::string doubling = "x=0123456789; while :; do x=$x$x; done";

  const ChildResult result = shell(doubling, "", {.memory = std::uint64_t{64} << 20});

  EXPECT_TRUE(result.end == End::Killed || result.code != 0);
  EXPECT_NE(result.end, End::OutOfTime);
}

TEST(ChildProcess, TellsACrashFromAnExit) {
  const ChildResult result = shell("kill -SEGV $$");

  EXPECT_EQ(result.end, End::Killed);
  EXPECT_EQ(result.code, SIGSEGV);
}

TEST(ChildProcess, SaysWhichProgramCannotBeRun) {
  const test::Folder folder;
  const auto text = folder.file("notes.txt", "not a program");

  EXPECT_EQ(test::message_of<FileError>([] { run_child("/nowhere/x", {}, ""); }),
            "/nowhere/x: cannot be run: No such file or directory");
  EXPECT_EQ(test::message_of<FileError>([&] { run_child(text, {}, ""); }),
            text.string() + ": cannot be run: Permission denied");
}

}  // namespace respnet
