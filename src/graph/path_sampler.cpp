#include "graph/path_sampler.hpp"

#include <algorithm>

namespace respnet::graph {
namespace {

constexpr std::uint32_t kUnseen = 0;
constexpr std::uint32_t kFirstBehindCenter = 4;

}  // namespace

PathSampler::PathSampler(const Adjacency& out, const Adjacency& into)
    : rows_{out, into}, mark_(out.vertex_count(), kUnseen), paths_(out.vertex_count()) {}

void PathSampler::begin(std::uint32_t side, Vertex center) {
  balls_[side].members.assign(1, center);
  balls_[side].edge = 0;
  balls_[side].arcs = rows_[side].degree(center);
  mark_[center] = 2 + side;
  paths_[center] = 1;
}

void PathSampler::grow(std::uint32_t side) {
  const Adjacency& rows = rows_[side];
  Ball& ball = balls_[side];
  const std::size_t end = ball.members.size();
  std::size_t i = ball.edge;
  ball.edge = end;
  ball.arcs = 0;
  for (; i < end; ++i) {
    const Vertex v = ball.members[i];
    const std::uint32_t next = mark_[v] + 2;
    for (const Vertex w : rows.neighbors(v)) {
      const std::uint32_t mark = mark_[w];
      if (mark == kUnseen) {
        if (!meetings_.empty()) continue;  // no path passes a farther vertex any more
        mark_[w] = next;
        paths_[w] = paths_[v];
        ball.members.push_back(w);
        ball.arcs += rows.degree(w);
      } else if (mark == next) {
        paths_[w] += paths_[v];
      } else if (mark % 2 != side) {
        const double before = meetings_.empty() ? 0 : meetings_.back().paths;
        meetings_.push_back({v, w, before + paths_[v] * paths_[w]});
      }
    }
  }
}

// From v to the center of its ball, without the center.
void PathSampler::walk_back(Vertex v, RandomEngine& engine, std::vector<Vertex>& between) const {
  const Adjacency& back = rows_[1 - mark_[v] % 2];
  while (mark_[v] >= kFirstBehindCenter) {
    between.push_back(v);
    double rest = uniform(engine) * paths_[v];
    Vertex before = v;
    for (const Vertex w : back.neighbors(v)) {
      if (mark_[w] + 2 != mark_[v]) continue;
      before = w;
      rest -= paths_[w];
      if (rest < 0) break;
    }
    v = before;
  }
}

void PathSampler::draw(Vertex source, Vertex target, RandomEngine& engine,
                       std::vector<Vertex>& between) {
  meetings_.clear();
  begin(0, source);
  begin(1, target);
  while (meetings_.empty() && balls_[0].arcs > 0 && balls_[1].arcs > 0)
    grow(balls_[0].arcs <= balls_[1].arcs ? 0 : 1);
  if (!meetings_.empty()) {
    const double at = uniform(engine) * meetings_.back().paths;
    const auto found = std::ranges::upper_bound(meetings_, at, {}, &Meeting::paths);
    const Meeting& meeting = found == meetings_.end() ? meetings_.back() : *found;
    walk_back(meeting.grown, engine, between);
    walk_back(meeting.other, engine, between);
  }
  for (const Ball& ball : balls_)
    for (const Vertex v : ball.members) mark_[v] = kUnseen;
}

}  // namespace respnet::graph
