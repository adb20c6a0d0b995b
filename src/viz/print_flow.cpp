#include "viz/print_flow.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "viz/print_grid.hpp"

namespace respnet::viz {
namespace {

constexpr double kBodyPitch = 17.5, kSmallPitch = 14;
constexpr double kBottom = kA4Height - kBottomMargin;
constexpr double kRowMargin = 3.2;  // over and under the text of a row
constexpr double kPadding = 4.5;    // at both sides of a cell

struct HeadingStyle {
  Font font;
  double above, pitch, below;
  std::string_view color;
};
HeadingStyle heading_style(int level) {
  if (level <= 1) return {{18, true}, 30, 26, 12, palette::kLead};
  if (level == 2) return {{13, true}, 20, 20, 6, palette::kInk};
  return {{11, true}, 14, 17, 4, palette::kInk};
}

struct Waiting {
  const Figure* figure;
  Paper paper;
};

class Flow {
 public:
  Flow(const Document& document, const Typesetter& type, const Messages& say)
      : document_(document), type_(type), say_(say) {}

  Pages all() {
    for (at_ = 0; at_ < document_.blocks.size(); ++at_)
      std::visit([this](const auto& block) { add(block); }, document_.blocks[at_]);
    place_waiting();
    return std::move(result_);
  }

 private:
  void add(const Heading& heading);
  void add(const Paragraph& paragraph);
  void add(const Items& items);
  void add(const Figure& figure);
  void add(const Grid& grid);
  void add(const Facts& facts);

  PrintPage& page() { return result_.pages.back(); }
  bool at_top() const { return y_ <= kTopMargin; }
  double left() const { return kBottom - y_; }
  void begin_page() {
    result_.pages.emplace_back();
    y_ = kTopMargin;
    begun_ = true;
  }
  void need_page() {
    if (!begun_) begin_page();
  }
  // Ends the page at hand; what waited comes behind it, and on top of the next one.
  void next_page();
  void place_own_pages();
  void place_figures();
  // Everything that waits, before a chapter ends.
  void place_waiting();
  bool is_waiting() const { return !figures_.empty() || !own_pages_.empty(); }

  double figure_height(const Figure& figure, double scale) const;
  void place(const Figure& figure, double scale);
  double place_caption(PrintPage& on, const std::string& caption, double y, double width);

  void text(const SetLine& line, double x, double pitch, double size,
            std::string_view color = palette::kInk) {
    page().texts.push_back({line, x + line.indent, y_ + pitch / 2, size, color});
  }
  // Lines that break over pages, but not after the first or before the last one.
  void lines(const std::vector<SetLine>& set, double x, double pitch, double size,
             std::string_view color);
  double needed_by_next() const;
  // Whether all that the chapter at hand says fits on the page: text alone.
  bool chapter_fits() const;

  // Of a table.
  void head(const Grid& grid, const GridSetter& setter, bool again);
  void row(const Grid& grid, const GridSetter& setter, const GridSetter::Row& set, std::size_t from,
           std::size_t to, bool at_foot = false);
  // @param room  of a page for rows; @param below  that the note needs
  void add_row(const Grid& grid, const GridSetter& setter, std::size_t number, double room,
               double below);
  static double row_height(const GridSetter& setter, std::size_t lines) {
    return 2 * kRowMargin + static_cast<double>(lines) * setter.pitch();
  }
  void rule(double y, double thickness, std::string_view color) {
    page().areas.push_back({{kSideMargin, y - thickness / 2, kTextWidth, thickness}, color});
  }

