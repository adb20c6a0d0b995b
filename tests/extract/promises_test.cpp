#include "respnet/extract/promises.hpp"

#include <gtest/gtest.h>

namespace respnet::extract {
namespace {

std::string targets(std::string_view text) {
  std::string shown;
  for (const model::Target& target : promises_of(text).targets)
    shown += (shown.empty() ? "" : " ") + target.comparator +
             std::to_string(static_cast<long long>(target.value.value())) + target.unit;
  return shown;
}

TEST(Promises, ReadsQuantitiesWithTheirComparators) {
  EXPECT_EQ(targets("力争改造企业40家"), "40家");
  EXPECT_EQ(targets("园区突破119家，新添10家以上"), ">119家 >=10家");
  EXPECT_EQ(targets("培训不少于10场，培训500人次以上"), ">=10场 >=500人次");
  EXPECT_EQ(targets("培育1—2个场景，建设3-5家"), ">=1个 >=3家");
  EXPECT_EQ(targets("新建站点超过1.2万个，其中农村不低于30%"), ">12000个 >=30%");
  EXPECT_EQ(targets("降价50%以内，培育工厂150家左右"), "<=50% ~150家");
  EXPECT_EQ(targets("带动投资3000亿元以上"), ">=3000亿元");
}

TEST(Promises, LeavesOtherNumbersAlone) {
  EXPECT_EQ(
      targets("优化12345热线，落实“1+4+N”“5332”布局，2025年建设5G网络，第2批，最高不超过15万元"),
      "");
}

TEST(Promises, FindsTheDeadline) {
  EXPECT_EQ(promises_of("力争2025年底全县改造").deadline, "2025年底");
  EXPECT_EQ(promises_of("2025 年 6 月底前建成").deadline, "2025年6月底前");
  EXPECT_EQ(promises_of("到2027年，建成").deadline, "2027年");
  EXPECT_EQ(promises_of("落实2025年度计划").deadline, "");
}

TEST(Promises, WritesADeadlineAsADateAsFarAsItGoes) {
  EXPECT_EQ(due_date("2025年6月底前"), "2025-06");
  EXPECT_EQ(due_date("2025年底"), "2025-12");
  EXPECT_EQ(due_date("2027年"), "2027");
  EXPECT_EQ(due_date("2026-06-30"), "2026-06-30");
  EXPECT_EQ(due_date("2026-06"), "2026-06");
  EXPECT_EQ(due_date("2026-13"), "");
  EXPECT_EQ(due_date("2026-2028年"), "");
  EXPECT_EQ(due_date("10月底前完成"), "");
  EXPECT_EQ(due_date("长期"), "");
}

}  // namespace
}  // namespace respnet::extract
