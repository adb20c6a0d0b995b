#include "respnet/viz/print_pdf.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/viz/raster.hpp"
#include "support/document.hpp"
#include "viz/labels.hpp"
#include "viz/networks.hpp"
#ifdef RESPNET_PDF_PROGRAM
#include "io/pdf_page.hpp"
#include "io/pdf_program.hpp"
#endif

namespace respnet::viz {
namespace {

using ::respnet::test::figure;
using ::respnet::test::numbered_grid;
using ::respnet::test::sample_document;

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Document with(std::vector<Block> blocks) {
  Document document{.title = "年度重点任务", .kind = "分析报告"};
  document.blocks = std::move(blocks);
  return document;
}

TEST(PrintPdf, EmbedsEveryFont) {
  const std::string pdf = print_pdf(sample_document());

  EXPECT_GE(count(pdf, "/Type /FontDescriptor"), 2U);  // upright and bold
  EXPECT_EQ(count(pdf, "/Type /FontDescriptor"), count(pdf, "/FontFile"));
  EXPECT_TRUE(has(pdf, "NotoSansCJK"));
}

TEST(PrintPdf, SaysItsLanguageAndHasBookmarksAndLinks) {
  Document document = sample_document();
  const std::string zh = print_pdf(document);
  document.language = Language::En;
  const std::string en = print_pdf(document);

  EXPECT_TRUE(has(zh, "/Lang (zh-Hans)"));
  EXPECT_TRUE(has(en, "/Lang (en)"));
  EXPECT_TRUE(has(zh, "/DisplayDocTitle true"));
  EXPECT_TRUE(has(zh, "/Outlines"));
  EXPECT_GE(count(zh, "/Subtype /Link"), 2U);  // from the contents to two headings
}

TEST(PrintPdf, CarriesTheDateOfTheSourceAndNoClock) {
  Document document = sample_document();
  EXPECT_TRUE(has(print_pdf(document), "/CreationDate (20240905"));

  document.date.clear();
  EXPECT_TRUE(has(print_pdf(document), "/CreationDate (19700101"));
}

TEST(PrintPdf, IsTheSameTwice) {
  EXPECT_EQ(print_pdf(sample_document()), print_pdf(sample_document()));
}

TEST(PrintPdf, RefusesWhatIsNoPicture) {
  Figure broken = figure(100, 100);
  broken.svg = "no picture";

  EXPECT_THROW(print_pdf(with({broken})), std::invalid_argument);
}

// A program of its own: fontconfig reads its configuration once.
TEST(PrintPdfDeathTest, RefusesChineseTextWithoutAFont) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto without_fonts = [] {
    const auto config = std::filesystem::path(testing::TempDir()) / "no_fonts_print.conf";
    write_file(config, "<fontconfig/>");
    setenv("FONTCONFIG_FILE", config.c_str(), 1);
    try {
      print_pdf(sample_document());
    } catch (const FileError& error) {
      std::_Exit(has(error.what(), "fonts-noto-cjk") ? 0 : 2);
    }
    std::_Exit(3);
  };

  EXPECT_EXIT(without_fonts(), testing::ExitedWithCode(0), "");
}

#ifdef RESPNET_PDF_PROGRAM

struct Printed {
  explicit Printed(const Document& document)
      : records(io::pdf_records(print_pdf(document), "f.pdf",
                                {.program = RESPNET_PDF_PROGRAM, .limits = {}})),
        pages(io::pdf_pages(records, "f.pdf")) {}

  // All of a page, without blanks and line ends.
  std::string text(std::size_t page) const {
    std::string all;
    for (const io::PdfLine& line : io::pdf_lines(pages[page].words)) all += line.text;
    std::erase(all, ' ');
    return all;
  }
  std::string text() const {
    std::string all;
    for (std::size_t i = 0; i < pages.size(); ++i) all += text(i);
    return all;
  }
  // The page that holds this text; the cover, which holds the headings too, is not looked at.
  std::size_t page_of(std::string_view words) const {
    for (std::size_t i = 1; i < pages.size(); ++i)
      if (has(text(i), words)) return i;
    ADD_FAILURE() << words << " stands nowhere";
    return 0;
  }

