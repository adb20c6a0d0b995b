#pragma once

#include <cstddef>
#include <functional>

namespace respnet {

/// Threads to use for a request: 0 means all the machine has. Never 0.
unsigned thread_count(unsigned requested);

/// Calls `work(block)` once for each block in [0, blocks), on up to `threads` threads (0: all).
///
/// For answers that do not depend on the number of threads: choose `blocks` from the size of the
/// problem alone, let block i write only its own slot, and combine the slots in order afterwards.
/// The first exception (by block) is thrown again once every running block has ended.
/// This is the only place that knows about threads.
void parallel_blocks(std::size_t blocks, unsigned threads,
                     const std::function<void(std::size_t)>& work);

}  // namespace respnet
