#include "respnet/extract/traced_text.hpp"

#include <algorithm>
#include <limits>

#include "respnet/base/errors.hpp"
#include "respnet/extract/lines.hpp"

namespace respnet::extract {

TracedText::TracedText(std::string_view source) : source_(source) {
  if (source.size() >= std::numeric_limits<std::uint32_t>::max())
    throw LimitError("the notice is larger than 4 GiB; split it");
  line_starts_ = extract::line_starts(source);
}

void TracedText::append(std::string_view bytes) {
  if (bytes.empty()) return;
  pieces_.push_back({size(), static_cast<std::uint32_t>(bytes.data() - source_.data())});
  text_.append(bytes);
}

void TracedText::append(char c, std::uint32_t at) {
  pieces_.push_back({size(), at});
  text_ += c;
}

std::size_t TracedText::source_offset(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::text);
  if (behind == pieces_.begin()) return 0;
  const Piece& piece = *std::prev(behind);
  return piece.source + (offset - piece.text);
}

model::Span TracedText::span(Range range) const {
  if (range.empty()) return {};
  return {source_offset(range.begin), source_offset(range.end - 1) + 1};
}

std::uint32_t TracedText::line(std::uint32_t offset) const {
  const auto at = static_cast<std::uint32_t>(source_offset(offset));
  const auto behind = std::ranges::upper_bound(line_starts_, at);
  return static_cast<std::uint32_t>(behind - line_starts_.begin());
}

model::LineRange TracedText::lines(Range range) const {
  if (range.empty()) return {};
  return {line(range.begin), line(range.end - 1)};
}

}  // namespace respnet::extract
