#include "extract/task_mentions.hpp"

#include <optional>
#include <utility>

#include "respnet/extract/unit_list.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {

using model::Role;

void add_mentions(std::string_view text, TaskDraft& task) {
  for (std::uint32_t c = 0; c < task.clauses.size(); ++c) {
    const ClauseReading& reading = task.clauses[c].reading;
    if (task.deadline.empty() && !kEmptyCells.is(reading.deadline.of(text)))
      task.deadline = reading.deadline;
    for (const NamedPart& part : with_whole_groups(text, reading.parts)) {
      if (looks_like_deadline(part.text.of(text))) {
        if (task.deadline.empty()) task.deadline = part.text;
        continue;
      }
      for (ListedUnit& unit : split_units(text, part.text)) {
        const std::optional<Role> own = take_role_bracket(unit);
        task.mentions.push_back(
            {std::move(unit), own.value_or(part.role), own || part.is_explicit, c});
      }
    }
    // The bodies do the work; the persons answer for it.
    for (const Range person : reading.persons)
      if (auto named = person_of(text, person))
        task.mentions.push_back({std::move(*named), Role::Oversight, true, c});
  }
}

}  // namespace respnet::extract
