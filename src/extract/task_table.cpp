#include "respnet/extract/task_table.hpp"

#include <utility>

#include "extract/drafts_network.hpp"
#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {

model::Network read_task_tables(const TaskTables& document, model::Source source,
                                std::string_view file) {
  std::string shown(file.empty() ? source.path : file);
  return network_of(
      document.text, draft_table_tasks(document.text, document.tables, document.first_leads),
      std::move(source), std::move(shown), document.notes,
      "no task table that names units; its header must name a column of tasks (任务, Task) and "
      "one of units (牵头单位, 责任单位, Lead)");
}

}  // namespace respnet::extract
