// Reading in parts and reading row by row give the same network, the same notes and the same
// refusals, wherever parts begin and however many threads there are.

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/edge_list.hpp"
#include "io/network_json.hpp"
#include "io/plain_rows.hpp"
#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/files.hpp"
#include "respnet/base/mapped_file.hpp"
#include "respnet/base/random.hpp"
#include "respnet/base/text.hpp"
#include "respnet/io/write.hpp"
#include "respnet/model/network_builder.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

// All that there is to see of a network, or the words of the refusal.
std::string outcome(std::string_view text, std::size_t part_bytes, unsigned threads) {
  const Document document{
      .file = "f.csv", .text = text, .source = {.path = "f.csv"}, .threads = threads};
  try {
    return network_bytes(read_edge_list(document, part_bytes), "json");
  } catch (const InputError& error) {
    return error.what();
  }
}

void expect_parts_agree(std::string_view text) {
  const std::string row_by_row = outcome(text, 0, 1);
  for (const unsigned threads : {1U, 2U, 16U})
    for (const std::size_t part_bytes :
         {std::size_t{1}, std::size_t{7}, std::size_t{64}, std::size_t{1000}, std::size_t{1} << 22})
      ASSERT_EQ(outcome(text, part_bytes, threads), row_by_row)
          << "parts of " << part_bytes << ", threads: " << threads << ", of: " << printable(text);
}

template <std::size_t N>
std::string_view one_of(const std::array<std::string_view, N>& choices, RandomEngine& engine) {
  return choices[uniform_below(engine, N)];
}

// What is odd about a file; each file has a few of these.
struct Oddities {
  bool lone, orders, scattered, repeated, blanks, guards, quotes, empty_lines, faults;
  explicit Oddities(RandomEngine& engine) {
    const auto seldom = [&] { return uniform_below(engine, 4) == 0; };
    for (bool* odd :
         {&lone, &orders, &scattered, &repeated, &blanks, &guards, &quotes, &empty_lines, &faults})
      *odd = seldom();
  }
};

class RandomFile {
 public:
  explicit RandomFile(RandomEngine& engine) : engine_(engine), odd_(engine) {
    separator_ = one_of<3>({",", ";", "\t"}, engine);
    line_end_ = one_of<3>({"\n", "\r\n", "\r"}, engine);
    const auto headers = one_of<4>({"task unit role order", "role order unit task",
                                    "任务 责任单位 角色 顺序", "order x unit role y task"},
                                   engine);
    for (std::size_t at = 0; at < headers.size();) {
      const std::size_t end = std::min(headers.find(' ', at), headers.size());
      header_.push_back(headers.substr(at, end - at));
      at = end + 1;
    }
  }

  std::string text() {
    std::string text;
    add_row(text, [](std::string_view name) { return std::string(name); });
    const std::size_t tasks = 1 + uniform_below(engine_, 12);
    for (std::size_t t = 0; t < tasks; ++t) add_task(text, t);
    if (uniform_below(engine_, 2) == 0) text.erase(text.size() - line_end_.size());
    return text;
  }

 private:
  bool now(bool odd, std::uint64_t one_in) { return odd && uniform_below(engine_, one_in) == 0; }

  void add_task(std::string& text, std::size_t t) {
    const std::size_t units = 1 + uniform_below(engine_, 5);
    std::size_t unit = uniform_below(engine_, 7);
    for (std::size_t u = 0; u < units; ++u) {
      if (!now(odd_.repeated, 6)) unit += 1 + uniform_below(engine_, 3);
      const std::size_t of = now(odd_.scattered, 8) ? uniform_below(engine_, t + 1) : t;
      std::string task = "T" + std::to_string(of + 1);
      std::string name =
          one_of<3>({"单位", "Unit of ", "U"}, engine_).data() + std::to_string(unit);
      if (now(odd_.lone, 4)) (uniform_below(engine_, 4) == 0 ? task : name).clear();
      if (now(odd_.guards, 4)) name = one_of<3>({"'=x", "'plain", "-1"}, engine_);
      add_row(text, [&](std::string_view column) { return field(column, task, name, u); });
      if (now(odd_.empty_lines, 4)) text += line_end_;
    }
  }

