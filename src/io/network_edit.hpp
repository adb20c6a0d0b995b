#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/review_words.hpp"
#include "respnet/model/network.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::io {

/// A network that can be changed, and made a network again.
class NetworkEdit {
 public:
  explicit NetworkEdit(const model::Network& network);

  std::optional<std::size_t> task(std::string_view id) const;
  /// Of that name, or bearing it as an alias; "NAME [id]" where several do. Nothing when there is
  /// none, or still several.
  std::optional<std::size_t> unit(std::string_view name) const;
  /// The same, by its own name only.
  std::optional<std::size_t> unit_of_own_name(std::string_view name) const;
  const std::string& name_of(std::size_t unit) const { return units_[unit].row.name; }

  /// Whether the units of a task are these, in this order and these roles.
  bool meets(std::size_t task, const std::vector<StatedUnit>& units) const;
  /// Makes them so. Units already there keep their evidence; unknown names become units.
  void set_units(std::size_t task, const std::vector<StatedUnit>& units);
  void delete_task(std::size_t task) { tasks_[task].gone = true; }

  void delete_unit(std::size_t unit);
  void rename_unit(std::size_t unit, const std::string& name);
  /// `from` becomes one with `to`: its names become aliases.
  void merge_units(std::size_t from, std::size_t to);
  /// Each task of `unit` gets all units of these names instead. Returns whether anything changed.
  bool split_unit(std::size_t unit, const std::vector<std::string>& names);
  /// Assignments that print an alias go to a unit of that name. Returns whether there were any.
  bool part_aliases(std::size_t unit);

  /// Leaves out the notes for which `settled` is true. Returns whether there were any.
  template <typename Settled>
  bool settle_notes(Settled settled) {
    return std::erase_if(notes_, settled) > 0;
  }

  model::Network network() const;

 private:
  struct AssignmentRow {
    std::size_t unit = 0;
    model::Role role = model::Role::Responsible;
    model::AssignmentEvidence evidence;
  };
  struct TaskState {
    model::TaskRow row;
    std::vector<AssignmentRow> assignments;
    bool gone = false;
  };
  struct UnitState {
    model::UnitRow row;
    bool gone = false;
  };
  using Index = std::multimap<std::string, std::size_t, std::less<>>;

  struct Found {
    bool any = false;
    std::optional<std::size_t> only;  ///< the unit, where there is but one
  };

  Found found(const Index& index, std::string_view name) const;
  std::size_t unit_or_new(const std::string& name);
  std::size_t add_unit(const std::string& name);
  void add_alias(std::size_t unit, const std::string& name);
  std::vector<AssignmentRow> resolved(const std::vector<StatedUnit>& units) const;
  static void join_duplicates(std::vector<AssignmentRow>& rows);
  bool replace_unit(std::size_t from, const std::vector<std::size_t>& by);
  void add_tasks(model::NetworkBuilder& builder, const std::vector<model::UnitId>& units) const;

  const model::Network& original_;
  std::vector<TaskState> tasks_;
  std::vector<UnitState> units_;
  std::vector<model::Note> notes_;
  std::map<std::string, std::size_t, std::less<>> task_index_;
  Index names_, aliases_;
};

}  // namespace respnet::io
