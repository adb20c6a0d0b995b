#pragma once

// What the Leiden algorithm optimises, as it needs it: how much weight chance puts between two
// groups of vertices. Moving a group i to cluster c gains (in units of weight)
//   w(i, c) - expected(i, c).

namespace respnet::graph {

/// Newman-Girvan: chance joins i and j with γ k_i k_j / 2m.
struct NewmanQuality {
  using Strength = double;

  double factor = 0;  // γ / 2m

  double expected(double a, double b) const { return factor * a * b; }
  static double size(double strength) { return strength; }
};

/// Barber: only tasks with units, γ k_i d_j / E. A group of both has two strengths.
struct BarberQuality {
  struct Strength {
    double tasks = 0;  // edges from its tasks
    double units = 0;  // edges from its units

    Strength& operator+=(const Strength& other) {
      tasks += other.tasks;
      units += other.units;
      return *this;
    }
    Strength& operator-=(const Strength& other) {
      tasks -= other.tasks;
      units -= other.units;
      return *this;
    }
    friend Strength operator-(Strength a, const Strength& b) { return a -= b; }
  };

  double factor = 0;  // γ / E

  double expected(const Strength& a, const Strength& b) const {
    return factor * (a.tasks * b.units + a.units * b.tasks);
  }
  static double size(const Strength& strength) { return strength.tasks + strength.units; }
};

}  // namespace respnet::graph
