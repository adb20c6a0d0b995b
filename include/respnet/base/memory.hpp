#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace respnet {

/// Bytes of memory that this process may fill: those of the machine, or fewer where its control
/// group (a container, a service) has a limit. Read once; not what others leave free.
std::uint64_t usable_memory();

/// The smallest memory limit of the control groups that a process is in.
///
/// @param root         where control groups are mounted: /sys/fs/cgroup
/// @param memberships  the text of /proc/self/cgroup, of version 1 or 2; groups that cannot be seen
///                     from a container count by those above them
/// @return  bytes; nullopt without a limit
std::optional<std::uint64_t> cgroup_memory_limit(const std::filesystem::path& root,
                                                 std::string_view memberships);

/// "820 MB", "3.4 GB": for messages about memory.
std::string memory_text(std::uint64_t bytes);

}  // namespace respnet
