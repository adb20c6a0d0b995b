#include "respnet/extract/registry.hpp"

#include <algorithm>
#include <utility>

#include <tsl/robin_map.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/unit_names.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kSuggested = 10000;  // names to look for a typing error among

// A date that stops early, to its first or last day. Compared as text.
std::string first_day(std::string_view date) {
  return std::string(date) +
         std::string("0000-01-01").substr(std::min<std::size_t>(date.size(), 10));
}
std::string last_day(std::string_view date) {
  return std::string(date) +
         std::string("9999-12-31").substr(std::min<std::size_t>(date.size(), 10));
}

std::string without_folders(const std::string& file) {
  return file.substr(file.find_last_of('/') + 1);
}

std::string quoted(std::string_view name) { return "'" + printable(name) + "'"; }

// A unit on a circle of "next" units, with the way round it; empty if there is none.
std::vector<std::uint32_t> circle(std::size_t units, auto&& next) {
  enum State : std::uint8_t { New, Open, Done };
  std::vector<State> state(units, New);
  struct Step {
    std::uint32_t unit;
    std::vector<std::uint32_t> to;
  };
  std::vector<Step> way;
  for (std::uint32_t start = 0; start < units; ++start) {
    if (state[start] != New) continue;
    way.push_back({start, next(start)});
    state[start] = Open;
    while (!way.empty()) {
      if (way.back().to.empty()) {
        state[way.back().unit] = Done;
        way.pop_back();
        continue;
      }
      const std::uint32_t unit = way.back().to.back();
      way.back().to.pop_back();
      if (state[unit] == Open) {
        std::vector<std::uint32_t> found;
        const auto first = std::ranges::find(way, unit, &Step::unit);
        for (auto step = first; step != way.end(); ++step) found.push_back(step->unit);
        return found;
      }
      if (state[unit] == Done) continue;
      state[unit] = Open;
      way.push_back({unit, next(unit)});
    }
  }
  return {};
}

}  // namespace

Registry::Registry(std::string file, std::vector<RegistryRow> rows, std::vector<model::Note> notes)
    : file_(std::move(file)), rows_(std::move(rows)), notes_(std::move(notes)) {
  add_units();
  add_forms();
  check_kinds();
  add_children();
  check_circles();
}

void Registry::refuse(model::Position where, const std::string& message) const {
  throw InputError({file_, where.line, where.column}, message);
}

std::string Registry::place(std::uint32_t row) const {
  return to_string({without_folders(file_), rows_[row].name_at.line, 0});
}

void Registry::add_units() {
  tsl::robin_map<std::string, std::uint32_t> by_name;
  for (std::uint32_t r = 0; r < rows_.size(); ++r) {
    const auto [found, added] =
        by_name.try_emplace(folded_name(rows_[r].name), static_cast<std::uint32_t>(units_.size()));
    if (added) units_.push_back({.name = rows_[r].name, .rows = {}, .kind = {}, .children = {}});
    units_[found->second].rows.push_back(r);
  }
}

void Registry::refuse_two_units(std::string_view form, const Interval& a, const Interval& b) const {
  const Interval& first = a.row < b.row ? a : b;
  const Interval& second = a.row < b.row ? b : a;
  const auto position = [&](const Interval& interval) {
    const RegistryRow& row = rows_[interval.row];
    return interval.is_alias ? row.aliases_at : row.name_at;
  };
  const auto told = [&](const Interval& interval) {
    return interval.is_alias ? "an alias of " + quoted(name(interval.unit)) : "a name of its own";
  };
  const model::Position other = position(first);
  refuse(position(second), quoted(form) + " is " + told(second) + " here and " + told(first) +
                               " at " + to_string({file_, other.line, other.column}) +
                               " at the same time; keep one of the two, or part them by valid_from "
                               "and valid_to");
}

void Registry::add_forms() {
  for (std::uint32_t unit = 0; unit < units_.size(); ++unit)
    for (const std::uint32_t r : units_[unit].rows) {
      const RegistryRow& row = rows_[r];
      const auto add = [&](const std::string& form, bool is_alias) {
        const Interval interval{first_day(row.valid_from), last_day(row.valid_to), unit, r,
                                is_alias};
        forms_[folded_name(form)].push_back(interval);
        likes_[comparison_key(form)].push_back(interval);
      };
      add(row.name, false);
      for (const std::string& alias : row.aliases)
        if (folded_name(alias) != folded_name(row.name)) add(alias, true);
    }
  // Of several clashes the one of the earliest row is told, whatever the order of the table.
  std::optional<Clash> first;
  std::string_view form_of_first;
  const auto is_earlier = [](const Clash& a, const Clash& b) {
    return std::max(a.first.row, a.second.row) < std::max(b.first.row, b.second.row);
  };
  for (auto& [form, intervals] : forms_) {
    const std::optional<Clash> clash = put_in_order(intervals);
    if (!clash || (first && !is_earlier(*clash, *first) &&
                   (is_earlier(*first, *clash) || form_of_first < form)))
      continue;
    first = clash;
    form_of_first = form;
  }
  if (first) refuse_two_units(form_of_first, first->first, first->second);
  for (auto& [key, intervals] : likes_)
    if (put_in_order(intervals)) intervals.clear();  // fits two units: says nothing
}

