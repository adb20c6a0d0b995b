#include "respnet/extract/brackets.hpp"

#include <string>

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

TEST(Brackets, CloseTheirOwnKindAcrossWidths) {
  const std::string text = "（甲[乙)";
  EXPECT_EQ(closings(text)[0], text.size());  // the square bracket was never closed
  EXPECT_EQ(closings(text)[text.find('[')], 0U);
}

TEST(Brackets, NestAnyKindInAnyOther) {
  const std::string text = "〔甲（乙〔丙〕）〕";
  const auto behind = closings(text);
  EXPECT_EQ(behind[0], text.size());
  EXPECT_EQ(behind[text.find("（")], text.rfind("〕"));
}

TEST(Brackets, IgnoreStrayClosingOnes) {
  const std::string text = "甲）（乙）";
  EXPECT_EQ(closings(text)[text.find("（")], text.size());
}

TEST(Brackets, RememberTheInnermostOfAFlood) {
  OpenBrackets open;
  for (std::uint32_t i = 0; i < 1000; ++i) open.open(i, BracketFamily::Round);
  for (std::uint32_t i = 0; i < 64; ++i) EXPECT_EQ(open.close(BracketFamily::Round)->at, 999 - i);
  EXPECT_FALSE(open.close(BracketFamily::Round));
}

}  // namespace
}  // namespace respnet::extract
