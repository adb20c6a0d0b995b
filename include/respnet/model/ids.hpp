#pragma once

#include <cstddef>
#include <cstdint>

namespace respnet::model {

// Ids are positions in a Network's columns, from 0. Distinct types, so that they cannot be mixed;
// the ids that people see ("3.1.2", "u7") are texts of the tasks, units and sections themselves.
enum class SourceId : std::uint32_t {};
enum class SectionId : std::uint32_t {};
enum class TaskId : std::uint32_t {};
enum class UnitId : std::uint32_t {};

/// Position of an assignment: grouped by task, in text order. 64 bits, for 10^8 and more.
enum class AssignmentId : std::uint64_t {};

template <typename Id>
constexpr std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

/// The ids [first, last), to loop over.
template <typename Id>
class IdRange {
 public:
  class Iterator {
   public:
    using value_type = Id;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(std::uint64_t at) : at_(at) {}
    Id operator*() const { return static_cast<Id>(at_); }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    std::uint64_t at_ = 0;
  };

  IdRange(std::uint64_t first, std::uint64_t last) : first_(first), last_(last) {}
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(last_); }
  std::size_t size() const { return last_ - first_; }
  bool empty() const { return first_ == last_; }

 private:
  std::uint64_t first_, last_;
};

}  // namespace respnet::model
