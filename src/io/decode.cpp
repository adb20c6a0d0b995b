#include "respnet/io/decode.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include "io/clause_words.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// A text as one encoding has it.
struct Conversion {
  std::string text;
  std::optional<std::size_t> bad;  ///< offset of the first byte that the encoding does not allow
  bool odd_characters = false;     ///< private use, unassigned, or control characters
};

bool is_odd(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r' && c != '\f';
  if (c < 0x7F) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED;
}

// UTF-16 units as they come from the converter; a pair may be cut by the end of a piece.
class Utf16Sink {
 public:
  explicit Utf16Sink(Conversion& result) : result_(result) {}

  void take(const UChar* units, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const char32_t unit = units[i];
      if (U16_IS_LEAD(unit)) {
        lead_ = unit;
        continue;
      }
      const char32_t c =
          U16_IS_TRAIL(unit) ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, unit)) : unit;
      result_.odd_characters = result_.odd_characters || is_odd(c);
      append_utf8(result_.text, c);
    }
  }

 private:
  Conversion& result_;
  char32_t lead_ = 0;
};

Conversion converted(std::string_view bytes, const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name, &error),
                                                                     ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  ensure(U_SUCCESS(error), "ICU knows this encoding");
  Conversion result;
  Utf16Sink sink(result);
  std::array<UChar, 16384> piece;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  do {
    error = U_ZERO_ERROR;
    UChar* filled = piece.data();
    ucnv_toUnicode(converter.get(), &filled, piece.data() + piece.size(), &at, end, nullptr, true,
                   &error);
    sink.take(piece.data(), static_cast<std::size_t>(filled - piece.data()));
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) {
    std::array<char, 16> sequence{};
    auto length = static_cast<std::int8_t>(sequence.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), sequence.data(), &length, &ignored);
    result.bad = static_cast<std::size_t>(at - bytes.data()) - static_cast<std::size_t>(length);
  }
  if (result.text.starts_with(kBom)) result.text.erase(0, kBom.size());
  return result;
}

/// Hanzi of an encoding in two bytes, by how often they are written.
struct HanziCount {
  std::size_t common = 0, rare = 0;
  std::size_t all() const { return common + rare; }
};

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

// Both standards sort their characters by use: level 1 first, so the lead byte tells.
// @pre bytes are well-formed GB18030
HanziCount gb18030_hanzi(std::string_view bytes) {
  HanziCount count;
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned lead = byte_at(bytes, i), trail = byte_at(bytes, i + 1);
    const bool four = lead >= 0x81 && trail >= 0x30 && trail <= 0x39;
    const bool sign = lead >= 0xA1 && lead <= 0xA9;
    if (lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1)
      ++count.common;
    else if (lead >= 0x81 && !sign)
      ++count.rare;
    i += four ? 4 : lead >= 0x81 ? 2 : 1;
  }
  return count;
}

// @pre bytes are well-formed Big5
HanziCount big5_hanzi(std::string_view bytes) {
  HanziCount count;
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned lead = byte_at(bytes, i);
    if (lead >= 0xA4 && lead <= 0xC6)
      ++count.common;
    else if (lead >= 0x81 && (lead < 0xA1 || lead > 0xA3))
      ++count.rare;
    i += lead >= 0x81 ? 2 : 1;
  }
  return count;
}

/// A decoding that may be right, and how well it reads.
struct Candidate {
  std::string_view encoding;
  Conversion conversion;
  HanziCount hanzi;
  bool role_word = false;

  bool plausible() const {
    if (conversion.bad || conversion.odd_characters || hanzi.all() == 0) return false;
    if (hanzi.common * 2 < hanzi.all()) return false;
    return role_word || hanzi.common * 10 >= hanzi.all() * 9;
  }
  bool reads_better_than(const Candidate& other) const {
    if (plausible() != other.plausible()) return plausible();
    if (role_word != other.role_word) return role_word;
    return hanzi.rare * other.hanzi.all() < other.hanzi.rare * hanzi.all();
  }
};

Candidate candidate(std::string_view bytes, std::string_view encoding,
                    HanziCount (*hanzi)(std::string_view)) {
  Candidate result{encoding, converted(bytes, encoding.data()), {}, false};
  if (result.conversion.bad) return result;
  result.hanzi = hanzi(bytes);
  result.role_word = holds_clause_word(result.conversion.text);
  return result;
}

std::optional<Decoded> guessed_chinese(std::string_view bytes) {
  Candidate best = candidate(bytes, "GB18030", gb18030_hanzi);
  Candidate other = candidate(bytes, "Big5", big5_hanzi);
  if (other.reads_better_than(best)) best = std::move(other);
  if (!best.plausible()) return std::nullopt;
  return Decoded{std::move(best.conversion.text), std::string(best.encoding), true};
}

// The NUL halves of blanks, digits and line ends tell the order; characters such as 一 (U+4E00)
// have theirs on the other side and are fewer.
const char* utf16_by_nul(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return nullptr;
  std::array<std::size_t, 2> nul{};
  for (std::size_t at = bytes.find('\0'); at != bytes.npos; at = bytes.find('\0', at + 1))
    ++nul[at % 2];
  if (nul[0] == nul[1]) return nullptr;
  return nul[1] > nul[0] ? "UTF-16LE" : "UTF-16BE";
}

const char* utf16_by_bom(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return nullptr;
}

