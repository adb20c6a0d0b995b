// Notes are said in the language of the document they are about.

#include <string>
#include <string_view>
#include <vector>

#include "extract/reading.hpp"
#include "respnet/base/text.hpp"

namespace respnet::extract {
namespace {

using test::has_note;
using test::read;

bool is_hanzi(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The message without what it quotes.
std::string own_words(std::string message, std::string_view open, std::string_view close) {
  for (std::size_t at = message.find(open); at != std::string::npos; at = message.find(open, at)) {
    const std::size_t end = message.find(close, at + open.size());
    if (end == std::string::npos) break;
    message.erase(at, end + close.size() - at);
  }
  return message;
}

bool has_any(std::string_view text, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < text.size();)
    if (is(next_code_point(text, at))) return true;
  return false;
}

std::vector<const model::Note*> notes_of(const model::Network& network, std::string_view code) {
  std::vector<const model::Note*> found;
  for (const model::Note& note : network.notes())
    if (note.code == code) found.push_back(&note);
  return found;
}

TEST(NoteLanguage, IsChineseInAChineseNotice) {
  const auto network = read(
      "2025年工作要点\n一、治水\n"
      "1.清南河。年内清完。（省水利厅、财政厅牵头，省水利厅配合）\n"
      "2.清北河。年内清完。（省直有关部门、县财政局）\n"
      "3.清西河。年内清完。（县财政局会同ABC公司等负责）\n"
      "4.清东河。年内清完。\n"
      "5.修坝。年内修完。（责任单位：县水利局、守河人们）\n");

  for (const char* code : {"lead-also-support", "no-role-word", "group-first", "inferred-roles",
                           "open-list", "task-without-clause", "level-added", "unusual-name"})
    EXPECT_TRUE(has_note(network, code)) << code;
  for (const model::Note& note : network.notes()) {
    const std::string words = own_words(note.message, "“", "”");
    EXPECT_TRUE(has_any(words, is_hanzi)) << note.message;
    EXPECT_FALSE(has_any(words, is_latin)) << note.message;
  }
}

TEST(NoteLanguage, IsEnglishInAnEnglishPlan) {
  const auto network = read(
      "# Action plan for data\n\nThe agencies will act as follows.\n\n"
      "| No. | Task | Lead | Support | Remarks |\n|---|---|---|---|---|\n"
      "| 1 | Publish the data | Treasury Department | Data Office | soon |\n"
      "| 2 | Train the staff of all offices | Data Office with Labor Office | | |\n"
      "| 2 | Report on the progress | Data Office | Data Office | |\n");

  for (const char* code : {"ignored-column", "numbers-not-unique", "lead-also-support"})
    EXPECT_TRUE(has_note(network, code)) << code;
  for (const model::Note& note : network.notes())
    EXPECT_FALSE(has_any(own_words(note.message, "'", "'"), is_hanzi)) << note.message;
}

TEST(Notes, TellACompletedNameOnceAtItsFirstTask) {
  const auto network = read(
      "1.甲事。（省水利厅、财政厅负责）\n2.乙事。（省水利厅、教育厅负责）\n"
      "3.丙事。（省水利厅、财政厅、省教育厅负责）\n4.丁事。（省水利厅、财政厅、财政厅负责）\n");

  const auto notes = notes_of(network, "level-added");
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0]->message, "“财政厅”按前面单位的层级补为“省财政厅”；共 3 项任务，此为首项");
  EXPECT_EQ(notes[0]->task, model::TaskId{0});
  EXPECT_EQ(notes[0]->line, 1U);
  ASSERT_TRUE(notes[0]->unit);
  EXPECT_EQ(network.unit_name(*notes[0]->unit), "省财政厅");
  EXPECT_EQ(notes[1]->message, "“教育厅”按前面单位的层级补为“省教育厅”");
  EXPECT_EQ(notes[1]->task, model::TaskId{1});
}

TEST(Notes, OnALineThatIsNoTaskAfterAllAreAboutTheDocument) {
  const auto network = read(
      "# Action plan for data\n\nThe agencies will act as follows.\n\n"
      "## 1. Publish the data\n\nLead: Treasury Department\n\n"
      "## 2. Train the staff\n\nLead: Labor Department\n\n"
      "### Background\n\nLead: to be said at some later time and place\n");

  for (const model::Note* note : notes_of(network, "field-left-aside")) {
    EXPECT_TRUE(!note->task || model::index(*note->task) < network.task_count());
  }
}

}  // namespace
}  // namespace respnet::extract
