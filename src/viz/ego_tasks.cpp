#include "viz/ego_tasks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

constexpr Font kHeadingFont{10, true};
// More cannot stand on a page, whatever their heights.
constexpr std::size_t kMostSections = 40, kMostOfSection = 64;

// How full cards are, from generous to terse.
struct Density {
  std::size_t title_lines, name_lines;
  double air, gap;
};
constexpr Density kFull{4, 16, 4.5, 4};
constexpr std::array kTerse{Density{3, 4, 4.5, 4}, Density{2, 2, 4, 4}, Density{2, 1, 3, 3},
                            Density{1, 1, 2, 3}};
constexpr Density kTitles{1, 0, 2.5, 3};

class Setter {
 public:
  Setter(const EgoPlan& plan, const graph::BipartiteGraph& graph, std::size_t columns, double width,
         double room, const Messages& say, const TextMetrics& metrics)
      : plan_(plan),
        graph_(graph),
        columns_(columns),
        width_((width - EgoTasks::kColumnGap * static_cast<double>(columns - 1)) /
               static_cast<double>(columns)),
        room_(room),
        say_(say),
        metrics_(metrics) {
    const std::size_t sections = std::min(plan.sections.size(), kMostSections);
    for (std::size_t s = 0; s < sections; ++s) {
      candidates_.push_back(
          first_tasks(plan.sections[s], positions(plan.sections[s]), kMostOfSection));
      for (const std::size_t i : candidates_[s]) tasks_.push_back(plan.sections[s].tasks[i]);
    }
    style_.width = width_ - EgoTasks::kInset - 5;
    style_.own = plan.unit;
    style_.deadline = false;
    style_.number_width = CardStyle::kMark + number_width(graph, tasks_, 40, metrics);
    names_ = card_names(graph, tasks_, style_, metrics);
  }

  /// Every task on cards of that density; empty if they do not fit.
  std::optional<EgoTasks> whole(Density density) {
    if (tasks_.size() < plan_.load.tasks) return std::nullopt;
    make_cards(density);
    return fitted(limits(kMostOfSection), plan_.sections.size());
  }

  // As many tasks of each section as fit, one more for the first sections where there is room.
  EgoTasks cut(Density density) {
    make_cards(density);
    std::size_t sections = candidates_.size();
    std::optional<EgoTasks> best;
    while (!(best = fitted(limits(1), sections)) && sections > 1) --sections;
    if (!best) best = columns(pieces(limits(1), 1), room_);
    std::size_t most = 1;
    while (most < kMostOfSection) {
      auto more = fitted(limits(most + 1), sections);
      if (!more) break;
      best = std::move(more);
      ++most;
    }
    std::vector<std::size_t> some = limits(most);
    for (std::size_t s = 0; s < sections; ++s) {
      if (some[s] == candidates_[s].size()) continue;
      ++some[s];
      if (auto more = fitted(some, sections)) {
        best = std::move(more);
      } else {
        --some[s];
      }
    }
    return *best;
  }

