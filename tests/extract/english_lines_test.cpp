#include "respnet/extract/english_lines.hpp"

#include "extract/reading.hpp"
#include "respnet/base/errors.hpp"
#include "support/growth.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::Lines;
using test::read;
using test::shown;

TEST(EnglishLines, TakesFieldsUnderAHeading) {
  const std::string text =
      "# Coast plan\n\n## Goal 1: Safe shores\n\n### Action 1.2: Raise the wall\n\n"
      "We measured it last year.\n\nLead: Harbour Board\nSupporting: the Fire & Rescue Service, "
      "Roads Office and Police\nDeadline: 30 June 2026\n";
  const model::Network network = read(text);
  EXPECT_EQ(shown(network),
            (Lines{"1.2 Raise the wall: Harbour Board:lead Fire & Rescue Service:support Roads "
                   "Office:support Police:support"}));
  const model::Task task = network.task(model::TaskId{0});
  EXPECT_EQ(task.due, "2026-06-30");
  EXPECT_EQ(task.lines, (model::LineRange{5, 11}));
  EXPECT_EQ(network.section(*task.section).title, "Goal 1: Safe shores");
  for (const model::AssignmentId id : network.assignments(model::TaskId{0})) {
    const model::Assignment each = network.assignment(id);
    EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin), each.as_written);
    EXPECT_NE(each.as_written.find(network.unit(each.unit).name), std::string_view::npos);
  }
}

TEST(EnglishLines, TakesBulletsWithBoldLabelsAndSeveralFieldsInALine) {
  EXPECT_EQ(shown(read("#### 1.1 Map the reef\n\n- **Lead agency:** Reef Office; **Supporting:** "
                       "Coast Guard\n- **Budget:** 3 million\n\n#### 1.2 Guard the reef\n\n"
                       "* Owner: Coast Guard\n* Partners: none\n* Due: 2027\n")),
            (Lines{"1.1 Map the reef: Reef Office:lead Coast Guard:support",
                   "1.2 Guard the reef: Coast Guard:lead"}));
}

TEST(EnglishLines, TakesFieldsInBracketsBehindASentence) {
  EXPECT_EQ(shown(read("GOAL 1: CLEAN SAND\n\n1.1 Empty the bins. Twice a day in summer. (Lead: "
                       "Beach Team; Partners: Scouts Group, Police; Deadline: 2026)\n\n"
                       "1.2 Sift the sand. (Responsible: Beach Team)\n")),
            (Lines{"1.1 Empty the bins: Beach Team:lead Scouts Group:support Police:support",
                   "1.2 Sift the sand: Beach Team"}));
}

TEST(EnglishLines, TakesOneBulletAsOneTask) {
  EXPECT_EQ(shown(read("- **2.1 Paint the pier** — *Lead:* Harbour Board; *Support:* Parks Team; "
                       "*By:* May 2026\n- **2.2 Light the pier** — *Lead:* Energy Office\n")),
            (Lines{"2.1 Paint the pier: Harbour Board:lead Parks Team:support",
                   "2.2 Light the pier: Energy Office:lead"}));
}

TEST(EnglishLines, TakesLabelsOfNumberAndTitle) {
  EXPECT_EQ(shown(read("Initiative Number: 3.1\nInitiative Title: Share the watch\n"
                       "Responsible Agency: Coast Guard\nContributing Entities: Police, Customs "
                       "Service\n\nInitiative Number: 3.2\nInitiative Title: Buy a boat\n"
                       "Responsible Agency: Police\nContributing Entities: None\n")),
            (Lines{"3.1 Share the watch: Coast Guard Police:support Customs Service:support",
                   "3.2 Buy a boat: Police"}));
}

TEST(EnglishLines, TakesParagraphsWhereNothingIsNumbered) {
  EXPECT_EQ(shown(read("## Actions\n\nMap the drains.\n\nLead: Water Board\nDue: 2026\n\n"
                       "Replace the pipes.\n\nLead: Roads Office\n")),
            (Lines{"1.1 Map the drains: Water Board:lead",
                   "1.2 Replace the pipes: Roads "
                   "Office:lead"}));
}

