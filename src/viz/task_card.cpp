#include "viz/task_card.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using graph::Part;

// Tasks of tables may have nothing but an id.
bool has_title(const model::Task& task) {
  return !trimmed(task.title).empty() && task.title != task.id;
}

std::string_view separator(const Messages& say) {
  return say.language() == Language::Zh ? "、" : ", ";
}

double mark_width(bool lead) { return lead ? CardStyle::kMark : 0; }
Font name_font(bool lead) { return lead ? CardStyle::kLeadName : CardStyle::kName; }

struct CardName {
  TaskUnit who;
  std::string text;
  double width = 0;  // with its mark and a separator
};

// Names on lines. Where they need more than there are, the last ones give way to a rest.
class NameFlow {
 public:
  NameFlow(const CardStyle& style, const TextMetrics& metrics, const Messages& say)
      : style_(style), metrics_(metrics), say_(say) {}

  void fill(TaskCard& card, std::vector<CardName> names) const {
    for (std::size_t count = measured_that_fit(names); count > 0; --count)
      if (set(card, std::span(names).first(count), names.size() - count)) return;
    // Not even one name beside the rest: it gives way itself.
    CardName& first = names.front();
    const std::string rest = say_("sheet.more_names", {{"units", names.size() - 1}});
    const double left = style_.text_width() - mark_width(first.who.lead) - CardStyle::kName.size -
                        metrics_.reserved_width(rest, CardStyle::kName);
    first.text = cut_in_middle(metrics_, first.text, name_font(first.who.lead), left);
    measure(first);
    set(card, std::span(names).first(1), names.size() - 1);
  }

 private:
  void measure(CardName& name) const {
    name.width =
        mark_width(name.who.lead) +
        metrics_.reserved_width(name.text + std::string(separator(say_)), name_font(name.who.lead));
  }

  // How many names there is room for if nothing follows; they and the next one are measured.
  // A task may have thousands.
  std::size_t measured_that_fit(std::span<CardName> names) const {
    double x = 0;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < names.size(); ++i) {
      measure(names[i]);
      const bool next = x > 0 && x + names[i].width > style_.text_width();
      lines += next ? 1 : 0;
      if (lines > style_.most_name_lines) return i;
      x = next ? names[i].width : x + names[i].width;
    }
    return names.size();
  }

  // Whether the names and the rest fit.
  bool set(TaskCard& card, std::span<const CardName> names, std::size_t left_out) const {
    card.names.clear();
    card.rest.clear();
    Point at{0, CardStyle::kNameLine / 2};
    std::size_t lines = 1;
    const auto advance = [&](double wide) {
      const bool next = at.x > 0 && at.x + wide > style_.text_width();
      if (next) {
        at = {0, at.y + CardStyle::kNameLine};
        ++lines;
      }
      at.x += wide;
      return next;
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
      const CardName& name = names[i];
      const bool last = i + 1 == names.size() && left_out == 0;
      const std::string text = name.text + std::string(last ? "" : separator(say_));
      const double before = at.x;
      const bool next = advance(name.width);
      const bool joins = !next && !card.names.empty() && !name.who.lead && !card.names.back().lead;
      if (!joins) card.names.push_back({{}, name.who.lead, {next ? 0 : before, at.y}, {}});
      card.names.back().units.push_back(name.who.unit);
      card.names.back().text += text;
    }
    if (left_out > 0) {
      card.rest = say_("sheet.more_names", {{"units", left_out}});
      const double before = at.x;
      const bool next = advance(metrics_.reserved_width(card.rest, CardStyle::kName));
      card.rest_at = {next ? 0 : before, at.y};
    }
    for (NameRun& run : card.names)
      while (run.text.ends_with(' ') && run.lead) run.text.pop_back();
    card.name_lines = lines;
    return lines <= style_.most_name_lines;
  }

  const CardStyle& style_;
  const TextMetrics& metrics_;
  const Messages& say_;
};

