#include "respnet/report/explanation.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "respnet/base/text.hpp"
#include "respnet/model/network_builder.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"

namespace respnet::report {
namespace {

using analysis::Study;
using model::Role;
using model::TaskId;
using model::UnitId;

// One task whose clause "(lead: Water; help: Roads, Roads East)" begins at byte 100 of its source.
model::Network example(bool spans) {
  model::NetworkBuilder builder("x");
  builder.add_source({.id = "s1", .path = "plan.md", .language = "en"});
  const auto section = builder.add_section({.id = "3", .title = "3. Streets"});
  const std::string clause = "(lead: Water; help: Roads East, Roads)";
  const auto task = builder.add_task({.id = "3.1",
                                      .title = "Mend the roads",
                                      .section = section,
                                      .lines = {7, 9},
                                      .deadline = "end of 2025",
                                      .due = "2025",
                                      .clauses = {{clause, {9, 9}, {100, 100 + clause.size()}}},
                                      .targets = {{"20 km", 20, "km", ""}}});
  const auto assign = [&](const char* name, Role role) {
    model::AssignmentEvidence evidence{.line = 9, .as_written = name};
    const std::size_t at = std::string(name) == "Roads" ? clause.rfind(name) : clause.find(name);
    if (spans) evidence.span = {100 + at, 100 + at + std::string(name).size()};
    builder.add_assignment(task, builder.add_unit({.name = name}), role, 0, std::move(evidence));
  };
  assign("Water", Role::Lead);
  assign("Roads East", Role::Support);
  assign("Roads", Role::Support);
  return std::move(builder).build();
}

std::string shown(const model::Network& network, const analysis::Subject& subject,
                  Language language = Language::En) {
  return explanation(Study(network), subject, {.language = language});
}

}  // namespace

TEST(Explanation, OfAUnitShowsEachClauseWithItsNameMarked) {
  EXPECT_EQ(shown(example(true), UnitId{2}),
            "Roads (u3): organ, 1 task\n"
            "\n"
            "3.1  Mend the roads\n"
            "  support  line 9\n"
            "  (lead: Water; help: Roads East, «Roads»)\n");
}

TEST(Explanation, OfATaskShowsWhatIsKnownAndMarksEveryUnit) {
  EXPECT_EQ(shown(example(true), TaskId{0}),
            "3.1  Mend the roads\n"
            "  section: 3. Streets\n"
            "  place: lines 7–9\n"
            "  deadline: end of 2025 (2025)\n"
            "  targets: 20 km\n"
            "  clause: line 9  (lead: «Water»; help: «Roads East», «Roads»)\n"
            "\n"
            "unit        role     line  as written\n"
            "─────────────────────────────────────\n"
            "Water       lead     9     Water\n"
            "Roads East  support  9     Roads East\n"
            "Roads       support  9     Roads\n");
}

TEST(Explanation, FindsNamesWithoutSpansByTheirWords) {
  const std::string text = shown(example(false), UnitId{0});
  EXPECT_NE(text.find("(lead: «Water»; help"), std::string::npos) << text;
}

TEST(Explanation, MarksWholeCharactersOnlyAndNoNameTwice) {
  model::NetworkBuilder builder("x");
  const std::string clause = "县水务局";
  const auto task = builder.add_task({.id = "1", .clauses = {{clause, {1, 1}, {0, 12}}}});
  const auto add = [&](const char* name, model::Span span) {
    builder.add_assignment(task, builder.add_unit({.name = name}), Role::Lead, 0, {.span = span});
  };
  add("水务", {1, 5});     // in the middle of characters: found by its words
  add("水务局", {3, 12});  // over the one before
  add("nobody", {90, 95});

  EXPECT_NE(shown(std::move(builder).build(), TaskId{0}).find("clause: line 1  县«水务»局\n"),
            std::string::npos);
}

TEST(Explanation, ShowsTheOtherUnitsWhereThereIsNoText) {
  const model::Network network =
      test::network({{"1", "Water"}, {"1", "Roads"}, {"2", "Roads", Role::Lead}});

  EXPECT_EQ(shown(network, UnitId{0}),
            "Water (u1): organ, 1 task\n"
            "\n"
            "1\n"
            "  responsible, first-listed: inferred lead\n"
            "  other units: Roads\n");
  EXPECT_EQ(shown(network, UnitId{1}, Language::Zh),
            "Roads（u2）：单位，2 项任务\n"
            "\n"
            "1\n"
            "  责任\n"
            "  其他单位：Water\n"
            "\n"
            "2\n"
            "  牵头\n");
}

TEST(Explanation, SaysWhenARoleIsInferredOrCountedAsLead) {
  model::NetworkBuilder builder("x");
  builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name("Water"), Role::Lead, 0,
                         {.is_explicit = false});
  builder.add_assignment(builder.task_of_id("1"), builder.unit_of_name("Roads"), Role::Responsible);
  const model::Network network = std::move(builder).build();
  analysis::StudyOptions all;
  all.counting.lead = graph::LeadPolicy::All;

