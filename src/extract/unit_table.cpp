#include "respnet/extract/unit_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "extract/short_forms.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/unit_names.hpp"

namespace respnet::extract {
namespace {

struct Completed {
  std::string name;
  Completion completion = Completion::None;
};

std::string key_of(const std::string& name) {
  return is_english(name) ? english_key(name) : comparison_key(name);
}

void add_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& text : from)
    if (std::ranges::find(to, text) == to.end()) to.push_back(text);
}

class Resolver {
 public:
  explicit Resolver(const std::vector<TaskDraft>& tasks) : tasks_(tasks) {}
  UnitTable table();

 private:
  struct Form {
    std::string name;
    std::uint32_t count = 0;
  };
  struct LevelOfName {
    std::string level;
    bool lacking = false;
  };

  std::vector<Completed> completed(const TaskDraft& task);
  const LevelOfName& level_in(const std::string& name);
  std::string leveled(std::string_view level, const std::string& name) const;
  std::uint32_t unit_of(const Mention& mention, const std::string& name);
  void merge_short_forms();
  std::vector<std::uint32_t> safe_targets() const;
  void choose_names();

  const std::vector<TaskDraft>& tasks_;
  tsl::robin_set<std::string> printed_;
  tsl::robin_map<std::string, LevelOfName> levels_;       // by name
  tsl::robin_map<std::string, std::string> spelled_out_;  // by abbreviation, as the text says
  tsl::robin_map<std::string, std::uint32_t> units_;      // by comparison key
  tsl::robin_map<std::string, std::uint32_t> known_;      // by name: what units_ says
  std::vector<std::vector<Form>> forms_;                  // by unit: names as completed
  UnitTable table_;
};

UnitTable Resolver::table() {
  for (const TaskDraft& task : tasks_)
    for (const Mention& mention : task.mentions) {
      printed_.insert(mention.unit.name);
      if (!mention.unit.abbreviation.empty())
        spelled_out_.try_emplace(mention.unit.abbreviation, mention.unit.name);
    }
  table_.mentions.resize(tasks_.size());
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    const std::vector<Completed> names = completed(tasks_[t]);
    for (std::size_t m = 0; m < names.size(); ++m)
      table_.mentions[t].push_back(
          {unit_of(tasks_[t].mentions[m], names[m].name), names[m].completion});
  }
  merge_short_forms();
  choose_names();
  return std::move(table_);
}

// The same names come again and again.
const Resolver::LevelOfName& Resolver::level_in(const std::string& name) {
  const auto [found, is_new] = levels_.try_emplace(name);
  if (is_new) found.value() = {std::string(level_of(name)), lacks_level(name)};
  return found->second;
}

std::vector<Completed> Resolver::completed(const TaskDraft& task) {
  std::vector<std::string> printed;
  printed.reserve(task.mentions.size());
  for (const Mention& mention : task.mentions) printed.push_back(mention.unit.name);
  const std::vector<std::string> ended = with_shared_endings(printed);
  std::vector<Completed> names;
  names.reserve(ended.size());
  std::string level;
  for (std::size_t i = 0; i < ended.size(); ++i) {
    Completed each{ended[i], ended[i] == printed[i] ? Completion::None : Completion::Ending};
    if (task.mentions[i].unit.person) {
      each = {printed[i], Completion::None};
    } else if (!task.mentions[i].unit.group) {
      const LevelOfName& own = level_in(each.name);
      if (level.empty()) level = own.level;
      if (!level.empty() && own.lacking) each = {leveled(level, each.name), Completion::Level};
    }
    if (!spelled_out_.empty())
      if (const auto full = spelled_out_.find(printed[i]); full != spelled_out_.end())
        each = {full->second, Completion::None};
    names.push_back(std::move(each));
  }
  return names;
}

// The form that is printed elsewhere, else by the rule.
std::string Resolver::leveled(std::string_view level, const std::string& name) const {
  const std::string plain = std::string(level) + name;
  const std::string party = std::string(level) + "委" + name;
  if (printed_.contains(plain) != printed_.contains(party))
    return printed_.contains(plain) ? plain : party;
  return with_level(level, name);
}

