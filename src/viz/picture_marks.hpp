#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/viz/picture.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz {

/// The marks of a picture as lint() looks at them: texts with their measured boxes, nodes with the
/// extent of their shapes. Places are those before scaling.
class PictureMarks {
 public:
  struct Text {
    std::size_t mark = 0;
    Box box;
  };
  /// A task, a unit, a section: a group of class `node`.
  struct Node {
    std::size_t subject = 0;
    std::string kind;           ///< "task", "unit"
    std::optional<Box> extent;  ///< of its own shapes
    std::string label;          ///< what is written in it to tell it from others
  };

  PictureMarks(const Picture& picture, const TextMetrics& metrics);

  const std::vector<Text>& texts() const { return texts_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  /// Ways of the edges, by edge.
  const std::vector<std::vector<Point>>& edges() const { return edges_; }

  /// Whether the subject has the class `word`.
  bool has_class(std::size_t subject, std::string_view word) const;
  /// The subject or the nearest group around it that has a data id; kNone: none.
  std::size_t thing(std::size_t subject) const;
  /// Whether `inner` stands in `outer`, or is it.
  bool within(std::size_t inner, std::size_t outer) const;
  /// The smallest shape of the text's own group that holds the point where it is anchored; empty:
  /// it stands beside its shapes.
  std::optional<Box> home(const Text& text) const;
  /// The first shape drawn later that hides the text or a part of it; kNone: none.
  std::size_t cover(const Text& text) const;
  /// The colour under a point just before mark number `mark` was drawn; empty: it cannot be told
  /// (a hatching).
  std::string ground(Point point, std::size_t mark) const;

 private:
  void add_nodes();

  const Picture& picture_;
  std::vector<Text> texts_;
  std::vector<std::size_t> shapes_;  // marks
  std::vector<Node> nodes_;
  std::vector<std::vector<Point>> edges_;
};

/// Whether `word` stands in a list parted by blanks.
bool has_word(std::string_view list, std::string_view word);

/// Numbers of boxes of which two overlap, lower number first.
std::vector<std::pair<std::size_t, std::size_t>> overlapping(const std::vector<Box>& boxes);

}  // namespace respnet::viz
