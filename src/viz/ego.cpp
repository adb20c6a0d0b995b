#include "viz/ego.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "viz/ego_plan.hpp"
#include "viz/ego_tasks.hpp"
#include "viz/ego_words.hpp"
#include "viz/facts.hpp"
#include "viz/heading.hpp"
#include "viz/labels.hpp"
#include "viz/message.hpp"

namespace respnet::viz {
namespace {

constexpr double kLowHeight = 421;  // A5 landscape: half the sheet, for units of few tasks
constexpr double kInner = kSheetWidth - 2 * kSheetMargin;
constexpr double kPanel = 65;
constexpr double kPartnerRow = 17;
constexpr double kHalf = (kInner - EgoTasks::kColumnGap) / 2;
constexpr Font kFigure{20, true}, kSmall{9}, kName{9.5}, kColumn{10}, kBandTitle{10, true};

class EgoSheet {
 public:
  EgoSheet(const graph::BipartiteGraph& graph, const PictureOptions& options)
      : graph_(graph),
        options_(options),
        say_(picture_words(graph, options.language)),
        plan_(ego_plan(graph, static_cast<std::uint32_t>(options.sheet))),
        scene_(options, with_own(emphasis(graph, options))) {}

  Picture picture() {
    Picture picture;
    picture.width = kSheetWidth;
    choose_tasks();
    const Heading heading = this->heading();
    picture.height = height_;
    picture.description =
        say_("viz.described", {{"finding", heading.title}, {"counts", counts_text(graph_, say_)}});
    double y = draw_heading(scene_, metrics_, heading, {kSheetMargin, kSheetMargin}, kInner) + 9;
    draw_panel(y);
    y += kPanel + 16;
    if (!plan_.partners.empty()) y = draw_partners(y) + 16;
    if (plan_.load.tasks > 0) {
      draw_tasks(y);
    } else {
      scene_.text({kSheetMargin, y + 8}, say_("sheet.unit.no_tasks"), {.font = {11.5}}, "message");
    }
    draw_foot(scene_, options_, metrics_, legend(), graph_.unit_count(), height_, say_);
    scene_.finish(picture, heading.title);
    return picture;
  }

 private:
  // Whoever is highlighted, the unit that the sheet is about does not fade.
  Emphasis with_own(Emphasis emphasis) const {
    emphasis.lit.insert(unit_key(graph_, plan_.unit));
    return emphasis;
  }

  // What stands above the tasks, at most.
  double top_height(EgoDetail detail) const {
    const auto rows = static_cast<double>((partners() + 1) / 2);
    return kSheetMargin + heading_height(detail) + 9 + kPanel + 16 +
           (plan_.partners.empty() ? 0 : 12 + rows * kPartnerRow + 16) + 12;
  }

  std::size_t partners() const { return std::min(plan_.partners.size(), most_partners_); }

  // Drawn aside, to know how high it is.
  double heading_height(EgoDetail detail) const {
    Scene aside(options_);
    Heading longest = heading();
    if (detail == EgoDetail::Cut) longest.subtitle.push_back(some_tasks(plan_.load.tasks));
    return draw_heading(aside, metrics_, longest, {0, 0}, kInner);
  }

  // On half a sheet if that is enough; else on a whole one, with fewer partners if the tasks need
  // the room.
  void choose_tasks() {
    struct Attempt {
      double height;
      std::size_t partners;
      EgoDetail detail;
    };
    for (const Attempt& attempt :
         {Attempt{kLowHeight, 10, EgoDetail::Full}, Attempt{kSheetHeight, 10, EgoDetail::Terse},
          Attempt{kSheetHeight, 6, EgoDetail::Cut}}) {
      height_ = attempt.height;
      most_partners_ = attempt.partners;
      const double room = height_ - kSheetFoot - top_height(attempt.detail);
      if (plan_.load.tasks == 0) return;
      tasks_ = ego_tasks(plan_, graph_, kInner, room, attempt.detail, say_, metrics_);
      if (!tasks_.pieces.empty()) return;
    }
  }

