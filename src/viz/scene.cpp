#include "viz/scene.hpp"

#include <array>
#include <utility>

#include "respnet/base/text.hpp"

namespace respnet::viz {
namespace {

// From the middle of a Chinese character down to the baseline, in em.
constexpr double kMiddleToBaseline = 0.36;

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + escape_xml(value) + "\"";
}

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + coordinate(value) + "\"";
}

std::string attributes(const Paint& paint) {
  const bool translucent = paint.opacity != 1;  // of the paint: `opacity` would cost a layer each
  std::string result = attribute("fill", paint.fill);
  if (translucent && paint.fill != "none") result += attribute("fill-opacity", paint.opacity);
  if (paint.stroke == "none") return result;
  result += attribute("stroke", paint.stroke) + attribute("stroke-width", paint.width) +
            attribute("stroke-dasharray", paint.dash);
  if (translucent) result += attribute("stroke-opacity", paint.opacity);
  return result;
}

std::string_view name(Anchor anchor) {
  constexpr std::array<std::string_view, 3> names{"", "middle", "end"};
  return names[static_cast<std::size_t>(anchor)];
}

}  // namespace

std::string coordinate(double value) {
  std::string text = fixed(value, 2);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string coordinates(Point point) { return coordinate(point.x) + "," + coordinate(point.y); }

Scene::Scene(std::string id_prefix) : prefix_(std::move(id_prefix)) {}

Scene::Group Scene::group(const Subject& subject) {
  const std::string id = subject.id.empty() ? "" : prefix_ + subject.id;
  body_ += "<g" + attribute("id", id) + attribute("class", subject.classes) +
           attribute("data-id", subject.data_id) + ">";
  if (!subject.title.empty()) body_ += "<title>" + escape_xml(subject.title) + "</title>";
  body_ += "\n";
  return Group(*this);
}

void Scene::rect(const Box& box, const Paint& paint, double radius, std::string_view classes) {
  body_ += "<rect" + attribute("class", classes) + attribute("x", box.x) + attribute("y", box.y) +
           attribute("width", box.width) + attribute("height", box.height);
  if (radius > 0) body_ += attribute("rx", radius);
  body_ += attributes(paint) + "/>\n";
}

void Scene::line(Point from, Point to, const Paint& paint, std::string_view classes) {
  body_ += "<line" + attribute("class", classes) + attribute("x1", from.x) +
           attribute("y1", from.y) + attribute("x2", to.x) + attribute("y2", to.y) +
           attributes(paint) + "/>\n";
}

void Scene::circle(Point center, double radius, const Paint& paint, std::string_view classes) {
  body_ += "<circle" + attribute("class", classes) + attribute("cx", center.x) +
           attribute("cy", center.y) + attribute("r", radius) + attributes(paint) + "/>\n";
}

void Scene::path(std::string_view data, const Paint& paint, std::string_view classes) {
  body_ +=
      "<path" + attribute("class", classes) + attribute("d", data) + attributes(paint) + "/>\n";
}

void Scene::text(Point at, std::string_view text, const TextStyle& style,
                 std::string_view classes) {
  body_ += "<text" + attribute("class", classes) + attribute("x", at.x) +
           attribute("y", at.y + kMiddleToBaseline * style.font.size) +
           attribute("font-size", style.font.size) +
           attribute("font-weight", style.font.bold ? "bold" : "") +
           attribute("text-anchor", name(style.anchor)) + attribute("fill", style.color);
  if (style.halo) {
    body_ += attribute("stroke", palette::kPaper) + attribute("stroke-width", 4.0) +
             attribute("stroke-linejoin", "round") + attribute("paint-order", "stroke");
  }
  body_ += ">" + escape_xml(text) + "</text>\n";
}

std::string Scene::hatch() {
  hatched_ = true;
  return "url(#" + prefix_ + "hatch)";
}

std::string Scene::svg(double width, double height, std::string_view title,
                       std::string_view description) const {
  const std::string size = coordinate(width) + " " + coordinate(height);
  std::string file = "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"zh-Hans\" role=\"img\"" +
                     attribute("width", coordinate(width) + "pt") +
                     attribute("height", coordinate(height) + "pt") +
                     attribute("viewBox", "0 0 " + size) + attribute("font-family", kFontFamilies) +
                     ">\n";
  file += "<title>" + escape_xml(title) + "</title>\n";
  file += "<desc>" + escape_xml(description) + "</desc>\n";
  if (hatched_) {
    file += "<defs><pattern" + attribute("id", prefix_ + "hatch") +
            " width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
            " patternTransform=\"rotate(45)\">" +
            "<rect width=\"5\" height=\"5\"" + attribute("fill", palette::kHatchPaper) + "/>" +
            "<rect width=\"1.4\" height=\"5\"" + attribute("fill", palette::kSupportEdge) +
            "/></pattern></defs>\n";
  }
  file += "<rect class=\"paper\" width=\"100%\" height=\"100%\"" +
          attribute("fill", palette::kPaper) + "/>\n";
  return file + body_ + "</svg>\n";
}

}  // namespace respnet::viz
