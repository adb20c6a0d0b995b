#include "respnet/base/text.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "respnet/base/random.hpp"

namespace respnet {

TEST(Utf8, NamesTheFirstIllFormedByte) {
  EXPECT_FALSE(first_invalid_utf8(""));
  EXPECT_FALSE(first_invalid_utf8("财政局 abc \U0001F600"));
  EXPECT_EQ(first_invalid_utf8("12345678\xFF"), 8U);
  EXPECT_EQ(first_invalid_utf8("abc财\xE8\xB4"), 6U);                // cut in the middle
  EXPECT_EQ(first_invalid_utf8("a\xC0\xAF"), 1U);                    // overlong '/'
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0U);                 // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);             // beyond U+10FFFF
  EXPECT_EQ(first_invalid_utf8("12345678abcdefg\x80zzzzzzz"), 15U);  // in the second word
}

// Brute force: one code point after the other says the same as the fast path.
TEST(Utf8, AgreesWithReadingOneByOneOnRandomBytes) {
  RandomEngine engine(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint64_t n = uniform_below(engine, 40); n > 0; --n) {
      if (uniform_below(engine, 30) == 0) {
        text += static_cast<char>(uniform_below(engine, 256));
      } else {
        append_utf8(text, uniform_below(engine, 2) == 0 ? U'a' : U'局');
      }
    }
    std::optional<std::size_t> expected;
    for (std::size_t at = 0; at < text.size() && !expected;) {
      const std::size_t start = at;
      if (next_code_point(text, at) == U'\uFFFD') expected = start;
    }
    EXPECT_EQ(first_invalid_utf8(text), expected) << printable(text);
  }
}

TEST(Utf8, CountsAndCutsCharacters) {
  EXPECT_EQ(length("区a局"), 3U);
  EXPECT_EQ(prefix("区a局", 2), "区a");
  EXPECT_EQ(prefix("区", 5), "区");
}

TEST(Text, WidthCountsWideCharactersTwiceAndCombiningOnesNot) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("区发改局（A）"), 13U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("–“"), 2U);  // ambiguous width counts as narrow
}

TEST(Text, TrimsEveryKindOfBlank) {
  EXPECT_EQ(trimmed("\uFEFF \t\u3000区 a局\u00A0\r\n"), "区 a局");
  EXPECT_EQ(trimmed(" \u3000 "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Text, EqualButForCaseLooksAtLatinLettersOnly) {
  EXPECT_TRUE(equal_but_for_case("Lead 牵头 Z", "lEAD 牵头 z"));
  EXPECT_FALSE(equal_but_for_case("lead", "leads"));
  EXPECT_FALSE(equal_but_for_case("[", "{"));
}

TEST(Text, LineAndColumnCountFromOneInCharacters) {
  const std::string text = "区局\nab财c\n";
  EXPECT_EQ(line_column(text, 0).line, 1U);
  EXPECT_EQ(line_column(text, 3).column, 2U);
  EXPECT_EQ(line_column(text, text.find('c')).line, 2U);
  EXPECT_EQ(line_column(text, text.find('c')).column, 4U);
  EXPECT_EQ(line_column(text, text.size()).line, 3U);
}

TEST(Text, PrintableLeavesNothingThatMovesOrHides) {
  EXPECT_EQ(printable("a\nb\tc"), "a\\nb\\tc");
  EXPECT_EQ(printable("\x1b[31m\x7f"), "\\x1b[31m\\x7f");
  EXPECT_EQ(printable("\u202E\u200B\u061C\u2028"), "\\u{202e}\\u{200b}\\u{61c}\\u{2028}");
  EXPECT_EQ(printable("\xFF区"), "\\xff区");
  EXPECT_EQ(printable("区“a”局"), "区“a”局");
}

TEST(Text, XmlHasNoBareMarkupAndNoForbiddenCharacters) {
  EXPECT_EQ(escape_xml("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
  EXPECT_EQ(escape_xml("a\r\nb"), "a&#13;\nb");
  std::string out = "kept ";
  EXPECT_EQ(append_xml(out, "\x01区\uFFFE\xFF\uFFFD"), 3U);  // a real U+FFFD is no replacement
  EXPECT_EQ(out, "kept \uFFFD区\uFFFD\uFFFD\uFFFD");
}

TEST(Number, ReadsBackAndShowsWholeNumbersWhole) {
  EXPECT_EQ(number(136), "136");
  EXPECT_EQ(number(1e5), "100000");
  EXPECT_EQ(number(1234567890123), "1234567890123");
  EXPECT_EQ(number(-9007199254740991), "-9007199254740991");
  EXPECT_EQ(number(9007199254740994), "9.007199254740994e+15");
  EXPECT_EQ(number(-0.0), "-0");
  EXPECT_EQ(number(1e22), "1e+22");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(1e300), "1e+300");
  EXPECT_EQ(std::stod(number(1.0 / 3)), 1.0 / 3);
  EXPECT_EQ(fixed(2.0 / 3, 3), "0.667");
  EXPECT_EQ(fixed(std::numeric_limits<double>::max(), 0).size(), 309U);
}

TEST(Grouped, SetsCommasFromFiveDigitsOn) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(2024), "2024");
  EXPECT_EQ(grouped(10'000), "10,000");
  EXPECT_EQ(grouped(325'813), "325,813");
  EXPECT_EQ(grouped(1'000'001), "1,000,001");
  EXPECT_EQ(grouped(18'446'744'073'709'551'615U), "18,446,744,073,709,551,615");
}

TEST(Nearest, FindsTypingErrorsAndNothingElse) {
  EXPECT_EQ(nearest("lead", {"support", "lead"}), "lead");
  EXPECT_EQ(nearest("laed", {"responsible", "lead"}), "lead");  // a swap is one edit
  EXPECT_EQ(nearest("区财正局", {"区工信局", "区财政局"}), "区财政局");
  EXPECT_FALSE(nearest("workload", {"render", "export"}));
  EXPECT_FALSE(nearest("", {"a"}));
  EXPECT_EQ(nearest("aa", {"ab", "ac"}), "ab");  // ties: the first
}

TEST(Nearest, SuggestsInOnePhrase) {
  EXPECT_EQ(did_you_mean("suport", {"support"}), "; did you mean 'support'?");
  EXPECT_EQ(did_you_mean("x", {"responsible"}), "");
}

}  // namespace respnet
