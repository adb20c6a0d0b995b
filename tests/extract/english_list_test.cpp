#include "respnet/extract/english_list.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

using model::Role;
using Names = std::vector<std::string>;

EnglishList split(std::string_view text, const Names& elsewhere = {}, Role role = Role::Lead) {
  KnownNames known;
  known.learn(text);
  for (const std::string& list : elsewhere) known.learn(list);
  return split_english(text, {0, static_cast<std::uint32_t>(text.size())}, role, true, known);
}

/// "Roads Board", "Roads Board:support?" (another role, inferred), "Roads Board*" (group).
Names names(const EnglishList& list, Role usual = Role::Lead) {
  Names shown;
  for (const EnglishMention& each : list.mentions) {
    std::string name = each.unit.name;
    if (each.unit.group) name += "*";
    if (!each.unit.abbreviation.empty()) name += "=" + each.unit.abbreviation;
    for (const std::string& office : each.unit.offices) name += "[" + office + "]";
    if (each.role != usual) name += ":" + std::string(model::name(each.role));
    if (!each.is_explicit) name += "?";
    shown.push_back(name);
  }
  return shown;
}

TEST(EnglishList, PartsNamesAtCommasSemicolonsAndLines) {
  EXPECT_EQ(names(split("Roads Board, the Water Office; Harbour Trust\nPolice")),
            (Names{"Roads Board", "Water Office", "Harbour Trust", "Police"}));
  EXPECT_EQ(names(split("- Roads Board\n- Water Office")), (Names{"Roads Board", "Water Office"}));
  EXPECT_EQ(names(split("Roads Board, Water Office, and Police")),
            (Names{"Roads Board", "Water Office", "Police"}));
}

TEST(EnglishList, PartsTwoWholeNamesAtAnd) {
  EXPECT_EQ(names(split("Roads Board and Water Office")), (Names{"Roads Board", "Water Office"}));
  EXPECT_EQ(names(split("RB and the WO")), (Names{"RB", "WO"}));
  EXPECT_EQ(names(split("Roads Board & Water Office")), (Names{"Roads Board", "Water Office"}));
}

TEST(EnglishList, KeepsAndInsideAName) {
  for (const char* name :
       {"Department of Roads and Bridges", "Planning and Housing Department",
        "Fire & Rescue Service", "Department for Roads, Bridges and Inland Ports",
        "Department of Health and Family Services", "Ministry of Trade and Industry",
        "Association of Bus and Tram Operators"})
    EXPECT_EQ(names(split(name)), Names{name});
  EXPECT_EQ(
      names(split("Police, Department of Roads and Bridges, Planning and Housing Department")),
      (Names{"Police", "Department of Roads and Bridges", "Planning and Housing Department"}));
}

TEST(EnglishList, LearnsNamesFromTheRestOfTheDocument) {
  EXPECT_EQ(names(split("Seaside Care and Harbour Trust", {"Seaside Care", "Harbour Trust"})),
            (Names{"Seaside Care", "Harbour Trust"}));
  EXPECT_EQ(names(split("Roads Board, Parks and Gardens", {"Parks and Gardens"})),
            (Names{"Roads Board", "Parks and Gardens"}));
  EXPECT_EQ(names(split("Roads Board, Parks and Gardens")),
            (Names{"Roads Board", "Parks", "Gardens"}));
}

TEST(EnglishList, SaysWhenAnAndIsDoubtful) {
  const EnglishList list = split("Parks and Gardens");
  EXPECT_EQ(names(list), Names{"Parks and Gardens"});
  EXPECT_TRUE(list.doubtful);
  EXPECT_FALSE(split("Department of Roads and Bridges").doubtful);
}

TEST(EnglishList, TakesWhatStandsBehindWithAsSupport) {
  const EnglishList list = split("RB with Water Office and HT");
  EXPECT_EQ(names(list), (Names{"RB", "Water Office:support?", "HT:support?"}));
  EXPECT_TRUE(list.with);
  EXPECT_EQ(names(split("RB, supported by Water Office")), (Names{"RB", "Water Office:support"}));
  EXPECT_EQ(names(split("RB in partnership with HT")), (Names{"RB", "HT:support?"}));
}

TEST(EnglishList, FollowsLabelsAndBracketsThatGiveRoles) {
  EXPECT_EQ(names(split("Lead: Roads Board; Support: Police", {}, Role::Responsible)),
            (Names{"Roads Board", "Police:support"}));
  EXPECT_EQ(names(split("Roads Board (lead), Police (support)")),
            (Names{"Roads Board", "Police:support"}));
}

TEST(EnglishList, TakesInitialsInBracketsAsAbbreviation) {
  EXPECT_EQ(names(split("Inland Waters Agency (IWA), Police")),
            (Names{"Inland Waters Agency=IWA", "Police"}));
  EXPECT_EQ(names(split("Roads Board (Bridges Section)")), Names{"Roads Board[Bridges Section]"});
}

TEST(EnglishList, TakesFootnoteMarksOff) {
  EXPECT_EQ(names(split("Roads Board*, Police[^3]; Harbour Trust¹")),
            (Names{"Roads Board", "Police", "Harbour Trust"}));
}

TEST(EnglishList, KnowsGroupsAndNobody) {
  EXPECT_EQ(names(split("all departments, relevant agencies; CIOs")),
            (Names{"all departments*", "relevant agencies*", "CIOs*"}));
  for (const char* nobody : {"TBD", "n/a", "None", "–", "to be confirmed", "Not applicable"})
    EXPECT_TRUE(split(nobody).mentions.empty()) << nobody;
}

TEST(EnglishList, LeavesADateAmongUnitsToTheDeadline) {
  const std::string_view text = "Roads Board; by March 2026";
  const EnglishList list = split(text);
  EXPECT_EQ(names(list), Names{"Roads Board"});
  EXPECT_EQ(list.deadline.of(text), "by March 2026");
}

TEST(EnglishList, KeepsTheNameThatALineBreakCuts) {
  EXPECT_EQ(names(split("Department of\nRoads and Bridges\nPolice")),
            (Names{"Department of Roads and Bridges", "Police"}));
}

}  // namespace
}  // namespace respnet::extract
