#include "extract/table_sections.hpp"

#include <algorithm>

#include "respnet/extract/glyphs.hpp"

namespace respnet::extract {

void TableSections::start_table(std::size_t columns) {
  above_.assign(columns, std::nullopt);
  banners_.clear();
}

bool TableSections::read_banner(Range label) {
  const std::optional<HeadingMark> mark = heading_mark(label.of(text_));
  if (!mark || mark->kind >= MarkKind::Digit || mark->kind == MarkKind::None) return false;
  while (!banners_.empty() && banners_.back().first >= mark->kind) banners_.pop_back();
  std::optional<std::uint32_t> parent;
  if (!banners_.empty()) parent = banners_.back().second;
  banners_.emplace_back(mark->kind, section(label, parent));
  std::ranges::fill(above_, std::nullopt);
  return true;
}

std::optional<std::uint32_t> TableSections::section_of(
    const std::vector<std::pair<std::size_t, Range>>& cells) {
  std::optional<std::uint32_t> found;
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

std::uint32_t TableSections::section(Range label, std::optional<std::uint32_t> parent) {
  const auto added = static_cast<std::uint32_t>(sections_.size());
  const std::string above = parent ? sections_[*parent].id : "";
  const auto [place, is_new] =
      at_.try_emplace(above + "\n" + std::string(stripped(label.of(text_))), added);
  if (!is_new) return place->second;
  const std::uint32_t count = ++children_[parent ? *parent + 1 : 0];
  sections_.push_back({label, parent, (above.empty() ? "" : above + ".") + std::to_string(count)});
  children_.push_back(0);
  return added;
}

}  // namespace respnet::extract
