#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/child_process.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

struct PdfOptions {
  /// The program that takes PDF files apart. Empty: the one that the environment variable
  /// RESPNET_PDFTEXT names, else respnet-pdftext beside the running program, else where it was
  /// installed.
  std::filesystem::path program;
  /// What that program may use.
  ChildLimits limits;
};

struct PdfText {
  std::string text;
  std::vector<model::Note> notes;  ///< what was left out or joined on a guess
};

/// The text of a PDF file that a reader of notices wants, a line for each paragraph: what lines and
/// spans of a network read from PDF refer to.
///
/// Running heads, running feet and page numbers are left out (note `page-furniture`). Lines are
/// joined into paragraphs over the ends of lines and pages, Chinese without a blank, hyphens
/// undone. Ruled tables become Markdown tables, `<br>` between lines that end by themselves; a cell
/// that spans rows is repeated in each, one that spans columns leaves the others empty; a table
/// that goes on over pages is one, without its repeated header, and a row cut by a page break is
/// whole again (note `row-over-page`). Columns of prose side by side are not told apart.
/// @param bytes  of the file
/// @param file   for messages
/// @return       well-formed UTF-8, each line with its line feed
/// @throws InputError  when the file is damaged, needs a password, or has no text layer
/// @throws FileError   when the program is missing or cannot be run
/// @throws LimitError  when it needs more time or memory, writes more text than allowed, or has
///                     more than 10,000 pages
/// Cost: that of the program (some 20 ms a page, 80 ms with tables), and O(words · log).
PdfText pdf_text(std::string_view bytes, const std::string& file, const PdfOptions& options = {});

}  // namespace respnet::io
