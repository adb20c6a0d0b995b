#pragma once

#include <string>
#include <string_view>

namespace respnet::viz {

/// A PDF that says its language and shows its title in the window's bar: an incremental update
/// (ISO 32000-1, 7.5.6) of its catalogue, for cairo has no call for it.
/// @param pdf       with a plain cross-reference table, as cairo writes up to PDF 1.4
/// @param language  "zh-Hans"
/// @return  as it was, if its catalogue is not found
std::string with_language(std::string pdf, std::string_view language);

}  // namespace respnet::viz
