#pragma once

#include <string>
#include <string_view>
#include <vector>

// Chinese names of units that may be the same body, though nothing proves it.

namespace respnet::extract {

/// The characters of a name.
std::vector<std::string> letters_of(std::string_view name);

/// At least three characters, the first one Chinese.
bool is_chinese_name(std::string_view name);

/// Traditional characters as simplified ones, those that names of units use.
std::string simplified(std::string_view name);

/// A comparison key without its level, as an office in parentheses has none.
std::string without_level(std::string_view key);

/// Whether a body may be printed with either: none and 县, 县 and 东山县, 县 and 县委.
/// @pre shorter.size() <= longer.size()
bool may_be_same_level(std::string_view shorter, std::string_view longer);

/// Whether `shorter` may be a short form of `longer`: its letters in order there, the same ending,
/// and the same beginning unless it is a company, a bank or the like. Letters that count stand in
/// both or in neither.
bool may_be_short_form(std::string_view shorter, std::string_view longer);

}  // namespace respnet::extract
