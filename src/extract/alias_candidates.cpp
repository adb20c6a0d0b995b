#include "respnet/extract/alias_candidates.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <tsl/robin_map.h>

#include "extract/alias_pairs.hpp"
#include "extract/english_forms.hpp"
#include "extract/likely_same.hpp"
#include "extract/quoted.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/extract/registry.hpp"
#include "respnet/extract/unit_names.hpp"

namespace respnet::extract {
namespace {

using model::index;
using model::Network;
using model::UnitId;

constexpr std::size_t kMostUnits = 10'000'000;
constexpr std::size_t kMostAlike = 16;     // names that one rule may find alike; more say nothing
constexpr std::size_t kMostSharers = 64;   // names that share a letter worth comparing
constexpr std::size_t kLongestName = 200;  // in bytes; longer ones are sentences

using Bucket = std::vector<std::uint32_t>;
using Buckets = tsl::robin_map<std::string, Bucket>;

class Search {
 public:
  Search(const Network& network, const Registry* registry)
      : network_(network), registry_(registry), pairs_(network.unit_count()) {
    for (const UnitId id : network.unit_ids()) {
      const std::string_view name = network.unit_name(id);
      const bool counts =
          network.unit_kind(id) == model::UnitKind::Organ && name.size() <= kLongestName;
      names_.push_back(counts ? folded_name(name) : std::string{});
      if (counts) units_.push_back(static_cast<std::uint32_t>(index(id)));
    }
  }

  std::vector<AliasCandidate> candidates() {
    by_script();
    by_level();
    by_beginning();
    by_letters();
    by_office();
    by_english_words();
    by_initials();
    return without_meeting();
  }

 private:
  void by_script();
  void by_level();
  void by_beginning();
  void by_letters();
  void by_office();
  void by_english_words();
  void by_initials();
  std::vector<AliasCandidate> without_meeting() const;

  void compare_all(const Buckets& buckets, auto&& evidence_of);
  std::string_view printed(std::uint32_t unit) const {
    return network_.unit_name(static_cast<UnitId>(unit));
  }

  bool both_registered(const UnitPair& pair) const {
    const auto known = [&](std::uint32_t unit) {
      return registry_ != nullptr &&
             registry_->meaning(printed(unit), {}).kind != Registry::Meaning::Unknown;
    };
    return known(pair.first) && known(pair.second);
  }

