#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/number_format.hpp"
#include "io/workbook.hpp"
#include "io/xml_reader.hpp"

namespace respnet::io {

/// What cells refer to.
struct CellMeanings {
  std::size_t shared_strings = 0;     ///< how many of the workbook's texts cells may name
  std::vector<NumberFormat> formats;  ///< by cell style
  bool from_1904 = false;
};

/// Reads the cells of one sheet. Their texts are appended to the workbook's.
/// @param xml   the sheet's part
/// @param part  "FILE!PART", for messages about its XML
Sheet read_sheet(const std::string& name, std::string_view xml, const std::string& part,
                 const CellMeanings& meanings, Workbook& workbook);

/// The text of a string item, at whose start the reader stands; passes to its end. Escapes such as
/// _x000D_ are undone.
std::string string_item(XmlReader& reader);

}  // namespace respnet::io
