#include <algorithm>
#include <optional>
#include <string>

#include "respnet/base/text.hpp"
#include "respnet/extract/cell_table.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/heading_mark.hpp"
#include "respnet/extract/inline_text.hpp"
#include "respnet/extract/table_layout.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestHeading = 120;  // characters

/// The headings over the line at hand.
class HeadingStack {
 public:
  explicit HeadingStack(TracedText& text) : text_(text) {}

  void read(std::string_view line) {
    line = stripped(line);
    if (line.empty()) return;
    above_ = line;
    if (const auto level = level_of(line)) push(line, *level);
  }
  std::vector<Range> over_table() {
    const auto mark = heading_mark(above_);
    const bool numbered = mark && mark->kind != MarkKind::None && !level_of(above_) &&
                          length(above_) <= kLongestHeading && !ends_sentence(above_);
    if (numbered) push(above_, kNumberedLine);
    above_ = {};
    std::vector<Range> labels;
    for (const Open& each : open_) labels.push_back(label_of(each.line));
    return labels;
  }

 private:
  static constexpr std::size_t kMarks = 10;  // marks stand below any number of #
  static constexpr std::size_t kNumberedLine = kMarks + kMarkKinds;
  struct Open {
    std::string_view line;
    std::size_t level = 0;
  };

  static bool ends_sentence(std::string_view line) {
    const GlyphKind kind = glyph_at(line, previous(line, line.size())).kind;
    return punctuates(kind);
  }
  static std::optional<std::size_t> level_of(std::string_view line) {
    if (line.starts_with('#'))
      return line.find_first_not_of('#') == line.npos ? std::nullopt
                                                      : std::optional(line.find_first_not_of('#'));
    const auto mark = heading_mark(line);
    const bool heads = mark && mark->kind != MarkKind::None && mark->kind < MarkKind::Digit &&
                       length(line) <= kLongestHeading && !ends_sentence(line);
    return heads ? std::optional(kMarks + static_cast<std::size_t>(mark->kind)) : std::nullopt;
  }
  // The first line with one # is the title of the whole.
  void push(std::string_view line, std::size_t level) {
    while (!open_.empty() && open_.back().level >= level) open_.pop_back();
    const bool title = level == 1 && !titled_;
    titled_ = true;
    if (!title) open_.push_back({line, level});
  }
  Range label_of(std::string_view line) {
    line = stripped(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    const std::uint32_t begin = text_.size();
    append_inline(text_, line);
    const Range label{begin, text_.size()};
    text_.append_mark('\n');
    return label;
  }

  TracedText& text_;
  std::vector<Open> open_;
  std::string_view above_;
  bool titled_ = false;
};

void add_headings(TracedText& text, std::vector<PlacedTable>& tables) {
  HeadingStack headings(text);
  const std::vector<std::uint32_t>& starts = text.line_starts();
  std::size_t line = 0;
  for (PlacedTable& table : tables) {
    for (; line < starts.size() && starts[line] < table.place.begin; ++line) {
      const std::size_t end = line + 1 < starts.size() ? starts[line + 1] : text.source().size();
      headings.read(text.source().substr(starts[line], end - starts[line]));
    }
    table.cells.headings = headings.over_table();
    while (line < starts.size() && starts[line] < table.place.end) ++line;
  }
}

}  // namespace

std::vector<PlacedTable> task_tables_in(TracedText& text) {
  std::vector<PlacedTable> tables = pipe_tables(text);
  std::ranges::move(tab_tables(text), std::back_inserter(tables));
  std::erase_if(tables, [&](const PlacedTable& table) {
    return !layout_of(text.text(), table.cells).has_value();
  });
  std::ranges::sort(tables, {}, [](const PlacedTable& table) { return table.place.begin; });
  add_headings(text, tables);
  return tables;
}

}  // namespace respnet::extract
