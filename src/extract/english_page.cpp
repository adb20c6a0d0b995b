#include "extract/english_page.hpp"

#include <algorithm>

#include "extract/english_fields.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/english_items.hpp"
#include "respnet/extract/english_names.hpp"
#include "respnet/extract/english_words.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/inline_text.hpp"

namespace respnet::extract {
namespace {

constexpr std::size_t kLongestHeading = 100;  // bytes, of a line in capitals or bold

// Levels of items; those of Markdown headings are the number of #.
enum Level : std::size_t {
  kSectionWord = 10,
  kCapitals = 11,
  kItemWord = 12,
  kNumbers = 20,
  kBullets = 40
};

struct Line {
  std::string_view raw;  // without blanks at its ends
  std::size_t indent = 0;
  std::size_t hashes = 0;
  bool bullet = false;
  bool bold = false;  // all of it
};

Line line_of(std::string_view raw) {
  Line line;
  while (line.indent < raw.size() && (raw[line.indent] == ' ' || raw[line.indent] == '\t'))
    ++line.indent;
  std::string_view words = stripped(raw);
  while (words.starts_with('>')) words = stripped(words.substr(1));
  line.hashes = std::min(words.find_first_not_of('#'), words.size());
  words = stripped(words.substr(line.hashes));
  for (const std::string_view bullet : {"- ", "* ", "+ ", "• ", "•\t", "– ", "▪ ", "o "})
    if (line.hashes == 0 && words.starts_with(bullet)) {
      line.bullet = true;
      words = stripped(words.substr(bullet.size()));
      break;
    }
  line.bold =
      words.size() > 4 && words.starts_with("**") && words.find("**", 2) == words.size() - 2;
  line.raw = words;
  return line;
}

bool in_capitals(std::string_view words) {
  const bool small = std::ranges::any_of(words, [](char c) { return c >= 'a' && c <= 'z'; });
  const auto letters = std::ranges::count_if(words, [](char c) { return c >= 'A' && c <= 'Z'; });
  constexpr std::ptrdiff_t fewest = 4;
  return !small && letters >= fewest && words.size() <= kLongestHeading;
}

// A line of a table, a rule, a footnote's text, a page number: nothing of a plan's lines.
bool is_apart(const Line& line) {
  const std::string_view raw = line.raw;
  if (raw.starts_with('|') || raw.starts_with("[^") || raw.starts_with("{:") ||
      raw.starts_with("```") || raw.find('\t') != std::string_view::npos)
    return true;
  return raw.find_first_not_of("-=_*0123456789 ") == std::string_view::npos;
}

class PageReader {
 public:
  explicit PageReader(TracedText& text) : text_(text) {}

  std::vector<EnglishItem> items() {
    const std::vector<std::uint32_t>& starts = text_.line_starts();
    for (std::size_t i = first_line(); i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text_.source().size();
      read(line_of(text_.source().substr(starts[i], end - starts[i])));
    }
    return std::move(items_);
  }

 private:
  std::size_t first_line() const;
  std::string_view words(Range range) const { return range.of(text_.text()); }
  void read(const Line& line);
  bool read_field_line(const Line& line, Range all);
  bool read_item(const Line& line, Range all, const std::vector<EnglishField>& fields);
  bool continues_value(const Line& line, Range all);
  void add_item(EnglishItem item);
  void add_field(const EnglishField& field);
  bool is_part_of_item(std::string_view heading) const;

