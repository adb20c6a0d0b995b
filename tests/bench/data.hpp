#pragma once

// What the kernels work on.

#include <filesystem>
#include <memory>
#include <utility>

#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/graph/co_responsibility_graph.hpp"
#include "respnet/graph/incidence.hpp"
#include "respnet/io/read.hpp"

namespace respnet::bench {

/// The file of a network, and what kernels need made of it: once, when one asks.
class Data {
 public:
  Data(std::filesystem::path file, unsigned thread_limit)
      : threads(thread_limit), file_(std::move(file)) {}

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
  const graph::Incidence& incidence() {
    return made(incidence_, [&] { return graph::unit_rows(bipartite()); });
  }

  const unsigned threads;

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
  std::unique_ptr<graph::Incidence> incidence_;
};

}  // namespace respnet::bench
