#include <string>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
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
