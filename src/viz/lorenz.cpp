#include "viz/lorenz.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "respnet/base/text.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kSide = 380;
constexpr double kAxis = 36;      // room for the numbers left of the square
constexpr double kNotesGap = 22;  // from it to the notes at its right
constexpr double kWidestNote = 230;
constexpr double kNoteStep = 17;  // between their lines
constexpr std::size_t kMostPoints = 100;
constexpr Font kNumber{10};
constexpr Font kNote{10.5};

// The curve: the share of all assignments that the units so far carry, least loaded first.
struct Curve {
  std::vector<std::uint32_t> units;  // ascending by load
  std::vector<double> shares;        // units + 1 values from 0 to 1
  std::size_t top = 0;               // how many of the busiest the finding is about; 0: none
  bool even = false;                 // every unit carries the same
};

std::size_t top_of(std::size_t units) { return units >= 10 ? 5 : units >= 3 ? 1 : 0; }

Curve curve(const std::vector<Load>& loads) {
  Curve curve;
  curve.units = heaviest_first(loads);
  std::ranges::reverse(curve.units);
  std::size_t sum = 0;
  for (const Load& load : loads) sum += load.tasks;
  std::size_t so_far = 0;
  curve.shares.push_back(0);
  for (const std::uint32_t unit : curve.units) {
    so_far += loads[unit].tasks;
    curve.shares.push_back(static_cast<double>(so_far) / static_cast<double>(sum));
  }
  curve.even = loads[curve.units.front()].tasks == loads[curve.units.back()].tasks;
  curve.top = curve.even ? 0 : top_of(loads.size());
  return curve;
}

std::size_t percent(double share) {
  return static_cast<std::size_t>(std::stoul(fixed(100 * share, 0)));
}

