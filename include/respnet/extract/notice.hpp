#pragma once

#include <string_view>

#include "respnet/model/network.hpp"

namespace respnet::extract {

/// The responsibility network that a notice in plain text or Markdown states.
///
/// Headings give the outline and the ids of tasks; the clauses under them give units and roles.
/// Markdown task tables (see task_table.hpp) are read instead where they name more tasks.
/// What was doubtful becomes a note: open lists, groups named first, remarks, roles that were
/// inferred, names that were completed or taken as one body, numbered paragraphs without a clause.
/// @param text    decoded, valid UTF-8, as in the file: lines and spans of the result refer to it
/// @param source  path, hash and the like as the caller knows them; title, number, issuer, date and
///                language are filled in where they are empty and the text tells
/// @param file    the source as the user gave it, for messages; empty: the source's path
/// @return        tasks in text order; sections are the headings that tasks stand under
/// @throws InputError  when the text names no unit for any task
/// @throws LimitError  above 4 GiB
/// Cost: O(bytes) time, below ten times the text in memory. No randomness.
model::Network read_notice(std::string_view text, model::Source source, std::string_view file = {});

}  // namespace respnet::extract
