#include "respnet/analysis/subjects.hpp"

#include <string>

#include <gtest/gtest.h>

#include "respnet/model/network_builder.hpp"
#include "support/network.hpp"

namespace respnet::analysis {
namespace {

// Unit u1 "Water Board" (alias "Waterworks", printed "the Board"), u2 "Roads", u3 "Road Safety";
// tasks 1 "Mend the roads", 2 "Roads".
model::Network example() {
  model::NetworkBuilder builder("x");
  const auto mend = builder.add_task({.id = "1", .title = "Mend the roads"});
  builder.add_task({.id = "2", .title = "Roads"});
  const auto water = builder.add_unit({.name = "Water Board", .aliases = {"Waterworks"}});
  builder.add_unit({.name = "Roads"});
  builder.add_unit({.name = "Road Safety"});
  builder.add_assignment(mend, water, model::Role::Lead, 0, {.as_written = "the Board (north)"});
  return std::move(builder).build();
}

std::string found(std::string_view name) {
  const model::Network network = example();
  std::string text;
  for (const Subject& subject : subjects_named(network, name))
    text += (text.empty() ? "" : "; ") + shown(network, subject);
  return text;
}

}  // namespace

TEST(Subjects, AreNamedByIdNameAliasPrintedFormOrTitle) {
  for (const char* name : {"u1", "Water Board", "Waterworks", "the Board (north)", " Water Board "})
    EXPECT_EQ(found(name), "unit u1 Water Board") << name;
  for (const char* name : {"1", "Mend the roads"})
    EXPECT_EQ(found(name), "task 1 Mend the roads") << name;
}

TEST(Subjects, AreNamedWithoutBlanksAndPunctuationToo) {
  EXPECT_EQ(found("water-board"), "unit u1 Water Board");
  EXPECT_EQ(found("MEND THE ROADS!"), "task 1 Mend the roads");
}

TEST(Subjects, AreNamedByAPartIfNothingIsEqual) {
  EXPECT_EQ(found("Safety"), "unit u3 Road Safety");
  EXPECT_EQ(found("Mend"), "task 1 Mend the roads");
  EXPECT_EQ(found("Road"), "unit u2 Roads; unit u3 Road Safety; task 2 Roads");
}

TEST(Subjects, MayBeSeveral) { EXPECT_EQ(found("Roads"), "unit u2 Roads; task 2 Roads"); }

TEST(Subjects, AreNoneForOtherWords) {
  EXPECT_EQ(found("Harbour"), "");
  EXPECT_EQ(found(""), "");
  EXPECT_EQ(found("。"), "");
  EXPECT_TRUE(subjects_named(test::network({}), "x").empty());
}

TEST(Subjects, AreSuggestedWhenAWordIsClose) {
  EXPECT_EQ(nearest_subject(example(), "Watr Board"), "; did you mean 'Water Board'?");
  EXPECT_EQ(nearest_subject(example(), "Waterwork"), "; did you mean 'Waterworks'?");
  EXPECT_EQ(nearest_subject(example(), "Harbour Master"), "");
}

}  // namespace respnet::analysis
