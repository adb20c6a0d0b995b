#include "viz/task_pages.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;

// Generous widths in em, with the tenth that labels reserve for Latin text. Wide characters are
// exactly 1 em.
double em(char32_t c) {
  if (c >= 0x2E80 || (c >= 0x2010 && c < 0x2060)) return 1;
  constexpr std::u32string_view narrow = U" fijlrt.,:;'()[]|!";
  if (narrow.find(c) != std::u32string_view::npos) return 0.4;
  if (c >= 'A' && c <= 'Z') return c == 'W' || c == 'M' ? 1 : 0.72;
  return c == 'm' || c == 'w' ? 0.92 : 0.6;
}

double em_width(std::string_view text) {
  double sum = 0;
  for (std::size_t position = 0; position < text.size();)
    sum += em(next_code_point(text, position));
  return sum;
}

CardStyle page_style() { return {.width = PageRoom::kCard, .number_width = PageRoom::kNumber}; }

class LineCounter {
 public:
  explicit LineCounter(const BipartiteGraph& graph)
      : graph_(graph), widths_(graph.unit_count(), -1) {}

  CardLines lines(model::TaskId task) {
    return {title_lines(graph_.network().task(task)), name_lines(task)};
  }

 private:
  std::size_t title_lines(const model::Task& task) const {
    const double room = page_style().text_width() / CardStyle::kTitle.size;
    const double wide = em_width(trimmed(task.title).empty() ? task.id : task.title);
    if (wide <= room) return 1;
    // Lines end before they are full: by a character, or in Latin text half a word.
    const auto lines = static_cast<std::size_t>(std::ceil(1.1 * wide / room));
    return std::min(lines, PageRoom::kTitleLines);
  }

  // The flow of names as the card sets it; the separator is at most one character.
  std::size_t name_lines(model::TaskId task) {
    const double room = page_style().text_width() / CardStyle::kName.size;
    std::size_t lines = 1;
    double x = 0;
    for (const TaskUnit& who : units_of_task(graph_, task)) {
      if (lines == PageRoom::kNameLines) break;
      const double wide = std::min(room, width(who.unit) + (who.lead ? 2 : 1));
      if (x > 0 && x + wide > room) {
        x = 0;
        ++lines;
      }
      x += wide;
    }
    return lines;
  }

  double width(std::uint32_t unit) {
    double& known = widths_[unit];
    if (known < 0) known = em_width(unit_name(graph_, unit));
    return known;
  }

  const BipartiteGraph& graph_;
  std::vector<double> widths_;  // by unit; -1: not yet known
};

// A task's claim on a page.
struct Claim {
  model::TaskId task{};
  double height = 0;
  double heading = 0;  // of its own subsection, if the page does not have it yet
  std::optional<model::SectionId> subsection;
};

std::vector<Claim> claims(const BipartiteGraph& graph, const std::vector<model::TaskId>& tasks,
                          LineCounter& counter) {
  const model::Network& network = graph.network();
  std::vector<Claim> result;
  for (const model::TaskId task : tasks) {
    const model::Task row = network.task(task);
    const CardLines lines = counter.lines(task);
    const bool due = !row.deadline.empty() || !row.due.empty();
    const bool below = row.section && network.section(*row.section).parent.has_value();
    result.push_back({task, page_style().height(lines.title, lines.names, due) + PageRoom::kGap,
                      below ? PageRoom::kSubheading : 0, row.section});
  }
  return result;
}

// Fills pages one after the other.
class Filler {
 public:
  explicit Filler(const BipartiteGraph& graph) : graph_(graph), seen_(graph.unit_count(), 0) {}

  // Where pages begin.
  std::vector<std::size_t> starts(std::span<const Claim> claims, double capacity) {
    std::vector<std::size_t> result;
    double used = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const bool same = i > 0 && claims[i].subsection == claims[i - 1].subsection;
      double height = claims[i].height + (same ? 0 : claims[i].heading);
      const std::size_t more = units_ + new_units(claims[i].task);
      if (result.empty() || used + height > capacity || more > PageRoom::kUnits) {
        result.push_back(i);
        ++page_;
        used = 0;
        units_ = 0;
        height = claims[i].height + claims[i].heading;
      }
      used += height;
      units_ += new_units(claims[i].task);
      mark(claims[i].task);
    }
    return result;
  }

 private:
  std::size_t new_units(model::TaskId task) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        graph_.neighbors(graph_.vertex(task)),
        [&](graph::Vertex unit) { return seen_[graph_.unit_number(unit)] != page_; }));
  }
  void mark(model::TaskId task) {
    for (const graph::Vertex unit : graph_.neighbors(graph_.vertex(task)))
      seen_[graph_.unit_number(unit)] = page_;
  }

  const BipartiteGraph& graph_;
  std::vector<std::size_t> seen_;  // by unit: the last page that named it, from 1
  std::size_t page_ = 0, units_ = 0;
};

// As few pages as will do, as equally full as whole points tell.
std::vector<std::size_t> balanced_starts(std::span<const Claim> claims, Filler& filler) {
  const std::vector<std::size_t> fewest = filler.starts(claims, PageRoom::kHeight);
  if (fewest.size() == 1) return fewest;
  double least = 0, most = PageRoom::kHeight;
  while (most - least > 4) {
    const double middle = std::floor((least + most) / 2);
    (filler.starts(claims, middle).size() > fewest.size() ? least : most) = middle;
  }
  return filler.starts(claims, most);
}

}  // namespace

std::string subheading(const model::Network& network, model::TaskId task) {
  std::string path;
  for (auto section = network.task(task).section; section;) {
    const model::Section row = network.section(*section);
    if (!row.parent) break;
    const std::string title = shown(trimmed(row.title).empty() ? row.id : row.title);
    path = path.empty() ? title : title + " › " + path;
    section = row.parent;
  }
  return path;
}

CardLines card_lines(const BipartiteGraph& graph, model::TaskId task) {
  return LineCounter(graph).lines(task);
}

std::vector<TaskPage> task_pages(const BipartiteGraph& graph) {
  const TopSections tops = top_sections(graph.network());
  std::vector<std::vector<model::TaskId>> of_section(tops.ids.size() + 1);  // last: outside
  for (const model::TaskId task : graph.network().task_ids())
    of_section[std::min(tops.of_task[model::index(task)], tops.ids.size())].push_back(task);

  std::vector<TaskPage> pages;
  LineCounter counter(graph);
  Filler filler(graph);
  for (std::size_t place = 0; place < of_section.size(); ++place) {
    const auto& tasks = of_section[place];
    if (tasks.empty()) continue;
    const std::vector<Claim> all = claims(graph, tasks, counter);
    const std::vector<std::size_t> starts = balanced_starts(all, filler);
    for (std::size_t part = 0; part < starts.size(); ++part) {
      const std::size_t end = part + 1 < starts.size() ? starts[part + 1] : tasks.size();
      TaskPage& page = pages.emplace_back();
      if (place < tops.ids.size()) {
        page.section = tops.ids[place];
        page.place = place;
      }
      page.tasks.assign(tasks.begin() + static_cast<std::ptrdiff_t>(starts[part]),
                        tasks.begin() + static_cast<std::ptrdiff_t>(end));
      page.first = starts[part];
      page.section_tasks = tasks.size();
      page.part = part + 1;
      page.parts = starts.size();
    }
  }
  return pages;
}

}  // namespace respnet::viz
