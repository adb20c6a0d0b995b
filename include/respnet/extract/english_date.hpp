#pragma once

#include <string>
#include <string_view>

namespace respnet::extract {

/// The last date that an English deadline names, as ISO 8601 as far as it goes: "30 June 2025",
/// "June 30, 2025" and "2025-06-30" -> "2025-06-30"; "by end of 2025" -> "2025-12"; "Q3 2025" ->
/// "2025-09"; "FY21" -> "2021". Numbers like 31/03/2026 are days only where the order is clear.
/// Empty where no year is named ("ongoing", "12 months").
std::string english_due_date(std::string_view deadline);

}  // namespace respnet::extract
