#include "analysis/globs.hpp"

#include <algorithm>

#include "respnet/base/text.hpp"

namespace respnet::analysis {

// Greedy: on a mismatch the last star takes one character more.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, taken = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::vector<std::string> listed_patterns(std::string_view list) {
  std::vector<std::string> patterns;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view pattern = trimmed(list.substr(0, comma));
    if (!pattern.empty()) patterns.emplace_back(pattern);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return patterns;
}

}  // namespace respnet::analysis
