#include "respnet/analysis/lint.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/model/network_builder.hpp"
#include "support/network.hpp"

namespace respnet::analysis {
namespace {

using model::Network;
using model::NetworkBuilder;
using model::Role;
using model::UnitKind;
using enum model::Role;

// Findings of one rule as "task: message", without task of the document or a unit.
std::vector<std::string> seen(const Network& network, const std::string& rule,
                              LintOptions options = {}, Language language = Language::En) {
  options.select = rule;
  std::vector<std::string> found;
  for (const Finding& finding : lint(network, options).findings)
    found.push_back((finding.task ? std::string(network.task_id(*finding.task)) + ": " : "") +
                    finding.message.in(language));
  return found;
}

using Seen = std::vector<std::string>;

// A plan of one source, task by task.
class Plan {
 public:
  explicit Plan(std::string date = "") {
    builder_.add_source({.id = "s1", .path = "plan.md", .date = std::move(date)});
  }
  model::TaskId task(model::TaskRow row) { return builder_.add_task(std::move(row)); }
  Plan& task(const std::string& id, const std::vector<std::string>& units,
             Role role = Role::Responsible) {
    const auto task = builder_.add_task({.id = id, .lines = {++line_, line_}});
    for (const std::string& unit : units) assign(task, unit, role);
    return *this;
  }
  void assign(model::TaskId task, const std::string& name, Role role,
              UnitKind kind = UnitKind::Organ) {
    auto unit = builder_.find_unit(name);
    if (!unit) unit = builder_.add_unit({.id = name, .name = name, .kind = kind});
    builder_.add_assignment(task, *unit, role, 0, {.line = line_ + 100});
  }
  NetworkBuilder& builder() { return builder_; }
  Network network() && { return std::move(builder_).build(); }

