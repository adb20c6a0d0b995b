#include <iostream>

#include <respnet/analysis/workload.hpp>
#include <respnet/io/read.hpp>

int main(int, char** argv) {
  const auto network = respnet::io::read_network(argv[1]);
  const respnet::graph::BipartiteGraph graph(network);
  const auto loads = respnet::analysis::loads(graph);
  std::cout << network.unit_name(graph.unit(0)) << " leads " << loads.lead[0] << " tasks\n";
}
