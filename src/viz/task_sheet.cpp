#include "viz/task_sheet.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

#include "respnet/base/text.hpp"
#include "viz/bipartite_layout.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"
#include "viz/task_card.hpp"
#include "viz/task_pages.hpp"

namespace respnet::viz {
namespace {

constexpr double kUnitsX = 418;  // left edge of the units
constexpr double kUnitWidth = 114;
constexpr double kStripe = 4;
constexpr Font kUnitName{9}, kCount{9}, kColumn{10}, kSubheading{9, true};
constexpr double kTextMargin = 5, kNameRoom = kUnitWidth - 2 * kTextMargin;
constexpr double kLeading = 11;  // of names in boxes

// A box of the right column: a unit, or all those for which there is no room.
struct Entry {
  std::uint32_t unit = 0;
  Load load;  ///< on this page
  bool rest = false;
  std::size_t units = 1;
  double wanted = 0;
  Box box;
  Label label;
};

struct Line {
  std::size_t card = 0, entry = 0;
  bool lead = false;
  double from = 0, to = 0;
};

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
    style_ = {.width = PageRoom::kCard,
              .number_width = number_width(graph, page_.tasks, PageRoom::kNumber, metrics_)};
    count_section();
    make_cards();
  }

  Picture picture() {
    Picture picture;
    picture.width = kSheetWidth;
    picture.height = kSheetHeight;
    const Heading heading = this->heading();
    picture.description = say_("viz.described", {{"finding", heading.title}, {"counts", counts()}});
    top_ = draw_heading(scene_, metrics_, heading, {kSheetMargin, kSheetMargin},
                        kSheetWidth - 2 * kSheetMargin) +
           14;
    draw_column_heads();
    top_ += 14;
    place_cards();
    place_units();
    place_lines();
    draw_band();
    {
      const auto group = scene_.group({.classes = "edges"});
      for (const bool lead : {false, true})
        for (const Line& line : lines_)
          if (line.lead == lead) draw_line(line);
    }
    draw_cards();
    for (const Entry& entry : entries_) draw_entry(entry);
    if (entries_.empty())
      scene_.text({kUnitsX, top_ + 12}, say_("viz.nothing.units"), {.font = kColumn}, "message");
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

  void draw_column_heads() {
    const TextStyle style{.font = kColumn, .color = palette::kMuted};
    scene_.text({kSheetMargin, top_}, say_("sheet.section.tasks"), style, "heading");
    TextStyle right = style;
    right.anchor = Anchor::End;
    scene_.text({kSheetWidth - kSheetMargin, top_},
                say_(page_.parts == 1 ? "sheet.section.units" : "sheet.section.units_part"), right,
                "heading");
  }

  void make_cards() {
    const auto names = card_names(graph_, page_.tasks, style_, metrics_);
    for (const model::TaskId task : page_.tasks) {
      const CardLines lines = card_lines(graph_, task);
      CardStyle style = style_;
      style.most_title_lines = lines.title;
      style.most_name_lines = lines.names;
      cards_.push_back(
          task_card(graph_, task, style, names, say_("sheet.section.no_units"), say_, metrics_));
      subheadings_.push_back(subheading(graph_.network(), task));
    }
  }

  bool has_subheading(std::size_t card) const {
    return !subheadings_[card].empty() &&
           (card == 0 || subheadings_[card] != subheadings_[card - 1]);
  }

  double bottom() const { return kSheetHeight - kSheetFoot; }

  void place_cards() {
    constexpr double kWidestGap = 14, kInset = 6;
    double height = 2 * kInset;
    for (std::size_t i = 0; i < cards_.size(); ++i)
      height += cards_[i].height + PageRoom::kGap + (has_subheading(i) ? PageRoom::kSubheading : 0);
    const double spare = bottom() - top_ - height;
    const double gap = PageRoom::kGap + std::clamp(spare / static_cast<double>(cards_.size()), 0.0,
                                                   kWidestGap - PageRoom::kGap);
    double y = top_ + kInset;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      if (has_subheading(i)) y += PageRoom::kSubheading;
      card_boxes_.push_back({kSheetMargin + PageRoom::kBand - PageRoom::kCard - kInset, y,
                             PageRoom::kCard, cards_[i].height});
      y += cards_[i].height + gap;
    }
    cards_end_ = y - gap + kInset;
  }

