#pragma once

// What an explanation tells, however it is shown.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/base/language.hpp"
#include "respnet/model/network.hpp"

namespace respnet::report {

/// How an assignment counts as lead under the lead policy of the study.
enum class Lead : std::uint8_t { No, Stated, Inferred };
Lead lead_of(const analysis::Study& study, model::TaskId task, const model::Assignment& assignment);

/// One unit in one task.
struct Mention {
  model::TaskId task;
  model::Assignment assignment;
};
std::vector<Mention> mentions_of(const model::Network& network, model::UnitId unit);
std::vector<Mention> mentions_of(const model::Network& network, model::TaskId task);

const Words& kind_word(model::UnitKind kind);

/// The other units of the task, in order.
std::string other_units(const model::Network& network, model::TaskId task, model::UnitId unit,
                        Language language);
/// The path of the source; empty where there is none.
std::string path_of(const model::Network& network, model::SourceId source);
/// The headings above a task, the top one first: "三、… / (一) …".
std::string headings_above(const model::Network& network, const model::Task& task);
std::string targets_text(const model::Task& task, Language language);

/// "a、b" of the texts of some items.
std::string joined(const auto& items, Language language, const auto& text_of) {
  std::string text;
  for (const auto& item : items)
    text += (text.empty() ? "" : Words{"、", ", "}.in(language)) + std::string(text_of(item));
  return text;
}

}  // namespace respnet::report
