#include "respnet/base/errors.hpp"

#include <string>

#include <gtest/gtest.h>

#include "support/folder.hpp"

namespace respnet {

TEST(Errors, NameThePlaceAsFarAsItIsKnown) {
  EXPECT_EQ(to_string({"a.csv", 14, 3}), "a.csv:14:3");
  EXPECT_EQ(to_string({"a.csv", 14, 0}), "a.csv:14");
  EXPECT_EQ(to_string({"a.csv", 0, 3}), "a.csv");
}

TEST(Errors, ShowHostileFileNamesEscaped) {
  EXPECT_EQ(to_string({"a\n\x1b[31m.csv", 1, 1}), "a\\n\\x1b[31m.csv:1:1");
  EXPECT_STREQ(FileError("b\r", "gone").what(), "b\\x0d: gone");
}

TEST(Errors, InputErrorKeepsItsPlace) {
  const InputError error({"a.csv", 2, 5}, "wrong; mend it");
  EXPECT_STREQ(error.what(), "a.csv:2:5: wrong; mend it");
  EXPECT_EQ(error.place().line, 2U);
  EXPECT_STREQ(InputError({}, "no place").what(), "no place");
}

TEST(Errors, EnsureNamesOurOwnSource) {
  EXPECT_NO_THROW(ensure(true, "never"));
  const auto message = test::message_of<std::logic_error>([] { ensure(false, "impossible"); });
  EXPECT_NE(message.find("impossible ("), std::string::npos);
  EXPECT_NE(message.find("errors_test.cpp:"), std::string::npos);
}

}  // namespace respnet
