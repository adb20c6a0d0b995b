#pragma once

#include "support/network.hpp"

namespace respnet::test {

/// The graph that Opsahl draws and NetworkX's tests of projections use: tasks 1 to 6, units A to F.
inline model::Network opsahl_network() {
  return network({{"1", "A"},
                  {"2", "A"},
                  {"1", "B"},
                  {"2", "B"},
                  {"3", "B"},
                  {"4", "B"},
                  {"5", "B"},
                  {"1", "C"},
                  {"3", "D"},
                  {"4", "E"},
                  {"5", "E"},
                  {"6", "E"},
                  {"6", "F"}});
}

}  // namespace respnet::test
