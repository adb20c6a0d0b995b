// Networks as workbooks, and back.

#include "respnet/io/workbook.hpp"

#include <cstdlib>
#include <limits>

#include <gtest/gtest.h>

#include "io/cell_text.hpp"
#include "io/support.hpp"
#include "io/workbook.hpp"
#include "io/zip_archive.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"
#include "support/xlsx.hpp"

namespace respnet::io {
namespace {

using test::message_of;

/// All that a workbook promises to keep, as cells can show it; without sources, since a network
/// that has none gets the workbook as its source.
std::string kept(const model::Network& network) {
  std::string all;
  const auto add = [&](std::string_view text) { all += cell_text(text).text + "|"; };
  const auto add_lines = [&](const auto& texts) {
    std::string lines;
    for (const std::string& text : texts)
      for (const char c : text + "\n")
        if (c != '\n' || !(lines.empty() || lines.ends_with('\n'))) lines += c;
    add(lines);
  };
  for (const model::SectionId id : network.section_ids()) {
    const model::Section section = network.section(id);
    add(section.id);
    add(section.title);
    add(section.parent ? network.section(*section.parent).id : "");
    all += std::to_string(index(section.source));
  }
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    for (const std::string_view text : {task.id, task.title, task.deadline, task.due}) add(text);
    add(task.section ? network.section(*task.section).id : "");
    all += std::to_string(index(task.source)) + ":" + std::to_string(task.lines.first) + "-" +
           std::to_string(task.lines.last) + "\n";
    for (const model::AssignmentId at : network.assignments(id)) {
      const model::Assignment row = network.assignment(at);
      add(network.unit_id(row.unit));
      add(name(row.role));
      add(row.as_written);
      add_lines(row.offices);
      all += std::to_string(row.order) + (row.is_explicit ? "!" : "?") + std::to_string(row.line);
    }
  }
  for (const model::UnitId id : network.unit_ids()) {
    const model::Unit unit = network.unit(id);
    add(unit.id);
    add(unit.name);
    add(name(unit.kind));
    add_lines(unit.aliases);
    add_lines(unit.offices);
    for (const model::UnitId member : unit.members)
      if (const std::string member_id = network.unit_id(member);
          member_id.find('\n') == member_id.npos)
        add(member_id);
  }
  for (const model::Note& note : network.notes()) {
    add(note.code);
    add(note.message);
    add(note.task ? network.task_id(*note.task) : "");
    all += std::to_string(note.line);
  }
  return all;
}

model::Network plan() {
  model::NetworkBuilder builder("x");
  builder.add_source({.id = "s1", .path = "plan.md", .title = "治水方案", .language = "zh"});
  builder.set_title("治水方案");
  const auto section = builder.add_section({.id = "1", .title = "一、修堤"});
  const auto task = builder.add_task({.id = "1.1",
                                      .title = "加固东岸",
                                      .section = section,
                                      .lines = {3, 4},
                                      .deadline = "2026年6月30日",
                                      .due = "2026-06-30"});
  builder.add_assignment(task, builder.add_unit({.name = "水务局"}), model::Role::Lead);
  builder.add_assignment(task, builder.add_unit({.name = "各镇", .kind = model::UnitKind::Group}),
                         model::Role::Support);
  builder.add_note({"group-first", task, 3, "a note"});
  return std::move(builder).build();
}

/// "C4" of the sheet of that name.
std::string cell(const Workbook& book, std::string_view sheet, std::string_view place) {
  for (const Sheet& each : book.sheets)
    for (const SheetCell& cell : each.cells)
      if (each.name == sheet && cell.place == *cell_place(place)) return book.texts[cell.text];
  return {};
}

}  // namespace

TEST(Workbook, KeepsNetworksWithHostileNames) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const model::Network before = test::random_network(seed);
    const std::string bytes = network_bytes(before, "xlsx");
    const model::Network after = network_in(bytes, "xlsx");
    ASSERT_EQ(kept(after), kept(before)) << "seed " << seed;
    for (std::size_t s = 0; s < before.source_count(); ++s) {
      EXPECT_EQ(after.sources()[s].title, cell_text(before.sources()[s].title).text);
      EXPECT_EQ(after.sources()[s].path, cell_text(before.sources()[s].path).text);
    }
  }
}

TEST(Workbook, KeepsEdgeLists) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const model::Network before = test::random_edge_list(seed);
    ASSERT_EQ(kept(network_in(network_bytes(before, "xlsx"), "xlsx")), kept(before))
        << "seed " << seed;
  }
}