std::uint32_t Resolver::unit_of(const Mention& mention, const std::string& name) {
  const auto next = static_cast<std::uint32_t>(table_.units.size());
  const bool person = mention.unit.person;
  const auto [known, is_new_name] = known_.try_emplace(person ? "person|" + name : name, next);
  if (is_new_name) {
    std::string key = person ? known->first : key_of(name);
    known.value() = units_.try_emplace(std::move(key), next).first->second;
  }
  const std::uint32_t id = known->second;
  if (id == next) {
    table_.units.emplace_back();
    table_.units.back().kind = mention.unit.person  ? model::UnitKind::Person
                               : mention.unit.group ? model::UnitKind::Group
                                                    : model::UnitKind::Organ;
    table_.units.back().first = mention.unit.written.begin;
    forms_.emplace_back();
  }
  UnitEntry& unit = table_.units[id];
  const auto form = std::ranges::find(forms_[id], name, &Form::name);
  if (form == forms_[id].end())
    forms_[id].push_back({name, 1});
  else
    ++form->count;
  const std::string& printed = mention.unit.name;
  if (printed != name && std::ranges::find(unit.aliases, printed) == unit.aliases.end())
    unit.aliases.push_back(printed);
  const std::string& initials = mention.unit.abbreviation;
  if (!initials.empty() && std::ranges::find(unit.aliases, initials) == unit.aliases.end())
    unit.aliases.push_back(initials);
  for (const std::string& office : mention.unit.offices)
    if (std::ranges::find(unit.offices, office) == unit.offices.end())
      unit.offices.push_back(office);
  return id;
}

// For each unit the one it is a short form of, but for two that one clause names: they are two.
std::vector<std::uint32_t> Resolver::safe_targets() const {
  std::vector<std::string> names;
  for (std::size_t u = 0; u < table_.units.size(); ++u)
    names.push_back(table_.units[u].kind == model::UnitKind::Organ ? forms_[u].front().name : "");
  std::vector<std::uint32_t> targets = long_forms(names);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;  // of one task: clause, unit
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    seen.clear();
    for (std::size_t m = 0; m < table_.mentions[t].size(); ++m)
      seen.emplace_back(tasks_[t].mentions[m].clause, table_.mentions[t][m].unit);
    std::ranges::sort(seen);
    for (const auto& [clause, unit] : seen)
      if (targets[unit] != unit &&
          std::ranges::binary_search(seen, std::pair(clause, targets[unit])))
        targets[unit] = unit;
  }
  return targets;
}

// 县大数据局 joins 县大数据发展管理局.
void Resolver::merge_short_forms() {
  const std::vector<std::uint32_t> targets = safe_targets();
  std::vector<std::uint32_t> place(targets.size());
  UnitTable merged;
  std::vector<std::vector<Form>> forms;
  const auto last = [&](std::uint32_t unit) {  // targets are longer: chains end
    while (targets[unit] != unit) unit = targets[unit];
    return unit;
  };
  std::vector<std::optional<std::uint32_t>> made(targets.size());
  for (std::uint32_t u = 0; u < targets.size(); ++u) {
    auto& at = made[last(u)];
    if (!at) {
      at = static_cast<std::uint32_t>(merged.units.size());
      merged.units.push_back(std::move(table_.units[u]));
      forms.push_back(std::move(forms_[u]));
    } else {
      add_new(merged.units[*at].aliases, table_.units[u].aliases);
      add_new(merged.units[*at].offices, table_.units[u].offices);
      forms[*at].insert(forms[*at].end(), forms_[u].begin(), forms_[u].end());
    }
    place[u] = *at;
  }
  table_.units = std::move(merged.units);
  forms_ = std::move(forms);
  for (auto& task : table_.mentions)
    for (UnitTable::Resolved& mention : task) mention.unit = place[mention.unit];
}

void Resolver::choose_names() {
  for (std::size_t u = 0; u < table_.units.size(); ++u) {
    UnitEntry& unit = table_.units[u];
    unit.name = std::ranges::max_element(forms_[u], {}, &Form::count)->name;
    unit.same_body = forms_[u].size() > 1;
    for (const Form& form : forms_[u])
      if (form.name != unit.name &&
          std::ranges::find(unit.aliases, form.name) == unit.aliases.end())
        unit.aliases.push_back(form.name);
    std::erase(unit.aliases, unit.name);
  }
}

}  // namespace

UnitTable resolve_units(const std::vector<TaskDraft>& tasks) { return Resolver(tasks).table(); }

}  // namespace respnet::extract
