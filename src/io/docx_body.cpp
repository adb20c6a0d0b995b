#include "io/docx_body.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "io/docx_text_run.hpp"
#include "respnet/base/messages.hpp"

namespace respnet::io {
namespace {

constexpr double kSideMargin = 57, kTopMargin = 72;
constexpr double kTextWidth = kA4Width - 2 * kSideMargin;
constexpr GridType kGridType{.size = 9, .padding = 5};
// A row of more text may break over pages.
constexpr std::size_t kWholeRow = 1500;

std::string twips(double points) { return std::to_string(std::lround(20 * points)); }
std::string emus(double points) { return std::to_string(std::lround(12700 * points)); }

class Body {
 public:
  Body(const Document& document) : document_(document), say_(document.language) {}

  std::string xml();

 private:
  void add(const Heading& heading);
  void add(const Paragraph& paragraph);
  void add(const Items& items);
  void add(const Figure& figure);
  void add(const Grid& grid);
  void add(const Facts& facts);

  void cover();
  void key_figures();
  void contents();
  // Pictures that need their own paper, each a section of its own. @return  properties of the last
  // one, which is still to be ended; empty: none
  std::string own_pages();
  void drawing(const Figure& figure, std::size_t number, double scale);
  void row(const std::vector<std::string>& cells, const std::vector<GridColumn>& columns,
           const std::vector<double>& widths, bool head);
  void begin_table(std::string_view style, const std::vector<double>& widths);

