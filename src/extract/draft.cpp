#include "respnet/extract/draft.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ranges>
#include <tuple>
#include <utility>

#include <tsl/robin_map.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/duty_list.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kLongestTitle = 40;   // characters, of a sentence taken as title
constexpr std::size_t kShortSentence = 25;  // characters, of a sentence that reads like a heading

constexpr std::size_t kMostClauses = 10000;  // of one task

bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    if (glyph.kind == GlyphKind::Other) return true;
    i += glyph.size;
  }
  return false;
}

// 修渠，（甲局负责）: the comma belongs to the clause.
std::string_view without_separators_behind(std::string_view text) {
  for (text = stripped(text); !text.empty();) {
    const std::size_t last = previous(text, text.size());
    if (!separates(glyph_at(text, last).kind)) break;
    text = stripped(text.substr(0, last));
  }
  return text;
}

bool is_section(const Heading& heading) {
  return heading.own_line && heading.mark.kind <= MarkKind::RoundNumeral;
}

class Drafter {
 public:
  Drafter(const Flow& flow, const std::vector<Heading>& headings)
      : text_(flow.text()), headings_(headings), clauses_(headings.size()) {}
  Drafts drafts();

 private:
  void find_all();
  void lift_labelled_items();
  void find_standing_remarks();
  void find_duty_lists();
  std::optional<FoundClause> duty(std::uint32_t heading) const;
  void add_duties(std::uint32_t heading);
  void drop_repeats();
  void drop_page_footers();
  void lift_shared_clauses();
  void count_series();
  bool lacks_clause_in_series(std::uint32_t heading) const;
  void add_tasks(std::uint32_t heading);
  void add_task(std::uint32_t heading, Range sentences, std::vector<FoundClause> clauses);
  void add_mentions(TaskDraft& task);
  void apply_remarks(TaskDraft& task);
  std::string title_of(const Heading& heading, Range sentences) const;
  std::string first_sentence(Range sentences, std::size_t longest, bool plain) const;

  std::string_view text_;
  const std::vector<Heading>& headings_;
  std::vector<std::vector<FoundClause>> clauses_;  // by heading
  std::vector<std::uint32_t> children_;            // by heading
  std::vector<bool> lifted_from_, lifted_to_, duties_, labelled_;
  struct Series {
    std::uint32_t with = 0, without = 0;
  };
  std::map<std::tuple<std::uint32_t, MarkKind>, Series> series_;
  bool first_leads_ = false;
  bool others_support_ = false;
  Drafts drafts_;
};

Drafts Drafter::drafts() {
  find_all();
  find_standing_remarks();
  lift_labelled_items();
  drop_page_footers();
  lift_shared_clauses();
  find_duty_lists();
  count_series();
  for (std::uint32_t i = 0; i < headings_.size(); ++i) add_tasks(i);
  drop_repeats();
  return std::move(drafts_);
}

void Drafter::find_all() {
  children_.assign(headings_.size(), 0);
  lifted_from_.assign(headings_.size(), false);
  lifted_to_.assign(headings_.size(), false);
  duties_.assign(headings_.size(), false);
  labelled_.assign(headings_.size(), false);
  for (std::uint32_t i = 0; i < headings_.size(); ++i) {
    clauses_[i] = find_clauses(text_, headings_[i].body);
    if (i != 0 && headings_[i].mark.kind != MarkKind::None) ++children_[headings_[i].parent];
  }
}

// Outside the clauses, a cover letter or a note at the end speaks for all of them.
void Drafter::find_standing_remarks() {
  for (const FirstLeads& remark : first_leads_remarks(text_)) {
    const auto behind = std::ranges::upper_bound(headings_, remark.at, {},
                                                 [](const Heading& h) { return h.label.begin; });
    const auto heading = static_cast<std::size_t>(behind - headings_.begin() - 1);
    const auto& found = clauses_[heading];
    const auto clause = std::ranges::upper_bound(
        found, remark.at, {}, [](const FoundClause& c) { return c.range.begin; });
    if (clause != found.begin() && std::prev(clause)->range.end > remark.at) continue;
    first_leads_ = true;
    others_support_ |= remark.others_support;
    drafts_.remarks.push_back({{remark.at, remark.at + remark.size}, true});
  }
}

