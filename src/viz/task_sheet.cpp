#include "viz/task_sheet.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "respnet/base/text.hpp"
#include "viz/curve.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"
#include "viz/task_card.hpp"
#include "viz/task_pages.hpp"
#include "viz/task_sheet_layout.hpp"

namespace respnet::viz {
namespace {

constexpr double kStripe = 4;
constexpr Font kCount{9}, kColumn{10}, kSubheading{9, true};

class TaskSheet {
 public:
  TaskSheet(const graph::BipartiteGraph& graph, const PictureOptions& options,
            const std::vector<TaskPage>& pages)
      : graph_(graph),
        options_(options),
        page_(pages[options.sheet]),
        sheets_(pages.size()),
        say_(picture_words(graph, options.language)),
        sections_(top_sections(graph.network()).ids.size()),
        scene_(options, emphasis(graph, options)) {
    count_section();
  }

  Picture picture() {
    Picture picture;
    picture.width = kSheetWidth;
    picture.height = kSheetHeight;
    const Heading heading = this->heading();
    picture.description = say_("viz.described", {{"finding", heading.title}, {"counts", counts()}});
    const double y = draw_heading(scene_, metrics_, heading, {kSheetMargin, kSheetMargin},
                                  kSheetWidth - 2 * kSheetMargin);
    draw_column_heads(y + 14);
    layout_ = task_sheet_layout(graph_, page_, y + 28, say_, metrics_);
    draw_band();
    {
      const auto group = scene_.group({.classes = "edges"});
      for (const bool lead : {false, true})
        for (const SheetLine& line : layout_.lines)
          if (line.lead == lead) draw_line(line);
    }
    draw_cards();
    for (const SheetUnit& unit : layout_.units) draw_unit(unit);
    if (layout_.units.empty())
      scene_.text({TaskSheetLayout::kUnitsX, layout_.top + 12}, say_("viz.nothing.units"),
                  {.font = kColumn}, "message");
    draw_foot(scene_, options_, metrics_, legend(), sheets_, kSheetHeight, say_);
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  // What the whole section counts, on all its sheets.
  void count_section() {
    const TopSections tops = top_sections(graph_.network());
    section_loads_.resize(graph_.unit_count());
    for (const model::TaskId task : graph_.network().task_ids()) {
      if (tops.of_task[model::index(task)] != page_.place) continue;
      const graph::Vertex vertex = graph_.vertex(task);
      const auto parts = graph_.parts(vertex);
      const auto units = graph_.neighbors(vertex);
      for (std::size_t i = 0; i < units.size(); ++i) {
        Load& load = section_loads_[graph_.unit_number(units[i])];
        ++load.tasks;
        ++assignments_;
        if (parts[i] == graph::Part::Lead) ++load.leads;
      }
    }
    section_units_ = static_cast<std::size_t>(
        std::ranges::count_if(section_loads_, [](const Load& load) { return load.tasks > 0; }));
  }

  std::string section_title() const {
    if (!page_.section) return say_(sections_ == 0 ? "sheet.all_tasks" : "viz.no_section");
    const model::Section row = graph_.network().section(*page_.section);
    return shown(trimmed(row.title).empty() ? row.id : row.title);
  }

  std::string counts() const {
    return say_(
        "sheet.section.counts",
        {{"tasks", page_.section_tasks}, {"units", section_units_}, {"assignments", assignments_}});
  }

  Heading heading() const {
    // The pages count on three lines: what may be long has half of one.
    const Font font{10.5};
    const double room = kSheetWidth - 2 * kSheetMargin;
    const bool own = options_.title.empty();
    std::vector<std::string> parts;
    if (!own)
      parts.push_back(continued(cut_in_middle(metrics_, section_title(), font, 0.36 * room)));
    parts.push_back(cut_at_end(metrics_, shown(document_title(graph_.network())), font,
                               own ? room : 0.36 * room));
    parts.push_back(counts());
    if (page_.parts > 1) {
      const std::size_t last = page_.first + page_.tasks.size();
      parts.push_back(
          say_(page_.tasks.size() == 1 ? "sheet.section.part_one" : "sheet.section.part",
               {{"first", page_.first + 1}, {"last", last}, {"tasks", page_.section_tasks}}));
    }
    if (assignments_ > 0) parts.push_back(lead_note(graph_, say_));
    return {own ? finding() : options_.title, parts};
  }

  std::string continued(const std::string& title) const {
    return page_.part == 1 ? title : say_("sheet.continued", {{"title", title}});
  }

  std::string finding() const {
    const std::string section =
        continued(cut_in_middle(metrics_, section_title(), {19}, 0.62 * kSheetWidth));
    if (section_units_ == 0)
      return say_("sheet.section.title_none",
                  {{"section", section}, {"tasks", page_.section_tasks}});
    const auto top = std::ranges::max_element(section_loads_, {}, &Load::leads);
    const bool single = std::ranges::count(section_loads_, top->leads, &Load::leads) == 1;
    if (top->leads == 0 || !single)
      return say_(
          "sheet.section.title",
          {{"section", section}, {"tasks", page_.section_tasks}, {"units", section_units_}});
    const auto unit = static_cast<std::size_t>(top - section_loads_.begin());
    const bool all = top->leads == page_.section_tasks;
    return say_(!all                       ? "sheet.section.title_top"
                : page_.section_tasks == 1 ? "sheet.section.title_one"
                                           : "sheet.section.title_all",
                {{"section", section},
                 {"tasks", page_.section_tasks},
                 {"top", cut_in_middle(metrics_, shown(unit_name(graph_, unit)), {19}, 240)},
                 {"leads", top->leads}});
  }

  void draw_column_heads(double y) {
    const TextStyle style{.font = kColumn, .color = palette::kMuted};
    scene_.text({kSheetMargin, y}, say_("sheet.section.tasks"), style, "heading");
    TextStyle right = style;
    right.anchor = Anchor::End;
    scene_.text({kSheetWidth - kSheetMargin, y},
                say_(page_.parts == 1 ? "sheet.section.units" : "sheet.section.units_part"), right,
                "heading");
  }
  std::string_view stripe() const {
    return page_.section ? palette::stripe(page_.place, sections_) : palette::kNoSection;
  }
  CardColors colors() const {
    if (!page_.section) return {};
    return {palette::lead_edge(page_.place, sections_), " ch" + std::to_string(page_.place + 1)};
  }

  void draw_band() {
    const auto group = scene_.group({.classes = "band" + colors().section_class});
    const Box band{kSheetMargin, layout_.top, PageRoom::kBand, layout_.cards_end - layout_.top};
    scene_.rect(band, {.fill = stripe(), .opacity = 0.08});
    scene_.rect({band.x, band.y, kStripe, band.height}, {.fill = stripe()}, 0, "stripe");
    for (std::size_t i = 0; i < layout_.cards.size(); ++i) {
      if (layout_.subheadings[i].empty()) continue;
      const Box& card = layout_.card_boxes[i];
      scene_.text({card.x + 1, card.y - PageRoom::kSubheading / 2},
                  cut_at_end(metrics_, layout_.subheadings[i], kSubheading, card.width - 4),
                  {.font = kSubheading}, "subheading");
    }
  }

  void draw_line(const SheetLine& line) {
    const SheetUnit& unit = layout_.units[line.unit];
    const double from = layout_.card_boxes[line.card].right(), to = unit.box.x;
    const double middle = (from + to) / 2;
    const Curve curve{{{from, line.from}, {middle, line.from}, {middle, line.to}, {to, line.to}}};
    const std::string task = task_key(layout_.cards[line.card].task);
    const std::string key = unit.rest ? "rest-units" : unit_key(graph_, unit.unit);
    const auto group = scene_.group(
        {.id = "e-" + task + "-" + key,
         .classes = std::string("edge ") + (line.lead ? "lead" : "other") + colors().section_class,
         .title = say_("viz.assignment",
                       {{"task", shown(graph_.network().task_id(layout_.cards[line.card].task))},
                        {"unit", unit.name},
                        {"part", say_(line.lead ? "viz.lead_role" : "viz.other_part")}}),
         .from = task,
         .to = key});
    scene_.path(path_data(curve),
                {.stroke = line.lead ? colors().lead : palette::kSupportEdge,
                 .width = line.lead ? 2.4 : 0.9,
                 .opacity = line.lead ? 1 : 0.7},
                {}, flattened(curve));
  }

  void draw_cards() {
    for (std::size_t i = 0; i < layout_.cards.size(); ++i)
      draw_card(scene_, graph_, layout_.cards[i], layout_.style, colors(),
                {layout_.card_boxes[i].x, layout_.card_boxes[i].y});
  }

  void draw_unit(const SheetUnit& unit) {
    const std::string key = unit.rest ? "rest-units" : unit_key(graph_, unit.unit);
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + (unit.rest ? "rest" : unit_classes(graph_, unit.unit)),
         .data_id = key,
         .title = say_("viz.named", {{"name", unit.name}, {"text", load_text(say_, unit.load)}}),
         .name = unit.name});
    const bool dashed = unit.rest || is_group(graph_, unit.unit);
    if (dashed) {
      scene_.rect(unit.box.grown(-0.5),
                  {.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"});
    } else {
      scene_.rect(unit.box, {.fill = palette::kUnit});
    }
    double y = unit.box.center().y -
               TaskSheetLayout::kLeading * (static_cast<double>(unit.label.lines.size()) - 1) / 2;
    for (const std::string& line : unit.label.lines) {
      scene_.text({unit.box.x + TaskSheetLayout::kTextMargin, y}, line,
                  {.font = TaskSheetLayout::kUnitName}, "name");
      y += TaskSheetLayout::kLeading;
    }
    const auto numbers = scene_.group({.classes = "bar"});
    scene_.text({unit.box.right() + 5, unit.box.center().y}, load_sum(say_, unit.load),
                {.font = kCount, .color = palette::kMuted}, "number");
  }

  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    if (layout_.lines.empty()) return entries;
    const auto mark = [color = colors().lead](Scene& scene, Point at) {
      scene.line(at, at + Point{28, 0}, {.stroke = color, .width = 2.4});
      draw_lead_mark(scene, at + Point{34, 0}, color);
    };
    entries.push_back({mark, 41, say_("sheet.lead_mark")});
    entries.push_back(line_sample(palette::kSupportEdge, 0.9, say_("viz.other_edge")));
    if (std::ranges::any_of(layout_.units, [&](const SheetUnit& unit) {
          return !unit.rest && is_group(graph_, unit.unit);
        }))
      entries.push_back(
          box_sample({.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"},
                     say_("viz.group_unit")));
    return entries;
  }

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  const TaskPage& page_;
  std::size_t sheets_;
  TextMetrics metrics_;
  Messages say_;
  std::size_t sections_;
  Scene scene_;
  std::vector<Load> section_loads_;  // by unit
  std::size_t section_units_ = 0, assignments_ = 0;
  TaskSheetLayout layout_;
};

}  // namespace

Picture draw_task_sheet(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.task_count() == 0) return message(graph, options, "viz.nothing.tasks");
  const std::vector<TaskPage> pages = task_pages(graph);
  return TaskSheet(graph, options, pages).picture();
}

}  // namespace respnet::viz
