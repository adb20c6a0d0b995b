#include "respnet/analysis/subjects.hpp"

#include <algorithm>
#include <functional>

#include "analysis/lint_names.hpp"
#include "respnet/base/text.hpp"

namespace respnet::analysis {
namespace {

using model::AssignmentId;
using model::Network;
using model::TaskId;
using model::UnitId;

constexpr std::size_t kNamesCompared = 100'000;

using Accepts = std::function<bool(std::string_view)>;

std::vector<Subject> with_id(const Network& network, const Accepts& accepts) {
  std::vector<Subject> found;
  for (const UnitId unit : network.unit_ids())
    if (accepts(network.unit_id(unit))) found.emplace_back(unit);
  for (const TaskId task : network.task_ids())
    if (accepts(network.task_id(task))) found.emplace_back(task);
  return found;
}

std::vector<Subject> with_name(const Network& network, const Accepts& accepts) {
  std::vector<Subject> found;
  for (const UnitId unit : network.unit_ids())
    if (accepts(network.unit_name(unit))) found.emplace_back(unit);
  for (const TaskId task : network.task_ids())
    if (accepts(network.task(task).title)) found.emplace_back(task);
  return found;
}

std::vector<Subject> with_alias(const Network& network, const Accepts& accepts) {
  std::vector<Subject> found;
  for (const UnitId unit : network.unit_ids())
    if (std::ranges::any_of(network.unit(unit).aliases, accepts)) found.emplace_back(unit);
  return found;
}

std::vector<Subject> with_printed_form(const Network& network, const Accepts& accepts) {
  std::vector<bool> named(network.unit_count(), false);
  for (std::uint64_t i = 0; i < network.assignment_count(); ++i) {
    const model::Assignment assignment = network.assignment(AssignmentId{i});
    if (accepts(assignment.as_written)) named[model::index(assignment.unit)] = true;
  }
  std::vector<Subject> found;
  for (const UnitId unit : network.unit_ids())
    if (named[model::index(unit)]) found.emplace_back(unit);
  return found;
}

// What any of the ways to name something finds first.
std::vector<Subject> first_found(const Network& network, const Accepts& accepts) {
  for (const auto look : {with_id, with_name, with_alias, with_printed_form})
    if (auto found = look(network, accepts); !found.empty()) return found;
  return {};
}

}  // namespace

std::vector<Subject> subjects_named(const Network& network, std::string_view name) {
  name = trimmed(name);
  if (name.empty()) return {};
  auto found = first_found(network, [&](std::string_view text) { return text == name; });
  const std::string key = comparable(name);
  if (found.empty() && !key.empty())
    found = first_found(network, [&](std::string_view text) { return comparable(text) == key; });
  if (found.empty())
    found = with_name(
        network, [&](std::string_view text) { return text.find(name) != std::string_view::npos; });
  return found;
}

std::string nearest_subject(const Network& network, std::string_view name) {
  std::vector<std::string> names;
  const auto collect = [&](std::string_view text) {
    if (!text.empty() && names.size() < kNamesCompared) names.emplace_back(text);
    return false;
  };
  with_name(network, collect);
  with_alias(network, collect);
  with_id(network, collect);
  return did_you_mean(name, {names.begin(), names.end()});
}

std::string shown(const Network& network, const Subject& subject) {
  if (const auto* unit = std::get_if<UnitId>(&subject))
    return "unit " + printable(network.unit_id(*unit)) + " " + printable(network.unit_name(*unit));
  const TaskId task = std::get<TaskId>(subject);
  return "task " + printable(network.task_id(task)) + " " + printable(network.task(task).title);
}

}  // namespace respnet::analysis
