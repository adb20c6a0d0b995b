#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/viz/picture.hpp"
#include "viz/palette.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz {

/// How a shape is painted. Every colour stands in the file as an attribute (librsvg knows no
/// `var()`), and every mark has a class, so that a page's style sheet can recolour it. Colours are
/// those of the light palette; the scene turns them into those of its theme.
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
  bool halo = false;  ///< a rim of paper, for text over lines
};

/// What stands out in a picture, by data id; see PictureOptions::highlight.
struct Emphasis {
  std::set<std::string> chosen = {};  ///< get an outline; edges of theirs stay
  std::set<std::string> lit = {};     ///< stay as they are
};

/// A picture being drawn: writes SVG, two decimals, marks in the order of the calls, and remembers
/// them for lint().
class Scene {
 public:
  /// Language, theme, width and id prefix are those of the options.
  explicit Scene(const PictureOptions& options, Emphasis emphasis = {});

  /// Closes its group when it goes out of scope.
  class Group {
   public:
    Group(Scene& scene, std::size_t outer) : scene_(scene), outer_(outer) {}
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;
    ~Group() {
      scene_.body_ += "</g>\n";
      scene_.subject_ = outer_;
      scene_.outline_next_ = false;
    }

   private:
    Scene& scene_;
    std::size_t outer_;
  };
  /// A subject that is not among what stands out fades; the first shape of a chosen one gets an
  /// outline.
  [[nodiscard]] Group group(Subject subject);

  void rect(const Box& box, const Paint& paint, double radius = 0, std::string_view classes = {});
  void line(Point from, Point to, const Paint& paint, std::string_view classes = {});
  void circle(Point center, double radius, const Paint& paint, std::string_view classes = {});
  /// @param data    path commands, from path_data() and the like
  /// @param points  the way of a line, for lint(); empty for areas and ornaments
  void path(std::string_view data, const Paint& paint, std::string_view classes = {},
            std::vector<Point> points = {});
  /// @param at  start, middle or end of the text, halfway up its characters
  void text(Point at, std::string_view text, const TextStyle& style, std::string_view classes = {});
  /// Text that runs upwards or slants: turned by `degrees` (negative: anticlockwise) round `at`.
  /// lint() does not look at it.
  void turned_text(Point at, double degrees, std::string_view text, const TextStyle& style,
                   std::string_view classes = {});

  /// A fill of thin slanted lines, for group units.
  std::string hatch();

  /// Finishes `picture`: its SVG, title, subjects and marks; scales it to the width asked for.
  /// @pre every group is closed; width, height (unscaled) and description are set
  void finish(Picture& picture, std::string_view title);

 private:
  std::string attributes(const Paint& paint) const;
  std::string text_attributes(const TextStyle& style, std::string_view classes) const;
  Paint outlined(Paint paint);
  Mark& remember(Mark::Kind kind, std::string_view classes, std::string_view color);

  Language language_;
  Theme theme_;
  double width_;
  std::string prefix_;
  Emphasis emphasis_;
  std::string body_;
  bool hatched_ = false;
  bool outline_next_ = false;
  std::size_t subject_ = Mark::kNone;
  std::vector<Subject> subjects_;
  std::vector<Mark> marks_;
};

/// "12.35", without trailing zeros: at most two decimals.
std::string coordinate(double value);
/// "12.35,7"
std::string coordinates(Point point);

}  // namespace respnet::viz
