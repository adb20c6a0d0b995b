#include "io/plain_rows.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/name_table.hpp"
#include "io/queued_names.hpp"
#include "io/row_cutter.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::io {
namespace {

using model::Role;
using model::UnitId;

constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

struct Part {
  std::size_t begin = 0, end = 0;  // bytes
  std::uint64_t first_row = 0;     // room for its rows
  std::uint64_t rows = 0;
  model::TextColumn task_ids;
  std::vector<std::uint32_t> task_rows;
  std::vector<std::string_view> units;  // in the order first seen
  std::deque<std::string> kept;         // names of units that do not stand so in the file
  std::size_t lone_tasks = 0, lone_units = 0;
};

std::string_view text_of(const Part& part, const RowsBelow& rows) {
  return rows.text.substr(part.begin, part.end - part.begin);
}

// Reads one part into the room that its rows have in the columns.
class PartReader {
 public:
  PartReader(const RowsBelow& rows, Part& part, model::EdgeListColumns& columns)
      : part_(part), columns_(columns), cutter_(rows, part.begin, part.end) {}

  // False in doubt.
  bool read(const std::atomic<bool>& doubtful) {
    if (!cutter_.each_row(doubtful, [&] { return read_row(); })) return false;
    end_task();
    units_.flush();
    part_.units = units_.take_names();
    part_.kept = units_.take_kept();
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
    if ((part_.task_rows.empty() || task != task_) && !begin_task(task)) return false;
    if (unit.empty()) {
      ++part_.lone_tasks;
      return true;
    }
    const std::optional<Role> role = roles_[cutter_.role()];
    const std::optional<std::uint32_t> order = order_in(cutter_.order());
    if (!role || !order) return false;
    place(*order);
    const std::uint64_t row = part_.first_row + part_.rows++;
    columns_.roles[row] = *role;
    units_.look_up(unit, cutter_.unit_lasts(), &columns_.units[row]);
    return true;
  }

  // False for a task that comes again. Only the first tasks are looked at, to know soon when rows
  // are scattered; NetworkBuilder looks at all.
  bool begin_task(std::string_view id) {
    end_task();
    if (part_.task_rows.size() < first_.size() / 2) {
      const std::size_t hash = std::hash<std::string_view>{}(id);
      std::size_t& first = first_[hash % first_.size()];
      if (first == hash) return false;
      first = hash;
    }
    part_.task_ids.set(part_.task_rows.size(), id);
    part_.task_rows.push_back(0);
    if (!cutter_.task_lasts()) id = undoubled_ = id;
    task_ = id;
    return true;
  }

  // As NetworkBuilder sorts: a row without a stated place comes behind those before it.
  void place(std::uint32_t order) {
    sorted_ = sorted_ && (order == 0 || order >= highest_);
    highest_ = std::max(highest_, order);
    orders_.push_back(order == 0 ? highest_ : order);
  }

  void end_task() {
    if (part_.task_rows.empty()) return;
    part_.task_rows.back() = static_cast<std::uint32_t>(orders_.size());
    if (!sorted_) sort_rows();
    orders_.clear();
    highest_ = 0;
    sorted_ = true;
  }

  void sort_rows() {
    units_.flush();
    struct Row {
      std::uint32_t order;
      UnitId unit;
      Role role;
    };
    const std::uint64_t first = part_.first_row + part_.rows - orders_.size();
    std::vector<Row> rows;
    for (std::size_t i = 0; i < orders_.size(); ++i)
      rows.push_back({orders_[i], columns_.units[first + i], columns_.roles[first + i]});
    std::ranges::stable_sort(rows, {}, &Row::order);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      columns_.units[first + i] = rows[i].unit;
      columns_.roles[first + i] = rows[i].role;
    }
  }

  Part& part_;
  model::EdgeListColumns& columns_;
  RowCutter cutter_;
  QueuedNames<UnitId> units_;
  Roles roles_;
  std::string_view task_;
  std::string undoubled_;  // the task's id, where it does not stand so in the file
  std::vector<std::size_t> first_ = std::vector<std::size_t>(8192);  // hash values of tasks
  std::vector<std::uint32_t> orders_;                                // of the task's rows
  std::uint32_t highest_ = 0;
  bool sorted_ = true;
};

// Where the first task begins whose row before, at `from` or later, is of another; empty in doubt.
std::optional<std::size_t> task_begin(const RowsBelow& rows, std::size_t from) {
  RowCutter cutter(rows, line_begin(rows.text, from), rows.text.size());
  std::string before;
  for (auto found = cutter.next();; found = cutter.next()) {
    if (found == RowCutter::Found::Doubt) return std::nullopt;
    if (found == RowCutter::Found::End) return rows.text.size();
    const std::string_view task = cutter.task();
    if (!before.empty() && !task.empty() && task != before)
      return static_cast<std::size_t>(cutter.row() - rows.text.data());
    if (!task.empty()) before = task;
  }
}

