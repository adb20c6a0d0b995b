// Rows of the role views: what is measured of all assignments, measured of one part of them.

#include <algorithm>
#include <array>

#include "analysis/catalog_rows.hpp"

namespace respnet::analysis {
namespace {

struct View {
  graph::Part part;
  std::string id;
  Words label, meaning;
};

const std::array<View, 2>& views() {
  static const std::array<View, 2> rows{{
      {graph::Part::Lead,
       "lead",
       {"（只计{lead}）", ", {lead} alone"},
       {"；只计{lead}关系", "; counting {lead} assignments alone"}},
      {graph::Part::Support,
       "support",
       {"（只计其他）", ", support alone"},
       {"；只计非{lead}关系", "; counting support assignments alone"}},
  }};
  return rows;
}

// What is worth knowing of a part by itself. With one lead a task the modularity of the lead view
// says no more than the concentration of leads, and is left out.
struct Viewed {
  Level level;
  std::string_view id;
  bool of_leads = true;
};

constexpr std::array kViewed{
    Viewed{Level::Network, "density"},
    Viewed{Level::Network, "components"},
    Viewed{.level = Level::Network, .id = "clusters.count", .of_leads = false},
    Viewed{.level = Level::Network, .id = "clusters.modularity", .of_leads = false},
    Viewed{Level::Unit, "bipartite.degree"},
    Viewed{Level::Unit, "bipartite.closeness"},
    Viewed{Level::Unit, "bipartite.betweenness"},
    Viewed{Level::Unit, "bipartite.eigenvector"},
    Viewed{Level::Unit, "co.degree"},
    Viewed{Level::Unit, "co.strength"},
    Viewed{Level::Unit, "co.closeness"},
    Viewed{Level::Unit, "co.betweenness"},
    Viewed{Level::Unit, "co.eigenvector"},
    Viewed{Level::Task, "bipartite.degree"},
    Viewed{Level::Task, "bipartite.closeness"},
    Viewed{Level::Task, "bipartite.betweenness"},
    Viewed{Level::Task, "bipartite.eigenvector"},
};

// "bipartite.degree" seen as "lead": "bipartite.lead.degree"; "density": "density.lead".
std::string viewed_id(const std::string& id, const std::string& view) {
  const std::size_t dot = id.find('.');
  if (dot == std::string::npos) return id + "." + view;
  return id.substr(0, dot) + "." + view + id.substr(dot);
}

Measure seen(const Measure& base, const View& view) {
  Measure measure = base;
  measure.id = viewed_id(base.id, view.id);
  measure.label = {base.label.zh + view.label.zh, base.label.en + view.label.en};
  measure.meaning = {base.meaning.zh + view.meaning.zh, base.meaning.en + view.meaning.en};
  measure.column = [column = base.column, part = view.part](const Study& s) {
    return column(s.part_view(part));
  };
  if (base.guarantee)
    measure.guarantee = [guarantee = base.guarantee, part = view.part](const Study& s) {
      return guarantee(s.part_view(part));
    };
  return measure;
}

}  // namespace

std::vector<Measure> role_view_measures(const std::vector<Measure>& all) {
  std::vector<Measure> rows;
  for (const Viewed& viewed : kViewed) {
    const auto base = std::ranges::find_if(all, [&](const Measure& measure) {
      return measure.level == viewed.level && measure.id == viewed.id;
    });
    for (const View& view : views())
      if (viewed.of_leads || view.part != graph::Part::Lead) rows.push_back(seen(*base, view));
  }
  return rows;
}

}  // namespace respnet::analysis
