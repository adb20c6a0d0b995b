#include "extract/drafts_network.hpp"

#include <optional>
#include <string>
#include <utility>

#include "extract/draft_writer.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/front_matter.hpp"
#include "respnet/extract/glyphs.hpp"

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
  front.language = language_of(text.source());
  return front;
}

class NetworkMaker {
 public:
  NetworkMaker(const TracedText& text, TableDrafts found, std::string file)
      : text_(text), found_(std::move(found)), writer_(text_, found_.drafts, std::move(file)) {}

  DraftWriter& writer() { return writer_; }
  void add_source(model::Source source) {
    writer_.add_source(std::move(source), front_of(text_, found_));
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

model::Network network_of(const TracedText& text, TableDrafts found, model::Source source,
                          std::string file, const std::vector<model::Note>& notes,
                          const std::string& refusal) {
  NetworkMaker maker(text, std::move(found), std::move(file));
  maker.writer().refuse_empty(refusal);
  maker.add_source(std::move(source));
  for (const model::Note& note : notes) maker.writer().builder().add_note(note);
  return maker.network();
}

}  // namespace respnet::extract
