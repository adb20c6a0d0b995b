#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "io/csv_text.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/decode.hpp"
#include "respnet/io/partition.hpp"

namespace respnet::io {
namespace {

enum class Field : std::uint8_t { Id, Name, Cluster };
constexpr std::size_t kFields = 3;

constexpr std::array<std::pair<std::string_view, Field>, 10> kHeads{{{"id", Field::Id},
                                                                     {"编号", Field::Id},
                                                                     {"name", Field::Name},
                                                                     {"unit", Field::Name},
                                                                     {"名称", Field::Name},
                                                                     {"单位", Field::Name},
                                                                     {"单位名称", Field::Name},
                                                                     {"cluster", Field::Cluster},
                                                                     {"co.cluster", Field::Cluster},
                                                                     {"协作圈", Field::Cluster}}};

std::optional<Field> field_of(std::string_view head) {
  for (const auto& [word, field] : kHeads)
    if (equal_but_for_case(word, head)) return field;
  return std::nullopt;
}

char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
  for (const char separator : {',', ';', '\t'})
    if (head.find(separator) != head.npos) return separator;
  return ',';
}

std::vector<std::optional<Field>> columns_of(CsvScanner& scanner) {
  std::vector<std::optional<Field>> columns;
  for (const CsvField& head : scanner.next()) columns.push_back(field_of(head.text));
  const auto has = [&](Field field) { return std::ranges::find(columns, field) != columns.end(); };
  if (!has(Field::Cluster) || !(has(Field::Id) || has(Field::Name)))
    scanner.refuse(
        0,
        "a partition needs a column cluster, and a column id or name of units; write one "
        "by metrics --select co.cluster --format csv");
  return columns;
}

}  // namespace

std::vector<PartitionRow> partition_in(std::string_view text, const std::string& file) {
  CsvScanner scanner(text, separator_of(text), file);
  const auto columns = columns_of(scanner);
  std::vector<PartitionRow> rows;
  for (;;) {
    const auto& fields = scanner.next();
    if (fields.empty()) return rows;
    std::array<std::string, kFields> cells;
    const std::size_t offset = fields.front().offset;
    for (std::size_t i = 0; i < std::min(fields.size(), columns.size()); ++i)
      if (columns[i])
        cells[static_cast<std::size_t>(*columns[i])] = without_guard(trimmed(fields[i].text));
    auto& [id, name, cluster] = cells;
    if (id.empty() && name.empty())
      scanner.refuse(offset, "this row names no unit; fill in its id or name");
    if (cluster.empty()) continue;
    const auto line = 1 + std::ranges::count(text.substr(0, offset), '\n');
    rows.push_back({std::move(id),
                    std::move(name),
                    std::move(cluster),
                    {file, static_cast<std::size_t>(line), 1}});
  }
}

std::vector<PartitionRow> read_partition(const std::filesystem::path& path) {
  const std::string file = path.string();
  const Decoded partition = decoded(read_file(path), Encoding::Auto, file);
  if (trimmed(partition.text).empty())
    throw InputError({file}, "the partition is empty; check that it was saved");
  return partition_in(partition.text, file);
}

}  // namespace respnet::io