// "（二）责任单位：甲局" under "一、修路": the item is a label, and the task is what it stands
// under.
void Drafter::lift_labelled_items() {
  for (std::uint32_t i = 1; i < headings_.size(); ++i) {
    const Heading& heading = headings_[i];
    const std::uint32_t parent = heading.parent;
    if (parent == 0 || children_[i] != 0 || heading.title.size() > 60) continue;
    const std::string_view title = stripped(heading.title.of(text_));
    const std::string label = std::string(title) + "：";
    const bool labels = label_at_start(label) == label.size();
    if (!labels && !kDutyHeads.is(title)) continue;
    std::vector<FoundClause> found = std::move(clauses_[i]);
    clauses_[i].clear();
    if (found.empty() && labels) {
      // The label and its colon stand in the heading, the names behind them.
      const std::uint32_t stop =
          heading.body.begin +
          static_cast<std::uint32_t>(std::min<std::size_t>(
              find_outside_brackets(heading.body.of(text_), GlyphKind::Stop), heading.body.size()));
      FoundClause clause;
      clause.form = ClauseForm::RunOn;
      clause.range = narrowed(text_, {heading.title.begin, stop});
      if (clause.range.size() > kLongestClause) continue;
      clause.reading = read_clause_at(text_, clause.range);
      if (clause.reading.labelled || !clause.reading.deadline.empty())
        found.push_back(std::move(clause));
    }
    lifted_from_[i] = !found.empty();
    if (!found.empty()) labelled_[parent] = true;
    for (FoundClause& clause : found) clauses_[parent].push_back(std::move(clause));
  }
}

// 主办单位：… at the foot of a web page is no clause where the notice brackets its clauses.
void Drafter::drop_page_footers() {
  const auto is_bracketed = [](const FoundClause& c) { return c.form == ClauseForm::Bracketed; };
  const bool brackets = std::ranges::any_of(
      clauses_, [&](const auto& found) { return std::ranges::any_of(found, is_bracketed); });
  if (!brackets) return;
  for (auto& found : clauses_)
    std::erase_if(found, [&](const FoundClause& clause) {
      return clause.form == ClauseForm::RunOn && kHostStems.at_start(clause.range.of(text_)) != 0;
    });
}

// A list in which only the last item has a clause: the clause is the whole list's.
void Drafter::lift_shared_clauses() {
  std::uint32_t last_child = 0;
  for (std::uint32_t i = static_cast<std::uint32_t>(headings_.size()); i-- > 1;) {
    if (children_[i] < 2 || !clauses_[i].empty()) continue;
    std::uint32_t with = 0;
    bool list = true;
    std::uint32_t seen = 0;
    for (std::uint32_t j = i + 1; j < headings_.size() && seen < children_[i]; ++j) {
      if (headings_[j].parent != i) {
        list = false;  // items with items of their own
        break;
      }
      ++seen;
      const MarkKind kind = headings_[j].mark.kind;
      list = list &&
             (kind > MarkKind::SubSubDecimal || (headings_[j].run_in && kind == MarkKind::Digit));
      if (!clauses_[j].empty()) ++with;
      last_child = j;
    }
    if (!list || with != 1 || clauses_[last_child].empty() ||
        clauses_[last_child].front().form == ClauseForm::Sentence)
      continue;
    clauses_[i] = std::move(clauses_[last_child]);
    clauses_[last_child].clear();
    for (std::uint32_t j = i + 1; j <= last_child; ++j) lifted_from_[j] = true;
    lifted_to_[i] = true;
  }
}

std::optional<FoundClause> Drafter::duty(std::uint32_t i) const {
  const Heading& heading = headings_[i];
  const bool goes_on = children_[i] != 0 || has_words(heading.body.of(text_)) ||
                       !kResponsibleVerbs.inside(heading.title.of(text_));
  const auto title = duty_title(text_, heading.title);
  if (!title || !goes_on) return std::nullopt;
  FoundClause clause;
  clause.range = title->units;
  clause.form = ClauseForm::Duty;
  clause.role_word = title->certain;
  return clause;
}

// Series of headings that name units, and paragraphs under one heading that begin with units.
void Drafter::find_duty_lists() {
  std::vector<bool> clauses_below(headings_.size(), false);
  for (std::uint32_t i = static_cast<std::uint32_t>(headings_.size()); i-- > 1;)
    if (clauses_below[i] || !clauses_[i].empty()) clauses_below[headings_[i].parent] = true;
  struct List {
    std::uint32_t headings = 0;
    bool certain = false;
    std::vector<std::pair<std::uint32_t, FoundClause>> duties;
  };
  std::map<std::tuple<std::uint32_t, MarkKind>, List> lists;
  for (std::uint32_t i = 1; i < headings_.size(); ++i) {
    if (headings_[i].mark.kind == MarkKind::None || !clauses_[i].empty() || clauses_below[i])
      continue;
    List& list = lists[{headings_[i].parent, headings_[i].mark.kind}];
    ++list.headings;
    if (auto clause = duty(i)) {
      list.certain |= clause->role_word;
      list.duties.emplace_back(i, std::move(*clause));
    } else if (children_[i] == 0) {
      for (const Range units : duty_paragraphs(text_, headings_[i].body)) {
        FoundClause found;
        found.range = units;
        found.form = ClauseForm::Duty;
        clauses_[i].push_back(std::move(found));
      }
      duties_[i] = !clauses_[i].empty();
    }
  }
  for (auto& [series, list] : lists) {
    if (list.duties.size() < 2 || list.duties.size() * 2 <= list.headings || !list.certain)
      continue;
    for (auto& [i, clause] : list.duties) {
      clauses_[i].push_back(std::move(clause));
      duties_[i] = true;
    }
  }
}

