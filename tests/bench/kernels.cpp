#include "bench/kernels.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>

#include "respnet/analysis/concentration.hpp"
#include "respnet/graph/betweenness.hpp"
#include "respnet/graph/bicm.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/components.hpp"
#include "respnet/graph/cores.hpp"
#include "respnet/graph/distances.hpp"
#include "respnet/graph/leiden.hpp"
#include "respnet/graph/pagerank.hpp"
#include "respnet/graph/random_incidence.hpp"
#include "respnet/graph/two_mode_overlap.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"

namespace respnet::bench {
namespace {

// An answer stays from the run to its check.
template <typename Kernel, typename Summary>
Ready ready(Kernel kernel, Summary summary) {
  const auto answer = std::make_shared<std::optional<decltype(kernel())>>();
  return {[=] { answer->emplace(kernel()); },
          [=] {
            Check check = summary(**answer);
            answer->reset();
            return check;
          }};
}

// Sum and maximum of a column.
template <typename Column>
Check sum_and_max(const Column& values) {
  double sum = 0, most = 0;
  for (const auto value : values) {
    sum += static_cast<double>(value);
    most = std::max(most, static_cast<double>(value));
  }
  return {{"sum", sum}, {"max", most}};
}

Ready read(Data& data) {
  return ready([&data] { return io::read_network(data.file(), {.threads = data.threads}); },
               [](const model::Network& network) -> Check {
                 return {{"tasks", network.task_count()},
                         {"units", network.unit_count()},
                         {"edges", network.assignment_count()}};
               });
}

Ready projection(Data& data) {
  return ready(
      [&graph = data.bipartite(), threads = data.threads] {
        return graph::CoResponsibilityGraph(graph, graph::ProjectionWeight::Shared, threads);
      },
      [](const graph::CoResponsibilityGraph& made) -> Check {
        const auto weights = made.adjacency().weights;
        return {{"edges", made.edge_count()},
                {"sum", std::accumulate(weights.begin(), weights.end(), 0.0) / 2},
                {"max", weights.empty() ? 0 : std::ranges::max(weights)}};
      });
}

Check quality(const graph::Partition& found) {
  return {{"modularity", found.modularity}, {"count", found.count}};
}

Ready leiden(Data& data) {
  return ready(
      [graph = data.projection().adjacency(), threads = data.threads] {
        return graph::leiden(graph, {.restarts = 1, .threads = threads});
      },
      quality);
}

Ready leiden_barber(Data& data) {
  return ready(
      [&graph = data.bipartite(), threads = data.threads] {
        return graph::leiden_barber(graph, {.restarts = 1, .threads = threads});
      },
      quality);
}

Ready betweenness(Data& data, const graph::Adjacency& graph) {
  return ready(
      [graph, threads = data.threads] { return graph::betweenness(graph, {.threads = threads}); },
      sum_and_max<std::vector<double>>);
}

Ready harmonic(Data& data, const graph::Adjacency& graph) {
  return ready(
      [graph, threads = data.threads] { return graph::distance_sums(graph, {.threads = threads}); },
      [](const graph::DistanceSums& sums) { return sum_and_max(sums.inverse_sum); });
}

Ready pagerank(Data& data) {
  return ready(
      [&graph = data.bipartite(), threads = data.threads] {
        return graph::two_mode_page_rank(graph, {.threads = threads});
      },
      [](const graph::PageRank& rank) { return sum_and_max(rank.score); });
}

Ready components(Data& data) {
  return ready([&graph = data.bipartite()] { return graph::connected_components(graph); },
               [](const graph::Components& parts) -> Check {
                 return {{"count", parts.sizes.size()}, {"max", std::ranges::max(parts.sizes)}};
               });
}

Ready cores(Data& data) {
  return ready([graph = data.bipartite().adjacency()] { return graph::core_numbers(graph); },
               sum_and_max<std::vector<std::uint32_t>>);
}

Ready gini(Data& data) {
  return ready(
      [&graph = data.bipartite()] {
        std::vector<double> loads(graph.unit_count());
        for (std::size_t unit = 0; unit < loads.size(); ++unit)
          loads[unit] = static_cast<double>(graph.adjacency().degree(graph.unit_vertex(unit)));
        return analysis::concentration(loads);
      },
      [](const analysis::Concentration& found) -> Check {
        return {{"gini", found.gini.value()}};
      });
}

// How often a word stands in a text that comes in pieces.
class Occurrences {
 public:
  explicit Occurrences(std::string_view word) : word_(word) {}

