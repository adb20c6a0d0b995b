#include "respnet/graph/cluster_roles.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include "graph/search_limit.hpp"

namespace respnet::graph {
namespace {

using Labels = std::span<const std::uint32_t>;

void check(const Adjacency& graph, Labels labels) {
  if (labels.size() != graph.vertex_count())
    throw std::invalid_argument("groups: there must be one label for each vertex");
}

void count(std::uint32_t a, std::uint32_t b, std::uint32_t c, Brokerage& broker) {
  if (a == b && b == c)
    ++broker.coordinator;
  else if (a == c)
    ++broker.itinerant;
  else if (a == b)
    ++broker.representative;
  else if (b == c)
    ++broker.gatekeeper;
  else
    ++broker.liaison;
}

}  // namespace

std::vector<double> participation(const Adjacency& graph, Labels labels) {
  check(graph, labels);
  std::vector<double> result(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN());
  for (Vertex v = 0; v < result.size(); ++v) {
    if (graph.degree(v) == 0) continue;
    std::map<std::uint32_t, double> to_group;
    double all = 0;
    for (std::size_t i = 0; i < graph.degree(v); ++i) {
      to_group[labels[graph.neighbors(v)[i]]] += graph.weight(v, i);
      all += graph.weight(v, i);
    }
    result[v] = 1;
    for (const auto& [group, part] : to_group) result[v] -= (part / all) * (part / all);
  }
  return result;
}

std::vector<double> within_group_z(const Adjacency& graph, Labels labels) {
  check(graph, labels);
  struct Group {
    double members = 0, sum = 0, squares = 0;  // squares of differences from the mean
  };
  std::map<std::uint32_t, Group> groups;
  std::vector<double> result(graph.vertex_count(), 0);  // first κ, then z
  for (Vertex v = 0; v < result.size(); ++v) {
    for (std::size_t i = 0; i < graph.degree(v); ++i)
      if (labels[graph.neighbors(v)[i]] == labels[v]) result[v] += graph.weight(v, i);
    groups[labels[v]].members += 1;
    groups[labels[v]].sum += result[v];
  }
  for (Vertex v = 0; v < result.size(); ++v) {
    Group& group = groups[labels[v]];
    const double difference = result[v] - group.sum / group.members;
    group.squares += difference * difference;
  }
  for (Vertex v = 0; v < result.size(); ++v) {
    const Group& group = groups[labels[v]];
    const double deviation = group.members < 2 ? 0 : std::sqrt(group.squares / (group.members - 1));
    result[v] = deviation == 0 ? 0 : (result[v] - group.sum / group.members) / deviation;
  }
  return result;
}

std::vector<Brokerage> brokerage(const Adjacency& out, Labels labels, const WorkOptions& options) {
  check(out, labels);
  double steps = 0;
  for (const Vertex b : out.targets) steps += static_cast<double>(out.degree(b));
  check_steps(steps, "brokerage", options.most_steps);

  std::vector<Brokerage> result(out.vertex_count());
  std::vector<Vertex> reached(out.vertex_count(), UINT32_MAX);  // reached[c] == a: a → c
  for (Vertex a = 0; a < result.size(); ++a) {
    for (const Vertex b : out.neighbors(a)) reached[b] = a;
    for (const Vertex b : out.neighbors(a))
      for (const Vertex c : out.neighbors(b))
        if (c != a && reached[c] != a) count(labels[a], labels[b], labels[c], result[b]);
  }
  return result;
}

}  // namespace respnet::graph
