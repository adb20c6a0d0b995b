#include <algorithm>
#include <string>
#include <vector>

#include "io/cell_text.hpp"
#include "io/losses.hpp"
#include "io/xlsx.hpp"

namespace respnet::io {
namespace {

using model::Network;

/// What cells cannot hold of a network's texts.
class TextLosses {
 public:
  explicit TextLosses(const Network& network) {
    add(network.title());
    for (const model::Source& source : network.sources())
      for (const std::string* text : {&source.id, &source.path, &source.title, &source.number,
                                      &source.issuer, &source.date, &source.language})
        add(*text);
    for (const model::SectionId id : network.section_ids()) {
      add(network.section(id).id);
      add(network.section(id).title);
    }
    for (const model::TaskId id : network.task_ids()) add_task(network, id);
    for (const model::UnitId id : network.unit_ids()) {
      add(network.unit_id(id));
      add(network.unit_name(id));
      add_lines(network.unit(id).aliases);
      add_lines(network.unit(id).offices);
      for (const model::UnitId member : network.unit(id).members)
        if (network.unit_id(member).find('\n') != std::string::npos) ++split_;
    }
    for (const model::Note& note : network.notes()) {
      add(note.code);
      add(note.message);
    }
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> all;
    if (replaced_ > 0)
      all.push_back(std::to_string(replaced_) +
                    " control characters that Excel does not allow are replaced by U+FFFD");
    if (cut_ > 0)
      all.push_back(std::to_string(cut_) + " texts are cut, since a cell holds 32,767 characters");
    if (split_ > 0)
      all.push_back(std::to_string(split_) +
                    " aliases, offices or ids of members that are empty or hold a line break are "
                    "not kept as they are");
    return all;
  }

 private:
  void add(std::string_view text) {
    const CellText shown = cell_text(text);
    replaced_ += shown.replaced;
    cut_ += shown.cut ? 1 : 0;
  }
  void add_lines(const auto& texts) {
    std::string all;
    for (const std::string& text : texts) {
      if (text.empty() || text.find('\n') != text.npos) ++split_;
      all += text + "\n";
    }
    add(all);
  }
  void add_task(const Network& network, model::TaskId id) {
    const model::Task task = network.task(id);
    for (const std::string_view text : {task.id, task.title, task.deadline, task.due}) add(text);
    for (const model::Clause& clause : task.clauses) add(clause.text);
    for (const model::AssignmentId at : network.assignments(id)) {
      const model::Assignment row = network.assignment(at);
      add(row.as_written);
      add_lines(row.offices);
    }
  }

  std::size_t replaced_ = 0, cut_ = 0, split_ = 0;
};

}  // namespace

std::vector<std::string> xlsx_losses(const Network& network) {
  std::vector<std::string> losses = TextLosses(network).sentences();
  if (has_evidence(network))
    losses.emplace_back("clauses and targets are for people; their places are left out");
  else if (has_targets(network))
    losses.emplace_back("targets are for people");
  const std::string title = network.sources().empty() ? "" : network.sources().front().title;
  if (network.title() != title) losses.emplace_back("the title of the network is left out");
  return losses;
}

}  // namespace respnet::io
