#include <gtest/gtest.h>

#include "io/number_forms.hpp"
#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/docx_text.hpp"
#include "respnet/io/read.hpp"
#include "support/docx.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

using test::docx;
using test::Folder;
using test::in_list;
using test::paragraph;

std::string text_of(const std::string& body) { return docx_text(docx({.body = body}), "f").text; }

// A list of three levels: 一、 （一） 1.
const std::string kNumbering =
    "<w:abstractNum w:abstractNumId='7'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
    "<w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
    "<w:lvlText w:val='（%2）'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/>"
    "</w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>"
    "<w:startOverride w:val='5'/></w:lvlOverride></w:num>";

TEST(DocxText, IsALineAParagraph) {
  EXPECT_EQ(text_of(paragraph("甲 ") + paragraph("") +
                    "<w:p><w:r><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t>"
                    "<w:noBreakHyphen/><w:t>戊</w:t></w:r></w:p>"),
            "甲\n乙 丙\n丁-戊\n");
}

TEST(DocxText, JoinsRunsLinksAndFields) {
  EXPECT_EQ(text_of("<w:p><w:r><w:t>县</w:t></w:r><w:hyperlink><w:r><w:t>交通</w:t></w:r>"
                    "</w:hyperlink><w:smartTag><w:r><w:t>局</w:t></w:r></w:smartTag>"
                    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE"
                    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"),
            "县交通局\n");
}

TEST(DocxText, ReadsTrackedChangesAsAccepted) {
  const DocxText read = docx_text(
      docx({.body = "<w:p><w:r><w:t>县</w:t></w:r>"
                    "<w:ins><w:r><w:t>水利局</w:t></w:r></w:ins>"
                    "<w:del><w:r><w:delText>交通局</w:delText></w:r></w:del>"
                    "<w:moveFrom><w:r><w:t>乡</w:t></w:r></w:moveFrom></w:p>"
                    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>修</w:t></w:r></w:p>" +
                    paragraph("路")}),
      "f");
  EXPECT_EQ(read.text, "县水利局\n修路\n");
  ASSERT_EQ(read.doubts.size(), 1U);
  EXPECT_EQ(read.doubts[0].code, "tracked-changes");
  EXPECT_NE(read.doubts[0].message.en.find("1 insertions, 2 deletions"), std::string::npos);
}

TEST(DocxText, LeavesOutHiddenAndStruckOutText) {
  const DocxText read =
      docx_text(docx({.body = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>六月</w:t></w:r>"
                              "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>九月</w:t></w:r>"
                              "<w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r></w:p>"}),
                "f");
  EXPECT_EQ(read.text, "九月\n");
  ASSERT_EQ(read.doubts.size(), 1U);
  EXPECT_EQ(read.doubts[0].code, "struck-out");
}

TEST(DocxText, WritesAutomaticNumbersOut) {
  const std::string body = paragraph("总则", in_list("1", 0)) + paragraph("修路", in_list("1", 1)) +
                           paragraph("架桥", in_list("1", 1)) + paragraph("测量", in_list("1", 2)) +
                           paragraph("保障", in_list("1", 0)) + paragraph("经费", in_list("1", 1)) +
                           paragraph("附则", in_list("2", 0)) + paragraph("未知", in_list("9", 0));
  EXPECT_EQ(docx_text(docx({.body = body, .numbering = kNumbering}), "f").text,
            "一、总则\n（一）修路\n（二）架桥\n1. 测量\n二、保障\n（一）经费\n五、附则\n未知\n");
}

TEST(DocxText, TakesNumbersAndHeadingsFromStyles) {
  const std::string styles =
      "<w:style w:styleId='1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:styleId='a'><w:name w:val='mine'/><w:basedOn w:val='1'/></w:style>"
      "<w:style w:styleId='2'><w:name w:val='heading 2'/></w:style>"
      "<w:style w:styleId='t'><w:name w:val='toc 1'/></w:style>";
  const auto styled = [](const char* id) { return "<w:pStyle w:val='" + std::string(id) + "'/>"; };
  const std::string body = paragraph("总则 1", styled("t")) + paragraph("总则", styled("1")) +
                           paragraph("任务", styled("a")) + paragraph("道路", styled("2")) +
                           paragraph("（一）桥梁", styled("2"));
  EXPECT_EQ(docx_text(docx({.body = body, .styles = styles, .numbering = kNumbering}), "f").text,
            "一、总则\n二、任务\n## 道路\n（一）桥梁\n");
}

std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

TEST(DocxText, WritesTablesALineARow) {
  const std::string table =
      "<w:tbl><w:tr>" + cell("任务") + cell("牵头单位") + cell("期限") + "</w:tr><w:tr>" +
      cell("修路") + cell("县交通局", "<w:vMerge w:val='restart'/>") + cell("六月") +
      "</w:tr><w:tr>" + cell("架桥") + cell("", "<w:vMerge/>") + cell("九月") + "</w:tr><w:tr>" +
      cell("合计", "<w:gridSpan w:val='2'/>") + cell("两项") + "</w:tr><w:tr><w:trPr><w:del/>" +
      "</w:trPr>" + cell("旧") + cell("县林场") + "</w:tr></w:tbl>";
  EXPECT_EQ(text_of(table),
            "任务\t牵头单位\t期限\n修路\t县交通局\t六月\n架桥\t县交通局\t九月\n合计\t\t两项\n");
}

TEST(DocxText, JoinsParagraphsOfACellAndUnfoldsLayoutTables) {
  const std::string two = "<w:tc>" + paragraph("甲局") + paragraph("乙局") + "</w:tc>";
  const std::string row = "<w:tr>" + two + cell("丙") + "</w:tr>";
  EXPECT_EQ(text_of("<w:tbl>" + row + row + "</w:tbl>"), "甲局\v乙局\t丙\n甲局\v乙局\t丙\n");
  EXPECT_EQ(text_of("<w:tbl>" + row + "</w:tbl>"), "甲局\n乙局\n丙\n");
  const std::string inner = "<w:tc><w:tbl>" + row + row + "</w:tbl></w:tc>";
  EXPECT_EQ(text_of("<w:tbl>" + row + "<w:tr>" + inner + cell("丁") + "</w:tr></w:tbl>"),
            "甲局\n乙局\n丙\n甲局\v乙局\t丙\n甲局\v乙局\t丙\n丁\n");
}

TEST(DocxText, ReadsTextBoxesOnce) {
  const std::string box = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>";
  EXPECT_EQ(text_of("<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>"
                    "<w:drawing>" +
                    box + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                    "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
            "正文\n框内\n");
}

TEST(DocxText, LeavesOutTheTableOfContents) {
  EXPECT_EQ(text_of("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
                    "</w:docPartObj></w:sdtPr><w:sdtContent>" +
                    paragraph("一、总则 1") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" +
                    paragraph("正文") + "</w:sdtContent></w:sdt>"),
            "正文\n");
}

TEST(DocxText, RefusesWhatIsBroken) {
  EXPECT_THROW(docx_text("PK\x03\x04 word/document.xml", "f"), InputError);
  EXPECT_THROW(text_of("<w:p><w:r></w:p>"), InputError);
  EXPECT_THROW(docx_text(test::zipped({{"word/other.xml", "<a/>"}}), "f"), InputError);
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:tbl><w:tr><w:tc>";
  EXPECT_THROW(text_of(deep), LimitError);
}

TEST(DocxText, LimitsWhatMergedCellsRepeat) {
  const std::string text(10'000, 'x');
  std::string table =
      "<w:tbl><w:tr>" + cell(text, "<w:vMerge w:val='restart'/>") + cell("1") + "</w:tr>";
  for (int i = 0; i < 2000; ++i)
    table += "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc/></w:tr>";
  EXPECT_THROW(text_of(table + "</w:tbl>"), LimitError);
}

TEST(NumberInForm, WritesNumbersAsWordDoes) {
  EXPECT_EQ(number_in_form(21, "chineseCounting"), "二十一");
  EXPECT_EQ(number_in_form(10, "chineseCountingThousand"), "十");
  EXPECT_EQ(number_in_form(110, "chineseCounting"), "一百一十");
  EXPECT_EQ(number_in_form(105, "japaneseCounting"), "一百零五");
  EXPECT_EQ(number_in_form(2005, "chineseCounting"), "二千零五");
  EXPECT_EQ(number_in_form(20, "ideographDigital"), "二〇");
  EXPECT_EQ(number_in_form(3, "chineseLegalSimplified"), "叁");
  EXPECT_EQ(number_in_form(12, "decimalFullWidth"), "１２");
  EXPECT_EQ(number_in_form(9, "decimalEnclosedCircle"), "⑨");
  EXPECT_EQ(number_in_form(14, "upperRoman"), "XIV");
  EXPECT_EQ(number_in_form(4, "lowerRoman"), "iv");
  EXPECT_EQ(number_in_form(28, "lowerLetter"), "bb");
  EXPECT_EQ(number_in_form(7, "decimalZero"), "07");
  EXPECT_EQ(number_in_form(2, "bullet"), "");
  EXPECT_EQ(number_in_form(3, "someFutureForm"), "3");
}

TEST(ReadNetwork, ReadsWordDocuments) {
  const Folder folder;
  const std::string body =
      paragraph("2026年工作要点") + paragraph("重点任务", in_list("1", 0)) +
      paragraph("修路。年内修通到村公路。（责任单位：县交通局、县财政局）", in_list("1", 1)) +
      paragraph("架桥。（县水利局牵头，县交通局配合）", in_list("1", 1));
  const model::Network network =
      read_network(folder.file("plan", docx({.body = body, .numbering = kNumbering})));
  EXPECT_EQ(seen(network),
            "1.1/县交通局/responsible 1.1/县财政局/responsible 1.2/县水利局/lead "
            "1.2/县交通局/support");
  EXPECT_EQ(network.task(model::TaskId{0}).title, "修路");
  EXPECT_EQ(network.sources()[0].path, "plan");
}

TEST(ReadNetwork, ReadsWordDocumentsWhosePartHasAnotherName) {
  const Folder folder;
  const std::string relations =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/officeDocument' Target='/word/document2.xml'/></Relationships>";
  const std::string document = "<w:document " + test::kWordSpace + "><w:body>" +
                               paragraph("1.修路。（县交通局负责）") + "</w:body></w:document>";
  const std::string bytes =
      test::zipped({{"_rels/.rels", relations}, {"word/document2.xml", document}});
  EXPECT_EQ(seen(read_network(folder.file("plan", bytes))), "1/县交通局/responsible");
}

TEST(ReadNetwork, RefusesAWordDocumentWithoutText) {
  const Folder folder;
  EXPECT_THROW(read_network(folder.file("empty.docx", docx({}))), InputError);
}

}  // namespace
}  // namespace respnet::io
