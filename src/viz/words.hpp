#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "respnet/graph/bipartite_graph.hpp"

namespace respnet::viz {

using graph::LeadBasis;

/// Every word that stands in a picture, in Chinese. Another language is another file like this.
namespace words {

std::string_view lead(LeadBasis word);       ///< 首位, 牵头
std::string_view lead_unit(LeadBasis word);  ///< 首位责任单位, 牵头单位
/// Where the leads come from; empty if there is nothing to explain.
std::string_view lead_note(LeadBasis word);

// Findings, for titles.
std::string bipartite_title(std::size_t tasks, std::size_t units);
std::string bipartite_title(std::size_t tasks, std::size_t units, std::string_view top,
                            std::size_t most);
std::string workload_title(std::string_view top, std::size_t tasks, std::size_t leads,
                           LeadBasis word);
std::string workload_tie_title(std::size_t units, std::size_t tasks);
std::string partners_title(std::string_view one, std::string_view other, std::size_t shared);
std::string partners_tie_title(std::size_t pairs, std::size_t shared);
std::string leads_title(std::string_view top, std::size_t supporters, LeadBasis word);
std::string leads_tie_title(std::size_t units, std::size_t supporters, LeadBasis word);

// Parts of the second line.
std::string counts(std::size_t tasks, std::size_t units, std::size_t assignments);
std::string shared_counts(std::size_t units, std::size_t pairs);
std::string support_counts(std::size_t units, std::size_t arcs);
std::string sections_shown(std::size_t tasks, std::size_t sections);
std::string first_tasks_shown(std::size_t tasks, std::size_t shown);
std::string heaviest_units_shown(std::size_t units, std::size_t shown);
std::string groups_left_out(std::size_t groups);
std::string lonely_left_out(std::size_t units);
std::string strands_thinned(std::size_t least, std::size_t left_out);
std::string edges_thinned(std::size_t least, std::size_t left_out);
std::string labels_limited(std::size_t labelled);
std::string workload_counted(LeadBasis word);
std::string_view size_note();            ///< type size is the number of tasks
std::string arrow_note(LeadBasis word);  ///< arrows run from support to lead
std::string_view shared_note();          ///< lines join units that share tasks
std::string_view width_by_count();       ///< line width is the number of assignments

// Headings, legends, remainders.
std::string_view tasks_heading();
std::string_view tasks_heading_by_section();
std::string_view sections_heading();
std::string_view units_heading();
std::string bars_heading(LeadBasis word);
std::string_view no_section();
std::string lead_edge(LeadBasis word, bool colored);
std::string_view other_edge();
std::string_view group_unit();
std::string_view other_part();
std::string lead_part(LeadBasis word);
std::string strong_edge(std::size_t least);
std::string weak_edge(std::size_t least_strong);
std::string leading_unit(LeadBasis word);
std::string cluster(std::size_t number, std::size_t units);
std::string more_clusters(std::size_t clusters);
std::string_view tasks_axis();
std::string task_count(std::size_t tasks);
std::string remaining_units(std::size_t units);
std::string remaining_units(std::size_t units, std::size_t assignments);
std::string remaining_tasks(std::size_t tasks);
std::string remaining_sections(std::size_t sections);
std::string load(std::size_t tasks, std::size_t leads, LeadBasis word);  ///< 24（首位 16）
std::string load_sum(std::size_t leads, std::size_t others);             ///< 16＋8

// What a mark stands for, for its tooltip.
std::string assignment(std::string_view task, std::string_view unit, std::string_view part);
std::string support(std::string_view from, std::string_view to, std::size_t tasks);
std::string shared(std::string_view one, std::string_view other, std::size_t tasks);

// Pictures of nothing.
std::string_view nothing_title();
std::string_view no_tasks_and_units();
std::string_view no_assignments();
std::string_view no_units();
std::string_view no_tasks();
std::string_view no_shared_tasks();
std::string no_support(LeadBasis word);

std::string_view separator();  ///< between parts of the second line

}  // namespace words
}  // namespace respnet::viz
