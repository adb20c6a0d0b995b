#include "cli/program.hpp"

#include <algorithm>
#include <iostream>
#include <new>

#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::cli {
namespace {

// A message of several lines is of several files.
int fail(ExitCode code, std::string_view message) {
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    std::cerr << "respnet: " << message.substr(0, end) << '\n';
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  return code;
}

const Command& command_named(std::string_view name) {
  const auto& table = command_table();
  const auto found = std::ranges::find(table, name, &Command::name);
  if (found != table.end()) return *found;
  std::vector<std::string_view> names;
  for (const Command& command : table) names.push_back(command.name);
  const std::string hint = did_you_mean(name, names);
  throw UsageError("unknown command '" + printable(name) + "'" +
                   (hint.empty() ? "; see respnet --help" : hint));
}

int run_command(const Command& command, const std::vector<std::string>& arguments) {
  std::vector<std::string_view> allowed = command.options;
  allowed.insert(allowed.end(), common_options().begin(), common_options().end());
  const Settings settings = parsed(arguments, allowed);
  if (settings.help || settings.version) {
    print(settings.help ? help_text(command) : version_text());
    return Done;
  }
  if (settings.sarif && command.run != run_check)
    throw UsageError("--format sarif is for respnet check; choose table, json, csv or markdown");
  Session session(settings.quiet, isatty(STDERR_FILENO) == 1);
  const int code = command.run(settings, session);
  if (!settings.timings.empty()) session.write_timings(settings.timings);
  return code;
}

int dispatch(std::vector<std::string> arguments) {
  if (arguments.empty()) {
    print(overview_text());
    return Done;
  }
  const std::string first = arguments.front();
  arguments.erase(arguments.begin());
  if (first == "--help" || first == "-h") {
    print(overview_text());
  } else if (first == "--version") {
    print(version_text());
  } else if (first == "help") {
    print(arguments.empty() ? overview_text() : help_text(command_named(arguments.front())));
  } else if (first.starts_with("-") && first != "-") {
    throw UsageError("'" + printable(first) + "' comes before the command; " +
                     "write respnet COMMAND [options] INPUT, see respnet --help");
  } else {
    return run_command(command_named(first), arguments);
  }
  return Done;
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  try {
    return dispatch(arguments);
  } catch (const UsageError& error) {
    return fail(Usage, error.what());
  } catch (const std::invalid_argument& error) {
    return fail(Usage, error.what());
  } catch (const InputError& error) {
    return fail(Input, error.what());
  } catch (const FileError& error) {
    return fail(File, error.what());
  } catch (const LimitError& error) {
    return fail(Limit, error.what());
  } catch (const std::bad_alloc&) {
    return fail(Limit, "out of memory; close other programs or use a smaller input");
  } catch (const std::exception& error) {
    return fail(Bug, "a bug of ours, please report it with the command and the input: " +
                         printable(error.what()));
  }
}

}  // namespace respnet::cli
