#pragma once

#include <string>
#include <string_view>

namespace respnet::extract {

/// What the head and foot of a notice tell about it; empty where they do not tell.
struct FrontMatter {
  std::string title;   ///< of the plan itself rather than of the letter that sends it
  std::string number;  ///< 某政办〔2025〕9号
  std::string issuer;
  std::string date;      ///< ISO 8601
  std::string language;  ///< "zh", "en"
};

/// @param text  the notice as in the file
/// Cost: O(bytes); looks closely only at the first and last few hundred lines.
FrontMatter front_matter(std::string_view text);

/// The language alone: "zh", "en", or "" for a text without letters. Looks at the first 64 KiB.
std::string_view language_of(std::string_view text);

/// 2024年9月5日, in either digit width and with blanks -> 2024-09-05; "" if `text` begins with no
/// full date.
std::string iso_date(std::string_view text);

}  // namespace respnet::extract
