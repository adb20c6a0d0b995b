#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "respnet/model/network.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::extract {

/// One row of a unit registry: a body, other names for it, and the time in which the row holds.
struct RegistryRow {
  std::string name;
  std::vector<std::string> aliases;
  std::optional<model::UnitKind> kind;
  std::string parent;                ///< if that is a group, this unit is a member of it
  std::vector<std::string> members;  ///< of a group
  std::string valid_from, valid_to;  ///< ISO 8601, both included; may stop at month or year; empty:
                                     ///< open
  model::Position name_at, aliases_at, kind_at, parent_at, members_at;  ///< for messages
};

/// Who is who, as an office that knows says: which printed forms name which body, and when.
///
/// Rows of one name are one unit; each row holds in its own time, so an old name may pass from one
/// body to another. Forms are compared without quote marks and with brackets of one kind.
class Registry {
 public:
  /// @param file   as the user gave it, for messages
  /// @param notes  doubts of the reader, handed on to every network
  /// @throws InputError  when one form names two units at one time (both places are named), a unit
  ///                     has two kinds, an organ or person has members, a parent is not registered,
  ///                     or units are members or parents of each other in a circle
  /// Cost: O(n log n) in names, aliases and members.
  Registry(std::string file, std::vector<RegistryRow> rows, std::vector<model::Note> notes = {});

  /// What a printed form names at a date.
  struct Meaning {
    enum Kind : std::uint8_t {
      Unknown,      ///< no row has the form
      OutsideTime,  ///< only rows that do not hold at the date have it
      Ambiguous,    ///< without a date: rows of different times and units have it
      Known
    };
    Kind kind = Unknown;
    std::uint32_t unit = 0;  ///< Known, OutsideTime: the unit
    std::uint32_t row = 0;   ///< a row that says so
  };
  /// @param date  ISO 8601, may stop at month or year, meaning its first day; empty: not known
  Meaning meaning(std::string_view form, std::string_view date) const;
  /// The same for forms that comparison_key() takes as one body with a registered form, where that
  /// is one unit's only.
  Meaning meaning_of_like(std::string_view form, std::string_view date) const;

  /// Whether the row holds at the date.
  bool holds(std::uint32_t row, std::string_view date) const;

  std::size_t row_count() const { return rows_.size(); }
  std::size_t unit_count() const { return units_.size(); }
  const std::string& name(std::uint32_t unit) const { return units_[unit].name; }
  /// Numbers of its rows, in file order.
  const std::vector<std::uint32_t>& rows(std::uint32_t unit) const { return units_[unit].rows; }
  const RegistryRow& row(std::uint32_t number) const { return rows_[number]; }
  /// As stated; else a group if it has members; else nothing.
  std::optional<model::UnitKind> kind(std::uint32_t unit) const { return units_[unit].kind; }
  /// Units whose row names this one, a group, as parent; with the row that does.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& children(std::uint32_t unit) const {
    return units_[unit].children;
  }
  const std::vector<model::Note>& notes() const { return notes_; }
  /// "units.csv:3": the row, for notes; without folders, so that results do not tell the machine.
  std::string place(std::uint32_t row) const;

 private:
  struct Unit {
    std::string name;
    std::vector<std::uint32_t> rows;
    std::optional<model::UnitKind> kind;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> children;
  };
  // Days [from, to] in which a form names a unit, by the word of a row.
  struct Interval {
    std::string from, to;
    std::uint32_t unit = 0;
    std::uint32_t row = 0;
    bool is_alias = false;
  };
  using Clash = std::pair<Interval, Interval>;
  using Forms = std::unordered_map<std::string, std::vector<Interval>>;

  void add_units();
  void add_forms();
  void check_kinds();
  void add_children();
  void check_circles() const;
  std::vector<std::uint32_t> member_units(std::uint32_t unit) const;
  [[noreturn]] void refuse(model::Position where, const std::string& message) const;
  [[noreturn]] void refuse_two_units(std::string_view form, const Interval& a,
                                     const Interval& b) const;
  static std::optional<Clash> put_in_order(std::vector<Interval>& intervals);
  static Meaning looked_up(const Forms& forms, const std::string& form, std::string_view date);

  std::string file_;
  std::vector<RegistryRow> rows_;
  std::vector<model::Note> notes_;
  std::vector<Unit> units_;
  Forms forms_;  // by folded_name(): disjoint, in order of time
  Forms likes_;  // by comparison_key()
};

/// The network with its units as the registry knows them.
///
/// - A unit printed under a registered form gets the registered name; the printed form stays in
///   as_written and among the aliases. The printed form of each assignment counts first, so units
///   that were taken as one body come apart again where the registry knows two (note
///   `registry-split`). Dates are those of the assignment's source.
/// - Units that become equal are one, whatever their issuer (note `registry-merged`); where one
///   task names both, the stronger role holds (note `duplicate-assignment`).
/// - Kind and members are set; members without a row become units of that name. A `parent` that is
/// a
///   group gets the unit as a member; other parents have no place in a network.
/// - Registered units in force that no task names are added behind, without groups: they carry
///   nothing, and count. In force is what holds at the date of a source.
/// - A form whose rows do not hold at the date is left alone (note `registry-outside-time`), so is,
///   for a source without a date, one that different times give to different units (note
///   `registry-ambiguous`).
/// Units are numbered anew, "u1", …
/// Cost: O(network + registry), and for each form one search by date. No randomness.
model::Network with_registry(const model::Network& network, const Registry& registry);

}  // namespace respnet::extract