void draw_names(Scene& scene, const BipartiteGraph& graph, const TaskCard& card,
                const CardColors& colors, Point at) {
  for (const NameRun& run : card.names) {
    std::string whole;
    for (const std::uint32_t unit : run.units)
      whole += (whole.empty() ? "" : "\n") + shown(unit_name(graph, unit));
    const auto group = scene.group(
        {.classes = std::string("names ") + (run.lead ? "lead" : "other"), .name = whole});
    Point start = at + run.at;
    if (run.lead) draw_lead_mark(scene, start, colors.lead);
    start.x += mark_width(run.lead);
    scene.text(start, run.text,
               {.font = name_font(run.lead), .color = run.lead ? palette::kInk : palette::kMuted},
               "name");
  }
}

}  // namespace

std::vector<TaskUnit> units_of_task(const BipartiteGraph& graph, model::TaskId task) {
  const model::Network& network = graph.network();
  const graph::Vertex vertex = graph.vertex(task);
  const auto neighbors = graph.neighbors(vertex);
  const auto parts = graph.parts(vertex);
  std::map<model::UnitId, std::size_t> written;  // place in the text
  for (const model::AssignmentId id : network.assignments(task))
    written.emplace(network.unit_of(id), written.size());

  struct Ranked {
    bool other;
    std::size_t place;
    std::uint32_t unit;
  };
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < neighbors.size(); ++i) {
    const std::uint32_t unit = graph.unit_number(neighbors[i]);
    const auto place = written.find(graph.unit(unit));
    // Members of an expanded group are not written themselves: they go last.
    ranked.push_back(
        {parts[i] != Part::Lead, place == written.end() ? written.size() : place->second, unit});
  }
  std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
    return std::tie(a.other, a.place, a.unit) < std::tie(b.other, b.place, b.unit);
  });
  std::vector<TaskUnit> result;
  for (const Ranked& unit : ranked) result.push_back({unit.unit, !unit.other});
  return result;
}

std::map<std::uint32_t, std::string> card_names(const BipartiteGraph& graph,
                                                std::span<const model::TaskId> tasks,
                                                const CardStyle& style,
                                                const TextMetrics& metrics) {
  std::set<std::uint32_t> units;
  for (const model::TaskId task : tasks) {
    const auto all = units_of_task(graph, task);
    for (std::size_t i = 0; i < std::min(all.size(), kMostNames); ++i) units.insert(all[i].unit);
  }
  // A mark before the name and a separator behind it.
  const double room = style.text_width() - CardStyle::kMark - CardStyle::kName.size;
  std::vector<Named> names;
  for (const std::uint32_t unit : units)
    names.push_back({unit_name(graph, unit),
                     graph.network().unit_id(graph.unit(unit)),
                     CardStyle::kLeadName,
                     {.width = room}});
  const std::vector<Label> labels = distinct_labels(metrics, names);
  std::map<std::uint32_t, std::string> result;
  std::size_t place = 0;
  for (const std::uint32_t unit : units) result.emplace(unit, labels[place++].text());
  return result;
}

TaskCard task_card(const BipartiteGraph& graph, model::TaskId task, const CardStyle& style,
                   const std::map<std::uint32_t, std::string>& names, std::string_view nobody,
                   const Messages& say, const TextMetrics& metrics) {
  const model::Task row = graph.network().task(task);
  TaskCard card;
  card.task = task;
  if (has_title(row))
    card.number = cut_in_middle(metrics, shown(row.id), CardStyle::kNumber,
                                style.number_width - style.own_mark());
  const std::string title = shown(has_title(row) ? row.title : row.id);
  card.title =
      wrapped(metrics, title, CardStyle::kTitle, style.text_width(), style.most_title_lines);
  std::vector<CardName> placed;
  for (const TaskUnit& who : units_of_task(graph, task)) {
    if (style.own && who.unit == *style.own) {
      card.own_lead = who.lead;
    } else {
      const auto name = names.find(who.unit);
      placed.push_back({who, name == names.end() ? std::string() : name->second});
    }
  }
  if (placed.empty() && style.most_name_lines > 0) {
    card.rest = nobody;
    card.rest_at = {0, CardStyle::kNameLine / 2};
    card.name_lines = 1;
  } else if (style.most_name_lines > 0) {
    NameFlow(style, metrics, say).fill(card, std::move(placed));
  }
  const std::string due(row.deadline.empty() ? row.due : row.deadline);
  if (style.deadline && !due.empty())
    card.deadline = cut_at_end(metrics, say("sheet.deadline", {{"date", shown(due)}}),
                               CardStyle::kSmall, style.text_width());
  card.height = style.height(card.title.size(), card.name_lines, !card.deadline.empty());
  return card;
}

