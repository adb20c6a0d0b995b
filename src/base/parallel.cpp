#include "respnet/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace respnet {

unsigned thread_count(unsigned requested) {
  static const unsigned all = std::max(1U, std::thread::hardware_concurrency());  // 20 us a call
  return requested != 0 ? requested : all;
}

void parallel_blocks(std::size_t blocks, unsigned threads,
                     const std::function<void(std::size_t)>& work) {
  const std::size_t workers = std::min<std::size_t>(thread_count(threads), blocks);
  if (workers <= 1) {
    for (std::size_t block = 0; block < blocks; ++block) work(block);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(blocks);
  const auto run = [&] {
    for (std::size_t block = next++; block < blocks; block = next++) {
      try {
        work(block);
      } catch (...) {
        failures[block] = std::current_exception();
        next = blocks;
      }
    }
  };
  {
    std::vector<std::jthread> pool;
    for (std::size_t i = 1; i < workers; ++i) pool.emplace_back(run);
    run();
  }
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace respnet
