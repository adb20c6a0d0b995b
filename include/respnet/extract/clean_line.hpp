#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/extract/traced_text.hpp"

namespace respnet::extract {

/// Whether a character of that code point shows nothing and changes how its neighbours look:
/// zero-width spaces and joiners, marks and overrides of writing direction.
bool is_hidden(char32_t c);

/// One line without what is no text of the notice: bold marks, hidden characters, tags left over
/// from a web page; entities (&nbsp;) as what they stand for.
class CleanLine {
 public:
  /// @param raw  a view into the source of the TracedText that it will be appended to
  /// Cost: O(bytes); a line without any of these is not copied.
  void assign(std::string_view raw);

  std::string_view text() const { return changed_ ? std::string_view(text_) : raw_; }
  /// Appends a part of text() to `traced`. @pre `part` is a view into text()
  void append_to(TracedText& traced, std::string_view part) const;
  /// Where the byte of text() that `at` points to stands in the source.
  std::uint32_t source_offset(const TracedText& traced, const char* at) const;

 private:
  struct Piece {
    std::uint32_t begin = 0;       // in text_
    std::uint32_t replaced = 0;    // bytes of the source that it stands for; 0: these themselves
    const char* source = nullptr;  // of its first byte
  };
  void keep(std::string_view bytes);
  void replace(std::string_view bytes, std::string_view shown);
  std::size_t piece_at(std::size_t offset) const;

  std::string_view raw_;
  bool changed_ = false;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace respnet::extract
