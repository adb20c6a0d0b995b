#pragma once

#include <string>
#include <string_view>

#include "support/docx.hpp"
#include "support/xlsx.hpp"

namespace respnet::fuzz {

inline std::string as_document(const std::string& body) {
  return test::docx({.body = body,
                     .styles = "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>",
                     .numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"
                                  "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/>"
                                  "</w:lvl></w:abstractNum><w:num w:numId='1'>"
                                  "<w:abstractNumId w:val='0'/></w:num>"});
}

/// The rows of a sheet and, behind `</sheetData>`, what follows them; behind a leading 's' the
/// shared strings of a sheet that shows six.
inline std::string as_workbook(const std::string& part) {
  if (part.starts_with("s")) {
    std::string cells;
    for (int i = 0; i < 6; ++i) {
      const std::string number = std::to_string(i / 2 + 1);
      if (i % 2 == 0) cells += (i == 0 ? "<row r='" : "</row><row r='") + number + "'>";
      cells += (i % 2 == 0 ? "<c r='A" : "<c r='B") + number + "' t='s'><v>" + std::to_string(i) +
               "</v></c>";
    }
    return test::xlsx(
        {.sheets = {{.name = "plan", .rows = cells + "</row>"}}, .strings = {part.substr(1)}});
  }
  return test::xlsx(
      {.sheets = {{.name = "plan", .rows = part}},
       .strings = {"<t>任务</t>", "<t>责任单位</t>", "<r><t>县</t></r><r><t>局</t></r>"},
       .styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"});
}

/// Bytes as a file of this format. Parts of a zip archive have check sums, and mutations of a whole
/// archive would all end there: what is no archive is taken as the main part of one. Every mutation
/// of an archive, too, is a file of the format: a damaged one.
inline std::string wrapped(const std::string& bytes, std::string_view format) {
  if (bytes.starts_with("PK")) return bytes;
  if (format == "docx") return as_document(bytes);
  if (format == "xlsx") return as_workbook(bytes);
  return bytes;
}

}  // namespace respnet::fuzz
