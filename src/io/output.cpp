#include "io/output.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "io/json_text.hpp"
#include "respnet/base/parallel.hpp"

namespace respnet::io {
namespace {

// Rows of a block: enough that waiting for a turn costs little beside them, and few enough that
// they stay in the cache of a core until they are passed on.
constexpr std::size_t kRows = 512;

// Lets blocks pass in their order. Buffers are used again: the room of the first ones serves all.
class Turns {
 public:
  std::string buffer() {
    const std::scoped_lock lock(mutex_);
    if (spare_.empty()) return {};
    std::string buffer = std::move(spare_.back());
    spare_.pop_back();
    return buffer;
  }
  /// Waits until the blocks before this one are through. @return  false: one of them failed
  bool wait(std::size_t block) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_ == block || failed_; });
    return !failed_;
  }
  void pass(std::string buffer) {
    buffer.clear();
    {
      const std::scoped_lock lock(mutex_);
      ++next_;
      spare_.push_back(std::move(buffer));
    }
    changed_.notify_all();
  }
  void fail() {
    {
      const std::scoped_lock lock(mutex_);
      failed_ = true;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  bool failed_ = false;
  std::vector<std::string> spare_;
};

}  // namespace

void Output::rows(std::size_t count, const AppendRows& append) {
  if (count <= kRows) {
    append(bytes, 0, count);
    end_row();
    return;
  }
  flush();
  Turns turns;
  parallel_blocks((count + kRows - 1) / kRows, threads_, [&](std::size_t block) {
    try {
      std::string text = turns.buffer();
      append(text, block * kRows, std::min((block + 1) * kRows, count));
      if (!turns.wait(block)) return;
      sink_(text);
      turns.pass(std::move(text));
    } catch (...) {
      turns.fail();
      throw;
    }
  });
}

void write_json_rows(Output& output, const Table& table, std::string_view indent) {
  const JsonObjects objects(table);
  output.bytes += '[';
  output.each_row(table.rows(), [&](std::string& out, std::size_t row) {
    out.append(row == 0 ? "\n" : ",\n").append(indent);
    objects.append(out, row);
  });
  output.bytes += ']';
}

}  // namespace respnet::io
