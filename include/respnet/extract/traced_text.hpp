#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/extract/clause.hpp"
#include "respnet/model/network.hpp"

namespace respnet::extract {

/// Text put together from pieces of a source, in which every byte knows where it came from.
class TracedText {
 public:
  /// @param source  valid UTF-8; must outlive the text
  /// @throws LimitError  above 4 GiB
  explicit TracedText(std::string_view source);

  std::string_view source() const { return source_; }
  std::string_view text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  /// Appends bytes of the source. @pre `bytes` is a view into source()
  void append(std::string_view bytes);
  /// Appends a character that stands for the source from offset `at` on.
  void append(char c, std::uint32_t at);
  /// Appends a character that stands for nothing: a mark between two ranges.
  void append_mark(char c) { text_ += c; }

  /// Where bytes [begin, end) of the text stand in the source.
  model::Span span(Range range) const;
  /// Line of the source, from 1, that the byte at `offset` of the text stands on.
  std::uint32_t line(std::uint32_t offset) const;
  /// The lines that bytes [begin, end) stand on.
  model::LineRange lines(Range range) const;
  /// Offsets at which the lines of the source begin.
  const std::vector<std::uint32_t>& line_starts() const { return line_starts_; }

 private:
  struct Piece {
    std::uint32_t text = 0, source = 0;  ///< from here on the two run in step
  };
  std::size_t source_offset(std::uint32_t offset) const;

  std::string_view source_;
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace respnet::extract