  std::string records;
  std::vector<io::PdfPage> pages;
};

// Name as it can be printed, blanks apart.
std::string printed_name(const std::string& name) {
  std::string text = shown(name);
  std::erase(text, ' ');
  return text;
}

TEST(PrintPdf, CanBeSearchedAndCopied) {
  const Printed printed(sample_document());

  for (const char* words :
       {"年度重点任务", "原文：某市人民政府", "31", "本报告说明分工。", "一、主要发现",
        "市发改局承担的任务最多。", "1.第一条发现", "2.第二条发现", "无序一项", "图1", "表1",
        "第3局", "respnetreportplan.md"})
    EXPECT_TRUE(has(printed.text(), words)) << words << "\n" << printed.text();
}

TEST(PrintPdf, NumbersItsPagesAndListsThemOnTheCover) {
  const Printed printed(with({Heading{1, "甲"}, numbered_grid(100), Heading{1, "乙"}}));

  const std::string last = std::to_string(printed.pages.size());
  EXPECT_TRUE(has(printed.text(1), "第2页，共" + last + "页")) << printed.text(1);
  const std::string second = std::to_string(printed.page_of("乙") + 1);
  EXPECT_TRUE(has(printed.text(0), "目录甲2乙" + second)) << printed.text(0);
  EXPECT_FALSE(has(printed.text(0), "页，共")) << "the cover has no foot";
}

TEST(PrintPdf, RepeatsTheHeadOfATableOnEachOfItsPages) {
  const Printed printed(with({numbered_grid(200)}));

  ASSERT_GT(printed.pages.size(), 4U);
  for (std::size_t i = 1; i < printed.pages.size(); ++i) {
    EXPECT_EQ(count(printed.text(i), "单位任务数"), 1U) << printed.text(i);
    EXPECT_EQ(has(printed.text(i), "（续）"), i > 1);
  }
  for (int row = 1; row <= 200; ++row)
    EXPECT_EQ(count(printed.text(), "第" + std::to_string(row) + "局"), 1U) << row;
}

TEST(PrintPdf, LeavesNoRowOfATableAlone) {
  for (std::size_t rows = 30; rows < 45; ++rows) {
    const Printed printed(with({numbered_grid(rows)}));
    const std::size_t last = printed.pages.size() - 1;

    EXPECT_EQ(printed.page_of("第" + std::to_string(rows - 1) + "局"), last) << rows;
  }
}

TEST(PrintPdf, KeepsTheNoteOfATableWithItsLastRows) {
  for (std::size_t rows = 28; rows < 45; ++rows) {
    Grid grid = numbered_grid(rows);
    grid.note = "附注在此。";
    const Printed printed(with({grid}));

    EXPECT_EQ(printed.page_of("附注在此"), printed.page_of("第" + std::to_string(rows) + "局"))
        << rows;
  }
}

TEST(PrintPdf, LeavesNoHeadingAtTheFootOfAPage) {
  for (std::size_t before = 20; before < 45; ++before) {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < before; ++i) blocks.emplace_back(Paragraph{"前文。"});
    blocks.emplace_back(Heading{2, "小标题"});
    blocks.emplace_back(Paragraph{"紧接着的正文。"});
    const Printed printed(with(blocks));

    EXPECT_EQ(printed.page_of("小标题"), printed.page_of("紧接着的正文")) << before;
  }
}

TEST(PrintPdf, LeavesNoLineOfAParagraphAlone) {
  std::string long_text;
  for (int i = 0; i < 60; ++i) long_text += "起讫文字";
  for (std::size_t before = 20; before < 45; ++before) {
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < before; ++i) blocks.emplace_back(Paragraph{"前文。"});
    blocks.emplace_back(Paragraph{long_text});
    const Printed printed(with(blocks));

    for (std::size_t page = 1; page < printed.pages.size(); ++page) {
      std::size_t lines = 0;
      for (const io::PdfLine& line : io::pdf_lines(printed.pages[page].words))
        lines += has(line.text, "讫文") ? 1U : 0U;
      EXPECT_NE(lines, 1U) << before;
    }
  }
}

