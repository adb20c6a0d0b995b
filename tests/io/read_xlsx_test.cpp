// Plans in workbooks, as planners make them.

#include <chrono>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "io/workbook_text.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/read.hpp"
#include "support/folder.hpp"
#include "support/xlsx.hpp"

namespace respnet::io {
namespace {

using test::BookXml;
using test::message_of;
using test::texts;
using test::xlsx;

model::Network network_of(const BookXml& book) { return network_in(xlsx(book), "xlsx"); }
model::Network network_of(const std::string& rows, const std::string& behind = {}) {
  return network_of(BookXml{.sheets = {{"清单", rows, behind}}});
}

bool has_note(const model::Network& network, std::string_view code, std::string_view words = {}) {
  for (const model::Note& note : network.notes())
    if (note.code == code && note.message.find(words) != std::string::npos) return true;
  return false;
}

const std::string kHeader = texts(1, {"序号", "任务", "牵头单位", "配合单位", "完成时限"});

}  // namespace

TEST(ReadXlsx, TakesARowForATask) {
  const model::Network network =
      network_of(kHeader + texts(2, {"1", "修整河堤", "水务局", "财政局、林业局", "2026年6月底"}) +
                 texts(3, {"2", "清理塘泥", "农业局", "", "长期"}));
  EXPECT_EQ(seen(network), "1/水务局/lead 1/财政局/support 1/林业局/support 2/农业局/lead");
  EXPECT_EQ(network.task(model::TaskId{0}).title, "修整河堤");
  EXPECT_EQ(network.task(model::TaskId{0}).due, "2026-06");
}

TEST(ReadXlsx, ItsLinesAreTheRowsOfTheSheet) {
  const std::string rows = texts(1, {"治水任务清单"}) + texts(4, {"序号", "任务", "责任单位"}) +
                           texts(6, {"1", "修堤", "水务局\n财政局"});
  const model::Network network = network_of(rows);
  EXPECT_EQ(network.task(model::TaskId{0}).lines, (model::LineRange{6, 6}));
  EXPECT_EQ(seen(network), "1/水务局/responsible 1/财政局/responsible");
  const Workbook book = read_workbook(xlsx({.sheets = {{"清单", rows}}}), "f");
  const WorkbookText text(book);
  EXPECT_EQ(text.text(), "治水任务清单\n\n\n序号\t任务\t责任单位\n\n1\t修堤\t水务局 财政局\n");
  EXPECT_EQ(text.place(6), "清单!6");
}

TEST(ReadXlsx, PrintedFormsStandAtTheirSpans) {
  const BookXml xml{
      .sheets = {{"甲", kHeader + texts(2, {"1", "修堤", "水务局", "财政局\n林业局", ""})},
                 {"乙", kHeader + texts(2, {"1", "植树", "林业局", "各镇", ""})}}};
  const model::Network network = network_of(xml);
  const Workbook book = read_workbook(xlsx(xml), "f");
  const std::string text = WorkbookText(book).text();
  std::size_t found = 0;
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId id : network.assignments(task)) {
      const model::Assignment row = network.assignment(id);
      const std::string_view printed =
          row.as_written.empty() ? network.unit_name(row.unit) : row.as_written;
      EXPECT_EQ(text.substr(row.span.begin, row.span.end - row.span.begin), printed);
      ++found;
    }
  EXPECT_EQ(found, 5U);
}

TEST(ReadXlsx, CellsMergedOverRowsBelongToEachRow) {
  const model::Network network =
      network_of(texts(1, {"领域", "任务", "责任单位"}) + texts(2, {"水", "修堤", "水务局"}) +
                     texts(3, {"", "清淤", ""}) + texts(4, {"林", "植树", "林业局"}),
                 test::merged({"A2:A3", "C2:C3"}));
  EXPECT_EQ(seen(network), "1/水务局/responsible 2/水务局/responsible 3/林业局/responsible");
  EXPECT_EQ(network.section(*network.task(model::TaskId{1}).section).title, "水");
}

