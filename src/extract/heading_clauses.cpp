#include "extract/heading_clauses.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "extract/duty_headings.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes, of a heading that is only a label

std::vector<HeadingClauses> found_in_bodies(std::string_view text,
                                            const std::vector<Heading>& headings) {
  std::vector<HeadingClauses> all(headings.size());
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    all[i].clauses = find_clauses(text, headings[i].body);
    if (i != 0 && headings[i].mark.kind != MarkKind::None) ++all[headings[i].parent].children;
  }
  return all;
}

// Outside the clauses, a cover letter or a note at the end speaks for all of them.
std::vector<FirstLeads> standing_remarks(std::string_view text,
                                         const std::vector<Heading>& headings,
                                         const std::vector<HeadingClauses>& all) {
  std::vector<FirstLeads> standing;
  for (const FirstLeads& remark : first_leads_remarks(text)) {
    const auto behind = std::ranges::upper_bound(headings, remark.at, {},
                                                 [](const Heading& h) { return h.label.begin; });
    const auto heading = static_cast<std::size_t>(behind - headings.begin() - 1);
    const auto& found = all[heading].clauses;
    const auto clause = std::ranges::upper_bound(
        found, remark.at, {}, [](const FoundClause& c) { return c.range.begin; });
    if (clause != found.begin() && std::prev(clause)->range.end > remark.at) continue;
    standing.push_back(remark);
  }
  return standing;
}

// The label and its colon stand in the heading, the names behind them.
std::optional<FoundClause> clause_through_label(std::string_view text, const Heading& heading) {
  const std::size_t stop = std::min<std::size_t>(
      find_outside_brackets(heading.body.of(text), GlyphKind::Stop), heading.body.size());
  FoundClause clause;
  clause.form = ClauseForm::RunOn;
  clause.range =
      narrowed(text, {heading.title.begin, heading.body.begin + static_cast<std::uint32_t>(stop)});
  if (clause.range.size() > kLongestClause) return std::nullopt;
  clause.reading = read_clause_at(text, clause.range);
  if (!clause.reading.labelled && clause.reading.deadline.empty()) return std::nullopt;
  return clause;
}

// "（二）责任单位：甲局" under "一、修路": the item is a label, and the task is what it stands
// under.
void lift_labelled_items(std::string_view text, const std::vector<Heading>& headings,
                         std::vector<HeadingClauses>& all) {
  for (std::uint32_t i = 1; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    if (heading.parent == 0 || all[i].children != 0 || heading.title.size() > kLongestLabel)
      continue;
    const std::string_view title = stripped(heading.title.of(text));
    const std::string label = std::string(title) + "：";
    const bool labels = label_at_start(label) == label.size();
    if (!labels && !kDutyHeads.is(title)) continue;
    std::vector<FoundClause> found = std::exchange(all[i].clauses, {});
    if (found.empty() && labels)
      if (auto clause = clause_through_label(text, heading)) found.push_back(std::move(*clause));
    all[i].lifted_from = !found.empty();
    HeadingClauses& above = all[heading.parent];
    above.labelled |= !found.empty();
    std::ranges::move(found, std::back_inserter(above.clauses));
  }
}

// 主办单位：… at the foot of a web page is no clause where the notice brackets its clauses.
void drop_page_footers(std::string_view text, std::vector<HeadingClauses>& all) {
  const auto is_bracketed = [](const FoundClause& c) { return c.form == ClauseForm::Bracketed; };
  const bool brackets = std::ranges::any_of(all, [&](const HeadingClauses& heading) {
    return std::ranges::any_of(heading.clauses, is_bracketed);
  });
  if (!brackets) return;
  for (HeadingClauses& heading : all)
    std::erase_if(heading.clauses, [&](const FoundClause& clause) {
      return clause.form == ClauseForm::RunOn && kHostStems.at_start(clause.range.of(text)) != 0;
    });
}

// The last of the items right below heading `i`, if they are a list without items of their own in
// which it alone has a clause.
std::optional<std::uint32_t> last_item_with_clause(const std::vector<Heading>& headings,
                                                   const std::vector<HeadingClauses>& all,
                                                   std::uint32_t i) {
  std::uint32_t with = 0;
  const std::uint32_t last = i + all[i].children;
  for (std::uint32_t j = i + 1; j <= last; ++j) {
    if (headings[j].parent != i) return std::nullopt;
    const MarkKind kind = headings[j].mark.kind;
    if (kind <= MarkKind::SubSubDecimal && !(headings[j].run_in && kind == MarkKind::Digit))
      return std::nullopt;
    if (!all[j].clauses.empty()) ++with;
  }
  return with == 1 && !all[last].clauses.empty() ? std::optional(last) : std::nullopt;
}

// A list in which only the last item has a clause: the clause is the whole list's.
void lift_shared_clauses(const std::vector<Heading>& headings, std::vector<HeadingClauses>& all) {
  for (auto i = static_cast<std::uint32_t>(headings.size()); i-- > 1;) {
    if (all[i].children < 2 || !all[i].clauses.empty()) continue;
    const auto last = last_item_with_clause(headings, all, i);
    if (!last || all[*last].clauses.front().form == ClauseForm::Sentence) continue;
    all[i].clauses = std::exchange(all[*last].clauses, {});
    for (std::uint32_t j = i + 1; j <= *last; ++j) all[j].lifted_from = true;
    all[i].lifted_to = true;
  }
}

}  // namespace

ClausesOfNotice clauses_of_headings(std::string_view text, const std::vector<Heading>& headings) {
  ClausesOfNotice result;
  result.headings = found_in_bodies(text, headings);
  result.standing = standing_remarks(text, headings, result.headings);
  lift_labelled_items(text, headings, result.headings);
  drop_page_footers(text, result.headings);
  lift_shared_clauses(headings, result.headings);
  add_duty_clauses(text, headings, result.headings);
  return result;
}

}  // namespace respnet::extract
