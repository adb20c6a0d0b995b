#include "cli/help.hpp"

#include <algorithm>

#include "cli/options.hpp"
#include "respnet/base/text.hpp"
#include "respnet/base/version.hpp"

namespace respnet::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  const std::size_t shown = display_width(text);
  if (shown < width) text.append(width - shown, ' ');
  return text;
}

// Words of `text`, broken so that no line is wider than 80 columns; lines after the first are
// indented.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string result;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t width = display_width(word);
    if (column != indent && column + 1 + width > 80) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    }
    if (column != indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += width;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string option_lines(const std::vector<std::string_view>& names) {
  constexpr std::size_t indent = 27;
  std::string lines;
  for (const std::string_view name : names) {
    const Option& row = option(name);
    std::string left = row.letter != 0 ? std::string("  -") + row.letter + ", --" : "      --";
    left += row.name;
    if (!row.argument.empty()) left += ' ' + std::string(row.argument);
    left = display_width(left) + 2 > indent ? left + '\n' + std::string(indent, ' ')
                                            : padded(left, indent);
    const std::string shown = row.fallback.empty() ? "" : " [" + row.fallback + "]";
    lines += left + wrapped(row.help + shown, indent) + '\n';
  }
  return lines;
}

}  // namespace

std::string overview_text() {
  std::string text =
      "respnet reads a work plan and shows who is responsible for what, who carries too\n"
      "much, and which lead units hold it together.\n\n"
      "  respnet report notice.md -o report    everything in one folder, index.html first\n"
      "  respnet workload notice.md            who carries how much\n\n"
      "Usage: respnet COMMAND [options] INPUT...\n\nCommands:\n";
  for (const Command& command : command_table())
    text += "  " + padded(std::string(command.name), 10) + wrapped(command.summary, 12) + '\n';
  return text +
         "\nrespnet COMMAND --help shows options and an example. An INPUT is any format of\n"
         "respnet formats; - is standard input. Exit codes: 0 done, 1 the answer is no,\n"
         "2 command line, 3 input refused, 4 file trouble, 5 limit reached, 70 our bug.\n";
}

std::string help_text(const Command& command) {
  std::string text = "Usage: respnet " + std::string(command.name) + " " +
                     std::string(command.arguments) + "\n\n" + wrapped(command.about, 0) +
                     "\n\nExample:\n" + std::string(command.example) + "\n";
  if (!command.options.empty()) text += "\nOptions:\n" + option_lines(command.options);
  return text + "\nOptions of every command:\n" + option_lines(common_options());
}

std::string version_text() { return "respnet " + std::string(respnet::version()) + "\n"; }

}  // namespace respnet::cli
