#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "respnet/model/doubt.hpp"

namespace respnet::io {

struct DocxText {
  std::string text;                  ///< well-formed UTF-8, each line with its line feed
  std::vector<model::Doubt> doubts;  ///< what was read one way and could be meant another
};

/// The text of a Word document (.docx, ECMA-376) that a reader of notices wants, a line for each
/// paragraph: what lines and spans of a network read from it refer to.
///
/// Automatic numbers are written out as Word prints them. A paragraph that the outline makes a
/// heading, without a number of its own, gets one # a level in front, as in Markdown. Tables become
/// lines as in html_text(): a line a row, its cells joined by tabs, lines in a cell by vertical
/// tabs; merged cells are repeated in each row and left empty in further columns. Tracked changes
/// are read as accepted: insertions in, deletions and struck-out text out, with a note each
/// (`tracked-changes`, `struck-out`). Hidden text, tables of contents, headers, footers, comments
/// and footnotes are left out.
/// @param bytes  of the file
/// @param file   for messages
/// @throws InputError  when it is damaged, encrypted or no Word document
/// @throws LimitError  as ZipArchive and XmlReader; when merged cells make the text four times as
///                     long as the document
/// Cost: O(bytes unpacked). Nothing is fetched or written to disk.
DocxText docx_text(std::string_view bytes, const std::string& file);

}  // namespace respnet::io
