#include "cli/program.hpp"
#include "cli/session.hpp"

int main(int argc, char** argv) {
  respnet::cli::clean_up_on_signals();
  return respnet::cli::run({argv + 1, argv + argc});
}