 private:
  NetworkBuilder builder_{"plan.md"};
  std::uint32_t line_ = 0;
};

}  // namespace

TEST(LintRules, HaveUniqueKebabIdsAndSayWhatToDoInBothLanguages) {
  std::set<std::string> ids;
  for (const LintRule& rule : lint_rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_EQ(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos)
        << rule.id;
    for (const Words& words : {rule.meaning, rule.action}) {
      EXPECT_FALSE(words.zh.empty()) << rule.id;
      EXPECT_FALSE(words.en.empty()) << rule.id;
    }
    EXPECT_FALSE(rule.source.empty()) << rule.id;
    EXPECT_EQ(rule.from_reader, rule.reason.en.empty()) << rule.id;
  }
}

TEST(Lint, FindsNothingInAnEmptyNetworkAndInAPlanWithoutDoubt) {
  EXPECT_TRUE(lint(test::network({})).findings.empty());
  const Network clear = test::network({{"1", "Water", Lead}, {"1", "Roads", Support}});
  EXPECT_TRUE(lint(clear).findings.empty());
}

TEST(Lint, ReportsTasksWithoutUnits) {
  Plan plan;
  plan.task("1", {"Water", "Roads"}).task("2", {});

  EXPECT_EQ(seen(std::move(plan).network(), "task-without-clause"), (Seen{"2: names no unit"}));
}

TEST(Lint, ReportsTasksThatNobodyLeadsUnderThePolicy) {
  Plan plan;
  plan.task("led", {"Water"}, Lead).task("first", {"Water", "Roads"});
  plan.task("helpers", {"Water", "Roads"}, Support);
  const auto group_first = plan.task({.id = "group"});
  plan.assign(group_first, "all towns", Responsible, UnitKind::Group);
  plan.assign(group_first, "Water", Responsible);
  const Network network = std::move(plan).network();

  EXPECT_EQ(seen(network, "no-lead"),
            (Seen{"helpers: no unit is listed as lead or responsible",
                  "group: 'all towns', listed first, is a group; a group is no lead unless the "
                  "text says so"}));
  EXPECT_EQ(seen(network, "no-lead", {.lead = graph::LeadPolicy::Explicit}).size(), 3U);
  EXPECT_EQ(seen(network, "no-lead", {.lead = graph::LeadPolicy::All}).size(), 1U);
}

TEST(Lint, ReportsSeveralStatedLeadsButNotSeveralResponsibleUnits) {
  const Network network = test::network({{"1", "Water", Lead},
                                         {"1", "Roads", Lead},
                                         {"2", "Water"},
                                         {"2", "Roads"},
                                         {"3", "Water", Lead},
                                         {"3", "Roads"}});

  EXPECT_EQ(seen(network, "several-leads"), (Seen{"1: 'Water', 'Roads' all lead"}));
  EXPECT_EQ(seen(network, "several-leads", {.lead = graph::LeadPolicy::All}).size(), 1U);
  EXPECT_EQ(seen(network, "several-leads", {}, Language::Zh),
            (Seen{"1: “Water”、“Roads”同为牵头单位"}));
}

TEST(Lint, ReportsALeadThatSupportsItselfButNoOtherRepetition) {
  const Network network = test::network({{"1", "Water", Lead},
                                         {"1", "Water", Support},
                                         {"2", "Water", Support},
                                         {"2", "Water", Support}});

  EXPECT_EQ(seen(network, "lead-also-support").size(), 1U);
  EXPECT_EQ(seen(network, "duplicate-assignment").size(), 1U);
}

TEST(Lint, ReportsAGroupAsSoleLeadButNotBesideABody) {
  Plan plan;
  const auto alone = plan.task({.id = "alone"});
  plan.assign(alone, "all towns", Lead, UnitKind::Group);
  plan.assign(alone, "Water", Support);
  const auto beside = plan.task({.id = "beside"});
  plan.assign(beside, "all towns", Lead, UnitKind::Group);
  plan.assign(beside, "Water", Lead);

  EXPECT_EQ(seen(std::move(plan).network(), "group-lead"),
            (Seen{"alone: only a group leads: 'all towns'"}));
}

TEST(Lint, ReportsUnitsThatNameNobodyOnceEach) {
  const Network network = test::network({{"1", "市直有关部门"},
                                         {"1", "市水务局"},
                                         {"2", "市直有关部门"},
                                         {"3", "各行业主管部门"},
                                         {"3", "Relevant agencies"},
                                         {"3", "other departments"},
                                         {"4", "其他相关单位"}});

  EXPECT_EQ(
      seen(network, "vague-unit"),
      (Seen{"'市直有关部门' takes part in 2 tasks, in 1 of them alone",
            "'各行业主管部门' takes part in 1 task", "'Relevant agencies' takes part in 1 task",
            "'other departments' takes part in 1 task",
            "'其他相关单位' takes part in 1 task, in 1 of them alone"}));
}

TEST(Lint, TakesNamesThatOnlyLookVagueAndKnownGroupsAsTheyAre) {
  Plan plan;
  const auto task = plan.task({.id = "1"});
  for (const char* name : {"各乡镇（街道）", "市国有关联企业服务中心", "能源主管部门",
                           "Department of Motherhood", "Irrelevant Matters Office"})
    plan.assign(task, name, Responsible);
  const auto group =
      plan.builder().add_unit({.id = "g", .name = "有关部门", .kind = UnitKind::Group});
  plan.builder().set_members(group, {*plan.builder().find_unit("能源主管部门")});
  plan.builder().add_assignment(task, group, Responsible);

  EXPECT_EQ(seen(std::move(plan).network(), "vague-unit"), Seen{});
}

TEST(Lint, ReportsDeadlinesThatWereOverWhenTheDocumentWasMade) {
  Plan plan("2024-09-05");
  for (const char* due :
       {"2023", "2024-08", "2024-09-04", "2024", "2024-09", "2024-09-05", "2025", "", "soon"})
    plan.task({.id = std::string("due ") + due, .deadline = "until then", .due = due});

  const Seen found = seen(std::move(plan).network(), "past-deadline");

  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], "due 2023: due 'until then' (2023), the document is of 2024-09-05");
  EXPECT_EQ(found[1].substr(0, 11), "due 2024-08");
  EXPECT_EQ(found[2].substr(0, 14), "due 2024-09-04");
}

TEST(Lint, ComparesDeadlinesAsFarAsTheDocumentSaysItsDate) {
  for (const auto& [date, late] : std::vector<std::pair<std::string, std::size_t>>{
           {"", 0}, {"2024", 1}, {"2023", 0}, {"2023-07", 1}, {"2023-06", 0}, {"June 2024", 0}}) {
    Plan plan(date);
    plan.task({.id = "1", .due = "2023-06-30"});
    EXPECT_EQ(seen(std::move(plan).network(), "past-deadline").size(), late) << date;
  }
}

TEST(Lint, ReportsSingleUnitTasksUnlessThePlanIsWrittenSo) {
  Plan exception;
  exception.task("1", {"Water"});
  for (int i = 2; i <= 5; ++i) exception.task(std::to_string(i), {"Water", "Roads"});
  EXPECT_EQ(seen(std::move(exception).network(), "single-unit-task"), (Seen{"1: only 'Water'"}));

  Plan manner;
  for (int i = 1; i <= 3; ++i) manner.task(std::to_string(i), {"Water"});
  for (int i = 4; i <= 5; ++i) manner.task(std::to_string(i), {"Water", "Roads"});
  EXPECT_EQ(seen(std::move(manner).network(), "single-unit-task"),
            (Seen{"of 5 tasks, 3 rest on one unit"}));

  Plan group;
  group.assign(group.task({.id = "1"}), "all towns", Lead, UnitKind::Group);
  EXPECT_EQ(seen(std::move(group).network(), "single-unit-task"), Seen{});
}

