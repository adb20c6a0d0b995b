// respnet metrics --level pair: as CSV pairs are written as they are found.

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace respnet {
namespace {

using test::content;
using test::Folder;
using test::shell;

const std::string kMake = "respnet generate -q --tasks 4000 --units 600 -o many.csv && ";
const std::string kPairs =
    "respnet metrics many.csv --level pair --select 'co.shared,co.n*,co.jaccard,co.phi,co.lead_*' ";

}  // namespace

// With a top count that is never reached the table is made at once.
TEST(Pairs, WrittenAsFoundAreTheTable) {
  const Folder folder;
  const std::string here = "cd '" + (folder / "").string() + "' && ";
  ASSERT_EQ(shell(here + kMake + kPairs + "--format csv --top 9000000 -o table.csv").code, 0);
  const std::string table = content(folder / "table.csv");
  EXPECT_GT(std::ranges::count(table, '\n'), 10'000);

  const auto found = shell(here + kPairs + "--format csv");
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_TRUE(found.out == table);
  ASSERT_EQ(shell(here + kPairs + "--format csv --csv-bom -o found.csv --threads 3").code, 0);
  EXPECT_TRUE(content(folder / "found.csv") == "\xEF\xBB\xBF" + table);

  const auto few = shell(here + kPairs + "--format csv --min-shared 4");
  const auto same = shell(here + kPairs + "--format csv --min-shared 4 --top 9000000");
  EXPECT_TRUE(few.out == same.out);
  EXPECT_TRUE(table.starts_with(few.out));  // those that share most stand first
  EXPECT_LT(few.out.size(), table.size());
  EXPECT_GT(std::ranges::count(few.out, '\n'), 10);
}

// 1,416 units of one task are a million pairs: too many for a table that nobody narrowed.
TEST(Pairs, OfAMillionAreRefusedAsATableOnly) {
  const Folder folder;
  const std::string here = "cd '" + (folder / "").string() +
                           "' && (echo task,unit,role; seq -f T,U%.0f,support 1416) >crowd.csv && ";
  const std::string line = here + "respnet metrics crowd.csv --level pair --select co.shared ";

  const auto pattern = shell(here + "respnet metrics crowd.csv --level pair --select 'co.shar*'");
  EXPECT_EQ(pattern.code, 5);
  EXPECT_NE(pattern.err.find("respnet: there are 1001820 pairs"), std::string::npos) << pattern.err;
  const auto refused = shell(line);
  EXPECT_EQ(refused.code, 5);
  EXPECT_NE(refused.err.find("there are 1001820 pairs"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("--format csv --select co.shared"), std::string::npos) << refused.err;
  const auto all = shell(line + "--format csv");
  EXPECT_EQ(all.code, 0) << all.err;
  EXPECT_EQ(std::ranges::count(all.out, '\n'), 1'001'821);
}

}  // namespace respnet
