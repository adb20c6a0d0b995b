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

Scene::Scene(const PictureOptions& options, Emphasis emphasis)
    : language_(options.language),
      theme_(options.theme),
      width_(options.width),
      prefix_(options.id_prefix),
      emphasis_(std::move(emphasis)) {}

std::string Scene::attributes(const Paint& paint) const {
  const bool translucent = paint.opacity != 1;  // of the paint: `opacity` would cost a layer each
  std::string result = attribute("fill", palette::themed(paint.fill, theme_));
  if (translucent && paint.fill != "none") result += attribute("fill-opacity", paint.opacity);
  if (paint.stroke == "none") return result;
  result += attribute("stroke", palette::themed(paint.stroke, theme_)) +
            attribute("stroke-width", paint.width) + attribute("stroke-dasharray", paint.dash);
  if (translucent) result += attribute("stroke-opacity", paint.opacity);
  return result;
}

namespace {

// How far a subject fades that is not among what stands out; 1: not at all.
double opacity_of(const Subject& subject, const Emphasis& emphasis) {
  constexpr double kEdge = 0.1, kNode = 0.28;
  if (emphasis.chosen.empty()) return 1;
  if (!subject.from.empty())
    return emphasis.chosen.contains(subject.from) || emphasis.chosen.contains(subject.to) ? 1
                                                                                          : kEdge;
  return subject.data_id.empty() || emphasis.lit.contains(subject.data_id) ? 1 : kNode;
}

}  // namespace

Scene::Group Scene::group(Subject subject) {
  const std::string id = subject.id.empty() ? "" : prefix_ + subject.id;
  body_ += "<g" + attribute("id", id) + attribute("class", subject.classes) +
           attribute("data-id", subject.data_id) + attribute("data-from", subject.from) +
           attribute("data-to", subject.to);
  if (const double opacity = opacity_of(subject, emphasis_); opacity != 1)
    body_ += attribute("opacity", opacity);
  body_ += ">";
  if (!subject.title.empty()) body_ += "<title>" + escape_xml(subject.title) + "</title>";
  body_ += "\n";
  outline_next_ = emphasis_.chosen.contains(subject.data_id);
  const std::size_t outer = subject_;
  subject_ = subjects_.size();
  subject.outer = outer;
  subjects_.push_back(std::move(subject));
  return {*this, outer};
}

Paint Scene::outlined(Paint paint) {
  if (!outline_next_) return paint;
  outline_next_ = false;
  paint.stroke = palette::kAccent;
  paint.width = 2.5;
  paint.dash = {};
  return paint;
}

Mark& Scene::remember(Mark::Kind kind, std::string_view classes, std::string_view color) {
  Mark& mark = marks_.emplace_back();
  mark.kind = kind;
  mark.subject = subject_;
  mark.classes = classes;
  if (color != "none") mark.color = palette::themed(color, theme_);
  return mark;
}

void Scene::rect(const Box& box, const Paint& given, double radius, std::string_view classes) {
  const Paint paint = outlined(given);
  body_ += "<rect" + attribute("class", classes) + attribute("x", box.x) + attribute("y", box.y) +
           attribute("width", box.width) + attribute("height", box.height);
  if (radius > 0) body_ += attribute("rx", radius);
  body_ += attributes(paint) + "/>\n";
  Mark& mark = remember(Mark::Kind::Shape, classes, paint.fill);
  mark.box = box;
  mark.opacity = paint.opacity;
}

void Scene::line(Point from, Point to, const Paint& paint, std::string_view classes) {
  body_ += "<line" + attribute("class", classes) + attribute("x1", from.x) +
           attribute("y1", from.y) + attribute("x2", to.x) + attribute("y2", to.y) +
           attributes(paint) + "/>\n";
  remember(Mark::Kind::Line, classes, paint.stroke).points = {from, to};
}

void Scene::circle(Point center, double radius, const Paint& given, std::string_view classes) {
  const Paint paint = outlined(given);
  body_ += "<circle" + attribute("class", classes) + attribute("cx", center.x) +
           attribute("cy", center.y) + attribute("r", radius) + attributes(paint) + "/>\n";
  Mark& mark = remember(Mark::Kind::Shape, classes, paint.fill);
  mark.box = box_around(center, 2 * radius, 2 * radius);
  mark.opacity = paint.opacity;
}

