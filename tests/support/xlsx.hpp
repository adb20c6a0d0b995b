#pragma once

// Workbooks made by hand, part by part, as Excel and its likes write them.

#include <string>
#include <utility>
#include <vector>

#include "support/zip.hpp"

namespace respnet::test {

struct SheetXml {
  std::string name;
  std::string rows;        ///< inside <sheetData>
  std::string behind;      ///< behind </sheetData>: <mergeCells> and the like
  std::string attributes;  ///< of its entry in the workbook: state="hidden"
};

struct BookXml {
  std::vector<SheetXml> sheets;
  std::vector<std::string> strings;  ///< insides of <si>
  std::string styles;                ///< insides of <styleSheet>
  std::string properties;            ///< <workbookPr …/>
  bool strict = false;               ///< the namespaces of ISO 29500 Strict
};

/// A cell with inline text.
inline std::string cell(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text +
         "</t></is></c>";
}
inline std::string row(int number, const std::string& cells) {
  return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}
/// A row of inline texts from column A on; empty texts have no cell.
inline std::string texts(int number, const std::vector<std::string>& cells) {
  std::string all;
  for (std::size_t c = 0; c < cells.size(); ++c)
    if (!cells[c].empty())
      all += cell(std::string(1, static_cast<char>('A' + c)) + std::to_string(number), cells[c]);
  return row(number, all);
}
inline std::string merged(const std::vector<std::string>& areas) {
  std::string all = "<mergeCells>";
  for (const std::string& area : areas) all += "<mergeCell ref=\"" + area + "\"/>";
  return all + "</mergeCells>";
}

inline ZipParts xlsx_parts(const BookXml& book) {
  const std::string base =
      book.strict ? "http://purl.oclc.org/ooxml/" : "http://schemas.openxmlformats.org/";
  const std::string main = base + (book.strict ? "spreadsheetml/main" : "spreadsheetml/2006/main");
  const std::string relation =
      base + (book.strict ? "officeDocument/relationships" : "officeDocument/2006/relationships");
  const std::string relations =
      "<Relationships "
      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const auto part = [&](const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + relation + "/" + kind + "\" Target=\"" +
           target + "\"/>";
  };
  ZipParts parts{{"_rels/.rels",
                  relations + part("r", "officeDocument", "xl/workbook.xml") + "</Relationships>"}};
  std::string tabs;
  std::string targets =
      part("s", "sharedStrings", "sharedStrings.xml") + part("y", "styles", "styles.xml");
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    const SheetXml& sheet = book.sheets[i];
    const std::string number = std::to_string(i + 1);
    tabs += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number +
            "\" " + sheet.attributes + "/>";
    targets += part("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml",
                       "<worksheet xmlns=\"" + main + "\"><dimension ref=\"A1:XFD1048576\"/>" +
                           "<sheetData>" + sheet.rows + "</sheetData>" + sheet.behind +
                           "</worksheet>");
  }
  std::string strings;
  for (const std::string& string : book.strings) strings += "<si>" + string + "</si>";
  parts.emplace_back("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relation +
                                            "\">" + book.properties + "<sheets>" + tabs +
                                            "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations + targets + "</Relationships>");
  parts.emplace_back("xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + strings + "</sst>");
  parts.emplace_back("xl/styles.xml",
                     "<styleSheet xmlns=\"" + main + "\">" + book.styles + "</styleSheet>");
  return parts;
}

inline std::string xlsx(const BookXml& book) { return zipped(xlsx_parts(book)); }

}  // namespace respnet::test