  const Network& network_;
  const Registry* registry_;
  std::vector<std::uint32_t> units_;  // organs
  std::vector<std::string> names_;    // by unit, folded
  AliasPairs pairs_;
};

// `evidence_of(a, b)` is asked for each pair in a bucket, in order of units.
void Search::compare_all(const Buckets& buckets, auto&& evidence_of) {
  std::vector<UnitPair> asked;
  for (const auto& [key, bucket] : buckets)
    if (bucket.size() <= kMostAlike)
      for (std::size_t i = 0; i < bucket.size(); ++i)
        for (std::size_t j = i + 1; j < bucket.size(); ++j)
          asked.emplace_back(bucket[i], bucket[j]);
  std::ranges::sort(asked);  // buckets come in no order
  for (const auto& [a, b] : asked)
    if (const std::optional<std::string> evidence = evidence_of(a, b)) pairs_.add(a, b, *evidence);
}

void Search::by_script() {
  Buckets buckets;
  for (const std::uint32_t unit : units_)
    buckets[comparison_key(simplified(names_[unit]))].push_back(unit);
  compare_all(buckets, [&](std::uint32_t a, std::uint32_t b) -> std::optional<std::string> {
    if (comparison_key(names_[a]) == comparison_key(names_[b])) return std::nullopt;
    return quoted(printed(a)) + " and " + quoted(printed(b)) +
           " are the same name in traditional and in simplified characters";
  });
}

// 发改局 and 县发改局, 县委网信办 and 县网信办, 县教育局 and 东山县教育局.
void Search::by_level() {
  Buckets buckets;
  for (const std::uint32_t unit : units_)
    if (const auto parts = parts_of_name(names_[unit]))
      buckets[std::string(parts->full_field) + "|" + std::string(parts->full_ending)].push_back(
          unit);
  compare_all(buckets, [&](std::uint32_t a, std::uint32_t b) -> std::optional<std::string> {
    auto level = parts_of_name(names_[a])->level, other = parts_of_name(names_[b])->level;
    if (level.size() > other.size()) {
      std::swap(a, b);
      std::swap(level, other);
    }
    if (!may_be_same_level(level, other)) return std::nullopt;
    return quoted(printed(a)) + " is " + quoted(printed(b)) + " with " +
           (level.empty() ? "no level" : "the level " + quoted(level)) + " instead of " +
           quoted(other);
  });
}

// A whole name behind something else: 总工会 in 县总工会, 县税务局 in 国家税务总局东山县税务局.
void Search::by_beginning() {
  tsl::robin_map<std::string_view, std::uint32_t> by_name;
  for (const std::uint32_t unit : units_) by_name.emplace(names_[unit], unit);
  std::map<std::uint32_t, Bucket> longer_names;  // by the shorter
  for (const std::uint32_t unit : units_) {
    const std::string_view name = names_[unit];
    for (std::size_t at = 0; at < name.size();) {
      next_code_point(name, at);
      const std::string_view rest = name.substr(at);
      if (!is_chinese_name(rest)) continue;
      if (const auto found = by_name.find(rest); found != by_name.end())
        longer_names[found->second].push_back(unit);
    }
  }
  constexpr std::size_t most = 3;  // more: a word for many, as 管委会
  for (const auto& [unit, longer] : longer_names) {
    if (longer.size() > most) continue;
    for (const std::uint32_t other : longer) {
      const std::string_view before =
          std::string_view(names_[other]).substr(0, names_[other].size() - names_[unit].size());
      pairs_.add(unit, other,
                 quoted(printed(unit)) + " is " + quoted(printed(other)) + " without " +
                     quoted(before) + " before it");
    }
  }
}

void Search::by_letters() {
  tsl::robin_map<std::string, Bucket> holders;  // by letter: the units whose name has it
  for (const std::uint32_t unit : units_)
    for (const std::string& letter : letters_of(names_[unit])) {
      Bucket& bucket = holders[letter];
      if ((bucket.empty() || bucket.back() != unit) && bucket.size() <= kMostSharers)
        bucket.push_back(unit);
    }
  for (const std::uint32_t unit : units_) {
    if (!is_chinese_name(names_[unit])) continue;
    const Bucket* rarest = nullptr;
    for (const std::string& letter : letters_of(names_[unit]))
      if (const Bucket& bucket = holders.at(letter);
          rarest == nullptr || bucket.size() < rarest->size())
        rarest = &bucket;
    if (rarest->size() > kMostSharers) continue;
    for (const std::uint32_t other : *rarest)
      if (may_be_short_form(names_[unit], names_[other]))
        pairs_.add(unit, other,
                   "the letters of " + quoted(printed(unit)) + " stand in this order in " +
                       quoted(printed(other)) + ", which ends alike");
  }
}

// 知识产权局 alone, and as a name-plate of 市场监管局（知识产权局）.
void Search::by_office() {
  tsl::robin_map<std::string, Bucket> hosts;
  for (const std::uint32_t unit : units_)
    for (const std::string& office : network_.unit(static_cast<UnitId>(unit)).offices)
      hosts[without_level(comparison_key(office))].push_back(unit);
  if (hosts.empty()) return;
  for (const std::uint32_t unit : units_) {
    const auto found = hosts.find(without_level(comparison_key(names_[unit])));
    if (found == hosts.end() || found->second.size() > kMostAlike) continue;
    for (const std::uint32_t host : found->second)
      pairs_.add(unit, host,
                 quoted(printed(unit)) + " also stands in the parentheses of " +
                     quoted(printed(host)) + ", as an office of it");
  }
}

void Search::by_english_words() {
  Buckets buckets;
  for (const std::uint32_t unit : units_)
    if (std::string words = plain_english(names_[unit]); !words.empty())
      buckets[std::move(words)].push_back(unit);
  compare_all(buckets, [&](std::uint32_t a, std::uint32_t b) -> std::optional<std::string> {
    return quoted(printed(a)) + " and " + quoted(printed(b)) +
           " are the same words but for case, 'the', '&' and points";
  });
}

void Search::by_initials() {
  Buckets buckets;
  for (const std::uint32_t unit : units_)
    if (std::string initials = initials_of(names_[unit]); initials.size() > 1)
      buckets[std::move(initials)].push_back(unit);
  compare_all(buckets, [&](std::uint32_t a, std::uint32_t b) -> std::optional<std::string> {
    if (!has_acronym(names_[a])) std::swap(a, b);
    if (!has_acronym(names_[a]) || has_acronym(names_[b])) return std::nullopt;
    return quoted(printed(a)) + " has the initials of " + quoted(printed(b));
  });
}

std::vector<AliasCandidate> Search::without_meeting() const {
  const Meetings meetings(network_, pairs_);
  std::vector<AliasCandidate> result;
  for (const auto& [pair, evidence] : pairs_.all()) {
    if (meetings.in_one_clause(pair) || both_registered(pair)) continue;
    const std::size_t tasks = meetings.tasks(pair);
    result.push_back({static_cast<UnitId>(pair.first), static_cast<UnitId>(pair.second),
                      evidence + (tasks == 0 ? "; no task names both"
                                             : "; tasks that name both: " + std::to_string(tasks) +
                                                   ", in different clauses")});
  }
  return result;
}

}  // namespace

std::vector<AliasCandidate> alias_candidates(const Network& network, const Registry* registry) {
  if (network.unit_count() > kMostUnits)
    throw LimitError("aliases are looked for among at most " + std::to_string(kMostUnits) +
                     " units, the network has " + std::to_string(network.unit_count()) +
                     "; check its sources one by one");
  return Search(network, registry).candidates();
}

}  // namespace respnet::extract