  // A paragraph of one run. @param properties  more of <w:pPr>, behind its style
  void paragraph(std::string_view style, std::string_view text, std::string_view properties = {}) {
    out_ += "<w:p>";
    paragraph_style(style, properties);
    run(text);
    out_ += "</w:p>\n";
  }
  void paragraph_style(std::string_view style, std::string_view properties = {}) {
    out_ += "<w:pPr>";
    if (!style.empty()) out_.append("<w:pStyle w:val=\"").append(style).append("\"/>");
    out_.append(properties).append("</w:pPr>");
  }
  void run(std::string_view text) {
    if (text.empty()) return;
    out_ += "<w:r>";
    if (!cell_size_.empty())
      out_ += "<w:rPr><w:sz w:val=\"" + cell_size_ + "\"/><w:szCs w:val=\"" + cell_size_ +
              "\"/></w:rPr>";
    append_run_text(out_, text);
    out_ += "</w:r>";
  }
  void field(std::string_view code) {
    out_.append(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
            "xml:space=\"preserve\">")
        .append(code)
        .append("</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
  }
  enum class Kind : std::uint8_t { First, Text, Picture };
  static std::string section(double width, double height, Kind kind);
  // Of the text that ends here.
  std::string text_section() {
    const Kind kind = std::exchange(cover_ended_, true) ? Kind::Text : Kind::First;
    return section(kA4Width, kA4Height, kind);
  }
  // A paragraph of no height that ends a section.
  void end_section(const std::string& properties) {
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/>" + properties + "</w:pPr></w:p>\n";
  }

  const Document& document_;
  Messages say_;
  std::string out_;
  std::size_t figures_ = 0;  // met so far
  std::size_t headings_ = 0, tables_ = 0, lists_ = 0;
  std::vector<std::pair<const Figure*, std::size_t>> waiting_;  // with their numbers
  bool cover_ended_ = false;
  std::string cell_size_;  // of runs, in half points; empty: as their style says
};

std::string Body::section(double width, double height, Kind kind) {
  std::string xml =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
      "<w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
      "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"" +
      twips(width) + "\" w:h=\"" + twips(height) + "\"";
  if (width > height) xml += " w:orient=\"landscape\"";
  const std::string side = twips(kind == Kind::Picture ? 36 : kSideMargin);
  xml += "/><w:pgMar w:top=\"" + twips(kind == Kind::Picture ? 40 : kTopMargin) + "\" w:right=\"" +
         side + "\" w:bottom=\"" + twips(kind == Kind::Picture ? 40 : 64) + "\" w:left=\"" + side +
         "\" w:header=\"400\" w:footer=\"440\" w:gutter=\"0\"/>";
  if (kind == Kind::First) xml += "<w:titlePg/>";  // the cover has neither head nor foot
  return xml + "</w:sectPr>";
}

void Body::add(const Heading& heading) {
  if (heading.level <= 1)
    if (const std::string last = own_pages(); !last.empty()) end_section(last);
  const int level = std::clamp(heading.level, 1, 3);
  const std::string id = std::to_string(++headings_);
  out_ += "<w:p>";
  paragraph_style("Heading" + std::to_string(level));
  out_ += "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"_Toc" + id + "\"/>";
  run(heading.text);
  out_ += "<w:bookmarkEnd w:id=\"" + id + "\"/></w:p>\n";
}

void Body::add(const Paragraph& text) { paragraph(text.muted ? "Remark" : "BodyText", text.text); }

void Body::add(const Items& items) {
  // Each counted list has a numbering of its own, so that it begins with 1.
  const std::string list = items.numbered ? std::to_string(2 + lists_++) : "1";
  for (const std::string& text : items.texts)
    paragraph("ListItem", text,
              "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
}

void Body::drawing(const Figure& figure, std::size_t number, double scale) {
  const std::string id = std::to_string(number);
  const std::string size =
      "cx=\"" + emus(figure.width * scale) + "\" cy=\"" + emus(figure.height * scale) + "\"";
  const std::string alternative = attribute_text(figure.description);
  out_ += "<w:p>";
  paragraph_style("Picture");
  out_ += "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " +
          size + "/><wp:docPr id=\"" + id + "\" name=\"Picture " + id + "\" descr=\"" +
          alternative +
          "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>"
          "</wp:cNvGraphicFramePr><a:graphic><a:graphicData "
          "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
          "<pic:cNvPr id=\"" +
          id + "\" name=\"image" + id + ".png\" descr=\"" + alternative +
          "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdImage" + id +
          "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
          "<a:off x=\"0\" y=\"0\"/><a:ext " +
          size +
          "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
          "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n";
}

void Body::add(const Figure& figure) {
  const std::size_t number = ++figures_;
  const Paper paper = paper_for(figure.width, figure.height);
  if (paper.own_page) {
    waiting_.emplace_back(&figure, number);
    return;
  }
  drawing(figure, number, paper.scale);
  if (!figure.caption.empty()) paragraph("Caption", figure.caption);
}

std::string Body::own_pages() {
  if (waiting_.empty()) return {};
  end_section(text_section());
  std::string last;
  for (const auto& [figure, number] : waiting_) {
    if (!last.empty()) end_section(last);
    const Paper paper = paper_for(figure->width, figure->height);
    drawing(*figure, number, paper.scale);
    if (!figure->caption.empty()) paragraph("Caption", figure->caption);
    last = section(paper.width, paper.height, Kind::Picture);
  }
  waiting_.clear();
  return last;
}

void Body::begin_table(std::string_view style, const std::vector<double>& widths) {
  out_.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"")
      .append(style)
      .append(
          "\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>"
          "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" "
          "w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
  for (const double width : widths) out_ += "<w:gridCol w:w=\"" + twips(width) + "\"/>";
  out_ += "</w:tblGrid>\n";
}

void Body::row(const std::vector<std::string>& cells, const std::vector<GridColumn>& columns,
               const std::vector<double>& widths, bool head) {
  std::size_t size = 0;
  for (const std::string& cell : cells) size += cell.size();
  out_ += "<w:tr>";
  if (head || size < kWholeRow) {
    out_ += "<w:trPr><w:cantSplit/>";
    if (head) out_ += "<w:tblHeader/>";
    out_ += "</w:trPr>";
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + twips(widths[i]) + "\" w:type=\"dxa\"/></w:tcPr>";
    paragraph(head ? "TableHead" : "TableText", i < cells.size() ? cells[i] : std::string(),
              columns[i].number ? "<w:jc w:val=\"right\"/>" : "");
    out_ += "</w:tc>";
  }
  out_ += "</w:tr>\n";
}

void Body::add(const Grid& grid) {
  if (grid.columns.empty()) return;
  if (!grid.caption.empty()) paragraph("TableCaption", grid.caption);
  const GridSetting setting = grid_setting(grid, kTextWidth, kGridType);
  const auto& widths = setting.widths;
  begin_table("ReportTable", widths);
  cell_size_ = setting.size < kGridType.size ? std::to_string(std::lround(2 * setting.size)) : "";
  std::vector<std::string> heads;
  for (const GridColumn& column : grid.columns) heads.push_back(column.heading);
  row(heads, grid.columns, widths, true);
  for (const auto& cells : grid.rows) row(cells, grid.columns, widths, false);
  cell_size_.clear();
  out_ += "</w:tbl>\n";
  // Word joins tables that touch; a paragraph must follow anyhow.
  paragraph("TableNote", grid.note);
}

void Body::add(const Facts& facts) {
  const std::vector<double> widths{0.2 * kTextWidth, 0.8 * kTextWidth};
  begin_table("FactTable", widths);
  for (const auto& [label, value] : facts.rows) row({label, value}, {{}, {}}, widths, false);
  out_ += "</w:tbl>\n";
  paragraph("TableNote", "");
}

void Body::key_figures() {
  if (document_.figures.empty()) return;
  const std::size_t count = document_.figures.size();
  const std::vector<double> widths(count, kTextWidth / static_cast<double>(count));
  begin_table("FigureTable", widths);
  out_ += "<w:tr>";
  for (const KeyFigure& figure : document_.figures) {
    out_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + twips(widths.front()) + "\" w:type=\"dxa\"/></w:tcPr>";
    paragraph("KeyFigure", figure.value);
    paragraph("KeyLabel", figure.label);
    out_ += "</w:tc>";
  }
  out_ += "</w:tr></w:tbl>\n";
  paragraph("TableNote", "");
}

// Links to the headings, as Word itself makes a table of contents without page numbers: those are
// not known before Word has broken the pages. Updating the field keeps it as it is.
void Body::contents() {
  std::size_t chapters = 0;
  for (const Block& block : document_.blocks)
    if (const auto* heading = std::get_if<Heading>(&block)) chapters += heading->level <= 2;
  if (chapters == 0) return;
  out_ +=
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
      "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>";
  paragraph("ContentsHeading", say_("shared.contents"));
  std::size_t number = 0, shown = 0;
  for (const Block& block : document_.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr) continue;
    ++number;
    if (heading->level > 2) continue;
    out_ += "<w:p>";
    paragraph_style(heading->level <= 1 ? "TOC1" : "TOC2");
    if (shown++ == 0) field(R"( TOC \o "1-2" \n \h \z )");
    out_ += "<w:hyperlink w:anchor=\"_Toc" + std::to_string(number) + "\" w:history=\"1\">";
    run(heading->text);
    out_ += "</w:hyperlink>";
    if (shown == chapters) out_ += "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    out_ += "</w:p>\n";
  }
  out_ += "</w:sdtContent></w:sdt>\n";
}

void Body::cover() {
  paragraph("Kind", document_.kind);
  paragraph("Title", document_.title);
  for (const std::string& source : document_.sources) paragraph("Subtitle", source);
  key_figures();
  paragraph("About", document_.about);
  contents();
  out_ += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n";
}

std::string Body::xml() {
  out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document " +
         std::string(kWordNamespaces) + "><w:body>\n";
  cover();
  for (const Block& block : document_.blocks)
    std::visit([this](const auto& one) { add(one); }, block);
  std::string last = own_pages();
  if (last.empty()) last = text_section();
  out_ += last + "</w:body></w:document>\n";
  return std::move(out_);
}

}  // namespace

std::string docx_body(const Document& document) { return Body(document).xml(); }

}  // namespace respnet::io
