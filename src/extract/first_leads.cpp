#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/clause_grammar.hpp"
#include "extract/clause_reader.hpp"
#include "respnet/extract/clause.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

// 列, 排, 居 in front of 第一: the words speak of an order, not of the best.
bool ranks_before(std::string_view text, std::size_t at) {
  constexpr std::size_t nearest = 12;  // bytes
  const std::string_view before = text.substr(at - std::min(at, nearest), std::min(at, nearest));
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"列", "排", "居", "位"},
      [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

// Every first place is one of these words or begins with it.
constexpr std::string_view kPlaces[] = {"第一", "首位", "首个", "最前", "第1位"};

// The next of them in text order, one pass for all: few characters have such a first byte.
std::string_view next_place(std::string_view text, std::size_t from) {
  constexpr auto begins_place = [](char c) {
    return c == kPlaces[0][0] || c == kPlaces[1][0] || c == kPlaces[3][0];
  };
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!begins_place(text[at])) continue;
    const std::string_view rest = text.substr(at);
    for (const std::string_view place : kPlaces)
      if (rest.starts_with(place)) return rest.substr(0, place.size());
  }
  return {};
}

std::optional<FirstLeads> remark_at(std::string_view text, std::size_t at, std::string_view place) {
  const std::string_view rest = text.substr(at, 400);
  const bool position = rest.substr(place.size()).starts_with("位") || place.ends_with("位");
  if (!position && !ranks_before(text, at)) return std::nullopt;
  grammar::Input in(rest.data(), rest.data() + rest.size(), "");
  ClauseReader reader;
  reader.text = rest;
  if (!tao::pegtl::parse<grammar::place_leads>(in, reader)) return std::nullopt;
  const auto size = static_cast<std::size_t>(in.current() - rest.data());
  const std::string_view remark = rest.substr(0, size);
  return FirstLeads{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size),
                    kFromHereOn.inside(remark), others_support(remark)};
}

}  // namespace

std::vector<FirstLeads> first_leads_remarks(std::string_view text) {
  std::vector<FirstLeads> found;
  for (std::size_t from = 0; from < text.size();) {
    const std::string_view place = next_place(text, from);
    if (place.empty()) break;
    const auto at = static_cast<std::size_t>(place.data() - text.data());
    if (const auto remark = remark_at(text, at, place)) found.push_back(*remark);
    from = at + place.size();
  }
  return found;
}

std::optional<FirstLeads> first_leads_remark(std::string_view text) {
  const std::vector<FirstLeads> found = first_leads_remarks(text);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace respnet::extract
