#include "respnet/io/partition.hpp"

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

std::string fault(std::string_view text) {
  try {
    partition_in(text, "p.csv");
  } catch (const InputError& refused) {
    return refused.what();
  }
  return {};
}

}  // namespace

TEST(Partition, IsReadByItsHeads) {
  const auto rows =
      partition_in("id,name,co.cluster\nu1,Roads,1\nu2,\"Water, Board\",2\nu3,Idle,\n", "p.csv");
  ASSERT_EQ(rows.size(), 2U);  // the unit without a cluster is in none
  EXPECT_EQ(rows[1].id, "u2");
  EXPECT_EQ(rows[1].name, "Water, Board");
  EXPECT_EQ(rows[1].cluster, "2");
  EXPECT_EQ(rows[1].place.line, 3U);

  const auto chinese = partition_in("协作圈;单位;备注\n甲;'=财政局;x\n", "p.csv");
  ASSERT_EQ(chinese.size(), 1U);
  EXPECT_EQ(chinese[0].name, "=财政局");
  EXPECT_EQ(chinese[0].cluster, "甲");
}

TEST(Partition, RefusesWhatNamesNoUnitOrNoCluster) {
  EXPECT_NE(fault("name,group\nRoads,1\n").find("needs a column cluster"), std::string::npos);
  EXPECT_NE(fault("cluster\n1\n").find("id or name"), std::string::npos);
  EXPECT_NE(fault("name,cluster\nRoads,1\n,2\n").find("names no unit"), std::string::npos);
  EXPECT_EQ(fault("name,cluster\nRoads,1\n"), "");
}

}  // namespace respnet::io
