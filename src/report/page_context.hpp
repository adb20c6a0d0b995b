#pragma once

#include <optional>
#include <string>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/messages.hpp"

namespace respnet::report {

/// What every part of the page needs: the study, its words, and what several parts show.
struct PageContext {
  PageContext(const analysis::Study& study, Language language);

  Language language() const { return say.language(); }
  /// The document's title, or what to call it without one.
  std::string title() const;

  const analysis::Study& study;
  Messages say;
  /// Top-level sections that hold tasks, in order, as they are shown; last, if some tasks stand in
  /// none, what that is called. Empty where no task stands in a section.
  std::vector<std::string> sections;
  /// By task: its place in `sections`, from 1; 0 without sections.
  std::vector<std::uint32_t> section_of_task;
  bool has_mixed_leads = false;  ///< some leads are stated, some inferred
};

/// `text` with line breaks and control characters out of the way, for one line.
std::string one_line(std::string_view text);

/// "t12", "u7": as the pictures name their marks.
std::string key_of(model::TaskId task);
std::string key_of(const analysis::Study& study, std::uint32_t unit);

}  // namespace respnet::report
