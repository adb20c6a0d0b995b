#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "viz/geometry.hpp"
#include "viz/palette.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz {

/// How a shape is painted. Every colour stands in the file as an attribute (librsvg knows no
/// `var()`), and every mark has a class, so that a page's style sheet can recolour it.
struct Paint {
  std::string_view fill = "none";
  std::string_view stroke = "none";
  double width = 1;
  std::string_view dash = {};  ///< "4 3"; empty: solid
  double opacity = 1;          ///< of stroke and fill
};

enum class Anchor : std::uint8_t { Start, Middle, End };

struct TextStyle {
  Font font;
  std::string_view color = palette::kInk;
  Anchor anchor = Anchor::Start;
  bool halo = false;  ///< a white rim, for text over lines
};

/// What a group of marks stands for. The title is shown by browsers as a tooltip.
struct Subject {
  std::string id = {};       ///< without the scene's prefix; empty: none
  std::string classes = {};  ///< "node task"
  std::string data_id = {};  ///< "t12"; empty: none
  std::string title = {};    ///< empty: none
};

/// A picture being drawn: writes SVG, two decimals, marks in the order of the calls.
class Scene {
 public:
  /// @param id_prefix  before every id
  explicit Scene(std::string id_prefix = {});

  /// Closes its group when it goes out of scope.
  class Group {
   public:
    explicit Group(Scene& scene) : scene_(scene) {}
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;
    ~Group() { scene_.body_ += "</g>\n"; }

   private:
    Scene& scene_;
  };
  [[nodiscard]] Group group(const Subject& subject);

  void rect(const Box& box, const Paint& paint, double radius = 0, std::string_view classes = {});
  void line(Point from, Point to, const Paint& paint, std::string_view classes = {});
  void circle(Point center, double radius, const Paint& paint, std::string_view classes = {});
  /// @param data  path commands, from path_data() and the like
  void path(std::string_view data, const Paint& paint, std::string_view classes = {});
  /// @param at  start, middle or end of the text, halfway up its characters
  void text(Point at, std::string_view text, const TextStyle& style, std::string_view classes = {});

  /// A fill of thin slanted lines, for group units.
  std::string hatch();

  /// The finished file. @pre every group is closed
  std::string svg(double width, double height, std::string_view title,
                  std::string_view description) const;

 private:
  std::string prefix_;
  std::string body_;
  bool hatched_ = false;
};

/// "12.35", without trailing zeros: at most two decimals.
std::string coordinate(double value);
/// "12.35,7"
std::string coordinates(Point point);

}  // namespace respnet::viz
