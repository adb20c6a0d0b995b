#include "bench/kernels.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "respnet/analysis/concentration.hpp"
#include "respnet/graph/betweenness.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/components.hpp"
#include "respnet/graph/cores.hpp"
#include "respnet/graph/distances.hpp"
#include "respnet/graph/leiden.hpp"
#include "respnet/graph/pagerank.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"

namespace respnet::bench {
namespace {

// What a kernel may use, made on demand and before the clock runs.
class Data {
 public:
  Data(std::filesystem::path file, unsigned thread_limit, double seconds)
      : threads(thread_limit), budget(seconds), file_(std::move(file)) {}

  const std::filesystem::path& file() const { return file_; }
  const model::Network& network() {
    return made(network_, [&] { return io::read_network(file_); });
  }
  const graph::BipartiteGraph& bipartite() {
    return made(bipartite_, [&] { return graph::BipartiteGraph(network()); });
  }
  const graph::CoResponsibilityGraph& projection() {
    return made(projection_, [&] { return graph::CoResponsibilityGraph(bipartite()); });
  }

  const unsigned threads;
  const double budget;

 private:
  template <typename T>
  static const T& made(std::unique_ptr<T>& place, const auto& make) {
    if (!place) place = std::make_unique<T>(make());
    return *place;
  }

  std::filesystem::path file_;
  std::unique_ptr<model::Network> network_;
  std::unique_ptr<graph::BipartiteGraph> bipartite_;
  std::unique_ptr<graph::CoResponsibilityGraph> projection_;
};

// Sum and maximum of a column.
Check sum_and_max(const auto& values) {
  double sum = 0, most = 0;
  for (const auto value : values) {
    sum += static_cast<double>(value);
    most = std::max(most, static_cast<double>(value));
  }
  return {{"sum", sum}, {"max", most}};
}

Measurement read(Data& data) {
  return measured(
      data.budget, [&] { return io::read_network(data.file()); },
      [](const model::Network& network) -> Check {
        return {{"tasks", network.task_count()},
                {"units", network.unit_count()},
                {"edges", network.assignment_count()}};
      });
}

Measurement projection(Data& data) {
  const auto& graph = data.bipartite();
  return measured(
      data.budget,
      [&] {
        return graph::CoResponsibilityGraph(graph, graph::ProjectionWeight::Shared, data.threads);
      },
      [](const graph::CoResponsibilityGraph& made) -> Check {
        const auto weights = made.adjacency().weights;
        return {{"edges", made.edge_count()},
                {"sum", std::accumulate(weights.begin(), weights.end(), 0.0) / 2},
                {"max", weights.empty() ? 0 : std::ranges::max(weights)}};
      });
}

Measurement leiden(Data& data) {
  const graph::Adjacency graph = data.projection().adjacency();
  return measured(
      data.budget, [&] { return graph::leiden(graph, {.restarts = 1, .threads = data.threads}); },
      [](const graph::Partition& found) -> Check {
        return {{"modularity", found.modularity}, {"count", found.count}};
      });
}

Measurement betweenness(Data& data, const graph::Adjacency& graph) {
  return measured(
      data.budget, [&] { return graph::betweenness(graph, {.threads = data.threads}); },
      [](const auto& scores) { return sum_and_max(scores); });
}

Measurement harmonic(Data& data, const graph::Adjacency& graph) {
  return measured(
      data.budget, [&] { return graph::distance_sums(graph, {.threads = data.threads}); },
      [](const graph::DistanceSums& sums) { return sum_and_max(sums.inverse_sum); });
}

Measurement pagerank(Data& data) {
  const auto& graph = data.bipartite();
  return measured(
      data.budget, [&] { return graph::two_mode_page_rank(graph, {.threads = data.threads}); },
      [](const graph::PageRank& rank) { return sum_and_max(rank.score); });
}

Measurement components(Data& data) {
  const auto& graph = data.bipartite();
  return measured(
      data.budget, [&] { return graph::connected_components(graph); },
      [](const graph::Components& parts) -> Check {
        return {{"count", parts.sizes.size()}, {"max", std::ranges::max(parts.sizes)}};
      });
}

Measurement cores(Data& data) {
  const graph::Adjacency graph = data.bipartite().adjacency();
  return measured(
      data.budget, [&] { return graph::core_numbers(graph); },
      [](const auto& numbers) { return sum_and_max(numbers); });
}

Measurement gini(Data& data) {
  const auto& graph = data.bipartite();
  return measured(
      data.budget,
      [&] {
        std::vector<double> loads(graph.unit_count());
        for (std::size_t unit = 0; unit < loads.size(); ++unit)
          loads[unit] = static_cast<double>(graph.adjacency().degree(graph.unit_vertex(unit)));
        return analysis::concentration(loads);
      },
      [](const analysis::Concentration& found) -> Check {
        return {{"gini", found.gini.value()}};
      });
}

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size()))
    ++count;
  return count;
}

Measurement graphml(Data& data) {
  const auto& network = data.network();
  return measured(
      data.budget, [&] { return io::network_bytes(network, "graphml", {.threads = data.threads}); },
      [](const std::string& bytes) -> Check {
        return {{"nodes", occurrences(bytes, "<node ")}, {"edges", occurrences(bytes, "<edge ")}};
      });
}

struct Kernel {
  std::string_view name;
  Measurement (*run)(Data& data);
};

constexpr std::array kKernels{
    Kernel{"read", read},
    Kernel{"projection", projection},
    Kernel{"louvain", leiden},
    Kernel{"leiden", leiden},
    Kernel{"betweenness-bip",
           [](Data& data) { return betweenness(data, data.bipartite().adjacency()); }},
    Kernel{"betweenness-proj",
           [](Data& data) { return betweenness(data, data.projection().unweighted()); }},
    Kernel{"harmonic-bip", [](Data& data) { return harmonic(data, data.bipartite().adjacency()); }},
    Kernel{"harmonic-proj",
           [](Data& data) { return harmonic(data, data.projection().unweighted()); }},
    Kernel{"pagerank", pagerank},
    Kernel{"components", components},
    Kernel{"kcore", cores},
    Kernel{"gini", gini},
    Kernel{"graphml", graphml},
};

}  // namespace

std::vector<std::string_view> kernel_names() {
  std::vector<std::string_view> names;
  for (const Kernel& kernel : kKernels) names.push_back(kernel.name);
  return names;
}

Measurement time_kernel(std::string_view name, const std::filesystem::path& file, unsigned threads,
                        double budget) {
  const auto found = std::ranges::find(kKernels, name, &Kernel::name);
  if (found == kKernels.end())
    throw std::invalid_argument("unknown kernel '" + std::string(name) + "'; see --help");
  Data data(file, threads, budget);
  return found->run(data);
}

}  // namespace respnet::bench
