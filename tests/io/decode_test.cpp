#include "respnet/io/decode.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/icu.hpp"

namespace respnet::io {
namespace {

using test::encoded;
using test::Folder;
using test::message_of;

constexpr const char* kPlan = "一、修路\n\n1. 修桥。桥要修好。（责任单位：县交通局）\n";
constexpr const char* kTraditional = "一、修路\n\n1. 修橋。橋要修好。（責任單位：縣交通局）\n";

Decoded automatic(std::string bytes) { return decoded(std::move(bytes), Encoding::Auto, "f"); }

std::string refusal(std::string bytes, Encoding encoding = Encoding::Auto) {
  return message_of<InputError>([&] { decoded(std::move(bytes), encoding, "f"); });
}

void expect_read(const std::string& bytes, const std::string& text, const std::string& encoding,
                 bool guessed) {
  const Decoded result = automatic(bytes);
  EXPECT_EQ(result.text, text);
  EXPECT_EQ(result.encoding, encoding);
  EXPECT_EQ(result.guessed, guessed) << encoding;
}

}  // namespace

TEST(Decoded, OfUtf8IsTheTextItselfWithoutBom) {
  expect_read(kPlan, kPlan, "", false);
  expect_read(std::string("\xEF\xBB\xBF") + kPlan, kPlan, "", false);
}

TEST(Decoded, KnowsUtf16ByItsBom) {
  expect_read("\xFF\xFE" + encoded(kPlan, "UTF-16LE"), kPlan, "UTF-16LE", false);
  expect_read("\xFE\xFF" + encoded(kPlan, "UTF-16BE"), kPlan, "UTF-16BE", false);
}

TEST(Decoded, KnowsUtf16ByWhereItsNulBytesStand) {
  expect_read(encoded(kPlan, "UTF-16LE"), kPlan, "UTF-16LE", true);
  expect_read(encoded(kPlan, "UTF-16BE"), kPlan, "UTF-16BE", true);
}

TEST(Decoded, KeepsCharactersBeyondTheBasicPlane) {
  // 𠮷 takes two units, of which the first ends a piece of the conversion for one of these lengths.
  for (std::size_t blanks = 16380; blanks < 16386; ++blanks) {
    const std::string text = std::string(blanks, ' ') + "𠮷";
    const Decoded result = decoded(encoded(text, "UTF-16LE"), Encoding::Utf16, "f");
    EXPECT_EQ(result.text, text) << blanks;
  }
}

TEST(Decoded, ReadsGb18030AndGbk) {
  expect_read(encoded(kPlan, "GB18030"), kPlan, "GB18030", true);
  // GBK of 财政局,牵头: the same bytes in all three standards.
  expect_read("\xB2\xC6\xD5\xFE\xBE\xD6,\xC7\xA3\xCD\xB7", "财政局,牵头", "GB18030", true);
  // A character of four bytes.
  const std::string rare = std::string(kPlan) + "㐂村";
  expect_read(encoded(rare, "GB18030"), rare, "GB18030", true);
}

TEST(Decoded, ReadsBig5ByItsRoleWords) {
  expect_read(encoded(kTraditional, "Big5"), kTraditional, "Big5", true);
}

TEST(Decoded, TellsTheTwoApartWithoutRoleWords) {
  for (const char* text : {"市发展和改革局、市财政局", "全市各地要在年底前完成"})
    expect_read(encoded(text, "GB18030"), text, "GB18030", true);
  for (const char* text : {"市發展和改革局、市財政局", "全市各地要在年底前完成任務"})
    expect_read(encoded(text, "Big5"), text, "Big5", true);
}

TEST(Decoded, NeverTakesDamagedUtf8ForAnotherEncoding) {
  // Every way to lose one byte or to break one.
  const std::string text = std::string(kPlan) + kTraditional;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) continue;
    std::string cut = text, broken = text;
    cut.erase(i, 1);
    broken[i] = '\xFF';
    EXPECT_NE(refusal(cut).find("not UTF-8"), std::string::npos) << i;
    EXPECT_NE(refusal(broken).find("not UTF-8"), std::string::npos) << i;
  }
}

TEST(Decoded, RefusesWhatIsValidGb18030ButReadsLikeNoPlan) {
  const std::string told =
      "f:1:5: not UTF-8, nor surely GB18030 or Big5 (the byte at offset 4); name the encoding by "
      "--encoding (utf-8, utf-16, gb18030, big5)";
  EXPECT_EQ(refusal("task\xE9s,unit"), told);                // Latin-1, a rare Hanzi in GBK
  EXPECT_EQ(refusal("task\xAA\xA1\xC7\xA3\xCD\xB7"), told);  // private use before 牵头
  EXPECT_EQ(refusal("task\xFF"), told);
  EXPECT_EQ(refusal("task\xA1\xAA"), told);  // a dash: no Hanzi at all
}

TEST(Decoded, RefusesHalfACharacterWithItsOffset) {
  const std::string bytes = encoded("甲乙", "GB18030");
  EXPECT_EQ(refusal(bytes.substr(0, 3), Encoding::Gb18030),
            "f:1:2: not GB18030 (the byte at offset 2); name the encoding by --encoding (utf-8, "
            "utf-16, gb18030, big5)");
  EXPECT_NE(
      refusal("甲\n乙\xE4\xB8", Encoding::Utf8).find("f:2:2: not UTF-8 (the byte at offset 7)"),
      std::string::npos);
  EXPECT_NE(refusal("\xA4\xA4\xA4", Encoding::Big5).find("(the byte at offset 2)"),
            std::string::npos);
}

