#include "respnet/io/registry.hpp"

#include <gtest/gtest.h>

#include "io/support.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/random.hpp"
#include "respnet/base/text.hpp"
#include "respnet/graph/bipartite_graph.hpp"
#include "respnet/io/merge.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"
#include "support/icu.hpp"

namespace respnet::io {
namespace {

using Names = std::vector<std::string>;

std::string refusal(std::string_view text) {
  return test::message_of<InputError>([&] { registry_in(text, "u.csv"); });
}

std::size_t tasks_of(const graph::BipartiteGraph& graph, std::string_view name) {
  for (std::size_t unit = 0; unit < graph.unit_count(); ++unit)
    if (graph.network().unit_name(graph.unit(unit)) == name)
      return graph.neighbors(graph.unit_vertex(unit)).size();
  ADD_FAILURE() << "no unit " << name;
  return 0;
}

}  // namespace

TEST(RegistryFile, HasItsColumnsInAnyOrderAndLanguage) {
  const auto registry = registry_in(
      "备注,停用日期,启用日期,成员,上级,类别,别名,名称\n"
      ",2024年9月,2018/10/1,,县政府,机构,县老局、县旧局,县甲局\n"
      ",,,,,organ,,县政府\n,,,县甲局;县政府,,集合,,各单位\n",
      "u.csv");

  ASSERT_EQ(registry.unit_count(), 3U);
  const extract::RegistryRow& row = registry.row(0);
  EXPECT_EQ(row.name, "县甲局");
  EXPECT_EQ(row.aliases, (Names{"县老局", "县旧局"}));
  EXPECT_EQ(row.kind, model::UnitKind::Organ);
  EXPECT_EQ(row.parent, "县政府");
  EXPECT_EQ(row.valid_from, "2018-10-01");
  EXPECT_EQ(row.valid_to, "2024-09");
  EXPECT_EQ(registry.kind(2), model::UnitKind::Group);
  EXPECT_EQ(registry.row(2).members, (Names{"县甲局", "县政府"}));
  ASSERT_EQ(registry.notes().size(), 1U);
  EXPECT_EQ(registry.notes()[0].message,
            "columns that a registry does not have were ignored: '备注'");
}

TEST(RegistryFile, PartsCellsAtTheirStrongestSeparator) {
  const auto members = [](std::string_view cell) {
    return registry_in("name,members\n各单位,\"" + std::string(cell) + "\"\n", "u.csv")
        .row(0)
        .members;
  };
  EXPECT_EQ(members("甲、乙"), (Names{"甲", "乙"}));
  EXPECT_EQ(members(" 甲 ; 乙；"), (Names{"甲 ; 乙"}));
  EXPECT_EQ(members("甲;乙、丙"), (Names{"甲", "乙、丙"}));
  EXPECT_EQ(members("各市、县（市、区）|省政府"), (Names{"各市、县（市、区）", "省政府"}));
  EXPECT_EQ(members("各县（市、区）、省政府"), (Names{"各县（市、区）", "省政府"}));
  EXPECT_EQ(members("、|、"), (Names{"、", "、"}));
  EXPECT_EQ(members("||"), Names{});
}

TEST(RegistryFile, MayGiveEachAliasARow) {
  const auto registry = registry_in("name,alias\n县甲局,县老局\n\n县甲局,县旧局\n,\n", "u.csv");
  EXPECT_EQ(registry.unit_count(), 1U);
  EXPECT_EQ(registry.name(registry.meaning("县旧局", "").unit), "县甲局");
}

TEST(RegistryFile, TakesGuardsAwayAndKeepsFormulas) {
  const auto registry = registry_in("name;alias\n\"'=1+1\";'@甲|'plain\n", "u.csv");
  EXPECT_EQ(registry.row(0).name, "=1+1");
  EXPECT_EQ(registry.row(0).aliases, (Names{"@甲", "'plain"}));
}

TEST(RegistryFile, RefusesWithPlaceAndAdvice) {
  EXPECT_EQ(refusal("alias,kind\n甲,organ\n"),
            "u.csv:1:1: no column 'name' in the header of the registry; name the columns "
            "name,alias,kind,parent,members,valid_from,valid_to");
  EXPECT_EQ(refusal("name,名称\n甲,乙\n"),
            "u.csv:1:6: a second column for the same, '名称'; keep one of the two");
  EXPECT_EQ(refusal("name,alias\n"), "u.csv:1:1: no rows below the header; add one for each unit");
  EXPECT_EQ(refusal("name,alias\n,县老局\n"),
            "u.csv:2:1: a row without a name; fill it in or delete the row");
  EXPECT_EQ(refusal("name,kind\n甲局,gruop\n"),
            "u.csv:2:4: unknown kind 'gruop'; did you mean 'group'?");
  EXPECT_EQ(refusal("name,kind\n甲局,x\n"),
            "u.csv:2:4: unknown kind 'x'; choose from organ, group, person");
  EXPECT_EQ(refusal("name\n甲局,乙\n"),
            "u.csv:2:4: 2 fields where the header has 1; put quotes around fields that hold the "
            "separator");
  EXPECT_EQ(refusal("name,alias\n\"甲局\n"),
            "u.csv:2:1: a quote that is never closed; close the "
            "field with a quote");
  EXPECT_EQ(refusal("name,valid_from,valid_to\n甲局,2024-05,2023\n"),
            "u.csv:2:12: the row ends, at 2023, before it begins, at 2024-05; correct one of the "
            "two");
}

TEST(RegistryFile, RefusesWhatIsNoDate) {
  for (const char* date : {"24", "2024-13", "2024-00-01", "2024-1-32", "2024-", "2024-1-1-1", "x",
                           "2024--1", "20240101", "-", "99999999999999999999"}) {
    EXPECT_EQ(refusal("name,valid_to\n甲局," + std::string(date) + "\n"),
              "u.csv:2:4: '" + std::string(date) +
                  "' is no date; write it as 2024-09-01, 2024-09 or 2024");
  }
  for (const char* date :
       {"2024", "2024年", "2024-9", "2024/9/1 0:00:00", "2024.9.1", "2024年9月1日"})
    EXPECT_EQ(registry_in("name,valid_to\n甲局," + std::string(date) + "\n", "f").unit_count(), 1U);
}

TEST(RegistryFile, NamesTheLineOfARecordBehindLineBreaksInFields) {
  EXPECT_EQ(refusal("name,alias,parent\r\n\"甲\n局\",\"x\ny\",\r\n乙局,,县政府\r\n"),
            "u.csv:5:5: unknown parent '县政府'; give it a row, or leave the parent out");
}

TEST(RegistryFile, IsReadInItsEncoding) {
  const test::Folder folder;
  const auto path = folder.file(
      "units.csv", test::encoded("名称,别名\n县财政局,县财局\n县教育局,\n县公安局,\n", "GB18030"));
  const auto registry = read_registry(path);
  EXPECT_EQ(registry.name(registry.meaning("县财局", "").unit), "县财政局");
  EXPECT_THROW(read_registry(folder.file("blank.csv", " \n")), InputError);
}

TEST(RegistryFile, OfDamagedTextIsReadOrRefused) {
  const std::string whole =
      "name,alias,kind,parent,members,valid_from,valid_to\n"
      "县甲局,\"县老局、县旧局\",organ,县政府,,2018-10,\n县政府,,,,,,2024/9/1\n"
      "各单位,'=x,group,,\"县甲局;县政府|\"\"x\",,\n";
  RandomEngine engine(7);
  std::size_t read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text = whole;
    for (std::uint64_t n = 1 + uniform_below(engine, 4); n > 0; --n) {
      const std::size_t at = uniform_below(engine, text.size());
      constexpr std::string_view signs = ",;|\"'\n\r\t=0-/x";
      if (uniform_below(engine, 3) == 0)
        text.erase(at, 1 + uniform_below(engine, 9));
      else
        text.insert(at, 1, signs[uniform_below(engine, signs.size())]);
    }
    if (first_invalid_utf8(text)) continue;
    try {
      const auto network = network_in("task,unit,role\na,县老局,lead\nb,各单位,lead\n", "csv");
      const auto registry = registry_in(text, "u.csv");
      EXPECT_EQ(extract::with_registry(network, registry).task_count(), 2U);
      ++read;
    } catch (const InputError& error) {
      EXPECT_EQ(error.place().file, "u.csv");
      EXPECT_NE(error.place().line, 0U);
    }
  }
  EXPECT_GT(read, 1000U);
}

