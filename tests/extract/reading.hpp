#pragma once

// Notices in a few lines, and what was read from them in a form that a test can show.

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "respnet/extract/notice.hpp"

namespace respnet::test {

inline model::Network read(std::string_view text) {
  model::Source source;
  source.path = "notice.md";
  return extract::read_notice(text, source);
}

/// "甲局", "甲局:lead", "甲局:support?" (? = inferred), "甲局[乙站]" (offices), "各乡镇*" (group).
inline std::string shown(const model::Network& network, const model::Assignment& assignment) {
  const model::Unit unit = network.unit(assignment.unit);
  std::string text(unit.name);
  if (unit.kind == model::UnitKind::Group) text += "*";
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