  std::string name(std::uint32_t unit) const { return shown(unit_name(graph_, unit)); }

  std::string some_tasks(std::size_t shown_tasks) const {
    return say_("sheet.unit.some_tasks", {{"tasks", plan_.load.tasks}, {"shown", shown_tasks}});
  }

  Heading heading() const {
    std::vector<std::string> parts{
        cut_at_end(metrics_, shown(document_title(graph_.network())), {10.5}, kInner)};
    if (is_group(graph_, plan_.unit)) parts.push_back(say_("viz.group_unit"));
    if (!tasks_.pieces.empty() && tasks_.shown < plan_.load.tasks)
      parts.push_back(some_tasks(tasks_.shown));
    if (plan_.load.tasks > 0) parts.push_back(lead_note(graph_, say_));
    return {options_.title.empty() ? ego_finding(plan_, graph_, say_, metrics_) : options_.title,
            parts};
  }

  // The unit itself: its figures, and where it stands among all.
  void draw_panel(double y) {
    const std::string key = unit_key(graph_, plan_.unit);
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + unit_classes(graph_, plan_.unit),
         .data_id = key,
         .title =
             say_("viz.named", {{"name", name(plan_.unit)}, {"text", load_text(say_, plan_.load)}}),
         .name = name(plan_.unit)});
    const Box box{kSheetMargin, y, kInner, kPanel};
    if (is_group(graph_, plan_.unit)) {
      scene_.rect(box.grown(-0.5),
                  {.fill = palette::kPaper, .stroke = palette::kMuted, .dash = "4 3"}, 3);
    } else {
      scene_.rect(box, {.fill = palette::kUnit}, 3);
    }
    draw_figures(box);
    draw_rank({box.right() - 12 - kRankWidth, y + 12, kRankWidth, 30});
    scene_.text({box.right() - 12, y + 52},
                say_(plan_.rank_tied ? "sheet.unit.rank_tie" : "sheet.unit.rank",
                     {{"units", plan_.loads.size()}, {"rank", plan_.rank}}),
                {.font = kSmall, .color = palette::kMuted, .anchor = Anchor::End}, "share");
  }

  // Side by side, with equal gaps.
  void draw_figures(const Box& box) {
    const std::vector<EgoFigure> all = ego_figures(plan_, graph_, say_);
    std::vector<double> widths;
    double free = box.width - 24 - kRankWidth;
    for (const EgoFigure& figure : all) {
      widths.push_back(std::max({metrics_.width(std::to_string(figure.number), kFigure),
                                 metrics_.reserved_width(figure.what, kName),
                                 metrics_.reserved_width(figure.share, kSmall)}));
      free -= widths.back();
    }
    const double gap = std::min(34.0, free / static_cast<double>(all.size()));
    double x = box.x + 12;
    for (std::size_t i = 0; i < all.size(); ++i) {
      scene_.text({x, box.y + 17}, std::to_string(all[i].number), {.font = kFigure}, "figure");
      scene_.text({x, box.y + 37}, all[i].what, {.font = kName}, "what");
      scene_.text({x, box.y + 52}, all[i].share, {.font = kSmall, .color = palette::kMuted},
                  "share");
      x += widths[i] + gap;
    }
  }