class LorenzChart {
 public:
  LorenzChart(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        loads_(loads(graph)),
        say_(picture_words(graph, options.language)),
        curve_(curve(loads_)),
        scene_(options, emphasis(graph, options)) {}

  Picture picture() {
    std::vector<Note> notes = this->notes();
    Picture picture;
    picture.width = kMargin + kAxis + kSide + kNotesGap + width(notes) + kMargin;
    const Heading heading = this->heading();
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", counts_text(graph_, say_)}});
    const double y =
        draw_heading(scene_, metrics_, heading, {kMargin, kMargin}, picture.width - 2 * kMargin);
    square_ = {kMargin + kAxis, y + 34, kSide, kSide};
    draw_grid();
    draw_area();
    draw_points();
    place(notes);
    for (const Note& note : notes) draw(note);
    picture.height = square_.bottom() + 44 + kMargin - 8;
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  std::size_t units() const { return curve_.units.size(); }
  std::size_t top_percent() const { return percent(1 - curve_.shares[units() - curve_.top]); }

  std::string finding() const {
    const std::string gini =
        options_.gini ? say_("chart.lorenz.gini", {{"gini", fixed(*options_.gini, 2)}}) : "";
    if (curve_.even) {
      return say_(
          "chart.lorenz.title_even",
          {{"units", units()}, {"tasks", loads_[curve_.units.front()].tasks}, {"gini", gini}});
    }
    if (curve_.top == 0)
      return say_("chart.lorenz.title_few", {{"units", units()}, {"gini", gini}});
    if (curve_.top == 1) {
      const std::string name =
          cut_in_middle(metrics_, shown(unit_name(graph_, curve_.units.back())), {19}, 300);
      return say_("chart.lorenz.title_one",
                  {{"unit", name}, {"share", top_percent()}, {"gini", gini}});
    }
    return say_(
        "chart.lorenz.title",
        {{"top", curve_.top}, {"units", units()}, {"share", top_percent()}, {"gini", gini}});
  }

  Heading heading() const {
    return {options_.title.empty() ? finding() : options_.title,
            {std::string(document_title(graph_.network())), say_("chart.lorenz.counted"),
             units() > kMostPoints ? "" : say_("chart.lorenz.points")}};
  }

  Point at(std::size_t units_so_far) const {
    return {square_.x + kSide * static_cast<double>(units_so_far) / static_cast<double>(units()),
            square_.bottom() - kSide * curve_.shares[units_so_far]};
  }

  void draw_grid() {
    const auto group = scene_.group({.classes = "grid"});
    for (int tick = 0; tick <= 100; tick += 20) {
      const double part = kSide * tick / 100;
      const double x = square_.x + part, y = square_.bottom() - part;
      scene_.line({x, square_.y}, {x, square_.bottom()}, {.stroke = palette::kRule});
      scene_.line({square_.x, y}, {square_.right(), y}, {.stroke = palette::kRule});
      const std::string text = std::to_string(tick) + "%";
      scene_.text({x, square_.bottom() + 13}, text, muted(Anchor::Middle));
      scene_.text({square_.x - 7, y}, text, muted(Anchor::End));
    }
    scene_.text({kMargin, square_.y - 18}, say_("chart.lorenz.load_axis"), muted(Anchor::Start));
    scene_.text({square_.center().x, square_.bottom() + 33}, say_("chart.lorenz.unit_axis"),
                muted(Anchor::Middle));
  }

  static TextStyle muted(Anchor anchor) {
    return {.font = kNumber, .color = palette::kMuted, .anchor = anchor};
  }

  static bool near(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y) < 0.75; }

  void draw_area() {
    const auto group = scene_.group({.classes = "curve"});
    std::string data;
    std::vector<Point> points;
    for (std::size_t i = 0; i <= units(); ++i) {
      // Of thousands of units most are nearer to the last one drawn than an eye can tell.
      if (units() > kMostPoints && i > 0 && i < units() && near(points.back(), at(i + 1))) continue;
      points.push_back(at(i));
      data += (i == 0 ? "M" : " L") + coordinates(points.back());
    }
    if (!curve_.even) scene_.path(data + "Z", {.fill = palette::kAccent, .opacity = 0.12}, "area");
    scene_.line({square_.x, square_.bottom()}, {square_.right(), square_.y},
                {.stroke = palette::kMuted, .width = 1.2, .dash = "4 3"}, "even");
    scene_.path(data, {.stroke = palette::kAccent, .width = 2}, "lorenz", std::move(points));
    constexpr double kAlong = 0.42, kAside = 8;
    scene_.turned_text(
        Point{square_.x + kAlong * kSide - kAside, square_.bottom() - kAlong * kSide - kAside}, -45,
        say_("chart.lorenz.even"), muted(Anchor::Middle), "even");
  }

  void draw_points() {
    if (units() > kMostPoints) return;
    for (std::size_t i = 1; i <= units(); ++i) {
      const std::uint32_t unit = curve_.units[i - 1];
      const std::string key = unit_key(graph_, unit);
      const std::string name = shown(unit_name(graph_, unit));
      const auto group = scene_.group(
          {.id = "n-" + key,
           .classes = "node " + unit_classes(graph_, unit),
           .data_id = key,
           .title = say_("viz.named", {{"name", name}, {"text", load_text(say_, loads_[unit])}}),
           .name = name});
      scene_.circle(at(i), is_chosen(unit) ? 4.5 : 2.2, {.fill = palette::kAccent}, "point");
    }
  }

  // A remark beside the curve and the place in it that it is about.
  struct Note {
    double units = 0;  // that many units into the curve: at a point, or halfway to the next
    std::vector<std::string> lines;
    bool ring = false;
    double y = 0;  // of its top

    double height() const { return kNoteStep * static_cast<double>(lines.size()); }
  };

  // The busiest units, as far as each carries more than the first that is not named, and those to
  // be highlighted; between them the rest. From the top of the curve down.
  std::vector<Note> notes() const {
    constexpr std::size_t kMost = 18;  // as many as stand beside the square
    std::vector<Note> notes;
    const std::size_t begin = units() - curve_.top;
    const auto stands_out = [&](std::size_t i) {
      return i >= begin && loads_[curve_.units[i]].tasks > loads_[curve_.units[begin - 1]].tasks;
    };
    for (std::size_t i = units(); i-- > 0;) {
      if (curve_.top > 0 && i + 1 == begin) notes.push_back(rest_note(begin));
      const bool chosen = is_chosen(curve_.units[i]);
      if (notes.size() < kMost && (chosen || (curve_.top > 0 && stands_out(i))))
        notes.push_back(unit_note(i));
    }
    return notes;
  }

  bool is_chosen(std::uint32_t unit) const {
    return std::ranges::find(options_.highlight, unit) != options_.highlight.end();
  }

  Note unit_note(std::size_t i) const {
    const std::string share =
        std::to_string(percent(curve_.shares[i + 1] - curve_.shares[i])) + "%";
    const std::string name = shown(unit_name(graph_, curve_.units[i]));
    const double room = kWidestNote - metrics_.reserved_width("： " + share, kNote);
    return {static_cast<double>(i) + (is_chosen(curve_.units[i]) ? 1 : 0.5),
            {say_("viz.named",
                  {{"name", cut_in_middle(metrics_, name, kNote, room)}, {"text", share}})}};
  }

  Note rest_note(std::size_t begin) const {
    const std::string text =
        say_("chart.lorenz.rest", {{"units", begin}, {"share", 100 - top_percent()}});
    return {static_cast<double>(begin), wrapped(metrics_, text, kNote, kWidestNote, 2), true};
  }

  double width(const std::vector<Note>& notes) const {
    double widest = 60;
    for (const Note& note : notes)
      for (const std::string& line : note.lines)
        widest = std::max(widest, metrics_.reserved_width(line, kNote));
    return widest;
  }

  Point point(const Note& note) const {
    const auto before = static_cast<std::size_t>(note.units);
    return note.units == std::floor(note.units) ? at(before) : 0.5 * (at(before) + at(before + 1));
  }

  // Notes stand level with their points, pushed down where they would overlap, then up again where
  // that pushed them below the square.
  void place(std::vector<Note>& notes) const {
    double y = square_.y - 4;
    for (Note& note : notes) {
      note.y = std::max(y, point(note).y - note.height() / 2);
      y = note.y + note.height();
    }
    y = square_.bottom();
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
      note->y = std::min(note->y, y - note->height());
      y = note->y;
    }
  }

  void draw(const Note& note) {
    const auto group = scene_.group({.classes = note.ring ? "note rest" : "note top"});
    const Paint paint{.stroke = palette::kSupportEdge, .width = 0.9, .dash = "2 2"};
    const double x = square_.right() + kNotesGap, middle = note.y + note.height() / 2;
    scene_.line(point(note), {x - 14, middle}, paint);
    scene_.line({x - 14, middle}, {x - 4, middle}, paint);
    for (std::size_t i = 0; i < note.lines.size(); ++i)
      scene_.text({x, note.y + kNoteStep * (static_cast<double>(i) + 0.5)}, note.lines[i],
                  {.font = kNote});
    if (note.ring)
      scene_.circle(point(note), 5.5,
                    {.fill = palette::kPaper, .stroke = palette::kAccent, .width = 2}, "ring");
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  std::vector<Load> loads_;
  Messages say_;
  Curve curve_;
  Scene scene_;
  Box square_;
};

}  // namespace

Picture draw_lorenz(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.unit_count() == 0) return message(graph, options, "viz.nothing.units");
  if (graph.edge_count() == 0) return message(graph, options, "viz.nothing.assignments");
  return LorenzChart(graph, options).picture();
}

}  // namespace respnet::viz
