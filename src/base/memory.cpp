#include "respnet/base/memory.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "respnet/base/text.hpp"

namespace respnet {
namespace {

// "max" (version 2) is no number; version 1 says so by one that no machine reaches.
std::optional<std::uint64_t> number_in_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string text;
  std::uint64_t value = 0;
  if (!(file >> text)) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// A group is held by its own limit and by those of all groups above it.
void narrow(std::optional<std::uint64_t>& limit, const std::filesystem::path& mount,
            std::filesystem::path group, const char* file) {
  for (;; group = group.parent_path()) {
    if (const auto own = number_in_file(mount / group / file))
      limit = std::min(limit.value_or(*own), *own);
    if (group.empty()) return;
  }
}

bool lists_memory(std::string_view controllers) {
  while (!controllers.empty()) {
    const std::size_t comma = std::min(controllers.find(','), controllers.size());
    if (controllers.substr(0, comma) == "memory") return true;
    controllers.remove_prefix(std::min(comma + 1, controllers.size()));
  }
  return false;
}

}  // namespace

std::optional<std::uint64_t> cgroup_memory_limit(const std::filesystem::path& root,
                                                 std::string_view memberships) {
  std::optional<std::uint64_t> limit;
  while (!memberships.empty()) {  // NUMBER:CONTROLLERS:/GROUP
    const std::size_t length = std::min(memberships.find('\n'), memberships.size());
    const std::string_view line = memberships.substr(0, length);
    memberships.remove_prefix(std::min(length + 1, memberships.size()));
    const std::size_t first = line.find(':');
    const std::size_t second = first == line.npos ? line.npos : line.find(':', first + 1);
    if (second == line.npos) continue;
    const std::string_view controllers = line.substr(first + 1, second - first - 1);
    const auto group = std::filesystem::path(line.substr(second + 1)).relative_path();
    if (controllers.empty()) narrow(limit, root, group, "memory.max");
    if (lists_memory(controllers)) narrow(limit, root / "memory", group, "memory.limit_in_bytes");
  }
  return limit;
}

std::uint64_t usable_memory() {
  static const std::uint64_t usable = [] {
    const long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
    std::uint64_t bytes = UINT64_MAX;
    if (pages > 0 && page > 0)
      bytes = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page);
    std::ifstream file("/proc/self/cgroup");
    const std::string memberships{std::istreambuf_iterator<char>(file), {}};
    return std::min(bytes, cgroup_memory_limit("/sys/fs/cgroup", memberships).value_or(bytes));
  }();
  return usable;
}

std::string memory_text(std::uint64_t bytes) {
  const auto megabytes = static_cast<double>(bytes) / 1e6;
  if (megabytes < 1) return std::to_string((bytes + 999) / 1000) + " kB";
  if (megabytes < 1000) return fixed(megabytes, 0) + " MB";
  return fixed(megabytes / 1000, 1) + " GB";
}

}  // namespace respnet
