#include "respnet/extract/inline_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/ascii.hpp"
#include "respnet/extract/english_names.hpp"

namespace respnet::extract {
namespace {

struct Reference {
  std::string_view name;
  char character;
};
constexpr std::array<Reference, 8> kReferences{{{"&amp;", '&'},
                                                {"&nbsp;", ' '},
                                                {"&#42;", '*'},
                                                {"&lt;", '<'},
                                                {"&gt;", '>'},
                                                {"&quot;", '"'},
                                                {"&#39;", '\''},
                                                {"&#124;", '|'}}};
constexpr std::array<std::string_view, 3> kStruckTags{"s", "del", "strike"};
constexpr std::array<std::string_view, 16> kTags{"b",   "i",     "u",    "em", "strong", "sup",
                                                 "sub", "span",  "p",    "ul", "ol",     "li",
                                                 "a",   "small", "font", "ins"};
constexpr std::array<std::string_view, 4> kLineTags{"br", "p", "li", "div"};

constexpr std::size_t kLongestStruck = 400;  // bytes; longer stretches are slips

struct Tag {
  std::string name;
  bool closes = false;
  std::size_t size = 0;
};

// <br/>, </span>, <a href="…">
std::optional<Tag> tag_at(std::string_view text) {
  constexpr std::size_t longest = 300;
  const std::size_t end = text.substr(0, longest).find('>');
  if (end == std::string_view::npos) return std::nullopt;
  Tag tag{{}, text.substr(1).starts_with('/'), end + 1};
  std::size_t at = tag.closes ? 2 : 1;
  const std::size_t begin = at;
  while (at < end && is_letter(text[at])) ++at;
  tag.name = lower_case(text.substr(begin, at - begin));
  if (tag.name.empty() || (at < end && text[at] != ' ' && text[at] != '/')) return std::nullopt;
  return tag;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

class InlineWriter {
 public:
  InlineWriter(TracedText& text, std::string_view piece) : text_(text), piece_(piece) {}

  void write() {
    while (at_ < piece_.size()) {
      const std::size_t before = at_;
      read_mark();
      if (at_ == before) ++at_;
    }
    keep_until(piece_.size());
  }

 private:
  std::string_view rest() const { return piece_.substr(at_); }
  // What stands up to `end` is text.
  void keep_until(std::size_t end) {
    if (end > kept_) text_.append(piece_.substr(kept_, end - kept_));
    kept_ = std::max(kept_, end);
  }
  // Leaves out `size` bytes.
  void skip(std::size_t size) {
    keep_until(at_);
    at_ += size;
    kept_ = at_;
  }
  void replace(std::size_t size, char c) {
    const auto offset = static_cast<std::uint32_t>(rest().data() - text_.source().data());
    skip(size);
    text_.append(c, offset);
  }
  void read_mark();
  bool emphasises() const;
  void read_tag();
  void read_reference();
  void read_bracket();

  TracedText& text_;
  std::string_view piece_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;
  std::size_t open_links_ = 0;
};

void InlineWriter::read_mark() {
  switch (rest().front()) {
    case '*':
    case '_':
      if (emphasises()) skip(1);
      break;
    case '\\':
      if (rest().size() > 1 &&
          std::string_view("|*_\\[]#-").find(rest()[1]) != std::string_view::npos)
        skip(1), ++at_;
      break;
    case '~':
      if (const std::size_t end = rest().substr(0, kLongestStruck).find("~~", 2);
          rest().starts_with("~~") && end != std::string_view::npos)
        skip(end + 2);
      break;
    case '<':
      read_tag();
      break;
    case '&':
      read_reference();
      break;
    case '[':
    case ']':
    case '!':
      read_bracket();
      break;
    default:
      break;
  }
}

// Marks of bold and italics; footnote stars go the same way. "a * b" and snake_case stay.
bool InlineWriter::emphasises() const {
  const char before = at_ > 0 ? piece_[at_ - 1] : ' ';
  const char behind = at_ + 1 < piece_.size() ? piece_[at_ + 1] : ' ';
  if (piece_[at_] == '_') return is_word(before) != is_word(behind);
  return before != ' ' || behind != ' ' || at_ + 1 == piece_.size();
}

void InlineWriter::read_tag() {
  const auto tag = tag_at(rest());
  if (!tag) return;
  if (!tag->closes && is_one_of(tag->name, kStruckTags)) {
    const std::string_view near = rest().substr(0, kLongestStruck);
    const std::size_t end = near.find("</" + tag->name);
    const std::size_t behind = end == std::string_view::npos ? end : near.find('>', end);
    skip(behind == std::string_view::npos ? tag->size : behind + 1);
  } else if (is_one_of(tag->name, kLineTags)) {
    replace(tag->size, '\n');
  } else if (is_one_of(tag->name, kTags)) {
    skip(tag->size);
  }
}

void InlineWriter::read_reference() {
  for (const Reference& reference : kReferences)
    if (rest().starts_with(reference.name))
      return replace(reference.name.size(), reference.character);
}

// [words](address), ![picture](address), [^15]
void InlineWriter::read_bracket() {
  constexpr std::size_t longest = 2000;
  const std::string_view near = rest().substr(0, longest);
  if (near.starts_with("[^")) {
    const std::size_t end = near.find(']');
    if (end != std::string_view::npos) skip(end + 1);
    return;
  }
  if (near.starts_with("](") && open_links_ > 0) {
    const std::size_t end = near.find(')');
    if (end != std::string_view::npos) skip(end + 1);
    --open_links_;
    return;
  }
  const bool picture = near.starts_with("![");
  if (!picture && !near.starts_with('[')) return;
  const std::size_t middle = near.find("](");
  const std::size_t close = near.find(']');
  if (middle == std::string_view::npos || close != middle) return;
  if (near.find(')', middle) == std::string_view::npos) return;
  skip(picture ? 2 : 1);
  ++open_links_;
}

}  // namespace

void append_inline(TracedText& text, std::string_view piece) { InlineWriter(text, piece).write(); }

}  // namespace respnet::extract
