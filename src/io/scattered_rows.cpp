#include <algorithm>
#include <atomic>
#include <cstdint>
#include <deque>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/plain_rows.hpp"
#include "io/queued_names.hpp"
#include "io/row_cutter.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::io {
namespace {

using model::Role;
using model::TaskId;
using model::UnitId;

// Rows as they stand in the file, with gaps between those of different parts.
struct Rows {
  std::vector<TaskId> tasks;
  std::vector<UnitId> units;
  std::vector<Role> roles;
  std::vector<std::uint32_t> orders;  // none, or as stated; 0: not stated
};

struct Part {
  std::size_t begin = 0, end = 0;  // bytes
  std::uint64_t first_row = 0;     // room for its rows
  std::uint64_t rows = 0;
  std::vector<std::string_view> tasks, units;  // in the order first seen
  std::deque<std::string> kept_tasks, kept_units;
  std::size_t lone_tasks = 0, lone_units = 0;
};

std::string_view text_of(const Part& part, const RowsBelow& below) {
  return below.text.substr(part.begin, part.end - part.begin);
}

// Reads one part into the room that its rows have.
class PartReader {
 public:
  PartReader(const RowsBelow& below, Part& part, Rows& rows)
      : part_(part), rows_(rows), cutter_(below, part.begin, part.end) {}

  // False in doubt.
  bool read(const std::atomic<bool>& doubtful) {
    if (!cutter_.each_row(doubtful, [&] { return read_row(); })) return false;
    tasks_.flush();
    units_.flush();
    part_.tasks = tasks_.take_names();
    part_.units = units_.take_names();
    part_.kept_tasks = tasks_.take_kept();
    part_.kept_units = units_.take_kept();
    return true;
  }

 private:
  bool read_row() {
    const std::string_view task = cutter_.task(), unit = cutter_.unit();
    if (task.empty() && unit.empty()) return false;
    if (task.empty()) {
      units_.look_up(unit, cutter_.unit_lasts(), nullptr);
      ++part_.lone_units;
      return true;
    }
    if (unit.empty()) {
      tasks_.look_up(task, cutter_.task_lasts(), nullptr);
      ++part_.lone_tasks;
      return true;
    }
    const std::optional<Role> role = roles_[cutter_.role()];
    const std::optional<std::uint32_t> order = order_in(cutter_.order());
    if (!role || !order) return false;
    const std::uint64_t row = part_.first_row + part_.rows++;
    rows_.roles[row] = *role;
    if (!rows_.orders.empty()) rows_.orders[row] = *order;
    tasks_.look_up(task, cutter_.task_lasts(), &rows_.tasks[row]);
    units_.look_up(unit, cutter_.unit_lasts(), &rows_.units[row]);
    return true;
  }

  Part& part_;
  Rows& rows_;
  RowCutter cutter_;
  QueuedNames<TaskId> tasks_;
  QueuedNames<UnitId> units_;
  Roles roles_;
};

std::vector<Part> parts_of(const RowsBelow& below, std::size_t part_bytes) {
  std::vector<Part> parts;
  for (std::size_t begin = below.begin; begin < below.text.size() || parts.empty();) {
    const std::size_t least = std::min(below.text.size() - begin, part_bytes);
    Part& part = parts.emplace_back();
    part.begin = begin;
    part.end = begin = line_begin(below.text, begin + least);
  }
  return parts;
}

// The names of all parts in the order first seen, and by part their numbers.
template <typename Id>
class AllNames {
 public:
  explicit AllNames(std::size_t parts) : numbers_(parts) {}

  void add(std::size_t part, std::vector<std::string_view> names) {
    numbers_[part].resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
      names_.look_up(names[i], true, &numbers_[part][i]);
    names_.flush();
  }
  void number_rows(std::size_t part, std::vector<Id>& ids, std::uint64_t first,
                   std::uint64_t rows) const {
    for (std::uint64_t row = first; row < first + rows; ++row)
      ids[row] = numbers_[part][index(ids[row])];
  }
  void put(model::TextColumn& texts) {
    const std::vector<std::string_view> names = names_.take_names();
    for (std::size_t i = 0; i < names.size(); ++i) texts.set(i, names[i]);
  }

