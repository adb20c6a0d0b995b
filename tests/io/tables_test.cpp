#include "respnet/io/tables.hpp"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support/folder.hpp"

namespace respnet::io {
namespace {

Table loads() {
  return {"units",
          "Loads",
          {{"name", "unit", std::vector<std::string>{"区发改局", "Water"}},
           {"load.tasks", "tasks", std::vector<std::int64_t>{24, 7}},
           {"load.share", "", std::vector<double>{6.25, 1.0 / 3}},
           {"co.constraint", "", std::vector<double>{std::nan(""), 0.000012345}}}};
}

Table one_text(std::string text) {
  return {"x", "", {{"name", "", std::vector<std::string>{std::move(text)}}}};
}

}  // namespace

TEST(TextTable, AlignsByDisplayWidthWithNumbersToTheRight) {
  EXPECT_EQ(text_table(loads()),
            "Loads\n"
            "\n"
            "unit      tasks  load.share  co.constraint\n"
            "──────────────────────────────────────────\n"
            "区发改局     24       6.250              –\n"
            "Water         7       0.333       1.23e-05\n");
}

TEST(TextTable, ShowsWholeRealNumbersWhole) {
  EXPECT_EQ(text_table({"x", "", {{"n", "", std::vector<double>{3, 100000, std::nan("")}}}}),
            "     n\n──────\n     3\n100000\n     –\n");
}

TEST(TextTable, LetsNoControlCharacterThrough) {
  EXPECT_EQ(text_table(one_text("a\x1b[31m\nb\u202E")),
            "name\n────────────────────\na\\x1b[31m\\nb\\u{202e}\n");
}

TEST(TextTable, OfNothingIsAHeading) {
  EXPECT_EQ(text_table({"x", "", {{"n", "", std::vector<double>{}}}}), "n\n─\n");
  EXPECT_EQ(text_table({}), "\n\n");
}

TEST(JsonRows, AreFlatWithNullForUndefined) {
  EXPECT_EQ(json_rows(loads()),
            "[\n"
            " {\"name\": \"区发改局\", \"load.tasks\": 24, \"load.share\": 6.25, "
            "\"co.constraint\": null},\n"
            " {\"name\": \"Water\", \"load.tasks\": 7, \"load.share\": 0.3333333333333333, "
            "\"co.constraint\": 1.2345e-05}]\n");
  EXPECT_EQ(json_rows({"x", "", {{"n", "", std::vector<double>{INFINITY}}}}),
            "[\n {\"n\": null}]\n");
  EXPECT_EQ(json_rows({}), "[]\n");
}

TEST(JsonRows, EscapeWhatJsonDoesNotAllow) {
  EXPECT_EQ(json_rows(one_text("\"\\\n\t\r\x01\x7f区")),
            "[\n {\"name\": \"\\\"\\\\\\n\\t\\r\\u0001\\u007f区\"}]\n");
}

TEST(CsvTable, HasIdsAsHeaderAndEmptyCellsForUndefined) {
  EXPECT_EQ(csv_table(loads()),
            "name,load.tasks,load.share,co.constraint\n"
            "区发改局,24,6.25,\n"
            "Water,7,0.3333333333333333,1.2345e-05\n");
}

TEST(CsvTable, QuotesAndGuardsTextButNotNumbers) {
  EXPECT_EQ(csv_table(one_text("a,\"b\"\n")), "name\n\"a,\"\"b\"\"\n\"\n");
  EXPECT_EQ(csv_table(one_text("=1+1")), "name\n'=1+1\n");
  EXPECT_EQ(csv_table({"x", "", {{"n", "", std::vector<double>{-1.5}}}}), "n\n-1.5\n");
}

TEST(Tables, ArePassedOnInTheSameBytesWithAnyNumberOfThreads) {
  std::vector<std::int64_t> numbers;
  std::string csv = "id\n", json = "[";
  for (std::int64_t row = -5000; row < 5000; ++row) {
    numbers.push_back(row);
    csv += std::to_string(row) + '\n';
    json += (row == -5000 ? "\n {\"id\": " : ",\n {\"id\": ") + std::to_string(row) + '}';
  }
  const Table table{"units", "", {{"id", "", numbers}}};
  for (const unsigned threads : {1U, 2U, 16U}) {
    std::string rows, lines;
    write_json_rows(
        table, [&](std::string_view piece) { rows += piece; }, threads);
    write_csv_table(
        table, [&](std::string_view piece) { lines += piece; }, threads);
    EXPECT_TRUE(rows == json + "]\n") << threads << " threads";
    EXPECT_TRUE(lines == csv) << threads << " threads";
  }
  EXPECT_EQ(csv_table(table), csv);
}

TEST(Tables, OfCsvCanComeInPieces) {
  std::string csv;
  const Sink sink = [&](std::string_view piece) { csv += piece; };
  const auto piece = [](std::vector<std::int64_t> numbers) {
    return Table{"units", "", {{"id", "", std::move(numbers)}}};
  };

  write_csv_table(piece({}), sink);
  write_csv_rows(piece({1, 2}), sink);
  write_csv_rows(piece({3}), sink);

  EXPECT_EQ(csv, csv_table(piece({1, 2, 3})));
  EXPECT_EQ(csv, "id\n1\n2\n3\n");
}

TEST(MarkdownTable, AlignsNumbersAndEscapesMarkup) {
  EXPECT_EQ(markdown_table(loads()),
            "**Loads**\n"
            "\n"
            "| unit | tasks | load.share | co.constraint |\n"
            "| --- | ---: | ---: | ---: |\n"
            "| 区发改局 | 24 | 6.250 | – |\n"
            "| Water | 7 | 0.333 | 1.23e-05 |\n");
  EXPECT_EQ(markdown_table(one_text("a|b\\<i>*x*_`[\n")),
            "| name |\n| --- |\n| a\\|b\\\\\\<i>\\*x\\*\\_\\`\\[\\\\n |\n");
}

TEST(TableFormats, AreNamedAsOnTheCommandLine) {
  EXPECT_EQ(table_bytes(loads(), table_format_named("table")), text_table(loads()));
  EXPECT_EQ(table_bytes(loads(), table_format_named("json")), json_rows(loads()));
  EXPECT_EQ(table_bytes(loads(), table_format_named("csv")), csv_table(loads()));
  EXPECT_EQ(table_bytes(loads(), table_format_named("markdown")), markdown_table(loads()));
  EXPECT_EQ(test::message_of<std::invalid_argument>([] { table_format_named("jason"); }),
            "unknown table format 'jason'; did you mean 'json'?");
}

}  // namespace respnet::io
