#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "io/sheet_reader.hpp"
#include "io/workbook.hpp"
#include "io/xml_reader.hpp"
#include "io/zip_archive.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

using Event = XmlReader::Event;

constexpr const char* kRelations[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships"};  // of strict files

struct Relation {
  std::string id;
  std::string kind;  ///< the last word of its type: "worksheet"
  std::string part;
};

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == part.npos ? "" : part.substr(0, slash);
}

std::string relations_part(const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string name = folder.empty() ? part : part.substr(folder.size() + 1);
  return (folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels";
}

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
  WorkbookReader(std::string_view bytes, const std::string& file) : archive_(bytes, file) {
    workbook_.file = file;
  }

  Workbook workbook();

 private:
  struct Tab {
    std::string name;
    std::string relation;
    bool hidden = false;
  };

  std::vector<Relation> relations(const std::string& part);
  std::string book_part();
  std::vector<Tab> tabs(const std::string& part);
  void read_strings(const std::string& part);
  void read_styles(const std::string& part);
  void read_tabs(const std::vector<Tab>& tabs, const std::vector<Relation>& parts);

  ZipArchive archive_;
  Workbook workbook_;
  CellMeanings meanings_;
};

// Of parts in other folders only what a reader of cells follows.
std::vector<Relation> WorkbookReader::relations(const std::string& part) {
  const std::string name = relations_part(part);
  const std::string xml = archive_.part(name);
  XmlReader reader(xml, archive_.place_of(name), XmlReader::Encoding::Declared);
  std::vector<Relation> found;
  while (reader.next()) {
    if (!reader.starts("Relationship")) continue;
    const std::string type = reader.attribute("Type").value_or("");
    const std::string kind = type.substr(type.rfind('/') + 1);
    if (kind != "officeDocument" && kind != "worksheet" && kind != "sharedStrings" &&
        kind != "styles")
      continue;
    const std::string target = reader.attribute("Target").value_or("");
    if (reader.attribute("TargetMode") == "External")
      throw InputError({archive_.place_of(name)},
                       "'" + printable(target) + "' lies outside the document; save the file anew");
    found.push_back({reader.attribute("Id").value_or(""), kind,
                     part_of_target(folder_of(part), target, archive_.place_of(name))});
  }
  return found;
}

std::string WorkbookReader::book_part() {
  for (const Relation& relation : relations(""))
    if (relation.kind == "officeDocument") return relation.part;
  return "xl/workbook.xml";
}

std::vector<WorkbookReader::Tab> WorkbookReader::tabs(const std::string& part) {
  const std::string xml = archive_.part(part);
  XmlReader reader(xml, archive_.place_of(part), XmlReader::Encoding::Declared);
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
  const std::string xml = archive_.part(part);
  XmlReader reader(xml, archive_.place_of(part), XmlReader::Encoding::Declared);
  while (reader.next())
    if (reader.starts("si")) workbook_.texts.push_back(string_item(reader));
  meanings_.shared_strings = workbook_.texts.size();
}

void WorkbookReader::read_styles(const std::string& part) {
  const std::string xml = archive_.part(part);
  XmlReader reader(xml, archive_.place_of(part), XmlReader::Encoding::Declared);
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

void WorkbookReader::read_tabs(const std::vector<Tab>& tabs, const std::vector<Relation>& parts) {
  for (const Tab& tab : tabs) {
    if (tab.hidden) {
      workbook_.hidden.push_back(tab.name);
      continue;
    }
    for (const Relation& relation : parts) {
      if (relation.kind != "worksheet" || relation.id != tab.relation) continue;
      const std::string xml = archive_.part(relation.part);
      workbook_.sheets.push_back(
          read_sheet(tab.name, xml, archive_.place_of(relation.part), meanings_, workbook_));
      break;
    }
  }
}

Workbook WorkbookReader::workbook() {
  const std::string book = book_part();
  const std::vector<Relation> parts = relations(book);
  const std::vector<Tab> sheets = tabs(book);
  for (const Relation& relation : parts) {
    if (relation.kind == "sharedStrings" && archive_.has(relation.part) &&
        meanings_.shared_strings == 0)
      read_strings(relation.part);
    if (relation.kind == "styles" && archive_.has(relation.part) && meanings_.formats.empty())
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