 private:
  QueuedNames<Id> names_;
  std::vector<std::vector<Id>> numbers_;
};

// As NetworkBuilder sorts: by the stated place; a row without one comes behind those before it.
void sort_tasks(model::EdgeListColumns& columns, std::vector<std::uint32_t>& orders,
                unsigned threads) {
  constexpr std::size_t block = 16384;
  const std::size_t tasks = columns.offsets.size() - 1;
  struct Row {
    std::uint32_t order;
    UnitId unit;
    Role role;
  };
  parallel_blocks((tasks + block - 1) / block, threads, [&](std::size_t i) {
    std::vector<Row> rows;
    for (std::size_t task = i * block; task < std::min(tasks, (i + 1) * block); ++task) {
      const std::uint64_t begin = columns.offsets[task], end = columns.offsets[task + 1];
      rows.clear();
      std::uint32_t highest = 0;
      for (std::uint64_t row = begin; row < end; ++row) {
        highest = std::max(highest, orders[row]);
        rows.push_back(
            {orders[row] == 0 ? highest : orders[row], columns.units[row], columns.roles[row]});
      }
      std::ranges::stable_sort(rows, {}, &Row::order);
      for (std::uint64_t row = begin; row < end; ++row) {
        columns.units[row] = rows[row - begin].unit;
        columns.roles[row] = rows[row - begin].role;
      }
    }
  });
}

// Rows by task, in the order of the file.
void group(const std::vector<Part>& parts, Rows rows, std::size_t tasks,
           model::EdgeListColumns& columns, unsigned threads) {
  const auto each_row = [&](const auto& work) {
    for (const Part& part : parts)
      for (std::uint64_t row = part.first_row; row < part.first_row + part.rows; ++row) work(row);
  };
  std::vector<std::uint64_t> next(tasks + 1, 0);
  each_row([&](std::uint64_t row) { ++next[index(rows.tasks[row]) + 1]; });
  std::partial_sum(next.begin(), next.end(), next.begin());
  columns.offsets = next;
  columns.units.resize(next.back());
  columns.roles.resize(next.back());
  std::vector<std::uint32_t> orders(rows.orders.empty() ? 0 : next.back());
  each_row([&](std::uint64_t row) {
    const std::uint64_t place = next[index(rows.tasks[row])]++;
    columns.units[place] = rows.units[row];
    columns.roles[place] = rows.roles[row];
    if (!orders.empty()) orders[place] = rows.orders[row];
  });
  rows = {};
  if (!orders.empty()) sort_tasks(columns, orders, threads);
}

PlainRows joined(const RowsBelow& below, std::vector<Part> parts, Rows rows, unsigned threads) {
  PlainRows result;
  AllNames<TaskId> tasks(parts.size());
  AllNames<UnitId> units(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    tasks.add(i, std::exchange(parts[i].tasks, {}));
    units.add(i, std::exchange(parts[i].units, {}));
    result.lone_tasks += parts[i].lone_tasks;
    result.lone_units += parts[i].lone_units;
    drop_pages(text_of(parts[i], below));
  }
  parallel_blocks(parts.size(), threads, [&](std::size_t i) {
    tasks.number_rows(i, rows.tasks, parts[i].first_row, parts[i].rows);
    units.number_rows(i, rows.units, parts[i].first_row, parts[i].rows);
  });
  tasks.put(result.columns.task_ids);
  units.put(result.columns.unit_names);
  drop_pages(below.text);
  group(parts, std::move(rows), result.columns.task_ids.size(), result.columns, threads);
  return result;
}

}  // namespace

std::optional<PlainRows> scattered_rows(const RowsBelow& below, std::size_t part_bytes,
                                        unsigned threads) {
  std::vector<Part> parts = parts_of(below, part_bytes);
  std::vector<std::uint64_t> begin(parts.size() + 1, 0);
  parallel_blocks(parts.size(), threads, [&](std::size_t i) {
    begin[i + 1] = most_rows(text_of(parts[i], below));
    drop_pages(text_of(parts[i], below));
  });
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  // The builder knows its limits.
  if (begin.back() >= std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  Rows rows;
  rows.tasks.resize(begin.back());
  rows.units.resize(begin.back());
  rows.roles.resize(begin.back());
  if (below.columns[3] < below.width) rows.orders.resize(begin.back());
  std::atomic<bool> doubtful{false};
  parallel_blocks(parts.size(), threads, [&](std::size_t i) {
    parts[i].first_row = begin[i];
    if (!PartReader(below, parts[i], rows).read(doubtful)) doubtful = true;
    drop_pages(text_of(parts[i], below));
  });
  if (doubtful) return std::nullopt;
  return joined(below, std::move(parts), std::move(rows), threads);
}

}  // namespace respnet::io
