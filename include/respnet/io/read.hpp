#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "respnet/extract/registry.hpp"
#include "respnet/io/decode.hpp"
#include "respnet/io/inputs.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

struct ReadOptions {
  /// Name of the format; empty: told by content, then by the ending.
  std::string from;
  Encoding encoding = Encoding::Auto;
  /// Who is who; not owned; null: nobody says. See extract::with_registry().
  const extract::Registry* registry = nullptr;
  unsigned threads = 0;  ///< for a single large file, 0: all; never changes the network
};

/// The network in a file of any readable format; "-" is standard input.
///
/// Encodings as decoded() tells them: the source says what was taken when it was not UTF-8, and a
/// note `encoding-guessed` when nothing but the bytes told it. CRLF is as good as LF. Lines and
/// spans refer to the decoded text (of HTML: to the text of the page, see html_text(); of PDF: see
/// pdf_text()). The source's path is the file's name without its folders, so that the network is
/// the same wherever it was read.
/// @throws FileError   when the file is missing, a directory, or cannot be read
/// @throws InputError  when it is empty, binary, in no known encoding (with the offset of the first
///                     bad byte), of no known format, or refused by its reader
/// @throws LimitError  when it is nested too deeply
/// @throws std::invalid_argument  on an unknown format name
model::Network read_network(const std::filesystem::path& path, const ReadOptions& options = {});

/// How far the reading of several files has come.
struct ReadProgress {
  std::size_t done = 0, all = 0;  ///< files
  std::uint64_t bytes = 0;        ///< of those that are done
  std::string name;               ///< of the one that was done last
};

struct ManyOptions {
  /// Leave out files that cannot be read or are refused, with a note `unreadable-input` each,
  /// instead of refusing all of them. Refused all the same when none is left.
  bool keep_going = false;
  unsigned threads = 0;  ///< 0: all; never changes the result
  /// Called behind each file, one call at a time, from any thread; may be empty.
  std::function<void(const ReadProgress&)> progress;
};

/// Several files as one network.
///
/// Sources are numbered "s1", "s2", … in the order given, and ids of tasks and sections get their
/// source in front: "s2:3.1.2". Units of equal name become one within one issuer, and units
/// without a known issuer among themselves; units that the registry knows become one whatever their
/// issuer; others stay apart and a note `same-name` says so.
/// Lines and spans keep pointing into their own source. A single file is left as it is,
/// but for the registry.
/// @throws             as read_network(). Of several files all are looked at: the exception is of
///                     the kind of the first bad one, a line each for the first nine, and a last
///                     line with their number
/// Cost: linear in all files together; files that are being read are in memory, networks all.
model::Network read_files(std::span<const InputFile> files, const ReadOptions& options = {},
                          const ManyOptions& many = {});

/// The same, for paths as a user gives them: folders as input_files() takes them.
model::Network read_networks(std::span<const std::filesystem::path> inputs,
                             const ReadOptions& options = {}, const ManyOptions& many = {});

}  // namespace respnet::io
