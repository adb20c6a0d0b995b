#include "io/docx_styles.hpp"

#include <string_view>

namespace respnet::io {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kNamespace =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

// Colours of the pictures.
constexpr std::string_view kInk = "1F2937", kMuted = "5B6675", kLead = "0B3C6F", kRule = "E3E7ED";

struct Style {
  std::string_view id, name;
  std::string_view based_on = "Normal";
  std::string_view next = {};
  std::string_view paragraph = {};  // of <w:pPr>
  int half_points = 21;
  bool bold = false;
  std::string_view color = kInk;
  bool in_gallery = false;
};

std::string style(const Style& row) {
  std::string xml = "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(row.id) +
                    "\"><w:name w:val=\"" + std::string(row.name) + "\"/><w:basedOn w:val=\"" +
                    std::string(row.based_on) + "\"/>";
  if (!row.next.empty()) xml += "<w:next w:val=\"" + std::string(row.next) + "\"/>";
  if (row.in_gallery) xml += "<w:qFormat/>";
  const std::string size = std::to_string(row.half_points);
  xml += "<w:pPr>" + std::string(row.paragraph) + "</w:pPr><w:rPr>";
  if (row.bold) xml += "<w:b/><w:bCs/>";
  return xml + "<w:color w:val=\"" + std::string(row.color) + "\"/><w:sz w:val=\"" + size +
         "\"/><w:szCs w:val=\"" + size + "\"/></w:rPr></w:style>\n";
}

std::string border(std::string_view side, int eighths, std::string_view color) {
  return "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"" + std::to_string(eighths) +
         "\" w:space=\"0\" w:color=\"" + std::string(color) + "\"/>";
}

std::string table_style(std::string_view id, std::string_view name, const std::string& borders,
                        std::string_view head) {
  return "<w:style w:type=\"table\" w:styleId=\"" + std::string(id) + "\"><w:name w:val=\"" +
         std::string(name) + "\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>" +
         borders +
         "</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"90\" "
         "w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"90\" "
         "w:type=\"dxa\"/></w:tblCellMar></w:tblPr>" +
         std::string(head) + "</w:style>\n";
}

// Names that Word knows, so that its navigation pane, its contents and its gallery do.
std::string paragraph_styles(Language language) {
  const bool chinese = language == Language::Zh;
  std::string xml;
  const auto heading = [&](std::string_view id, std::string_view name, std::string_view properties,
                           int size, std::string_view color) {
    xml += style({id, name, "Normal", "BodyText", properties, size, true, color, true});
  };
  heading("Heading1", "heading 1",
          "<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"10\" "
          "w:space=\"4\" w:color=\"0B3C6F\"/></w:pBdr><w:spacing w:before=\"560\" "
          "w:after=\"200\"/><w:outlineLvl w:val=\"0\"/>",
          36, kLead);
  heading("Heading2", "heading 2",
          "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"120\"/>"
          "<w:outlineLvl w:val=\"1\"/>",
          26, kInk);
  heading("Heading3", "heading 3",
          "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/>"
          "<w:outlineLvl w:val=\"2\"/>",
          22, kInk);
  xml += style({"BodyText",
                "Body Text",
                "Normal",
                {},
                chinese ? "<w:spacing w:after=\"120\" w:line=\"340\" w:lineRule=\"auto\"/>"
                          "<w:ind w:firstLineChars=\"200\" w:firstLine=\"420\"/>"
                        : "<w:spacing w:after=\"120\" w:line=\"320\" w:lineRule=\"auto\"/>",
                21,
                false,
                kInk,
                true});
  xml +=
      style({"Remark", "Remark", "Normal", {}, "<w:spacing w:after=\"100\"/>", 18, false, kMuted});
  xml += style({"ListItem",
                "List Paragraph",
                "Normal",
                {},
                "<w:spacing w:after=\"120\" w:line=\"320\" w:lineRule=\"auto\"/>",
                21,
                false,
                kInk,
                true});
  xml += style({"Kind",
                "Kind",
                "Normal",
                {},
                "<w:spacing w:before=\"1200\" w:after=\"160\"/>",
                24,
                false,
                kMuted});
  xml += style({"Title",
                "Title",
                "Normal",
                {},
                "<w:spacing w:after=\"240\"/><w:jc w:val=\"left\"/>",
                48,
                true,
                kInk,
                true});
  xml += style({"Subtitle",
                "Subtitle",
                "Normal",
                {},
                "<w:spacing w:after=\"60\"/>",
                21,
                false,
                kMuted,
                true});
  xml += style({"About",
                "About",
                "Normal",
                {},
                "<w:spacing w:before=\"120\" w:after=\"240\" w:line=\"320\" w:lineRule=\"auto\"/>",
                21});
  xml += style({"KeyFigure",
                "Key figure",
                "Normal",
                {},
                "<w:keepNext/><w:spacing w:before=\"80\"/>",
                44,
                true,
                kLead});
  xml += style(
      {"KeyLabel", "Key label", "Normal", {}, "<w:spacing w:after=\"80\"/>", 18, false, kMuted});
  xml += style({"Picture", "Picture", "Normal", "Caption",
                "<w:keepNext/><w:spacing w:before=\"120\"/><w:jc w:val=\"center\"/>"});
  xml += style({"Caption", "caption", "Normal", "BodyText",
                "<w:spacing w:before=\"80\" w:after=\"200\"/><w:jc w:val=\"center\"/>", 18, true,
                kInk, true});
  xml += style({"TableCaption",
                "Table caption",
                "Caption",
                {},
                "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:jc w:val=\"left\"/>",
                18,
                true});
  xml += style({"TableHead", "Table head", "Normal", {}, "<w:keepNext/>", 18, true});
  xml += style({"TableText", "Table text", "Normal", {}, {}, 18});
  xml += style({"TableNote", "Table note", "Normal", "BodyText",
                "<w:spacing w:before=\"60\" w:after=\"160\"/>", 18, false, kMuted});
  xml += style({"ContentsHeading",
                "TOC Heading",
                "Normal",
                {},
                "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>",
                24,
                true});
  xml += style({"TOC1", "toc 1", "Normal", "BodyText", "<w:spacing w:after=\"60\"/>", 20, true});
  xml += style({"TOC2", "toc 2", "Normal", "BodyText",
                "<w:spacing w:after=\"60\"/><w:ind w:left=\"360\"/>", 20, false, kMuted});
  xml += style({"Header",
                "header",
                "Normal",
                {},
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" "
                "w:color=\"E3E7ED\"/></w:pBdr>",
                17,
                false,
                kMuted});
  xml += style({"Footer", "footer", "Normal", {}, "<w:jc w:val=\"center\"/>", 17, false, kMuted});
  xml += style({"SectionEnd",
                "Section end",
                "Normal",
                {},
                "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
                2});
  return xml;
}

}  // namespace