TEST(ReadXlsx, ATaskMergedOverRowsIsOneTask) {
  const model::Network network =
      network_of(texts(1, {"序号", "任务", "责任单位"}) + texts(2, {"1", "修堤", "水务局"}) +
                     texts(3, {"", "", "财政局"}) + texts(4, {"2", "植树", "林业局"}),
                 test::merged({"A2:A3", "B2:B3"}));
  EXPECT_EQ(seen(network), "1/水务局/responsible 1/财政局/responsible 2/林业局/responsible");
}

TEST(ReadXlsx, AHeaderMayStandUnderAHeader) {
  const model::Network network = network_of(texts(1, {"序号", "任务", "责任单位", ""}) +
                                                texts(2, {"", "", "牵头单位", "配合单位"}) +
                                                texts(3, {"1", "修堤", "水务局", "财政局"}),
                                            test::merged({"A1:A2", "B1:B2", "C1:D1"}));
  EXPECT_EQ(seen(network), "1/水务局/lead 1/财政局/support");
}

TEST(ReadXlsx, SheetsAreSectionsWhereSeveralHoldTasks) {
  const model::Network network = network_of(
      BookXml{.sheets = {{"水利", texts(1, {"任务", "责任单位"}) + texts(2, {"修堤", "水务局"})},
                         {"说明", texts(1, {"填表说明"})},
                         {"林业", texts(1, {"任务", "责任单位"}) + texts(2, {"一、山区"}) +
                                      texts(3, {"植树", "林业局"})}}});
  EXPECT_EQ(seen(network), "1/水务局/responsible 2/林业局/responsible");
  const model::Section section = network.section(*network.task(model::TaskId{1}).section);
  EXPECT_EQ(section.title, "一、山区");
  EXPECT_EQ(network.section(*section.parent).title, "林业");
  EXPECT_EQ(network.section(*network.task(model::TaskId{0}).section).title, "水利");
  EXPECT_TRUE(has_note(network, "sheet-left-aside", "'说明'"));
}

TEST(ReadXlsx, SaysWhatItLeftAside) {
  const model::Network network = network_of(BookXml{
      .sheets = {
          {"清单", kHeader + test::row(2, test::cell("B2", "修堤") + test::cell("C2", "水务局") +
                                              R"(<c r="E2" t="e"><v>#REF!</v></c>)")},
          {"底稿", "", "", "state=\"hidden\""}}});
  EXPECT_TRUE(has_note(network, "hidden-sheet", "'底稿'"));
  EXPECT_TRUE(has_note(network, "error-value", "清单!E2"));
}

TEST(ReadXlsx, NotesNameSheetAndRow) {
  const model::Network network =
      network_of(kHeader + texts(2, {"1", "修堤", "水务局、财政局等", "", ""}));
  EXPECT_TRUE(has_note(network, "open-list", "(清单!2)"));
}

TEST(ReadXlsx, ReadsMatricesOfLetters) {
  const model::Network network = network_of(texts(1, {"Activity", "Finance", "Water", "Parks"}) +
                                            texts(2, {"Mend the dam", "I", "A/R", "C"}) +
                                            texts(3, {"Plant trees", "", "R", "A"}));
  EXPECT_EQ(seen(network),
            "1/Finance/informed 1/Water/lead 1/Parks/support 2/Water/responsible 2/Parks/lead");
}