  const Document& document_;
  const Typesetter& type_;
  const Messages& say_;
  Pages result_;
  std::size_t at_ = 0;
  double y_ = 0;
  bool begun_ = false;  // a page of text is open
  bool in_table_ = false;
  std::deque<Waiting> figures_, own_pages_;
};

void Flow::next_page() {
  begun_ = false;
  if (in_table_) return begin_page();  // nothing may stand between the rows
  place_own_pages();
  begin_page();
  place_figures();
}

void Flow::place_own_pages() {
  for (; !own_pages_.empty(); own_pages_.pop_front()) {
    const auto& [figure, paper] = own_pages_.front();
    PrintPage sheet;
    if (figure->whole_page) {
      sheet.images.push_back({figure, {0, 0, kA4Width, kA4Height}});
      sheet.bare = true;
      result_.pages.push_back(std::move(sheet));
      begun_ = false;
      continue;
    }
    sheet.width = paper.width;
    sheet.height = paper.height;
    const double width = figure->width * paper.scale, height = figure->height * paper.scale;
    constexpr double top = 56;  // under the running head
    const double room = paper.height - top - 76;
    const double y = top + std::max(0.0, (room - height) / 2);
    sheet.images.push_back({figure, {(paper.width - width) / 2, y, width, height}});
    place_caption(sheet, figure->caption, y + height + 8, paper.width);
    result_.pages.push_back(std::move(sheet));
    begun_ = false;
  }
}

void Flow::place_figures() {
  while (!figures_.empty()) {
    const auto [figure, paper] = figures_.front();
    if (figure_height(*figure, paper.scale) > left() && !at_top()) return;
    figures_.pop_front();
    place(*figure, paper.scale);
  }
}

void Flow::place_waiting() {
  while (is_waiting()) {
    place_own_pages();
    if (figures_.empty()) break;
    begin_page();
    place_figures();
  }
}

double Flow::figure_height(const Figure& figure, double scale) const {
  const auto caption = type_.lines(figure.caption, kSmall, kTextWidth);
  return figure.height * scale + 8 + static_cast<double>(caption.size()) * kSmallPitch + 14;
}

double Flow::place_caption(PrintPage& on, const std::string& caption, double y, double width) {
  for (const SetLine& line : type_.lines(caption, {kSmall.size, true}, width - 2 * kSideMargin)) {
    on.texts.push_back(
        {line, (width - line.width()) / 2, y + kSmallPitch / 2, kSmall.size, palette::kInk});
    y += kSmallPitch;
  }
  return y;
}

void Flow::place(const Figure& figure, double scale) {
  const double width = figure.width * scale, height = figure.height * scale;
  page().images.push_back({&figure, {(kA4Width - width) / 2, y_, width, height}});
  y_ = place_caption(page(), figure.caption, y_ + height + 8, kA4Width) + 14;
}

void Flow::add(const Figure& figure) {
  need_page();
  Paper paper = paper_for(figure.width, figure.height);
  if (paper.own_page || figure.whole_page) {
    own_pages_.push_back({&figure, paper});
    return;
  }
  if (figures_.empty()) {
    // A little smaller, if it then fits.
    for (const double scale : {paper.scale, std::max(0.6, 0.88 * paper.scale)}) {
      if (scale > paper.scale || figure_height(figure, scale) > left()) continue;
      return place(figure, scale);
    }
  }
  figures_.push_back({&figure, paper});
}

// How much of what follows a heading must stand on its page.
double Flow::needed_by_next() const {
  if (at_ + 1 >= document_.blocks.size()) return 0;
  const Block& next = document_.blocks[at_ + 1];
  if (const auto* heading = std::get_if<Heading>(&next)) {
    const HeadingStyle style = heading_style(heading->level);
    return style.above + style.pitch + style.below + 3 * kBodyPitch;
  }
  if (const auto* figure = std::get_if<Figure>(&next)) {
    const Paper paper = paper_for(figure->width, figure->height);
    return paper.own_page ? 0 : figure_height(*figure, std::max(0.6, 0.88 * paper.scale));
  }
  if (std::holds_alternative<Grid>(next)) return 100;
  return 3 * kBodyPitch;
}

bool Flow::chapter_fits() const {
  double height = 60;
  for (std::size_t i = at_ + 1; i < document_.blocks.size() && height <= left(); ++i) {
    const Block& block = document_.blocks[i];
    if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level <= 1)
      return true;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      const auto set = type_.lines(paragraph->text, kBody, kTextWidth);
      height += static_cast<double>(set.size()) * kBodyPitch + 6;
    } else if (const auto* figure = std::get_if<Figure>(&block);
               figure == nullptr || !paper_for(figure->width, figure->height).own_page) {
      return false;
    }
  }
  return height <= left();
}

