#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/attachments.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// What a reader gets: bytes that were read and checked once.
struct Document {
  std::string file;  ///< as the user gave it, for messages
  /// Well-formed UTF-8 without NUL and BOM, line ends as they were; of a binary format: the bytes.
  std::string_view text;
  model::Source source;  ///< path, encoding, and sha256 of the bytes as read
  unsigned threads = 0;  ///< 0: all; never changes the network
};

/// Takes a file's bytes piece by piece, in order; called by one thread at a time, which may be any.
using Sink = std::function<void(std::string_view)>;

/// What of Attachments a format holds.
struct Held {
  bool nodes = false;    ///< measures of units and tasks
  bool network = false;  ///< measures of the whole network
  bool pairs = false;    ///< measures of pairs of units
  bool run = false;      ///< how it was made
};

/// One file format: a row of the table that reading, writing, `respnet formats` and "did you mean"
/// look at. A new format is one small file and one row.
struct Format {
  std::string_view name;
  std::vector<std::string_view> endings;  ///< with the dot, lower case
  std::string_view summary;
  std::string_view loses;  ///< what a file of this format cannot carry; empty: carries all
  Held holds = {};
  bool binary = false;  ///< a container of its own, not text in some encoding

  /// Tells the format by its first bytes, surely enough to go against the ending; null: it cannot.
  bool (*looks_like)(std::string_view text);
  /// Null: cannot be read. @throws InputError, LimitError
  model::Network (*read)(const Document& document);
  /// Null: cannot be written. What does not fit of the attachments, `holds` tells.
  /// @throws std::invalid_argument  when a table does not fit the network; LimitError
  void (*write)(const model::Network& network, const Sink& sink, const Attachments& with);
  /// What of this very network is lost in writing, a sentence each; null: nothing ever is.
  std::vector<std::string> (*losses)(const model::Network& network);
};

/// All formats, in the order in which contents are tried.
std::span<const Format> formats();

/// The format of that name. @throws std::invalid_argument  with the nearest name
const Format& format_named(std::string_view name);

/// The format that a file of this name has by its ending, in any case, the longest ending first;
/// null if none.
const Format* format_by_ending(std::string_view path);

}  // namespace respnet::io
