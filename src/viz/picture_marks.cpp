#include "viz/picture_marks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "viz/palette.hpp"

namespace respnet::viz {
namespace {

constexpr double kTextHeight = 0.9;  // em, of Chinese characters

Box text_box(const Mark& mark, const TextMetrics& metrics) {
  const double wide = metrics.width(mark.text, {mark.size, mark.bold});
  const double high = kTextHeight * mark.size;
  return {mark.box.x - mark.anchor * wide, mark.box.y - high / 2, wide, high};
}

Box around_both(const Box& a, const Box& b) {
  const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool contains(const Box& box, Point p) {
  return p.x >= box.x && p.x <= box.right() && p.y >= box.y && p.y <= box.bottom();
}

bool is_visible(const Mark& mark) { return mark.opacity > 0.02; }

// "node unit organ" → "unit".
std::string kind_of(std::string_view classes) {
  for (const std::string_view kind : {"task", "unit", "section", "cluster"})
    if (has_word(classes, kind)) return std::string(kind);
  return "other";
}

}  // namespace

bool has_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

std::vector<std::pair<std::size_t, std::size_t>> overlapping(const std::vector<Box>& boxes) {
  std::vector<std::size_t> order(boxes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return boxes[i].x; });
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<std::size_t> open;
  for (const std::size_t i : order) {
    std::erase_if(open, [&](std::size_t other) { return boxes[other].right() <= boxes[i].x; });
    for (const std::size_t other : open)
      if (overlap(boxes[other], boxes[i])) pairs.emplace_back(std::minmax(other, i));
    open.push_back(i);
  }
  std::ranges::sort(pairs);
  return pairs;
}

PictureMarks::PictureMarks(const Picture& picture, const TextMetrics& metrics) : picture_(picture) {
  for (std::size_t i = 0; i < picture.marks.size(); ++i) {
    const Mark& mark = picture.marks[i];
    if (mark.kind == Mark::Kind::Text && !mark.text.empty())
      texts_.push_back({i, text_box(mark, metrics)});
    if (mark.kind == Mark::Kind::Shape && is_visible(mark)) shapes_.push_back(i);
    if (mark.kind == Mark::Kind::Line && has_class(mark.subject, "edge"))
      edges_.push_back(mark.points);
  }
  add_nodes();
}

void PictureMarks::add_nodes() {
  std::map<std::size_t, std::size_t> place;
  for (std::size_t s = 0; s < picture_.subjects.size(); ++s) {
    if (!has_class(s, "node")) continue;
    place.emplace(s, nodes_.size());
    nodes_.push_back({s, kind_of(picture_.subjects[s].classes), {}, {}});
  }
  std::vector<std::string> all(nodes_.size());
  for (const Mark& mark : picture_.marks) {
    const auto found = place.find(mark.subject);
    if (found == place.end()) continue;
    Node& node = nodes_[found->second];
    if (mark.kind == Mark::Kind::Shape && is_visible(mark))
      node.extent = node.extent ? around_both(*node.extent, mark.box) : mark.box;
    if (mark.kind != Mark::Kind::Text) continue;
    // Of a unit the name must tell, of a task its number may.
    if (node.kind != "unit" || has_word(mark.classes, "name"))
      node.label += (node.label.empty() ? "" : " ") + mark.text;
    all[found->second] += mark.text;
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].label.empty()) nodes_[i].label = all[i];
}

bool PictureMarks::has_class(std::size_t subject, std::string_view word) const {
  return subject != Mark::kNone && has_word(picture_.subjects[subject].classes, word);
}

std::size_t PictureMarks::thing(std::size_t subject) const {
  while (subject != Mark::kNone && picture_.subjects[subject].data_id.empty())
    subject = picture_.subjects[subject].outer;
  return subject;
}

bool PictureMarks::within(std::size_t inner, std::size_t outer) const {
  while (inner != Mark::kNone && inner != outer) inner = picture_.subjects[inner].outer;
  return inner == outer;
}

std::optional<Box> PictureMarks::home(const Text& text) const {
  const Mark& mark = picture_.marks[text.mark];
  if (mark.subject == Mark::kNone) return std::nullopt;
  std::optional<Box> smallest;
  for (const std::size_t shape : shapes_) {
    if (shape > text.mark) break;
    const Mark& candidate = picture_.marks[shape];
    if (candidate.subject != mark.subject) continue;
    if (!contains(candidate.box, {mark.box.x, mark.box.y})) continue;
    const auto area = [](const Box& box) { return box.width * box.height; };
    if (!smallest || area(candidate.box) < area(*smallest)) smallest = candidate.box;
  }
  return smallest;
}

std::size_t PictureMarks::cover(const Text& text) const {
  constexpr double kOpaque = 0.5;
  const auto later = std::ranges::upper_bound(shapes_, text.mark);
  for (auto shape = later; shape != shapes_.end(); ++shape) {
    const Mark& mark = picture_.marks[*shape];
    if (mark.color.empty() || mark.opacity < kOpaque) continue;
    if (overlap(mark.box.grown(-1), text.box.grown(-1))) return *shape;
  }
  return Mark::kNone;
}

std::string PictureMarks::ground(Point point, std::size_t mark) const {
  std::string color = picture_.paper;
  for (const std::size_t shape : shapes_) {
    if (shape >= mark) break;
    const Mark& under = picture_.marks[shape];
    if (under.color.empty() || !contains(under.box, point)) continue;
    if (!under.color.starts_with('#') || color.empty())
      color = under.color.starts_with('#') && under.opacity == 1 ? under.color : "";
    else
      color = palette::laid_over(under.color, under.opacity, color);
  }
  return color;
}

}  // namespace respnet::viz
