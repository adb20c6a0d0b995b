#include "respnet/extract/role_letters.hpp"

#include <algorithm>
#include <array>

#include "extract/ascii.hpp"
#include "respnet/extract/clause.hpp"
#include "respnet/extract/glyphs.hpp"
#include "respnet/extract/table_layout.hpp"
#include "respnet/extract/words.hpp"

namespace respnet::extract {
namespace {

using model::Role;

constexpr std::array<std::string_view, 5> kFullMarks{"●", "★", "▲", "■", "◆"};
constexpr std::array<std::string_view, 6> kHollowMarks{"○", "☆", "△", "□", "◇", "◎"};
constexpr std::array<std::string_view, 6> kTicks{"√", "✓", "✔", "x", "X", "×"};

template <std::size_t N>
bool is_one_of(std::string_view cell, const std::array<std::string_view, N>& marks) {
  return std::ranges::find(marks, cell) != marks.end();
}

std::optional<Role> role_of_letter(char letter) {
  constexpr std::string_view known = "arscil";
  constexpr Role roles[] = {Role::Lead,    Role::Responsible, Role::Support,
                            Role::Support, Role::Informed,    Role::Lead};
  const std::size_t at = known.find(lower(letter));
  return at == std::string_view::npos ? std::nullopt : std::optional(roles[at]);
}

// 牵头, 配合, "Lead": the whole cell is a word of a role.
std::optional<Role> role_of_word(std::string_view cell) {
  if (kLeadStems.is(cell)) return Role::Lead;
  if (kSupportStems.is(cell)) return Role::Support;
  if (kOversightStems.is(cell)) return Role::Oversight;
  if (kResponsibleStems.is(cell)) return Role::Responsible;
  return role_in_words(cell);
}

}  // namespace

std::optional<Role> role_of_letters(std::string_view letters) {
  constexpr std::size_t longest = 16;
  std::optional<Role> strongest;
  if (letters.size() > longest) return std::nullopt;
  for (std::size_t i = 0; i < letters.size();) {
    const Glyph glyph = glyph_at(letters, i);
    if (is_letter(letters[i])) {
      const auto role = role_of_letter(letters[i]);
      if (!role || (i > 0 && is_letter(letters[i - 1]))) return std::nullopt;
      if (!strongest || *role < *strongest) strongest = role;
    } else if (std::string_view(" /,;&+*-()\n").find(letters[i]) == std::string_view::npos &&
               !separates(glyph.kind)) {
      return std::nullopt;
    }
    i += glyph.size;
  }
  return strongest;
}

std::optional<MatrixRole> role_in_matrix(std::string_view cell) {
  cell = stripped(cell);
  if (cell.empty()) return std::nullopt;
  if (const auto role = role_of_letters(cell)) return MatrixRole{*role, true};
  if (is_one_of(cell, kFullMarks)) return MatrixRole{Role::Lead, false};
  if (is_one_of(cell, kHollowMarks)) return MatrixRole{Role::Support, false};
  if (is_one_of(cell, kTicks)) return MatrixRole{Role::Responsible, false};
  if (const auto role = role_of_word(cell)) return MatrixRole{*role, true};
  return std::nullopt;
}

}  // namespace respnet::extract
