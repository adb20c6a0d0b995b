#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "respnet/viz/geometry.hpp"

namespace respnet::viz {

/// What a group of marks stands for: a task, a unit, an assignment, a part of a chart.
struct Subject {
  std::string id = {};       ///< without the picture's prefix; empty: none
  std::string classes = {};  ///< "node task"
  std::string data_id = {};  ///< "t12"; empty: none
  std::string title = {};    ///< for a tooltip; empty: none
  std::string name = {};     ///< the whole name that a label may show cut; empty: nothing to cut
  std::string from = {}, to = {};  ///< data ids of the ends of an edge
  /// The group it was opened in, in Picture::subjects; set by the scene.
  std::size_t outer = static_cast<std::size_t>(-1);
};

/// One thing that a picture shows, as it was drawn: what lint() reads.
struct Mark {
  enum class Kind : std::uint8_t { Shape, Line, Text };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Kind kind = Kind::Shape;
  std::size_t subject = kNone;  ///< the innermost group, in Picture::subjects
  std::string classes = {};
  std::string color = {};  ///< of the text, the fill or (Line) the stroke; empty: none
  double opacity = 1;
  Box box = {};                    ///< of a Shape: as drawn; of a Text: only where it is anchored
  std::vector<Point> points = {};  ///< of a Line: from end to end, curves flattened
  std::string text = {};           ///< of a Text: one line
  double size = 0;                 ///< of a Text: pt
  bool bold = false;
  double anchor = 0;  ///< of a Text: 0 at its start, 0.5 in its middle, 1 at its end
  bool halo = false;  ///< of a Text: a rim of paper round it
};

}  // namespace respnet::viz
