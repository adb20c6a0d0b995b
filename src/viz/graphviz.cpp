#include "viz/graphviz.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>

#include <graphviz/gvc.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "viz/labels.hpp"
#include "viz/scene.hpp"

namespace respnet::viz {
namespace {

// cgraph and gvc take char* and do not write to it.
char* c_text(const char* text) { return const_cast<char*>(text); }
char* c_text(const std::string& text) { return c_text(text.c_str()); }

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

// What Graphviz complains about while this lives, instead of on stderr.
std::string complaints;  // NOLINT: the callback has no other way out; guarded by Session's lock
int collect(char* text) {
  complaints += text;
  return 0;
}

// The one context, and the one lock that guards Graphviz's global state.
class Session {
 public:
  Session() : lock_(mutex()) {
    complaints.clear();
    agseterrf(collect);
    agseterr(AGWARN);
    agreseterrors();
  }
  ~Session() { agseterrf(nullptr); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  GVC_t* context() {
    if (!shared()) shared().reset(gvContext());
    return shared().get();
  }
  // After any failure: the next call starts with a fresh one.
  void drop_context() { shared().reset(); }
  bool failed() const { return agerrors() >= AGERR; }

 private:
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  static std::unique_ptr<GVC_t, FreeContext>& shared() {
    static std::unique_ptr<GVC_t, FreeContext> one;
    return one;
  }
  std::lock_guard<std::mutex> lock_;
};

void set(Agraph_t* graph, int kind, const char* name, const std::string& value) {
  agattr(graph, kind, c_text(name), c_text(value));
}

// gvLayout's return code says little: the places must be numbers too.
bool is_placed(Agraph_t* graph) {
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node))
    if (!std::isfinite(ND_coord(node).x) || !std::isfinite(ND_coord(node).y)) return false;
  return true;
}

// A layout lives as long as this; freed before its graph.
class LaidOut {
 public:
  LaidOut(Session& session, Agraph_t* graph, const char* engine)
      : context_(session.context()), graph_(graph) {
    // Complaints alone do not count: a line that cannot be bent is drawn straight.
    if (gvLayout(context_, graph_, engine) == 0 && is_placed(graph_)) return;
    gvFreeLayout(context_, graph_);
    session.drop_context();
    throw FileError("Graphviz",
                    "its layout '" + std::string(engine) +
                        "' does not work; reinstall libgvc6 (libgvc6-config-update -c)");
  }
  ~LaidOut() { gvFreeLayout(context_, graph_); }
  LaidOut(const LaidOut&) = delete;
  LaidOut& operator=(const LaidOut&) = delete;

 private:
  GVC_t* context_;
  Agraph_t* graph_;
};

// In dense graphs the subset model would stretch what has few neighbours far away; in others it
// keeps groups together.
bool is_dense(std::size_t nodes, std::size_t edges) { return edges > 4 * nodes; }

void set_layout_options(Agraph_t* graph, Engine engine, bool dense) {
  const auto option = [&](const char* name, const char* value) { set(graph, AGRAPH, name, value); };
  option("start", "4");
  option("overlap", "prism");
  option("sep", "+9");
  option("esep", "+4");
  option("splines", "none");
  if (engine == Engine::Sfdp) {
    option("K", "1.4");
    option("repulsiveforce", "1.6");
  } else {
    option("mode", "major");
    option("model", dense ? "shortpath" : "subset");
    option("overlap_scaling", "-4");
  }
  set(graph, AGNODE, "shape", "box");
  set(graph, AGNODE, "fixedsize", "true");
  set(graph, AGNODE, "label", "");  // we measure and write the text; no font is looked up here
  for (const char* name : {"width", "height"}) set(graph, AGNODE, name, "");
  set(graph, AGEDGE, "weight", "");
}

// To a hundredth of a point, which is what pictures show.
Point page_point(pointf p) {
  const auto rounded = [](double value) { return std::round(100 * value) / 100; };
  return {rounded(p.x), -rounded(p.y)};
}

Curve curve_of(Agedge_t* edge, bool turned, const Curve& otherwise) {
  const splines* spline = ED_spl(edge);
  if (spline == nullptr || spline->size == 0) return otherwise;
  const bezier& first = spline->list[0];
  if (first.size < 4) return otherwise;
  Curve curve;
  for (std::size_t i = 0; i < static_cast<std::size_t>(first.size); ++i)
    curve.points.push_back(page_point(first.list[i]));
  if (turned) curve.points.assign(curve.points.rbegin(), curve.points.rend());
  return curve;
}

// Whether the spline runs from head to tail: Graphviz turns some.
bool is_turned(Agedge_t* edge, Point tail, Point head) {
  const splines* spline = ED_spl(edge);
  if (spline == nullptr || spline->size == 0) return false;
  const Point start = page_point(spline->list[0].list[0]);
  const auto squared = [](Point p) { return p.x * p.x + p.y * p.y; };
  return squared(start - head) < squared(start - tail);
}

struct Members {
  std::vector<Agnode_t*> nodes;
  std::vector<Agedge_t*> edges;
};

Members fill(Agraph_t* graph, const std::vector<LayoutNode>& nodes,
             const std::vector<LayoutEdge>& edges) {
  Members members;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    members.nodes.push_back(agnode(graph, c_text(std::to_string(i)), 1));
    agset(members.nodes[i], c_text("width"), c_text(dot_inches(nodes[i].width)));
    agset(members.nodes[i], c_text("height"), c_text(dot_inches(nodes[i].height)));
  }
  for (const LayoutEdge& edge : edges) {
    members.edges.push_back(
        agedge(graph, members.nodes[edge.from], members.nodes[edge.to], nullptr, 1));
    agset(members.edges.back(), c_text("weight"), c_text(fixed(edge.weight, 4)));
  }
  return members;
}