TEST(EnglishLines, TakesListsAndLinesUnderALabel) {
  EXPECT_EQ(shown(read("### Action 1: Dig\n\nLead agency:\n- Roads Office\n- Water Board\n\n"
                       "### Action 2: Fill\n\nSupporting: Roads Office,\n  Water Board and\n  "
                       "Police\n")),
            (Lines{"1 Dig: Roads Office:lead Water Board:lead",
                   "2 Fill: Roads Office:support Water Board:support Police:support"}));
}

TEST(EnglishLines, TakesLettersOfResponsibility) {
  EXPECT_EQ(shown(read("### Action 1: Dig\n\nAccountable: Roads Office\nResponsible: Works Team\n"
                       "Consulted: Police\nInformed: all staff\n")),
            (Lines{"1 Dig: Roads Office:lead Works Team Police:support all staff*:informed"}));
}

TEST(EnglishLines, SpellsOutAbbreviationsOfTheText) {
  const model::Network network =
      read("### Action 1: Dig\nLead: Inland Waters Agency (IWA)\n### Action 2: Fill\nLead: IWA\n");
  EXPECT_EQ(network.unit_count(), 1U);
  EXPECT_EQ(shown(network)[1], "2 Fill: Inland Waters Agency:lead");
}

TEST(EnglishLines, TakesNoSentenceForAField) {
  const model::Network network = read(
      "Every action has a lead. The lead: it reports twice a year.\n\n## How to read\n\n"
      "Lead: the body that answers to the cabinet for what is done.\n\n### Action 1: Dig\n\n"
      "Responsibility for the ditch was never written down.\n\nLead: Roads Office\n\n"
      "## Contact\n\nTown Hall, Main Street.\n");
  EXPECT_EQ(shown(network), (Lines{"1 Dig: Roads Office:lead"}));
}

TEST(EnglishLines, KeepsAnActionWithoutUnitsInASeriesOfOthers) {
  const model::Network network = read(
      "### Action 1: Dig\nLead: Roads Office\n### Action 2: Fill\nNo lead yet.\n"
      "### Action 3: Plant\nLead: Parks Team\n");
  EXPECT_EQ(shown(network),
            (Lines{"1 Dig: Roads Office:lead", "2 Fill:", "3 Plant: Parks Team:lead"}));
  EXPECT_TRUE(has_note(network, "task-without-clause"));
}

TEST(EnglishLines, NumbersUnderTheSectionWhereNumbersRepeat) {
  EXPECT_EQ(shown(read("## Goal 1: Dry\n### Action 1: Dig\nLead: Roads Office\n## Goal 2: Green\n"
                       "### Action 1: Plant\nLead: Parks Team\n")),
            (Lines{"1.1 Dig: Roads Office:lead", "2.1 Plant: Parks Team:lead"}));
}

TEST(EnglishLines, ReadsStruckOutDatesAsTheNewOnes) {
  const model::Network network =
      read("### Action 1: Dig\nLead: Roads Office\nDeadline: ~~March 2026~~ June 2026\n");
  EXPECT_EQ(network.task(model::TaskId{0}).deadline, "June 2026");
}

TEST(EnglishLines, MakesNoNotesOnAnOrdinaryPlan) {
  const model::Network network = read(
      "## Goal 1: Dry\n\n### Action 1: Dig\n\nLead: Roads Office\nSupporting: Police, Harbour "
      "Trust, all parish councils\nDeadline: 2026\n\n### Action 2: Fill\n\nLead: Harbour Trust\n");
  EXPECT_TRUE(network.notes().empty());
}

TEST(EnglishLines, ReadsHostilePlansInLinearTime) {
  for (const char* flood :
       {"Lead: ", "(", "(Lead: A B", "- Lead: Roads Office\n", "# A\n", "1.1 A\n", "Lead:\n",
        "Roads Office and ", "A, ", "[a](", "~~", "<s>", "**", " with ", "Action 1: ", "; "}) {
    const auto text = [&](std::size_t bytes) {
      return "### Action 1: Dig\n\nLead: Roads Office " + test::repeated(flood, bytes);
    };
    EXPECT_LT(test::growth(test::read_only, text, 50'000), test::kLinearGrowth) << flood;
  }
}

}  // namespace
}  // namespace respnet::extract