TEST(RegistryFile, OfManyRowsTakesLinearTime) {
  std::string text = "members,name,alias,valid_from\n";
  for (int i = 0; i < 100000; ++i)
    text += "," + ("单位" + std::to_string(i)) + ",别名" + std::to_string(i) + ",2020\n";
  text += "\"" + std::string(1000000, '(') + "\",各单位,,\n";
  EXPECT_EQ(registry_in(text, "u.csv").unit_count(), 100001U);
}

TEST(Registry, MergesInputsOfDifferentIssuers) {
  const test::Folder folder;
  const auto notice = [&](const std::string& name, const std::string& issuer) {
    return folder.file(name, issuer +
                                 "人民政府办公室\n\n2025年3月9日\n\n2025年修路工作要点\n\n"
                                 "1.甲事。（责任单位：省甲厅、省财政厅）\n");
  };
  const std::vector<std::filesystem::path> paths{notice("a.txt", "东县"), notice("b.txt", "西县")};
  const auto registry = registry_in("name,alias\n省乙厅,省甲厅\n", "units.csv");

  const auto apart = read_networks(paths);
  const auto network = read_networks(paths, {.registry = &registry});

  ASSERT_EQ(apart.sources()[0].issuer, "东县人民政府办公室");
  EXPECT_EQ(apart.unit_count(), 4U);
  EXPECT_EQ(seen(network),
            "s1:1/省乙厅/responsible s1:1/省财政厅/responsible "
            "s2:1/省乙厅/responsible s2:1/省财政厅/responsible");
  EXPECT_EQ(network.unit_count(), 3U);
  std::size_t same_names = 0;
  for (const model::Note& note : network.notes()) same_names += note.code == "same-name" ? 1U : 0U;
  EXPECT_EQ(same_names, 1U);  // of 省财政厅 alone
}