  std::string field(std::string_view column, const std::string& task, const std::string& unit,
                    std::size_t place) {
    if (column == "task" || column == "任务") return task;
    if (column == "unit" || column == "责任单位") return unit;
    if (column == "role" || column == "角色")
      return now(odd_.faults, 12)
                 ? "chief"
                 : std::string(one_of<6>(
                       {"lead", "Support", "牵头", "配合", "informed", "responsible"}, engine_));
    if (column == "x" || column == "y") return "any";
    if (now(odd_.faults, 12))
      return std::string(one_of<4>({"0", "-1", "1a", "4294967296"}, engine_));
    if (!odd_.orders) return std::to_string(place + 1);
    return std::string(one_of<5>({"", "1", "2", "03", "4294967295"}, engine_));
  }

  // Seldom a name with something in it that needs the quotes.
  std::string quoted(const std::string& content) {
    if (uniform_below(engine_, 3) != 0) return '"' + content + '"';
    return '"' +
           std::string(
               one_of<7>({"\"\"", "a,b", ";", "'\"\"=", "two\nlines", "\"\"\"\"", "\t"}, engine_)) +
           content + (uniform_below(engine_, 2) == 0 ? "\"\"\"" : "\"");
  }

  void add_row(std::string& text, const auto& field_of) {
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (i > 0) text += separator_;
      std::string content = field_of(header_[i]);
      if (now(odd_.quotes, 10)) content = quoted(content);
      if (now(odd_.blanks, 4)) content = " " + content + (separator_ == "\t" ? " " : " \t");
      text += content;
    }
    if (now(odd_.faults, 20)) text += separator_;
    text += line_end_;
  }

  RandomEngine& engine_;
  Oddities odd_;
  std::string_view separator_, line_end_;
  std::vector<std::string_view> header_;
};

// Whether parts are what read this text: without repetitions they must.
bool read_in_parts(std::string_view text, std::size_t part_bytes,
                   decltype(plain_rows)& reader = plain_rows) {
  const RowsBelow below{text, text.find('\n'), ',', 4, {0, 1, 2, 3}};
  auto rows = reader(below, part_bytes, 2);
  return rows && model::NetworkBuilder("f").take(rows->columns);
}
bool read_scattered(std::string_view text, std::size_t part_bytes) {
  return read_in_parts(text, part_bytes, scattered_rows);
}

}  // namespace

TEST(PlainRows, AgreeWithRowByRowOnRandomFiles) {
  for (std::uint64_t stream = 0; stream < 600; ++stream) {
    RandomEngine engine(11, stream);
    expect_parts_agree(RandomFile(engine).text());
    if (HasFatalFailure()) return;
  }
}

TEST(PlainRows, AgreeWithRowByRowOnDamagedFiles) {
  constexpr std::string_view bytes = "\"',;\t \r\n0a=\xE5";
  for (std::uint64_t stream = 0; stream < 300; ++stream) {
    RandomEngine engine(12, stream);
    std::string text = RandomFile(engine).text();
    for (int i = 0; i < 3; ++i)
      text[uniform_below(engine, text.size())] = bytes[uniform_below(engine, bytes.size())];
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
  }
}

