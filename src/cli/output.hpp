#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "cli/settings.hpp"
#include "respnet/analysis/results.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"
#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::cli {

/// Writes to standard output. A reader that has gone away ends the program quietly.
/// @throws FileError  when the disk behind it is full
void print(std::string_view text);

/// Whether what goes to standard output may be coloured.
bool wants_color(const Settings& settings);

/// To the output file if one was given, else to standard output.
void deliver(std::string_view text, const Settings& settings);
/// The same piece by piece, as `write(sink)` makes it; a file appears whole or not at all.
void deliver(const std::function<void(const io::Sink&)>& write, const Settings& settings);

/// Result tables in the format asked for, delivered; as a workbook where the output file ends in
/// .xlsx. CSV holds the first table only.
/// @pre there is one
void deliver_tables(const std::vector<Table>& tables, const Settings& settings);

/// Whether deliver_tables() would write CSV.
bool wants_csv(const Settings& settings);
/// A table that `make` passes on in pieces, delivered as CSV: the columns of all pieces are the
/// same, and the first is always there.
void deliver_csv(const std::function<void(const std::function<void(const Table&)>&)>& make,
                 const Settings& settings);

/// Makes a folder if it is not there.
/// @throws FileError
void make_folder(const std::filesystem::path& directory);

/// Writes these files into a folder, which is made if it is not there. Call it when everything is
/// ready to be written, so that a refused input leaves no folder.
/// @throws FileError
void write_folder(const std::filesystem::path& directory, std::vector<FileContent> files);

/// Reads the inputs as one network.
model::Network network_as_read(const Settings& settings, Session& session);

/// The same, and says what say_read() says.
model::Network network_from(const Settings& settings, Session& session);

/// How many notes the reader left; of several files one line says all: files, counts(), notes.
/// @param summary  InputNetwork::summary
void say_read(const model::Network& network, const std::string& summary, const Settings& settings,
              Session& session);

/// "1 note", "2 notes"
std::string counted(std::size_t count, const std::string& what);

/// "31 tasks, 45 units, 112 assignments"
std::string counts(const model::Network& network);

/// The language asked for, else that of the document.
Language language_of(const model::Network& network, const Settings& settings);

/// Says which measures were left out, and why.
void say_remarks(const std::vector<analysis::Remark>& remarks, Session& session);

/// The format to write a network in: that of --to, else that of the output's ending.
/// @param besides  what else the command can write, for the message
/// @throws UsageError  when there is no such format, or it can only be read
const io::Format& network_format(const Settings& settings, std::string_view besides = {});

/// Refuses an output that is one of the inputs, or, with --no-clobber, one that exists.
/// @throws UsageError
void check_output(const Settings& settings);

}  // namespace respnet::cli