void Drafter::count_series() {
  for (std::uint32_t i = 1; i < headings_.size(); ++i) {
    if (children_[i] != 0 || headings_[i].mark.kind == MarkKind::None) continue;
    Series& series = series_[{headings_[i].parent, headings_[i].mark.kind}];
    ++(clauses_[i].empty() ? series.without : series.with);
  }
}

bool Drafter::lacks_clause_in_series(std::uint32_t i) const {
  const Heading& heading = headings_[i];
  if (heading.mark.kind == MarkKind::None || children_[i] != 0 || lifted_from_[i]) return false;
  const auto found = series_.find({heading.parent, heading.mark.kind});
  const auto [with, without] = found->second;
  if (with == 0 || !has_words(heading.body.of(text_))) return false;
  if (kClosingTitles.at_start(stripped(heading.title.of(text_))) != 0) return false;
  if (heading.own_line) return with >= 2 && without == 1;
  return with * 2 > with + without - 1;
}

void Drafter::add_tasks(std::uint32_t i) {
  if (duties_[i]) {
    add_duties(i);
    return;
  }
  std::vector<FoundClause>& found = clauses_[i];
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
  std::vector<FoundClause>& found = clauses_[i];
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
  task.title =
      labelled_[i] ? std::string(stripped(heading.title.of(text_))) : title_of(heading, sentences);
  const bool first = sentences.begin == heading.body.begin;
  task.whole = {first && i != 0 ? heading.label.begin : sentences.begin,
                clauses.empty() ? sentences.end : clauses.back().range.end};
  task.sentences = sentences;
  task.clauses = std::move(clauses);
  task.shared_list = lifted_to_[i];
  add_mentions(task);
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

void Drafter::add_mentions(TaskDraft& task) {
  for (std::uint32_t c = 0; c < task.clauses.size(); ++c) {
    const ClauseReading& reading = task.clauses[c].reading;
    if (task.deadline.empty() && !kEmptyCells.is(reading.deadline.of(text_)))
      task.deadline = reading.deadline;
    for (const NamedPart& part : with_whole_groups(text_, reading.parts)) {
      if (looks_like_deadline(part.text.of(text_))) {
        if (task.deadline.empty()) task.deadline = part.text;
        continue;
      }
      for (ListedUnit& unit : split_units(text_, part.text)) {
        const std::optional<Role> own = take_role_bracket(unit);
        task.mentions.push_back(
            {std::move(unit), own.value_or(part.role), own || part.is_explicit, c});
      }
    }
    // The bodies do the work; the persons answer for it.
    for (const Range person : reading.persons)
      if (auto named = person_of(text_, person))
        task.mentions.push_back({std::move(*named), Role::Oversight, true, c});
  }
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

std::string Drafter::title_of(const Heading& heading, Range sentences) const {
  if (heading.mark.kind == MarkKind::None) return first_sentence(sentences, kLongestTitle, false);
  if (is_section(heading)) {
    const std::string sentence = first_sentence(sentences, kShortSentence, true);
    if (!sentence.empty()) return sentence;
  }
  const std::string_view title = without_separators_behind(heading.title.of(text_));
  return std::string(heading.own_line ? title : prefix(title, kLongestTitle));
}

// The first sentence, cut at `longest` characters; or, if it must be plain, only one without a
// comma that is short and followed by more, like a heading; else nothing.
std::string Drafter::first_sentence(Range sentences, std::size_t longest, bool plain) const {
  const std::string_view text = stripped(sentences.of(text_));
  std::string_view sentence = text.substr(0, find_outside_brackets(text, GlyphKind::Stop));
  if (!plain) {
    sentence = sentence.substr(0, sentence.find('\n'));
    return std::string(prefix(sentence, longest));
  }
  const bool goes_on = has_words(text.substr(sentence.size()));
  const bool simple = find_outside_brackets(sentence, GlyphKind::Comma) == std::string_view::npos &&
                      sentence.find('\n') == std::string_view::npos;
  return goes_on && simple && length(sentence) <= longest ? std::string(sentence) : std::string();
}

}  // namespace

Drafts draft_tasks(const Flow& flow, const std::vector<Heading>& headings) {
  return Drafter(flow, headings).drafts();
}

}  // namespace respnet::extract
