#include "respnet/extract/brackets.hpp"

#include <algorithm>

namespace respnet::extract {

void OpenBrackets::open(std::uint32_t at, BracketFamily family) {
  if (size_ == kMost) {
    first_ = (first_ + 1) % kMost;
    --size_;
  }
  slot(size_++) = {at, family, 0};
}

std::optional<OpenBrackets::Opened> OpenBrackets::close(BracketFamily family) {
  std::size_t i = size_;
  while (i > 0 && slot(i - 1).family != family) --i;
  if (i == 0) return std::nullopt;
  const Opened closed = slot(i - 1);
  size_ = i - 1;
  if (size_ > 0) {
    std::uint8_t& height = slot(size_ - 1).height;
    height = std::max<std::uint8_t>(height, closed.height == 255
                                                ? closed.height
                                                : static_cast<std::uint8_t>(closed.height + 1));
  }
  return closed;
}

std::vector<std::uint32_t> closings(std::string_view text) {
  std::vector<std::uint32_t> behind(text.size(), 0);
  OpenBrackets open;
  constexpr std::size_t none = std::string_view::npos;
  std::size_t quote = none;
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyph_at(text, i);
    const auto end = static_cast<std::uint32_t>(i + glyph.size);
    if (glyph.kind == GlyphKind::Open) open.open(static_cast<std::uint32_t>(i), glyph.family);
    if (glyph.kind == GlyphKind::Close)
      if (const auto opened = open.close(glyph.family)) behind[opened->at] = end;
    if (glyph.kind == GlyphKind::QuoteOpen && quote == none) quote = i;
    if (glyph.kind == GlyphKind::QuoteClose && quote != none) {
      behind[quote] = end;
      quote = none;
    }
    i += glyph.size;
  }
  return behind;
}

}  // namespace respnet::extract
