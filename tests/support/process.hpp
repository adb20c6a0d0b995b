#pragma once

// Runs the program as a program.

#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "support/folder.hpp"

namespace respnet::test {

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

/// Runs a shell command line in the source folder; `respnet` in it is the program.
inline Outcome shell(const std::string& line) {
  const Folder folder;
  const std::string script = "cd '" + std::string(RESPNET_SOURCE_DIR) + "' && respnet() { '" +
                             RESPNET_PROGRAM + "' \"$@\"; }; { " + line + "\n} >'" +
                             (folder / "out").string() + "' 2>'" + (folder / "err").string() + "'";
  const pid_t child = fork();
  if (child == 0) {
    execl("/bin/bash", "bash", "-c", script.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content(folder / "out"),
          content(folder / "err")};
}

}  // namespace respnet::test