// Makes intervals disjoint and puts them in order of time, or tells two units that have the form at
// one time.
std::optional<Registry::Clash> Registry::put_in_order(std::vector<Interval>& intervals) {
  std::ranges::stable_sort(intervals, {}, &Interval::from);
  std::vector<Interval> kept;
  for (Interval& each : intervals) {
    if (kept.empty() || kept.back().to < each.from) {
      kept.push_back(std::move(each));
    } else if (kept.back().unit == each.unit) {
      kept.back().to = std::max(kept.back().to, each.to);
    } else {
      return Clash{kept.back(), each};
    }
  }
  intervals = std::move(kept);
  return std::nullopt;
}

Registry::Meaning Registry::looked_up(const Forms& forms, const std::string& form,
                                      std::string_view date) {
  const auto found = forms.find(form);
  if (found == forms.end() || found->second.empty()) return {};
  const std::vector<Interval>& all = found->second;
  if (date.empty()) {
    const bool one = std::ranges::all_of(
        all, [&](const Interval& each) { return each.unit == all.front().unit; });
    return {one ? Meaning::Known : Meaning::Ambiguous, all.front().unit, all.front().row};
  }
  const std::string day = first_day(date);
  const auto behind = std::ranges::upper_bound(all, day, {}, &Interval::from);
  if (behind == all.begin()) return {Meaning::OutsideTime, all.front().unit, all.front().row};
  const Interval& last = *(behind - 1);
  return {day <= last.to ? Meaning::Known : Meaning::OutsideTime, last.unit, last.row};
}

Registry::Meaning Registry::meaning(std::string_view form, std::string_view date) const {
  return looked_up(forms_, folded_name(form), date);
}

Registry::Meaning Registry::meaning_of_like(std::string_view form, std::string_view date) const {
  return looked_up(likes_, comparison_key(form), date);
}

bool Registry::holds(std::uint32_t row, std::string_view date) const {
  if (date.empty()) return true;
  const std::string day = first_day(date);
  return first_day(rows_[row].valid_from) <= day && day <= last_day(rows_[row].valid_to);
}

void Registry::check_kinds() {
  for (Unit& unit : units_) {
    std::optional<std::uint32_t> stated;  // the row that says the kind
    std::optional<std::uint32_t> with_members;
    for (const std::uint32_t r : unit.rows) {
      if (!rows_[r].members.empty() && !with_members) with_members = r;
      if (!rows_[r].kind) continue;
      if (stated && rows_[r].kind != rows_[*stated].kind)
        refuse(rows_[r].kind_at,
               quoted(unit.name) + " is of kind " + std::string(model::name(*rows_[r].kind)) +
                   " here and of " + std::string(model::name(*rows_[*stated].kind)) + " at " +
                   to_string({file_, rows_[*stated].kind_at.line, rows_[*stated].kind_at.column}) +
                   "; keep one of the two");
      if (!stated) stated = r;
    }
    if (stated) unit.kind = rows_[*stated].kind;
    if (with_members && !stated) unit.kind = model::UnitKind::Group;
    if (with_members && unit.kind != model::UnitKind::Group)
      refuse(rows_[*with_members].members_at, quoted(unit.name) + " has members and is of kind " +
                                                  std::string(model::name(*unit.kind)) +
                                                  "; say group, or leave the members out");
  }
}

void Registry::add_children() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < std::min(kSuggested, units_.size()); ++i)
    names.push_back(units_[i].name);
  for (std::uint32_t unit = 0; unit < units_.size(); ++unit)
    for (const std::uint32_t r : units_[unit].rows) {
      if (rows_[r].parent.empty()) continue;
      const auto found = forms_.find(folded_name(rows_[r].parent));
      if (found == forms_.end()) {
        const std::string hint = did_you_mean(rows_[r].parent, names);
        refuse(rows_[r].parent_at,
               "unknown parent " + quoted(rows_[r].parent) +
                   (hint.empty() ? "; give it a row, or leave the parent out" : hint));
      }
      units_[found->second.front().unit].children.emplace_back(unit, r);
    }
}

// The registered units among the members of a group.
std::vector<std::uint32_t> Registry::member_units(std::uint32_t unit) const {
  std::vector<std::uint32_t> members;
  if (units_[unit].kind != model::UnitKind::Group) return members;
  for (const std::uint32_t r : units_[unit].rows)
    for (const std::string& member : rows_[r].members)
      if (const auto found = forms_.find(folded_name(member)); found != forms_.end())
        members.push_back(found->second.front().unit);
  for (const auto& [child, row] : units_[unit].children) members.push_back(child);
  return members;
}

void Registry::check_circles() const {
  const auto refuse_circle = [&](const std::vector<std::uint32_t>& units,
                                 model::Position RegistryRow::*where, const std::string& what) {
    if (units.empty()) return;
    std::string way;
    constexpr std::size_t shown = 4;
    for (std::size_t i = 1; i < std::min(shown, units.size()); ++i)
      way += (way.empty() ? ", by way of " : ", ") + quoted(units_[units[i]].name);
    if (units.size() > shown) way += ", …";
    refuse(rows_[units_[units.front()].rows.front()].*where, quoted(units_[units.front()].name) +
                                                                 " is " + what + " of itself" +
                                                                 way + "; take one of them out");
  };
  refuse_circle(circle(units_.size(), [&](std::uint32_t unit) { return member_units(unit); }),
                &RegistryRow::members_at, "a member");
  refuse_circle(circle(units_.size(),
                       [&](std::uint32_t unit) {
                         std::vector<std::uint32_t> children;
                         for (const auto& [child, row] : units_[unit].children)
                           children.push_back(child);
                         return children;
                       }),
                &RegistryRow::parent_at, "a parent");
}

}  // namespace respnet::extract