TEST(Workbook, HasTheSameBytesEachTime) {
  const model::Network network = test::random_network(7);
  const std::string bytes = network_bytes(network, "xlsx");
  setenv("TZ", "Asia/Shanghai", 1);
  EXPECT_EQ(network_bytes(network, "xlsx"), bytes);
  unsetenv("TZ");
  setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
  const std::string dated = network_bytes(network, "xlsx");
  unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_NE(ZipArchive(dated, "f").part("docProps/core.xml").find("2023-11-14T22:13:20Z"),
            std::string::npos);
  EXPECT_EQ(network_bytes(network, "xlsx"), bytes);
}

TEST(Workbook, SpeaksTheLanguageOfTheNetwork) {
  const Workbook zh = read_workbook(network_bytes(plan(), "xlsx"), "f");
  EXPECT_EQ(cell(zh, "任务", "B1"), "任务");
  EXPECT_EQ(cell(zh, "任务", "E2"), "水务局");
  EXPECT_EQ(cell(zh, "责任分工", "D3"), "配合");
  EXPECT_EQ(cell(zh, "单位", "C3"), "集合");
  const Workbook en =
      read_workbook(network_bytes(test::network({{"a", "Water", model::Role::Lead}}), "xlsx"), "f");
  EXPECT_EQ(cell(en, "assignments", "D2"), "lead");
}

TEST(Workbook, HasNumbersDatesAndTextsAsSuch) {
  const std::string bytes = network_bytes(plan(), "xlsx");
  const std::string tasks = ZipArchive(bytes, "f").part("xl/worksheets/sheet1.xml");
  EXPECT_NE(tasks.find("<c r=\"A2\" s=\"2\" t=\"s\">"), std::string::npos);  // 1.1 is no number
  EXPECT_NE(tasks.find("<v>46203</v>"), std::string::npos);                  // 2026-06-30
  EXPECT_NE(tasks.find("state=\"frozen\""), std::string::npos);
  EXPECT_NE(tasks.find("<autoFilter ref=\"A1:"), std::string::npos);
  EXPECT_EQ(cell(read_workbook(bytes, "f"), "任务", "H2"), "2026-06-30");
}

