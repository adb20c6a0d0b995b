#pragma once

#include "respnet/model/network_builder.hpp"

namespace respnet::model {

// What a network holds as rows for a builder, to make another network from it. Ids in the rows are
// those of the network the views come from.

inline SectionRow row_of(const Section& section) {
  return {.id = std::string(section.id),
          .title = std::string(section.title),
          .parent = section.parent,
          .source = section.source};
}

inline TaskRow row_of(const Task& task) {
  return {.id = std::string(task.id),
          .title = std::string(task.title),
          .section = task.section,
          .source = task.source,
          .lines = task.lines,
          .deadline = std::string(task.deadline),
          .due = std::string(task.due),
          .clauses = {task.clauses.begin(), task.clauses.end()},
          .targets = {task.targets.begin(), task.targets.end()}};
}

inline UnitRow row_of(const Unit& unit) {
  return {.id = unit.id,
          .name = std::string(unit.name),
          .kind = unit.kind,
          .aliases = {unit.aliases.begin(), unit.aliases.end()},
          .offices = {unit.offices.begin(), unit.offices.end()},
          .members = {unit.members.begin(), unit.members.end()}};
}

inline AssignmentEvidence evidence_of(const Assignment& assignment) {
  return {.is_explicit = assignment.is_explicit,
          .clause = assignment.clause,
          .line = assignment.line,
          .span = assignment.span,
          .as_written = std::string(assignment.as_written),
          .offices = {assignment.offices.begin(), assignment.offices.end()}};
}

}  // namespace respnet::model
