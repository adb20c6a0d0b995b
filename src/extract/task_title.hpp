#pragma once

#include <string>
#include <string_view>

#include "respnet/extract/outline.hpp"

namespace respnet::extract {

/// Whether a heading stands on a line of its own and counts like 一、 or （一）, or not at all.
bool is_section(const Heading& heading);

/// The title of a task under that heading: the heading's, but for sections and for text without
/// headings, where it is the beginning of the task's own sentences.
std::string task_title(std::string_view text, const Heading& heading, Range sentences);

}  // namespace respnet::extract
