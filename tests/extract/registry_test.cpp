#include "respnet/extract/registry.hpp"

#include <gtest/gtest.h>

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"

namespace respnet::extract {
namespace {

using test::Lines;
using test::shown;

// Rows as they would stand in units.csv, one a line from line 2.
Registry registry(std::vector<RegistryRow> rows) {
  std::uint32_t line = 1;
  for (RegistryRow& row : rows) {
    ++line;
    row.name_at = {line, 1};
    row.aliases_at = {line, 2};
    row.kind_at = {line, 3};
    row.parent_at = {line, 4};
    row.members_at = {line, 5};
  }
  return Registry("dir/units.csv", std::move(rows));
}

RegistryRow unit(std::string name, std::vector<std::string> aliases = {}) {
  RegistryRow row;
  row.name = std::move(name);
  row.aliases = std::move(aliases);
  return row;
}

RegistryRow group(std::string name, std::vector<std::string> members) {
  RegistryRow row = unit(std::move(name));
  row.members = std::move(members);
  return row;
}

RegistryRow dated(RegistryRow row, std::string from, std::string to) {
  row.valid_from = std::move(from);
  row.valid_to = std::move(to);
  return row;
}

RegistryRow child(std::string name, std::string parent) {
  RegistryRow row = unit(std::move(name));
  row.parent = std::move(parent);
  return row;
}

std::string refusal(std::vector<RegistryRow> rows) {
  try {
    registry(std::move(rows));
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

Lines names(const model::Network& network) {
  Lines result;
  for (const model::UnitId id : network.unit_ids()) result.emplace_back(network.unit_name(id));
  return result;
}

std::string note(const model::Network& network, std::string_view code) {
  for (const model::Note& note : network.notes())
    if (note.code == code) return note.message;
  return "none";
}

Registry::Meaning::Kind kind_at(const Registry& registry, std::string_view form,
                                std::string_view date) {
  return registry.meaning(form, date).kind;
}

}  // namespace

TEST(Registry, TellsFormsByTheirTime) {
  const Registry both = registry({dated(unit("县甲局", {"县老局"}), "", "2018-09"),
                                  dated(unit("县乙局", {"县老局"}), "2018-10", "2024")});

  EXPECT_EQ(both.name(both.meaning("县老局", "2018-09-30").unit), "县甲局");
  EXPECT_EQ(both.name(both.meaning("县老局", "2018-10-01").unit), "县乙局");
  EXPECT_EQ(both.name(both.meaning("县老局", "2024").unit), "县乙局");
  EXPECT_EQ(kind_at(both, "县老局", "2025-01-01"), Registry::Meaning::OutsideTime);
  EXPECT_EQ(kind_at(both, "县甲局", "2018-10-01"), Registry::Meaning::OutsideTime);
  EXPECT_EQ(kind_at(both, "县老局", ""), Registry::Meaning::Ambiguous);
  EXPECT_EQ(kind_at(both, "县甲局", ""), Registry::Meaning::Known);
  EXPECT_EQ(kind_at(both, "县丙局", "2024"), Registry::Meaning::Unknown);
}

TEST(Registry, RefusesAFormOfTwoUnitsWithBothLines) {
  EXPECT_EQ(refusal({unit("县甲局", {"县老局"}), unit("县乙局", {"县老局"})}),
            "dir/units.csv:3:2: '县老局' is an alias of '县乙局' here and an alias of '县甲局' at "
            "dir/units.csv:2:2 at the same time; keep one of the two, or part them by valid_from "
            "and valid_to");
  EXPECT_EQ(refusal({unit("县甲局", {"县乙局"}), unit("县乙局")}),
            "dir/units.csv:3:1: '县乙局' is a name of its own here and an alias of '县甲局' at "
            "dir/units.csv:2:2 at the same time; keep one of the two, or part them by valid_from "
            "and valid_to");
  EXPECT_EQ(refusal({dated(unit("县甲局", {"县老局"}), "", "2018"),
                     dated(unit("县乙局", {"县老局"}), "2019", "")}),
            "accepted");
}

TEST(Registry, TakesRowsOfOneNameAndAliasesOfItselfTogether) {
  const Registry one =
      registry({unit("县甲局", {"甲"}), unit("县甲局", {"县甲局", "县老局", "甲"})});
  EXPECT_EQ(one.unit_count(), 1U);
  EXPECT_EQ(one.name(one.meaning("县老局", "").unit), "县甲局");
}

TEST(Registry, RefusesWhatCannotBe) {
  RegistryRow organ = unit("县甲局"), person = unit("县甲局"),
              with_members = group("县甲局", {"乙"});
  organ.kind = model::UnitKind::Organ;
  person.kind = model::UnitKind::Person;
  with_members.kind = model::UnitKind::Organ;
  EXPECT_EQ(refusal({organ, person}),
            "dir/units.csv:3:3: '县甲局' is of kind person here and of organ at dir/units.csv:2:3; "
            "keep one of the two");
  EXPECT_EQ(refusal({with_members}),
            "dir/units.csv:2:5: '县甲局' has members and is of kind organ; say group, or leave the "
            "members out");
  EXPECT_EQ(refusal({child("Roads", "Transprot"), unit("Transport")}),
            "dir/units.csv:2:4: unknown parent 'Transprot'; did you mean 'Transport'?");
  EXPECT_EQ(refusal({child("县甲站", "县政府办")}),
            "dir/units.csv:2:4: unknown parent '县政府办'; give it a row, or leave the parent out");
}

TEST(Registry, RefusesCircles) {
  EXPECT_EQ(refusal({group("各镇", {"各镇"})}),
            "dir/units.csv:2:5: '各镇' is a member of itself; take one of them out");
  EXPECT_EQ(
      refusal({group("各镇", {"各乡"}), group("各乡", {"各镇"})}),
      "dir/units.csv:2:5: '各镇' is a member of itself, by way of '各乡'; take one of them out");
  EXPECT_EQ(
      refusal({child("县甲站", "县乙站"), child("县乙站", "县甲站")}),
      "dir/units.csv:2:4: '县甲站' is a parent of itself, by way of '县乙站'; take one of them "
      "out");
}

TEST(Registry, SurvivesALongChainOfParentsAndManyRowsOfOneForm) {
  std::vector<RegistryRow> chain{unit("单位0")};
  for (int i = 1; i < 100000; ++i)
    chain.push_back(child("单位" + std::to_string(i), "单位" + std::to_string(i - 1)));
  EXPECT_EQ(registry(chain).unit_count(), 100000U);
  EXPECT_EQ(registry(std::vector<RegistryRow>(100000, unit("县甲局", {"甲"}))).unit_count(), 1U);
}

TEST(WithRegistry, GivesRegisteredNamesAndKeepsWhatWasPrinted) {
  const auto network = with_registry(test::read("1.甲事。（责任单位：县老局、县财政局）\n"),
                                     registry({unit("县甲局", {"县老局"})}));

  EXPECT_EQ(shown(network), Lines{"1 甲事: 县甲局 县财政局"});
  EXPECT_EQ(network.unit(model::UnitId{0}).aliases[0], "县老局");
  EXPECT_EQ(network.assignment(model::AssignmentId{0}).as_written, "县老局");
}

TEST(WithRegistry, KnowsShortFormsOfRegisteredNames) {
  const auto network = with_registry(test::read("1.甲事。（责任单位：县发改局）\n"),
                                     registry({unit("县发展和改革局")}));
  EXPECT_EQ(names(network), Lines{"县发展和改革局"});
}

TEST(WithRegistry, MergesUnitsAndLetsTheStrongerRoleHold) {
  const auto network = with_registry(
      test::read(
          "1.甲事。（县财政局牵头，县老局、县甲局配合）\n2.乙事。（县老局配合，县甲局牵头）\n"),
      registry({unit("县甲局", {"县老局"})}));

  EXPECT_EQ(shown(network), (Lines{"1 甲事: 县财政局:lead 县甲局:support", "2 乙事: 县甲局:lead"}));
  EXPECT_EQ(note(network, "registry-merged"),
            "'县老局', '县甲局' are one unit by the registry (units.csv:2): '县甲局'");
  EXPECT_TRUE(test::has_note(network, "duplicate-assignment"));
}

TEST(WithRegistry, TakesApartWhatWasSafelyMerged) {
  const std::string_view text =
      "1.甲事。（责任单位：县市监局）\n2.乙事。（责任单位：县市场监管局）\n";
  ASSERT_EQ(test::read(text).unit_count(), 1U);

  const auto network =
      with_registry(test::read(text), registry({unit("县市监局"), unit("县市场监管局")}));

  EXPECT_EQ(shown(network), (Lines{"1 甲事: 县市监局", "2 乙事: 县市场监管局"}));
  EXPECT_TRUE(network.unit(model::UnitId{0}).aliases.empty());
  EXPECT_EQ(note(network, "registry-split"),
            "what was taken as one unit, '县市监局', is several by the registry: '县市监局', "
            "'县市场监管局'");
}

TEST(WithRegistry, KnowsAnOfficeThatIsABodyOfItsOwn) {
  const auto network = with_registry(
      test::read("1.甲事。（责任单位：县发改局（数据局））\n2.乙事。（责任单位：县发改局）\n"),
      registry({unit("县数据局", {"县发改局（数据局）"})}));
  EXPECT_EQ(shown(network), (Lines{"1 甲事: 县数据局[数据局]", "2 乙事: 县发改局"}));
}

TEST(WithRegistry, LeavesAloneWhatIsRegisteredForAnotherTime) {
  const auto network =
      with_registry(test::read("某县人民政府办公室\n\n2025年3月9日\n\n2025年修路工作要点\n\n"
                               "1.甲事。（责任单位：县老局）\n"),
                    registry({dated(unit("县甲局", {"县老局"}), "", "2020"),
                              dated(unit("县乙局"), "2026", ""), unit("县丙局")}));

  EXPECT_EQ(names(network), (Lines{"县老局", "县丙局"}));
  EXPECT_EQ(
      note(network, "registry-outside-time"),
      "'县老局' is registered for another time (units.csv:2) than 2025-03-09; the row was not "
      "applied");
}

TEST(WithRegistry, AppliesNoRowWhereTheDateDecidesAndIsNotKnown) {
  const auto network = with_registry(test::read("1.甲事。（责任单位：县老局）\n"),
                                     registry({dated(unit("县甲局", {"县老局"}), "", "2020"),
                                               dated(unit("县乙局", {"县老局"}), "2021", "")}));
  EXPECT_EQ(shown(network), Lines{"1 甲事: 县老局"});
  EXPECT_TRUE(test::has_note(network, "registry-ambiguous"));
}

TEST(WithRegistry, AddsRegisteredOrgansWithoutTasksButNoGroups) {
  const auto network =
      with_registry(test::read("1.甲事。（责任单位：县甲局）\n"),
                    registry({unit("县乙局"), unit("县甲局"), group("各镇", {"东镇"})}));
  EXPECT_EQ(names(network), (Lines{"县甲局", "县乙局"}));
}

TEST(WithRegistry, GivesGroupsTheirMembersByListAndByParent) {
  const auto network =
      with_registry(test::read("1.甲事。（责任单位：县甲局，各乡镇（街道））\n"),
                    registry({group("各乡镇（街道）", {"东镇", "县老局"}),
                              child("西乡", "各乡镇(街道)"), unit("县甲局", {"县老局"})}));

  const model::Unit towns = network.unit(model::UnitId{1});
  EXPECT_EQ(towns.kind, model::UnitKind::Group);
  ASSERT_EQ(towns.members.size(), 3U);
  EXPECT_EQ(network.unit_name(towns.members[0]), "东镇");
  EXPECT_EQ(network.unit_name(towns.members[1]), "县甲局");
  EXPECT_EQ(network.unit_name(towns.members[2]), "西乡");
}

TEST(WithRegistry, GivesGroupsInGroupsTheirMembers) {
  const auto network =
      with_registry(test::read("1.甲事。（责任单位：各单位）\n"),
                    registry({group("各单位", {"各镇"}), group("各镇", {"东镇"})}));
  EXPECT_EQ(names(network), (Lines{"各单位", "各镇", "东镇"}));
  EXPECT_EQ(network.unit(model::UnitId{1}).members[0], model::UnitId{2});
}

TEST(WithRegistry, OfItsOwnResultChangesNothing) {
  const Registry both = registry({unit("县甲局", {"县老局"}), group("各乡镇", {"东镇"})});
  const auto once = with_registry(
      test::read("1.甲事。（责任单位：县老局，各乡镇）\n2.乙事。（县财政局负责）\n"), both);
  const auto twice = with_registry(once, both);
  EXPECT_EQ(shown(once), shown(twice));
  EXPECT_EQ(names(once), names(twice));
  EXPECT_EQ(once.notes().size(), twice.notes().size());
}

}  // namespace respnet::extract
