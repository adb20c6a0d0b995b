#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/draft.hpp"
#include "respnet/extract/table_layout.hpp"
#include "respnet/model/doubt.hpp"

namespace respnet::extract {

/// A section of a table: a cell of a section column, or a row across the table.
struct TableSection {
  Range label;
  std::optional<std::uint32_t> parent;  ///< index of a section before it
  std::string id;                       ///< "2", "2.1": counted in the order of the table
};

/// Something the reader of a table was unsure of.
struct TableDoubt {
  std::string key;                         ///< of its sentence (model::sentence)
  std::optional<std::uint32_t> task;       ///< index of a draft
  std::uint32_t at = 0;                    ///< offset in the text
  std::vector<respnet::Words> parts = {};  ///< of the sentence
};

/// The tasks of tables; a draft's section is an index into `sections`, its heading means nothing.
struct TableDrafts {
  Drafts drafts;
  std::vector<std::string> ids;  ///< by draft
  std::vector<TableSection> sections;
  std::vector<TableDoubt> doubts;
  bool under_headings = false;        ///< the tables stand under headings of the document
  std::optional<std::uint32_t> head;  ///< where the first table's header begins
};

/// The tasks of those tables that have a task table's header, in the order of rows.
/// @param first_leads  a remark outside the tables says that the unit listed first leads
TableDrafts draft_table_tasks(const TracedText& text, const std::vector<CellTable>& tables,
                              bool first_leads = false);

}  // namespace respnet::extract