std::string docx_styles(Language language) {
  const bool chinese = language == Language::Zh;
  const std::string latin = chinese ? "Microsoft YaHei" : "Calibri";
  std::string xml = std::string(kHead) + "<w:styles " + std::string(kNamespace) +
                    "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" + latin +
                    "\" w:hAnsi=\"" + latin + "\" w:cs=\"" + latin +
                    "\" w:eastAsia=\"Microsoft YaHei\"/><w:color w:val=\"" + std::string(kInk) +
                    "\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"" +
                    (chinese ? "zh-CN" : "en-US") +
                    "\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/>"
                    "</w:docDefaults>\n"
                    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
                    "w:val=\"Normal\"/><w:qFormat/><w:pPr><w:snapToGrid w:val=\"0\"/></w:pPr>"
                    "</w:style>\n"
                    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name "
                    "w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                    "<w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" "
                    "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n";
  xml += paragraph_styles(language);
  // Chinese tables have three lines: over and under them, and under the head.
  xml += table_style(
      "ReportTable", "Report table",
      border("top", 10, kInk) + border("bottom", 10, kInk) + border("insideH", 4, kRule),
      "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders><w:bottom "
      "w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"1F2937\"/>"
      "</w:tcBorders></w:tcPr></w:tblStylePr>");
  const std::string thin =
      border("top", 4, kRule) + border("bottom", 4, kRule) + border("insideH", 4, kRule);
  xml += table_style("FactTable", "Fact table", thin, "");
  xml += table_style("FigureTable", "Figure table",
                     border("top", 6, kRule) + border("bottom", 6, kRule), "");
  return xml + "</w:styles>\n";
}

std::string docx_numbering(std::size_t counted_lists) {
  const auto abstract = [](std::string_view id, std::string_view format, std::string_view text) {
    return "<w:abstractNum w:abstractNumId=\"" + std::string(id) +
           "\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start "
           "w:val=\"1\"/><w:numFmt w:val=\"" +
           std::string(format) + "\"/><w:lvlText w:val=\"" + std::string(text) +
           "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"420\" w:hanging=\"420\"/></w:pPr>"
           "<w:rPr><w:b/><w:color w:val=\"0B3C6F\"/></w:rPr></w:lvl></w:abstractNum>\n";
  };
  std::string xml = std::string(kHead) + "<w:numbering " + std::string(kNamespace) + ">\n" +
                    abstract("0", "bullet", "•") + abstract("1", "decimal", "%1.") +
                    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n";
  for (std::size_t i = 0; i < counted_lists; ++i)
    xml += "<w:num w:numId=\"" + std::to_string(i + 2) +
           "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
           "w:val=\"1\"/></w:lvlOverride></w:num>\n";
  return xml + "</w:numbering>\n";
}

std::string docx_fonts() {
  return std::string(kHead) + "<w:fonts " + std::string(kNamespace) +
         "><w:font w:name=\"Microsoft YaHei\"><w:altName w:val=\"Noto Sans CJK SC\"/><w:charset "
         "w:val=\"86\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>"
         "<w:font w:name=\"Calibri\"><w:altName w:val=\"Carlito\"/><w:family w:val=\"swiss\"/>"
         "<w:pitch w:val=\"variable\"/></w:font></w:fonts>\n";
}

}  // namespace respnet::io