std::vector<Curve> curves_of(const Members& members, const std::vector<LayoutEdge>& edges) {
  std::vector<Point> centers;
  for (Agnode_t* node : members.nodes) centers.push_back(page_point(ND_coord(node)));
  std::vector<Curve> curves;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Point from = centers[edges[i].from], to = centers[edges[i].to];
    curves.push_back(
        curve_of(members.edges[i], is_turned(members.edges[i], from, to), straight(from, to)));
  }
  return curves;
}

// To half a point: Graphviz takes overlaps away in an order that depends on addresses, so that the
// last digits of a place differ from run to run, and those of lines that start from there more.
Point settled(pointf p) {
  const auto rounded = [](double value) { return std::round(2 * value) / 2; };
  return {rounded(p.x), -rounded(p.y)};
}

std::vector<Point> places(Engine engine, const std::vector<LayoutNode>& nodes,
                          const std::vector<LayoutEdge>& edges) {
  Session session;
  const Graph graph(agopen(c_text("G"), Agundirected, nullptr));
  set_layout_options(graph.get(), engine, is_dense(nodes.size(), edges.size()));
  const Members members = fill(graph.get(), nodes, edges);
  const LaidOut done(session, graph.get(), engine == Engine::Sfdp ? "sfdp" : "neato");
  std::vector<Point> centers;
  for (Agnode_t* node : members.nodes) centers.push_back(settled(ND_coord(node)));
  return centers;
}

}  // namespace

Layout layout(Engine engine, const std::vector<LayoutNode>& nodes,
              const std::vector<LayoutEdge>& edges) {
  if (nodes.empty()) return {};
  Layout result{places(engine, nodes, edges), {}};
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    boxes.push_back(box_around(result.centers[i], nodes[i].width, nodes[i].height));
  if (engine == Engine::Neato) {
    result.curves = routes(boxes, edges);
    return result;
  }
  for (const auto& [from, to, weight] : edges)
    result.curves.push_back(
        clipped(straight(result.centers[from], result.centers[to]), boxes[from], boxes[to], 0));
  return result;
}

std::vector<Curve> routes(const std::vector<Box>& boxes, const std::vector<LayoutEdge>& edges) {
  if (boxes.empty()) return {};
  Session session;
  const Graph graph(agopen(c_text("G"), Agundirected, nullptr));
  set_layout_options(graph.get(), Engine::Neato, false);
  set(graph.get(), AGRAPH, "overlap", "true");  // else it would move the boxes
  set(graph.get(), AGRAPH, "splines", "true");
  set(graph.get(), AGNODE, "pos", "");
  std::vector<LayoutNode> nodes;
  for (const Box& box : boxes) nodes.push_back({box.width, box.height});
  const Members members = fill(graph.get(), nodes, edges);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    agset(members.nodes[i], c_text("pos"), c_text(dot_position(boxes[i].center())));
  const LaidOut done(session, graph.get(), "nop");
  std::vector<Curve> curves = curves_of(members, edges);
  const Point shift = boxes[0].center() - page_point(ND_coord(members.nodes[0]));
  for (Curve& curve : curves)  // it moves all to its own origin
    for (Point& p : curve.points) p = p + shift;
  return curves;
}

std::string dot_label(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\\\";
    } else if (c == '&') {
      escaped += "&amp;";
    } else if (c == '\n') {
      escaped += "\\n";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string dot_position(Point point) { return coordinate(point.x) + "," + coordinate(-point.y); }

std::string dot_spline(const Curve& curve, const Point* tip) {
  std::string text = tip == nullptr ? "" : "e," + dot_position(*tip) + " ";
  for (std::size_t i = 0; i < curve.points.size(); ++i)
    text += (i == 0 ? "" : " ") + dot_position(curve.points[i]);
  return text;
}

std::string dot_inches(double points) { return fixed(points / 72, 4); }

DotGraph titled_dot_graph(std::string_view title) {
  DotGraph dot;
  dot.graph = {{"label", dot_label(shown(title))},
               {"labelloc", "t"},
               {"labeljust", "l"},
               {"fontname", std::string(kFontName)},
               {"fontsize", "19"},
               {"outputorder", "edgesfirst"},
               {"splines", "true"}};
  return dot;
}

std::string dot_text(const DotGraph& dot) {
  Session session;
  const Graph graph(agopen(c_text("respnet"), dot.directed ? Agdirected : Agundirected, nullptr));
  for (const auto& [name, value] : dot.graph) set(graph.get(), AGRAPH, name.c_str(), value);
  for (const auto& [name, value] : dot.node_defaults) set(graph.get(), AGNODE, name.c_str(), value);
  for (const auto& [name, value] : dot.edge_defaults) set(graph.get(), AGEDGE, name.c_str(), value);
  const auto set_all = [](void* item, const DotAttributes& attributes) {
    for (const auto& [name, value] : attributes)
      agsafeset(item, c_text(name), c_text(value), c_text(""));
  };
  std::vector<Agnode_t*> nodes;
  for (const DotGraph::Node& node : dot.nodes) {
    nodes.push_back(agnode(graph.get(), c_text(node.name), 1));
    set_all(nodes.back(), node.attributes);
  }
  for (const DotGraph::Edge& edge : dot.edges) {
    set_all(agedge(graph.get(), nodes[edge.from], nodes[edge.to], nullptr, 1), edge.attributes);
  }

  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* file = open_memstream(&text, &size);
  ensure(file != nullptr, "memory stream");
  const bool written = agwrite(graph.get(), file) == 0 && std::fclose(file) == 0;
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  ensure(written && !session.failed(), "DOT text written: " + complaints);
  return {text, size};
}

}  // namespace respnet::viz
