#include "respnet/extract/english_lines.hpp"

#include <algorithm>
#include <utility>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "extract/draft_writer.hpp"
#include "extract/english_page.hpp"
#include "extract/row_words.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/english_list.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::size_t kWidestQuote = 80;  // bytes, of words in a message

bool names_units(const EnglishField& field) {
  return field.label.column.kind == ColumnKind::Units && !field.value.empty();
}

bool has_units(const EnglishItem& item) {
  return std::ranges::any_of(item.blocks, [](const FieldBlock& block) {
    return std::ranges::any_of(block.fields, names_units);
  });
}

// Two blocks that both say who leads: tasks of their own, each under its line of text.
bool repeats_roles(const EnglishItem& item) {
  if (item.blocks.size() < 2) return false;
  const auto first_role = [](const FieldBlock& block) {
    const auto field = std::ranges::find_if(block.fields, names_units);
    return field == block.fields.end() ? std::optional<Role>() : field->label.column.role;
  };
  return std::ranges::all_of(item.blocks, [&](const FieldBlock& block) {
    return !block.text.empty() && first_role(block) &&
           first_role(block) == first_role(item.blocks[0]);
  });
}

class LineDrafter {
 public:
  LineDrafter(const TracedText& text, std::vector<EnglishItem> items)
      : text_(text), items_(std::move(items)) {}

  TableDrafts drafts() {
    part_blocks();
    take_persons();
    lift_shared_fields();
    count_series();
    for (const EnglishItem& item : items_)
      for (const FieldBlock& block : item.blocks)
        for (const EnglishField& field : block.fields)
          if (names_units(field)) known_.learn(words(field.value));
    sections_.assign(items_.size(), std::nullopt);
    for (std::uint32_t i = 0; i < items_.size(); ++i)
      if (has_units(items_[i]) || lacks_units_in_series(i)) add_task(i);
    choose_ids();
    return std::move(result_);
  }

 private:
  std::string_view words(Range range) const { return stripped(range.of(text_.text())); }
  respnet::Words in_short(Range range) const {
    return model::quoted(prefix(words(range), kWidestQuote));
  }
  void part_blocks();
  void take_persons();
  void lift_shared_fields();
  void count_series();
  std::string series_of(const EnglishItem& item) const;
  bool lacks_units_in_series(std::uint32_t i) const;
  void add_task(std::uint32_t i);
  void add_field(TaskDraft& task, const EnglishField& field);
  void doubt(const char* key, std::uint32_t at, std::vector<respnet::Words> parts = {});
  std::optional<std::uint32_t> section(std::optional<std::uint32_t> item);
  void choose_ids();

  const TracedText& text_;
  std::vector<EnglishItem> items_;
  KnownNames known_;
  std::vector<std::optional<std::uint32_t>> sections_;  // by item
  std::vector<std::uint32_t> task_items_;               // by draft
  tsl::robin_map<std::string, std::int64_t> series_;    // items with units less those without
  Ids task_ids_, section_ids_;
  TableDrafts result_;
};

void LineDrafter::part_blocks() {
  std::vector<EnglishItem> parted;
  std::vector<std::uint32_t> at;  // by item: where it is now
  for (EnglishItem& item : items_) {
    if (item.parent) item.parent = at[*item.parent];
    at.push_back(static_cast<std::uint32_t>(parted.size()));
    if (!repeats_roles(item)) {
      parted.push_back(std::move(item));
      continue;
    }
    std::vector<FieldBlock> blocks = std::exchange(item.blocks, {});
    const std::size_t level = item.level;
    parted.push_back(std::move(item));
    for (FieldBlock& block : blocks) {
      EnglishItem own;
      own.level = level + 1;
      own.parent = at.back();
      own.label = own.title = block.text;
      own.blocks.push_back(std::move(block));
      parted.push_back(std::move(own));
    }
  }
  items_ = std::move(parted);
}

// "Lead officer" where nothing else says who leads: officers stand for their units.
void LineDrafter::take_persons() {
  const auto leads = [](const EnglishItem& item) {
    return std::ranges::any_of(item.blocks, [](const FieldBlock& block) {
      return std::ranges::any_of(block.fields, [](const EnglishField& field) {
        return names_units(field) && field.label.column.role != Role::Support;
      });
    });
  };
  if (std::ranges::any_of(items_, leads)) return;
  for (EnglishItem& item : items_)
    for (FieldBlock& block : item.blocks)
      for (EnglishField& field : block.fields)
        if (field.label.column.kind == ColumnKind::Persons &&
            field.label.column.role != Role::Responsible)
          field.label.column.kind = ColumnKind::Units;
}

// A numbered list in which only the last line is followed by fields: they are the whole list's.
void LineDrafter::lift_shared_fields() {
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    EnglishItem& item = items_[i];
    if (!item.marked || item.section || has_units(item)) continue;
    std::uint32_t last = i;
    std::uint32_t children = 0;
    bool list = true;
    for (std::uint32_t j = i + 1; j < items_.size() && items_[j].parent && *items_[j].parent >= i;
         ++j) {
      list = list && items_[j].plain && items_[j].parent == i &&
             !has_units(items_[last == i ? j : last]);
      last = j;
      ++children;
      if (has_units(items_[j])) break;
    }
    const bool ends = last + 1 == items_.size() || !items_[last + 1].parent ||
                      *items_[last + 1].parent < i || items_[last + 1].level <= item.level;
    if (children < 2 || !ends || !has_units(items_[last]) || !items_[last].plain) continue;
    const bool only_last =
        std::all_of(items_.begin() + i + 1, items_.begin() + last,
                    [](const EnglishItem& each) { return each.plain && !has_units(each); });
    if (only_last) item.blocks = std::exchange(items_[last].blocks, {});
  }
}

