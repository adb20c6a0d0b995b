// What a workbook shows, and what is refused (faults 6 to 9).

#include <gtest/gtest.h>

#include "io/workbook.hpp"
#include "respnet/base/errors.hpp"
#include "support/folder.hpp"
#include "support/xlsx.hpp"

namespace respnet::io {
namespace {

using test::BookXml;
using test::message_of;
using test::row;
using test::SheetXml;
using test::xlsx;
using test::ZipParts;

Workbook book_of(const BookXml& xml) { return read_workbook(xlsx(xml), "f.xlsx"); }

/// "A1=text B2=text" of the first visible sheet.
std::string seen(const Workbook& book) {
  std::string all;
  for (const SheetCell& cell : book.sheets.front().cells)
    all += (all.empty() ? "" : " ") + cell_name(cell.place) + "=" + book.texts[cell.text];
  return all;
}

std::string seen(const std::string& rows) { return seen(book_of({.sheets = {{"S", rows}}})); }

template <typename Error>
std::string refusal(const std::string& rows, const std::string& behind = {}) {
  return message_of<Error>([&] { book_of({.sheets = {{"任务", rows, behind}}}); });
}

// The parts of a good workbook, one of them replaced.
std::string with_part(const std::string& name, const std::string& content) {
  ZipParts parts = test::xlsx_parts({.sheets = {{"S", test::texts(1, {"x"})}}});
  for (auto& [part, bytes] : parts)
    if (part == name) bytes = content;
  return test::zipped(parts);
}

}  // namespace

TEST(ReadWorkbook, ShowsCellsOfEveryKind) {
  EXPECT_EQ(seen(row(2, R"(<c r="A2"><v>3</v></c><c r="B2"><v>2.50</v></c>)"
                        R"(<c r="C2" t="b"><v>1</v></c><c r="D2" t="str"><f>1+1</f><v>two</v></c>)"
                        R"(<c r="E2" t="inlineStr"><is><t>in</t></is></c><c r="F2" s="7"/>)"
                        R"(<c r="G2" t="d"><v>2026-05-01</v></c>)")),
            "A2=3 B2=2.5 C2=TRUE D2=two E2=in G2=2026-05-01");
}

TEST(ReadWorkbook, CountsRowsAndCellsThatDoNotSayWhereTheyStand) {
  EXPECT_EQ(seen(R"(<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c>)"
                 R"(<c><v>4</v></c></row><row><c><v>5</v></c></row>)"),
            "A1=1 B1=2 C4=3 D4=4 A5=5");
}

TEST(ReadWorkbook, TakesSharedStringsWithoutFormatsAndPhoneticGuides) {
  const Workbook book = book_of(
      {.sheets = {{"S", row(1, R"(<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>)")}},
       .strings = {"<t>plain_x000D_\nline _x005F_x0041_</t>",
                   "<r><rPr><b/></rPr><t>财</t></r><r><t xml:space=\"preserve\">政 局</t></r>"
                   "<rPh sb=\"0\" eb=\"1\"><t>cai</t></rPh><phoneticPr fontId=\"1\"/>"}});
  EXPECT_EQ(seen(book), "A1=财政 局 B1=plain\r\nline _x0041_");
}

TEST(ReadWorkbook, ShowsNumbersByTheirFormats) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
      "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/>"
      "<xf numFmtId=\"2\"/></cellXfs>";
  const std::string rows =
      row(1, R"(<c r="A1" s="0"><v>46387</v></c><c r="B1" s="1"><v>46387</v></c>)"
             R"(<c r="C1" s="2"><v>46387</v></c><c r="D1" s="3"><v>1.1</v></c>)");
  EXPECT_EQ(seen(book_of({.sheets = {{"S", rows}}, .styles = styles})),
            "A1=46387 B1=2026-12-31 C1=2026-12 D1=1.10");
  EXPECT_EQ(seen(book_of({.sheets = {{"S", rows}},
                          .styles = styles,
                          .properties = "<workbookPr date1904=\"1\"/>"})),
            "A1=46387 B1=2031-01-01 C1=2031-01 D1=1.10");
}

TEST(ReadWorkbook, LeavesHiddenSheetsAsideAndReadsHiddenRows) {
  const Workbook book =
      book_of({.sheets = {{"a", test::texts(1, {"x"}), "", "state=\"veryHidden\""},
                          {"b", "<row r=\"1\" hidden=\"1\">" + test::cell("A1", "y") + "</row>"},
                          {"c", "", "", "state=\"hidden\""}}});
  ASSERT_EQ(book.sheets.size(), 1U);
  EXPECT_EQ(seen(book), "A1=y");
  EXPECT_EQ(book.hidden, (std::vector<std::string>{"a", "c"}));
}

