#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "respnet/extract/clause_finder.hpp"
#include "respnet/extract/flow.hpp"
#include "respnet/extract/outline.hpp"
#include "respnet/extract/unit_list.hpp"
#include "respnet/model/role.hpp"

namespace respnet::extract {

/// A unit as one clause of a task names it.
struct Mention {
  ListedUnit unit;
  model::Role role = model::Role::Responsible;
  bool is_explicit = true;
  std::uint32_t clause = 0;  ///< which of the task's clauses
};

/// A task as the outline and the clauses tell it, before names are compared over the whole text.
struct TaskDraft {
  std::uint32_t heading = 0;             ///< index in the outline
  std::optional<std::uint32_t> section;  ///< the heading it stands under; empty: none
  std::uint32_t part = 0;                ///< k of "3.10#k"; 0 where the heading has one task
  std::string title;
  Range whole;                       ///< heading to last clause
  Range sentences;                   ///< the text that the clauses close
  std::vector<FoundClause> clauses;  ///< none: a numbered paragraph without a clause
  std::vector<Mention> mentions;
  Range deadline;            ///< as a clause states it
  bool shared_list = false;  ///< items of a list whose last one holds the clause of all
};

/// A remark that the unit named first leads, and where it stands.
struct StandingRemark {
  Range range;
  bool from_here_on = false;
};

struct Drafts {
  std::vector<TaskDraft> tasks;  ///< in text order
  std::vector<StandingRemark> remarks;
  std::vector<Range> repeats;  ///< tasks of an annex that the text has before, left aside
};

/// The tasks of a notice. A heading with several clauses that text parts is several tasks; clauses
/// side by side belong to one. A numbered paragraph without a clause is a task only in a series
/// whose others have clauses. In a list of duties by unit, each unit's paragraph is a task. Tasks
/// that an annex repeats word by word are left aside.
Drafts draft_tasks(const Flow& flow, const std::vector<Heading>& headings);

}  // namespace respnet::extract
