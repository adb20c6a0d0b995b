#include "io/plain_rows.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "io/csv_text.hpp"
#include "io/name_table.hpp"
#include "io/role_words.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::io {
namespace {

using model::Role;
using model::UnitId;

constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// Cuts rows into fields as CsvScanner does, as long as there are no quotes.
class RowCutter {
 public:
  enum class Found : std::uint8_t { Row, End, Doubt };

  RowCutter(const RowsBelow& rows, std::size_t begin, std::size_t end)
      : separator_(rows.separator),
        at_(rows.text.data() + begin),
        end_(rows.text.data() + end),
        field_of_column_(rows.width, kOther) {
    for (std::size_t field = 0; field < rows.columns.size(); ++field)
      if (rows.columns[field] < rows.width)
        field_of_column_[rows.columns[field]] = static_cast<std::uint8_t>(field);
    for (const char c : {separator_, '\n', '\r', '"'}) stops_[static_cast<unsigned char>(c)] = true;
  }

  Found next() {
    while (at_ != end_ && is_line_end(*at_)) ++at_;
    row_ = at_;
    if (at_ == end_) return Found::End;
    for (std::size_t column = 0;; ++column, ++at_) {
      if (column == field_of_column_.size()) return Found::Doubt;
      while (at_ != end_ && is_blank(*at_)) ++at_;
      const char* const begin = at_;
      while (at_ != end_ && !stops_[static_cast<unsigned char>(*at_)]) ++at_;
      const char* end = at_;
      while (end != begin && is_blank(end[-1])) --end;
      fields_[field_of_column_[column]] = {begin, end};
      if (at_ != end_ && *at_ == separator_) continue;
      if (at_ != end_ && *at_ == '"') return Found::Doubt;
      return column + 1 == field_of_column_.size() ? Found::Row : Found::Doubt;
    }
  }

  const char* row() const { return row_; }  // where the last row begins
  std::string_view task() const { return without_guard(fields_[0]); }
  std::string_view unit() const { return without_guard(fields_[1]); }
  std::string_view role() const { return fields_[2]; }
  std::string_view order() const { return fields_[3]; }

 private:
  static constexpr std::uint8_t kOther = 4;
  bool is_blank(char c) const { return (c == ' ' || c == '\t') && c != separator_; }

  char separator_;
  const char* at_;
  const char* end_;
  const char* row_ = nullptr;
  std::vector<std::uint8_t> field_of_column_;
  std::array<std::string_view, kOther + 1> fields_{};
  std::array<bool, 256> stops_{};
};

// The role words that came before; a file has few.
class Roles {
 public:
  std::optional<Role> operator[](std::string_view word) {
    for (const auto& [known, role] : known_)
      if (known == word) return role;
    const auto role = role_of_word(word);
    if (role) known_.emplace_back(word, *role);
    return role;
  }

 private:
  std::vector<std::pair<std::string_view, Role>> known_;
};

struct Part {
  struct Task {
    std::uint32_t begin, size;  // of its id, from the part's begin
    std::uint32_t rows;
  };
  std::size_t begin = 0, end = 0;  // bytes
  std::uint64_t first_row = 0;     // room for its rows
  std::uint64_t rows = 0;
  std::vector<Task> tasks;
  std::vector<std::string_view> units;  // in the order first seen
  std::size_t lone_tasks = 0, lone_units = 0;
};

std::string_view text_of(const Part& part, const RowsBelow& rows) {
  return rows.text.substr(part.begin, part.end - part.begin);
}

// Reads one part into the room that its rows have in the columns.
class PartReader {
 public:
  PartReader(const RowsBelow& rows, Part& part, model::EdgeListColumns& columns)
      : text_(rows.text), part_(part), columns_(columns), cutter_(rows, part.begin, part.end) {}

  // False in doubt.
  bool read(const std::atomic<bool>& doubtful) {
    if (part_.end - part_.begin > kMost) return false;
    while (!doubtful.load(std::memory_order_relaxed)) {
      const RowCutter::Found found = cutter_.next();
      if (found == RowCutter::Found::Doubt || (found == RowCutter::Found::Row && !read_row()))
        return false;
      if (found == RowCutter::Found::End) break;
    }
    end_task();
    look_up_waiting();
    part_.units = std::move(units_).take_names();
    return true;
  }

