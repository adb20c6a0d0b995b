#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "respnet/extract/registry.hpp"

namespace respnet::io {

/// A unit registry from a CSV file with a header.
///
/// Columns, in any order and by English or Chinese heads: name 名称 (the one that must be there),
/// alias 别名, kind 类别 (organ 机构, group 集合, person 个人), parent 上级, members 成员,
/// valid_from 启用日期, valid_to 停用日期. Others are ignored with a note `ignored-column`. Rows of
/// one name are one unit. Several aliases or members stand in one cell between `|`, else `;`, else
/// `、` outside brackets: a cell that has a stronger separator is not parted at a weaker one.
/// Dates are 2024, 2024-9, 2024/9/1, 2024年9月1日. The separator is `,`, `;` or TAB, as the header
/// tells; encodings as of any input; the apostrophe that guards a formula is taken away.
/// @throws FileError   when the file cannot be read
/// @throws InputError  at line and column: for a broken field, a missing column, a row without a
///                     name, an unknown kind, a date that is none or ends before it begins, and for
///                     what extract::Registry refuses
/// Cost: O(bytes).
extract::Registry read_registry(const std::filesystem::path& path);

/// The same from text. @param file  for messages
extract::Registry registry_in(std::string_view text, const std::string& file);

}  // namespace respnet::io