  // All units' tasks as thin bars, most first, this unit's in the accent and under a pointer.
  void draw_rank(const Box& box) {
    constexpr std::size_t kMostBars = 80;
    const std::size_t units = plan_.loads.size();
    const std::size_t bars = std::min(units, kMostBars);
    const double step = std::min(9.0, box.width / static_cast<double>(bars));
    const double most = std::max<double>(1, static_cast<double>(plan_.loads.front()));
    const std::size_t own = (plan_.rank - 1) * bars / units;
    const double left = box.right() - step * static_cast<double>(bars);
    const auto group = scene_.group({.classes = "rank"});
    for (std::size_t bar = 0; bar < bars; ++bar) {
      const std::size_t tasks = bar == own ? plan_.load.tasks : plan_.loads[bar * units / bars];
      const double height = std::max(1.0, box.height * static_cast<double>(tasks) / most);
      scene_.rect({left + step * static_cast<double>(bar), box.bottom() - height,
                   std::max(0.6, step - 1), height},
                  {.fill = bar == own ? palette::kAccent : palette::kOther}, 0,
                  bar == own ? "own" : "bar");
      if (bar == own)
        draw_pointer({left + step * (static_cast<double>(bar) + 0.5) - 0.5, box.bottom() - height});
    }
  }

  void draw_pointer(Point tip) {
    tip.y -= 1.5;
    scene_.path("M" + coordinates(tip) + " L" + coordinates(tip + Point{-3, -5}) + " " +
                    coordinates(tip + Point{3, -5}) + "Z",
                {.fill = palette::kAccent}, "own");
  }

