#include "respnet/io/read.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

using test::Folder;
using test::message_of;

std::string refusal(std::string_view name) {
  const std::string file = fixture(name).string();
  const std::string message = message_of<InputError>([&] { read_network(file); });
  return message.starts_with(file) ? message.substr(file.size() - name.size()) : message;
}

}  // namespace

TEST(ReadNetwork, NamesTheSourceByItsFileAndContent) {
  const model::Network network = read_network(fixture("quoted_comma.csv"));
  ASSERT_EQ(network.sources().size(), 1U);
  EXPECT_EQ(network.sources()[0].id, "s1");
  EXPECT_EQ(network.sources()[0].path, "quoted_comma.csv");
  EXPECT_EQ(network.sources()[0].sha256, sha256(read_file(fixture("quoted_comma.csv"))));
}

TEST(ReadNetwork, TellsTheFormatByContentBeforeTheEnding) {
  const Folder folder;
  const auto file = folder.file("edges.json", "Task,Unit,Role\na,b,lead\n");
  EXPECT_EQ(seen(read_network(file)), "a/b/lead");
}

TEST(ReadNetwork, GoesByTheEndingWhereTheContentDoesNotTell) {
  const Folder folder;
  const auto file = folder.file("edges.csv", "where,how\na,b\n");
  EXPECT_NE(message_of<InputError>([&] { read_network(file); }).find("no column 'task'"),
            std::string::npos);
}

TEST(ReadNetwork, DoesAsToldByName) {
  const Folder folder;
  const auto file = folder.file("x.csv", "{\"task\": 1}");
  EXPECT_NE(message_of<InputError>([&] { read_network(file, {.from = "csv"}); }).find(":1:2:"),
            std::string::npos);
  EXPECT_EQ(message_of<std::invalid_argument>([&] { read_network(file, {.from = "jsn"}); }),
            "unknown format 'jsn'; did you mean 'json'?");
  EXPECT_NE(message_of<InputError>([&] { read_network(file, {.from = "graphml"}); }).find(":1:1:"),
            std::string::npos);
}

TEST(ReadNetwork, ReadsANoticeOfAnyEndingByItsWords) {
  const Folder folder;
  const std::string text = "一、修路\n\n1. 修桥。桥要修好。（责任单位：县交通局）\n";
  for (const char* name : {"plan.txt", "plan.md", "plan"}) {
    const model::Network network = read_network(folder.file(name, text));
    EXPECT_EQ(seen(network), "1.1/县交通局/responsible") << name;
    EXPECT_EQ(network.sources()[0].path, name);
    EXPECT_EQ(network.sources()[0].sha256, sha256(text));
  }
}

TEST(ReadNetwork, OfANoticeWithCrlfAndBomIsTheSameButForPlaces) {
  const Folder folder;
  const std::string text = "一、修路\n\n1. 修桥。桥要修好。（责任单位：县交通局）\n";
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : text) windows.append(c == '\n' ? "\r\n" : std::string(1, c));

  const model::Network network = read_network(folder.file("plan.txt", windows));

  EXPECT_EQ(seen(network), "1.1/县交通局/responsible");
  const model::Assignment row = network.assignment(model::AssignmentId{0});
  const std::string decoded = windows.substr(3);
  EXPECT_EQ(decoded.substr(row.span.begin, row.span.end - row.span.begin), "县交通局");
  EXPECT_EQ(row.line, 3U);
}

TEST(ReadNetwork, OfTheSampleDigestIsTheNetworkOfTheNotice) {
  const model::Network network = read_network(dataset("changle-2024/notice.md"));
  EXPECT_EQ(network.task_count(), 31U);
  EXPECT_EQ(network.unit_count(), 35U);
  EXPECT_EQ(network.assignment_count(), 112U);
  EXPECT_EQ(network.sources()[0].number, "长政办〔2024〕73号");
}

