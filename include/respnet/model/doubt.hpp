#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/language.hpp"
#include "respnet/model/ids.hpp"
#include "respnet/model/network.hpp"

namespace respnet::model {

/// Where a doubt arose; a line of 0 is the whole document.
struct DoubtPlace {
  std::uint32_t line = 0;
  std::optional<TaskId> task = std::nullopt;
  std::optional<UnitId> unit = std::nullopt;
};

/// A note in both languages: what is read first does not yet know which one the document is in.
struct Doubt {
  std::string code;
  Words message;
  DoubtPlace place;

  Note note(Language language) const {
    return {code, place.task, place.line, message.in(language), place.unit};
  }
};

/// The sentence of that key, with its parts in place of {1}, {2}, …
/// @param key  a code, or "code/variant" where one code has several sentences
/// @throws std::logic_error  for a key that is in no row of the table, or a part that is missing
Words sentence(std::string_view key, const std::vector<Words>& parts = {});

/// A doubt with the sentence of that key; its code is what stands before the '/'.
Doubt doubt(std::string_view key, const std::vector<Words>& parts = {}, DoubtPlace place = {});

/// Names and words of the document, safe to print: “…” in Chinese, '…' in English.
Words quoted(std::string_view name);
/// “甲”、“乙”; 'A', 'B'.
Words quoted(const std::vector<std::string>& names);
/// The same in both languages: places, codes.
Words plain(std::string_view text);
Words counted(std::size_t count);
/// One behind the other, parted by 、 or a comma.
Words listed(const std::vector<Words>& items);

/// Every key that has a sentence, in the order of the table.
std::vector<std::string_view> sentence_keys();

/// The language of the first source that tells its own; English where none does.
Language language_of(const std::vector<Source>& sources);

}  // namespace respnet::model
