#pragma once

#include <string>
#include <vector>

#include "respnet/analysis/contributions.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/analysis/subjects.hpp"
#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"

namespace respnet::report {

/// What stands around a name in its clause.
struct Marks {
  std::string open = "«";
  std::string close = "»";
};

struct ExplanationOptions {
  Language language = Language::Zh;
  Marks marks = {};
};

/// The evidence behind a unit or task, for a person to read beside the text.
///
/// Of a unit: each of its tasks with the printed role, whether it leads (as stated, or inferred by
/// the lead policy of the study), the line, and the clause with the unit's name marked. Of a task:
/// title, sections, lines, deadline, targets, its clauses with every unit marked, and its units
/// with their roles. Where there is no text behind, the other units stand in place of the clause.
/// Everything but the marks is safe for a terminal.
/// Cost: O(assignments), and the text of the clauses shown.
std::string explanation(const analysis::Study& study, const analysis::Subject& subject,
                        const ExplanationOptions& options = {});

/// The same as tables, for programs and Markdown: `assignments`, one row each, first; then `unit`
/// or `task`, a single row. Clauses come with the marks of the options.
std::vector<Table> explanation_tables(const analysis::Study& study,
                                      const analysis::Subject& subject,
                                      const ExplanationOptions& options = {});

/// A number and what it is made of, for a person: value, meaning, formula, source, and where it is
/// a sum what adds up. Six decimals.
std::string breakdown_text(const analysis::Study& study, const analysis::Subject& subject,
                           const analysis::Breakdown& breakdown, Language language);

/// The same as tables: where it is a sum `contributions`, one row each; and `measure`, a single
/// row.
std::vector<Table> breakdown_tables(const analysis::Study& study, const analysis::Subject& subject,
                                    const analysis::Breakdown& breakdown, Language language);

}  // namespace respnet::report
