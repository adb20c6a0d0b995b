#pragma once

#include "respnet/base/messages.hpp"
#include "viz/print_page.hpp"

namespace respnet::viz {

/// The first page: what it is, title, sources, key figures, how to read it, and the contents with
/// page numbers as links (sections too, where they fit).
PrintPage cover(const Document& document, const Pages& pages, const Typesetter& type,
                const Messages& say);

}  // namespace respnet::viz
