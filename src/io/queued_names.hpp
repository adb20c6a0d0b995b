#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/name_table.hpp"

namespace respnet::io {

/// Numbers names in the order asked, each soon, when the memory has brought its place.
template <typename Number>
class QueuedNames {
 public:
  /// @param where  gets the number by the next flush() at the latest; may be null
  /// @param lasts  whether the text behind the name outlives the names
  [[gnu::always_inline]] void look_up(std::string_view name, bool lasts, Number* where) {
    if (!lasts) return look_up_at_once(name, where);
    waiting_[waiting_count_++] = {table_.query(name), where};
    if (waiting_count_ == waiting_.size()) flush();
  }

  void flush() {
    for (const auto& [query, where] : std::span(waiting_).first(waiting_count_))
      put(table_.number(query), where);
    waiting_count_ = 0;
  }

  /// The names by number, and the text of those that do not last. @pre flushed; the table is spent
  std::vector<std::string_view> take_names() { return std::move(table_).take_names(); }
  std::deque<std::string> take_kept() { return std::move(kept_); }

 private:
  struct Waiting {
    NameTable::Query query;
    Number* where;
  };

  static void put(std::uint32_t number, Number* where) {
    if (where != nullptr) *where = static_cast<Number>(number);
  }
  [[gnu::noinline]] void look_up_at_once(std::string_view name, Number* where) {
    flush();
    const std::size_t known = table_.size();
    put(table_.number(table_.query(kept_.emplace_back(name))), where);
    if (table_.size() == known) kept_.pop_back();
  }

  NameTable table_;
  std::array<Waiting, 32> waiting_;
  std::size_t waiting_count_ = 0;
  std::deque<std::string> kept_;
};

}  // namespace respnet::io
