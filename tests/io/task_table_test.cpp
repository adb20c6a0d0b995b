#include <string>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

constexpr const char* kTable =
    "县农田水利任务清单,,,\n"
    "序号,任务,牵头单位,配合单位\n"
    "1,修路,县交通局,\"县财政局、县\"\"智汇\"\"中心\"\n"
    "2,\"架桥,\n加固\",'-县水利局,无\n";

// The format that a text is read in by its content alone.
std::string_view told_by_content(std::string_view text) {
  for (const Format& format : formats())
    if (format.looks_like != nullptr && format.looks_like(text)) return format.name;
  return "";
}

TEST(TaskTable, IsReadFromCsvWithItsEvidence) {
  const std::string text = kTable;
  const model::Network network = network_in(text, "table");
  EXPECT_EQ(seen(network),
            "1/县交通局/lead 1/县财政局/support 1/县\"智汇\"中心/support 2/-县水利局/lead");
  EXPECT_EQ(network.title(), "县农田水利任务清单");
  const std::string printed[] = {"县交通局", "县财政局", "县\"\"智汇\"\"中心", "-县水利局"};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto each = network.assignment(model::AssignmentId{i});
    EXPECT_EQ(each.as_written, printed[i]);
    EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin), printed[i]);
  }
  EXPECT_EQ(network.task(model::TaskId{1}).lines, (model::LineRange{4, 5}));
  EXPECT_EQ(network.assignment(model::AssignmentId{3}).line, 5U);
}

TEST(TaskTable, IsToldFromAnEdgeList) {
  EXPECT_EQ(told_by_content(kTable), "table");
  EXPECT_EQ(told_by_content("任务,责任单位\n修路,县交通局\n"), "table");
  EXPECT_EQ(told_by_content("Task;Lead;Support\nroads;Water;Finance\n"), "table");
  EXPECT_EQ(told_by_content("序号\t任务\t牵头单位\n1\t修路\t县交通局\n"), "table");
  EXPECT_EQ(told_by_content("Task,Water,Finance\nroads,A,R\nwells,R,C\n"), "table");
  EXPECT_EQ(told_by_content("task,unit,role\nroads,Water,lead\n"), "csv");
  EXPECT_EQ(told_by_content("任务,责任单位,角色\n修路,县交通局,牵头\n"), "csv");
  EXPECT_EQ(told_by_content("任务,单位,角色\n修路,县交通局,牵头\n"), "csv");
  EXPECT_EQ(told_by_content("task,unit,role\ntask 1,owner 1,lead\n"), "csv");
  EXPECT_EQ(told_by_content("做好各项工作,明确牵头单位\n由县交通局牵头\n"), "text");
}

TEST(TaskTable, SurvivesTheWayThroughJson) {
  for (const std::string_view text :
       {std::string_view(kTable), std::string_view("Task,Water,Finance\nroads,A,R\nwells,R,C\n")}) {
    const std::string bytes = network_bytes(network_in(text, "table"), "json");
    EXPECT_EQ(network_bytes(network_in(bytes, "json"), "json"), bytes);
  }
}

TEST(TaskTable, RefusesBrokenFieldsWithTheirPlace) {
  const auto refused = [](std::string_view text) {
    return test::message_of<InputError>([&] { network_in(text, "table"); });
  };
  EXPECT_EQ(refused("任务,牵头单位\n修路,县交通局\n架\"桥,县水利局\n"),
            "f:3:2: a quote inside a field without quotes; put quotes around the field and double "
            "those inside");
  EXPECT_EQ(refused("a,b\n1,2\n"),
            "f: no task table that names units; its header must name a column of tasks (任务, "
            "Task) and one of units (牵头单位, 责任单位, Lead)");
  EXPECT_EQ(told_by_content("任务,牵头单位\n修路,县交通局\n架\"桥,县水利局\n"), "table");
}

// Whatever is broken in a table, it is refused or every span holds the printed form.
TEST(TaskTable, KeepsSpansExactInDamagedTables) {
  constexpr std::string_view pieces[] = {"\"",   ",",  "\n", "、",   "'",
                                         "\"\"", "无", "（", "同上", ";"};
  RandomEngine engine(1);
  int read = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string text = kTable;
    for (int n = 0; n < 3; ++n) {
      const std::size_t at = uniform_below(engine, text.size());
      if (uniform_below(engine, 2) == 0)
        text.insert(at, pieces[uniform_below(engine, std::size(pieces))]);
      else
        text.erase(at, 3);
    }
    if (first_invalid_utf8(text)) continue;
    try {
      const model::Network network = network_in(text, "table");
      ++read;
      for (const model::TaskId task : network.task_ids())
        for (const model::AssignmentId id : network.assignments(task)) {
          const model::Assignment each = network.assignment(id);
          ASSERT_LE(each.span.end, text.size()) << text;
          EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin), each.as_written);
          EXPECT_FALSE(first_invalid_utf8(each.as_written)) << text;
          EXPECT_FALSE(each.as_written.empty()) << text;
        }
    } catch (const InputError&) {
    }
  }
  EXPECT_GT(read, 100);
}

TEST(TaskTable, ReadsOneHugeCell) {
  std::string names;
  while (names.size() < 10'000'000) names += "县交通局、";
  const model::Network network = network_in(
      "任务,牵头单位\n修路,县水利局\n" + names + ",县财政局\n架桥," + names + "\n", "table");
  EXPECT_EQ(seen(network), "1/县水利局/lead 2/县财政局/lead");
  bool noted = false;
  for (const model::Note& note : network.notes()) noted |= note.code == "long-clause";
  EXPECT_TRUE(noted);
}

}  // namespace
}  // namespace respnet::io
