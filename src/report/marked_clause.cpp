#include "report/marked_clause.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "respnet/base/text.hpp"

namespace respnet::report {
namespace {

using Place = std::pair<std::size_t, std::size_t>;  // begin, end in the clause

bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// By span: only where the clause's text is what stands in the source.
std::optional<Place> by_span(const model::Clause& clause, const model::Span& span) {
  if (clause.span.end - clause.span.begin != clause.text.size()) return std::nullopt;
  if (span.begin < clause.span.begin || span.end > clause.span.end || span.begin >= span.end)
    return std::nullopt;
  const Place place(span.begin - clause.span.begin, span.end - clause.span.begin);
  if (!begins_character(clause.text, place.first) || !begins_character(clause.text, place.second))
    return std::nullopt;
  return place;
}

std::optional<Place> by_words(std::string_view text, std::string_view printed) {
  const std::size_t at = printed.empty() ? std::string_view::npos : text.find(printed);
  if (at == std::string_view::npos) return std::nullopt;
  return Place(at, at + printed.size());
}

// In order, none over another.
std::vector<Place> places(const model::Network& network, model::TaskId task, std::uint32_t number,
                          const model::Clause& clause, std::optional<model::UnitId> only) {
  std::vector<Place> found;
  for (const model::AssignmentId id : network.assignments(task)) {
    const model::Assignment a = network.assignment(id);
    if (a.clause != number || (only && a.unit != *only)) continue;
    auto place = by_span(clause, a.span);
    if (!place)
      place =
          by_words(clause.text, a.as_written.empty() ? network.unit_name(a.unit) : a.as_written);
    if (place) found.push_back(*place);
  }
  std::ranges::sort(found);
  std::size_t end = 0;
  std::erase_if(found, [&](const Place& place) {
    if (place.first < end) return true;
    end = place.second;
    return false;
  });
  return found;
}

}  // namespace

std::string marked_clause(const model::Network& network, model::TaskId task, std::uint32_t clause,
                          std::optional<model::UnitId> only, const Marks& marks) {
  const auto clauses = network.task(task).clauses;
  if (clause >= clauses.size()) return {};
  const std::string_view text = clauses[clause].text;
  std::string result;
  std::size_t shown = 0;
  for (const auto& [begin, end] : places(network, task, clause, clauses[clause], only)) {
    result += printable(text.substr(shown, begin - shown)) + marks.open +
              printable(text.substr(begin, end - begin)) + marks.close;
    shown = end;
  }
  return result + printable(text.substr(shown));
}

}  // namespace respnet::report
