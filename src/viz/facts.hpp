#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/messages.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "viz/scene.hpp"

namespace respnet::viz {

/// Tasks of a unit, and those of them where it counts as lead.
struct Load {
  std::size_t tasks = 0;
  std::size_t leads = 0;

  std::size_t others() const { return tasks - leads; }
};

/// The words of a picture, with those of its lead policy: `{lead}` is 首位 or 牵头, `{lead_unit}`
/// the unit that leads, `{leading}` what it does.
Messages picture_words(const graph::BipartiteGraph& graph, Language language);
/// Where the leads come from; empty if there is nothing to explain.
std::string lead_note(const graph::BipartiteGraph& graph, const Messages& say);
/// "24（首位 16）"; "4" without leads.
std::string load_text(const Messages& say, Load load);
/// "16＋8"; "4" without leads.
std::string load_sum(const Messages& say, Load load);
/// Tasks, units and assignments of the network.
std::string counts_text(const graph::BipartiteGraph& graph, const Messages& say);

/// By unit number.
std::vector<Load> loads(const graph::BipartiteGraph& graph);

/// Unit numbers by tasks, then leads, both falling, then place.
std::vector<std::uint32_t> heaviest_first(const std::vector<Load>& loads);

/// The top-level sections that hold tasks, in the order of the document.
struct TopSections {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<model::SectionId> ids;
  std::vector<std::size_t> of_task;  ///< by task: its place in `ids`, or kNone
  bool complete = true;              ///< every task stands in one
};
TopSections top_sections(const model::Network& network);

bool is_group(const graph::BipartiteGraph& graph, std::size_t unit);
std::string_view unit_name(const graph::BipartiteGraph& graph, std::size_t unit);

/// "t12", "u7": how marks are named, from 1 by place in the network, never by names.
std::string task_key(model::TaskId task);
std::string unit_key(const graph::BipartiteGraph& graph, std::size_t unit);

/// The highlighted units stand out, and their tasks stay as they are.
Emphasis emphasis(const graph::BipartiteGraph& graph, const PictureOptions& options);

/// The document's title: the network's, else its first source's; or empty.
std::string_view document_title(const model::Network& network);

/// "unit organ", "unit group", "unit person".
std::string unit_classes(const graph::BipartiteGraph& graph, std::size_t unit);

}  // namespace respnet::viz
