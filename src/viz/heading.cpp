#include "viz/heading.hpp"

#include <utility>

#include "respnet/base/text.hpp"
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

bool is_clause_end(char32_t c) {
  return std::u32string_view(U"，；：。").find(c) != std::u32string_view::npos;
}

// A title that needs two lines is broken after the last clause at which both fit.
std::vector<std::string> title_lines(const TextMetrics& metrics, const std::string& title,
                                     double width) {
  const std::string text = shown(trimmed(title));
  const auto fits = [&](std::string_view line) {
    return metrics.reserved_width(line, kTitle) <= width;
  };
  std::vector<std::string> lines = wrapped(metrics, title, kTitle, width, 2);
  if (lines.size() < 2) return lines;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t before = position;
    const char32_t c = next_code_point(text, position);
    const bool latin_end = (c == U',' || c == U':' || c == U';') && text[position] == ' ';
    if (!is_clause_end(c) && !latin_end) continue;
    const std::string first = text.substr(0, position);
    const std::string rest(trimmed(std::string_view(text).substr(position)));
    if (before == 0 || rest.empty() || !fits(first)) continue;
    if (fits(rest)) lines = {first, rest};
  }
  return lines;
}

}  // namespace

double draw_heading(Scene& scene, const TextMetrics& metrics, const Heading& heading, Point at,
                    double width) {
  double y = at.y;
  for (const std::string& line : title_lines(metrics, heading.title, width)) {
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
