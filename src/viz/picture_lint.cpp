#include "respnet/viz/picture_lint.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "respnet/base/messages.hpp"
#include "respnet/base/text.hpp"
#include "viz/line_crossings.hpp"
#include "viz/palette.hpp"
#include "viz/picture_marks.hpp"

namespace respnet::viz {
namespace {

constexpr double kTolerance = 2;              // pt, by which texts may overlap
constexpr double kSideways = 1, kUpDown = 3;  // pt, by which a text may leave its shape
constexpr double kTextContrast = 4.5, kMarkContrast = 3;

// How far a box stands out of another.
double excess(const Box& inner, const Box& outer, double sideways, double up_down) {
  return std::max({outer.x - sideways - inner.x, inner.right() - outer.right() - sideways,
                   outer.y - up_down - inner.y, inner.bottom() - outer.bottom() - up_down});
}

// How far two overlapping boxes would have to move apart.
double depth(const Box& a, const Box& b) {
  return std::min(std::min(a.right(), b.right()) - std::max(a.x, b.x),
                  std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y));
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  if (length(text) <= kLongest) return std::string(text);
  return std::string(prefix(text, kLongest)) + "…";
}

class Linter {
 public:
  Linter(const Picture& picture, const PictureLintOptions& options)
      : picture_(picture), options_(options), say_(options.language), marks_(picture, metrics_) {}

  PictureLint result() {
    PictureLint result;
    check_nodes();
    check_texts();
    check_covers();
    check_homes();
    check_edges_of_picture();
    check_glyphs();
    check_type();
    check_text_contrast();
    check_mark_contrast();
    check_labels();
    result.faults = std::move(faults_);
    result.edges = marks_.edges().size();
    result.crossings = line_crossings(marks_.edges());
    return result;
  }

 private:
  using Text = PictureMarks::Text;

  // What texts or marks of one kind have in common that is wrong, told once.
  struct Many {
    std::size_t count = 0;
    std::string subject;
    std::string text;  // of the first
  };

  const Mark& mark(const Text& text) const { return picture_.marks[text.mark]; }
  std::string words(const Text& text) const { return excerpt(mark(text).text); }

  std::string id_of(std::size_t subject) const {
    const std::size_t thing = marks_.thing(subject);
    return thing == Mark::kNone ? "" : picture_.subjects[thing].data_id;
  }

  // "u7 区发改局", "the legend", "a shape".
  std::string named(std::size_t subject) const {
    const std::size_t thing = marks_.thing(subject);
    if (thing != Mark::kNone) {
      const Subject& found = picture_.subjects[thing];
      return found.data_id + (found.name.empty() ? "" : " " + excerpt(found.name));
    }
    if (subject == Mark::kNone || picture_.subjects[subject].classes.empty())
      return say_("lint.shape");
    return say_("lint.part", {{"classes", picture_.subjects[subject].classes}});
  }

  void add(LintRule rule, std::size_t subject, std::string message) {
    faults_.push_back({rule, id_of(subject), std::move(message)});
  }

  static void count(Many& many, const std::string& subject, std::string text) {
    if (many.count++ > 0) return;
    many.subject = subject;
    many.text = std::move(text);
  }

  // Boxes may hold boxes of another kind: a cluster its units.
  void check_nodes() {
    const auto& nodes = marks_.nodes();
    std::vector<Box> boxes;
    for (const auto& node : nodes)
      boxes.push_back(node.extent ? node.extent->grown(-0.25) : Box{-1e9, -1e9, 0, 0});
    for (const auto& [a, b] : overlapping(boxes)) {
      if (marks_.within(nodes[b].subject, nodes[a].subject)) continue;
      if (nodes[a].kind != nodes[b].kind &&
          std::min(excess(boxes[a], boxes[b], 0, 0), excess(boxes[b], boxes[a], 0, 0)) <= 0)
        continue;
      add(LintRule::OverlappingNodes, nodes[a].subject,
          say_("lint.overlapping_nodes",
               {{"one", named(nodes[a].subject)}, {"other", named(nodes[b].subject)}}));
    }
  }

  void check_texts() {
    std::vector<Box> boxes;
    for (const Text& text : marks_.texts()) boxes.push_back(text.box.grown(-kTolerance / 2));
    for (const auto& [a, b] : overlapping(boxes)) {
      const Text& one = marks_.texts()[a];
      const Text& other = marks_.texts()[b];
      add(LintRule::OverlappingTexts, mark(one).subject,
          say_("lint.overlapping_texts", {{"one", words(one)},
                                          {"other", words(other)},
                                          {"by", fixed(depth(one.box, other.box), 1)}}));
    }
  }

  void check_covers() {
    for (const Text& text : marks_.texts()) {
      const std::size_t cover = marks_.cover(text);
      if (cover == Mark::kNone) continue;
      add(LintRule::CoveredText, mark(text).subject,
          say_("lint.covered_text",
               {{"text", words(text)}, {"by", named(picture_.marks[cover].subject)}}));
    }
  }

  void check_homes() {
    for (const Text& text : marks_.texts()) {
      const auto home = marks_.home(text);
      if (!home) continue;
      const double by = excess(text.box, *home, kSideways, kUpDown);
      if (by <= 0) continue;
      add(LintRule::TextOutsideShape, mark(text).subject,
          say_("lint.text_outside_shape", {{"text", words(text)}, {"by", fixed(by, 1)}}));
    }
  }

  void check_edges_of_picture() {
    const Box paper{0, 0, picture_.width / picture_.scale, picture_.height / picture_.scale};
    for (const Text& text : marks_.texts()) {
      const double by = excess(text.box, paper, 0, 0);
      if (by <= 0) continue;
      add(LintRule::TextOutsidePicture, mark(text).subject,
          say_("lint.text_outside_picture", {{"text", words(text)}, {"by", fixed(by, 1)}}));
    }
  }

