#include "extract/table_sections.hpp"

#include <algorithm>

#include "respnet/extract/english_items.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {

void TableSections::start_table(std::size_t columns, const std::vector<Range>& headings) {
  above_.assign(columns, std::nullopt);
  banners_.clear();
  heading_.reset();
  for (const Range heading : headings) heading_ = section(heading, heading_);
}

bool TableSections::read_banner(Range label) {
  const std::string_view words = label.of(text_);
  const std::optional<HeadingMark> mark = heading_mark(words);
  const bool numbered = mark && mark->kind < MarkKind::Digit && mark->kind != MarkKind::None;
  const auto item = is_english(words) ? item_at_start(words) : std::nullopt;
  if (!numbered && !(item && item->section)) return false;
  push_banner(label, numbered ? mark->kind : MarkKind::Part);
  return true;
}

void TableSections::add_banner(Range label) { push_banner(label, MarkKind::HalfRoundDigit); }

void TableSections::push_banner(Range label, MarkKind kind) {
  while (!banners_.empty() && banners_.back().first >= kind) banners_.pop_back();
  std::optional<std::uint32_t> parent = heading_;
  if (!banners_.empty()) parent = banners_.back().second;
  banners_.emplace_back(kind, section(label, parent));
  std::ranges::fill(above_, std::nullopt);
}

std::optional<std::uint32_t> TableSections::section_of(
    const std::vector<std::pair<std::size_t, Range>>& cells) {
  std::optional<std::uint32_t> found = heading_;
  if (!banners_.empty()) found = banners_.back().second;
  bool changed = false;
  for (const auto& [column, own] : cells) {
    auto& here = above_[column];
    if (!own.empty()) {
      const std::uint32_t stated = section(own, found);
      changed |= here != stated;
      here = stated;
    } else if (changed) {
      here.reset();
    }
    if (here) found = here;
  }
  return found;
}

// The number that an English heading prints ("Action 7: …"), else a count.
std::string TableSections::new_id(Range label, std::optional<std::uint32_t> parent) {
  const std::string above = parent ? sections_[*parent].id + "." : "";
  std::string id;
  if (const auto item = item_at_start(label.of(text_)); item && !item->number.empty())
    id = item->number;
  if (!id.empty() && ids_.insert(id).second) return id;
  do id = above + std::to_string(++children_[parent ? *parent + 1 : 0]);
  while (!ids_.insert(id).second);
  return id;
}

std::uint32_t TableSections::section(Range label, std::optional<std::uint32_t> parent) {
  const auto added = static_cast<std::uint32_t>(sections_.size());
  const std::string above = parent ? sections_[*parent].id : "";
  const auto [place, is_new] =
      at_.try_emplace(above + "\n" + std::string(stripped(label.of(text_))), added);
  if (!is_new) return place->second;
  sections_.push_back({label, parent, new_id(label, parent)});
  children_.push_back(0);
  return added;
}

}  // namespace respnet::extract