void Flow::add(const Heading& heading) {
  const HeadingStyle style = heading_style(heading.level);
  if (heading.level <= 1) {
    place_waiting();
    if (begun_ && left() < 0.36 * (kBottom - kTopMargin) && !chapter_fits()) begun_ = false;
  }
  need_page();
  const auto set = type_.lines(heading.text, style.font, kTextWidth);
  const double height = static_cast<double>(set.size()) * style.pitch;
  if (!at_top() && style.above + height + style.below + needed_by_next() > left()) {
    if (heading.level > 1) {
      next_page();
    } else {
      begin_page();
    }
  }
  if (!at_top()) y_ += style.above;
  result_.headings.push_back({heading.level, heading.text, result_.pages.size() - 1, y_});
  for (const SetLine& line : set) {
    text(line, kSideMargin, style.pitch, style.font.size, style.color);
    y_ += style.pitch;
  }
  if (heading.level <= 1) {
    page().areas.push_back({{kSideMargin, y_ + 2, kTextWidth, 1.2}, palette::kLead});
    y_ += 4;
  }
  y_ += style.below;
}

void Flow::lines(const std::vector<SetLine>& set, double x, double pitch, double size,
                 std::string_view color) {
  for (std::size_t i = 0; i < set.size(); ++i) {
    const std::size_t rest = set.size() - i;
    // The first line wants a second one beside it, the last but one its last.
    const bool in_pair = (i == 0 || rest == 2) && rest > 1;
    const double wanted = in_pair ? 2 * pitch : pitch;
    if (wanted > left() && !at_top()) next_page();
    text(set[i], x, pitch, size, color);
    y_ += pitch;
  }
}

void Flow::add(const Paragraph& paragraph) {
  need_page();
  const bool chinese = document_.language == Language::Zh;
  const Font font = paragraph.muted ? kSmall : kBody;
  const double indent = chinese && !paragraph.muted ? 2 * font.size : 0;
  lines(type_.lines(paragraph.text, font, kTextWidth, indent), kSideMargin,
        paragraph.muted ? kSmallPitch : kBodyPitch, font.size,
        paragraph.muted ? palette::kMuted : palette::kInk);
  y_ += paragraph.muted ? 5 : 6;
}

void Flow::add(const Items& items) {
  need_page();
  for (std::size_t i = 0; i < items.texts.size(); ++i) {
    const std::string mark = items.numbered ? std::to_string(i + 1) + "." : "•";
    const auto set = type_.lines(items.texts[i], kBody, kTextWidth - 24);
    if ((set.size() > 1 ? 2 : 1) * kBodyPitch > left() && !at_top()) next_page();
    const SetLine number = type_.lines(mark, {kBody.size, true}, 0).front();
    page().texts.push_back({number, kSideMargin + 18 - number.width(), y_ + kBodyPitch / 2,
                            kBody.size, palette::kLead});
    lines(set, kSideMargin + 24, kBodyPitch, kBody.size, palette::kInk);
    y_ += 5;
  }
  y_ += 4;
}

void Flow::add(const Facts& facts) {
  need_page();
  double widest = 0;
  for (const auto& [label, value] : facts.rows)
    widest = std::max(widest, type_.width(label, {kSmall.size, true}));
  const double label_width = std::min(widest, kTextWidth / 3) + 2 * kPadding;
  for (const auto& [label, value] : facts.rows) {
    const auto name = type_.lines(label, {kSmall.size, true}, label_width - kPadding);
    const auto said = type_.lines(value, kSmall, kTextWidth - label_width - kPadding);
    const auto count =
        static_cast<double>(std::min<std::size_t>(3, std::max(name.size(), said.size())));
    if (count * kSmallPitch + 8 > left() && !at_top()) next_page();
    rule(y_, 0.5, palette::kRule);
    y_ += 4;
    const double top = y_;
    for (const SetLine& line : name) {
      text(line, kSideMargin + kPadding, kSmallPitch, kSmall.size, palette::kMuted);
      y_ += kSmallPitch;
    }
    const double below_name = y_;
    y_ = top;
    const std::size_t on_page = result_.pages.size();
    lines(said, kSideMargin + label_width, kSmallPitch, kSmall.size, palette::kInk);
    if (on_page == result_.pages.size()) y_ = std::max(y_, below_name);
    y_ += 4;
  }
  rule(y_, 0.5, palette::kRule);
  y_ += 12;
}

