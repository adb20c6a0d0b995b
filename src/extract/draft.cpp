#include "respnet/extract/draft.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ranges>
#include <utility>

#include <tsl/robin_map.h>

#include "extract/heading_clauses.hpp"
#include "extract/task_mentions.hpp"
#include "extract/task_title.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kLongestTitle = 40;  // characters

constexpr std::size_t kMostClauses = 10000;  // of one task

class Drafter {
 public:
  Drafter(const Flow& flow, const std::vector<Heading>& headings)
      : text_(flow.text()), headings_(headings) {}
  Drafts drafts();

 private:
  void find_clauses();
  void count_series();
  bool lacks_clause_in_series(std::uint32_t heading) const;
  void add_tasks(std::uint32_t heading);
  void add_duties(std::uint32_t heading);
  void add_task(std::uint32_t heading, Range sentences, std::vector<FoundClause> clauses);
  void apply_remarks(TaskDraft& task);
  void drop_repeats();

  struct Series {
    std::uint32_t with = 0, without = 0;
  };

  std::string_view text_;
  const std::vector<Heading>& headings_;
  std::vector<HeadingClauses> found_;  // by heading
  std::map<std::pair<std::uint32_t, MarkKind>, Series> series_;
  bool first_leads_ = false;
  bool others_support_ = false;
  Drafts drafts_;
};

Drafts Drafter::drafts() {
  find_clauses();
  count_series();
  for (std::uint32_t i = 0; i < headings_.size(); ++i) add_tasks(i);
  drop_repeats();
  return std::move(drafts_);
}

void Drafter::find_clauses() {
  ClausesOfNotice found = clauses_of_headings(text_, headings_);
  found_ = std::move(found.headings);
  for (const FirstLeads& remark : found.standing) {
    first_leads_ = true;
    others_support_ |= remark.others_support;
    drafts_.remarks.push_back({{remark.at, remark.at + remark.size}, true});
  }
}

void Drafter::count_series() {
  for (std::uint32_t i = 1; i < headings_.size(); ++i) {
    if (found_[i].children != 0 || headings_[i].mark.kind == MarkKind::None) continue;
    Series& series = series_[{headings_[i].parent, headings_[i].mark.kind}];
    ++(found_[i].clauses.empty() ? series.without : series.with);
  }
}

bool Drafter::lacks_clause_in_series(std::uint32_t i) const {
  const Heading& heading = headings_[i];
  if (heading.mark.kind == MarkKind::None || found_[i].children != 0 || found_[i].lifted_from)
    return false;
  const auto found = series_.find({heading.parent, heading.mark.kind});
  const auto [with, without] = found->second;
  if (with == 0 || !has_words(heading.body.of(text_))) return false;
  if (kClosingTitles.at_start(stripped(heading.title.of(text_))) != 0) return false;
  if (heading.own_line) return with >= 2 && without == 1;
  return with * 2 > with + without - 1;
}

void Drafter::add_tasks(std::uint32_t i) {
  if (found_[i].duties) {
    add_duties(i);
    return;
  }
  std::vector<FoundClause>& found = found_[i].clauses;
  const std::size_t first_task = drafts_.tasks.size();
  if (found.empty()) {
    if (lacks_clause_in_series(i)) add_task(i, headings_[i].body, {});
    return;
  }
  std::uint32_t begin = headings_[i].body.begin;
  for (std::size_t c = 0; c < found.size();) {
    std::vector<FoundClause> together;
    const Range sentences{begin, found[c].range.begin};
    do {
      begin = found[c].range.end;
      together.push_back(std::move(found[c++]));
      if (together.size() > kMostClauses)
        throw LimitError("more than " + std::to_string(kMostClauses) +
                         " responsibility clauses stand side by side; this is no work plan");
    } while (c < found.size() && (found[c].range.begin >= headings_[i].body.end ||
                                  !has_words(Range{begin, found[c].range.begin}.of(text_))));
    add_task(i, sentences, std::move(together));
  }
  const std::size_t tasks = drafts_.tasks.size() - first_task;
  for (std::size_t k = 0; k < tasks && tasks > 1; ++k)
    drafts_.tasks[first_task + k].part = static_cast<std::uint32_t>(k + 1);
}