  void check_glyphs() {
    Many many;
    for (const Text& text : marks_.texts())
      if (metrics_.unknown_characters(mark(text).text, {mark(text).size, mark(text).bold}) > 0)
        count(many, id_of(mark(text).subject), words(text));
    if (many.count == 0) return;
    faults_.push_back({LintRule::MissingGlyph, many.subject,
                       say_("lint.missing_glyph", {{"texts", many.count}, {"text", many.text}})});
  }

  void check_type() {
    const double scale = picture_.scale * options_.scale;
    std::map<double, Many> small;
    for (const Text& text : marks_.texts())
      if (const double size = mark(text).size * scale; size < options_.least_type - 0.005)
        count(small[size], id_of(mark(text).subject), words(text));
    for (const auto& [size, many] : small) {
      const double width = picture_.width * options_.scale * options_.least_type / size;
      faults_.push_back({LintRule::SmallType, many.subject,
                         say_("lint.small_type", {{"texts", many.count},
                                                  {"size", fixed(size, 1)},
                                                  {"least", number(options_.least_type)},
                                                  {"text", many.text},
                                                  {"width", fixed(width + 0.5, 0)}})});
    }
  }

  // Where it is worst of the text's start, middle and end; with a rim, against the rim.
  std::string worst_ground(const Text& text) const {
    if (mark(text).halo) return picture_.paper;
    const Point middle = text.box.center();
    const double half = std::max(0.0, text.box.width / 2 - 1);
    std::string worst;
    for (const double by : {0.0, -half, half}) {
      const std::string ground = marks_.ground(middle + Point{by, 0}, text.mark);
      if (ground.empty()) continue;
      if (worst.empty() ||
          palette::contrast(mark(text).color, ground) < palette::contrast(mark(text).color, worst))
        worst = ground;
    }
    return worst;
  }

  void check_text_contrast() {
    std::map<std::pair<std::string, std::string>, Many> weak;
    for (const Text& text : marks_.texts()) {
      const std::string& color = mark(text).color;
      if (!color.starts_with('#')) continue;
      const std::string ground = worst_ground(text);
      if (ground.empty() || palette::contrast(color, ground) >= kTextContrast - 0.005) continue;
      count(weak[{color, ground}], id_of(mark(text).subject), words(text));
    }
    for (const auto& [colors, many] : weak) {
      const double contrast = palette::contrast(colors.first, colors.second);
      faults_.push_back({LintRule::TextContrast, many.subject,
                         say_("lint.text_contrast", {{"texts", many.count},
                                                     {"color", colors.first},
                                                     {"ground", colors.second},
                                                     {"contrast", fixed(contrast, 2)},
                                                     {"text", many.text}})});
    }
  }

  // What speaks by its colour alone, without text in it: edges, and the parts of bars. By their
  // full colour: thin lines are let show through where they cross.
  bool must_stand_out(const Mark& mark) const {
    if (mark.kind == Mark::Kind::Line) return marks_.has_class(mark.subject, "edge");
    return mark.kind == Mark::Kind::Shape &&
           (has_word(mark.classes, "lead") || has_word(mark.classes, "other"));
  }

  void check_mark_contrast() {
    std::map<std::pair<std::string, std::string>, Many> weak;
    for (std::size_t i = 0; i < picture_.marks.size(); ++i) {
      const Mark& mark = picture_.marks[i];
      if (!must_stand_out(mark) || !mark.color.starts_with('#')) continue;
      const std::string ground =
          mark.kind == Mark::Kind::Line ? picture_.paper : marks_.ground(mark.box.center(), i);
      if (ground.empty() || palette::contrast(mark.color, ground) >= kMarkContrast - 0.005)
        continue;
      count(weak[{mark.color, ground}], id_of(mark.subject), "");
    }
    for (const auto& [colors, many] : weak) {
      const double contrast = palette::contrast(colors.first, colors.second);
      faults_.push_back({LintRule::MarkContrast, many.subject,
                         say_("lint.mark_contrast", {{"marks", many.count},
                                                     {"color", colors.first},
                                                     {"ground", colors.second},
                                                     {"contrast", fixed(contrast, 2)}})});
    }
  }

  // The same thing may stand in a picture twice.
  void check_labels() {
    std::map<std::pair<std::string, std::string>, std::size_t> first;
    for (const auto& node : marks_.nodes()) {
      if (node.label.empty()) continue;
      const auto [found, is_new] = first.try_emplace({node.kind, node.label}, node.subject);
      if (is_new ||
          picture_.subjects[found->second].data_id == picture_.subjects[node.subject].data_id)
        continue;
      add(LintRule::SameLabel, node.subject,
          say_("lint.same_label", {{"one", named(found->second)},
                                   {"other", named(node.subject)},
                                   {"text", excerpt(node.label)}}));
    }
  }

  const Picture& picture_;
  const PictureLintOptions& options_;
  Messages say_;
  TextMetrics metrics_;
  PictureMarks marks_;
  std::vector<PictureFault> faults_;
};

}  // namespace

std::string_view name(LintRule rule) {
  constexpr std::array<std::string_view, kLintRules.size()> names{
      "overlapping-nodes",    "overlapping-texts", "covered-text", "text-outside-shape",
      "text-outside-picture", "missing-glyph",     "small-type",   "text-contrast",
      "mark-contrast",        "same-label"};
  return names[static_cast<std::size_t>(rule)];
}

PictureLint lint(const Picture& picture, const PictureLintOptions& options) {
  return Linter(picture, options).result();
}

}  // namespace respnet::viz