  void add(std::string_view piece) {
    // A word may begin in one piece and end in the next.
    std::string seam = tail_ + std::string(piece.substr(0, word_.size() - 1));
    count_in(seam);
    count_in(piece);
    const std::string_view last = piece.size() < word_.size() ? std::string_view(seam) : piece;
    tail_ = last.substr(last.size() - std::min(last.size(), word_.size() - 1));
  }
  std::size_t count() const { return count_; }

 private:
  void count_in(std::string_view text) {
    for (std::size_t at = text.find(word_); at != text.npos; at = text.find(word_, at + 1))
      ++count_;
  }

  std::string_view word_;
  std::string tail_;
  std::size_t count_ = 0;
};

// Into a file that the system swallows, as one is written in practice: piece by piece.
Ready graphml(Data& data) {
  return ready(
      [&network = data.network(), threads = data.threads] {
        std::ofstream nowhere("/dev/null", std::ios::binary);
        io::write_network(network,
                          [&](std::string_view piece) {
                            nowhere.write(piece.data(), static_cast<std::streamsize>(piece.size()));
                          },
                          "graphml", {.threads = threads});
        return nowhere.good();
      },
      [&network = data.network()](bool) -> Check {
        Occurrences nodes("<node "), edges("<edge ");
        io::write_network(
            network,
            [&](std::string_view piece) {
              nodes.add(piece);
              edges.add(piece);
            },
            "graphml");
        return {{"nodes", nodes.count()}, {"edges", edges.count()}};
      });
}

Ready butterflies(Data& data) {
  return ready([&graph = data.bipartite()] { return graph::butterfly_count(graph); },
               [](std::uint64_t count) -> Check {
                 return {{"count", count}};
               });
}

Ready pair_clustering(Data& data) {
  return ready(
      [&graph = data.bipartite()] { return graph::two_mode_overlap(graph, graph::Side::Units); },
      [](const graph::TwoModeOverlap& found) { return sum_and_max(found.dot); });
}

// From the same start each time, which is copied along.
Ready curveball(Data& data) {
  return ready(
      [&start = data.incidence()] {
        graph::Curveball walk(start);
        RandomEngine engine(1);
        walk.trade(walk.default_trades(), engine);
        return walk.matrix();
      },
      [](const graph::Incidence& matrix) { return sum_and_max(graph::row_sums(matrix)); });
}

Ready bicm(Data& data) {
  return ready(
      [rows = graph::row_sums(data.incidence()), columns = graph::column_sums(data.incidence())] {
        return graph::bicm(rows, columns);
      },
      [](const graph::Bicm& model) {
        std::vector<double> sums;
        for (std::size_t i = 0; i < model.row_class.size(); ++i) {
          double sum = 0;
          for (std::size_t c = 0; c < model.column_classes(); ++c)
            sum += model.row(i)[c] * model.column_counts[c];
          sums.push_back(sum);
        }
        return sum_and_max(sums);
      });
}

struct Kernel {
  std::string_view name;
  Ready (*prepare)(Data& data);
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
    Kernel{"butterflies", butterflies},
    Kernel{"clustering-bip", pair_clustering},
    Kernel{"curveball", curveball},
    Kernel{"bicm", bicm},
    Kernel{"leiden-barber", leiden_barber},
};

}  // namespace

std::vector<std::string_view> kernel_names() {
  std::vector<std::string_view> names;
  for (const Kernel& kernel : kKernels) names.push_back(kernel.name);
  return names;
}

Ready prepared(std::string_view name, Data& data) {
  const auto found = std::ranges::find(kKernels, name, &Kernel::name);
  if (found == kKernels.end())
    throw std::invalid_argument("unknown kernel '" + std::string(name) + "'; see --help");
  return found->prepare(data);
}

}  // namespace respnet::bench
