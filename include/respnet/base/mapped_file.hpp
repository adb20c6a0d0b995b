#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace respnet {

/// The bytes of a file without a copy of them: they are in memory only while they are looked at.
///
/// The file must stay as it is meanwhile. If it is cut off, looking behind its new end ends the
/// program (SIGBUS), as with any mapped file: small files, which people edit, are better read.
class MappedFile {
 public:
  /// The file; empty for one of fewer bytes, for what is no regular file, and for any trouble,
  /// about which read_file() has words.
  /// @param least_dropped  drop_pages() leaves a file of fewer bytes alone: little is won there,
  /// and
  ///                       bringing pages back takes time
  static std::optional<MappedFile> of(const std::filesystem::path& path, std::size_t least_bytes,
                                      std::size_t least_dropped = 0);

  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  MappedFile(std::string_view bytes, bool may_be_dropped);

  std::string_view bytes_;
};

/// Lets go of the memory of these bytes, if they are some of a mapped file; looked at again, they
/// come from the file again. Other bytes are left alone. Threads may look at them meanwhile.
void drop_pages(std::string_view bytes) noexcept;

}  // namespace respnet
