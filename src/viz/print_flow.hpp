#pragma once

#include "respnet/base/messages.hpp"
#include "viz/print_page.hpp"

namespace respnet::viz {

/// The pages of a document, without cover, running head and foot.
///
/// Chapters begin a page, unless the one before leaves half of it. A heading keeps to what follows;
/// no paragraph leaves one line alone. Pictures that do not fit wait for the next page while the
/// text goes on; those that need their own paper stand behind the page that speaks of them, at the
/// latest behind their chapter. Tables go on over pages under a repeated head, a row too high for a
/// page too.
/// @param document  must outlive the pages
/// Cost: O(characters).
Pages flow(const Document& document, const Typesetter& type, const Messages& say);

}  // namespace respnet::viz
