#pragma once

#include <span>
#include <string_view>

namespace respnet::extract {

// Which printed forms name the same thing, as data: the one place to teach the reader another short
// form. Short and long forms of one name, and the names that a reform replaced where nobody doubts
// the heir (环保 -> 生态环境). General words only; no unit or place of any document belongs here.

/// A printed form and the form that stands for it when names are compared.
struct NamePair {
  std::string_view printed;
  std::string_view full;
};

/// What a body works on: 发改 = 发展改革. Each full form is also there as printed.
std::span<const NamePair> field_pairs();
/// 委员会 = 委, 办公室 = 办.
std::span<const NamePair> ending_pairs();
/// Bodies that have no field: 妇女联合会 = 妇联, 人民法院 = 法院.
std::span<const NamePair> body_pairs();
/// Traditional characters and the simplified ones that names of units use for them: 縣 = 县.
std::span<const NamePair> character_pairs();

}  // namespace respnet::extract
