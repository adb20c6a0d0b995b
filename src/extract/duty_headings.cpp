#include "extract/duty_headings.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "respnet/extract/duty_list.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

// Headings of one kind under one heading.
struct Series {
  std::uint32_t headings = 0;
  bool certain = false;
  std::vector<std::pair<std::uint32_t, FoundClause>> duties;

  bool lists_duties() const {
    return duties.size() >= 2 && duties.size() * 2 > headings && certain;
  }
};

FoundClause duty_clause(Range units) {
  FoundClause clause;
  clause.range = units;
  clause.form = ClauseForm::Duty;
  return clause;
}

std::optional<FoundClause> duty(std::string_view text, const Heading& heading, bool has_children) {
  const bool goes_on = has_children || has_words(heading.body.of(text)) ||
                       !kResponsibleVerbs.inside(heading.title.of(text));
  const auto title = duty_title(text, heading.title);
  if (!title || !goes_on) return std::nullopt;
  FoundClause clause = duty_clause(title->units);
  clause.role_word = title->certain;
  return clause;
}

std::vector<bool> with_clauses_below(const std::vector<Heading>& headings,
                                     const std::vector<HeadingClauses>& all) {
  std::vector<bool> below(headings.size(), false);
  for (auto i = static_cast<std::uint32_t>(headings.size()); i-- > 1;)
    if (below[i] || !all[i].clauses.empty()) below[headings[i].parent] = true;
  return below;
}

}  // namespace

void add_duty_clauses(std::string_view text, const std::vector<Heading>& headings,
                      std::vector<HeadingClauses>& all) {
  const std::vector<bool> below = with_clauses_below(headings, all);
  std::map<std::tuple<std::uint32_t, MarkKind>, Series> lists;
  for (std::uint32_t i = 1; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    if (heading.mark.kind == MarkKind::None || !all[i].clauses.empty() || below[i]) continue;
    Series& series = lists[{heading.parent, heading.mark.kind}];
    ++series.headings;
    if (auto clause = duty(text, heading, all[i].children != 0)) {
      series.certain |= clause->role_word;
      series.duties.emplace_back(i, std::move(*clause));
    } else if (all[i].children == 0) {
      for (const Range units : duty_paragraphs(text, heading.body))
        all[i].clauses.push_back(duty_clause(units));
      all[i].duties = !all[i].clauses.empty();
    }
  }
  for (auto& [place, series] : lists) {
    if (!series.lists_duties()) continue;
    for (auto& [i, clause] : series.duties) {
      all[i].clauses.push_back(std::move(clause));
      all[i].duties = true;
    }
  }
}

}  // namespace respnet::extract
