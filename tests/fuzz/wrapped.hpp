#pragma once

#include <string>
#include <string_view>

#include "support/docx.hpp"

namespace respnet::fuzz {

/// Bytes as a file of this format. Parts of a zip archive have check sums, and mutations of a whole
/// archive would all end there: what is no archive is taken as the main part of one. Every mutation
/// of an archive, too, is a file of the format: a damaged one.
inline std::string wrapped(const std::string& bytes, std::string_view format) {
  if (format != "docx" || bytes.starts_with("PK")) return bytes;
  return test::docx({.body = bytes,
                     .styles = "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>",
                     .numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"
                                  "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/>"
                                  "</w:lvl></w:abstractNum><w:num w:numId='1'>"
                                  "<w:abstractNumId w:val='0'/></w:num>"});
}

}  // namespace respnet::fuzz
