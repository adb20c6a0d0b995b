#include "graph/search_limit.hpp"

#include <algorithm>
#include <string>

#include "respnet/base/errors.hpp"

namespace respnet::graph {
namespace {

std::string whole(double value) {
  return std::to_string(static_cast<std::uint64_t>(std::min(value, 1e19)));
}

std::uint64_t source_count(const Adjacency& out) {
  std::uint64_t sources = 0;
  for (Vertex v = 0; v < out.vertex_count(); ++v) sources += out.degree(v) > 0 ? 1U : 0U;
  return sources;
}

}  // namespace

double search_steps(const Adjacency& out) {
  return static_cast<double>(source_count(out)) * static_cast<double>(out.arc_count());
}

void check_all_searches(const Adjacency& out, std::string_view what, double most) {
  if (search_steps(out) <= most) return;
  throw LimitError(std::string(what) + " needs a search from each of " +
                   std::to_string(source_count(out)) + " vertices over " +
                   std::to_string(out.arc_count()) + " arcs, the limit of the product is " +
                   whole(most) +
                   "; leave it out (--select), wait for it (--exact), or analyse a part of the "
                   "network");
}

void check_steps(double steps, std::string_view what, double most) {
  if (steps <= most) return;
  throw LimitError(
      std::string(what) + " needs " + whole(steps) + " steps, the limit is " + whole(most) +
      "; leave it out (--select), wait for it (--exact), or drop group units (--groups "
      "drop)");
}

}  // namespace respnet::graph
