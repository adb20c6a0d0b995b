// The database holds the network, its measures and their keys; SQLite itself reads it back.

#include <limits>
#include <memory>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "io/support.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/network.hpp"
#include "support/random_network.hpp"

namespace respnet::io {
namespace {

class Opened {
 public:
  explicit Opened(std::string bytes) : bytes_(std::move(bytes)) {
    EXPECT_EQ(sqlite3_open(":memory:", &database_), SQLITE_OK);
    EXPECT_EQ(
        sqlite3_deserialize(database_, "main", reinterpret_cast<unsigned char*>(bytes_.data()),
                            static_cast<sqlite3_int64>(bytes_.size()),
                            static_cast<sqlite3_int64>(bytes_.size()), SQLITE_DESERIALIZE_READONLY),
        SQLITE_OK);
  }
  ~Opened() { sqlite3_close(database_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  /// Rows as "a|b", NULL as "-", one a line.
  std::string operator()(const std::string& sql) {
    std::string text;
    char* error = nullptr;
    sqlite3_exec(
        database_, sql.c_str(),
        [](void* into, int count, char** values, char**) {
          auto& out = *static_cast<std::string*>(into);
          for (int i = 0; i < count; ++i)
            out.append(i == 0 ? "" : "|").append(values[i] == nullptr ? "-" : values[i]);
          out += '\n';
          return 0;
        },
        &text, &error);
    if (error != nullptr) text = error;
    sqlite3_free(error);
    return text;
  }

 private:
  std::string bytes_;
  sqlite3* database_ = nullptr;
};

}  // namespace

TEST(Sqlite, HoldsTheSampleWithItsEvidence) {
  const model::Network network = read_network(dataset("changle-2024/notice.md"));
  Opened database(network_bytes(network, "sqlite"));
  EXPECT_EQ(database("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(database("PRAGMA foreign_key_check"), "");
  EXPECT_EQ(database("SELECT count(*) FROM tasks"), "31\n");
  EXPECT_EQ(database("SELECT count(*) FROM units"), "35\n");
  EXPECT_EQ(database("SELECT count(*), count(begin) FROM assignments"), "112|112\n");
  EXPECT_EQ(database("SELECT u.name, count(*) FROM assignments a JOIN units u ON u.id = a.unit "
                     "GROUP BY u.id ORDER BY 2 DESC LIMIT 1"),
            "区发改局|24\n");
}

TEST(Sqlite, MeasuresHaveKeysAndUndefinedIsNull) {
  const model::Network network = test::network({{"1", "a'; DROP TABLE units; --"}, {"2", "b"}});
  const std::vector<Table> tables{
      {"network", "", {{"density", "", std::vector<double>{0.5}}}},
      {"units",
       "",
       {{"id", "", std::vector<std::string>{"u1", "u2"}},
        {"name", "", std::vector<std::string>{"x", "y"}},
        {"load.tasks", "", std::vector<std::int64_t>{1, 1}},
        {"co.constraint", "",
         std::vector<double>{0.25, std::numeric_limits<double>::quiet_NaN()}}}}};
  const Table catalog{"catalog",
                      "",
                      {{"id", "", std::vector<std::string>{"load.tasks"}},
                       {"level", "", std::vector<std::string>{"unit"}},
                       {"meaning", "", std::vector<std::string>{"tasks"}}}};
  const io::Run run{.version = "1", .command = "export", .seed = 7};
  Opened database(
      network_bytes(network, "sqlite", {.tables = tables, .catalog = &catalog, .run = &run}));
  EXPECT_EQ(database("SELECT name, \"load.tasks\", \"co.constraint\" FROM units JOIN unit_measures "
                     "USING (id) ORDER BY id"),
            "a'; DROP TABLE units; --|1|0.25\nb|1|-\n");
  EXPECT_EQ(database("SELECT density FROM network_measures"), "0.5\n");
  EXPECT_EQ(database("SELECT meaning FROM catalog WHERE level = 'unit' AND id = 'load.tasks'"),
            "tasks\n");
  EXPECT_EQ(database("SELECT value FROM run WHERE key = 'seed'"), "7\n");
  EXPECT_EQ(database("PRAGMA foreign_key_check"), "");
}

TEST(Sqlite, HoldsAnyNetworkTheSameBytesEachTime) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const model::Network network = test::random_network(seed);
    const std::string bytes = network_bytes(network, "sqlite");
    ASSERT_EQ(bytes, network_bytes(network, "sqlite")) << "seed " << seed;
    Opened database(bytes);
    ASSERT_EQ(database("PRAGMA foreign_key_check"), "") << "seed " << seed;
    ASSERT_EQ(database("SELECT count(*) FROM assignments"),
              std::to_string(network.assignment_count()) + "\n");
    std::string names;
    for (const model::UnitId id : network.unit_ids())
      names += std::string(network.unit_name(id)) + "\n";
    ASSERT_EQ(database("SELECT name FROM units ORDER BY rowid"), names) << "seed " << seed;
  }
}

}  // namespace respnet::io
