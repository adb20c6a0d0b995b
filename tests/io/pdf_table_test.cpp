#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/io/pdf_text.hpp"
#include "support/pdf.hpp"

namespace respnet::io {
namespace {

using test::PdfDocument;

constexpr double kColumns[] = {60, 100, 300, 400, 530};
constexpr double kRow = 44;

std::string read(PdfDocument& document) {
  return pdf_text(document.bytes(), "f.pdf", {.program = RESPNET_PDF_PROGRAM, .limits = {}}).text;
}

// Rows of ruled cells from `top` down; a cell's lines are parted by '\n'.
void add_table(PdfDocument& document, double top,
               const std::vector<std::vector<std::string>>& rows) {
  double y = top;
  for (const auto& row : rows) {
    document.rule(kColumns[0], y, kColumns[4], y);
    for (std::size_t i = 0; i < row.size(); ++i) {
      double line_y = y + 4;
      for (std::size_t begin = 0; begin <= row[i].size();) {
        const std::size_t end = std::min(row[i].find('\n', begin), row[i].size());
        if (end > begin)
          document.text(kColumns[i] + 5, line_y, row[i].substr(begin, end - begin), 10);
        line_y += 14;
        begin = end + 1;
      }
    }
    y += kRow;
  }
  document.rule(kColumns[0], y, kColumns[4], y);
  for (const double x : kColumns) document.rule(x, top, x, y);
}

const std::vector<std::string> kHeader{"序号", "任务", "牵头单位", "配合单位"};

}  // namespace

TEST(PdfTable, BecomesAMarkdownTable) {
  PdfDocument document;
  document.text(200, 50, "任务分工表");
  add_table(
      document, 100,
      {kHeader,
       {"1", "修好通往山区各村的三条公路以及两座老旧\n桥梁", "市交通局", "市财政局\n市公安局"},
       {"2", "打井|引水", "市水利局", ""}});
  document.text(60, 300, "注：每季度报告一次。");

  EXPECT_EQ(read(document),
            "任务分工表\n"
            "| 序号 | 任务 | 牵头单位 | 配合单位 |\n"
            "|---|---|---|---|\n"
            "| 1 | 修好通往山区各村的三条公路以及两座老旧桥梁 | 市交通局 | 市财政局<br>市公安局 |\n"
            "| 2 | 打井\\|引水 | 市水利局 |  |\n"
            "注：每季度报告一次。\n");
}

TEST(PdfTable, GoesOnOverPagesWithoutItsRepeatedHeader) {
  PdfDocument document;
  add_table(document, 100, {kHeader, {"1", "修路", "市交通局", "市财政局"}});
  document.next_page();
  add_table(document, 80, {kHeader, {"2", "引水", "市水利局", ""}});
  document.next_page();
  add_table(document, 80, {{"3", "植树", "市林业局", "市水利局"}});

  EXPECT_EQ(read(document),
            "| 序号 | 任务 | 牵头单位 | 配合单位 |\n"
            "|---|---|---|---|\n"
            "| 1 | 修路 | 市交通局 | 市财政局 |\n"
            "| 2 | 引水 | 市水利局 |  |\n"
            "| 3 | 植树 | 市林业局 | 市水利局 |\n");
}

TEST(PdfTable, MendsARowThatAPageBreakCut) {
  PdfDocument document;
  add_table(document, 100,
            {kHeader, {"1", "修好通往山区各村的三条公路和两座", "市交通局", "市财政局、市乡"}});
  document.next_page();
  add_table(document, 80, {{"", "桥梁", "", "村振兴局"}, {"2", "引水", "市水利局", ""}});

  EXPECT_EQ(read(document),
            "| 序号 | 任务 | 牵头单位 | 配合单位 |\n"
            "|---|---|---|---|\n"
            "| 1 | 修好通往山区各村的三条公路和两座桥梁 | 市交通局 | 市财政局、市乡村振兴局 |\n"
            "| 2 | 引水 | 市水利局 |  |\n");
}

TEST(PdfTable, PartsRowsThatLeaveTheTextNoRoom) {
  PdfDocument document;
  double y = 100;
  for (const std::string_view unit : {"牵头单位", "市水利局", "市交通局", "市林业局"}) {
    document.rule(60, y, 300, y)
        .text(62, y - 0.5, "兴修水利与道路", 10)
        .text(182, y - 0.5, unit, 10);
    y += 13;
  }
  document.rule(60, y, 300, y);
  for (const double x : {60.0, 180.0, 300.0}) document.rule(x, 100, x, y);

  EXPECT_EQ(read(document),
            "| 兴修水利与道路 | 牵头单位 |\n"
            "|---|---|\n"
            "| 兴修水利与道路 | 市水利局 |\n"
            "| 兴修水利与道路 | 市交通局 |\n"
            "| 兴修水利与道路 | 市林业局 |\n");
}

TEST(PdfTable, RepeatsACellThatSpansRows) {
  PdfDocument document;
  document.text(65, 104, "领域", 10).text(205, 104, "责任单位", 10);
  document.text(65, 134, "农业", 10).text(205, 134, "市水利局", 10).text(205, 164, "市农业局", 10);
  for (const double y : {100.0, 130.0, 190.0}) document.rule(60, y, 400, y);
  document.rule(200, 160, 400, 160);  // parts the right column only
  for (const double x : {60.0, 200.0, 400.0}) document.rule(x, 100, x, 190);

  EXPECT_EQ(read(document),
            "| 领域 | 责任单位 |\n"
            "|---|---|\n"
            "| 农业 | 市水利局 |\n"
            "| 农业 | 市农业局 |\n");
}

TEST(PdfTable, IsNotMadeByUnderlinesAndFrames) {
  PdfDocument document;
  document.text(90, 100, "某市人民政府文件", 30).rule(80, 150, 500, 150);
  document.text(90, 200, "文号〔2025〕3号   签发人：某某").text(90, 230, "编号  3   份数  2");
  document.rule(80, 190, 500, 190).rule(80, 260, 500, 260).rule(80, 190, 80, 260);
  document.rule(500, 190, 500, 260);

  EXPECT_EQ(read(document), "某市人民政府文件\n文号〔2025〕3号 签发人：某某\n编号 3 份数 2\n");
}

}  // namespace respnet::io
