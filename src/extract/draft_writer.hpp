#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "respnet/extract/draft.hpp"
#include "respnet/extract/front_matter.hpp"
#include "respnet/extract/traced_text.hpp"
#include "respnet/extract/unit_table.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::extract {

/// Ids that people see; a second one of the same path gets "~2".
class Ids {
 public:
  std::string unique(const std::string& id);

 private:
  tsl::robin_set<std::string> taken_;
  tsl::robin_map<std::string, std::uint32_t> repeats_;
};

/// Turns drafts of tasks into rows of a network, wherever in the text they were found. Ids and
/// sections are the caller's.
class DraftWriter {
 public:
  /// @param file  as the user gave it, for messages
  DraftWriter(const TracedText& text, const Drafts& drafts, std::string file);

  std::size_t tasks_with_units() const;
  /// @throws InputError  with that message when no draft names a unit
  void refuse_empty(const std::string& message) const;
  /// Fills in what the caller does not know.
  void add_source(model::Source source, const FrontMatter& front);
  model::SourceId source() const { return source_; }
  /// Adds the next draft.
  void add_task(std::string id, std::optional<model::SectionId> section);
  /// The tasks added so far, in the order of the drafts.
  const std::vector<model::TaskId>& task_ids() const { return task_ids_; }
  model::NetworkBuilder& builder() { return builder_; }

  /// The network with the notes on its drafts. @pre every draft was added
  model::Network network() &&;

 private:
  std::vector<model::Clause> clauses(const TaskDraft& task) const;
  void add_assignments(std::size_t t, model::TaskId id);

  const TracedText& text_;
  const Drafts& drafts_;
  UnitTable units_;
  std::string file_;
  model::NetworkBuilder builder_;
  model::SourceId source_{};
  std::vector<model::UnitId> unit_ids_;
  std::vector<model::TaskId> task_ids_;
};

}  // namespace respnet::extract
