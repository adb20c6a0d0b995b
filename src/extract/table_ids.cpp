#include "extract/table_ids.hpp"

#include <algorithm>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "extract/row_words.hpp"

namespace respnet::extract {
namespace {

// The first draft whose id is empty or taken.
std::optional<std::size_t> first_bad(const std::vector<std::string>& ids) {
  tsl::robin_set<std::string> seen;
  for (std::size_t t = 0; t < ids.size(); ++t)
    if (ids[t].empty() || !seen.insert(ids[t]).second) return t;
  return std::nullopt;
}

// "7.1": the number of the section, and that of the row or its count.
std::vector<std::string> ids_by_section(const std::vector<std::string>& numbers,
                                        const TableDrafts& drafts) {
  std::vector<std::string> ids;
  std::vector<std::uint32_t> counts(drafts.sections.size(), 0);
  const bool numbered =
      std::ranges::none_of(numbers, [](const std::string& number) { return number.empty(); });
  for (std::size_t t = 0; t < numbers.size(); ++t) {
    const auto section = drafts.drafts.tasks[t].section;
    if (!section) return {};
    const std::uint32_t count = ++counts[*section];
    ids.push_back(drafts.sections[*section].id + "." +
                  (numbered ? numbers[t] : std::to_string(count)));
  }
  return ids;
}

}  // namespace

TableIds ids_of_rows(std::string_view text, const std::vector<Range>& numbers,
                     const TableDrafts& drafts) {
  TableIds result;
  for (const Range number : numbers) result.ids.push_back(row_number(number.of(text)));
  const std::vector<std::string> printed = result.ids;
  result.bad = first_bad(printed);
  if (!result.bad) return result;
  const bool numbered =
      std::ranges::any_of(printed, [](const std::string& number) { return !number.empty(); });
  if (!numbered) result.bad.reset();
  if (drafts.under_headings) {
    result.ids = ids_by_section(printed, drafts);
    if (!result.ids.empty() && !first_bad(result.ids)) return result;
  }
  result.ids.clear();
  for (std::size_t t = 0; t < printed.size(); ++t) result.ids.push_back(std::to_string(t + 1));
  return result;
}

}  // namespace respnet::extract