std::optional<Decoded> guessed_utf16(std::string_view bytes) {
  const char* name = utf16_by_nul(bytes);
  if (name == nullptr) return std::nullopt;
  Conversion conversion = converted(bytes, name);
  if (conversion.bad || conversion.odd_characters) return std::nullopt;
  return Decoded{std::move(conversion.text), name, true};
}

// What <meta charset="gb2312"> and its older, longer form say, in the part browsers look at.
const char* declared_by_page(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (std::size_t meta = head.find("<meta"); meta != head.npos;
       meta = head.find("<meta", meta + 1)) {
    const std::string_view tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    const std::size_t at = tag.find("charset=");
    if (at == tag.npos) continue;
    std::string_view value = tag.substr(at + 8);
    value.remove_prefix(std::min(value.find_first_not_of("\"' "), value.size()));
    if (value.starts_with("gb")) return "GB18030";
    if (value.starts_with("big5")) return "Big5";
  }
  return nullptr;
}

// `before` is the text in front of the bad byte.
[[noreturn]] void refuse(std::string_view before, std::size_t bad, const std::string& file,
                         const std::string& what) {
  const LineColumn at = line_column(before, before.size());
  throw InputError({file, at.line, at.column},
                   what + " (the byte at offset " + std::to_string(bad) +
                       "); name the encoding by --encoding (utf-8, utf-16, gb18030, big5)");
}

Decoded as_utf8(std::string bytes, const std::string& file) {
  if (const auto bad = first_invalid_utf8(bytes))
    refuse(std::string_view(bytes).substr(0, *bad), *bad, file, "not UTF-8");
  if (bytes.starts_with(kBom)) bytes.erase(0, kBom.size());
  return {std::move(bytes), "", false};
}

Decoded as_named(std::string_view bytes, const char* name, const std::string& file) {
  Conversion conversion = converted(bytes, name);
  if (conversion.bad) refuse(conversion.text, *conversion.bad, file, std::string("not ") + name);
  return {std::move(conversion.text), name, false};
}

void refuse_nul(std::string_view text, const std::string& file) {
  const std::size_t nul = text.find('\0');
  if (nul == text.npos) return;
  throw InputError({file}, "binary data (a NUL byte at offset " + std::to_string(nul) +
                               "); give a text, Markdown, HTML, CSV or JSON file");
}

Decoded automatic(std::string bytes, const std::string& file) {
  if (const char* name = utf16_by_bom(bytes)) return as_named(bytes, name, file);
  if (bytes.find('\0') != bytes.npos) {
    if (auto utf16 = guessed_utf16(bytes)) return *std::move(utf16);
    refuse_nul(bytes, file);
  }
  const auto bad = first_invalid_utf8(bytes);
  if (!bad) return as_utf8(std::move(bytes), file);
  if (const char* name = declared_by_page(bytes))
    if (Conversion page = converted(bytes, name); !page.bad)
      return {std::move(page.text), name, false};
  if (auto chinese = guessed_chinese(bytes)) return *std::move(chinese);
  refuse(std::string_view(bytes).substr(0, *bad), *bad, file,
         "not UTF-8, nor surely GB18030 or Big5");
}

Decoded as_told(std::string bytes, Encoding encoding, const std::string& file) {
  switch (encoding) {
    case Encoding::Utf8:
      return as_utf8(std::move(bytes), file);
    case Encoding::Utf16: {
      const char* name = utf16_by_bom(bytes);
      if (name == nullptr) name = utf16_by_nul(bytes);
      return as_named(bytes, name != nullptr ? name : "UTF-16LE", file);
    }
    case Encoding::Gb18030:
      return as_named(bytes, "GB18030", file);
    case Encoding::Big5:
      return as_named(bytes, "Big5", file);
    case Encoding::Auto:
      break;
  }
  return automatic(std::move(bytes), file);
}

}  // namespace

Encoding encoding_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Encoding>, 5> known{
      {{"auto", Encoding::Auto},
       {"utf-8", Encoding::Utf8},
       {"utf-16", Encoding::Utf16},
       {"gb18030", Encoding::Gb18030},
       {"big5", Encoding::Big5}}};
  std::vector<std::string_view> names;
  for (const auto& [word, encoding] : known) {
    if (word == name) return encoding;
    names.push_back(word);
  }
  throw std::invalid_argument("unknown encoding '" + printable(name) + "'" +
                              did_you_mean(name, names));
}

bool needs_no_decoding(std::string_view bytes) {
  constexpr std::size_t piece = 1 << 15;  // both looks at it, while it is in the cache
  constexpr std::size_t most_kept = 1 << 24;
  if (bytes.starts_with(kBom)) return false;
  std::size_t dropped = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (at - dropped >= most_kept) {
      drop_pages(bytes.substr(dropped, at - dropped));
      dropped = at;
    }
    std::size_t size = std::min(piece, bytes.size() - at);
    // Not in the middle of a character, of which three bytes at most can be missing.
    for (int i = 0; i < 3 && at + size < bytes.size() && (byte_at(bytes, at + size) & 0xC0) == 0x80;
         ++i)
      ++size;
    const std::string_view part = bytes.substr(at, size);
    if (part.find('\0') != part.npos || first_invalid_utf8(part)) return false;
    at += size;
  }
  drop_pages(bytes.substr(dropped));
  return true;
}

Decoded decoded(std::string bytes, Encoding encoding, const std::string& file) {
  Decoded result = as_told(std::move(bytes), encoding, file);
  refuse_nul(result.text, file);
  return result;
}

}  // namespace respnet::io
