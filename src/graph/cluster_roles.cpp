#include "respnet/graph/cluster_roles.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <utility>

#include "graph/search_limit.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::graph {
namespace {

using Labels = std::span<const std::uint32_t>;

void check(const Adjacency& graph, Labels labels) {
  if (labels.size() != graph.vertex_count())
    throw std::invalid_argument("groups: there must be one label for each vertex");
}

// Of the chains that begin at the vertices block, block + blocks, …
void count_chains(const Adjacency& out, Labels labels, std::size_t block, std::size_t blocks,
                  std::vector<Brokerage>& result) {
  std::vector<std::uint8_t> counts(out.vertex_count(), 1);  // whether c does: not a, nor a → c
  for (auto a = static_cast<Vertex>(block); a < result.size(); a += static_cast<Vertex>(blocks)) {
    counts[a] = 0;
    for (const Vertex b : out.neighbors(a)) counts[b] = 0;
    for (const Vertex b : out.neighbors(a)) {
      std::uint64_t all = 0, with_a = 0, with_b = 0;  // without branches: they would be guessed
      for (const Vertex c : out.neighbors(b)) {
        all += counts[c];
        with_a += labels[c] == labels[a] ? counts[c] : 0U;
        with_b += labels[c] == labels[b] ? counts[c] : 0U;
      }
      Brokerage& broker = result[b];
      if (labels[a] == labels[b]) {
        broker.coordinator += with_a;
        broker.representative += all - with_a;
      } else {
        broker.itinerant += with_a;
        broker.gatekeeper += with_b;
        broker.liaison += all - with_a - with_b;
      }
    }
    counts[a] = 1;
    for (const Vertex b : out.neighbors(a)) counts[b] = 1;
  }
}

Brokerage& operator+=(Brokerage& sum, const Brokerage& other) {
  sum.coordinator += other.coordinator;
  sum.itinerant += other.itinerant;
  sum.representative += other.representative;
  sum.gatekeeper += other.gatekeeper;
  sum.liaison += other.liaison;
  return sum;
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

  constexpr std::size_t kMostBlocks = 16;  // each holds a column of the answer
  constexpr std::size_t kVertices = 1000;
  const std::size_t n = out.vertex_count();
  const std::size_t blocks = block_count(n / kVertices + 1, kMostBlocks);
  std::vector<std::vector<Brokerage>> slots(blocks);
  parallel_blocks(blocks, options.threads, [&](std::size_t block) {
    slots[block].resize(n);
    count_chains(out, labels, block, blocks, slots[block]);
  });
  std::vector<Brokerage> result = std::move(slots.front());
  for (std::size_t block = 1; block < blocks; ++block)
    for (std::size_t v = 0; v < n; ++v) result[v] += slots[block][v];
  return result;
}

}  // namespace respnet::graph
