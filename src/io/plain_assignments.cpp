#include "io/plain_assignments.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "io/name_table.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::io {
namespace {

using model::Role;

class PartReader {
 public:
  PartReader(AssignmentPart& part, model::EdgeListColumns& columns)
      : part_(part), cut_(part.cutter), columns_(columns) {}

  bool read() {
    for (std::uint64_t row = 0; row < part_.rows; ++row) {
      const bool is_last = part_.is_last && row + 1 == part_.rows;
      if (!read_row(part_.first_row + row) || !cut_.literal(is_last ? "]" : ",")) return false;
    }
    part_.units = std::move(units_).take_names();
    return cut_.at_end();
  }

 private:
  bool read_row(std::uint64_t row) {
    std::string_view task, unit;
    Role role{};
    bool is_explicit = true;
    std::uint32_t order = 0;
    const bool plain = cut_.literal("\n  {\"task\": ") && cut_.filled_text(task) &&
                       cut_.literal(", \"unit\": ") && cut_.filled_text(unit) &&
                       cut_.literal(", \"role\": ") && read_role(role) &&
                       cut_.literal(", \"explicit\": ") && cut_.flag(is_explicit) &&
                       cut_.literal(", \"order\": ") && cut_.whole(order);
    if (!plain || !place(task, order)) return false;
    columns_.units[row] = static_cast<model::UnitId>(units_.number(units_.query(unit)));
    columns_.roles[row] = role;
    if (!is_explicit) part_.inferred.push_back(row);
    return cut_.literal("}") || (read_evidence(row) && cut_.literal("}"));
  }

  bool read_role(Role& role) {
    for (const Role one :
         {Role::Support, Role::Lead, Role::Responsible, Role::Oversight, Role::Informed}) {
      role = one;
      if (cut_.literal(quoted_[static_cast<std::size_t>(one)])) return true;
    }
    return false;
  }

  // Rows of one task stand together, in order.
  bool place(std::string_view task, std::uint32_t order) {
    const std::size_t tasks = part_.task_rows.size();
    if (tasks > 0 && part_.task_ids[tasks - 1] == task) {
      ++part_.task_rows.back();
      return order == ++order_;
    }
    part_.task_ids.set(tasks, task);
    part_.task_rows.push_back(1);
    if (tasks == 0) part_.first_order = order;
    order_ = tasks == 0 ? order : 1;
    return order == order_;
  }

  bool read_evidence(std::uint64_t row) {
    AssignmentPart::Evidence& seen = part_.evidence.emplace_back();
    seen.row = row;
    const auto office = [&] {
      std::string_view name;
      if (!cut_.text(name)) return false;
      seen.offices.emplace_back(name);
      return true;
    };
    return cut_.literal(", \"offices\": ") && cut_.list(office) && cut_.literal(", \"clause\": ") &&
           cut_.whole(seen.clause) && cut_.literal(", \"line\": ") && cut_.whole(seen.line) &&
           cut_.literal(", \"span\": ") &&
           cut_.range_or_null(seen.span.begin, seen.span.end,
                              std::numeric_limits<std::int64_t>::max()) &&
           cut_.literal(", \"as_written\": ") && cut_.text_or_null(seen.as_written);
  }

  static std::array<std::string, model::kRoles> quoted_roles() {
    std::array<std::string, model::kRoles> quoted;
    for (int role = 0; role < model::kRoles; ++role)
      quoted[static_cast<std::size_t>(role)] =
          '"' + std::string(name(static_cast<Role>(role))) + '"';
    return quoted;
  }

  AssignmentPart& part_;
  JsonCutter& cut_;
  model::EdgeListColumns& columns_;
  const std::array<std::string, model::kRoles> quoted_ = quoted_roles();
  NameTable units_;
  std::uint32_t order_ = 0;
};

void move_evidence(AssignmentPart::Evidence& seen, model::EdgeListColumns& columns) {
  columns.clauses.set(seen.row, seen.clause);
  columns.lines.set(seen.row, seen.line);
  columns.spans.set(seen.row, seen.span);
  columns.as_written.set(seen.row, seen.as_written);
  columns.offices.set(seen.row, std::move(seen.offices));
}

}  // namespace

std::vector<AssignmentPart> assignment_parts(std::string_view lines, std::size_t part_bytes,
                                             unsigned threads) {
  std::vector<AssignmentPart> parts;
  while (lines.size() > 1) {  // more than the bracket
    const std::size_t end = std::min(lines.find('\n', part_bytes), lines.size());
    parts.emplace_back(lines.substr(0, end));
    lines.remove_prefix(end);
  }
  if (!parts.empty()) parts.back().is_last = true;
  parallel_blocks(parts.size(), threads, [&](std::size_t i) {
    parts[i].rows = static_cast<std::uint64_t>(std::ranges::count(parts[i].lines, '\n'));
    drop_pages(parts[i].lines);
  });
  for (std::size_t i = 1; i < parts.size(); ++i)
    parts[i].first_row = parts[i - 1].first_row + parts[i - 1].rows;
  return parts;
}

bool read_part(AssignmentPart& part, model::EdgeListColumns& columns) {
  const bool read = PartReader(part, columns).read();
  drop_pages(part.lines);
  return read;
}

bool join_parts(std::vector<AssignmentPart>& parts, const model::TextColumn& task_ids,
                const model::ValueColumn<std::uint32_t>& clause_counts,
                model::EdgeListColumns& columns) {
  columns.offsets.reserve(task_ids.size() + 1);
  columns.offsets.push_back(0);
  std::uint64_t rows = 0;
  const auto task = [&] { return columns.offsets.size() - 1; };  // whose rows end at `rows`
  for (AssignmentPart& part : parts) {
    const bool goes_on =
        rows > 0 && task() < task_ids.size() && part.task_ids[0] == task_ids[task()];
    const std::uint64_t before = goes_on ? rows - columns.offsets.back() : 0;
    if (part.first_order != before + 1) return false;
    for (std::size_t i = 0; i < part.task_rows.size(); ++i) {
      while (task() < task_ids.size() && task_ids[task()] != part.task_ids[i])
        columns.offsets.push_back(rows);
      if (task() == task_ids.size()) return false;
      rows += part.task_rows[i];
    }
    part.task_ids = {};
    part.task_rows = {};
  }
  while (task() < task_ids.size()) columns.offsets.push_back(rows);

  std::size_t at = 0;  // whose task is looked for
  for (AssignmentPart& part : parts) {
    for (const std::uint64_t row : part.inferred) columns.inferred.set(row, true);
    for (AssignmentPart::Evidence& seen : part.evidence) {
      while (columns.offsets[at + 1] <= seen.row) ++at;
      if (seen.clause > 0 && seen.clause >= clause_counts[at]) return false;
      move_evidence(seen, columns);
    }
    part.inferred = {};
    part.evidence = {};
  }
  return true;
}

}  // namespace respnet::io
