#include "respnet/extract/clean_line.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "respnet/base/text.hpp"

namespace respnet::extract {
namespace {

constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
    {"&nbsp;", " "},  {"&emsp;", " "},   {"&ensp;", " "},   {"&thinsp;", " "}, {"&amp;", "&"},
    {"&lt;", "<"},    {"&gt;", ">"},     {"&quot;", "\""},  {"&ldquo;", "“"},  {"&rdquo;", "”"},
    {"&lsquo;", "‘"}, {"&rsquo;", "’"},  {"&middot;", "·"}, {"&mdash;", "—"},  {"&ndash;", "–"},
    {"&#160;", " "},  {"&#12288;", " "}, {"&#8203;", ""},   {"&zwnj;", ""},    {"&zwj;", ""}};
// Tags that stand for a break, and those that only change how words look.
constexpr std::string_view kBreaks[] = {"br", "p", "div", "li", "tr", "td"};
constexpr std::string_view kStyles[] = {"b", "strong", "i", "em", "u", "span", "font"};
constexpr std::size_t kLongestTag = 120;

struct Clutter {
  std::size_t size = 0;
  std::string_view shown;
};

// <br>, <br/>, </p>, <span style="…">
std::optional<Clutter> tag_at(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestTag).find('>');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view name = text.substr(1, end - 1);
  if (name.starts_with('/')) name.remove_prefix(1);
  const std::string_view word = name.substr(0, name.find_first_of(" /\t"));
  const auto is = [&](std::string_view tag) { return equal_but_for_case(word, tag); };
  if (std::ranges::any_of(kBreaks, is)) return Clutter{end + 1, " "};
  if (std::ranges::any_of(kStyles, is)) return Clutter{end + 1, {}};
  return std::nullopt;
}

std::optional<Clutter> entity_at(std::string_view text) {
  for (const auto& [name, shown] : kEntities)
    if (text.starts_with(name)) return Clutter{name.size(), shown};
  return std::nullopt;
}

std::optional<Clutter> clutter_at(std::string_view text) {
  switch (text.front()) {
    case '*':
      return text.starts_with("**") ? std::optional(Clutter{2, {}}) : std::nullopt;
    case '&':
      return entity_at(text);
    case '<':
      return tag_at(text);
    default:
      break;
  }
  std::size_t size = 0;
  if (!is_hidden(next_code_point(text, size))) return std::nullopt;
  return Clutter{size, {}};
}

// Where the next byte stands that may begin such a thing. 0xE2 leads U+2000 to U+2FFF.
std::size_t next_suspect(std::string_view text, std::size_t from) {
  constexpr std::array<bool, 256> suspects = [] {
    std::array<bool, 256> found{};
    for (const char c : {'*', '&', '<'}) found[static_cast<unsigned char>(c)] = true;
    found[0xE2] = true;
    return found;
  }();
  while (from < text.size() && !suspects[static_cast<unsigned char>(text[from])]) ++from;
  return from;
}

}  // namespace

bool is_hidden(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069);
}

void CleanLine::assign(std::string_view raw) {
  raw_ = raw;
  changed_ = false;
  std::size_t kept = 0;
  for (std::size_t i = next_suspect(raw, 0); i < raw.size(); i = next_suspect(raw, i)) {
    const auto clutter = clutter_at(raw.substr(i));
    if (!clutter) {
      ++i;
      continue;
    }
    if (!std::exchange(changed_, true)) {
      text_.clear();
      pieces_.clear();
    }
    keep(raw.substr(kept, i - kept));
    replace(raw.substr(i, clutter->size), clutter->shown);
    i += clutter->size;
    kept = i;
  }
  if (changed_) keep(raw.substr(kept));
}

void CleanLine::keep(std::string_view bytes) {
  if (bytes.empty()) return;
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), 0, bytes.data()});
  text_ += bytes;
}

void CleanLine::replace(std::string_view bytes, std::string_view shown) {
  if (shown.empty()) return;
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()),
                     static_cast<std::uint32_t>(bytes.size()), bytes.data()});
  text_ += shown;
}

std::size_t CleanLine::piece_at(std::size_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
  return static_cast<std::size_t>(behind - pieces_.begin()) - 1;
}

std::uint32_t CleanLine::source_offset(const TracedText& traced, const char* at) const {
  if (changed_) {
    const auto offset = static_cast<std::size_t>(at - text_.data());
    const Piece& piece = pieces_[piece_at(offset)];
    at = piece.source + (piece.replaced != 0 ? 0 : offset - piece.begin);
  }
  return static_cast<std::uint32_t>(at - traced.source().data());
}

void CleanLine::append_to(TracedText& traced, std::string_view part) const {
  if (!changed_) {
    traced.append(part);
    return;
  }
  auto at = static_cast<std::size_t>(part.data() - text_.data());
  const std::size_t end = at + part.size();
  for (std::size_t p = part.empty() ? pieces_.size() : piece_at(at); at < end; ++p) {
    const Piece& piece = pieces_[p];
    const std::size_t piece_end = p + 1 < pieces_.size() ? pieces_[p + 1].begin : text_.size();
    const std::size_t stop = std::min(end, piece_end);
    if (piece.replaced != 0) {
      // The last byte stands for the last one of the entity, so that spans hold it whole.
      const auto source = static_cast<std::uint32_t>(piece.source - traced.source().data());
      for (; at < stop; ++at)
        traced.append(text_[at], at + 1 == piece_end && at > piece.begin
                                     ? source + piece.replaced - 1
                                     : source);
    } else {
      traced.append({piece.source + (at - piece.begin), stop - at});
      at = stop;
    }
  }
}

}  // namespace respnet::extract