TEST(PrintPdf, KeepsEverythingInsideThePage) {
  std::vector<Block> blocks;
  Grid grid{.caption = "表 1", .columns = {{"单位"}, {"任务"}, {"数", true}}};
  Items items{.numbered = true};
  Facts facts;
  for (const std::string& name : test::hostile_names()) {
    blocks.emplace_back(Heading{2, name});
    blocks.emplace_back(Paragraph{name + name});
    grid.rows.push_back({name, name, "1"});
    items.texts.push_back(name);
    facts.rows.emplace_back(name, name);
  }
  blocks.insert(blocks.end(), {grid, items, facts});
  Document document = with(blocks);
  document.title = test::hostile_names()[9];
  document.sources = test::hostile_names();
  document.sources.resize(4);
  const Printed printed(document);

  for (const io::PdfPage& page : printed.pages) {
    for (const io::PdfWord& word : page.words) {
      EXPECT_GE(word.box.left, 40) << word.text;
      EXPECT_LE(word.box.right, page.width - 40) << word.text;
      EXPECT_LE(word.box.bottom, page.height - 10) << word.text;
    }
  }
}

TEST(PrintPdf, PrintsHostileNamesWholeAndLiterally) {
  Grid grid{.columns = {{"单位"}}};
  for (const std::string& name : test::hostile_names()) grid.rows.push_back({name});
  const Printed printed(with({grid}));

  for (const std::string& name : test::hostile_names())
    EXPECT_TRUE(has(printed.text(), printed_name(name))) << name << "\n" << printed.text();
}

TEST(PrintPdf, TearsARowThatNoPageHolds) {
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "无尽";
  Grid grid = numbered_grid(2);
  grid.rows[0][0] = endless;
  const Printed printed(with({grid}));

  EXPECT_GT(printed.pages.size(), 3U);
  EXPECT_EQ(count(printed.text(), "尽"), 5000U);
  EXPECT_TRUE(has(printed.text(printed.pages.size() - 1), "第2局"));
}

TEST(PrintPdf, GivesPicturesThePaperTheyNeed) {
  const Printed printed(with({Paragraph{"此处谈到大图。"}, figure(933, 1163, "图 1　大图"),
                              Paragraph{"文字继续。"}, figure(300, 200, "图 2　小图")}));

  ASSERT_EQ(printed.pages.size(), 3U);
  EXPECT_NEAR(printed.pages[1].width, 595, 1);
  EXPECT_NEAR(printed.pages[2].width, 842, 1);
  EXPECT_NEAR(printed.pages[2].height, 1191, 1);
  EXPECT_EQ(printed.page_of("文字继续"), 1U) << "text does not wait for a picture";
  EXPECT_EQ(printed.page_of("图2"), 1U);
  EXPECT_EQ(printed.page_of("图1"), 2U);
}

TEST(PrintPdf, GivesASheetAWholePageWithoutRunningHead) {
  Figure sheet = figure(595, 842, "");
  sheet.whole_page = true;
  const Printed printed(with({Paragraph{"见下页。"}, sheet}));

  ASSERT_EQ(printed.pages.size(), 3U);
  EXPECT_TRUE(has(printed.text(1), "年度重点任务"));
  EXPECT_EQ(printed.text(2), "第3页，共3页");
}

TEST(PrintPdf, LetsTextGoOnWhileAPictureWaitsForTheNextPage) {
  std::vector<Block> blocks(25, Paragraph{"前文。"});
  blocks.emplace_back(figure(400, 400, "图 1　等候"));
  blocks.emplace_back(Paragraph{"后文不等。"});
  blocks.emplace_back(Heading{1, "下一章"});
  const Printed printed(with(blocks));

  EXPECT_EQ(printed.page_of("后文不等"), 1U);
  EXPECT_EQ(printed.page_of("图1"), 2U);
  EXPECT_GE(printed.page_of("下一章"), 2U) << "a picture stays in its chapter";
}

TEST(PrintPdf, OfNothingIsACover) {
  const Printed printed(with({}));

  EXPECT_EQ(printed.pages.size(), 1U);
  EXPECT_FALSE(has(printed.text(0), "目录"));
}

#endif

}  // namespace
}  // namespace respnet::viz
