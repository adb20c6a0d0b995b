#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "viz/facts.hpp"

namespace respnet::viz {

/// What the matrix shows, before it is drawn: units down, top-level sections across.
struct MatrixPlan {
  /// A section, or several small ones together, or the tasks outside of sections.
  struct Column {
    std::string key;     ///< "s3"; "s0" outside of sections, "rest" for small ones
    std::string number;  ///< as the heading has it, else by place: "三"
    std::string title;   ///< without its number, as it can be shown
    std::size_t tasks = 0;

    /// Number and title.
    std::string whole() const;
  };
  std::vector<Column> columns;           ///< in the order of the document; at least one
  std::size_t sections = 0;              ///< of the document, that hold tasks
  std::vector<std::uint32_t> units;      ///< the rows
  std::vector<std::vector<Load>> cells;  ///< by row and column
  std::vector<std::size_t> rest;  ///< by column: tasks of the units left out, summed; or empty
  std::size_t left_out = 0;       ///< units without a row
  std::size_t left_out_tasks = 0;
  std::vector<std::size_t> reach;  ///< by unit number: sections in which it has tasks
  std::string widest;              ///< title of the first section that most units have tasks in
  std::size_t widest_units = 0;    ///< that have
  std::size_t most = 0;            ///< the largest number of tasks in a cell
  bool by_merges = false;          ///< rows are in the order of the merges
};

/// @param loads  of the graph
/// Cost: O(assignments + units · sections).
MatrixPlan matrix_plan(const graph::BipartiteGraph& graph, const std::vector<Load>& loads,
                       const PictureOptions& options, const Messages& say);

/// A heading's number and its words: "三、数字赋能" is 三 and 数字赋能, "2. Roads" 2 and Roads. The
/// number is empty where there is none.
struct NumberedTitle {
  std::string number, words;
};
NumberedTitle numbered_title(std::string_view title);

}  // namespace respnet::viz
