#include "respnet/io/write.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/read.hpp"
#include "support/folder.hpp"
#include "support/network.hpp"

namespace respnet::io {

using test::Folder;
using test::message_of;

TEST(WriteNetwork, ChoosesTheFormatByTheEnding) {
  const Folder folder;
  const model::Network network = test::network({{"a", "Water"}});
  write_network(network, folder / "net.json");
  write_network(network, folder / "net.out", "csv");
  EXPECT_EQ(test::content(folder / "net.json"), network_bytes(network, "json"));
  EXPECT_EQ(test::content(folder / "net.out"), network_bytes(network, "csv"));
}

TEST(WriteNetwork, WritesMoreThanOnePiece) {
  std::vector<test::Row> rows;
  for (int i = 0; i < 60000; ++i)
    rows.push_back({"task " + std::to_string(i), "unit " + std::to_string(i % 100)});
  const Folder folder;
  const model::Network network = test::network(rows);
  for (const char* name : {"net.csv", "net.json", "net.graphml"}) {
    write_network(network, folder / name);
    EXPECT_EQ(test::content(folder / name), network_bytes(network, std::string(name).substr(4)));
  }
  EXPECT_EQ(seen(read_network(folder / "net.csv")), seen(network));
}

// More rows than a block holds, names that need escapes, tasks and units that stand alone.
model::Network many_rows() {
  model::NetworkBuilder builder("many");
  std::vector<model::UnitId> units;
  for (int i = 0; i < 5000; ++i)
    units.push_back(builder.add_unit({.name = "=unit <" + std::to_string(i) + "> \"x\", 县"}));
  for (int i = 0; i < 9000; ++i) {
    const model::TaskId task = builder.add_task({.id = "task & " + std::to_string(i)});
    for (int place = 0; place < i % 4; ++place)
      builder.add_assignment(task, units[static_cast<std::size_t>((i * 7 + place) % 4900)],
                             static_cast<model::Role>((i + place) % model::kRoles), 0,
                             {.is_explicit = place != 2});
  }
  return std::move(builder).build();
}

TEST(WriteNetwork, HasTheSameBytesWithAnyNumberOfThreads) {
  const Folder folder;
  const model::Network network = many_rows();
  for (const Format& format : formats()) {
    if (format.write == nullptr || format.binary) continue;
    const std::string bytes = network_bytes(network, format.name, {.threads = 1});
    for (const unsigned threads : {2U, 16U})
      EXPECT_TRUE(network_bytes(network, format.name, {.threads = threads}) == bytes)
          << format.name << " with " << threads << " threads";
    write_network(network, folder / "net", format.name, {.threads = 16});
    EXPECT_TRUE(test::content(folder / "net") == bytes) << format.name << " in a file";
    if (format.name == "json" || format.name == "graphml") {
      EXPECT_EQ(seen(network_in(bytes, format.name)), seen(network)) << format.name;
    }
  }
}

TEST(WriteNetwork, EndsWithTheErrorOfTheSink) {
  const model::Network network = many_rows();
  for (const unsigned threads : {1U, 16U})
    for (const int taken : {0, 1, 3}) {
      int pieces = 0;
      const Sink sink = [&](std::string_view) {
        if (pieces++ == taken) throw FileError("disk", "is full");
      };
      EXPECT_THROW(format_named("graphml").write(network, sink, {.threads = threads}), FileError);
      EXPECT_EQ(pieces, taken + 1) << "nothing comes behind a piece that failed";
    }
}

TEST(WriteNetwork, SaysWhatTheFormatCannotCarry) {
  const model::Network network = read_network(fixture("unknown_key.json"));
  EXPECT_TRUE(losses(network, "json").empty());
  EXPECT_EQ(losses(network, "csv"), (std::vector<std::string>{"notes are left out"}));
  EXPECT_TRUE(losses(test::network({{"a", "Water"}}), "csv").empty());
}

TEST(WriteNetwork, NamesEachLossOfAnEdgeList) {
  model::NetworkBuilder builder("x");
  const model::SectionId section = builder.add_section({.id = "1"});
  const model::TaskId task = builder.add_task(
      {.id = "a", .section = section, .lines = {1, 2}, .deadline = "May", .targets = {{"2"}}});
  builder.add_assignment(task, builder.add_unit({.name = "towns", .kind = model::UnitKind::Group}),
                         model::Role::Lead);
  builder.add_assignment(task, builder.add_unit({.name = "towns", .aliases = {"t"}}),
                         model::Role::Lead);
  const model::Network network = std::move(builder).build();
  EXPECT_EQ(
      losses(network, "csv"),
      (std::vector<std::string>{
          "titles of tasks, and the sections, are left out",
          "clauses, lines and printed names are left out", "deadlines and targets are left out",
          "kinds of units are left out", "aliases, offices and members of units are left out",
          "1 units share their name with another one and become one with it"}));
  EXPECT_EQ(losses(network, "graphml"),
            (std::vector<std::string>{
                "titles of sections are left out", "spans of clauses and names are left out",
                "targets are left out", "aliases, offices and members of units are left out"}));
}

TEST(WriteNetwork, RefusesUnknownFormats) {
  const model::Network network = test::network({{"a", "Water"}});
  EXPECT_EQ(message_of<std::invalid_argument>([&] { write_network(network, "net.odt"); }),
            "no format has the ending of 'net.odt'; choose from json, csv, graphml, gexf, hif, "
            "node-link, cytoscape, dot, pajek, pajek-one-mode, pajek-project, dl, dl-one-mode, "
            "matrix-market, xlsx, sqlite");
  EXPECT_THROW(network_bytes(network, "jsn"), std::invalid_argument);
}

TEST(WriteNetwork, ReportsAFullDevice) {
  EXPECT_THROW(write_network(test::network({{"a", "Water"}}), "/dev/full", "json"), FileError);
}

}  // namespace respnet::io
