#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/results.hpp"
#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"

namespace respnet::analysis {

/// Which measures are asked for: a comma list of globs on measure ids, "load.*,co.degree". `*`
/// stands for any text, `?` for one character; an empty list for everything.
class Selection {
 public:
  /// @throws std::invalid_argument  when a part of the list names no measure, with the nearest that
  ///                                is one
  explicit Selection(std::string_view list = {});

  bool contains(std::string_view id) const;
  /// Whether it was named in full, not by a pattern: then it is not left out for its cost.
  bool names(std::string_view id) const;

 private:
  std::vector<std::string> patterns_;
};

/// How far metrics() has come.
struct MetricsProgress {
  std::size_t done = 0, all = 0;  ///< selected measures
  std::string_view id;            ///< of the one at hand
};

struct MetricsOptions {
  std::vector<Level> levels = {};  ///< empty: all
  Selection select = Selection{};
  Language language = Language::Zh;  ///< of labels and titles
  bool skip_named = false;  ///< leave out what is refused for its size even if it was named in full
  /// Called before each measure; may be empty. What several measures need is computed by the first.
  std::function<void(const MetricsProgress&)> progress = {};
};

/// Measures by level: tables "network" (one row), "units", "tasks" and "pairs", rows by unit
/// number, by task, and by pair as unit_pairs() lists them; columns first who, then measure ids in
/// the order of the catalogue. Who is `id`, `name` (tasks: `title`), for pairs `a`, `b`, `name_a`,
/// `name_b`. Levels with no measure selected make no table.
///
/// A measure whose kernel refuses the size of the network is left out and listed as skipped.
/// @throws LimitError  for such a measure if it was named in full, unless `skip_named`
/// Cost: that of the kernels.
Results metrics(const Study& study, const MetricsOptions& options = {});

}  // namespace respnet::analysis
