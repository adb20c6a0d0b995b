#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/model/role.hpp"

namespace respnet::io {

// The words of a review, in Chinese and English. Both are always understood.

enum class ReviewColumn : std::uint8_t {
  Code,
  Source,
  Task,
  Title,
  Line,
  Span,
  Text,
  About,
  Chosen,
  Other,
  Correction,
  Message,
};
inline constexpr std::size_t kReviewColumns = 12;

std::string_view word(ReviewColumn column, Language language);
std::optional<ReviewColumn> review_column(std::string_view head);

enum class ReviewSubject : std::uint8_t { None, Units, Unit };
std::string_view word(ReviewSubject subject, Language language);
std::optional<ReviewSubject> review_subject(std::string_view word);

enum class ReviewWord : std::uint8_t { Ok, NoUnit, DeleteTask, Delete, Apart };
std::string_view word(ReviewWord word, Language language);
std::optional<ReviewWord> review_word(std::string_view text);

/// "任务 3.10", "task 3.10".
std::string task_mark(std::string_view id, Language language);
/// The id in such a mark; a bare id is one too.
std::string_view task_of_mark(std::string_view mark);

std::string_view word(model::Role role, Language language);
std::optional<model::Role> review_role(std::string_view word);

/// One unit in a statement of who does what.
struct StatedUnit {
  std::string name;
  model::Role role = model::Role::Responsible;
};

/// "牵头：甲；配合：乙、丙". Names that would not come back are quoted.
std::string statement(const std::vector<StatedUnit>& units, Language language);
/// Nothing where the text is no such statement.
std::optional<std::vector<StatedUnit>> stated_units(std::string_view text);

/// Names separated by ；、; or |, and back.
std::string name_list(const std::vector<std::string>& names, Language language);
std::optional<std::vector<std::string>> listed_names(std::string_view text);

}  // namespace respnet::io