  EXPECT_NE(shown(network, UnitId{0}).find("  lead (role inferred)\n"), std::string::npos);
  EXPECT_NE(shown(network, UnitId{1}).find("  responsible\n"), std::string::npos);
  EXPECT_NE(explanation(Study(network, all), UnitId{1}, {.language = Language::En})
                .find("  responsible, counted as lead\n"),
            std::string::npos);
}

TEST(Explanation, IsSafeForATerminalWhateverTheNames) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const model::Network network = test::random_network(seed);
    std::string text;
    for (const UnitId unit : network.unit_ids()) text += shown(network, unit);
    for (const TaskId task : network.task_ids()) text += shown(network, task);
    EXPECT_FALSE(first_invalid_utf8(text));
    EXPECT_TRUE(std::ranges::none_of(text, [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\n';
    })) << seed;
  }
}

TEST(ExplanationTables, HoldOneRowAnAssignment) {
  const model::Network network = example(true);
  const Study study(network);
  const auto of_unit =
      explanation_tables(study, UnitId{0}, {.language = Language::En, .marks = {"<", ">"}});
  ASSERT_EQ(of_unit.size(), 2U);
  EXPECT_EQ(of_unit[0].id, "assignments");
  EXPECT_EQ(of_unit[0].rows(), 1U);
  EXPECT_EQ(of_unit[1].id, "unit");
  const auto clause = std::ranges::find(of_unit[0].columns, "clause", &Column::id);
  EXPECT_EQ(std::get<std::vector<std::string>>(clause->values)[0],
            "(lead: <Water>; help: Roads East, Roads)");

  const auto of_task = explanation_tables(study, TaskId{0});
  EXPECT_EQ(of_task[0].rows(), 3U);
  EXPECT_EQ(of_task[1].id, "task");
  EXPECT_EQ(of_task[1].rows(), 1U);
}

TEST(Breakdown, IsShownWithItsPartsOrSaysThatItHasNone) {
  const model::Network network =
      test::network({{"1", "Water"}, {"1", "Roads"}, {"2", "Water", Role::Lead}});
  const Study study(network);
  const auto text = [&](const char* measure) {
    return breakdown_text(study, UnitId{0}, analysis::breakdown(study, UnitId{0}, measure),
                          Language::En);
  };

  EXPECT_EQ(text("load.share").find("load.share = 1.5, the sum of what adds up\n  of: u1 Water\n"),
            0U);
  EXPECT_NE(text("load.share").find("0.500\n"), std::string::npos);
  EXPECT_EQ(text("co.degree").find("co.degree = 1, depends on the whole network"), 0U);
  const auto tables = breakdown_tables(
      study, UnitId{0}, analysis::breakdown(study, UnitId{0}, "load.share"), Language::En);
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].id, "contributions");
  EXPECT_EQ(tables[0].rows(), 2U);
  EXPECT_EQ(tables[1].id, "measure");
}

}  // namespace respnet::report
