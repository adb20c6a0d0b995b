#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace respnet::io {

/// One file to read, and the name its source gets: without its folders, but with those below a
/// folder that was given, so that the network is the same wherever the folder lies.
struct InputFile {
  std::filesystem::path path;
  std::string name;  ///< UTF-8
};

/// The files that inputs stand for, and how many others lay in the folders among them.
struct InputFiles {
  std::vector<InputFile> files;
  std::size_t hidden = 0;   ///< names that begin with "." or "~$"; a hidden folder counts once
  std::size_t unknown = 0;  ///< of an ending that no reader has
  std::size_t own = 0;      ///< written by respnet; a folder with a report counts once
  std::size_t skipped() const { return hidden + unknown + own; }
};

/// Inputs in the order given; a folder stands for all files in it and below, in byte order of their
/// paths, with the ending of a format that can be read.
///
/// Networks that respnet wrote and its reports would say the same twice, so they are skipped; a
/// file named by itself is never skipped. Links to files are followed, links to folders are not.
/// @param output  a file about to be written: skipped as well; may be empty
/// @throws FileError   when a folder cannot be listed
/// @throws InputError  when a folder holds no file to read
/// Cost: one look into each folder, and into files that may be respnet's own.
InputFiles input_files(std::span<const std::filesystem::path> inputs,
                       const std::filesystem::path& output = {});

}  // namespace respnet::io
