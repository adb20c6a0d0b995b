#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "respnet/analysis/lint.hpp"

namespace respnet::analysis {

/// Collects findings under the rules that are wanted.
class FindingList {
 public:
  /// @throws std::invalid_argument  when the options name no rule
  FindingList(const model::Network& network, const LintOptions& options);

  const model::Network& network() const { return network_; }
  bool wants(std::string_view rule) const;
  /// About a task: at its first unit, or where it begins.
  void add(std::string_view rule, model::TaskId task, Words message,
           std::optional<model::UnitId> unit = {});
  /// About a unit: where it was first named. About neither: the document as a whole.
  void add(std::string_view rule, std::optional<model::UnitId> unit,
           std::optional<model::SourceId> source, std::uint32_t line, Words message);
  void add(const model::Note& note);

  LintReport sorted() &&;

 private:
  std::size_t position(std::string_view rule) const;
  void add(Finding finding);
  std::uint32_t line_of(model::TaskId task) const;
  std::optional<model::SourceId> known(model::SourceId source) const;

  const model::Network& network_;
  LintReport report_;
  std::vector<bool> wanted_;  // by rule
};

/// "甲、乙等 7 个", 'a', 'b' and 5 more: names in quotes, at most five.
Words quoted_names(const model::Network& network, const std::vector<model::UnitId>& units);
/// The words with each "{}" of both languages replaced by the next of `values`.
Words filled(const Words& pattern, const std::vector<Words>& values);
Words number_words(std::size_t value);

/// The rules about single tasks and about all of them.
/// @param graph  of the same network, groups kept
void add_task_findings(FindingList& findings, const graph::BipartiteGraph& graph);

}  // namespace respnet::analysis
