// Rows of units and tasks: the network with its role weights on the assignments.

#include <string>
#include <utility>

#include "analysis/catalog_rows.hpp"
#include "analysis/spectral_options.hpp"
#include "respnet/graph/pagerank.hpp"
#include "respnet/graph/spectral.hpp"
#include "respnet/graph/weighted_two_mode.hpp"

namespace respnet::analysis {
namespace {

// Each over the size of the other mode.
std::vector<double> weighted_degrees(const Study& study, Level level) {
  const std::size_t tasks = study.graph().task_count();
  const std::size_t others = level == Level::Task ? study.graph().unit_count() : tasks;
  std::vector<double> degrees;
  const std::size_t first = level == Level::Task ? 0 : tasks;
  const std::size_t last = level == Level::Task ? tasks : study.graph().vertex_count();
  for (std::size_t v = first; v < last; ++v)
    degrees.push_back(others == 0 ? 0
                                  : weighted_degree(study.graph(), static_cast<graph::Vertex>(v)) /
                                        static_cast<double>(others));
  return degrees;
}

// By joint vertex, unit norm per mode.
std::vector<double> weighted_eigenvector(const Study& study) {
  const graph::WeightedTwoMode weighted(study.graph());
  graph::SingularVectors vectors = graph::leading_singular_vectors(
      weighted.adjacency(), study.graph().task_count(), spectral_options(study.options()));
  std::vector<double> joint = std::move(vectors.left);
  joint.insert(joint.end(), vectors.right.begin(), vectors.right.end());
  return joint;
}

std::vector<double> weighted_pagerank(const Study& study) {
  const graph::WeightedTwoMode weighted(study.graph());
  return graph::two_mode_page_rank(weighted.adjacency(), study.graph().task_count(),
                                   {.threads = study.options().threads})
      .score;
}

// A column of both modes, made once.
auto shared(Level level, const std::string& id, std::vector<double> (*make)(const Study&)) {
  return [level, id, make](const Study& s) {
    return real_numbers(part_of(s, level, s.joint(id, [&] { return make(s); })));
  };
}

}  // namespace

std::vector<Measure> weighted_measures(Level level) {
  const std::string weights = "W_tu the weight of its role (--role-weights)";
  std::vector<Measure> rows{
      {.id = "bipartite.weighted.degree",
       .level = level,
       .label = {"二模度（按角色加权）", "two-mode degree, weighted"},
       .meaning = {"按角色权重计的责任关系，占对方一侧数目的比例",
                   "assignments by the weights of their roles, over the size of the other mode"},
       .formula = level == Level::Task ? "Σ_u W_tu / U; " + weights : "Σ_t W_tu / T; " + weights,
       .normalizer = level == Level::Task ? "U" : "T",
       .range = "[0, largest weight]",
       .cost = "O(A)",
       .source = "Barrat et al. 2004, doi:10.1073/pnas.0400087101; "
                 "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2",
       .column = [level](const Study& s) { return real_numbers(weighted_degrees(s, level)); }},
      {.id = "bipartite.weighted.eigenvector",
       .level = level,
       .label = {"二模特征向量（按角色加权）", "two-mode eigenvector, weighted"},
       .meaning = {"以重的角色与重要的任务（单位）相连则重要（主连通部分以外为 0）",
                   "important where joined to what is important, by the weights of roles; 0 "
                   "outside the leading part"},
       .formula = "leading singular vectors of W; " + weights,
       .normalizer = "unit norm per mode",
       .range = "[0, 1]",
       .cost = "O(A) a step",
       .source = "Borgatti & Everett 1997, doi:10.1016/S0378-8733(96)00301-2",
       .column = shared(level, "bipartite.weighted.eigenvector", weighted_eigenvector)},
      {.id = "bipartite.weighted.pagerank",
       .level = level,
       .label = {"二模 PageRank（按角色加权）", "two-mode PageRank, weighted"},
       .meaning = {"沿责任关系按角色权重游走时在此处的机会",
                   "chance of being here on a walk along assignments by the weights of roles"},
       .formula = "as bipartite.pagerank, arcs in proportion to W; " + weights,
       .normalizer = "sum over tasks and units",
       .range = "(0, 1), tasks and units together sum to 1",
       .cost = "O(A) a step",
       .source = "Page et al. 1999; as NetworkX pagerank",
       .column = shared(level, "bipartite.weighted.pagerank", weighted_pagerank)},
  };
  if (level == Level::Unit)
    rows.push_back(
        {.id = "co.weighted.strength",
         .level = level,
         .label = {"协作强度（按角色加权）", "co-responsibility strength, weighted"},
         .meaning = {"在各项任务中与其他单位相遇的角色权重之积，求和",
                     "products of the role weights that meet in its tasks, summed over tasks and "
                     "other units"},
         .formula = "Σ_t W_tu Σ_{v ≠ u} W_tv; " + weights,
         .normalizer = "none",
         .range = "[0, ∞)",
         .cost = "O(A)",
         .source = "Barrat et al. 2004, doi:10.1073/pnas.0400087101",
         .column = [](const Study& s) { return real_numbers(weighted_meetings(s.graph())); }});
  return rows;
}

}  // namespace respnet::analysis
