#include "viz/heading.hpp"

#include <utility>

#include "viz/labels.hpp"

namespace respnet::viz {
namespace {

constexpr Font kTitle{19};
constexpr Font kSubtitle{10.5};
constexpr Font kLegend{10};
constexpr double kLegendRow = 18;
constexpr std::string_view kSeparator = "　·　";

// Parts on lines, broken between parts where possible.
std::vector<std::string> subtitle_lines(const TextMetrics& metrics,
                                        const std::vector<std::string>& parts, double width) {
  std::vector<std::string> lines;
  std::string line;
  const auto flush = [&] {
    for (std::string& piece : wrapped(metrics, line, kSubtitle, width, 2))
      lines.push_back(std::move(piece));
    line.clear();
  };
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    const std::string longer =
        line.empty() ? shown(part) : line + std::string(kSeparator) + shown(part);
    if (line.empty() || metrics.reserved_width(longer, kSubtitle) <= width) {
      line = longer;
      continue;
    }
    flush();
    line = shown(part);
  }
  flush();
  return lines;
}

}  // namespace

double draw_heading(Scene& scene, const TextMetrics& metrics, const Heading& heading, Point at,
                    double width) {
  double y = at.y;
  for (const std::string& line : wrapped(metrics, heading.title, kTitle, width, 2)) {
    scene.text({at.x, y + 13}, line, {.font = kTitle}, "title");
    y += 26;
  }
  y += 4;
  for (const std::string& line : subtitle_lines(metrics, heading.subtitle, width)) {
    scene.text({at.x, y + 8}, line, {.font = kSubtitle, .color = palette::kMuted}, "subtitle");
    y += 17;
  }
  return y;
}

LegendEntry line_sample(std::string_view color, double width, std::string text) {
  const auto draw = [color, width](Scene& scene, Point at) {
    scene.line(at, at + Point{28, 0}, {.stroke = color, .width = width});
  };
  return {draw, 28, std::move(text)};
}

LegendEntry box_sample(Paint paint, std::string text, double radius) {
  const auto draw = [fill = std::string(paint.fill), paint, radius](Scene& scene, Point at) {
    Paint own = paint;
    own.fill = fill;
    scene.rect({at.x, at.y - 5, 18, 10}, own, radius);
  };
  return {draw, 18, std::move(text)};
}

double draw_legend_column(Scene& scene, const std::vector<LegendEntry>& entries, Point at) {
  double widest = 0;
  for (const LegendEntry& entry : entries) widest = std::max(widest, entry.sample_width);
  for (const LegendEntry& entry : entries) {
    const Point middle{at.x, at.y + kLegendRow / 2};
    entry.sample(scene, middle);
    scene.text(middle + Point{widest + 8, 0}, entry.text, {.font = kLegend}, "legend");
    at.y += kLegendRow;
  }
  return at.y;
}

double draw_legend_rows(Scene& scene, const TextMetrics& metrics,
                        const std::vector<LegendEntry>& entries, Point at, double width) {
  if (entries.empty()) return at.y;
  Point middle{at.x, at.y + kLegendRow / 2};
  for (const LegendEntry& entry : entries) {
    const double wide = entry.sample_width + 7 + metrics.reserved_width(entry.text, kLegend);
    if (middle.x > at.x && middle.x + wide > at.x + width) middle = {at.x, middle.y + kLegendRow};
    entry.sample(scene, middle);
    scene.text(middle + Point{entry.sample_width + 7, 0}, entry.text, {.font = kLegend}, "legend");
    middle.x += wide + 22;
  }
  return middle.y + kLegendRow / 2;
}

}  // namespace respnet::viz
