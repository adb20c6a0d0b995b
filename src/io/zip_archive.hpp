#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace respnet::io {

/// A zip archive in memory, from which parts are read by name. Nothing is extracted to disk.
///
/// Sizes that the archive declares are not believed: what comes out is counted.
/// Limits: 10,000 members, 64 MiB a part, 256 MiB in all.
class ZipArchive {
 public:
  static constexpr std::size_t kMostMembers = 10'000;
  static constexpr std::size_t kLargestPart = std::size_t{64} << 20;
  static constexpr std::size_t kLargestSum = std::size_t{256} << 20;

  /// @param bytes  must outlive the archive
  /// @param file   for messages
  /// @throws InputError  when it is damaged; LimitError  above 10,000 members
  ZipArchive(std::string_view bytes, std::string file);
  ~ZipArchive();
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;

  bool has(const std::string& name) const;
  /// @throws InputError  when the part is missing, encrypted, damaged (its checksum is compared) or
  ///                     packed by a method that is not known
  /// @throws LimitError  above 64 MiB, or 256 MiB with the parts read before
  std::string part(const std::string& name);

  /// "FILE!PART", for messages about what stands in a part.
  std::string place_of(const std::string& name) const { return file_ + "!" + name; }

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::string file_;
  std::size_t sum_ = 0;
};

/// The part that a relationship of an Office document names, from the folder of the part that owns
/// it: "worksheets/sheet1.xml" in "xl" is "xl/worksheets/sheet1.xml", "/xl/a.xml" is "xl/a.xml".
/// @throws InputError  when the target leads out of the document ("..", a URL)
std::string part_of_target(std::string_view folder, std::string_view target,
                           const std::string& place);

}  // namespace respnet::io
