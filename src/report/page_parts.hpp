#pragma once

// What a page is made of besides its tables.

#include <string>
#include <string_view>
#include <vector>

#include "report/page_context.hpp"

namespace respnet::report {

/// Tasks up to which the script of a page knows all of them; of more it knows kShownRows.
inline constexpr std::size_t kMostTasks = 20'000;

/// The network as JSON for the page's script, safe inside a `<script>` element: `<`, `>`, `&` and
/// the line separators U+2028 and U+2029 are written as `\u…`.
std::string page_data(const PageContext& page);

/// The bar of search and filters, hidden until the script wakes it.
std::string filter_bar(const PageContext& page);

/// An SVG document as an element of the page: from `<svg` on.
std::string inline_svg(std::string_view document);

/// Rules that recolour inline pictures on dark screens: each colour that they have becomes a
/// variable with two values.
std::string picture_colors(const std::vector<std::string>& pictures);

/// "sha256-…", as a content security policy names a script.
std::string policy_hash(std::string_view script);

/// The style sheet of the page.
std::string_view page_style();
/// The bundled script; empty in a build without it.
std::string_view page_script();

}  // namespace respnet::report