  TracedText& text_;
  std::vector<EnglishItem> items_;
  Range last_text_;          // the last line that is no field
  bool in_block_ = false;    // the line before holds fields of the item at hand
  bool label_line_ = false;  // the last field is a heading; its value stands below
  bool open_value_ = false;  // the last field goes on
  bool blank_ = true;        // the line before is blank
};

// Behind a front matter between lines of dashes.
std::size_t PageReader::first_line() const {
  const std::vector<std::uint32_t>& starts = text_.line_starts();
  const std::string_view source = text_.source();
  if (!source.starts_with("---")) return 0;
  constexpr std::size_t farthest = 60;
  for (std::size_t i = 1; i < std::min(starts.size(), farthest); ++i)
    if (source.substr(starts[i]).starts_with("---")) return i + 1;
  return 0;
}

void PageReader::read(const Line& line) {
  if (line.raw.empty()) {
    blank_ = true;
    return;
  }
  if (is_apart(line)) return;
  const std::uint32_t begin = text_.size();
  append_inline(text_, line.raw);
  const Range all = narrowed(text_.text(), {begin, text_.size()});
  text_.append_mark('\n');
  if (all.empty()) return;
  if (!read_field_line(line, all) && !continues_value(line, all)) {
    last_text_ = all;
    in_block_ = open_value_ = false;
  }
  blank_ = false;
}

// Whether the line is an item or holds fields.
bool PageReader::read_field_line(const Line& line, Range all) {
  std::vector<EnglishField> fields = fields_in_line(text_.text(), all);
  if (fields.empty() && (line.bold || line.hashes != 0))
    if (const auto label = english_label_at_start(std::string(words(all)) + ": ")) {
      fields.push_back({*label, all, {all.end, all.end}});
      label_line_ = true;
    }
  const bool begins_with_field = !fields.empty() && fields.front().all.begin == all.begin;
  if (!begins_with_field && read_item(line, all, fields)) {
    for (const EnglishField& field : fields) add_field(field);
    return true;
  }
  for (const EnglishField& field : fields) {
    const ColumnKind kind = field.label.column.kind;
    if (kind == ColumnKind::Number || kind == ColumnKind::Task) {
      const bool goes_on = kind == ColumnKind::Task && !items_.empty() && items_.back().marked &&
                           items_.back().title.empty();
      if (goes_on) {
        items_.back().title = field.value;
        items_.back().label.end = field.value.end;
        continue;
      }
      EnglishItem item;
      item.marked = true;
      item.level = kNumbers;
      item.label = field.value;
      if (kind == ColumnKind::Number)
        item.number = std::string(words(field.value));
      else if (const auto mark = item_at_start(words(field.value)); mark && !mark->number.empty())
        item.number = mark->number,
        item.title = {field.value.begin + static_cast<std::uint32_t>(mark->size), field.value.end};
      else
        item.title = field.value;
      add_item(std::move(item));
    } else {
      add_field(field);
    }
  }
  return !fields.empty();
}

// "#### Background" in an item: names a part of it, not an item.
bool PageReader::is_part_of_item(std::string_view heading) const {
  const std::vector<std::string> all = words_of(heading);
  constexpr std::size_t most = 3;
  return !items_.empty() && items_.back().marked && all.size() <= most &&
         std::ranges::all_of(all, [](const std::string& word) {
           return kOtherLabels.is(word) || kLabelFillers.is(word);
         });
}

bool PageReader::read_item(const Line& line, Range all, const std::vector<EnglishField>& fields) {
  const auto mark = item_at_start(words(all));
  EnglishItem item;
  item.label = item.title = all;
  if (!fields.empty()) item.label.end = item.title.end = end_of_words(text_.text(), all, fields[0]);
  if (mark) {
    item.number = mark->number;
    item.marked = true;
    item.section = mark->section;
    item.title.begin = std::min(all.begin + static_cast<std::uint32_t>(mark->size), item.title.end);
    item.plain = !mark->word && mark->number.find('.') == std::string::npos;
  }
  const bool short_line = line.raw.size() <= kLongestHeading;
  if (line.hashes != 0) {
    if (!mark && is_part_of_item(words(all))) return false;
    item.level = line.hashes;
    item.plain = false;
  } else if (mark && mark->word) {
    item.level = mark->section ? kSectionWord : kItemWord;
  } else if (mark && (!line.bullet || !fields.empty() || !item.plain)) {
    item.level = kNumbers + static_cast<std::size_t>(std::ranges::count(item.number, '.'));
  } else if (line.bullet && !fields.empty()) {
    item.level = kBullets + line.indent;
  } else if (!line.bullet && (in_capitals(words(all)) || line.bold) && short_line &&
             fields.empty()) {
    item.level = kCapitals;
  } else if (!fields.empty() && blank_) {
    item.level = kBullets + line.indent;  // a paragraph with its fields behind it
  } else {
    return false;
  }
  add_item(std::move(item));
  return true;
}

void PageReader::add_item(EnglishItem item) {
  std::optional<std::uint32_t> parent;
  if (!items_.empty()) parent = static_cast<std::uint32_t>(items_.size() - 1);
  while (parent && items_[*parent].level >= item.level) parent = items_[*parent].parent;
  item.parent = parent;
  items_.push_back(std::move(item));
  in_block_ = open_value_ = false;
  last_text_ = {};
}

void PageReader::add_field(const EnglishField& field) {
  const ColumnKind kind = field.label.column.kind;
  if (items_.empty()) {
    if (last_text_.empty() || kind != ColumnKind::Units) return;
    EnglishItem item;
    item.level = kBullets;
    item.label = item.title = last_text_;
    add_item(std::move(item));
  }
  EnglishItem& item = items_.back();
  if (!in_block_) item.blocks.push_back({last_text_, {}});
  item.blocks.back().fields.push_back(field);
  in_block_ = true;
  open_value_ = field.value.empty();
}

// Behind "Supporting:" a list or the next line; behind "Roads Board and" the next line.
bool PageReader::continues_value(const Line& line, Range all) {
  if (!in_block_ || line.hashes != 0 || items_.empty()) return false;
  EnglishField& field = items_.back().blocks.back().fields.back();
  if (field.value.empty() || (open_value_ && line.bullet)) {
    if (blank_ && !line.bullet && !label_line_) return false;
    label_line_ = false;
    if (field.value.empty()) field.value.begin = all.begin;
    field.value.end = field.all.end = all.end;
    return true;
  }
  if (blank_ || line.bullet) return false;
  const std::string_view value = words(field.value);
  const std::vector<std::string> last = words_of(value);
  const std::string_view behind = text_.text().substr(field.value.end, 1);
  const bool unfinished =
      behind == "," || value.ends_with('&') || (!last.empty() && kSmallWords.is(last.back()));
  const char first = words(all).front();
  const bool runs_on = first >= 'a' && first <= 'z' && line.indent > 0;
  const bool listed = words(all).starts_with("and ") || words(all).starts_with("& ");
  if (!unfinished && !runs_on && !listed) return false;
  field.value.end = field.all.end = all.end;
  return true;
}

}  // namespace

std::vector<EnglishItem> english_items(TracedText& text) { return PageReader(text).items(); }

}  // namespace respnet::extract
