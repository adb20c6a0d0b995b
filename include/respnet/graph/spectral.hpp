#pragma once

#include <optional>
#include <vector>

#include "respnet/graph/adjacency.hpp"
#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::graph {

// Each connected component has one leading vector, which is positive (Perron-Frobenius). A graph of
// several components takes the one with the largest value, and 0 elsewhere; of values that agree to
// 10^-12 the component that holds the smallest vertex. So the answer is unique, and non-negative.
// Components up to 64 vertices (of the smaller side) are solved densely, larger ones by
// Lanczos iteration with restarts (Spectra), never forming a matrix.

struct SpectralOptions {
  unsigned threads = 0;  ///< 0: all; the result does not depend on it
  /// Arcs that all steps go over, about; it is refused when it is reached.
  double most_steps = 1e12;
};

struct Eigenvector {
  std::vector<double> vector;   ///< by vertex, >= 0, unit norm; all 0 if there is no edge
  std::optional<double> value;  ///< the eigenvalue; empty if there is no edge
};

/// The eigenvector of the largest eigenvalue of the weighted adjacency matrix.
///
/// @param symmetric  an undirected graph
/// @throws LimitError  when the iteration does not reach a relative residual of 10^-14, in 5000
///                     restarts or `most_steps`
/// Cost: O(arcs) time a step, tens to hundreds of steps; memory 32 doubles a vertex of the
/// component at most. No randomness.
/// Source: P. Bonacich, Journal of Mathematical Sociology 2(1), 1972,
/// doi:10.1080/0022250X.1972.9989806.
Eigenvector leading_eigenvector(const Adjacency& symmetric, const SpectralOptions& options = {});

struct SingularVectors {
  std::vector<double> left;     ///< >= 0, unit norm; all 0 if there is no edge
  std::vector<double> right;    ///< likewise
  std::optional<double> value;  ///< the singular value; empty if there is no edge
};

/// The singular vectors of the largest singular value of the weighted adjacency matrix of a
/// directed graph: left by source (hubs), right by target (authorities), both indexed by vertex.
///
/// Components here are those of sources and targets joined by arcs, so a → b and b → c without
/// more are two: b as target and b as source are not joined.
/// @param out, in  the arcs from either end
/// @throws as leading_eigenvector
/// Cost: likewise, on the smaller side of the component.
/// Source: J. Kleinberg, Journal of the ACM 46(5), 1999, doi:10.1145/324133.324140.
SingularVectors leading_singular_vectors(const Adjacency& out, const Adjacency& in,
                                         const SpectralOptions& options = {});

/// The same of the incidence of tasks and units, unweighted: left by task, right by unit number.
/// Equals the leading eigenvector of the two-mode graph, scaled to unit norm per mode.
/// Ties go to the component with the smallest task.
/// Source: S. Borgatti and M. Everett, Social Networks 19(3), 1997,
/// doi:10.1016/S0378-8733(96)00301-2.
SingularVectors leading_singular_vectors(const BipartiteGraph& graph,
                                         const SpectralOptions& options = {});
/// The same of any symmetric graph, with weights or without, whose first `left` vertices are joined
/// with later ones only.
SingularVectors leading_singular_vectors(const Adjacency& two_mode, std::size_t left,
                                         const SpectralOptions& options = {});

}  // namespace respnet::graph
