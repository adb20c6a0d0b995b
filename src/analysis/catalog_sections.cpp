// Rows by section and by cluster: where units work, and the parts of the concentration indices.

#include <limits>

#include "analysis/catalog_rows.hpp"
#include "respnet/analysis/concentration_parts.hpp"
#include "respnet/graph/specialization.hpp"

namespace respnet::analysis {
namespace {

// Tasks of each unit in each top-level section.
graph::CountMatrix units_by_sections(const Study& study) {
  const SectionLoads loads = section_loads(study.graph());
  graph::CountMatrix matrix{.columns = loads.sections.size(), .cells = {}};
  matrix.cells.assign(matrix.columns * study.graph().unit_count(), 0);
  for (const SectionLoad& load : loads.cells)
    matrix.cells[load.unit * matrix.columns + load.section] = load.tasks;
  return matrix;
}

// Without any section there are no rows to speak of, though there are units.
Column::Values by_unit(const Study& study, std::vector<double> values) {
  values.resize(study.graph().unit_count(), std::numeric_limits<double>::quiet_NaN());
  return values;
}

struct PartWords {
  std::string ending;
  Words label, meaning;
  std::string formula, normalizer, range, cost, source;
};

Measure part_measure(const LoadWords& load, const PartWords& words,
                     const std::function<std::optional<double>(const Study&, LoadKind)>& value) {
  return {.id = "concentration." + std::string(name(load.load)) + "." + words.ending,
          .level = Level::Network,
          .label = {words.label.zh + "（" + load.label.zh + "）",
                    words.label.en + " (" + load.label.en + ")"},
          .meaning = {words.meaning.zh + "：" + load.meaning.zh,
                      words.meaning.en + ": " + load.meaning.en},
          .formula = words.formula,
          .normalizer = words.normalizer,
          .range = words.range,
          .undefined = "no load at all",
          .cost = words.cost,
          .source = words.source,
          .column = [kind = load.load, value](const Study& s) { return single(value(s, kind)); }};
}

template <typename Parts>
std::function<std::optional<double>(const Study&, LoadKind)> of_clusters(
    std::optional<Parts> (*parts)(std::span<const double>, std::span<const std::uint32_t>),
    double Parts::*part) {
  return [parts, part](const Study& s, LoadKind load) -> std::optional<double> {
    const auto found = parts(load_values(s.loads(), load), s.clusters().of_unit);
    return found ? std::optional((*found).*part) : std::nullopt;
  };
}

std::function<std::optional<double>(const Study&, LoadKind)> of_sections(double TheilParts::*part) {
  return [part](const Study& s, LoadKind load) -> std::optional<double> {
    const auto found = theil_by_section(s.graph(), load);
    return found ? std::optional((*found).*part) : std::nullopt;
  };
}

std::vector<Measure> parts_of(const LoadWords& load) {
  const std::string near_linear = "near-linear in A", sorted = "O(A log A)";
  const std::string lambert = "Lambert & Aronson 1993, doi:10.2307/2234247";
  const std::string shorrocks = "Shorrocks 1980, doi:10.2307/1913126";
  const std::string gini =
      "[0, gini]; within + between + overlap = gini; "
      "units without tasks are one cluster";
  const std::string hhi = "[0, hhi]; within + between = hhi; units without tasks are one cluster";
  const std::string cells =
      "[0, ln(U S)]; within + between = Theil index of the U S cells unit × section, S sections";
  const std::string by_group = "an identity of H; Hall & Tideman 1967, J. Am. Stat. Assoc. 62:162";
  return {
      part_measure(load,
                   {"gini_within_clusters",
                    {"圈内基尼系数", "Gini within clusters"},
                    {"协作圈内部的不均（基尼）", "unevenness inside clusters (Gini)"},
                    "Σ_g (n_g / n) s_g G_g",
                    "n X",
                    gini,
                    near_linear,
                    lambert},
                   of_clusters(gini_parts, &GiniParts::within)),
      part_measure(load,
                   {"gini_between_clusters",
                    {"圈间基尼系数", "Gini between clusters"},
                    {"协作圈之间的不均（基尼）", "unevenness between clusters (Gini)"},
                    "Gini of loads with each unit at the mean of its cluster",
                    "n X",
                    gini,
                    near_linear,
                    lambert},
                   of_clusters(gini_parts, &GiniParts::between)),
      part_measure(load,
                   {"gini_overlap_clusters",
                    {"圈际交叠基尼系数", "Gini, overlap of clusters"},
                    {"轻圈单位重于重圈单位所致的不均",
                     "unevenness from units of lighter clusters that carry more than units of "
                     "heavier ones"},
                    "G less the concentration of loads ordered by cluster mean, then load",
                    "n X",
                    gini,
                    near_linear,
                    lambert},
                   of_clusters(gini_parts, &GiniParts::overlap)),
      part_measure(load,
                   {"hhi_within_clusters",
                    {"圈内 HHI", "HHI within clusters"},
                    {"协作圈内部不均所致的集中", "concentration from unevenness inside clusters"},
                    "Σ_g s_g² (H_g - 1/n_g)",
                    "X²",
                    hhi,
                    near_linear,
                    by_group},
                   of_clusters(hhi_parts, &HhiParts::within)),
      part_measure(load,
                   {"hhi_between_clusters",
                    {"圈间 HHI", "HHI between clusters"},
                    {"各圈内部均等时仍有的集中", "concentration left if clusters were even inside"},
                    "Σ_g s_g² / n_g",
                    "X²; n_g",
                    hhi,
                    near_linear,
                    by_group},
                   of_clusters(hhi_parts, &HhiParts::between)),
      part_measure(load,
                   {"theil_within_sections",
                    {"章节内泰尔指数", "Theil within sections"},
                    {"各章节内单位之间的不均", "unevenness of units inside sections"},
                    "Σ_s s_s Σ_u p_us ln(U p_us), p_us share of unit u in section s",
                    "X",
                    cells,
                    sorted,
                    shorrocks},
                   of_sections(&TheilParts::within)),
      part_measure(load,
                   {"theil_between_sections",
                    {"章节间泰尔指数", "Theil between sections"},
                    {"各章节之间的不均", "unevenness of sections"},
                    "Σ_s s_s ln(S s_s), s_s share of section s",
                    "X",
                    cells,
                    sorted,
                    shorrocks},
                   of_sections(&TheilParts::between)),
  };
}

}  // namespace

std::vector<Measure> network_section_measures() {
  std::vector<Measure> rows;
  for (const LoadWords& load : load_words())
    for (Measure& row : parts_of(load)) rows.push_back(std::move(row));
  rows.push_back(
      {.id = "sections.h2",
       .level = Level::Network,
       .label = {"单位—章节专门化", "specialisation (sections)"},
       .meaning = {"单位与章节互相挑选的程度，0 为随机，1 为最挑选",
                   "how far units and sections pick each other; 0: as chance has it, 1: the most"},
       .formula = "H2′ = (H_max - H) / (H_max - H_min), H = -Σ p ln p over cells unit × section",
       .normalizer = "H_max - H_min",
       .range = "[0, 1]",
       .undefined = "the sums by unit and section leave no choice",
       .cost = "O((U + S) U S), and O(U S²) a step",
       .source = "Blüthgen et al. 2006, BMC Ecology 6:9; as R bipartite H2fun",
       .column = [](const Study& s) {
         return single(graph::network_specialization(units_by_sections(s), s.work()));
       }});
  return rows;
}

std::vector<Measure> unit_section_measures() {
  const Level level = Level::Unit;
  return {
      {.id = "sections.d_prime",
       .level = level,
       .label = {"章节挑选度", "selectiveness (sections)"},
       .meaning = {"其任务在各章节的分布偏离全体单位的程度",
                   "how far its tasks lie in other sections than those of all units together"},
       .formula = "d′ = (d - d_min) / (d_max - d_min), d = Σ_s p_us ln(p_us / q_s)",
       .normalizer = "d_max - d_min",
       .range = "[0, 1]",
       .undefined = "unit without tasks, or no choice among sections",
       .cost = "O(U S + A log S)",
       .source = "Blüthgen et al. 2006, BMC Ecology 6:9; as R bipartite dfun",
       .column =
           [](const Study& s) { return by_unit(s, graph::selectiveness(units_by_sections(s))); }},
      {.id = "sections.pdi",
       .level = level,
       .label = {"章节专注度", "focus on a section (PDI)"},
       .meaning = {"其任务集中于一个章节的程度，1 为只在一个章节",
                   "how far its tasks lie in one section; 1: in one alone"},
       .formula = "Σ_s (1 - x_us / max_s x_us) / (S - 1)",
       .normalizer = "max_s x_us; S - 1",
       .range = "[0, 1]",
       .undefined = "unit without tasks, or fewer than two sections",
       .cost = "O(U S)",
       .source = "Poisot et al. 2012, doi:10.1111/j.2041-210X.2011.00174.x; as R bipartite PDI",
       .column =
           [](const Study& s) {
             return by_unit(s, graph::paired_difference(units_by_sections(s)));
           }},
  };
}

}  // namespace respnet::analysis