 private:
  struct Waiting {
    NameTable::Query query;
    std::uint64_t row;
  };
  static constexpr auto kNoRow = std::numeric_limits<std::uint64_t>::max();

  bool read_row() {
    const std::string_view task = cutter_.task(), unit = cutter_.unit();
    if (task.empty() && unit.empty()) return false;
    if (task.empty()) {
      look_up(unit, kNoRow);
      ++part_.lone_units;
      return true;
    }
    if (part_.tasks.empty() || task != task_) begin_task(task);
    if (unit.empty()) {
      ++part_.lone_tasks;
      return true;
    }
    const std::optional<Role> role = roles_[cutter_.role()];
    if (!role || !read_order(cutter_.order())) return false;
    const std::uint64_t row = part_.first_row + part_.rows++;
    columns_.roles[row] = *role;
    look_up(unit, row);
    return true;
  }

  // Soon, when the memory has brought its place; in the order asked.
  void look_up(std::string_view unit, std::uint64_t row) {
    waiting_[waiting_count_++] = {units_.query(unit), row};
    if (waiting_count_ == waiting_.size()) look_up_waiting();
  }

  void look_up_waiting() {
    for (const auto& [query, row] : std::span(waiting_).first(waiting_count_)) {
      const auto unit = static_cast<UnitId>(units_.number(query));
      if (row != kNoRow) columns_.units[row] = unit;
    }
    waiting_count_ = 0;
  }

  void begin_task(std::string_view id) {
    end_task();
    task_ = id;
    const char* const begin = text_.data() + part_.begin;
    part_.tasks.push_back(
        {static_cast<std::uint32_t>(id.data() - begin), static_cast<std::uint32_t>(id.size()), 0});
  }

  // The place that a row states, as NetworkBuilder sorts: one without comes behind those before it.
  bool read_order(std::string_view stated) {
    std::uint32_t order = 0;
    if (!stated.empty()) {
      const char* const end = stated.data() + stated.size();
      const auto [behind, error] = std::from_chars(stated.data(), end, order);
      if (error != std::errc{} || behind != end || order == 0) return false;
    }
    sorted_ = sorted_ && (order == 0 || order >= highest_);
    highest_ = std::max(highest_, order);
    orders_.push_back(order == 0 ? highest_ : order);
    return true;
  }

  void end_task() {
    if (part_.tasks.empty()) return;
    part_.tasks.back().rows = static_cast<std::uint32_t>(orders_.size());
    if (!sorted_) sort_rows();
    orders_.clear();
    highest_ = 0;
    sorted_ = true;
  }

  void sort_rows() {
    look_up_waiting();
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

  std::string_view text_;
  Part& part_;
  model::EdgeListColumns& columns_;
  RowCutter cutter_;
  NameTable units_;
  Roles roles_;
  std::string_view task_;
  std::array<Waiting, 32> waiting_;
  std::size_t waiting_count_ = 0;
  std::vector<std::uint32_t> orders_;  // of the task's rows
  std::uint32_t highest_ = 0;
  bool sorted_ = true;
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_line_end(text[at - 1])) ++at;
  return at;
}

// Where the first task begins whose row before, at `from` or later, is of another; empty in doubt.
std::optional<std::size_t> task_begin(const RowsBelow& rows, std::size_t from) {
  RowCutter cutter(rows, line_begin(rows.text, from), rows.text.size());
  std::string_view before;
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

// As many as there may be: an empty line counts, too.
std::size_t lines(std::string_view text) {
  auto count = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1))
    if (at + 1 == text.size() || text[at + 1] != '\n') ++count;
  return count + (!text.empty() && !is_line_end(text.back()) ? 1U : 0U);
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
    tasks += parts[i].tasks.size();
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
    for (const Part::Task& task : part.tasks) {
      columns.task_ids.set(columns.offsets.size() - 1,
                           below.text.substr(part.begin + task.begin, task.size));
      columns.offsets.push_back(columns.offsets.back() + task.rows);
    }
    part.tasks = {};
    drop_pages(text_of(part, below));
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
    begin[i + 1] = lines(text_of(part, rows));
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