TEST(ReadWorkbook, TakesErrorsAsEmpty) {
  const Workbook book = book_of(
      {.sheets = {{"S", row(3, R"(<c r="B3" t="e"><v>#N/A</v></c>)" + test::cell("C3", "x"))}}});
  EXPECT_EQ(seen(book), "C3=x");
  EXPECT_EQ(book.errors, (std::vector<std::string>{"S!B3"}));
}

TEST(ReadWorkbook, ReadsTheStrictKind) {
  EXPECT_EQ(seen(book_of({.sheets = {{"S", test::texts(1, {"x", "y"})}}, .strict = true})),
            "A1=x B1=y");
}

TEST(ReadWorkbook, RefusesAStringThatIsNotThere) {
  EXPECT_EQ(
      refusal<InputError>(row(4, R"(<c r="C4" t="s"><v>9</v></c>)")),
      "f.xlsx!任务!C4: names the string '9', but the workbook has only 0; save the file anew");
  for (const char* index : {"-1", "4294967296", "x", ""})
    EXPECT_NE(
        refusal<InputError>(row(1, "<c r=\"A1\" t=\"s\"><v>" + std::string(index) + "</v></c>"))
            .find("!任务!A1: names the string"),
        std::string::npos);
}

TEST(ReadWorkbook, RefusesPlacesBeyondTheSheet) {
  for (const char* place :
       {"XFE1", "A1048577", "A0", "AAAAAAAAAAAAAAAAAA1", "1", "A99999999999999"})
    EXPECT_NE(refusal<InputError>(row(1, "<c r=\"" + std::string(place) + "\"><v>1</v></c>"))
                  .find("f.xlsx!任务!" + std::string(place) + ": no cell of a sheet"),
              std::string::npos)
        << place;
  EXPECT_NE(refusal<InputError>("<row r=\"1048577\"/>").find("beyond the last row"),
            std::string::npos);
  EXPECT_NE(refusal<InputError>(R"(<row r="1048576"><c r="XFD1048576"/><c><v>1</v></c></row>)")
                .find("no cell of a sheet"),
            std::string::npos);
}

TEST(ReadWorkbook, RefusesACellGivenTwice) {
  EXPECT_EQ(refusal<InputError>(test::texts(2, {"", "x"}) + test::texts(2, {"", "y"})),
            "f.xlsx!任务!B2: the cell is given twice; save the file anew");
}

TEST(ReadWorkbook, RefusesNumbersThatAreNone) {
  EXPECT_NE(
      refusal<InputError>(row(1, R"(<c r="A1"><v>1,5</v></c>)")).find("!A1: '1,5' is no number"),
      std::string::npos);
}

TEST(ReadWorkbook, RefusesMergedAreasThatAreNone) {
  EXPECT_EQ(refusal<InputError>(test::texts(1, {"x"}), test::merged({"B2:A1"})),
            "f.xlsx!任务!B2:A1: no area of cells; unmerge the cells and save the file anew");
}

TEST(ReadWorkbook, RefusesPartsOutsideTheArchive) {
  const std::string head =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/worksheet\" ";
  for (const char* target : {"Target=\"../../etc/passwd\"", "Target=\"file:///etc/passwd\"",
                             "Target=\"http://a/b\" TargetMode=\"External\"", "Target=\"\""})
    EXPECT_NE(message_of<InputError>([&] {
                read_workbook(
                    with_part("xl/_rels/workbook.xml.rels", head + target + "/></Relationships>"),
                    "f.xlsx");
              }).find("f.xlsx!xl/_rels/workbook.xml.rels: "),
              std::string::npos)
        << target;
}

TEST(ReadWorkbook, RefusesEntitiesAndDepth) {
  const auto refuse = [](const std::string& xml) {
    read_workbook(with_part("xl/worksheets/sheet1.xml", xml), "f.xlsx");
  };
  EXPECT_NE(message_of<InputError>([&] {
              refuse("<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w>&a;</w>");
            }).find("f.xlsx!xl/worksheets/sheet1.xml"),
            std::string::npos);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  EXPECT_THROW(refuse(deep), LimitError);
  EXPECT_THROW(refuse("<worksheet><sheetData><row>"), InputError);
}

TEST(ReadWorkbook, NamesAMissingSheet) {
  ZipParts parts = test::xlsx_parts({.sheets = {{"S", ""}}});
  std::erase_if(parts,
                [](const auto& part) { return part.first.find("sheet1") != std::string::npos; });
  EXPECT_NE(message_of<InputError>([&] {
              read_workbook(test::zipped(parts), "f.xlsx");
            }).find("f.xlsx!xl/worksheets/sheet1.xml: this part is missing"),
            std::string::npos);
}

TEST(ReadWorkbook, DoesNotBelieveDimensions) {
  // The helper's sheets all declare 17 billion cells.
  EXPECT_EQ(book_of({.sheets = {{"S", test::texts(1, {"x"})}}}).sheets.front().cells.size(), 1U);
}

}  // namespace respnet::io
