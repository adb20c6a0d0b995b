#include <string>

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/network.hpp"

namespace respnet::io {
namespace {

using test::message_of;

// The message without the folders of the fixture.
std::string refusal(std::string_view name) {
  const std::string file = fixture(name).string();
  std::string message = message_of<InputError>([&] { read_network(file); });
  const std::size_t at = message.find(file);
  if (at == 0) message.erase(0, file.size() - name.size());
  return message;
}

}  // namespace

TEST(EdgeList, ReadsQuotedFields) {
  EXPECT_EQ(seen(read_network(fixture("quoted_comma.csv"))), "roads/Water, Roads and Bridges/lead");
  EXPECT_EQ(seen(read_network(fixture("line_break_and_quotes.csv"))),
            "two\nlines/said \"here\"/lead");
}

TEST(EdgeList, AcceptsBomAndCrlf) {
  EXPECT_EQ(seen(read_network(fixture("bom_and_crlf.csv"))),
            "roads/Water/lead roads/Finance/support");
}

TEST(EdgeList, TakesColumnsInAnyOrderCaseSeparatorAndInChinese) {
  const model::Network network = read_network(fixture("semicolons_any_order.csv"));
  EXPECT_EQ(seen(network), "roads/Water/lead roads/Finance/support");
  ASSERT_EQ(network.notes().size(), 1U);
  EXPECT_EQ(network.notes()[0].code, "ignored-column");
  EXPECT_NE(network.notes()[0].message.find("'remark'"), std::string::npos);

  EXPECT_EQ(seen(read_network(fixture("chinese_header_tabs.csv"))), "修路/交通局/lead");
}

TEST(EdgeList, TrimsBareFieldsAndKeepsQuotedOnes) {
  EXPECT_EQ(seen(network_in("task, unit ,role\n a ,\tb\t, lead\n c , \" d \" ,LEAD\n", "csv")),
            "a/b/lead c/ d /lead");
}

TEST(EdgeList, UndoesTheFormulaGuardAndNothingElse) {
  EXPECT_EQ(seen(read_network(fixture("guarded_formulas.csv"))),
            "roads/=cmd()/lead roads/'=x/support roads/'plain/support");
}

TEST(EdgeList, GuardsWhatASpreadsheetWouldCompute) {
  const model::Network network =
      test::network({{"=1+1", "@x"}, {"-2", "＝a"}, {"'=b", "\tt"}, {"'c", "plain"}});
  EXPECT_EQ(network_bytes(network, "csv"),
            "task,unit,role,order\n"
            "'=1+1,'@x,responsible,1\n"
            "'-2,'＝a,responsible,1\n"
            "''=b,\"'\tt\",responsible,1\n"
            "'c,plain,responsible,1\n");
}

TEST(EdgeList, KeepsTasksWithoutUnitsAndUnitsWithoutTasks) {
  const model::Network network = read_network(fixture("lone_task_and_unit.csv"));
  EXPECT_EQ(network.task_count(), 2U);
  EXPECT_EQ(network.unit_count(), 2U);
  EXPECT_EQ(network.assignment_count(), 1U);
  ASSERT_EQ(network.notes().size(), 2U);
  EXPECT_EQ(network.notes()[0].code, "task-without-unit");
  EXPECT_EQ(network.notes()[1].code, "unit-without-task");
  EXPECT_EQ(network_bytes(network, "csv"),
            "task,unit,role,order\nroads,Water,lead,1\nlonely,,,\n,Idle,,\n");
}

TEST(EdgeList, KeepsTheStrongerOfTwoRoles) {
  const model::Network network = read_network(fixture("duplicate_assignment.csv"));
  EXPECT_EQ(seen(network), "roads/Water/lead");
  EXPECT_EQ(network.notes()[0].code, "lead-also-support");
}

TEST(EdgeList, RefusesFaultsWithLineAndColumn) {
  EXPECT_EQ(refusal("unknown_role.csv"),
            "unknown_role.csv:3:15: unknown role 'suport'; did you mean 'support'?");
  EXPECT_EQ(refusal("unclosed_quote.csv"),
            "unclosed_quote.csv:2:7: a quote that is never closed; close the field with a quote");
  EXPECT_EQ(refusal("missing_field.csv"),
            "missing_field.csv:2:1: 2 fields where the header has 3; put quotes around fields that "
            "hold the separator");
  EXPECT_EQ(refusal("bare_comma.csv"),
            "bare_comma.csv:2:20: 4 fields where the header has 3; put quotes around fields that "
            "hold the separator");
  EXPECT_EQ(refusal("missing_column.csv"),
            "missing_column.csv:1:1: no column 'role' in the header; name the columns "
            "task,unit,role");
  EXPECT_EQ(refusal("header_only.csv"),
            "header_only.csv:1:1: no rows below the header; add one for each assignment");
}

TEST(EdgeList, RefusesStrayQuotesAndOrders) {
  const auto refused = [](std::string_view text) {
    return message_of<InputError>([&] { network_in(text, "csv"); });
  };
  EXPECT_EQ(refused("task,unit,role\na,b\"c,lead\n"),
            "f:2:4: a quote inside a field without quotes; put quotes around the field and double "
            "those inside");
  EXPECT_EQ(refused("task,unit,role\n水,\"b\"c,lead\n"),
            "f:2:6: text behind a closing quote; double the quotes inside the field");
  EXPECT_EQ(refused("task,unit,role,order\na,b,lead,second\n"),
            "f:2:10: 'second' is no place in an order; write 1, 2, 3 or leave it empty");
  EXPECT_EQ(refused("task,unit,role,order\na,b,lead,0\n"),
            "f:2:10: '0' is no place in an order; write 1, 2, 3 or leave it empty");
  EXPECT_EQ(refused("task,unit,role,单位\na,b,lead,c\n"),
            "f:1:16: a second column '单位'; keep one of the two");
  EXPECT_EQ(refused("task,unit,role\n,,\n"),
            "f:2:1: a row with neither task nor unit; fill it in or delete it");
  EXPECT_EQ(refused("task,unit,role\na,b,boss\n"),
            "f:2:5: unknown role 'boss'; choose from lead, responsible, support, oversight, "
            "informed");
}

TEST(EdgeList, SortsByStatedOrder) {
  EXPECT_EQ(seen(network_in("task,unit,role,order\na,y,lead,2\na,x,lead,1\na,z,lead,\n", "csv")),
            "a/x/lead a/y/lead a/z/lead");
}

// No quotes, no line breaks: the scanner must agree with splitting at commas.
TEST(EdgeList, ReadsALargeListAsPlainSplittingWould) {
  std::string text = "task,unit,role\n";
  std::string expected;
  RandomEngine engine(1);
  for (int i = 0; i < 20000; ++i) {
    const std::string task = "t" + std::to_string(i);
    const std::string unit = "u" + std::to_string(uniform_below(engine, 500));
    text += task + "," + unit + ",support\n";
    expected += (i == 0 ? "" : " ") + task + "/" + unit + "/support";
  }
  EXPECT_EQ(seen(network_in(text, "csv")), expected);
}

}  // namespace respnet::io