TEST(ReadXlsx, ReadsDatesAsDeadlines) {
  const model::Network network = network_of(BookXml{
      .sheets = {{"S",
                  kHeader + test::row(2, test::cell("B2", "修堤") + test::cell("C2", "水务局") +
                                             R"(<c r="E2" s="1"><v>46387</v></c>)")}},
      .styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/></cellXfs>"});
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "2026-12-31");
  EXPECT_EQ(network.task(model::TaskId{0}).due, "2026-12-31");
}

TEST(ReadXlsx, ReadsANoticeWrittenIntoCells) {
  const model::Network network =
      network_of(texts(1, {"治水工作方案"}) +
                 texts(2, {"一、修堤\n加固东岸堤段。（责任单位：水务局、财政局）"}) +
                 texts(3, {"二、植树\n绿化山地。（责任单位：林业局）"}));
  EXPECT_EQ(seen(network), "1/水务局/responsible 1/财政局/responsible 2/林业局/responsible");
}

TEST(ReadXlsx, ReadsAnEdgeListOnASheet) {
  const model::Network network =
      network_of(texts(1, {"单位", "任务", "角色"}) + texts(2, {"水务局", "修堤", "牵头"}) +
                 texts(3, {"财政局", "修堤", "Support"}));
  EXPECT_EQ(seen(network), "修堤/水务局/lead 修堤/财政局/support");
  EXPECT_EQ(message_of<InputError>([] {
              network_of(texts(1, {"task", "unit", "role"}) + texts(4, {"a", "Water", "led"}));
            }),
            "f!清单!C4: unknown role 'led'; did you mean 'lead'?");
  EXPECT_NE(message_of<InputError>([] {
              network_of(texts(1, {"task", "unit", "role"}));
            }).find("f!清单: no rows"),
            std::string::npos);
}

TEST(ReadXlsx, RefusesWorkbooksWithoutAPlan) {
  EXPECT_EQ(message_of<InputError>([] { network_of(""); }),
            "f: no visible sheet of the workbook holds anything; check that the right file was "
            "saved");
  EXPECT_THROW(network_of(texts(1, {"1", "2"})), InputError);
}

TEST(ReadXlsx, MergedAreasCostNoMoreThanTheRowsThatAreThere) {
  const model::Network network =
      network_of(texts(1, {"任务", "责任单位"}) + texts(2, {"修堤", "水务局"}) +
                     texts(1'048'576, {"", "财政局"}),
                 test::merged({"A2:A1048576", "C1:XFD1048576"}));
  EXPECT_EQ(seen(network), "1/水务局/responsible 1/财政局/responsible");
}

TEST(ReadXlsx, LimitsMergedAreasThatLieOverEachOther) {
  std::string rows = texts(1, {"x"});
  for (int i = 2; i <= 3000; ++i)
    rows += "<row r=\"" + std::to_string(i) + "\"><c><v>1</v></c></row>";
  const std::vector<std::string> areas(10'000, "A1:A3000");
  EXPECT_EQ(message_of<LimitError>([&] { network_of(rows, test::merged(areas)); }),
            "f!清单: merged areas of more than 20000000 cells; split the sheet");
}

TEST(ReadXlsx, LimitsSheetsThatAreMostlyEmpty) {
  std::string rows;
  for (int i = 0; i < 6000; ++i)
    rows += test::row(
        i + 1, "<c r=\"" +
                   cell_name({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i)}) +
                   "\"><v>1</v></c>");
  EXPECT_THROW(network_of(rows), LimitError);
}

TEST(ReadXlsx, LimitsStringsThatAreShownOverAndOver) {
  std::string rows = "<row r=\"1\"/>";
  for (int i = 2; i < 4000; ++i) rows += test::row(i, "<c t=\"s\"><v>0</v></c>");
  EXPECT_EQ(message_of<LimitError>([&] {
              network_of(BookXml{.sheets = {{"S", rows}},
                                 .strings = {"<t>" + std::string(32'000, 'x') + "</t>"}});
            }),
            "f!S: up to here the workbook shows more than 64 MiB of text; split it");
}

TEST(ReadXlsx, IsToldByContentAndNotByEnding) {
  const test::Folder folder;
  const std::string bytes = xlsx({.sheets = {{"S", kHeader + texts(2, {"1", "修堤", "水务局"})}}});
  EXPECT_EQ(seen(read_network(folder.file("plan.bin", bytes))), "1/水务局/lead");
  EXPECT_EQ(seen(read_network(folder.file("plan.txt", bytes))), "1/水务局/lead");
  const auto cut = folder.file("cut.xlsx", std::string_view(bytes).substr(0, bytes.size() / 2));
  EXPECT_NE(message_of<InputError>([&] { read_network(cut, {.from = "xlsx"}); }).find("damaged"),
            std::string::npos);
}

}  // namespace respnet::io
