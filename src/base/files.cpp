#include "respnet/base/files.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "respnet/base/errors.hpp"
#include "respnet/base/mapped_file.hpp"

namespace respnet {
namespace {

constexpr std::size_t kBufferSize = 1 << 20;
constexpr std::size_t kReadPiece = 1 << 18;
constexpr std::size_t kHashedPiece = 1 << 24;

// Names of staged files, for remove_staged_files(). A signal handler may not allocate or lock, so
// the names stand in slots of their own; a slot is claimed and freed by its flag.
struct StagedName {
  std::atomic<int> state{0};  // 0 free, 1 being written, 2 in use
  std::array<char, 4096> path{};
};
std::array<StagedName, 64> staged_names;

void remember_staged(const std::string& path) {
  for (StagedName& slot : staged_names) {
    int free = 0;
    if (path.size() >= slot.path.size() || !slot.state.compare_exchange_strong(free, 1)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state.store(2);
    return;
  }
}

void forget_staged(const std::string& path) {
  for (StagedName& slot : staged_names)
    if (slot.state.load() == 2 && path == slot.path.data()) slot.state.store(0);
}

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or directory; check the path";
    case EACCES:
    case EPERM:
      return "permission denied; check who owns it and its mode";
    case EISDIR:
      return "is a directory; name a file";
    case ENOSPC:
      return "no space left on the device; free some and run again";
    case EDQUOT:
      return "disk quota exceeded; free some space and run again";
    case ENOTDIR:
      return "a part of the path is a file, not a folder; check the path";
    case EROFS:
      return "read-only file system; write somewhere else";
    case ELOOP:
      return "too many symbolic links; check where they lead";
    case ENAMETOOLONG:
      return "name too long; choose a shorter one";
    case EPIPE:
      return "the reading end was closed";
    default:
      return std::string(std::strerror(error)) + "; check the device";
  }
}

std::string directory_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string staged_name(const std::string& target) {
  static std::atomic<unsigned> counter{0};
  const std::string directory = directory_of(target);
  const std::string name = target.substr(target.rfind('/') + 1);  // npos + 1 == 0
  return directory + "/." + name.substr(0, 200) + ".respnet-" + std::to_string(getpid()) + "-" +
         std::to_string(counter++);
}

// Where a symbolic link leads in the end, also when nothing stands there yet.
std::string link_target(const std::filesystem::path& path) {
  constexpr int most_links = 40;  // as the kernel allows
  std::filesystem::path target = path;
  std::error_code error;
  for (int i = 0; i < most_links && std::filesystem::is_symlink(target, error); ++i)
    target = target.parent_path() / std::filesystem::read_symlink(target, error);
  return target.string();
}

void sync_directory(const std::string& path) {
  const int descriptor = open(directory_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // some file systems do not let a directory be opened; rename held
  fsync(descriptor);
  close(descriptor);
}

std::string read_descriptor(int descriptor, const std::string& name) {
  std::string content;
  struct stat info {};
  if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode))
    content.reserve(static_cast<std::size_t>(info.st_size) + 1);
  for (;;) {
    const std::size_t used = content.size();
    // What was reserved first: a file of known size is never copied to grow by the one last read. A
    // piece at a time: what resize() clears is still in the cache when it is read into.
    const std::size_t room = content.capacity() - used;
    content.resize(used + (room == 0 ? kReadPiece : std::min(room, kReadPiece)));
    const ssize_t got = read(descriptor, content.data() + used, content.size() - used);
    content.resize(used + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0) return content;
    if (got < 0 && errno != EINTR) throw FileError(name, reason(errno));
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const std::string name = path.string();
  if (name == "-") return read_descriptor(STDIN_FILENO, "standard input");
  const int descriptor = open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw FileError(name, reason(errno));
  struct Closer {
    int descriptor;
    ~Closer() { close(descriptor); }
  } closer{descriptor};
  return read_descriptor(descriptor, name);
}

OutputFile::OutputFile(const std::filesystem::path& path) : shown_(path.string()), target_(shown_) {
  struct stat info {};
  const bool exists = stat(shown_.c_str(), &info) == 0;
  if (!exists && errno != ENOENT) throw FileError(shown_, reason(errno));
  if (exists && S_ISDIR(info.st_mode)) throw FileError(shown_, reason(EISDIR));
  if (exists && !S_ISREG(info.st_mode)) {
    descriptor_ = open(shown_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) throw FileError(shown_, reason(errno));
    return;
  }
  target_ = link_target(path);
  if (exists && access(target_.c_str(), W_OK) != 0) throw FileError(shown_, reason(errno));
  do {
    staged_ = staged_name(target_);
    descriptor_ = open(staged_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (descriptor_ < 0 && errno == EEXIST);
  if (descriptor_ < 0) {
    const int failed = errno;
    staged_.clear();
    throw FileError(shown_, reason(failed));
  }
  remember_staged(staged_);
  if (exists) fchmod(descriptor_, info.st_mode & 07777);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : shown_(std::move(other.shown_)),
      target_(std::move(other.target_)),
      staged_(std::exchange(other.staged_, {})),
      buffer_(std::move(other.buffer_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (staged_.empty()) return;
  unlink(staged_.c_str());
  forget_staged(staged_);
}

void OutputFile::drain(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw FileError(shown_, reason(errno));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferSize) {
    drain(buffer_);
    buffer_.clear();
  }
  if (bytes.size() > kBufferSize) {
    drain(bytes);
  } else {
    buffer_.append(bytes);
  }
}

void OutputFile::finish() {
  if (descriptor_ < 0) return;
  drain(buffer_);
  buffer_ = {};
  if (!staged_.empty() && fsync(descriptor_) != 0) throw FileError(shown_, reason(errno));
  if (close(std::exchange(descriptor_, -1)) != 0) throw FileError(shown_, reason(errno));
}

void OutputFile::commit() {
  finish();
  if (staged_.empty()) return;
  if (rename(staged_.c_str(), target_.c_str()) != 0) throw FileError(shown_, reason(errno));
  forget_staged(staged_);
  staged_.clear();
  sync_directory(target_);
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.commit();
}

void write_files(const std::vector<FileContent>& files) {
  std::vector<OutputFile> staged;
  staged.reserve(files.size());
  for (const FileContent& file : files) {
    staged.emplace_back(file.path);
    staged.back().write(file.bytes);
    staged.back().finish();
  }
  for (OutputFile& file : staged) file.commit();
}

void remove_staged_files() noexcept {
  for (StagedName& slot : staged_names)
    if (slot.state.load() == 2) unlink(slot.path.data());
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                   EVP_MD_CTX_free);
  bool done = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
  while (done && !bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kHashedPiece);
    done = EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1;
    drop_pages(piece);
    bytes.remove_prefix(piece.size());
  }
  ensure(done && EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1, "SHA-256 failed");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace respnet
