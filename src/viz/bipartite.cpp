#include "viz/bipartite.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "viz/bipartite_style.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"

namespace respnet::viz {
namespace {

constexpr double kMargin = 25;
constexpr double kWidth = 933;
constexpr double kBarWidth = 86;
constexpr double kBarHeight = 8;
constexpr double kBarGap = 6;     // between a bar and its sum
constexpr double kRightEdge = 2;  // least room right of a sum
constexpr double kWidestNumber = 70;
constexpr Font kBandTitle{11, true};
constexpr Font kSmall{10};

bool is_group_item(const RightItem& item) { return item.dashed && item.classes != "rest"; }

class BipartitePicture {
 public:
  BipartitePicture(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        sheet_(bipartite_sheets(graph)[options.sheet]),
        say_(picture_words(graph, options.language)),
        plan_(bipartite_plan(graph, sheet_, say_)),
        layout_(bipartite_layout(plan_)),
        unit_labels_(unit_labels(plan_, layout_, metrics_)),
        heading_(heading()),
        scene_(options, emphasis(graph, options)) {
    for (const LeftItem& item : plan_.left)
      if (!item.number.empty())
        number_width_ =
            std::max(number_width_,
                     std::min(kWidestNumber, metrics_.reserved_width(item.number, kTaskFont)));
    bar_scale_ = bar_scale();
  }

  Picture picture() {
    Picture picture;
    picture.width = kWidth;
    picture.description =
        say_("viz.described", {{"finding", heading_.title}, {"counts", counts()}});
    origin_ = {kMargin, draw_top() + 12};
    picture.height = origin_.y + layout_.height + kMargin;
    draw_bands();
    {
      const auto group = scene_.group({.classes = "edges"});
      for (std::size_t i = 0; i < plan_.strands.size(); ++i) draw_strand(i);
    }
    for (std::size_t i = 0; i < plan_.left.size(); ++i) draw_left(i);
    for (std::size_t i = 0; i < plan_.right.size(); ++i) draw_right(i);
    if (plan_.right.empty())
      scene_.text(origin_ + Point{BipartiteLayout::kUnitsX, 12}, say_("viz.nothing.units"),
                  {.font = {11.5}}, "message");
    if (plan_.left.empty())
      scene_.text(origin_ + Point{0, 12}, say_("viz.nothing.tasks"), {.font = {11.5}}, "message");
    scene_.finish(picture, heading_.title);
    picture.dot = bipartite_dot(plan_, layout_, unit_labels_, metrics_, heading_.title);
    return picture;
  }

 private:
  Heading heading() const {
    std::vector<std::string> subtitle{std::string(document_title(graph_.network())), counts()};
    if (plan_.part) subtitle.push_back(say_("viz.bipartite.part"));
    subtitle.insert(subtitle.end(), plan_.left_out.begin(), plan_.left_out.end());
    if (plan_.together) subtitle.push_back(say_("viz.bipartite.width"));
    if (graph_.edge_count() > 0) subtitle.push_back(lead_note(graph_, say_));
    return {options_.title.empty() ? finding() : options_.title, subtitle};
  }

  std::string counts() const {
    return say_(
        "viz.counts",
        {{"tasks", plan_.tasks}, {"units", plan_.units}, {"assignments", plan_.assignments}});
  }

  std::string finding() const {
    if (plan_.assignments == 0 && !plan_.part) return say_("viz.nothing.assignments");
    const std::string found = finding_here();
    if (!plan_.part) return found;
    const std::string part = cut_at_end(metrics_, sheet_.title, {19}, 300);
    return say_("viz.bipartite.of_part", {{"part", part}, {"finding", found}});
  }

  // In this sheet.
  std::string finding_here() const {
    const auto order = heaviest_first(plan_.loads);
    const auto tasks_of = [&](std::size_t i) { return plan_.loads[order[i]].tasks; };
    const bool single =
        !order.empty() && tasks_of(0) > 0 && (order.size() == 1 || tasks_of(0) > tasks_of(1));
    if (!single)
      return say_("viz.bipartite.title", {{"units", plan_.units}, {"tasks", plan_.tasks}});
    const std::string top = cut_in_middle(metrics_, shown(unit_name(graph_, order[0])), {19}, 260);
    return say_(
        "viz.bipartite.title_top",
        {{"units", plan_.units}, {"tasks", plan_.tasks}, {"top", top}, {"most", tasks_of(0)}});
  }

  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    if (!plan_.strands.empty()) {
      entries = {line_sample(palette::kInk, 2.4,
                             say_(has_section_colors(plan_) ? "viz.lead_edge_by_section"
                                                            : "viz.lead_edge")),
                 line_sample(palette::kSupportEdge, 0.9, say_("viz.other_edge"))};
    }
    if (std::ranges::any_of(plan_.right, is_group_item)) {
      LegendEntry box =
          box_sample({.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"},
                     say_("viz.group_unit"));
      box.sample_width = 28;
      entries.push_back(box);
    }
    return entries;
  }

  // Heading, legend and the columns' own headings. @return y below them
  double draw_top() {
    constexpr double kHeadingWidth = BipartiteLayout::kUnitsX - 24;
    const double left = draw_heading(scene_, metrics_, heading_, {kMargin, kMargin}, kHeadingWidth);
    const double units_x = kMargin + BipartiteLayout::kUnitsX;
    const double right = draw_legend_column(scene_, legend(), {units_x, kMargin});
    const double y = std::max(left, right) + 18;
    const TextStyle style{.font = kSmall, .color = palette::kMuted};
    const std::string tasks =
        say_(plan_.together && plan_.sections >= 2   ? "viz.sections"
             : plan_.together || plan_.sections == 0 ? "viz.tasks"
                                                     : "viz.tasks_by_section");
    scene_.text({kMargin, y}, tasks, style, "heading");
    scene_.text({units_x, y}, say_("viz.units_by_height"), style, "heading");
    scene_.text({kMargin + BipartiteLayout::kBarsX, y}, say_("viz.bars"), style, "heading");
    return y;
  }

  void draw_bands() {
    for (std::size_t i = 0; i < plan_.bands.size(); ++i) {
      const Band& band = plan_.bands[i];
      const Box box = moved(layout_.bands[i]);
      const std::string_view color = stripe(plan_, band.section);
      const auto group = scene_.group({.classes = "band" + section_class(plan_, band.section)});
      scene_.rect(box, {.fill = color, .opacity = 0.08});
      scene_.rect({box.x, box.y, 4, box.height}, {.fill = color}, 0, "stripe");
      if (band.title.empty()) continue;
      scene_.text({box.x + 14, box.y + BipartiteLayout::kHeading / 2},
                  cut_at_end(metrics_, band.title, kBandTitle, box.width - 20),
                  {.font = kBandTitle});
    }
  }

  std::string strand_title(const Strand& strand) const {
    const LeftItem& left = plan_.left[strand.left];
    const std::string part = say_(strand.lead ? "viz.lead_role" : "viz.other_part");
    const std::string counted =
        strand.count == 1 ? part : part + " " + say_("viz.task_count", {{"tasks", strand.count}});
    return say_("viz.assignment", {{"task", left.number.empty() ? left.title : left.number},
                                   {"unit", shown(plan_.right[strand.right].name)},
                                   {"part", counted}});
  }

  void draw_strand(std::size_t i) {
    const Strand& strand = plan_.strands[i];
    Curve curve = layout_.strands[i];
    for (Point& p : curve.points) p = p + origin_;
    const auto group = scene_.group({.id = strand_id(plan_, strand),
                                     .classes = "edge " + strand_classes(plan_, strand),
                                     .title = strand_title(strand),
                                     .from = plan_.left[strand.left].key,
                                     .to = plan_.right[strand.right].key});
    scene_.path(path_data(curve),
                {.stroke = strand.lead ? lead_color(plan_, plan_.left[strand.left].section)
                                       : palette::kSupportEdge,
                 .width = strand_width(plan_, strand),
                 .opacity = strand.lead && !plan_.together ? 1 : 0.7},
                {}, flattened(curve));
  }

  void draw_left(std::size_t i) {
    const LeftItem& item = plan_.left[i];
    const Box box = moved(layout_.left[i]);
    const auto group =
        scene_.group({.id = "n-" + item.key,
                      .classes = "node " + item.classes,
                      .data_id = item.key,
                      .title = item.number.empty() ? item.title : item.number + " " + item.title,
                      .name = item.number + " " + item.title});
    scene_.rect(box, {.fill = palette::kPaper});
    const double middle = box.center().y;
    double x = box.x + kTextMargin;
    double room = box.width - 2 * kTextMargin;
    if (!item.number.empty()) {
      scene_.text({x, middle}, cut_in_middle(metrics_, item.number, kTaskFont, number_width_),
                  {.font = kTaskFont, .color = palette::kMuted}, "number");
    }
    if (number_width_ > 0 && item.classes == "task") {
      x += number_width_ + 6;
      room -= number_width_ + 6;
    }
    if (item.classes == "task") {
      scene_.text({x, middle}, cut_at_end(metrics_, item.title, kTaskFont, room),
                  {.font = kTaskFont}, "name");
      return;
    }
    const std::string count = say_("viz.task_count", {{"tasks", item.tasks}});
    scene_.text({box.right() - kTextMargin, middle}, count,
                {.font = kSmall, .color = palette::kMuted, .anchor = Anchor::End}, "number");
    room -= metrics_.reserved_width(count, kSmall) + 8;
    const double leading = 1.3 * kTaskFont.size;
    const auto most = static_cast<std::size_t>(std::clamp((box.height - 6) / leading, 1.0, 3.0));
    const auto lines = wrapped(metrics_, item.title, kTaskFont, room, most);
    double y = middle - leading * (static_cast<double>(lines.size()) - 1) / 2;
    for (const std::string& line : lines) {
      scene_.text({x, y}, line, {.font = kTaskFont}, "name");
      y += leading;
    }
  }

  void draw_right(std::size_t i) {
    const RightItem& item = plan_.right[i];
    const Box box = moved(layout_.right[i]);
    const auto group = scene_.group(
        {.id = "n-" + item.key,
         .classes = "node " + item.classes,
         .data_id = item.key,
         .title =
             say_("viz.named", {{"name", shown(item.name)}, {"text", load_text(say_, item.load)}}),
         .name = shown(item.name)});
    if (item.dashed) {
      scene_.rect(box.grown(-0.5),
                  {.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"});
    } else {
      scene_.rect(box, {.fill = palette::kUnit});
    }
    const Font font = unit_font(box);
    const auto& lines = unit_labels_[i].lines;
    const double leading = 1.2 * font.size;
    double y = box.center().y - leading * (static_cast<double>(lines.size()) - 1) / 2;
    for (const std::string& line : lines) {
      scene_.text({box.x + kTextMargin + 1, y}, line, {.font = font}, "name");
      y += leading;
    }
    draw_bar(item, box.center().y);
  }

  // By task: the longest bar is as long as can be, and every sum behind its bar stays in the
  // picture. The rest of the units has its sum, but no bar: it would dwarf those of single units.
  double bar_scale() const {
    const double room = kWidth - kRightEdge - kMargin - BipartiteLayout::kBarsX - kBarGap;
    double scale = kBarWidth;
    for (const RightItem& unit : plan_.right) {
      if (unit.classes == "rest" || unit.load.tasks == 0) continue;
      const double most =
          std::min(kBarWidth, room - metrics_.width(load_sum(say_, unit.load), kSmall));
      scale = std::min(scale, most / static_cast<double>(unit.load.tasks));
    }
    return scale;
  }

  void draw_bar(const RightItem& item, double middle) {
    const Load load = item.load;
    const double scale = item.classes == "rest" ? 0 : bar_scale_;
    const double lead = scale * static_cast<double>(load.leads);
    const double other = scale * static_cast<double>(load.others());
    const double x = kMargin + BipartiteLayout::kBarsX, y = middle - kBarHeight / 2;
    const auto group = scene_.group({.classes = "bar"});
    if (lead > 0) scene_.rect({x, y, lead, kBarHeight}, {.fill = palette::kLead}, 0, "lead");
    if (other > 0)
      scene_.rect({x + lead, y, other, kBarHeight}, {.fill = palette::kOther}, 0, "other");
    scene_.text({x + lead + other + kBarGap, middle}, load_sum(say_, load),
                {.font = kSmall, .color = palette::kMuted}, "number");
  }

  Box moved(Box box) const {
    box.x += origin_.x;
    box.y += origin_.y;
    return box;
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  BipartiteSheet sheet_;
  Messages say_;
  BipartitePlan plan_;
  BipartiteLayout layout_;
  std::vector<Label> unit_labels_;
  Heading heading_;
  Scene scene_;
  Point origin_;
  double number_width_ = 0, bar_scale_ = 0;
};

}  // namespace

std::vector<Sheet> sheets_of_bipartite(const graph::BipartiteGraph& graph) {
  std::vector<Sheet> result;
  for (BipartiteSheet& sheet : bipartite_sheets(graph))
    result.push_back(
        {std::move(sheet.title), sheet.section, std::nullopt, sheet.part, sheet.parts});
  return result;
}

Picture draw_bipartite(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.task_count() == 0 && graph.unit_count() == 0)
    return message(graph, options, "viz.nothing.network");
  return BipartitePicture(graph, options).picture();
}

}  // namespace respnet::viz