 private:
  static std::vector<std::size_t> positions(const EgoSection& section) {
    std::vector<std::size_t> all(section.tasks.size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
  }

  // The places, among `of`, of the tasks that are kept where only `most` are: leads first. In text
  // order.
  static std::vector<std::size_t> first_tasks(const EgoSection& section,
                                              std::vector<std::size_t> of, std::size_t most) {
    std::ranges::stable_partition(of, [&](std::size_t i) { return section.leads[i]; });
    of.resize(std::min(of.size(), most));
    std::ranges::sort(of);
    return of;
  }

  std::vector<std::size_t> limits(std::size_t most) const {
    std::vector<std::size_t> result;
    for (const auto& tasks : candidates_) result.push_back(std::min(tasks.size(), most));
    return result;
  }

  void make_cards(Density density) {
    style_.most_title_lines = density.title_lines;
    style_.most_name_lines = density.name_lines;
    style_.air = density.air;
    gap_ = density.gap;
    cards_.clear();
    for (const model::TaskId task : tasks_)
      cards_.emplace(
          task, task_card(graph_, task, style_, names_, say_("sheet.unit.alone"), say_, metrics_));
  }

  std::optional<EgoTasks> fitted(const std::vector<std::size_t>& limits, std::size_t sections) {
    const std::vector<EgoPiece> all = pieces(limits, sections);
    if (columns(all, room_).height > room_) return std::nullopt;
    // As low as two columns can be.
    double least = 0, most = room_;
    while (most - least > 1) {
      const double middle = (least + most) / 2;
      (columns(all, middle).height > middle ? least : most) = middle;
    }
    return columns(all, most);
  }

  std::vector<EgoPiece> pieces(const std::vector<std::size_t>& limits, std::size_t sections) const {
    std::vector<EgoPiece> result;
    for (std::size_t s = 0; s < std::min(sections, plan_.sections.size()); ++s) {
      const EgoSection& section = plan_.sections[s];
      result.push_back({.kind = EgoPiece::Kind::Heading,
                        .section = s,
                        .text = heading(section),
                        .height = EgoTasks::kHeading});
      const auto kept = first_tasks(section, candidates_[s], limits[s]);
      for (const std::size_t i : kept) {
        const TaskCard& card = cards_.at(section.tasks[i]);
        result.push_back({.section = s, .card = card, .height = card.height + gap_});
      }
      if (kept.size() < section.tasks.size())
        result.push_back(rest(
            s, say_("sheet.unit.rest_tasks", {{"tasks", section.tasks.size() - kept.size()}})));
    }
    if (sections < plan_.sections.size()) {
      std::size_t tasks = 0;
      for (std::size_t s = sections; s < plan_.sections.size(); ++s)
        tasks += plan_.sections[s].tasks.size();
      result.push_back(
          rest(plan_.sections.size(),
               say_("sheet.unit.rest_sections",
                    {{"sections", plan_.sections.size() - sections}, {"tasks", tasks}})));
    }
    return result;
  }

  static EgoPiece rest(std::size_t section, std::string text) {
    return {
        .kind = EgoPiece::Kind::Rest, .section = section, .text = std::move(text), .height = 18};
  }

  std::string heading(const EgoSection& section) const {
    std::string title = say_(plan_.all_sections == 0 ? "sheet.all_tasks" : "viz.no_section");
    if (section.section) {
      const model::Section row = graph_.network().section(*section.section);
      title = shown(trimmed(row.title).empty() ? row.id : row.title);
    }
    const std::string count =
        say_("sheet.unit.section", {{"section", ""}, {"tasks", section.tasks.size()}});
    const double left = width_ - 20 - metrics_.reserved_width(count, kHeadingFont);
    return say_("sheet.unit.section", {{"section", cut_at_end(metrics_, title, kHeadingFont, left)},
                                       {"tasks", section.tasks.size()}});
  }

  // Fills the columns down to `limit`; the last goes on beyond it. No heading ends a column.
  EgoTasks columns(std::vector<EgoPiece> all, double limit) const {
    EgoTasks result;
    result.style = style_;
    result.column_width = width_;
    double y = 0;
    std::size_t column = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      EgoPiece& piece = all[i];
      double needed = piece.height;
      if (piece.kind == EgoPiece::Kind::Heading && i + 1 < all.size()) needed += all[i + 1].height;
      const double before = y > 0 && starts_band(all, i) ? 8 : 0;
      if (y > 0 && y + before + needed > limit && column + 1 < columns_) {
        ++column;
        y = piece.kind == EgoPiece::Kind::Heading ? 0 : EgoTasks::kAbove;
      } else {
        y += before;
      }
      piece.column = column;
      piece.y = y;
      y += piece.height;
      result.height = std::max(result.height, y);
      if (piece.kind == EgoPiece::Kind::Task) ++result.shown;
    }
    result.pieces = std::move(all);
    return result;
  }

  static bool starts_band(const std::vector<EgoPiece>& all, std::size_t i) {
    return i > 0 && all[i].section != all[i - 1].section;
  }

  const EgoPlan& plan_;
  const graph::BipartiteGraph& graph_;
  std::size_t columns_;
  double width_;  // of a column
  double room_;
  const Messages& say_;
  const TextMetrics& metrics_;
  CardStyle style_;
  double gap_ = 0;                                    // below a task
  std::vector<std::vector<std::size_t>> candidates_;  // by section: places of its tasks
  std::vector<model::TaskId> tasks_;
  std::map<std::uint32_t, std::string> names_;
  std::map<model::TaskId, TaskCard> cards_;
};

}  // namespace

EgoTasks ego_tasks(const EgoPlan& plan, const graph::BipartiteGraph& graph, double width,
                   double height, EgoDetail detail, const Messages& say,
                   const TextMetrics& metrics) {
  std::optional<EgoTasks> found;
  Setter wide(plan, graph, 1, width, height, say, metrics);
  if ((found = wide.whole(kFull))) return *found;
  Setter narrow(plan, graph, 2, width, height, say, metrics);
  if ((found = narrow.whole(kFull))) return *found;
  if (detail == EgoDetail::Full) return {};
  for (const Density density : kTerse)
    if ((found = narrow.whole(density))) return *found;
  if (detail == EgoDetail::Terse) return {};
  if ((found = narrow.whole(kTitles))) return *found;
  return narrow.cut(kTerse.back());
}

}  // namespace respnet::viz
