#pragma once

namespace respnet::graph {

/// How much a kernel whose cost grows faster than the network may work, and on how many threads.
struct WorkOptions {
  unsigned threads = 0;  ///< 0: all; no result depends on it
  /// Work above it is refused, with LimitError, before it begins. A step is some nanoseconds.
  double most_steps = 4e9;
};

}  // namespace respnet::graph
