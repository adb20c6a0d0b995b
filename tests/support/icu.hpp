#pragma once

// Text in other encodings, made by ICU.

#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

namespace respnet::test {

/// UTF-8 `text` as bytes of that encoding; a failure if it cannot hold the text.
inline std::string encoded(std::string_view text, const char* encoding) {
  std::string bytes(text.size() * 4 + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &error);
  EXPECT_TRUE(U_SUCCESS(error)) << encoding;
  bytes.resize(static_cast<std::size_t>(size));
  const bool holds_all = std::string_view(encoding).starts_with("UTF");
  EXPECT_TRUE(holds_all || bytes.find('\x1A') == std::string::npos)  // the substitute
      << "not in " << encoding << ": " << text;
  return bytes;
}

}  // namespace respnet::test
