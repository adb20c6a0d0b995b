#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace respnet::io {

/// Names to numbers from 0, in the order first seen.
///
/// A name of up to eight bytes is its own key and found without a look at any text; longer ones are
/// kept one beside the other, for in the file they lie too far apart for the cache.
class NameTable {
 public:
  /// A name that is about to be looked up.
  struct Query {
    std::string_view name;
    std::uint64_t key = 0;
  };

  /// Has the memory bring its place near: asked early, it is there when it is wanted.
  /// @pre not empty; the text behind the name outlives the table
  Query query(std::string_view name) const {
    const Query result{name,
                       name.size() <= 8 ? key_of_short(name) : std::hash<std::string_view>{}(name)};
    __builtin_prefetch(&slots_[place_of(result.key)]);
    return result;
  }

  /// The name's number.
  std::uint32_t number(const Query& query) {
    const auto& [name, key] = query;
    const auto size = static_cast<std::uint32_t>(name.size());
    std::size_t place = place_of(key);
    for (; slots_[place].behind != 0; place = (place + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[place];
      if (slot.key == key && slot.size == size && (size <= 8 || near_[slot.behind - 1] == name))
        return slot.behind - 1;
    }
    names_.push_back(name);
    near_.push_back(size <= 8 ? name : std::string_view(kept_.emplace_back(name)));
    slots_[place] = {key, size, static_cast<std::uint32_t>(names_.size())};
    if (3 * names_.size() > 2 * slots_.size()) grow();
    return static_cast<std::uint32_t>(names_.size()) - 1;
  }

  std::size_t size() const { return names_.size(); }

  /// The names by number; the table is spent.
  std::vector<std::string_view> take_names() && { return std::move(names_); }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t size = 0;    // of the name
    std::uint32_t behind = 0;  // number + 1; 0: free
  };

  // All the bytes, some twice: with the size they tell the name.
  static std::uint64_t key_of_short(std::string_view name) {
    const std::size_t size = name.size();
    if (size >= 4) {
      std::uint32_t first = 0, last = 0;
      std::memcpy(&first, name.data(), 4);
      std::memcpy(&last, name.data() + size - 4, 4);
      return first | std::uint64_t{last} << 32;
    }
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(name[at]); };
    return byte(0) | std::uint64_t{byte(size / 2)} << 8 | std::uint64_t{byte(size - 1)} << 16;
  }

  // Names that differ by a digit or two are to lie apart: all bits take part, the upper ones tell.
  std::size_t place_of(std::uint64_t key) const {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = (key ^ key >> 32) * golden;
    mixed = (mixed ^ mixed >> 32) * golden;
    return mixed >> (64 - bits_);
  }

  void grow() {
    std::vector<Slot> old(std::size_t{1} << ++bits_);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.behind == 0) continue;
      std::size_t place = place_of(slot.key);
      while (slots_[place].behind != 0) place = (place + 1) & (slots_.size() - 1);
      slots_[place] = slot;
    }
  }

  int bits_ = 10;
  std::vector<Slot> slots_ = std::vector<Slot>(std::size_t{1} << bits_);
  std::vector<std::string_view> names_;  // where they stand in the file
  std::vector<std::string_view> near_;   // the same, longer ones in `kept_`
  std::deque<std::string> kept_;
};

}  // namespace respnet::io