bool LineDrafter::lacks_units_in_series(std::uint32_t i) const {
  const EnglishItem& item = items_[i];
  if (!item.marked || item.section || item.number.empty() || item.title.empty()) return false;
  if (i + 1 < items_.size() && items_[i + 1].parent == i) return false;
  return series_.at(series_of(item)) > 0;
}

std::string LineDrafter::series_of(const EnglishItem& item) const {
  return (item.parent ? std::to_string(*item.parent) : "") + ":" + std::to_string(item.level);
}

void LineDrafter::count_series() {
  for (const EnglishItem& item : items_)
    if (item.marked) series_[series_of(item)] += has_units(item) ? 1 : -1;
}

void LineDrafter::doubt(const char* key, std::uint32_t at, std::vector<respnet::Words> parts) {
  result_.doubts.push_back(
      {key, static_cast<std::uint32_t>(result_.drafts.tasks.size()), at, std::move(parts)});
}

void LineDrafter::add_task(std::uint32_t i) {
  const EnglishItem& item = items_[i];
  TaskDraft task;
  task.whole = task.sentences = item.label;
  const Range title = item.title.empty() && !item.blocks.empty() ? item.blocks[0].text : item.title;
  task.title = row_title(words(title));
  if (task.title.empty()) task.title = prefix(words(item.label), kWidestQuote);
  const std::size_t doubts_before = result_.doubts.size();
  for (const FieldBlock& block : item.blocks)
    for (const EnglishField& field : block.fields) {
      add_field(task, field);
      task.whole.end = std::max(task.whole.end, field.all.end);
    }
  if (task.mentions.empty() && !item.blocks.empty() && !lacks_units_in_series(i)) {
    for (std::size_t d = doubts_before; d < result_.doubts.size(); ++d)
      result_.doubts[d].task.reset();  // there is no such task after all
    return;
  }
  task.section = section(item.parent);
  if (!result_.head) result_.head = item.label.begin;
  task_items_.push_back(i);
  result_.drafts.tasks.push_back(std::move(task));
}

void LineDrafter::add_field(TaskDraft& task, const EnglishField& field) {
  const Column& column = field.label.column;
  if (column.kind == ColumnKind::Deadline && task.deadline.empty()) task.deadline = field.value;
  if (!names_units(field)) return;
  EnglishList list =
      split_english(text_.text(), field.value, column.role, !column.several_roles, known_);
  const bool plausible = std::ranges::any_of(list.mentions, [](const EnglishMention& each) {
    return looks_like_english_unit(each.unit.name);
  });
  if (!plausible) {
    if (!list.mentions.empty()) doubt("field-left-aside", field.all.begin, {in_short(field.all)});
    return;
  }
  if (list.with) doubt("inferred-roles/with", field.all.begin);
  if (list.doubtful) doubt("doubtful-and", field.all.begin, {in_short(field.value)});
  FoundClause clause;
  clause.range = field.all;
  clause.form = ClauseForm::RunOn;
  const auto index = static_cast<std::uint32_t>(task.clauses.size());
  task.clauses.push_back(std::move(clause));
  if (task.deadline.empty()) task.deadline = list.deadline;
  for (EnglishMention& each : list.mentions)
    task.mentions.push_back({std::move(each.unit), each.role, each.is_explicit, index});
}

std::optional<std::uint32_t> LineDrafter::section(std::optional<std::uint32_t> item) {
  if (!item) return std::nullopt;
  if (sections_[*item]) return sections_[*item];
  const EnglishItem& heading = items_[*item];
  const std::optional<std::uint32_t> parent = section(heading.parent);
  const bool title = heading.level == 1 && *item == 0 && heading.number.empty();
  if (title) return std::nullopt;
  sections_[*item] = static_cast<std::uint32_t>(result_.sections.size());
  std::string id = heading.number;
  if (id.empty()) id = std::to_string(result_.sections.size() + 1);
  result_.sections.push_back({heading.label, parent, section_ids_.unique(id)});
  return sections_[*item];
}

// The printed numbers; where they count anew in each section, behind the section's number.
void LineDrafter::choose_ids() {
  tsl::robin_set<std::string> numbers;
  const bool own = std::ranges::all_of(task_items_, [&](std::uint32_t i) {
    return !items_[i].number.empty() && numbers.insert(items_[i].number).second;
  });
  std::vector<std::uint32_t> counts(result_.sections.size() + 1, 0);
  for (std::size_t t = 0; t < task_items_.size(); ++t) {
    const auto section = result_.drafts.tasks[t].section;
    std::string id = items_[task_items_[t]].number;
    const std::uint32_t count = ++counts[section ? *section + 1 : 0];
    if (id.empty()) id = std::to_string(count);
    if (!own && section && id.find('.') == std::string::npos)
      id = result_.sections[*section].id + "." + id;
    result_.ids.push_back(task_ids_.unique(id));
  }
}

}  // namespace

TableDrafts draft_english_tasks(TracedText& text) {
  std::vector<EnglishItem> items = english_items(text);
  return LineDrafter(text, std::move(items)).drafts();
}

}  // namespace respnet::extract
