#include "viz/task_sheet_layout.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "viz/bipartite_layout.hpp"

namespace respnet::viz {
namespace {

using L = TaskSheetLayout;
constexpr double kNameRoom = L::kUnitWidth - 2 * L::kTextMargin;

class Placer {
 public:
  Placer(const graph::BipartiteGraph& graph, const TaskPage& page, double top, const Messages& say,
         const TextMetrics& metrics)
      : graph_(graph), page_(page), say_(say), metrics_(metrics) {
    out_.top = top;
    out_.style = {.width = PageRoom::kCard,
                  .number_width = number_width(graph, page.tasks, PageRoom::kNumber, metrics)};
  }

  TaskSheetLayout placed() {
    make_cards();
    place_cards();
    place_units();
    place_lines();
    return std::move(out_);
  }

 private:
  void make_cards() {
    const auto names = card_names(graph_, page_.tasks, out_.style, metrics_);
    std::string last;
    for (const model::TaskId task : page_.tasks) {
      const CardLines lines = card_lines(graph_, task);
      CardStyle style = out_.style;
      style.most_title_lines = lines.title;
      style.most_name_lines = lines.names;
      out_.cards.push_back(
          task_card(graph_, task, style, names, say_("sheet.section.no_units"), say_, metrics_));
      const std::string heading = subheading(graph_.network(), task);
      out_.subheadings.push_back(heading == last ? "" : heading);
      last = heading;
    }
  }

  double bottom() const { return kSheetHeight - kSheetFoot; }

  void place_cards() {
    constexpr double kWidestGap = 14, kInset = 6;
    double height = 2 * kInset;
    for (std::size_t i = 0; i < out_.cards.size(); ++i)
      height += out_.cards[i].height + PageRoom::kGap +
                (!out_.subheadings[i].empty() ? PageRoom::kSubheading : 0);
    const double spare = bottom() - out_.top - height;
    const double gap = PageRoom::kGap + std::clamp(spare / static_cast<double>(out_.cards.size()),
                                                   0.0, kWidestGap - PageRoom::kGap);
    double y = out_.top + kInset;
    for (std::size_t i = 0; i < out_.cards.size(); ++i) {
      if (!out_.subheadings[i].empty()) y += PageRoom::kSubheading;
      out_.card_boxes.push_back({kSheetMargin + PageRoom::kBand - PageRoom::kCard - kInset, y,
                                 PageRoom::kCard, out_.cards[i].height});
      y += out_.cards[i].height + gap;
    }
    out_.cards_end = y - gap + kInset;
  }

  void place_units() {
    gather_units();
    if (out_.units.empty()) return;
    constexpr double kGap = 3;
    const double room = std::max(bottom(), out_.cards_end) - out_.top;
    const std::vector<double> heights = unit_heights(room, kGap);
    std::vector<double> wanted;
    double packed = -kGap;
    for (std::size_t i = 0; i < out_.units.size(); ++i) {
      wanted.push_back(out_.units[i].wanted - out_.top);
      packed += heights[i] + kGap;
    }
    const auto tops =
        placed_without_overlap(wanted, heights, kGap, std::max(out_.cards_end - out_.top, packed));
    for (std::size_t i = 0; i < out_.units.size(); ++i)
      out_.units[i].box = {L::kUnitsX, out_.top + tops[i], L::kUnitWidth, heights[i]};
    label_units();
  }

  // In the order of their tasks' middles; the lightest beyond what the page holds put together.
  void gather_units() {
    std::vector<std::size_t> place(graph_.unit_count(), graph_.unit_count());
    for (std::size_t card = 0; card < out_.cards.size(); ++card) {
      for (const TaskUnit& who : units_of_task(graph_, out_.cards[card].task)) {
        std::size_t& at = place[who.unit];
        if (at == graph_.unit_count()) {
          at = out_.units.size();
          out_.units.push_back({.unit = who.unit});
        }
        SheetUnit& unit = out_.units[at];
        ++unit.load.tasks;
        if (who.lead) ++unit.load.leads;
        unit.wanted += out_.card_boxes[card].center().y;
      }
    }
    for (SheetUnit& unit : out_.units) unit.wanted /= static_cast<double>(unit.load.tasks);
    put_rest_together();
    for (SheetUnit& unit : out_.units)
      unit.name = unit.rest ? say_("sheet.section.rest", {{"units", unit.units}})
                            : shown(unit_name(graph_, unit.unit));
    std::ranges::stable_sort(out_.units, {}, [](const SheetUnit& unit) { return unit.wanted; });
  }

  void put_rest_together() {
    if (out_.units.size() <= PageRoom::kUnits) return;
    std::ranges::sort(out_.units, [](const SheetUnit& a, const SheetUnit& b) {
      return std::tuple(b.load.tasks, b.load.leads, a.unit) <
             std::tuple(a.load.tasks, a.load.leads, b.unit);
    });
    SheetUnit rest{.rest = true, .units = out_.units.size() - PageRoom::kUnits + 1};
    for (std::size_t i = PageRoom::kUnits - 1; i < out_.units.size(); ++i) {
      rest.load.tasks += out_.units[i].load.tasks;
      rest.load.leads += out_.units[i].load.leads;
      rest.wanted += out_.units[i].wanted / static_cast<double>(rest.units);
    }
    out_.units.resize(PageRoom::kUnits - 1);
    out_.units.push_back(rest);
  }