void Flow::head(const Grid& grid, const GridSetter& setter, bool again) {
  if (!grid.caption.empty()) {
    const std::string caption =
        again ? say_("print.continued", {{"caption", grid.caption}}) : grid.caption;
    for (const SetLine& line : type_.lines(caption, {kSmall.size, true}, kTextWidth)) {
      text(line, kSideMargin, kSmallPitch, kSmall.size, again ? palette::kMuted : palette::kInk);
      y_ += kSmallPitch;
    }
    y_ += 4;
  }
  rule(y_, 1.2, palette::kInk);
  const auto set = setter.head();
  row(grid, setter, set, 0, line_count(set), true);
  rule(y_, 0.7, palette::kInk);
}

void Flow::row(const Grid& grid, const GridSetter& setter, const GridSetter::Row& set,
               std::size_t from, std::size_t to, bool at_foot) {
  double x = kSideMargin;
  for (std::size_t column = 0; column < set.size(); ++column) {
    double y = y_ + kRowMargin + setter.pitch() / 2;
    if (at_foot) y += static_cast<double>(to - set[column].size()) * setter.pitch();
    const double right = x + setter.width(column) - kPadding - gap_behind(grid, column);
    for (std::size_t i = from; i < std::min(to, set[column].size()); ++i) {
      const SetLine& line = set[column][i];
      const double at = grid.columns[column].number ? right - line.width() : x + kPadding;
      page().texts.push_back({line, at, y, setter.size(), palette::kInk});
      y += setter.pitch();
    }
    x += setter.width(column);
  }
  y_ += row_height(setter, to - from);
}

void Flow::add(const Grid& grid) {
  if (grid.columns.empty()) return;
  need_page();
  const GridSetter setter(type_, grid, kTextWidth, kPadding);
  const double head_height =
      (grid.caption.empty() ? 0 : kSmallPitch + 4) + row_height(setter, line_count(setter.head()));
  // A table begins with three rows, or with what of them a page should hold.
  double beginning = head_height;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, grid.rows.size()); ++i)
    beginning += row_height(setter, std::min<std::size_t>(6, line_count(setter.row(i))));
  const auto note = type_.lines(grid.note, kSmall, kTextWidth);
  const double note_height =
      grid.note.empty() ? 0 : 6 + static_cast<double>(note.size()) * kSmallPitch;
  if (grid.rows.size() <= 3) beginning += note_height;
  if (beginning > left() && !at_top()) next_page();

  in_table_ = true;
  head(grid, setter, false);
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    add_row(grid, setter, i, kBottom - kTopMargin - head_height, note_height);
    if (i + 1 < grid.rows.size()) rule(y_, 0.5, palette::kRule);
  }
  rule(y_, 1.2, palette::kInk);
  in_table_ = false;
  y_ += 6;
  if (!grid.note.empty()) lines(note, kSideMargin, kSmallPitch, kSmall.size, palette::kMuted);
  y_ += 10;
}

void Flow::add_row(const Grid& grid, const GridSetter& setter, std::size_t number, double room,
                   double below) {
  const GridSetter::Row set = setter.row(number);
  const std::size_t count = line_count(set);
  // Neither the last row nor the note is to go on alone.
  const bool last_but_one = number + 2 == grid.rows.size() && number > 3;
  const double with_last = last_but_one
                               ? row_height(setter, count) +
                                     row_height(setter, line_count(setter.row(number + 1))) + below
                               : 0;
  bool fresh = false;  // nothing but the head stands on the page
  for (std::size_t from = 0; from < count;) {
    std::size_t to = count;
    const bool parted = with_last > left() && with_last <= room && !fresh;
    if (parted || row_height(setter, count - from) > left()) {
      // A row is torn only if no page holds it.
      const double fitting = std::max(0.0, (left() - 2 * kRowMargin) / setter.pitch());
      to = row_height(setter, count) > room && fitting >= 3
               ? from + static_cast<std::size_t>(fitting)
               : from;
      if (fresh && to == from) to = from + 1;
    }
    if (to > from) {
      row(grid, setter, set, from, to);
      from = to;
    }
    if (from < count) {
      rule(y_, 1.2, palette::kInk);
      next_page();
      head(grid, setter, true);
      fresh = true;
    }
  }
}

}  // namespace

Pages flow(const Document& document, const Typesetter& type, const Messages& say) {
  return Flow(document, type, say).all();
}

}  // namespace respnet::viz