TEST(Workbook, HasNeitherFormulasNorLinks) {
  const std::string bytes = network_bytes(
      test::network({{"=1+1", "@SUM(A1)"}, {"http://a.b/", "=HYPERLINK(\"http://a\",\"b\")"}}),
      "xlsx");
  ZipArchive archive(bytes, "f");
  for (int sheet = 1; sheet <= 4; ++sheet) {
    const std::string xml = archive.part("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
    EXPECT_EQ(xml.find("<f"), std::string::npos);
    EXPECT_EQ(xml.find("hyperlink"), std::string::npos);
  }
  EXPECT_EQ(seen(network_in(bytes, "xlsx")),
            "=1+1/@SUM(A1)/responsible http://a.b//=HYPERLINK(\"http://a\",\"b\")/responsible");
}

TEST(Workbook, SaysWhatCellsCannotHold) {
  EXPECT_EQ(losses(test::network({{"a\x01", "Water\x02\x03"}}), "xlsx"),
            (std::vector<std::string>{
                "3 control characters that Excel does not allow are replaced by U+FFFD"}));
  const model::Network wide = test::network({{"a", std::string(40'000, 'x')}});
  EXPECT_EQ(losses(wide, "xlsx"),
            (std::vector<std::string>{"1 texts are cut, since a cell holds 32,767 characters"}));
  const model::Network back = network_in(network_bytes(wide, "xlsx"), "xlsx");
  EXPECT_EQ(back.unit_name(model::UnitId{0}), std::string(32'767, 'x'));
  EXPECT_TRUE(losses(test::network({{"a", "_x0041_\r\n"}}), "xlsx").empty());
}

TEST(Workbook, KeepsTextThatLooksLikeAnEscape) {
  const model::Network network = test::network({{"_x0041_", "_x005F_x0041_"}, {"_x", "a\r\nb\tc"}});
  EXPECT_EQ(seen(network_in(network_bytes(network, "xlsx"), "xlsx")), seen(network));
}

TEST(Workbook, MayBeSortedAndExtendedByPeople) {
  using test::texts;
  const model::Network network = network_in(
      test::xlsx({.sheets = {{"units", texts(1, {"name", "id", "phone"}) +
                                           texts(2, {"Parks", "u2"}) + texts(3, {"Water", "u1"})},
                             {"assignments", texts(1, {"role", "unit", "task", "order"}) +
                                                 texts(2, {"support", "Parks", "1", "2"}) +
                                                 texts(4, {"Lead", "Water", "1", "1"})},
                             {"tasks", texts(1, {"Sent by the office"}) +
                                           texts(2, {"title", "id", "section", "lead"}) +
                                           texts(3, {"Mend the dam", "1", "2", "Parks"})},
                             {"sections", texts(1, {"id", "title", "parent"}) +
                                              texts(2, {"2", "Dams", "1"}) +
                                              texts(3, {"1", "Water", ""})}}}),
      "xlsx");
  EXPECT_EQ(seen(network), "1/Water/lead 1/Parks/support");
  EXPECT_EQ(network.section(*network.top_section(model::TaskId{0})).title, "Water");
  ASSERT_EQ(network.notes().size(), 1U);
  EXPECT_EQ(network.notes().front().code, "units-column-differs");
  EXPECT_EQ(network.notes().front().message,
            "the units in f!tasks!D3 are not those of the sheet 'assignments', which was followed");
}

TEST(Workbook, NamesTheCellOfAMistake) {
  using test::texts;
  const std::string tasks = texts(1, {"id", "title"}) + texts(2, {"1", "Mend"});
  const std::string units = texts(1, {"id", "name", "kind"}) + texts(2, {"u1", "Water"});
  const auto refusal = [](const std::string& tasks_xml, const std::string& units_xml,
                          const std::string& rows) {
    return message_of<InputError>([&] {
      network_in(test::xlsx({.sheets = {{"tasks", tasks_xml},
                                        {"units", units_xml},
                                        {"assignments",
                                         texts(1, {"task", "unit", "role", "order"}) + rows}}}),
                 "xlsx");
    });
  };
  EXPECT_EQ(refusal(tasks, units, texts(2, {"2", "Water", "lead"})),
            "f!assignments!A2: unknown task '2'; add it to the sheet of tasks");
  EXPECT_EQ(refusal(tasks, units, texts(2, {"1", "Wat", "lead"})),
            "f!assignments!B2: unknown unit 'Wat'; add it to the sheet of units");
  EXPECT_EQ(refusal(tasks, units, texts(2, {"1", "Water", "lead", "x"})),
            "f!assignments!D2: 'x' is no whole number; write one or leave it empty");
  EXPECT_EQ(refusal(tasks + texts(3, {"1", "Again"}), units, ""),
            "f!tasks!A3: duplicate id '1', first seen at f!tasks!A2; give each row its own");
  EXPECT_EQ(refusal(tasks, units + texts(3, {"u2"}), ""),
            "f!units!B3: a unit without a name; write its name");
  EXPECT_EQ(refusal(tasks, units + texts(3, {"u2", "Parks", "band"}), ""),
            "f!units!C3: unknown kind 'band'; choose from organ, group, person");
  EXPECT_EQ(refusal(tasks, units, texts(2, {"", "", "lead"})),
            "f!assignments!A2: a row with neither task nor unit; fill it in or delete it");
}

TEST(Workbook, CarriesTablesOfResults) {
  const Table loads{
      "loads",
      "Loads: of/units [1]",
      {{"name", "unit", std::vector<std::string>{"Water", "=Parks"}},
       {"load.tasks", "", std::vector<std::int64_t>{2, 1}},
       {"load.share", "", std::vector<double>{1.25, std::numeric_limits<double>::quiet_NaN()}}}};
  std::string bytes;
  const std::vector<Table> tables{loads, loads};
  write_workbook(std::span<const Table>(tables), [&](std::string_view piece) { bytes += piece; });
  const Workbook book = read_workbook(bytes, "f");
  ASSERT_EQ(book.sheets.size(), 2U);
  EXPECT_EQ(book.sheets[0].name, "Loads  of units  1 ");
  EXPECT_NE(book.sheets[1].name, book.sheets[0].name);
  EXPECT_EQ(cell(book, book.sheets[0].name, "A1"), "unit");
  EXPECT_EQ(cell(book, book.sheets[0].name, "B1"), "load.tasks");
  EXPECT_EQ(cell(book, book.sheets[0].name, "A3"), "=Parks");
  EXPECT_EQ(cell(book, book.sheets[0].name, "B2"), "2");
  EXPECT_EQ(cell(book, book.sheets[0].name, "C2"), "1.250");
  EXPECT_EQ(cell(book, book.sheets[0].name, "C3"), "");
}

TEST(Workbook, RefusesMoreRowsThanExcelHas) {
  const std::vector<Table> tables{
      {"long", "", {{"n", "", std::vector<std::int64_t>(1'048'576, 1)}}}};
  EXPECT_EQ(message_of<LimitError>(
                [&] { write_workbook(std::span<const Table>(tables), [](std::string_view) {}); }),
            "the sheet 'long' would have 1048576 rows, Excel has 1048576; write a .csv or .json "
            "file instead");
}

TEST(Workbook, GoesThroughTemporaryFilesWhenItIsLong) {
  std::vector<test::Row> rows;
  for (int i = 0; i < 50'001; ++i)
    rows.push_back({"task " + std::to_string(i), "unit " + std::to_string(i % 100)});
  const model::Network network = test::network(rows);
  const std::string bytes = network_bytes(network, "xlsx");
  EXPECT_EQ(seen(network_in(bytes, "xlsx")), seen(network));
}

}  // namespace respnet::io