TEST(PlainRows, AgreeWhereverPartsBegin) {
  constexpr std::string_view text =
      "task,unit,role,order\n"
      "T1,U1,lead,1\nT1,U2,support,3\nT1,U3,support,2\n,U9,,\nT1,U4,informed,\n"
      "T2,U2,lead,\r\nT3,,,\r\nT3,U1,lead,\n\n\n'=T4,交通局,牵头,1\n'=T4,U1,配合,1\nT5,U1,lead,1";
  const std::string row_by_row = outcome(text, 0, 1);
  ASSERT_NE(row_by_row.find("\"T5\""), row_by_row.npos);
  for (std::size_t part_bytes = 1; part_bytes <= text.size(); ++part_bytes) {
    EXPECT_TRUE(read_in_parts(text, part_bytes)) << part_bytes;
    EXPECT_EQ(outcome(text, part_bytes, 2), row_by_row) << part_bytes;
  }
}

TEST(PlainRows, AgreeOnFixtures) {
  for (const auto& entry : std::filesystem::directory_iterator(fixture(""))) {
    if (entry.path().extension() != ".csv") continue;
    const std::string text = read_file(entry.path());
    if (!looks_like_edge_list(text)) continue;
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
  }
}

TEST(PlainRows, LeaveRepetitionsToTheOtherReaders) {
  const std::string head = "task,unit,role,order\n";
  EXPECT_TRUE(read_in_parts(head + "T1,U1,lead,1\nT2,U1,lead,1\n", 1000));
  EXPECT_FALSE(read_in_parts(head + "T1,U1,lead,1\nT1,U1,support,2\n", 1000));
  EXPECT_FALSE(read_in_parts(head + "T1,U1,lead,1\nT2,U1,lead,1\nT1,U2,lead,1\n", 1000));
  EXPECT_FALSE(read_in_parts(head + "T1,U1,lead,1\nT2,U1,lead,1\nT1,U2,lead,1\n", 1));
}

TEST(PlainRows, TakeQuotesButNoLineEndsInThem) {
  const std::string head = "task,unit,role,order\n";
  const std::string quoted = head +
                             "\"T,1\" ,\"the \"\"U1\"\"\", \"lead\",\"1\"\n"
                             "\"T,1\",U2,lead,2\n\"T\"\"2\",\"the \"\"U1\"\"\",lead,\n"
                             "\"T\"\"2\",\"'=x\",lead,\nT\t3,\"\"\"\",informed,\"\"\n";
  for (std::size_t part_bytes = 1; part_bytes <= quoted.size(); ++part_bytes) {
    EXPECT_TRUE(read_in_parts(quoted, part_bytes)) << part_bytes;
    EXPECT_TRUE(read_scattered(quoted, part_bytes)) << part_bytes;
  }
  expect_parts_agree(quoted);
  EXPECT_EQ(seen(network_in(quoted, "csv")),
            "T,1/the \"U1\"/lead T,1/U2/lead T\"2/the \"U1\"/lead T\"2/=x/lead T\t3/\"/informed");
  for (const std::string_view rows :
       {"T1,\"U\n1\",lead,1\n", "T1,\"U1,lead,1\n", "T1,\"U1\"x,lead,1\n", "T1,U\"1\",lead,1\n",
        "T1,\"U1\"\",lead,1", "T1,\"x\nT2,U1,lead,2\ny\",lead,1\nT1,U1,lead,2\n"}) {
    EXPECT_FALSE(read_in_parts(head + std::string(rows), 5)) << rows;
    EXPECT_FALSE(read_scattered(head + std::string(rows), 5)) << rows;
    expect_parts_agree(head + std::string(rows));
  }
}

TEST(ScatteredRows, TakeTasksInPieces) {
  const std::string text =
      "task,unit,role,order\nT1,U1,lead,2\nT2,U1,lead,\n,U9,,\nT1,U3,support,1\nT3,,,\n"
      "T2,U2,informed,1\nT1,U2,lead,\nT2,U4,lead,7\n\nT2,U3,lead,\nT0,U8,lead,4294967295";
  for (std::size_t part_bytes = 1; part_bytes <= text.size(); ++part_bytes) {
    EXPECT_FALSE(read_in_parts(text, part_bytes)) << part_bytes;
    EXPECT_TRUE(read_scattered(text, part_bytes)) << part_bytes;
  }
  expect_parts_agree(text);
  // A row without an order comes behind those above it: T1 2 1 -, T2 - 1 7 -.
  EXPECT_EQ(seen(network_in(text, "csv")),
            "T1/U3/support T1/U1/lead T1/U2/lead T2/U1/lead T2/U2/informed T2/U4/lead T2/U3/lead "
            "T0/U8/lead");
  EXPECT_FALSE(read_scattered(text + "\nT1,U3,lead,9", 30));  // twice in a task
}