// Of ten tasks nine have 2 units: a = 2 sqrt(2.375) = 3.08, MAD 0, so the fence lies at
// ((3.08 + 3.5)/2)² - 3/8 = 10.46: 11 units are too many, 10 are not.
TEST(Lint, ReportsTasksOfFarMoreUnitsThanTheOthers) {
  const auto with_one_of = [](int units) {
    Plan plan;
    for (int i = 1; i <= 9; ++i) plan.task(std::to_string(i), {"a", "b"});
    std::vector<std::string> many;
    for (int u = 0; u < units; ++u) many.push_back("unit " + std::to_string(u));
    plan.task("large", many);
    return std::move(plan).network();
  };

  EXPECT_EQ(seen(with_one_of(11), "over-large-task"),
            (Seen{"large: shared by 11 units; above 10.5 is unusual here"}));
  EXPECT_EQ(seen(with_one_of(10), "over-large-task"), Seen{});
}

// Among tasks of one unit the fence is lowest: ((2 sqrt(1.375) + 3.5)/2)² - 3/8 = 8.17.
TEST(Lint, TakesNoTaskOfFewerThanNineUnitsForLarge) {
  for (const std::size_t units : {8U, 9U}) {
    Plan plan;
    for (int i = 1; i <= 9; ++i) plan.task(std::to_string(i), {"a"});
    std::vector<std::string> many;
    for (std::size_t u = 0; u < units; ++u) many.push_back("unit " + std::to_string(u));
    plan.task("large", many);
    EXPECT_EQ(seen(std::move(plan).network(), "over-large-task").size(), units == 9 ? 1U : 0U);
  }
}

TEST(Lint, ReportsEqualTitlesOncePerTitle) {
  Plan plan;
  plan.task({.id = "1.1", .title = "Build the Bridge."});
  plan.task({.id = "1.2", .title = "build  the bridge"});
  plan.task({.id = "1.3", .title = "Build the bridge again"});
  plan.task({.id = "2.1", .title = "“Build” the bridge"});
  plan.task({.id = "3.1", .title = "……"});
  plan.task({.id = "3.2", .title = "。"});

  EXPECT_EQ(seen(std::move(plan).network(), "duplicate-task"),
            (Seen{"1.2: has the title of 1.1 2.1"}));
}

TEST(Lint, TakesClausesUnderOneHeadingForNoDuplicates) {
  Plan plan;
  plan.task({.id = "3.10#1", .title = "Build the bridge"});
  plan.task({.id = "3.10#2", .title = "Build the bridge"});

  EXPECT_EQ(seen(std::move(plan).network(), "duplicate-task"), Seen{});
}

TEST(Lint, ComparesOnlyTellingTitlesOverSeveralFiles) {
  NetworkBuilder builder("two");
  const auto a = builder.add_source({.id = "s1", .path = "a.md"});
  const auto b = builder.add_source({.id = "s2", .path = "b.md"});
  builder.add_task({.id = "s1:1", .title = "加强组织领导", .source = a});
  builder.add_task({.id = "s2:1", .title = "加强组织领导", .source = b});
  builder.add_task({.id = "s1:2", .title = "建设城乡供水一体化", .source = a});
  builder.add_task({.id = "s2:2", .title = "建设城乡供水一体化", .source = b});

  EXPECT_EQ(seen(std::move(builder).build(), "duplicate-task"),
            (Seen{"s2:2: has the title of s1:2"}));
}

TEST(Lint, ListsLikelyAliasesWithTheirEvidence) {
  const Network network = test::network({{"1", "Water Board"}, {"1", "Water Bd"}});

  EXPECT_EQ(seen(network, "likely-alias"), Seen{});
  EXPECT_EQ(seen(network, "likely-alias",
                 {.aliases = {{model::UnitId{0}, model::UnitId{1},
                               "'Water Bd' is short for 'Water Board'"}}}),
            (Seen{"may be one unit: 'Water Bd' is short for 'Water Board'"}));
}