TEST(Registry, OfTheSampleIsFullAndExpandsItsGroup) {
  const auto path = dataset("changle-2024/notice.md");
  const auto registry = read_registry(dataset("changle-2024/units.csv"));
  const auto plain = read_network(path);
  const auto network = read_network(path, {.registry = &registry});

  EXPECT_EQ(seen(network), seen(plain));
  EXPECT_EQ(registry.unit_count(), plain.unit_count());
  EXPECT_EQ(network.unit_count(), plain.unit_count());
  EXPECT_EQ(network.notes().size(), plain.notes().size());

  const graph::BipartiteGraph kept(network);
  const graph::BipartiteGraph expanded(network, {.groups = graph::GroupPolicy::Expand});
  EXPECT_EQ(kept.unit_count(), 35U);
  EXPECT_EQ(expanded.unit_count(), 34U);
  EXPECT_EQ(tasks_of(kept, "区城投集团"), 1U);
  EXPECT_EQ(tasks_of(expanded, "区城投集团"), 2U);
  EXPECT_EQ(tasks_of(kept, "区产投集团"), 2U);
  EXPECT_EQ(tasks_of(expanded, "区产投集团"), 3U);
}

TEST(Registry, CountsAMemberThatATaskAlsoNamesOnceWithItsStrongerRole) {
  const auto registry = registry_in("name,members\n各镇,东镇、西镇\n", "units.csv");
  const auto network = extract::with_registry(
      network_in("task,unit,role\na,各镇,support\na,东镇,lead\nb,各镇,lead\n", "csv"), registry);

  const graph::BipartiteGraph graph(network, {.groups = graph::GroupPolicy::Expand});

  EXPECT_EQ(graph.unit_count(), 2U);
  EXPECT_EQ(tasks_of(graph, "东镇"), 2U);
  EXPECT_EQ(tasks_of(graph, "西镇"), 2U);
  const auto parts = graph.parts(graph.vertex(model::TaskId{0}));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0], graph::Part::Lead);
  EXPECT_EQ(parts[1], graph::Part::Support);
}

TEST(Registry, KeepsTheNamesOfAnEdgeListAsWritten) {
  const auto registry = registry_in("name,alias\nFinance,Treasury\n", "units.csv");
  const auto network =
      extract::with_registry(network_in("task,unit,role\na,Treasury,lead\n", "csv"), registry);
  EXPECT_EQ(seen(network), "a/Finance/lead");
  EXPECT_EQ(network.assignment(model::AssignmentId{0}).as_written, "Treasury");
  EXPECT_EQ(network_bytes(network_in(network_bytes(network, "json"), "json"), "json"),
            network_bytes(network, "json"));
}

}  // namespace respnet::io