std::optional<std::vector<Part>> parts_of(const RowsBelow& rows, std::size_t part_bytes) {
  std::vector<Part> parts;
  const auto add = [&](std::size_t begin, std::size_t end) {
    parts.emplace_back();
    parts.back().begin = begin;
    parts.back().end = end;
  };
  std::size_t begin = rows.begin;
  for (std::size_t at = begin + part_bytes; at < rows.text.size(); at += part_bytes) {
    if (at <= begin) continue;  // a task that is longer than a part
    const auto border = task_begin(rows, at);
    if (!border) return std::nullopt;
    add(begin, *border);
    begin = *border;
  }
  if (begin < rows.text.size() || parts.empty()) add(begin, rows.text.size());
  return parts;
}

// Numbers the parts' units and tasks as the whole file has them, and closes the gaps.
PlainRows joined(const RowsBelow& below, std::vector<Part> parts, model::EdgeListColumns columns,
                 unsigned threads) {
  PlainRows result;
  NameTable units;
  std::vector<std::vector<std::uint32_t>> numbers(parts.size());
  std::size_t tasks = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const std::string_view name : parts[i].units)
      numbers[i].push_back(units.number(units.query(name)));
    parts[i].units = {};
    drop_pages(text_of(parts[i], below));
    tasks += parts[i].task_rows.size();
    result.lone_tasks += parts[i].lone_tasks;
    result.lone_units += parts[i].lone_units;
  }
  parallel_blocks(parts.size(), threads, [&](std::size_t i) {
    const auto first = columns.units.begin() + static_cast<std::ptrdiff_t>(parts[i].first_row);
    std::for_each(first, first + static_cast<std::ptrdiff_t>(parts[i].rows),
                  [&](UnitId& unit) { unit = static_cast<UnitId>(numbers[i][index(unit)]); });
  });
  std::uint64_t rows = 0;
  const auto close_gap = [&](auto& column, const Part& part) {
    if (part.first_row == rows) return;
    const auto first = column.begin() + static_cast<std::ptrdiff_t>(part.first_row);
    std::copy(first, first + static_cast<std::ptrdiff_t>(part.rows),
              column.begin() + static_cast<std::ptrdiff_t>(rows));
  };
  columns.offsets.reserve(tasks + 1);
  columns.offsets.push_back(0);
  for (Part& part : parts) {
    close_gap(columns.units, part);
    close_gap(columns.roles, part);
    rows += part.rows;
    for (std::size_t i = 0; i < part.task_rows.size(); ++i) {
      columns.task_ids.set(columns.offsets.size() - 1, part.task_ids[i]);
      columns.offsets.push_back(columns.offsets.back() + part.task_rows[i]);
    }
    part.task_ids = {};
    part.task_rows = {};
  }
  columns.units.resize(rows);
  columns.roles.resize(rows);
  const std::vector<std::string_view> names = std::move(units).take_names();
  for (std::size_t unit = 0; unit < names.size(); ++unit) columns.unit_names.set(unit, names[unit]);
  drop_pages(below.text);
  result.columns = std::move(columns);
  return result;
}

}  // namespace

std::optional<PlainRows> plain_rows(const RowsBelow& rows, std::size_t part_bytes,
                                    unsigned threads) {
  auto parts = parts_of(rows, part_bytes);
  if (!parts) return std::nullopt;
  std::vector<std::uint64_t> begin(parts->size() + 1, 0);
  parallel_blocks(parts->size(), threads, [&](std::size_t i) {
    const Part& part = (*parts)[i];
    begin[i + 1] = most_rows(text_of(part, rows));
    drop_pages(text_of(part, rows));
  });
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  if (begin.back() >= kMost) return std::nullopt;  // the builder knows its limits
  model::EdgeListColumns columns;
  columns.units.resize(begin.back());
  columns.roles.resize(begin.back());
  std::atomic<bool> doubtful{false};
  parallel_blocks(parts->size(), threads, [&](std::size_t i) {
    (*parts)[i].first_row = begin[i];
    if (!PartReader(rows, (*parts)[i], columns).read(doubtful)) doubtful = true;
    drop_pages(text_of((*parts)[i], rows));
  });
  if (doubtful) return std::nullopt;
  return joined(rows, *std::move(parts), std::move(columns), threads);
}

}  // namespace respnet::io
