#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "respnet/io/formats.hpp"
#include "respnet/model/network.hpp"

namespace respnet::io {

/// The first line names a task and a unit column.
bool looks_like_edge_list(std::string_view text);

/// A table `task,unit,role[,order]` with its columns in any order, also named in Chinese, and
/// separated by comma, semicolon or tab. Other columns are ignored and a note `ignored-column` says
/// so. An empty unit leaves the task without units, an empty task the unit without tasks.
/// Cost: O(bytes). A file without faults, repetitions and line ends in quotes is read in parts on
/// all threads, with about 60 bytes of memory per task and 5 per row, or where rows of a task do
/// not stand together 150 and 20; others row by row, with 100 and 30.
model::Network read_edge_list(const Document& document);
/// The same in parts of this size, or row by row for 0: the network does not depend on it.
model::Network read_edge_list(const Document& document, std::size_t part_bytes);

// Rows of an edge list, below its header.

inline constexpr std::string_view kEdgeListHeader = "task,unit,role,order\n";
/// @param order  place of the unit in its task, from 1
void append_edge(std::string& out, std::string_view task, std::string_view unit, model::Role role,
                 std::size_t order);
void append_lone_task(std::string& out, std::string_view task);
void append_lone_unit(std::string& out, std::string_view unit);

/// `task,unit,role,order`, one row per assignment, and one for each task or unit without any.
void write_edge_list(const model::Network& network, const Sink& sink, const Attachments& with = {});

std::vector<std::string> edge_list_losses(const model::Network& network);

}  // namespace respnet::io
