#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "io/office_package.hpp"
#include "io/sheet_reader.hpp"
#include "io/workbook.hpp"
#include "io/xml_reader.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using Event = XmlReader::Event;

constexpr const char* kRelations[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships"};  // of strict files

bool is_true(const std::optional<std::string>& value) {
  return value && (*value == "1" || *value == "true");
}

std::uint32_t id_in(const std::string& text) {
  std::uint32_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

class WorkbookReader {
 public:
  WorkbookReader(std::string_view bytes, const std::string& file) : package_(bytes, file) {
    workbook_.file = file;
  }

  Workbook workbook();

 private:
  struct Tab {
    std::string name;
    std::string relation;
    bool hidden = false;
  };

  std::vector<Tab> tabs(const std::string& part);
  void read_strings(const std::string& part);
  void read_styles(const std::string& part);
  void read_tabs(const std::vector<Tab>& tabs, const std::vector<OfficePackage::Relation>& parts);

  OfficePackage package_;
  Workbook workbook_;
  CellMeanings meanings_;
};

std::vector<WorkbookReader::Tab> WorkbookReader::tabs(const std::string& part) {
  const std::string xml = package_.content(part);
  XmlReader reader(xml, package_.place_of(part), XmlReader::Encoding::Declared);
  std::vector<Tab> found;
  while (reader.next()) {
    if (reader.starts("workbookPr")) {
      meanings_.from_1904 = is_true(reader.attribute("date1904"));
    } else if (reader.starts("sheet")) {
      Tab tab;
      tab.name = reader.attribute("name").value_or("");
      const std::string state = reader.attribute("state").value_or("visible");
      tab.hidden = state != "visible";
      for (const char* space : kRelations)
        if (const auto id = reader.attribute("id", space)) tab.relation = *id;
      found.push_back(std::move(tab));
    }
  }
  return found;
}

void WorkbookReader::read_strings(const std::string& part) {
  const std::string xml = package_.content(part);
  XmlReader reader(xml, package_.place_of(part), XmlReader::Encoding::Declared);
  while (reader.next())
    if (reader.starts("si")) workbook_.texts.push_back(string_item(reader));
  meanings_.shared_strings = workbook_.texts.size();
}

void WorkbookReader::read_styles(const std::string& part) {
  const std::string xml = package_.content(part);
  XmlReader reader(xml, package_.place_of(part), XmlReader::Encoding::Declared);
  std::map<std::uint32_t, NumberFormat> codes;
  bool of_cells = false;  // not among the styles that cell formats are made from
  while (reader.next()) {
    if (reader.name() == "cellXfs") of_cells = reader.event() == Event::Start;
    if (reader.starts("numFmt")) {
      codes[id_in(reader.attribute("numFmtId").value_or(""))] =
          format_of_code(reader.attribute("formatCode").value_or(""));
    } else if (of_cells && reader.starts("xf")) {
      const std::uint32_t id = id_in(reader.attribute("numFmtId").value_or("0"));
      const auto code = codes.find(id);
      meanings_.formats.push_back(code == codes.end() ? built_in_format(id) : code->second);
    }
  }
}

void WorkbookReader::read_tabs(const std::vector<Tab>& tabs,
                               const std::vector<OfficePackage::Relation>& parts) {
  for (const Tab& tab : tabs) {
    if (tab.hidden) {
      workbook_.hidden.push_back(tab.name);
      continue;
    }
    for (const OfficePackage::Relation& relation : parts) {
      if (relation.kind != "worksheet" || relation.id != tab.relation) continue;
      const std::string xml = package_.content(relation.part);
      workbook_.sheets.push_back(
          read_sheet(tab.name, xml, package_.place_of(relation.part), meanings_, workbook_));
      break;
    }
  }
}

Workbook WorkbookReader::workbook() {
  const std::string book = package_.main_part("xl/workbook.xml");
  const std::vector<OfficePackage::Relation> parts =
      package_.relations_of(book, {"worksheet", "sharedStrings", "styles"});
  const std::vector<Tab> sheets = tabs(book);
  for (const OfficePackage::Relation& relation : parts) {
    if (relation.kind == "sharedStrings" && package_.has(relation.part) &&
        meanings_.shared_strings == 0)
      read_strings(relation.part);
    if (relation.kind == "styles" && package_.has(relation.part) && meanings_.formats.empty())
      read_styles(relation.part);
  }
  read_tabs(sheets, parts);
  return std::move(workbook_);
}

}  // namespace

std::string Workbook::place(const Sheet& sheet, CellPlace cell) const {
  return file + "!" + printable(sheet.name) + "!" + cell_name(cell);
}

Workbook read_workbook(std::string_view bytes, const std::string& file) {
  return WorkbookReader(bytes, file).workbook();
}

}  // namespace respnet::io
