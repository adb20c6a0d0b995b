#include "respnet/io/review.hpp"

#include <gtest/gtest.h>

#include "io/csv_text.hpp"
#include "io/review_words.hpp"
#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

using test::message_of;

std::string json(const model::Network& network) { return network_bytes(network, "json"); }

const std::string kNotice =
    "一、道路\n"
    "1.修路。年内修通。（县交通局牵头，县财政局、水利局配合）\n"
    "2.架桥。（县交通局会同县财政局负责）\n"
    "3.护路。（责任单位：县交通局、县公路事业发展中心等）\n";

model::Network notice() { return network_in(kNotice, "text"); }

// A review of hand-written rows: task, text, about, correction.
std::string review(const std::vector<std::array<std::string, 4>>& rows) {
  std::string csv = "任务,原文,事项,更正\n";
  for (const auto& row : rows) csv += row[0] + "," + row[1] + "," + row[2] + "," + row[3] + "\n";
  return csv;
}

Corrected after(const model::Network& network, const std::string& csv) {
  return corrected(network, csv, "review.csv");
}

std::string seen_after(const std::vector<std::array<std::string, 4>>& rows) {
  const model::Network start = notice();
  const std::string csv = review(rows);
  const Corrected once = after(start, csv);
  const Corrected twice = after(once.network, csv);
  EXPECT_EQ(twice.applied, 0U);
  EXPECT_EQ(json(twice.network), json(once.network));
  return seen(once.network);
}

std::string refusal(const std::vector<std::array<std::string, 4>>& rows) {
  return message_of<InputError>([&] { after(notice(), review(rows)); });
}

TEST(Review, SaysWhoDoesWhatInBothLanguages) {
  const std::vector<StatedUnit> units{{"甲局", model::Role::Lead},
                                      {"各县（市、区）政府", model::Role::Support},
                                      {"a: \"b\"; c", model::Role::Support},
                                      {"丙局", model::Role::Lead}};
  for (const Language language : {Language::Zh, Language::En}) {
    const std::string text = statement(units, language);
    const auto back = stated_units(text);
    ASSERT_TRUE(back) << text;
    EXPECT_EQ(statement(*back, language), text);
  }
  EXPECT_EQ(statement(units, Language::Zh),
            "牵头：甲局；配合：各县（市、区）政府、\"a: \"\"b\"\"; c\"；牵头：丙局");
  EXPECT_EQ(statement({}, Language::Zh), "无");
  EXPECT_EQ(stated_units("none")->size(), 0U);
  EXPECT_EQ(stated_units("牵头单位:甲局;")->size(), 1U);
  for (const char* text :
       {"", "甲局", "牵头：", "老板：甲局", "牵头：甲局、、乙局", "牵头：（甲局"})
    EXPECT_FALSE(stated_units(text)) << text;
}

TEST(Review, HasARowForEachNote) {
  const model::Network network = notice();
  const std::string csv = review_csv(network, Language::Zh);
  EXPECT_TRUE(
      csv.starts_with("\xEF\xBB\xBF代码,来源,任务,标题,行,位置,原文,事项,采用,其他可能,"
                      "更正,说明\r\n"));
  for (const model::Note& note : network.notes())
    EXPECT_NE(csv.find(note.code), csv.npos) << note.code;
  EXPECT_NE(csv.find("任务 1.2,架桥"), csv.npos) << csv;
  EXPECT_NE(csv.find("牵头：县交通局；配合：县财政局"), csv.npos) << csv;
  EXPECT_NE(csv.find("责任：县交通局、县财政局"), csv.npos) << csv;
}

TEST(Review, UneditedChangesNothing) {
  const model::Network network = notice();
  for (const Language language : {Language::Zh, Language::En}) {
    const Corrected same = after(network, review_csv(network, language).substr(3));
    EXPECT_EQ(same.applied + same.already, 0U);
    EXPECT_EQ(json(same.network), json(network));
  }
}

TEST(Review, CorrectsRolesUnitsAndOrder) {
  EXPECT_EQ(seen_after({{"任务 1.1", "", "单位", "牵头：县财政局；责任：县交通局、县林场"}}),
            "1.1/县财政局/lead 1.1/县交通局/responsible 1.1/县林场/responsible "
            "1.2/县交通局/lead 1.2/县财政局/support 1.3/县交通局/responsible "
            "1.3/县公路事业发展中心/responsible");
}

TEST(Review, DeletesTasksAndUnits) {
  EXPECT_EQ(seen_after({{"任务 1.1", "", "单位", "删除任务"},
                        {"1.2", "", "units", "none"},
                        {"", "县公路事业发展中心", "名称", "删除"}}),
            "1.3/县交通局/responsible");
}

TEST(Review, RenamesMergesAndSplitsUnits) {
  EXPECT_EQ(seen_after({{"任务 1.1", "", "单位", "牵头：县交通局"},
                        {"", "县交通局", "名称", "县交通运输局"},
                        {"", "县财政局", "名称", "县交通运输局2；县会计局"},
                        {"", "县公路事业发展中心", "名称", "县交通运输局"}}),
            "1.1/县交通运输局/lead 1.2/县交通运输局/lead 1.2/县交通运输局2/support "
            "1.2/县会计局/support 1.3/县交通运输局/responsible");
}

