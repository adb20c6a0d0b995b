#include "respnet/report/document.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/analysis/command_tables.hpp"
#include "respnet/base/text.hpp"
#include "respnet/model/network_builder.hpp"
#include "respnet/report/findings.hpp"
#include "support/network.hpp"

namespace respnet::report {
namespace {

using model::Role;
using test::network;

const std::vector<test::Row> kPlan{{"1", "甲局"}, {"1", "乙局"}, {"2", "甲局"},
                                   {"2", "乙局"}, {"2", "丙局"}, {"3", "丁局"}};
const std::vector<test::Row> kLatin{{"1", "Audit", Role::Lead},
                                    {"1", "Finance", Role::Support},
                                    {"2", "Audit", Role::Lead},
                                    {"2", "Finance", Role::Support},
                                    {"3", "Parks", Role::Lead}};

Document document_of(const std::vector<test::Row>& rows, Language language = Language::Zh,
                     const analysis::StudyOptions& options = {}) {
  const model::Network plan = network(rows);
  const analysis::Study study(plan, options);
  return document(study,
                  {.language = language, .run = {"1.0", "respnet report plan.csv", {"seed=1"}}});
}

template <typename Kind>
std::vector<Kind> all(const Document& document) {
  std::vector<Kind> found;
  for (const Block& block : document.blocks)
    if (const auto* one = std::get_if<Kind>(&block)) found.push_back(*one);
  return found;
}

// The table whose caption ends so.
Grid grid_called(const Document& document, const std::string& title) {
  for (const Grid& grid : all<Grid>(document))
    if (grid.caption.ends_with(title)) return grid;
  ADD_FAILURE() << "no table is called " << title;
  return {};
}

// Every text but those of pictures.
std::vector<std::string> texts(const Document& document) {
  std::vector<std::string> said{document.title, document.kind, document.about};
  said.insert(said.end(), document.sources.begin(), document.sources.end());
  for (const KeyFigure& figure : document.figures) said.push_back(figure.label);
  for (const Heading& heading : all<Heading>(document)) said.push_back(heading.text);
  for (const Paragraph& paragraph : all<Paragraph>(document)) said.push_back(paragraph.text);
  for (const Items& items : all<Items>(document))
    said.insert(said.end(), items.texts.begin(), items.texts.end());
  for (const Figure& figure : all<Figure>(document)) {
    said.push_back(figure.caption);
    said.push_back(figure.description);
  }
  for (const Grid& grid : all<Grid>(document)) {
    said.insert(said.end(), {grid.caption, grid.note});
    for (const GridColumn& column : grid.columns) said.push_back(column.heading);
    for (const auto& row : grid.rows) said.insert(said.end(), row.begin(), row.end());
  }
  for (const Facts& facts : all<Facts>(document))
    for (const auto& [label, value] : facts.rows) said.insert(said.end(), {label, value});
  return said;
}

bool has_chinese(const std::string& text) {
  for (std::size_t position = 0; position < text.size();)
    if (next_code_point(text, position) >= 0x2E80) return true;
  return false;
}

bool says(const Document& document, const std::string& words) {
  return std::ranges::any_of(texts(document), [&](const std::string& text) {
    return text.find(words) != std::string::npos;
  });
}

TEST(Document, ListsTheFindingsOfThePage) {
  const model::Network plan = network(kPlan);
  const analysis::Study study(plan);
  std::vector<std::string> found;
  for (const Finding& finding : findings(study, Language::Zh)) found.push_back(finding.text);

  const auto lists = all<Items>(document(study, {}));

  ASSERT_EQ(lists.size(), 1U);
  EXPECT_EQ(lists.front().texts, found);
}

TEST(Document, HoldsTheNumbersOfTheCommands) {
  const model::Network plan = network(kPlan);
  const analysis::Study study(plan);
  const Table units = analysis::workload_tables(study, Language::Zh).tables.front();
  const auto tasks = std::ranges::find(units.columns, "load.tasks", &Column::id);
  const auto& numbers = std::get<std::vector<std::int64_t>>(tasks->values);

  const Grid grid = grid_called(document(study, {}), "各单位任务量（多种口径）");

  const auto column = std::ranges::find(grid.columns, tasks->label, &GridColumn::heading);
  ASSERT_NE(column, grid.columns.end());
  EXPECT_TRUE(column->number);
  ASSERT_EQ(grid.rows.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i)
    EXPECT_EQ(grid.rows[i][static_cast<std::size_t>(column - grid.columns.begin())],
              std::to_string(numbers[i]));
}

TEST(Document, NumbersFiguresAndTablesAndSpeaksOnlyOfThoseThere) {
  const Document document = document_of(kPlan);
  std::set<std::string> figures, tables;
  for (const Figure& figure : all<Figure>(document))
    if (!figure.whole_page) figures.insert(figure.caption.substr(0, figure.caption.find("　")));
  for (const Grid& grid : all<Grid>(document))
    tables.insert(grid.caption.substr(0, grid.caption.find("　")));

  for (std::size_t i = 1; i <= figures.size(); ++i)
    EXPECT_TRUE(figures.contains("图 " + std::to_string(i))) << i;
  for (std::size_t i = 1; i <= tables.size(); ++i)
    EXPECT_TRUE(tables.contains("表 " + std::to_string(i))) << i;
  EXPECT_GT(figures.size(), 3U);
  EXPECT_FALSE(says(document, "图 " + std::to_string(figures.size() + 1)));
  EXPECT_FALSE(says(document, "表 " + std::to_string(tables.size() + 1)));
}

TEST(Document, HasRowsAsLongAsItsHeads) {
  for (const Grid& grid : all<Grid>(document_of(kPlan)))
    for (const auto& row : grid.rows) EXPECT_EQ(row.size(), grid.columns.size()) << grid.caption;
}

TEST(Document, SpeaksOneLanguage) {
  for (const std::string& text : texts(document_of(kLatin, Language::En)))
    EXPECT_FALSE(has_chinese(text)) << text;
  for (const Heading& heading : all<Heading>(document_of(kPlan, Language::Zh)))
    EXPECT_TRUE(has_chinese(heading.text)) << heading.text;
}

TEST(Document, SaysLeadOnlyWhereTheTextDoes) {
  const Document inferred = document_of(kPlan);
  const Document stated = document_of({{"1", "甲局", Role::Lead}, {"1", "乙局", Role::Support}});

  EXPECT_TRUE(says(inferred, "首位单位"));
  EXPECT_TRUE(says(inferred, "3 项任务的首位单位由顺序推定"));
  EXPECT_TRUE(says(stated, "五、牵头单位"));
  EXPECT_FALSE(says(stated, "由顺序推定"));
}

TEST(Document, MarksInferredLeadsWhereThereAreBothKinds) {
  const Grid tasks = grid_called(
      document_of({{"1", "甲局", Role::Lead}, {"1", "乙局"}, {"2", "丙局"}, {"2", "乙局"}}),
      "任务与责任单位");

  ASSERT_EQ(tasks.rows.size(), 2U);
  EXPECT_TRUE(std::ranges::count(tasks.rows[0], "甲局"));
  EXPECT_TRUE(std::ranges::count(tasks.rows[1], "丙局（推定）"));
}

TEST(Document, NamesTheMembersThatStandForAGroup) {
  model::NetworkBuilder builder("test");
  const auto one = builder.unit_of_name("甲镇"), other = builder.unit_of_name("乙镇");
  model::UnitRow group;
  group.name = "各乡镇";
  group.kind = model::UnitKind::Group;
  group.members = {one, other};
  const auto towns = builder.add_unit(group);
  const auto task = builder.task_of_id("1");
  builder.add_assignment(task, builder.unit_of_name("市财政局"), Role::Lead);
  builder.add_assignment(task, towns, Role::Support);
  const model::Network plan = std::move(builder).build();
  const analysis::Study study(plan, {.counting = {.groups = graph::GroupPolicy::Expand}});

  const Grid tasks = grid_called(document(study, {}), "任务与责任单位");

  EXPECT_TRUE(std::ranges::count(tasks.rows.at(0), "甲镇、乙镇"));
}

TEST(Document, ExplainsTheMeasuresItShows) {
  const Grid definitions = grid_called(document_of(kPlan), "指标的含义");

  std::set<std::string> names;
  for (const auto& row : definitions.rows) names.insert(row[0]);
  for (const char* name : {"基尼系数（任务）", "参与任务", "带动单位数", "首位中介度"})
    EXPECT_TRUE(names.contains(name)) << name;
}

TEST(Document, TellsHowItWasMade) {
  const Document document = document_of(kPlan);

  EXPECT_EQ(document.creator, "respnet 1.0");
  const auto facts = all<Facts>(document);
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts.front().rows[1].second, "respnet report plan.csv");
  EXPECT_EQ(facts.front().rows[2].second, "seed=1");
}

TEST(Document, OfAnEmptyNetworkSaysSo) {
  const Document document = document_of({});

  EXPECT_TRUE(says(document, "0 项任务由 0 个单位承担"));
  EXPECT_TRUE(all<Figure>(document).empty());
  EXPECT_FALSE(says(document, "附录"));
}

TEST(Document, OfLoneTasksAndUnitsHasNoEmptyTables) {
  for (const auto& rows : std::vector<std::vector<test::Row>>{
           {{"1", "甲局"}}, {{"1", "甲局", Role::Support}}, {{"1", "甲局"}, {"1", "乙局"}}})
    for (const Grid& grid : all<Grid>(document_of(rows)))
      EXPECT_FALSE(grid.rows.empty()) << grid.caption;
}

TEST(Document, SaysHowManyRowsItLeavesOut) {
  std::vector<test::Row> rows;
  for (int i = 0; i < 2100; ++i)
    rows.push_back({std::to_string(i), "第" + std::to_string(i % 7) + "局"});

  const Grid tasks = grid_called(document_of(rows), "任务与责任单位");

  EXPECT_EQ(tasks.rows.size(), 2000U);
  EXPECT_EQ(tasks.note, "共 2100 行，这里列出前 2000 行。");
}

TEST(Docx, HasTheSameBytesWithAnyNumberOfThreads) {
  const Document document = document_of(kPlan);

  EXPECT_EQ(docx(document, 1), docx(document, 16));
}

}  // namespace
}  // namespace respnet::report