void Scene::path(std::string_view data, const Paint& paint, std::string_view classes,
                 std::vector<Point> points) {
  body_ +=
      "<path" + attribute("class", classes) + attribute("d", data) + attributes(paint) + "/>\n";
  if (!points.empty()) remember(Mark::Kind::Line, classes, paint.stroke).points = std::move(points);
}

std::string Scene::text_attributes(const TextStyle& style, std::string_view classes) const {
  std::string result = attribute("class", classes) + attribute("font-size", style.font.size) +
                       attribute("font-weight", style.font.bold ? "bold" : "") +
                       attribute("text-anchor", name(style.anchor)) +
                       attribute("fill", palette::themed(style.color, theme_));
  if (style.halo) {
    result += attribute("stroke", palette::themed(palette::kPaper, theme_)) +
              attribute("stroke-width", 4.0) + attribute("stroke-linejoin", "round") +
              attribute("paint-order", "stroke");
  }
  return result;
}

void Scene::text(Point at, std::string_view text, const TextStyle& style,
                 std::string_view classes) {
  body_ += "<text" + attribute("x", at.x) +
           attribute("y", at.y + kMiddleToBaseline * style.font.size) +
           text_attributes(style, classes) + ">" + escape_xml(text) + "</text>\n";
  Mark& mark = remember(Mark::Kind::Text, classes, style.color);
  mark.box = {at.x, at.y, 0, 0};
  mark.text = text;
  mark.size = style.font.size;
  mark.bold = style.font.bold;
  mark.anchor = 0.5 * static_cast<double>(style.anchor);
  mark.halo = style.halo;
}

void Scene::turned_text(Point at, double degrees, std::string_view text, const TextStyle& style,
                        std::string_view classes) {
  body_ += "<text" +
           attribute("transform",
                     "translate(" + coordinates(at) + ") rotate(" + coordinate(degrees) + ")") +
           attribute("y", kMiddleToBaseline * style.font.size) + text_attributes(style, classes) +
           ">" + escape_xml(text) + "</text>\n";
}

std::string Scene::hatch() {
  hatched_ = true;
  return "url(#" + prefix_ + "hatch)";
}

void Scene::finish(Picture& picture, std::string_view title) {
  const std::string box = coordinate(picture.width) + " " + coordinate(picture.height);
  if (width_ > 0) {
    picture.scale = width_ / picture.width;
    picture.height *= picture.scale;
    picture.width = width_;
  }
  picture.paper = palette::themed(palette::kPaper, theme_);
  std::string file = "<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                     attribute("xml:lang", language_ == Language::Zh ? "zh-Hans" : "en") +
                     " role=\"img\"" + attribute("width", coordinate(picture.width) + "pt") +
                     attribute("height", coordinate(picture.height) + "pt") +
                     attribute("viewBox", "0 0 " + box) + attribute("font-family", kFontFamilies) +
                     ">\n";
  file += "<title>" + escape_xml(title) + "</title>\n";
  file += "<desc>" + escape_xml(picture.description) + "</desc>\n";
  if (hatched_) {
    file += "<defs><pattern" + attribute("id", prefix_ + "hatch") +
            " width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
            " patternTransform=\"rotate(45)\">" +
            "<rect width=\"5\" height=\"5\"" +
            attribute("fill", palette::themed(palette::kHatchPaper, theme_)) + "/>" +
            "<rect width=\"1.4\" height=\"5\"" +
            attribute("fill", palette::themed(palette::kSupportEdge, theme_)) +
            "/></pattern></defs>\n";
  }
  file += "<rect class=\"paper\" width=\"100%\" height=\"100%\"" +
          attribute("fill", picture.paper) + "/>\n";
  picture.svg = file + body_ + "</svg>\n";
  picture.title = title;
  picture.subjects = std::move(subjects_);
  picture.marks = std::move(marks_);
}

}  // namespace respnet::viz