  void place_units() {
    gather_entries();
    if (entries_.empty()) return;
    constexpr double kGap = 3;
    const double room = std::max(bottom(), cards_end_) - top_;
    const std::vector<double> heights = entry_heights(room, kGap);
    std::vector<double> wanted;
    double packed = -kGap;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      wanted.push_back(entries_[i].wanted - top_);
      packed += heights[i] + kGap;
    }
    const auto tops =
        placed_without_overlap(wanted, heights, kGap, std::max(cards_end_ - top_, packed));
    for (std::size_t i = 0; i < entries_.size(); ++i)
      entries_[i].box = {kUnitsX, top_ + tops[i], kUnitWidth, heights[i]};
    label_entries();
  }

  // In the order of their tasks' middles; the lightest beyond what the page holds put together.
  void gather_entries() {
    std::vector<std::size_t> place(graph_.unit_count(), graph_.unit_count());
    for (std::size_t card = 0; card < cards_.size(); ++card) {
      for (const TaskUnit& who : units_of_task(graph_, cards_[card].task)) {
        std::size_t& at = place[who.unit];
        if (at == graph_.unit_count()) {
          at = entries_.size();
          entries_.push_back({.unit = who.unit});
        }
        Entry& entry = entries_[at];
        ++entry.load.tasks;
        if (who.lead) ++entry.load.leads;
        entry.wanted += card_boxes_[card].center().y;
      }
    }
    for (Entry& entry : entries_) entry.wanted /= static_cast<double>(entry.load.tasks);
    put_rest_together();
    std::ranges::stable_sort(entries_, {}, [](const Entry& entry) { return entry.wanted; });
  }

  void put_rest_together() {
    if (entries_.size() <= PageRoom::kUnits) return;
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
      return std::tuple(b.load.tasks, b.load.leads, a.unit) <
             std::tuple(a.load.tasks, a.load.leads, b.unit);
    });
    Entry rest{.rest = true, .units = entries_.size() - PageRoom::kUnits + 1};
    for (std::size_t i = PageRoom::kUnits - 1; i < entries_.size(); ++i) {
      rest.load.tasks += entries_[i].load.tasks;
      rest.load.leads += entries_[i].load.leads;
      rest.wanted += entries_[i].wanted / static_cast<double>(rest.units);
    }
    entries_.resize(PageRoom::kUnits - 1);
    entries_.push_back(rest);
  }

  // Taller with more tasks and for long names, as far as the page allows.
  std::vector<double> entry_heights(double room, double gap) const {
    const auto sum = [&](const std::vector<double>& heights) {
      return std::accumulate(heights.begin(), heights.end(), 0.0) +
             gap * static_cast<double>(heights.size() - 1);
    };
    std::vector<double> least;
    for (const std::size_t most_lines : {3U, 2U, 1U}) {
      least = least_heights(most_lines);
      if (sum(least) <= room) break;
    }
    for (const double step : {3.2, 2.4, 1.6, 0.8}) {
      std::vector<double> heights = least;
      for (std::size_t i = 0; i < heights.size(); ++i) {
        const std::size_t tasks = entries_[i].rest ? 1 : entries_[i].load.tasks;
        heights[i] = std::max(heights[i], 6 + step * static_cast<double>(tasks));
      }
      if (sum(heights) <= room) return heights;
    }
    return least;
  }

  std::vector<double> least_heights(std::size_t most_lines) const {
    std::vector<double> heights;
    for (const Entry& entry : entries_) {
      const auto lines = wrapped(metrics_, entry_name(entry), kUnitName, kNameRoom, most_lines);
      // A name that is cut anyway needs no more than one.
      const bool whole = !lines.empty() && !lines.back().ends_with("…");
      heights.push_back(4 + kLeading * static_cast<double>(whole ? lines.size() : 1));
    }
    return heights;
  }

  std::string entry_name(const Entry& entry) const {
    return entry.rest ? say_("sheet.section.rest", {{"units", entry.units}})
                      : shown(unit_name(graph_, entry.unit));
  }

  void label_entries() {
    std::vector<std::string> names;
    for (const Entry& entry : entries_) names.push_back(entry_name(entry));
    std::vector<Named> named;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      named.push_back({names[i],
                       entry.rest ? "rest" : graph_.network().unit_id(graph_.unit(entry.unit)),
                       kUnitName,
                       {.width = kNameRoom, .two_lines = entry.box.height >= 4 + 2 * kLeading}});
    }
    const auto labels = distinct_labels(metrics_, named);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      entries_[i].label = labels[i];
      if (!labels[i].cut || std::ranges::count(names, names[i]) > 1) continue;
      // A third line may show it whole.
      const auto lines = static_cast<std::size_t>((entries_[i].box.height - 4) / kLeading);
      auto whole =
          wrapped(metrics_, names[i], kUnitName, kNameRoom, std::max<std::size_t>(lines, 1));
      if (!whole.back().ends_with("…")) entries_[i].label = {std::move(whole), false};
    }
  }

  void place_lines() {
    std::vector<std::size_t> place(graph_.unit_count(), entries_.size());
    std::size_t rest = entries_.size();
    for (std::size_t i = 0; i < entries_.size(); ++i)
      (entries_[i].rest ? rest : place[entries_[i].unit]) = i;
    for (std::size_t card = 0; card < cards_.size(); ++card)
      for (const TaskUnit& who : units_of_task(graph_, cards_[card].task))
        lines_.push_back({card, std::min(place[who.unit], rest), who.lead});
    // Many lines to the rest are one line.
    std::vector<Line> once;
    for (const Line& line : lines_) {
      const bool again = entries_[line.entry].rest && !once.empty() &&
                         std::ranges::any_of(once, [&](const Line& other) {
                           return other.card == line.card && other.entry == line.entry;
                         });
      if (!again) once.push_back(line);
    }
    lines_ = once;
    spread(&Line::card, &Line::entry, &Line::from, card_boxes_, 3);
    std::vector<Box> boxes;
    for (const Entry& entry : entries_) boxes.push_back(entry.box);
    spread(&Line::entry, &Line::card, &Line::to, boxes, 8);
  }

  // Ends along their boxes, in the order of the other ends.
  void spread(std::size_t Line::*near, std::size_t Line::*far, double Line::*end,
              const std::vector<Box>& boxes, double widest_step) {
    std::vector<std::vector<Line*>> at(boxes.size());
    for (Line& line : lines_) at[line.*near].push_back(&line);
    for (std::size_t b = 0; b < boxes.size(); ++b) {
      std::ranges::stable_sort(at[b], {}, [&](const Line* line) { return line->*far; });
      const auto n = static_cast<double>(at[b].size());
      const double step = std::min(widest_step, (boxes[b].height - 6) / std::max(1.0, n));
      for (std::size_t i = 0; i < at[b].size(); ++i)
        at[b][i]->*end = boxes[b].center().y + step * (static_cast<double>(i) - (n - 1) / 2);
    }
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
    const Box band{kSheetMargin, top_, PageRoom::kBand, cards_end_ - top_};
    scene_.rect(band, {.fill = stripe(), .opacity = 0.08});
    scene_.rect({band.x, band.y, kStripe, band.height}, {.fill = stripe()}, 0, "stripe");
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      if (!has_subheading(i)) continue;
      const Box& card = card_boxes_[i];
      scene_.text({card.x + 1, card.y - PageRoom::kSubheading / 2},
                  cut_at_end(metrics_, subheadings_[i], kSubheading, card.width - 4),
                  {.font = kSubheading}, "subheading");
    }
  }

  void draw_line(const Line& line) {
    const Entry& entry = entries_[line.entry];
    const double from = card_boxes_[line.card].right(), to = entry.box.x;
    const double middle = (from + to) / 2;
    const Curve curve{{{from, line.from}, {middle, line.from}, {middle, line.to}, {to, line.to}}};
    const std::string task = task_key(cards_[line.card].task);
    const std::string unit = entry.rest ? "rest-units" : unit_key(graph_, entry.unit);
    const auto group = scene_.group(
        {.id = "e-" + task + "-" + unit,
         .classes = std::string("edge ") + (line.lead ? "lead" : "other") + colors().section_class,
         .title = say_("viz.assignment",
                       {{"task", shown(graph_.network().task_id(cards_[line.card].task))},
                        {"unit", entry_name(entry)},
                        {"part", say_(line.lead ? "viz.lead_role" : "viz.other_part")}}),
         .from = task,
         .to = unit});
    scene_.path(path_data(curve),
                {.stroke = line.lead ? colors().lead : palette::kSupportEdge,
                 .width = line.lead ? 2.4 : 0.9,
                 .opacity = line.lead ? 1 : 0.7},
                {}, flattened(curve));
  }

  void draw_cards() {
    for (std::size_t i = 0; i < cards_.size(); ++i)
      draw_card(scene_, graph_, cards_[i], style_, colors(), {card_boxes_[i].x, card_boxes_[i].y});
  }

  void draw_entry(const Entry& entry) {
    const std::string key = entry.rest ? "rest-units" : unit_key(graph_, entry.unit);
    const std::string name = entry_name(entry);
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + (entry.rest ? "rest" : unit_classes(graph_, entry.unit)),
         .data_id = key,
         .title = say_("viz.named", {{"name", name}, {"text", load_text(say_, entry.load)}}),
         .name = name});
    const bool dashed = entry.rest || is_group(graph_, entry.unit);
    if (dashed) {
      scene_.rect(entry.box.grown(-0.5),
                  {.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"});
    } else {
      scene_.rect(entry.box, {.fill = palette::kUnit});
    }
    double y =
        entry.box.center().y - kLeading * (static_cast<double>(entry.label.lines.size()) - 1) / 2;
    for (const std::string& line : entry.label.lines) {
      scene_.text({entry.box.x + kTextMargin, y}, line, {.font = kUnitName}, "name");
      y += kLeading;
    }
    const auto numbers = scene_.group({.classes = "bar"});
    scene_.text({entry.box.right() + 5, entry.box.center().y}, load_sum(say_, entry.load),
                {.font = kCount, .color = palette::kMuted}, "number");
  }

  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    if (lines_.empty()) return entries;
    const auto mark = [color = colors().lead](Scene& scene, Point at) {
      scene.line(at, at + Point{28, 0}, {.stroke = color, .width = 2.4});
      draw_lead_mark(scene, at + Point{34, 0}, color);
    };
    entries.push_back({mark, 41, say_("sheet.lead_mark")});
    entries.push_back(line_sample(palette::kSupportEdge, 0.9, say_("viz.other_edge")));
    if (std::ranges::any_of(entries_, [&](const Entry& entry) {
          return !entry.rest && is_group(graph_, entry.unit);
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
  CardStyle style_;
  std::vector<Load> section_loads_;  // by unit
  std::size_t section_units_ = 0, assignments_ = 0;
  std::vector<TaskCard> cards_;
  std::vector<std::string> subheadings_;  // by card
  std::vector<Box> card_boxes_;           // by card
  std::vector<Entry> entries_;
  std::vector<Line> lines_;
  double top_ = 0, cards_end_ = 0;
};

}  // namespace

Picture draw_task_sheet(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.task_count() == 0) return message(graph, options, "viz.nothing.tasks");
  const std::vector<TaskPage> pages = task_pages(graph);
  return TaskSheet(graph, options, pages).picture();
}

}  // namespace respnet::viz
