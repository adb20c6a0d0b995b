#include "respnet/extract/english_items.hpp"

#include <gtest/gtest.h>

#include "respnet/extract/english_labels.hpp"

namespace respnet::extract {
namespace {

TEST(EnglishItems, AreWordsWithNumbersOrDottedNumbers) {
  for (const auto& [text, number] : {std::pair{"Action 1.2: Dig", "1.2"},
                                     {"Action 3 – Dig", "3"},
                                     {"1.2.3 Dig the well", "1.2.3"},
                                     {"1. Dig", "1"},
                                     {"R1: Dig", "R1"},
                                     {"A.1 Dig", "A.1"},
                                     {"GOAL 2: DRY", "2"},
                                     {"Recommendation 5", "5"}}) {
    const auto item = item_at_start(text);
    ASSERT_TRUE(item) << text;
    EXPECT_EQ(item->number, number);
  }
  EXPECT_TRUE(item_at_start("Pillar Two: Dry")->section);
  EXPECT_FALSE(item_at_start("Action 1: Dig")->section);
}

TEST(EnglishItems, AreNotDatesQuantitiesOrSentences) {
  for (const char* text : {"2025 Budget", "3 May", "12 schools", "1.5 million trees",
                           "Actions speak louder", "A new plan", "I agree", "Action is needed"})
    EXPECT_FALSE(item_at_start(text)) << text;
}

TEST(EnglishLabels, GiveRolesAndDeadlines) {
  using model::Role;
  const auto column = [](std::string_view text) { return english_label_at_start(text)->column; };
  EXPECT_EQ(column("Lead agency: X").role, Role::Lead);
  EXPECT_EQ(column("Lead Partner(s): X").role, Role::Lead);
  EXPECT_EQ(column("Responsible parties: X").role, Role::Responsible);
  EXPECT_EQ(column("Supporting agencies: X").role, Role::Support);
  EXPECT_EQ(column("Led by the X").role, Role::Lead);
  EXPECT_EQ(column("Target date: X").kind, ColumnKind::Deadline);
  EXPECT_EQ(column("By when: X").kind, ColumnKind::Deadline);
  EXPECT_TRUE(column("Lead and support: X").several_roles);
}

TEST(EnglishLabels, AreNotSentencesWithAColon) {
  for (const char* text : {"The lead reports: twice", "We support this: it works", "Leadership",
                           "Support for schools comes first: a plan"})
    EXPECT_FALSE(english_label_at_start(text)) << text;
}

}  // namespace
}  // namespace respnet::extract
