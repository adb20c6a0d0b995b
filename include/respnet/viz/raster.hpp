#pragma once

#include <span>
#include <string>
#include <string_view>

namespace respnet::viz {

/// Whether any installed font covers simplified Chinese. Asks fontconfig once.
bool has_chinese_font();

/// An SVG as PNG bytes; one unit of its size is 1/72 inch.
/// @param dots_per_inch  144 for screens, 300 for print; 10 to 2400
/// @throws FileError   when the SVG has Chinese text and no font covers it
/// @throws LimitError  when a side would exceed 32 767 pixels, or the whole 2^28
/// @throws std::invalid_argument  when the SVG cannot be read, or for a resolution out of range
std::string png(std::string_view svg, double dots_per_inch = 144);

/// What a PDF says of itself.
struct PdfProperties {
  std::string title = {};
  /// When it was made, as "2024-09-05"; empty: 1970-01-01, for no clock may stand in a file.
  std::string date = {};
};

/// SVGs as a PDF of one page each, in their own size. Text stays text: its fonts are embedded and
/// it can be searched and copied.
/// @pre there is a page
/// @throws FileError   when an SVG has Chinese text and no font covers it
/// @throws LimitError  when a side would exceed 14 400 pt, the most that readers show
/// @throws std::invalid_argument  when an SVG cannot be read
std::string pdf(std::span<const std::string> pages, const PdfProperties& properties = {});

}  // namespace respnet::viz
