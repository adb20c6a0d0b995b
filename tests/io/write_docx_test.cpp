#include "respnet/io/write_docx.hpp"

#include <cstdlib>
#include <ctime>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include "io/zip_archive.hpp"
#include "respnet/io/docx_text.hpp"
#include "support/document.hpp"

namespace respnet::io {
namespace {

using test::figure;
using test::numbered_grid;
using test::sample_document;

constexpr const char* kImage = "not really a PNG";

std::string written(const Document& document) {
  std::vector<std::string> images;
  for (const Block& block : document.blocks)
    if (std::holds_alternative<Figure>(block)) images.emplace_back(kImage);
  return docx_bytes(document, images);
}

// A part of the document, by name.
std::string part(const std::string& docx, const std::string& name) {
  return ZipArchive(docx, "f.docx").part(name);
}

std::string body(const Document& document) { return part(written(document), "word/document.xml"); }

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++found;
  return found;
}

// The first group of each match.
std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

bool is_well_formed(const std::string& xml) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "part.xml", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_PEDANTIC |
                        XML_PARSE_HUGE),
      xmlFreeDoc);
  return document != nullptr;
}

Document with(std::vector<Block> blocks) {
  Document document{.title = "年度重点任务", .kind = "分析报告"};
  document.blocks = std::move(blocks);
  return document;
}