  // @return y below
  double draw_partners(double y) {
    const std::size_t count = partners();
    const std::string text = count == plan_.partners.size()
                                 ? say_("sheet.unit.partners_heading")
                                 : say_("sheet.unit.partners_first",
                                        {{"shown", count}, {"units", plan_.partners.size()}});
    scene_.text({kSheetMargin, y}, text, {.font = kColumn, .color = palette::kMuted}, "heading");
    y += 12;
    std::vector<Named> names;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t unit = plan_.partners[i].unit;
      names.push_back({unit_name(graph_, unit),
                       graph_.network().unit_id(graph_.unit(unit)),
                       kName,
                       {.width = kPartnerName}});
    }
    const auto labels = distinct_labels(metrics_, names);
    const std::size_t rows = (count + 1) / 2;
    for (std::size_t i = 0; i < count; ++i) {
      const Box row{kSheetMargin + (i < rows ? 0 : kHalf + EgoTasks::kColumnGap),
                    y + kPartnerRow * static_cast<double>(i % rows), kHalf, kPartnerRow};
      draw_partner(plan_.partners[i], labels[i].text(), row);
    }
    return y + kPartnerRow * static_cast<double>(rows);
  }

  void draw_partner(const Partner& partner, const std::string& label, const Box& row) {
    const std::string key = unit_key(graph_, partner.unit);
    const std::string whole = name(partner.unit);
    const Load shared{partner.shared, partner.own_leads};
    const auto group = scene_.group(
        {.id = "n-" + key,
         .classes = "node " + unit_classes(graph_, partner.unit),
         .data_id = key,
         .title = say_("viz.shared",
                       {{"one", name(plan_.unit)}, {"other", whole}, {"tasks", partner.shared}}),
         .name = whole});
    scene_.rect(row, {.fill = palette::kPaper});
    const double middle = row.center().y;
    scene_.text({row.x, middle}, label, {.font = kName}, "name");
    const double bars = row.width - kPartnerName - 8 - 24;
    const double unit = bars / static_cast<double>(plan_.partners.front().shared);
    const double x = row.x + kPartnerName + 8;
    const double lead = unit * static_cast<double>(shared.leads);
    const double other = unit * static_cast<double>(shared.others());
    if (lead > 0) scene_.rect({x, middle - 5, lead, 10}, {.fill = palette::kLead}, 0, "lead");
    if (other > 0) {
      const std::string fill =
          is_group(graph_, partner.unit) ? scene_.hatch() : std::string(palette::kOther);
      scene_.rect({x + lead, middle - 5, other, 10}, {.fill = fill}, 0, "other");
    }
    scene_.text({x + lead + other + 5, middle}, std::to_string(partner.shared),
                {.font = kSmall, .color = palette::kMuted}, "number");
  }

  std::string_view stripe(const EgoSection& section) const {
    return section.section ? palette::stripe(section.place, plan_.all_sections)
                           : palette::kNoSection;
  }
  CardColors colors(const EgoSection& section) const {
    if (!section.section) return {};
    return {palette::kLead, " ch" + std::to_string(section.place + 1)};
  }

  void draw_tasks(double y) {
    scene_.text({kSheetMargin, y}, say_("sheet.unit.tasks_heading"),
                {.font = kColumn, .color = palette::kMuted}, "heading");
    y += 12;
    draw_bands(y);
    for (const EgoPiece& piece : tasks_.pieces) {
      const Point at = column_at(piece.column) + Point{0, y + piece.y};
      if (piece.kind == EgoPiece::Kind::Task) {
        draw_card(scene_, graph_, piece.card, tasks_.style, colors(plan_.sections[piece.section]),
                  at + Point{EgoTasks::kInset, 0});
        continue;
      }
      const bool heading = piece.kind == EgoPiece::Kind::Heading;
      scene_.text(at + Point{EgoTasks::kInset + 4, heading ? 12.0 : 9.0}, piece.text,
                  {.font = heading ? kBandTitle : kSmall,
                   .color = heading ? palette::kInk : palette::kMuted},
                  heading ? "band-title" : "rest");
    }
  }

  Point column_at(std::size_t column) const {
    return {
        kSheetMargin + static_cast<double>(column) * (tasks_.column_width + EgoTasks::kColumnGap),
        0};
  }

  // Behind the pieces of one section in one column.
  void draw_bands(double y) {
    const auto& pieces = tasks_.pieces;
    for (std::size_t i = 0; i < pieces.size();) {
      std::size_t end = i;
      while (end < pieces.size() && pieces[end].section == pieces[i].section &&
             pieces[end].column == pieces[i].column)
        ++end;
      if (pieces[i].section < plan_.sections.size()) {
        const EgoSection& section = plan_.sections[pieces[i].section];
        const double above = pieces[i].kind == EgoPiece::Kind::Heading ? 0 : EgoTasks::kAbove;
        const Box band{column_at(pieces[i].column).x, y + pieces[i].y - above, tasks_.column_width,
                       pieces[end - 1].y + pieces[end - 1].height - pieces[i].y + above};
        const auto group = scene_.group({.classes = "band" + colors(section).section_class});
        scene_.rect(band, {.fill = stripe(section), .opacity = 0.08});
        scene_.rect({band.x, band.y, 4, band.height}, {.fill = stripe(section)}, 0, "stripe");
      }
      i = end;
    }
  }

  std::vector<LegendEntry> legend() {
    std::vector<LegendEntry> entries;
    if (plan_.load.tasks == 0) return entries;
    if (plan_.load.leads > 0 && !plan_.partners.empty())
      entries.push_back(box_sample({.fill = palette::kLead}, say_("sheet.unit.own_lead")));
    const auto mark = [](Scene& scene, Point at) { draw_lead_mark(scene, at, palette::kLead); };
    entries.push_back({mark, 7, say_("sheet.unit.lead_mark")});
    const std::span listed = std::span(plan_.partners).first(partners());
    if (std::ranges::any_of(listed, [&](const Partner& p) { return is_group(graph_, p.unit); }))
      entries.push_back(box_sample({.fill = scene_.hatch()}, say_("viz.group_unit")));
    return entries;
  }

  static constexpr double kRankWidth = 150;
  static constexpr double kPartnerName = 128;

  const graph::BipartiteGraph& graph_;
  const PictureOptions& options_;
  TextMetrics metrics_;
  Messages say_;
  EgoPlan plan_;
  EgoTasks tasks_;
  Scene scene_;
  double height_ = kSheetHeight;
  std::size_t most_partners_ = 10;
};

}  // namespace

Picture draw_ego(const graph::BipartiteGraph& graph, const PictureOptions& options) {
  if (graph.unit_count() == 0) return message(graph, options, "viz.nothing.units");
  return EgoSheet(graph, options).picture();
}

}  // namespace respnet::viz
