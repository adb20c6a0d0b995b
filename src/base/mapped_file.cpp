#include "respnet/base/mapped_file.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace respnet {
namespace {

// What is mapped just now and may be dropped. Dropped pages of other memory would be lost, so
// drop_pages() asks.
std::mutex mappings_mutex;
std::vector<std::string_view> mappings;

bool holds(std::string_view whole, std::string_view part) {
  const std::less_equal<> before;
  return before(whole.data(), part.data()) &&
         before(part.data() + part.size(), whole.data() + whole.size());
}

}  // namespace

std::optional<MappedFile> MappedFile::of(const std::filesystem::path& path, std::size_t least_bytes,
                                         std::size_t least_dropped) {
  struct stat info {};
  if (path == "-" || stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  void* at = MAP_FAILED;
  std::size_t size = 0;
  if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
    size = static_cast<std::size_t>(info.st_size);
    if (size >= least_bytes) at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  }
  close(descriptor);
  if (at == MAP_FAILED) return std::nullopt;
  madvise(at, size, MADV_WILLNEED);
  return MappedFile({static_cast<const char*>(at), size}, size >= least_dropped);
}

MappedFile::MappedFile(std::string_view bytes, bool may_be_dropped) : bytes_(bytes) {
  if (!may_be_dropped) return;
  const std::scoped_lock lock(mappings_mutex);
  mappings.push_back(bytes_);
}

MappedFile::~MappedFile() {
  if (bytes_.empty()) return;
  {
    const std::scoped_lock lock(mappings_mutex);
    std::erase_if(mappings,
                  [&](std::string_view mapped) { return mapped.data() == bytes_.data(); });
  }
  munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

void drop_pages(std::string_view bytes) noexcept {
  {
    const std::scoped_lock lock(mappings_mutex);
    if (std::ranges::none_of(mappings,
                             [&](std::string_view mapped) { return holds(mapped, bytes); }))
      return;
  }
  static const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto begin = reinterpret_cast<std::uintptr_t>(bytes.data());
  const std::uintptr_t before = begin % page;
  madvise(const_cast<char*>(bytes.data()) - before, bytes.size() + before, MADV_DONTNEED);
}

}  // namespace respnet
