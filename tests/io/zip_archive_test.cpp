#include "io/zip_archive.hpp"

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"
#include "support/zip.hpp"

namespace respnet::io {
namespace {

using test::zipped;

template <typename Error, typename Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

TEST(ZipArchive, GivesPartsByName) {
  const std::string bytes = zipped({{"word/document.xml", "<a/>"}, {"empty", ""}});
  ZipArchive archive(bytes, "f");
  EXPECT_TRUE(archive.has("word/document.xml"));
  EXPECT_FALSE(archive.has("document.xml"));
  EXPECT_EQ(archive.part("word/document.xml"), "<a/>");
  EXPECT_EQ(archive.part("empty"), "");
}

TEST(ZipArchive, NamesAMissingPart) {
  const std::string bytes = zipped({{"a", "1"}});
  ZipArchive archive(bytes, "f.docx");
  EXPECT_EQ(message_of<InputError>([&] { archive.part("word/b.xml"); }),
            "f.docx!word/b.xml: this part is missing; open the file in its program and save it "
            "anew");
}

TEST(ZipArchive, RefusesDamage) {
  const std::string good = zipped({{"a", std::string(5000, 'x') + "end"}});
  EXPECT_NE(message_of<InputError>([&] {
              ZipArchive(std::string_view(good).substr(0, good.size() / 2), "f");
            }).find("damaged"),
            std::string::npos);
  std::string flipped = good;
  flipped[34] = static_cast<char>(flipped[34] ^ 0x55);  // in the packed bytes
  EXPECT_NE(message_of<InputError>([&] {
              ZipArchive archive(flipped, "f");
              archive.part("a");
            }).find("damaged"),
            std::string::npos);
}

TEST(ZipArchive, RefusesEncryption) {
  const std::string bytes = zipped({{"a", "secret"}}, {.password = "p"});
  ZipArchive archive(bytes, "f");
  EXPECT_EQ(message_of<InputError>([&] { archive.part("a"); }),
            "f!a: the archive is encrypted; save it without a password");
}

TEST(ZipArchive, StopsAtItsLimitsWhateverSizeIsDeclared) {
  const std::string bomb = zipped({{"a", std::string(ZipArchive::kLargestPart + 1, ' ')}});
  EXPECT_LT(bomb.size(), 200'000U);
  ZipArchive archive(bomb, "f");
  EXPECT_EQ(message_of<LimitError>([&] { archive.part("a"); }),
            "f!a: unpacked it is larger than 64 MiB; split the document");

  const std::string most(ZipArchive::kLargestPart, ' ');
  const std::string parts = zipped({{"a", most}});
  ZipArchive many(parts, "f");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(many.part("a").size(), most.size());
  EXPECT_EQ(message_of<LimitError>([&] { many.part("a"); }),
            "f!a: unpacked it is larger than 256 MiB; split the document");
}

TEST(ZipArchive, RefusesTooManyMembers) {
  test::ZipParts parts;
  for (std::size_t i = 0; i <= ZipArchive::kMostMembers; ++i)
    parts.emplace_back(std::to_string(i), "");
  const std::string bytes = zipped(parts);
  EXPECT_THROW(ZipArchive(bytes, "f"), LimitError);
}

TEST(PartOfTarget, StaysInTheDocument) {
  EXPECT_EQ(part_of_target("xl", "worksheets/sheet1.xml", "f"), "xl/worksheets/sheet1.xml");
  EXPECT_EQ(part_of_target("xl", "/xl/sheet.xml", "f"), "xl/sheet.xml");
  EXPECT_EQ(part_of_target("", "word/document.xml", "f"), "word/document.xml");
  for (const char* target : {"../a", "a/../../b", "/..", "http://x/", "C:\\a", "", "./a"})
    EXPECT_THROW(part_of_target("xl", target, "f"), InputError) << target;
}

}  // namespace
}  // namespace respnet::io