TEST(Review, KeepsEvidenceAndPrintedNames) {
  const Corrected result = after(notice(), review({{"", "县交通局", "名称", "县交通运输局"}}));
  const model::Network& network = result.network;
  EXPECT_EQ(network.unit(model::UnitId{0}).aliases[0], "县交通局");
  const model::Assignment first = network.assignment(model::AssignmentId{0});
  EXPECT_EQ(first.as_written, "县交通局");
  EXPECT_EQ(kNotice.substr(first.span.begin, first.span.end - first.span.begin), "县交通局");
  EXPECT_EQ(network.task(model::TaskId{0}).clauses.size(), 1U);
}

TEST(Review, TakesFormsApart) {
  const model::Network start =
      network_in("1.修路。（县发改局、县财政局负责）\n2.架桥。（县发展和改革局负责）\n", "text");
  ASSERT_EQ(start.unit_count(), 2U);
  const std::string csv =
      review({{"", std::string(start.unit_name(model::UnitId{0})), "名称", "拆开"}});
  const Corrected once = after(start, csv);
  EXPECT_EQ(seen(once.network),
            "1/县发改局/responsible 1/县财政局/responsible 2/县发展和改革局/responsible");
  EXPECT_EQ(after(once.network, csv).applied, 0U);
}

TEST(Review, SettlesNotes) {
  const model::Network start = notice();
  std::string csv = review_csv(start, Language::Zh).substr(3);
  const std::size_t notes = start.notes().size();
  ASSERT_GT(notes, 1U);
  // 对 in the first row behind the head: its note is answered.
  const std::size_t row = csv.find("\r\n") + 2;
  const std::size_t end = csv.find("\r\n", row);
  std::string first = csv.substr(row, end - row);
  const std::size_t message = first.rfind(",", first.rfind(start.notes()[0].message.substr(0, 9)));
  first.insert(message, "对");
  csv.replace(row, end - row, first);
  const Corrected once = after(start, csv);
  EXPECT_EQ(once.applied, 1U) << first;
  EXPECT_EQ(once.network.notes().size(), notes - 1);
  EXPECT_EQ(json(after(once.network, csv).network), json(once.network));
}

TEST(Review, RefusesWhatItCannotDo) {
  EXPECT_EQ(
      refusal({{"任务 1.1", "", "单位", "县交通局"}}),
      "review.csv:2:12: '县交通局' does not say who does what; write 牵头：甲局；配合：乙局、丙局 "
      "(lead: A; support: B | C), 无 (none), 删除任务 (delete task) or 对 (ok)");
  EXPECT_NE(refusal({{"任务 9.9", "", "单位", "牵头：县交通局"}}).find("there is no task '9.9'"),
            std::string::npos);
  EXPECT_NE(refusal({{"", "县邮局", "名称", "县文化局"}}).find("there is no unit '县邮局'"),
            std::string::npos);
  EXPECT_NE(refusal({{"任务 1.1", "", "颜色", "红"}}).find("nothing that a review is about"),
            std::string::npos);
  EXPECT_NE(refusal({{"任务 1.1", "", "单位", "无"}, {"任务 1.1", "", "单位", "删除任务"}})
                .find("says something else about '1.1' than line 2"),
            std::string::npos);
  EXPECT_NE(refusal({{"", "县交通局", "名称", "县财政局"}, {"", "县财政局", "名称", "县税务局"}})
                .find("which line 3 changes"),
            std::string::npos);
  EXPECT_NE(refusal({{"任务 1.1", "", "单位", "牵头：县财政局"}, {"", "县财政局", "名称", "删除"}})
                .find("which line 3 changes"),
            std::string::npos);
  EXPECT_NE(message_of<InputError>([] { after(notice(), "a,b\n1,2\n"); }).find("needs a column"),
            std::string::npos);
}

TEST(Review, RefusesWhenTheNetworkIsAnother) {
  const std::string csv =
      "task,text,about,chosen,correction\n1.1,,units,lead: 县财政局,lead: 县水利局\n";
  EXPECT_NE(message_of<InputError>([&] {
              after(notice(), csv);
            }).find("has other units than when the review was written"),
            std::string::npos);
}

TEST(Review, IsStableOnNetworksNobodyWouldWrite) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const model::Network network = test::random_network(seed);
    const std::string csv = review_csv(network, seed % 2 == 0 ? Language::Zh : Language::En);
    const Corrected same = after(network, csv.substr(3));
    ASSERT_EQ(json(same.network), json(network)) << seed;
  }
}

// Statements about random tasks: applying them twice is applying them once.
TEST(Review, AppliedTwiceIsAppliedOnce) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const model::Network network = test::random_edge_list(seed);
    RandomEngine engine(seed);
    std::string csv = "task,text,about,correction\n";
    for (const model::TaskId task : network.task_ids()) {
      if (network.unit_count() == 0 || uniform_below(engine, 2) == 0) continue;
      std::vector<StatedUnit> units;
      for (std::uint64_t n = uniform_below(engine, 4); n > 0; --n)
        units.push_back({uniform_below(engine, 2) == 0
                             ? test::hostile_name(engine)
                             : std::string(network.unit_name(static_cast<model::UnitId>(
                                   uniform_below(engine, network.unit_count())))),
                         static_cast<model::Role>(uniform_below(engine, model::kRoles))});
      append_csv(csv, task_mark(network.task_id(task), Language::En));
      csv += ",,units,";
      append_csv(csv, statement(units, Language::En));
      csv += '\n';
    }
    const Corrected once = after(network, csv);
    const Corrected twice = after(once.network, csv);
    ASSERT_EQ(twice.applied, 0U) << seed << csv;
    ASSERT_EQ(json(twice.network), json(once.network)) << seed;
  }
}

}  // namespace
}  // namespace respnet::io
