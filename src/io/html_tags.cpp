#include "io/html_tags.hpp"

#include <algorithm>
#include <array>

#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

constexpr std::ptrdiff_t kMostSeparators = 2000;  // between and around attributes
constexpr std::array<std::string_view, 10> kFormatting{"font",   "b",     "i",   "u",  "em",
                                                       "strong", "small", "big", "tt", "basefont"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Bytes of the formatting tag at `tag`, or 0.
std::size_t formatting_tag(std::string_view tag) {
  std::size_t at = tag.substr(1).starts_with('/') ? 2 : 1;
  std::string name;
  constexpr std::size_t longest = 8;
  for (; at < tag.size() && is_letter(tag[at]) && name.size() <= longest; ++at)
    name += static_cast<char>(tag[at] | 0x20);
  if (std::ranges::find(kFormatting, name) == kFormatting.end()) return 0;
  if (at < tag.size() && std::string_view("> /\t\r\n").find(tag[at]) == std::string_view::npos)
    return 0;
  char quote = 0;
  for (; at < tag.size(); ++at) {
    if (quote != 0)
      quote = tag[at] == quote ? '\0' : quote;
    else if (tag[at] == '"' || tag[at] == '\'')
      quote = tag[at];
    else if (tag[at] == '>')
      return at + 1;
    else if (tag[at] == '<')
      return 0;
  }
  return 0;
}

}  // namespace

void check_tags(std::string_view html, const std::string& file) {
  for (std::size_t tag = html.find('<'); tag != html.npos; tag = html.find('<', tag + 1)) {
    const std::size_t end = std::min(html.find_first_of("<>", tag + 1), html.size());
    const auto separators = std::ranges::count_if(html.substr(tag, end - tag), [](char c) {
      return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\'';
    });
    if (separators > kMostSeparators && tag + 1 < end && is_letter(html[tag + 1]))
      throw LimitError(file + ": a tag has more than 500 attributes; save the text as a .txt file");
  }
}

std::string without_formatting(std::string_view html) {
  std::string plain;
  plain.reserve(html.size());
  constexpr std::string_view comment = "<!--";
  std::size_t kept = 0;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    if (html.substr(at).starts_with(comment)) {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    const std::size_t size = formatting_tag(html.substr(at));
    if (size == 0) {
      ++at;
      continue;
    }
    plain += html.substr(kept, at - kept);
    kept = at += size;
  }
  plain += html.substr(kept);
  return plain;
}

}  // namespace respnet::io