TEST(WriteDocx, DeclaresEveryPartAndHoldsEveryPartItNames) {
  const std::string docx = written(sample_document());
  const std::string types = part(docx, "[Content_Types].xml");
  const std::string relations = part(docx, "word/_rels/document.xml.rels");
  ZipArchive archive(docx, "f.docx");

  for (const std::string& name : matches(types, "PartName=\"/([^\"]+)\""))
    EXPECT_TRUE(archive.has(name)) << name;
  for (const std::string& name : matches(relations, "Target=\"([^\"]+)\""))
    EXPECT_TRUE(archive.has("word/" + name)) << name;
  std::set<std::string> ids;
  for (const std::string& id : matches(relations, "Id=\"([^\"]+)\"")) ids.insert(id);
  for (const std::string& id :
       matches(part(docx, "word/document.xml"), "r:(?:id|embed)=\"([^\"]+)\""))
    EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(WriteDocx, IsWellFormedXmlThroughout) {
  const std::string docx = written(sample_document());

  for (const char* name : {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
                           "docProps/app.xml", "word/document.xml", "word/_rels/document.xml.rels",
                           "word/styles.xml", "word/numbering.xml", "word/fontTable.xml",
                           "word/settings.xml", "word/header1.xml", "word/footer1.xml"})
    EXPECT_TRUE(is_well_formed(part(docx, name))) << name;
}

TEST(WriteDocx, NamesOnlyStylesAndListsThatAreThere) {
  Document document = sample_document();
  document.blocks.emplace_back(Items{{"又一条"}, true});
  const std::string docx = written(document);
  const std::string styles = part(docx, "word/styles.xml");
  const std::string text = part(docx, "word/document.xml");

  for (const std::string& name : matches(text, "(?:p|tbl)Style w:val=\"([^\"]+)\""))
    EXPECT_TRUE(has(styles, "w:styleId=\"" + name + "\"")) << name;
  const std::string numbering = part(docx, "word/numbering.xml");
  std::set<std::string> lists;
  for (const std::string& id : matches(text, "<w:numId w:val=\"([0-9]+)\"")) {
    EXPECT_TRUE(has(numbering, "<w:num w:numId=\"" + id + "\"")) << id;
    lists.insert(id);
  }
  EXPECT_EQ(lists.size(), 3U) << "each counted list begins anew";
}

TEST(WriteDocx, IsReadBackByOurOwnReader) {
  const std::string text = docx_text(written(sample_document()), "f.docx").text;

  for (const char* line :
       {"\n一、主要发现\n", "市发改局承担的任务最多。\n", "数字以原文为准。\n", "1. 第一条发现\n",
        "2. 第二条发现\n", "## 任务量\n", "图 1　方块\n", "表 1　任务量\n", "单位\t任务数\n",
        "第3局\t3\n", "命令\trespnet report plan.md\n"})
    EXPECT_TRUE(has(text, line)) << line << "\n" << text;
  EXPECT_EQ(count(text, "一、主要发现"), 1U) << "the table of contents is no text";
}

TEST(WriteDocx, RepeatsTheHeadOfEachTable) {
  const std::string text = body(with({numbered_grid(50), numbered_grid(2)}));

  EXPECT_EQ(count(text, "<w:tblHeader/>"), 2U);
  EXPECT_EQ(count(text, "<w:tr>"), 54U);
}

TEST(WriteDocx, ShowsPicturesWithAlternativeText) {
  const std::string docx = written(with({figure(300, 200)}));
  const std::string text = part(docx, "word/document.xml");

  EXPECT_EQ(part(docx, "word/media/image1.png"), kImage);
  EXPECT_TRUE(has(text, "<wp:extent cx=\"3810000\" cy=\"2540000\"/>"));  // 12,700 a point
  EXPECT_TRUE(has(text, "descr=\"一个方块\""));
}

TEST(WriteDocx, GivesPicturesThePaperTheyNeedAtTheEndOfTheirChapter) {
  const std::string text = body(with({Heading{1, "甲"}, figure(1088, 845, "图 1　大图"),
                                      Paragraph{"文字继续。"}, Heading{1, "乙"}}));

  const std::size_t large = text.find("图 1　大图");
  EXPECT_LT(text.find("文字继续。"), large);
  EXPECT_LT(large, text.rfind("乙"));
  EXPECT_EQ(count(text, "<w:sectPr>"), 3U);
  EXPECT_EQ(count(text, "<w:pgSz w:w=\"23820\" w:h=\"16840\" w:orient=\"landscape\"/>"), 1U);
  EXPECT_EQ(count(text, "<w:titlePg/>"), 1U) << "only the cover goes without page number";
}

TEST(WriteDocx, EndsWithTheLastPictureWhereItNeedsItsOwnPaper) {
  const std::string text = body(with({Heading{1, "甲"}, figure(1088, 845)}));

  EXPECT_EQ(count(text, "<w:sectPr>"), 2U);
  EXPECT_GT(text.rfind("w:orient=\"landscape\""), text.rfind("<w:p>"));
}

TEST(WriteDocx, KeepsHostileNamesInertAndWhole) {
  const std::vector<std::string> names{"<w:br/>&amp;\"'",
                                       "]]>",
                                       "{ INCLUDETEXT \"/etc/passwd\" }",
                                       "bell\x07",
                                       "\xE2\x80\xAEgnp",
                                       "bad\xFF"
                                       "utf",
                                       "two\nlines",
                                       "tab\tbed",
                                       std::string(20000, 'w')};
  std::vector<Block> blocks;
  Grid grid{.columns = {{names[0]}, {"数", true}}};
  for (const std::string& name : names) {
    blocks.emplace_back(Heading{2, name});
    grid.rows.push_back({name, "1"});
    Figure picture = figure(100, 100, name);
    picture.description = name;
    blocks.emplace_back(picture);
  }
  blocks.emplace_back(grid);
  Document document = with(blocks);
  document.title = names[0] + names[3] + names[5];
  const std::string docx = written(document);

  for (const char* name : {"word/document.xml", "word/header1.xml", "docProps/core.xml"})
    EXPECT_TRUE(is_well_formed(part(docx, name))) << name;
  const std::string xml = part(docx, "word/document.xml");
  EXPECT_EQ(count(xml, "<w:instrText"), 1U) << "the only field is the table of contents";
  EXPECT_FALSE(has(xml, "\xE2\x80\xAE"));
  const std::string text = docx_text(docx, "f.docx").text;
  // Each as heading, caption and cell; some in the head of the table and in the title too.
  EXPECT_EQ(count(text, names[0]), 5U);
  EXPECT_EQ(count(text, names[1]), 3U);
  EXPECT_EQ(count(text, names[2]), 3U);
  EXPECT_EQ(count(text, "bell\xEF\xBF\xBD"), 4U);
  EXPECT_EQ(count(text, "bad\xEF\xBF\xBDutf"), 4U);
  EXPECT_EQ(count(text, std::string(20000, 'w')), 3U);
}

TEST(WriteDocx, CarriesTheDateOfTheSourceAndNoClock) {
  Document document = sample_document();
  EXPECT_TRUE(has(part(written(document), "docProps/core.xml"), "2024-09-05T00:00:00Z"));

  document.date.clear();
  EXPECT_TRUE(has(part(written(document), "docProps/core.xml"), "1970-01-01T00:00:00Z"));
}

TEST(WriteDocx, IsTheSameInEveryTimeZone) {
  const char* before = std::getenv("TZ");
  const std::string zone = before == nullptr ? "" : before;
  std::set<std::string> files;
  for (const char* name : {"UTC", "Asia/Shanghai", "America/New_York"}) {
    setenv("TZ", name, 1);
    tzset();
    files.insert(written(sample_document()));
  }
  if (before == nullptr)
    unsetenv("TZ");
  else
    setenv("TZ", zone.c_str(), 1);
  tzset();

  EXPECT_EQ(files.size(), 1U);
}

TEST(WriteDocx, SaysItsLanguageToTheSpellingChecker) {
  Document document = sample_document();
  EXPECT_TRUE(has(part(written(document), "word/styles.xml"), "<w:lang w:val=\"zh-CN\""));

  document.language = Language::En;
  const std::string docx = written(document);
  EXPECT_TRUE(has(part(docx, "word/styles.xml"), "<w:lang w:val=\"en-US\""));
  EXPECT_TRUE(has(part(docx, "word/footer1.xml"), "w:instr=\" PAGE \""));
  EXPECT_TRUE(has(part(docx, "word/footer1.xml"), "w:instr=\" NUMPAGES \""));
}

TEST(WriteDocx, OfNothingIsACover) {
  const std::string docx = written(with({}));

  EXPECT_TRUE(has(docx_text(docx, "f.docx").text, "年度重点任务"));
  EXPECT_FALSE(has(part(docx, "word/document.xml"), "TOC"));
}

TEST(WriteDocx, WantsAnImageForEachFigure) {
  EXPECT_THROW(docx_bytes(with({figure(10, 10)}), {}), std::logic_error);
}

}  // namespace
}  // namespace respnet::io
