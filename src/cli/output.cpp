#include "cli/output.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

#include "cli/inputs.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/io/workbook.hpp"

namespace respnet::cli {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

std::string for_people(const std::vector<Table>& tables, const Settings& settings) {
  const bool bold = settings.output.empty() && wants_color(settings);
  std::string text;
  for (Table table : tables) {
    if (!text.empty()) text += '\n';
    if (!table.title.empty())
      text += (bold ? "\x1b[1m" : "") + printable(table.title) + (bold ? "\x1b[0m\n" : "\n");
    table.title.clear();
    text += io::text_table(table);
  }
  return text;
}

std::string markdown(const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) text += (text.empty() ? "" : "\n") + io::markdown_table(table);
  return text;
}

// One table is an array of rows; several are an object of arrays.
void write_json(const std::vector<Table>& tables, const io::Sink& sink, unsigned threads) {
  if (tables.size() == 1) return io::write_json_rows(tables.front(), sink, threads);
  std::string_view before = "{\"";
  for (const Table& table : tables) {
    sink(std::string(before) + table.id + "\": ");
    std::string rows = io::json_rows(table);
    while (rows.ends_with('\n')) rows.pop_back();
    sink(rows);
    before = ",\n\"";
  }
  sink("}\n");
}

const io::Format& format_asked_for(const std::string& name) {
  std::vector<std::string_view> all;
  for (const io::Format& row : io::formats())
    if (row.write != nullptr) all.push_back(row.name);
  for (const io::Format& row : io::formats())
    if (row.name == name && row.write != nullptr) return row;
  std::string names;
  for (const std::string_view row : all) names += (names.empty() ? "" : ", ") + std::string(row);
  throw UsageError("--to takes one of " + names + ", not '" + printable(name) + "'" +
                   did_you_mean(name, all));
}

bool is_workbook(const Settings& settings) {
  const io::Format* format = io::format_by_ending(settings.output.string());
  return format != nullptr && format->name == "xlsx";
}

}  // namespace

const io::Format& network_format(const Settings& settings, std::string_view besides) {
  if (!settings.to.empty()) return format_asked_for(settings.to);
  const io::Format* format = io::format_by_ending(settings.output.string());
  if (format != nullptr && format->write != nullptr) return *format;
  std::string endings;
  std::vector<std::string_view> all;
  for (const io::Format& row : io::formats())
    if (row.write != nullptr) all.insert(all.end(), row.endings.begin(), row.endings.end());
  for (const std::string_view ending : all)
    endings += (endings.empty() ? "" : ", ") + std::string(ending);
  throw UsageError("-o " + printable(settings.output.string()) + ": a network is written as " +
                   endings + std::string(besides) +
                   did_you_mean(settings.output.extension().string(), all));
}

bool wants_color(const Settings& settings) {
  if (settings.color != "auto") return settings.color == "always";
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr &&
         (term == nullptr || std::string_view(term) != "dumb");
}

void print(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) std::_Exit(0);  // `| head` has seen enough
    if (written < 0)
      throw FileError("standard output", "cannot be written; check the disk behind it");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void deliver(std::string_view text, const Settings& settings) {
  if (settings.output.empty()) {
    print(text);
  } else {
    check_output(settings);
    write_file(settings.output, text);
  }
}

void deliver(const std::function<void(const io::Sink&)>& write, const Settings& settings) {
  if (settings.output.empty()) return write(print);
  check_output(settings);
  OutputFile file(settings.output);
  write([&](std::string_view piece) { file.write(piece); });
  file.commit();
}

bool wants_csv(const Settings& settings) {
  return settings.format == io::TableFormat::Csv && !is_workbook(settings);
}

void deliver_csv(const std::function<void(const std::function<void(const Table&)>&)>& make,
                 const Settings& settings) {
  deliver(
      [&](const io::Sink& sink) {
        if (settings.csv_bom) sink(kByteOrderMark);
        bool first = true;
        make([&](const Table& piece) {
          const auto write = std::exchange(first, false) ? io::write_csv_table : io::write_csv_rows;
          write(piece, sink, settings.study.threads);
        });
      },
      settings);
}

void deliver_tables(const std::vector<Table>& tables, const Settings& settings) {
  if (is_workbook(settings))
    return deliver([&](const io::Sink& sink) { io::write_workbook(tables, sink); }, settings);
  const unsigned threads = settings.study.threads;
  switch (settings.format) {
    case io::TableFormat::Text:
      return deliver(for_people(tables, settings), settings);
    case io::TableFormat::Markdown:
      return deliver(markdown(tables), settings);
    case io::TableFormat::Json:
      return deliver([&](const io::Sink& sink) { write_json(tables, sink, threads); }, settings);
    case io::TableFormat::Csv:
      return deliver_csv([&](const auto& pass_on) { pass_on(tables.front()); }, settings);
  }
}

model::Network network_as_read(const Settings& settings, Session& session) {
  return read_inputs(settings, session).network;
}

model::Network network_from(const Settings& settings, Session& session) {
  InputNetwork input = read_inputs(settings, session);
  say_read(input.network, input.summary, settings, session);
  return std::move(input.network);
}

void say_read(const model::Network& network, const std::string& summary, const Settings& settings,
              Session& session) {
  const std::size_t notes = network.notes().size();
  if (!summary.empty()) {
    session.say(summary + ": " + counts(network) + ", " + counted(notes, "note") +
                "; respnet check lists them");
  } else if (notes != 0 && !settings.verbose) {
    session.say(std::to_string(notes) + (notes == 1 ? " note" : " notes") +
                " of the reader; respnet check lists them");
  }
  if (settings.verbose)
    for (const model::Note& note : network.notes())
      session.say((note.line == 0 ? "" : "line " + std::to_string(note.line) + ": ") +
                  printable(note.message) + " [" + note.code + "]");
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string counts(const model::Network& network) {
  return counted(network.task_count(), "task") + ", " + counted(network.unit_count(), "unit") +
         ", " + counted(network.assignment_count(), "assignment");
}

Language language_of(const model::Network& network, const Settings& settings) {
  return settings.language ? *settings.language : io::language_of(network);
}

void say_remarks(const std::vector<analysis::Remark>& remarks, Session& session) {
  for (const std::string& sentence : analysis::sentences(remarks)) session.say(sentence);
}

void check_output(const Settings& settings) {
  std::error_code error;
  if (!std::filesystem::exists(settings.output, error)) return;
  if (!settings.clobber)
    throw UsageError(printable(settings.output.string()) +
                     " exists; leave out --no-clobber to replace it");
  std::vector<std::filesystem::path> inputs = settings.inputs;
  if (!settings.registry.empty()) inputs.push_back(settings.registry);
  for (const auto& input : inputs)
    if (std::filesystem::is_regular_file(settings.output, error) &&
        std::filesystem::equivalent(settings.output, input, error))
      throw UsageError("the output " + printable(settings.output.string()) +
                       " is the input; name another file");
}

void make_folder(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directory(directory, error);
  if (!std::filesystem::is_directory(directory))
    throw FileError(directory.string(),
                    "this folder cannot be made; check that its parent is there and writable");
}

void write_folder(const std::filesystem::path& directory, std::vector<FileContent> files) {
  make_folder(directory);
  for (FileContent& file : files) file.path = directory / file.path;
  write_files(files);
}

}  // namespace respnet::cli