TEST(ScatteredRows, AgreeWithRowByRowOnShuffledFiles) {
  for (std::uint64_t stream = 0; stream < 100; ++stream) {
    RandomEngine engine(13, stream);
    const bool orders = uniform_below(engine, 2) == 0, lone = uniform_below(engine, 2) == 0;
    const std::size_t tasks = 1 + uniform_below(engine, 40);
    std::vector<std::string> rows;
    for (std::size_t task = 0; task < tasks; ++task)
      for (std::size_t unit = uniform_below(engine, 5); unit < 25;
           unit += 1 + uniform_below(engine, 12))
        rows.push_back("\nT" + std::to_string(task) +
                       (unit % 2 == 0 ? ",a long name of " : ",\"the \"\"U\"\" ") +
                       std::to_string(unit) + (unit % 2 == 0 ? ",lead" : "\",support") +
                       (orders ? "," + std::to_string(1 + uniform_below(engine, 4)) : ""));
    if (lone)
      rows.insert(rows.end(), {orders ? "\nT77,,," : "\nT77,,", orders ? "\n,U,," : "\n,U,"});
    for (std::size_t i = rows.size(); i > 1; --i)
      std::swap(rows[i - 1], rows[uniform_below(engine, i)]);
    std::string text = orders ? "task,unit,role,order" : "task,unit,role";
    for (const std::string& row : rows) text += row;
    expect_parts_agree(text);
    if (HasFatalFailure()) return;
    EXPECT_EQ(read_scattered(text, 100), orders) << text;  // which has four columns
  }
}

TEST(PlainRows, ReadAMappedFileWhosePagesAreLetGoOf) {
  std::string grouped = "task,unit,role,order\n", scattered = grouped;
  for (int i = 0; i < 20000; ++i) {
    const std::string unit = ",a unit of " + std::to_string(i % 977) + ",lead,\n";
    grouped += "T" + std::to_string(i / 5) + unit;
    scattered += "T" + std::to_string(i % 4001) + unit;
  }
  const test::Folder folder;
  for (const std::string& text : {grouped, scattered}) {
    const auto file = MappedFile::of(folder.file("f", text), 0);
    ASSERT_TRUE(file);
    const std::string row_by_row = outcome(text, 0, 1);
    for (const unsigned threads : {1U, 3U})
      EXPECT_TRUE(outcome(file->bytes(), 10000, threads) == row_by_row) << threads << " threads";
    const auto json = MappedFile::of(folder.file("j", row_by_row), 0);
    ASSERT_TRUE(json);
    for (const unsigned threads : {1U, 3U}) {
      const model::Network network =
          read_network_json({.file = "j", .text = json->bytes(), .threads = threads}, 10000);
      EXPECT_TRUE(network_bytes(network, "json") == row_by_row) << threads << " threads";
    }
  }
}

TEST(PlainRows, FindARepetitionFarAway) {
  std::string text = "task,unit,role,order\n";
  for (int i = 0; i < 300000; ++i) text += "T" + std::to_string(i) + ",U,lead,1\n";
  EXPECT_TRUE(read_in_parts(text, 1 << 20));
  EXPECT_FALSE(read_in_parts(text + "T17,V,lead,1\n", 1 << 20));
  EXPECT_TRUE(read_scattered(text + "T17,V,lead,1\n", 1 << 20));
}

}  // namespace respnet::io
