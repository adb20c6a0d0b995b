#include "io/zip_archive.hpp"

#include <array>
#include <new>
#include <utility>

#include <zip.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

[[noreturn]] void refuse(const std::string& place, int code) {
  switch (code) {
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
      throw InputError({place}, "the archive is encrypted; save it without a password");
    case ZIP_ER_COMPNOTSUPP:
      throw InputError({place}, "packed by a method that is not known; save the file anew");
    case ZIP_ER_MEMORY:
      throw std::bad_alloc();
    default:
      throw InputError({place}, "the archive is damaged; copy or save the file anew");
  }
}

}  // namespace

struct ZipArchive::Handle {
  zip_t* archive = nullptr;
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive(std::string_view bytes, std::string file)
    : handle_(std::make_unique<Handle>()), file_(std::move(file)) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    handle_->archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (handle_->archive == nullptr) zip_source_free(source);
  }
  const int code = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (handle_->archive == nullptr) refuse(file_, code);
  if (std::cmp_greater(zip_get_num_entries(handle_->archive, 0), kMostMembers))
    throw LimitError(file_ + ": the archive has more than " + std::to_string(kMostMembers) +
                     " members; save the file anew");
}

ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(handle_->archive, name.c_str(), 0) >= 0;
}

std::string ZipArchive::part(const std::string& name) {
  const std::string place = place_of(printable(name));
  const zip_int64_t at = zip_name_locate(handle_->archive, name.c_str(), 0);
  if (at < 0)
    throw InputError({place},
                     "this part is missing; open the file in its program and save it anew");
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> member(
      zip_fopen_index(handle_->archive, static_cast<zip_uint64_t>(at), 0), zip_fclose);
  if (member == nullptr) refuse(place, zip_error_code_zip(zip_get_error(handle_->archive)));

  std::string content;
  std::array<char, 65536> chunk{};
  for (;;) {
    const zip_int64_t got = zip_fread(member.get(), chunk.data(), chunk.size());
    if (got < 0) refuse(place, zip_error_code_zip(zip_file_get_error(member.get())));
    if (got == 0) break;
    content.append(chunk.data(), static_cast<std::size_t>(got));
    if (content.size() > kLargestPart || sum_ + content.size() > kLargestSum)
      throw LimitError(
          place + ": unpacked it is larger than " +
          std::to_string((content.size() > kLargestPart ? kLargestPart : kLargestSum) >> 20) +
          " MiB; split the document");
  }
  sum_ += content.size();
  return content;
}

std::string part_of_target(std::string_view folder, std::string_view target,
                           const std::string& place) {
  std::string name(target);
  if (name.starts_with('/'))
    name.erase(0, 1);
  else if (!folder.empty())
    name.insert(0, std::string(folder) + "/");
  const std::string padded = "/" + name + "/";
  if (target.empty() || target.find(':') != target.npos || target.find('\\') != target.npos ||
      padded.find("/../") != padded.npos || padded.find("/./") != padded.npos)
    throw InputError({place},
                     "'" + printable(target) + "' leads out of the document; save the file anew");
  return name;
}

}  // namespace respnet::io
