#pragma once

#include <string_view>
#include <vector>

#include "extract/heading_clauses.hpp"

namespace respnet::extract {

/// Takes as clauses what lists of duties by unit begin with: series of headings that name units,
/// and paragraphs under one heading that begin with units. Only where no other clause stands.
void add_duty_clauses(std::string_view text, const std::vector<Heading>& headings,
                      std::vector<HeadingClauses>& all);

}  // namespace respnet::extract