void Drafter::add_duties(std::uint32_t i) {
  std::vector<FoundClause>& found = found_[i].clauses;
  const Range body = headings_[i].body;
  for (std::size_t c = 0; c < found.size(); ++c) {
    FoundClause& clause = found[c];
    clause.role_word = true;
    clause.reading = read_clause(clause.range.of(text_));
    for (NamedPart& part : clause.reading.parts) {
      part.text = part.text.shifted(clause.range.begin);
      part.is_explicit = true;
    }
    const std::uint32_t begin = std::max(body.begin, clause.range.end);
    const Range sentences{begin, c + 1 < found.size() ? found[c + 1].range.begin : body.end};
    const Range named = clause.range;
    add_task(i, sentences, {std::move(clause)});
    TaskDraft& task = drafts_.tasks.back();
    const bool heads = named.begin < body.begin;  // else a paragraph under the heading
    const Range title = heads ? headings_[i].title : named;
    task.title = prefix(without_blanks(title.of(text_)), kLongestTitle);
    task.whole = {std::min(task.whole.begin, named.begin), std::max(sentences.end, named.end)};
    if (found.size() > 1) task.part = static_cast<std::uint32_t>(c + 1);
  }
}

// An annex that sums up the text names the same units for the same titles again.
void Drafter::drop_repeats() {
  const auto key = [&](const TaskDraft& task) {
    std::vector<std::string_view> units;
    for (const Mention& mention : task.mentions) units.push_back(mention.unit.name);
    std::ranges::sort(units);
    std::string words = without_blanks(task.title);
    for (const std::string_view unit : units) words += "\n" + std::string(unit);
    return words;
  };
  const auto part = [&](const TaskDraft& task) { return headings_[task.heading].part; };
  if (drafts_.tasks.empty() || part(drafts_.tasks.front()) == part(drafts_.tasks.back())) return;
  tsl::robin_map<std::string, std::uint32_t> first_part;
  std::erase_if(drafts_.tasks, [&](const TaskDraft& task) {
    if (task.mentions.empty()) return false;
    const auto [seen, added] = first_part.try_emplace(key(task), part(task));
    if (added || seen->second == part(task)) return false;
    drafts_.repeats.push_back(task.whole);
    return true;
  });
}

void Drafter::add_task(std::uint32_t i, Range sentences, std::vector<FoundClause> clauses) {
  const Heading& heading = headings_[i];
  TaskDraft task;
  task.heading = i;
  if (is_section(heading) && heading.mark.kind != MarkKind::None)
    task.section = i;
  else if (heading.parent != 0)
    task.section = heading.parent;
  task.title = found_[i].labelled ? std::string(stripped(heading.title.of(text_)))
                                  : task_title(text_, heading, sentences);
  const bool first = sentences.begin == heading.body.begin;
  task.whole = {first && i != 0 ? heading.label.begin : sentences.begin,
                clauses.empty() ? sentences.end : clauses.back().range.end};
  task.sentences = sentences;
  task.clauses = std::move(clauses);
  task.shared_list = found_[i].lifted_to;
  add_mentions(text_, task);
  const bool states =
      !task.mentions.empty() || std::ranges::any_of(task.clauses, &FoundClause::too_long);
  if (!states && !task.clauses.empty()) {
    // A deadline alone, behind the units' own line.
    if (!drafts_.tasks.empty() && drafts_.tasks.back().heading == i && !task.deadline.empty())
      drafts_.tasks.back().deadline = task.deadline;
    return;
  }
  apply_remarks(task);
  drafts_.tasks.push_back(std::move(task));
}

void Drafter::apply_remarks(TaskDraft& task) {
  bool here = first_leads_;
  bool others_support = others_support_;
  for (const FoundClause& clause : task.clauses) {
    if (!clause.reading.first_leads) continue;
    here = true;
    others_support = clause.reading.others_support;
    if (clause.reading.from_here_on) {
      first_leads_ = true;
      others_support_ = others_support;
    }
    drafts_.remarks.push_back({clause.range, clause.reading.from_here_on});
  }
  std::vector<Mention*> units;
  for (Mention& mention : task.mentions)
    if (!mention.unit.person) units.push_back(&mention);
  const bool led =
      std::ranges::any_of(units, [](const Mention* m) { return m->role == Role::Lead; });
  if (!here || led || units.size() < 2 || units.front()->unit.group) return;
  units.front()->role = Role::Lead;
  units.front()->is_explicit = true;
  for (Mention* mention : units | std::views::drop(1))
    if (others_support && mention->role == Role::Responsible) mention->role = Role::Support;
}

}  // namespace

Drafts draft_tasks(const Flow& flow, const std::vector<Heading>& headings) {
  return Drafter(flow, headings).drafts();
}

}  // namespace respnet::extract
