#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "respnet/graph/bipartite_graph.hpp"
#include "viz/bipartite_sheets.hpp"
#include "viz/facts.hpp"

namespace respnet::viz {

/// A box of the left column: a task, or where there are too many, a top-level section.
struct LeftItem {
  std::string key;      ///< "t12", "s3", "b2", "rest-tasks"
  std::string classes;  ///< "task", "section", "block", "rest"
  std::string number;   ///< heading path of a task; or empty
  std::string title;
  std::size_t tasks = 1;
  std::size_t section = TopSections::kNone;
};

/// A box of the right column: a unit, or all that are not shown one by one.
struct RightItem {
  std::string key;      ///< "u7", "rest-units"
  std::string classes;  ///< "unit organ", "unit group", "rest"
  std::string name;
  std::string id;  ///< as the network has it
  bool dashed = false;
  Load load;
};

/// Assignments between two boxes.
struct Strand {
  std::size_t left = 0, right = 0;
  bool lead = false;
  std::size_t count = 1;
};

/// Left items that stand together, under the heading of their section.
struct Band {
  std::size_t first = 0, last = 0;  ///< [first, last) of the left items
  std::size_t section = TopSections::kNone;
  std::string title;  ///< empty: no heading
};

/// What the bipartite picture shows, before anything has a place.
struct BipartitePlan {
  std::vector<Band> bands;
  std::vector<LeftItem> left;
  std::vector<RightItem> right;
  std::vector<Strand> strands;    ///< other before lead, so that lead is drawn on top
  std::size_t most_together = 1;  ///< assignments of the strongest strand
  std::size_t sections = 0;       ///< of the outline
  bool colored = true;            ///< the sections are top-level, and the classes say which
  bool together = false;          ///< the left items are sections or blocks of tasks
  bool part = false;              ///< of the network only
  std::vector<Load> loads;        ///< by unit number, of the tasks shown
  std::size_t tasks = 0, units = 0, assignments = 0;  ///< counted in
  std::vector<std::string> left_out;
};

/// @param sheet  one of bipartite_sheets()
/// Cost: O(tasks + units + assignments).
BipartitePlan bipartite_plan(const graph::BipartiteGraph& graph, const BipartiteSheet& sheet,
                             const Messages& say);

}  // namespace respnet::viz
