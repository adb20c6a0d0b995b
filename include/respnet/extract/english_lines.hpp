#pragma once

#include "respnet/extract/table_draft.hpp"
#include "respnet/extract/traced_text.hpp"

namespace respnet::extract {

/// The tasks of an English action plan in lines: headings and numbered items ("### Action 1.2: …",
/// "1.1 …", "Goal 1"), under them or behind them fields that say who and when ("Lead: X;
/// Supporting: Y", "- **Owner:** X", "(Lead: X; Partners: Y)"). An item with units is a task, those
/// above it are its sections; an item without is a task only in a series whose others have units.
/// @param text  gets the plan's lines appended, without their marks; its source is the plan
/// @return      like the tasks of tables; no tasks where no field names a unit
/// Cost: O(bytes).
TableDrafts draft_english_tasks(TracedText& text);

}  // namespace respnet::extract