TEST(Lint, KeepsEveryNoteOfTheReaderUnderItsCode) {
  Plan plan;
  const auto task = plan.task({.id = "1", .lines = {7, 9}});
  plan.assign(task, "Water", Lead);
  plan.assign(task, "Roads", Support);
  plan.builder().add_note({"open-list", task, 8, "ends in 等"});
  plan.builder().add_note({"never-seen-before", std::nullopt, 3, "odd"});
  const LintReport report = lint(std::move(plan).network());

  ASSERT_EQ(report.findings.size(), 2U);
  const Finding& unknown = report.findings[0];  // a warning comes first
  EXPECT_EQ(report.rules[unknown.rule].id, "never-seen-before");
  EXPECT_EQ(report.rules[unknown.rule].severity, Severity::Warning);
  EXPECT_EQ(unknown.line, 3U);
  EXPECT_EQ(unknown.source, model::SourceId{0});
  const Finding& known = report.findings[1];
  EXPECT_EQ(report.rules[known.rule].id, "open-list");
  EXPECT_EQ(known.message.zh, "ends in 等");
  EXPECT_EQ(known.line, 8U);
}

TEST(Lint, SaysOnceWhatBothARuleAndANoteTell) {
  Plan plan;
  const auto empty = plan.task({.id = "1"});
  plan.builder().add_note({"task-without-clause", empty, 1, "names no unit although others do"});
  const auto group = plan.task({.id = "2"});
  plan.assign(group, "all towns", Responsible, UnitKind::Group);
  plan.assign(group, "Water", Responsible);
  plan.builder().add_note({"group-first", group, 2, "a group stands first"});
  const Network network = std::move(plan).network();

  EXPECT_EQ(lint(network, {.ignore = "single-*"}).findings.size(), 2U);
  EXPECT_EQ(seen(network, "group-first"), (Seen{"2: a group stands first"}));
}

TEST(Lint, StartsWithWhatIsWorst) {
  Plan plan;
  plan.task("1", {"Water"}).task("2", {"Water", "relevant agencies"}).task("3", {});
  const LintReport report = lint(std::move(plan).network());

  std::vector<std::string> rules;
  for (const Finding& finding : report.findings) rules.push_back(report.rules[finding.rule].id);
  EXPECT_EQ(rules, (Seen{"task-without-clause", "vague-unit", "single-unit-task"}));
  EXPECT_EQ(count(report, Severity::Error), 1U);
  EXPECT_EQ(count(report, Severity::Warning), 1U);
  EXPECT_EQ(count(report, Severity::Info), 1U);
}

TEST(Lint, PointsAtTheClauseOrElseAtTheTask) {
  Plan plan;
  plan.task("1", {"Water"}, Support).task("2", {});
  const LintReport report = lint(std::move(plan).network(), {.ignore = "single-unit-task"});

  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[0].line, 2U);
  EXPECT_EQ(report.findings[1].line, 101U);
}

TEST(Lint, ShowsOnlyTheRulesAskedForAndRefusesUnknownOnes) {
  Plan plan;
  plan.task("1", {"Water"}).task("2", {});
  const Network network = std::move(plan).network();

  EXPECT_EQ(lint(network, {.select = "task-*, no-lead"}).findings.size(), 1U);
  EXPECT_EQ(lint(network, {.select = "*", .ignore = "single-unit-task"}).findings.size(), 1U);
  EXPECT_THROW(lint(network, {.select = "no-laed"}), std::invalid_argument);
  EXPECT_THROW(lint(network, {.ignore = "x*"}), std::invalid_argument);
}

TEST(LintTables, GroupFindingsByRuleAndCountThem) {
  Plan plan;
  for (int i = 1; i <= 5; ++i) plan.task(std::to_string(i), {"Water", "Roads"}, Lead);
  const auto open = plan.task({.id = "6"});
  plan.assign(open, "Water", Lead);
  plan.assign(open, "Roads", Support);
  plan.builder().add_note({"open-list", open, 1, "open"});
  plan.builder().add_note({"open-list", open, 2, "open"});
  const Network network = std::move(plan).network();
  const LintReport report = lint(network);

  const auto tables = findings_by_rule(report, network, Language::En, 3);

  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[0].id, "several-leads");
  EXPECT_EQ(tables[0].rows(), 3U);
  EXPECT_EQ(tables[0].title.find("warning several-leads (5, the first 3 listed, -v lists all): "),
            0U);
  EXPECT_EQ(tables[1].id, "open-list");
  EXPECT_EQ(tables[1].rows(), 2U);
  EXPECT_EQ(std::ranges::count(tables[1].columns, "message", &Column::id), 0);  // all the same
  EXPECT_EQ(tables[2].title, "In all: 0 error, 5 warning, 2 info");
  EXPECT_EQ(findings_table(report, network, Language::En).rows(), 7U);
}

TEST(LintTables, ListEveryRule) {
  EXPECT_EQ(lint_rules_table(Language::Zh).rows(), lint_rules().size());
}

}  // namespace respnet::analysis