TEST(ReadNetwork, RefusesWhatIsNoText) {
  EXPECT_EQ(refusal("empty.csv"), "empty.csv: the file is empty; check that it was saved");
  EXPECT_EQ(refusal("binary.csv"),
            "binary.csv: binary data (a NUL byte at offset 23); give a text, Markdown, HTML, CSV "
            "or JSON file");
  EXPECT_EQ(
      refusal("zipped.docx"),
      "zipped.docx: this is a zip archive, but no Word or Excel file that can be read; unpack "
      "it, or save it as text");
  EXPECT_EQ(
      refusal("latin1.csv"),
      "latin1.csv:2:7: not UTF-8, nor surely GB18030 or Big5 (the byte at offset 21); name the "
      "encoding by --encoding (utf-8, utf-16, gb18030, big5)");
}

TEST(ReadNetwork, RefusesBlankFilesAndUnknownContent) {
  const Folder folder;
  EXPECT_NE(message_of<InputError>([&] {
              read_network(folder.file("blank.csv", " \n\n"));
            }).find("the file is empty"),
            std::string::npos);
  EXPECT_NE(message_of<InputError>([&] {
              read_network(folder.file("x.xyz", "hello"));
            }).find("neither content nor ending tell the format; name it by --from (json, csv"),
            std::string::npos);
}

TEST(ReadNetwork, SaysWhenTheFileCannotBeRead) {
  const Folder folder;
  EXPECT_THROW(read_network(folder / "missing.csv"), FileError);
  EXPECT_THROW(read_network(folder / ""), FileError);
}

// Large files are mapped, and their pages let go of on the way; what readers see is the same.
TEST(ReadNetwork, ReadsLargeFilesAsSmallOnes) {
  std::string rows;
  for (int i = 0; i < 550000; ++i)
    rows += "task " + std::to_string(i / 5) + ",单位" + std::to_string(i % 1000) + ",lead\n";
  const std::string text = "task,unit,role\n" + rows;
  ASSERT_GT(text.size(), std::size_t{1} << 23);
  const Folder folder;
  const auto network = [&](std::string_view bytes, unsigned threads) {
    return read_network(folder.file("f", bytes), {.threads = threads});
  };
  const model::Network small = network_in(text, "csv");
  EXPECT_EQ(small.assignment_count(), 550000U);
  for (const unsigned threads : {1U, 3U}) {
    const model::Network large = network(text, threads);
    EXPECT_EQ(large.sources()[0].sha256, sha256(text));
    const std::string json = network_bytes(large, "json");
    EXPECT_TRUE(seen(large) == seen(small)) << threads << " threads";
    EXPECT_TRUE(network_bytes(network(json, threads), "json") == json) << threads << " threads";
  }
  EXPECT_TRUE(seen(network("\xEF\xBB\xBF" + text, 2)) == seen(small)) << "with a BOM";
  // Back to the beginning, to read row by row.
  EXPECT_EQ(message_of<InputError>([&] { network(text + "a,b,leads\n", 2); }),
            (folder / "f").string() + ":550002:5: unknown role 'leads'; did you mean 'lead'?");
  EXPECT_EQ(network(text + "task 7,单位35,support\n", 2).notes()[0].code, "lead-also-support");
}

TEST(ReadNetworks, RefusesNoInput) { EXPECT_THROW(read_networks({}), std::invalid_argument); }

TEST(ReadNetworks, LeavesASingleFileAsItIs) {
  const std::vector<std::filesystem::path> one{fixture("quoted_comma.csv")};
  EXPECT_EQ(seen(read_networks(one)), "roads/Water, Roads and Bridges/lead");
}

TEST(ReadNetworks, PutsTheSourceInFrontOfTheIds) {
  const std::vector<std::filesystem::path> two{fixture("bom_and_crlf.csv"),
                                               fixture("lone_task_and_unit.csv")};
  EXPECT_EQ(seen(read_networks(two)),
            "s1:roads/Water/lead s1:roads/Finance/support s2:roads/Water/lead");
}

}  // namespace respnet::io
