#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/model/network.hpp"

namespace respnet::analysis {

/// What a finding means for accountability.
enum class Severity : std::uint8_t {
  Error,    ///< nobody answers for a task
  Warning,  ///< it is unclear who does, or the reader may have misread
  Info,     ///< good to know; often right as it is
};

/// "error", "warning", "info".
std::string_view name(Severity severity);

/// One row of the table of rules: all that is said about one kind of finding.
struct LintRule {
  std::string id;  ///< kebab-case and stable; of a reader's note, its code
  Severity severity = Severity::Warning;
  Words meaning = {};        ///< one line: what was found
  Words reason = {};         ///< why it matters; empty: the reader was unsure
  Words action = {};         ///< what to do
  std::string source = {};   ///< where the rule comes from, with its threshold if it has one
  bool from_reader = false;  ///< a doubt of the reader, not of the plan
};

/// Every rule: those of the plan, then those of the reader, each errors first.
///
/// To add one: a row (src/analysis/lint_rules.cpp) and, for a rule of the plan, a check in
/// src/analysis/lint.cpp.
const std::vector<LintRule>& lint_rules();

/// Two units that are probably one, found by names; the network keeps them apart.
struct LikelyAlias {
  model::UnitId a{}, b{};
  std::string evidence;  ///< a sentence with both names: why
};

struct LintOptions {
  graph::LeadPolicy lead = graph::LeadPolicy::First;
  std::vector<LikelyAlias> aliases = {};
  std::string select = {};  ///< comma list of globs on rule ids; empty: every rule
  std::string ignore = {};  ///< the same; wins over `select`
};

/// One thing for a person to look at.
struct Finding {
  std::size_t rule = 0;                   ///< position in LintReport::rules
  std::optional<model::SourceId> source;  ///< empty: not known which of several
  std::uint32_t line = 0;                 ///< of that source, from 1; 0: none
  std::optional<model::TaskId> task;
  std::optional<model::UnitId> unit;
  Words message;  ///< names units, not the task; a reader's note is in English in both
};

struct LintReport {
  std::vector<LintRule> rules;    ///< lint_rules(), then codes of notes that it does not hold
  std::vector<Finding> findings;  ///< by severity, rule, source, line; then as the network has them
};

/// What in a network needs a human's eye: how well the plan says who answers for what, and every
/// note of the reader.
///
/// Groups count as one unit. Where a rule of the plan covers what a note says about the same task
/// (group-first by no-lead, task-without-unit by task-without-clause) the finding stands once. A
/// note of unknown code is a warning under that code.
/// @throws std::invalid_argument  when `select` or `ignore` names no rule, with the nearest
/// Cost: O(tasks log tasks + units + assignments + notes log notes).
LintReport lint(const model::Network& network, const LintOptions& options = {});

/// How many findings have this severity.
std::size_t count(const LintReport& report, Severity severity);

/// `findings`, one row each: rule, severity, file, line, task, title, unit, message, action.
Table findings_table(const LintReport& report, const model::Network& network, Language language);

/// The same for people: a table a rule, its title says what to do; notes that all say the same are
/// listed without their words. Last, the table of lint_counts().
/// @param most_rows  of one rule; the rest is counted in the title
std::vector<Table> findings_by_rule(const LintReport& report, const model::Network& network,
                                    Language language, std::size_t most_rows);

/// `counts`: severity, rule and number of findings, rules with findings only.
Table lint_counts(const LintReport& report, Language language);

/// `rules`: the table of rules; id, severity, meaning, reason, action, source.
Table lint_rules_table(Language language);

}  // namespace respnet::analysis
