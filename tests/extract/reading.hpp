#pragma once

// Notices in a few lines, and what was read from them in a form that a test can show.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/extract/notice.hpp"

namespace respnet::test {

/// The printed form as its lines were joined: page numbers between line breaks, blanks, bold marks
/// marks of headings in front of lines, quotation marks and characters that do not show left out,
/// with what web pages write for them.
inline std::string joined(std::string_view printed) {
  const auto without = [](std::string text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word))
        text.erase(at, word.size());
    return text;
  };
  std::string kept;
  for (std::size_t begin = 0; begin <= printed.size();) {
    const std::size_t end = std::min(printed.find_first_of("\n\f", begin), printed.size());
    std::string line = without(std::string(printed.substr(begin, end - begin)),
                               {"&nbsp;", "<br>", "**", "\u200B", "\u202E", "\u2060", " ", "\t",
                                "\r", "\u3000", "\u00A0"});
    if (begin > 0) line.erase(0, line.find_first_not_of("#>"));
    const bool whole_line = begin > 0 && end < printed.size();
    const bool page_number =
        whole_line &&
        without(line, {"—", "-", "－"}).find_first_not_of("0123456789") == std::string::npos;
    if (!page_number) kept += line;
    begin = end + 1;
  }
  return without(kept, {"&ldquo;", "&rdquo;", "“", "”"});
}

/// The text at the span of every assignment is its printed form, which begins with the name or one
/// of the aliases of its unit and holds all its offices.
inline void expect_evidence(const model::Network& network, std::string_view text) {
  for (const model::TaskId task : network.task_ids())
    for (const model::AssignmentId id : network.assignments(task)) {
      const model::Assignment assignment = network.assignment(id);
      const model::Unit unit = network.unit(assignment.unit);
      EXPECT_EQ(text.substr(assignment.span.begin, assignment.span.end - assignment.span.begin),
                assignment.as_written);
      const std::string printed = joined(assignment.as_written);
      bool named = printed.starts_with(joined(unit.name));
      for (const auto& alias : unit.aliases) named = named || printed.starts_with(joined(alias));
      EXPECT_TRUE(named) << unit.name << " is not at its span: " << printed;
      for (const auto& office : assignment.offices)
        EXPECT_NE(printed.find(joined(office)), std::string::npos) << office;
    }
}

/// Reads a notice, and checks the evidence of every assignment on the way.
inline model::Network read(std::string_view text) {
  model::Source source;
  source.path = "notice.md";
  model::Network network = extract::read_notice(text, source);
  expect_evidence(network, text);
  return network;
}

/// Reads it and looks at nothing: to measure.
inline void read_only(const std::string& text) {
  extract::read_notice(text, {.path = "notice.md"});
}

/// "甲局", "甲局:lead", "甲局:support?" (? = inferred), "甲局[乙站]" (offices), "各乡镇*" (group).
inline std::string shown(const model::Network& network, const model::Assignment& assignment) {
  const model::Unit unit = network.unit(assignment.unit);
  std::string text(unit.name);
  if (unit.kind == model::UnitKind::Group) text += "*";
  if (unit.kind == model::UnitKind::Person) text += "(person)";
  for (const std::string& office : assignment.offices) text += "[" + office + "]";
  if (assignment.role != model::Role::Responsible) text += ":" + std::string(name(assignment.role));
  if (!assignment.is_explicit) text += "?";
  return text;
}

/// One line a task: "3.1 修路: 甲局:lead 乙局".
inline std::vector<std::string> shown(const model::Network& network) {
  std::vector<std::string> lines;
  for (const model::TaskId id : network.task_ids()) {
    const model::Task task = network.task(id);
    std::string line = std::string(task.id) + " " + std::string(task.title) + ":";
    for (const model::AssignmentId a : network.assignments(id))
      line += " " + shown(network, network.assignment(a));
    lines.push_back(line);
  }
  return lines;
}

inline bool has_note(const model::Network& network, std::string_view code) {
  for (const model::Note& note : network.notes())
    if (note.code == code) return true;
  return false;
}

using Lines = std::vector<std::string>;

}  // namespace respnet::test
