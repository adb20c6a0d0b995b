#pragma once

#include <string>
#include <string_view>

#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"
#include "respnet/viz/picture.hpp"

namespace respnet::report {

/// Options of a picture with the results of the study that the view shows, as plain values: the
/// clusters, the Gini index, how units merge.
/// Cost: that of these analyses, each computed once by the study.
viz::PictureOptions picture_options(const analysis::Study& study, viz::View view,
                                    Language language);

/// The date of the first source that has one, as "2024-09-05"; empty: none.
std::string source_date(const model::Network& network);

}  // namespace respnet::report
