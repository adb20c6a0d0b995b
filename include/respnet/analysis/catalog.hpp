#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"
#include "respnet/base/table.hpp"

namespace respnet::analysis {

/// What a measure describes, and so which table it is a column of.
enum class Level : std::uint8_t { Network, Unit, Task, Pair };
inline constexpr int kLevels = 4;

/// "network", "unit", "task", "pair".
std::string_view name(Level level);
std::optional<Level> level_named(std::string_view name);

/// One row of the catalogue: all that is said about a measure, and the function that computes it.
struct Measure {
  std::string id;  ///< "load.tasks"; with the level, unique
  Level level = Level::Network;
  Words label = {};             ///< heading of its column; "{lead}" stands for lead_word()
  Words meaning = {};           ///< one line
  std::string formula = {};     ///< symbols as in the glossary of the catalogue's sources
  std::string normalizer = {};  ///< what the formula divides by; empty: nothing
  std::string range = {};       ///< values it can take
  std::string undefined = {};   ///< when there is no value; empty: never
  std::string cost = {};        ///< in T tasks, U units, A assignments, P pairs of units
  std::string source = {};      ///< where the definition stands; empty: a plain count
  /// Found by random samples: the seed and the order of rows change it a little.
  bool sampled = false;
  /// One entry per unit number, task or pair of the study, or a single one for the network; NaN
  /// where it is undefined. Throws as the kernel behind it.
  std::function<Column::Values(const Study&)> column = {};
  /// One entry per pair, of pairs alone: for a measure that needs no more than the pair itself.
  std::function<Column::Values(const PairBatch&)> of_pairs = {};
  /// How far off the column is in a study that is too large to compute it; none: always exact.
  std::function<graph::Guarantee(const Study&)> guarantee = {};
};

/// Every measure, by level, in the order of the tables.
///
/// To add one: a function with its header and test, and a row in the table of its level
/// (src/analysis/catalog_*.cpp). Listing, selection, columns of every format and the tests that run
/// each row follow from it.
const std::vector<Measure>& catalog();

/// What to call the leads of this study: explicit leads are 牵头 (lead); where every lead was
/// inferred from the order of units they are 首位 (first-listed), and so on.
Words lead_word(const Study& study);

/// The label as a person reads it in a table of this study.
std::string label_in(const Study& study, const Words& label, Language language);

/// The catalogue as a table: id, level, label, meaning, formula, normalizer, range, undefined,
/// cost, source. No cell is empty: a normalizer may be "none", undefined "never", and a measure
/// without a source is defined by its formula.
Table catalog_table(Language language);

/// The same with label and meaning in both languages: the data dictionary.
Table data_dictionary();

}  // namespace respnet::analysis