TEST(Decoded, RefusesUtf16OfOddLengthAndLoneSurrogates) {
  const std::string bytes = "\xFF\xFE" + encoded("a\nb", "UTF-16LE");
  EXPECT_NE(refusal(bytes + "c").find("f:2:2: not UTF-16LE (the byte at offset 8)"),
            std::string::npos);
  EXPECT_NE(refusal(bytes + std::string("\x00\xD8z\0", 4)).find("(the byte at offset 8)"),
            std::string::npos);
}

TEST(Decoded, RefusesNulInEveryEncoding) {
  const std::string nul(1, '\0');
  EXPECT_EQ(
      refusal("a" + nul + "b"),
      "f: binary data (a NUL byte at offset 1); give a text, Markdown, HTML, CSV or JSON file");
  EXPECT_NE(refusal("\xFF\xFE" + nul + nul).find("binary data"), std::string::npos);
  EXPECT_NE(refusal("ab" + nul, Encoding::Gb18030).find("binary data"), std::string::npos);
  EXPECT_NE(refusal(nul + "a" + "b" + nul).find("binary data"), std::string::npos);
}

TEST(Decoded, BelievesWhatAPageDeclares) {
  // Too little Chinese to tell, and rare at that.
  for (const char* meta :
       {"<meta charset=\"gb2312\">", "<META content='text/html; charset=GBK'>"}) {
    const std::string page = std::string(meta) + "<p>龢</p>";
    expect_read(encoded(page, "GB18030"), page, "GB18030", false);
  }
  const std::string page = "<meta charset=big5><p>龢</p>";
  expect_read(encoded(page, "Big5"), page, "Big5", false);
}

TEST(Decoded, IsUtf8WhateverAPageDeclares) {
  const std::string page = "<meta charset=gb2312><p>修桥</p>";
  expect_read(page, page, "", false);
}

TEST(Decoded, DoesAsToldByName) {
  EXPECT_EQ(decoded(encoded("龢", "GB18030"), Encoding::Gb18030, "f").text, "龢");
  EXPECT_EQ(decoded(encoded("修橋", "UTF-16LE"), Encoding::Utf16, "f").text, "修橋");
  EXPECT_EQ(decoded("\xFE\xFF" + encoded("修橋", "UTF-16BE"), Encoding::Utf16, "f").encoding,
            "UTF-16BE");
  EXPECT_NE(refusal(encoded(kPlan, "GB18030"), Encoding::Utf8).find("not UTF-8"),
            std::string::npos);
}

TEST(EncodingNamed, KnowsItsNames) {
  EXPECT_EQ(encoding_named("big5"), Encoding::Big5);
  EXPECT_EQ(message_of<std::invalid_argument>([] { encoding_named("gb1830"); }),
            "unknown encoding 'gb1830'; did you mean 'gb18030'?");
}

TEST(ReadNetwork, OfAnyEncodingIsTheSameAndSaysWhichItWas) {
  const Folder folder;
  const model::Network plain = read_network(folder.file("plan.txt", kPlan));
  EXPECT_EQ(plain.sources()[0].encoding, "");
  for (const char* encoding : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
    const model::Network network = read_network(folder.file("plan.txt", encoded(kPlan, encoding)));
    EXPECT_EQ(seen(network), seen(plain));
    EXPECT_EQ(network.sources()[0].encoding, encoding);
    EXPECT_EQ(network.assignment(model::AssignmentId{0}).span,
              plain.assignment(model::AssignmentId{0}).span);
    ASSERT_EQ(network.notes().size(), plain.notes().size() + 1);
    EXPECT_EQ(network.notes()[0].code, "encoding-guessed");
    EXPECT_NE(network.notes()[0].message.find(encoding), std::string::npos);
    EXPECT_NE(network_bytes(network, "json").find("\"encoding\": \"" + std::string(encoding)),
              std::string::npos);
  }
}

TEST(ReadNetwork, ReadsAnEdgeListInGbk) {
  const model::Network network = read_network(fixture("gb18030.csv"));
  EXPECT_EQ(seen(network), "roads/财政/lead");
  EXPECT_EQ(network.notes()[0].code, "encoding-guessed");
}

TEST(ReadNetwork, GuessesNothingWhereTheEncodingIsGiven) {
  const Folder folder;
  const auto file = folder.file("plan.txt", encoded(kTraditional, "Big5"));
  const model::Network network = read_network(file, {.encoding = Encoding::Big5});
  EXPECT_EQ(seen(network), "1.1/縣交通局/responsible");
  EXPECT_EQ(network.sources()[0].encoding, "Big5");
  for (const model::Note& note : network.notes()) EXPECT_NE(note.code, "encoding-guessed");
}

TEST(NeedsNoDecoding, IsToldAtAnyPlace) {
  // Around 32 KiB one piece ends and the next begins: characters of three bytes stand across.
  for (std::size_t before = 32760; before < 32775; ++before) {
    const std::string text = std::string(before, 'a') + "交通局";
    EXPECT_TRUE(needs_no_decoding(text)) << before;
    EXPECT_TRUE(needs_no_decoding(text + std::string(40000, 'b'))) << before;
    EXPECT_FALSE(needs_no_decoding(text.substr(0, text.size() - 1))) << before;
    EXPECT_FALSE(needs_no_decoding(text + '\0' + "b")) << before;
    EXPECT_FALSE(needs_no_decoding(text + "\x80" + std::string(40000, 'b'))) << before;
    EXPECT_FALSE(needs_no_decoding("\xEF\xBB\xBF" + text)) << before;
  }
  EXPECT_FALSE(needs_no_decoding(encoded(kTraditional, "Big5")));
}

}  // namespace respnet::io
