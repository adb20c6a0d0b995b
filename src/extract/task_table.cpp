#include "respnet/extract/task_table.hpp"

#include <optional>
#include <string>
#include <utility>

#include "extract/draft_writer.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/front_matter.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/table_draft.hpp"

namespace respnet::extract {
namespace {

// What stands above the first cell, and the language of all.
FrontMatter front_of(const TracedText& text, const TableDrafts& found) {
  FrontMatter front;
  if (found.head) {
    // Cells above the header; in Markdown, where a table has none, the text above it.
    std::string_view above = text.text().substr(0, *found.head);
    if (above.empty())
      above = text.source().substr(0, text.line_starts()[text.line(*found.head) - 1]);
    front = front_matter(above);
  }
  front.language = front_matter(text.source()).language;
  return front;
}

class TableReader {
 public:
  TableReader(const TaskTables& document, model::Source source, std::string file)
      : text_(document.text),
        found_(draft_table_tasks(document.text, document.tables, document.first_leads)),
        writer_(text_, found_.drafts, std::move(file)) {
    writer_.refuse_empty(
        "no task table that names units; its header must name a column of tasks (任务, Task) and "
        "one of units (牵头单位, 责任单位, Lead)");
    writer_.add_source(std::move(source), front_of(text_, found_));
    for (const model::Note& note : document.notes) writer_.builder().add_note(note);
  }

  model::Network network() {
    add_sections();
    for (std::size_t t = 0; t < found_.ids.size(); ++t) {
      const auto section = found_.drafts.tasks[t].section;
      writer_.add_task(found_.ids[t],
                       section ? std::optional(section_ids_[*section]) : std::nullopt);
    }
    add_doubts();
    return std::move(writer_).network();
  }

 private:
  void add_sections() {
    for (const TableSection& section : found_.sections) {
      model::SectionRow row;
      row.id = section.id;
      row.title = std::string(stripped(section.label.of(text_.text())));
      if (section.parent) row.parent = section_ids_[*section.parent];
      row.source = writer_.source();
      section_ids_.push_back(writer_.builder().add_section(std::move(row)));
    }
  }

  void add_doubts() {
    for (const TableDoubt& doubt : found_.doubts) {
      std::optional<model::TaskId> task;
      if (doubt.task) task = writer_.task_ids()[*doubt.task];
      writer_.builder().add_note({doubt.code, task, text_.line(doubt.at), doubt.message});
    }
  }

  const TracedText& text_;
  TableDrafts found_;
  DraftWriter writer_;
  std::vector<model::SectionId> section_ids_;
};

}  // namespace

model::Network read_task_tables(const TaskTables& document, model::Source source,
                                std::string_view file) {
  std::string shown(file.empty() ? source.path : file);
  return TableReader(document, std::move(source), std::move(shown)).network();
}

}  // namespace respnet::extract
