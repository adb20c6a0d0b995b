#pragma once

#include <string>
#include <string_view>

namespace respnet::io {

/// How the bytes of an input stand for text.
enum class Encoding { Auto, Utf8, Utf16, Gb18030, Big5 };

/// "auto", "utf-8", "utf-16", "gb18030" (GBK and GB2312 are parts of it), "big5".
/// @throws std::invalid_argument  for another name, with the nearest
Encoding encoding_named(std::string_view name);

struct Decoded {
  std::string text;      ///< well-formed UTF-8 without BOM; lines and spans refer to it
  std::string encoding;  ///< "UTF-16LE", "UTF-16BE", "GB18030", "Big5"; empty: UTF-8
  bool guessed = false;  ///< told by the bytes alone: no BOM, no declaration, no order
};

/// Well-formed UTF-8 without NUL and BOM: text as it is. Cost: one pass.
bool needs_no_decoding(std::string_view bytes);

/// Bytes as text, strictly: what is ill-formed is refused, never replaced.
///
/// Auto takes, in this order: UTF-16 with a BOM; UTF-16 by the side of the pairs on which
/// most NUL bytes stand; UTF-8; the encoding an HTML page declares; GB18030 or Big5. What is
/// guessed holds no private-use, unassigned or control characters. GB18030 and Big5 must also look
/// like a plan: half of the Hanzi common ones (level 1 of GB 2312, of Big5), and nine in ten of
/// them, or a known role word. Where both do, the one with a role word is taken, else the one with
/// fewer rare Hanzi, else GB18030.
///
/// No detector is asked: those at hand take short Chinese texts for western ones.
/// @param file  for messages
/// @throws InputError  with the offset of the first bad byte, or of a NUL
/// Cost: O(bytes); no copy of what is UTF-8.
Decoded decoded(std::string bytes, Encoding encoding, const std::string& file);

}  // namespace respnet::io
