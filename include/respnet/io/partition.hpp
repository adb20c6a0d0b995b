#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/errors.hpp"

namespace respnet::io {

/// A unit of a partition file, and where it was put.
struct PartitionRow {
  std::string id, name;  ///< at least one is not empty
  std::string cluster;   ///< any label; never empty
  Place place;           ///< for messages
};

/// A partition of units from a CSV file with a header, such as `respnet metrics --select co.cluster
/// --format csv` writes.
///
/// Columns, in any order: id 编号 or name 名称 单位 (one must be there), and cluster co.cluster
/// 协作圈. Others are ignored; a row with an empty cluster is left out. The separator is `,`, `;`
/// or TAB, as the header tells; encodings as of any input.
/// @throws FileError   when the file cannot be read
/// @throws InputError  at line and column: for a broken field, a missing column, a row without a
/// unit Cost: O(bytes).
std::vector<PartitionRow> read_partition(const std::filesystem::path& path);

/// The same from text. @param file  for messages
std::vector<PartitionRow> partition_in(std::string_view text, const std::string& file);

}  // namespace respnet::io