void draw_lead_mark(Scene& scene, Point middle, std::string_view color) {
  scene.rect({middle.x, middle.y - 3.25, 6.5, 6.5}, {.fill = color}, 1, "lead-mark");
}

void draw_card(Scene& scene, const BipartiteGraph& graph, const TaskCard& card,
               const CardStyle& style, const CardColors& colors, Point at) {
  const model::Task row = graph.network().task(card.task);
  const std::string key = task_key(card.task);
  const std::string whole = shown(row.id) + " " + shown(row.title);
  const auto group = scene.group({.id = "n-" + key,
                                  .classes = "node task" + colors.section_class,
                                  .data_id = key,
                                  .title = whole,
                                  .name = whole});
  scene.rect({at.x, at.y, style.width, card.height}, {.fill = palette::kPaper});
  Point text{at.x + CardStyle::kPadding, at.y + style.air + CardStyle::kTitleLine / 2};
  if (card.own_lead) draw_lead_mark(scene, text, colors.lead);
  scene.text(text + Point{style.own_mark(), 0}, card.number,
             {.font = CardStyle::kNumber, .color = palette::kMuted}, "number");
  text.x += style.number_width + 6;
  for (const std::string& line : card.title) {
    scene.text(text, line, {.font = CardStyle::kTitle}, "name");
    text.y += CardStyle::kTitleLine;
  }
  text.y -= CardStyle::kTitleLine / 2;
  draw_names(scene, graph, card, colors, text);
  const TextStyle muted{.font = CardStyle::kName, .color = palette::kMuted};
  if (!card.rest.empty()) scene.text(text + card.rest_at, card.rest, muted, "rest");
  if (card.deadline.empty()) return;
  text.y += CardStyle::kNameLine * (static_cast<double>(card.name_lines) + 0.5);
  scene.text(text, card.deadline, {.font = CardStyle::kSmall, .color = palette::kMuted},
             "deadline");
}

double number_width(const BipartiteGraph& graph, std::span<const model::TaskId> tasks,
                    double widest, const TextMetrics& metrics) {
  double width = 0;
  for (const model::TaskId task : tasks) {
    const model::Task row = graph.network().task(task);
    if (has_title(row))
      width =
          std::max(width, metrics.reserved_width(prefix(shown(row.id), 40), CardStyle::kNumber));
  }
  return std::min(width, widest);
}

void draw_foot(Scene& scene, const PictureOptions& options, const TextMetrics& metrics,
               const std::vector<LegendEntry>& legend, std::size_t sheets, double height,
               const Messages& say) {
  constexpr double kPlaceWidth = 72, kFromEdge = 26;
  const Font font = CardStyle::kSmall;
  const double width = kSheetWidth - 2 * kSheetMargin - kPlaceWidth;
  Scene aside(options);
  const double high = draw_legend_rows(aside, metrics, legend, {0, 0}, width);
  draw_legend_rows(scene, metrics, legend, {kSheetMargin, height - kFromEdge + 9 - high}, width);
  if (sheets < 2) return;
  scene.text({kSheetWidth - kSheetMargin, height - kFromEdge},
             say("sheet.place", {{"sheet", options.sheet + 1}, {"sheets", sheets}}),
             {.font = font, .color = palette::kMuted, .anchor = Anchor::End}, "place");
}

}  // namespace respnet::viz