  // Taller with more tasks and for long names, as far as the page allows.
  std::vector<double> unit_heights(double room, double gap) const {
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
        const std::size_t tasks = out_.units[i].rest ? 1 : out_.units[i].load.tasks;
        heights[i] = std::max(heights[i], 6 + step * static_cast<double>(tasks));
      }
      if (sum(heights) <= room) return heights;
    }
    return least;
  }

  std::vector<double> least_heights(std::size_t most_lines) const {
    std::vector<double> heights;
    for (const SheetUnit& unit : out_.units) {
      const auto lines = wrapped(metrics_, unit.name, L::kUnitName, kNameRoom, most_lines);
      // A name that is cut anyway needs no more than one.
      const bool whole = !lines.empty() && !lines.back().ends_with("…");
      heights.push_back(4 + L::kLeading * static_cast<double>(whole ? lines.size() : 1));
    }
    return heights;
  }

  void label_units() {
    std::vector<std::string> names;
    for (const SheetUnit& unit : out_.units) names.push_back(unit.name);
    std::vector<Named> named;
    for (std::size_t i = 0; i < out_.units.size(); ++i) {
      const SheetUnit& unit = out_.units[i];
      named.push_back({names[i],
                       unit.rest ? "rest" : graph_.network().unit_id(graph_.unit(unit.unit)),
                       L::kUnitName,
                       {.width = kNameRoom, .two_lines = unit.box.height >= 4 + 2 * L::kLeading}});
    }
    const auto labels = distinct_labels(metrics_, named);
    for (std::size_t i = 0; i < out_.units.size(); ++i) {
      out_.units[i].label = labels[i];
      if (!labels[i].cut || std::ranges::count(names, names[i]) > 1) continue;
      // A third line may show it whole.
      const auto lines = static_cast<std::size_t>((out_.units[i].box.height - 4) / L::kLeading);
      auto whole =
          wrapped(metrics_, names[i], L::kUnitName, kNameRoom, std::max<std::size_t>(lines, 1));
      if (!whole.back().ends_with("…")) out_.units[i].label = {std::move(whole), false};
    }
  }

  void place_lines() {
    std::vector<std::size_t> place(graph_.unit_count(), out_.units.size());
    std::size_t rest = out_.units.size();
    for (std::size_t i = 0; i < out_.units.size(); ++i)
      (out_.units[i].rest ? rest : place[out_.units[i].unit]) = i;
    for (std::size_t card = 0; card < out_.cards.size(); ++card)
      for (const TaskUnit& who : units_of_task(graph_, out_.cards[card].task))
        out_.lines.push_back({card, std::min(place[who.unit], rest), who.lead});
    // Many lines to the rest are one line.
    std::vector<SheetLine> once;
    for (const SheetLine& line : out_.lines) {
      const bool again = out_.units[line.unit].rest && !once.empty() &&
                         std::ranges::any_of(once, [&](const SheetLine& other) {
                           return other.card == line.card && other.unit == line.unit;
                         });
      if (!again) once.push_back(line);
    }
    out_.lines = once;
    spread(&SheetLine::card, &SheetLine::unit, &SheetLine::from, out_.card_boxes, 3);
    std::vector<Box> boxes;
    for (const SheetUnit& unit : out_.units) boxes.push_back(unit.box);
    spread(&SheetLine::unit, &SheetLine::card, &SheetLine::to, boxes, 8);
  }

  // Ends along their boxes, in the order of the other ends.
  void spread(std::size_t SheetLine::*near, std::size_t SheetLine::*far, double SheetLine::*end,
              const std::vector<Box>& boxes, double widest_step) {
    std::vector<std::vector<SheetLine*>> at(boxes.size());
    for (SheetLine& line : out_.lines) at[line.*near].push_back(&line);
    for (std::size_t b = 0; b < boxes.size(); ++b) {
      std::ranges::stable_sort(at[b], {}, [&](const SheetLine* line) { return line->*far; });
      const auto n = static_cast<double>(at[b].size());
      const double step = std::min(widest_step, (boxes[b].height - 6) / std::max(1.0, n));
      for (std::size_t i = 0; i < at[b].size(); ++i)
        at[b][i]->*end = boxes[b].center().y + step * (static_cast<double>(i) - (n - 1) / 2);
    }
  }

  const graph::BipartiteGraph& graph_;
  const TaskPage& page_;
  const Messages& say_;
  const TextMetrics& metrics_;
  TaskSheetLayout out_;
};

}  // namespace

TaskSheetLayout task_sheet_layout(const graph::BipartiteGraph& graph, const TaskPage& page,
                                  double top, const Messages& say, const TextMetrics& metrics) {
  return Placer(graph, page, top, say, metrics).placed();
}

}  // namespace respnet::viz
