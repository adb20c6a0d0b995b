#include "respnet/io/csv_folder.hpp"

#include <limits>
#include <map>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "io/support.hpp"
#include "respnet/io/read.hpp"
#include "support/network.hpp"

namespace respnet::io {
namespace {

std::map<std::string, std::string> files(const model::Network& network, const Attachments& with) {
  std::map<std::string, std::string> all;
  for (const CsvFolder::File& file : csv_folder(network, with).files)
    file.write([&](std::string_view piece) { all[file.name] += piece; });
  return all;
}

}  // namespace

TEST(CsvFolder, TellsNodesEdgesIncidenceAndMeasures) {
  const model::Network network = test::network(
      {{"1", "=a,\"b\"", model::Role::Lead}, {"1", "c", model::Role::Support}, {"2", "c"}});
  const std::vector<Table> tables{
      {"network", "", {{"density", "", std::vector<double>{0.75}}}},
      {"units",
       "",
       {{"id", "", std::vector<std::string>{"u1", "u2"}},
        {"name", "", std::vector<std::string>{"=a,\"b\"", "c"}},
        {"load.x", "", std::vector<double>{-0.5, std::numeric_limits<double>::quiet_NaN()}}}}};
  const io::Run run{.version = "1", .command = "export"};
  const auto all = files(network, {.tables = tables, .run = &run});

  EXPECT_EQ(all.at("nodes.csv"),
            "id,label,type,bipartite,kind,unit_kind,ref,section,deadline,due,clause,source_file,"
            "source_line,load.x\n"
            "t1,1,false,0,task,,1,,,,,,,\n"
            "t2,2,false,0,task,,2,,,,,,,\n"
            "u1,\"'=a,\"\"b\"\"\",true,1,unit,organ,u1,,,,,,,-0.5\n"
            "u2,c,true,1,unit,organ,u2,,,,,,,\n");
  EXPECT_EQ(all.at("edges.csv"),
            "source,target,role,weight,explicit,order,source_line,as_written\n"
            "t1,u1,lead,1,true,1,,\n"
            "t1,u2,support,1,true,2,,\n"
            "t2,u2,responsible,1,true,1,,\n");
  EXPECT_EQ(all.at("incidence.csv"), "task,\"'=a,\"\"b\"\"\",c\n1,L,S\n2,,R\n");
  EXPECT_EQ(all.at("metrics-long.csv"),
            "level,id,name,measure,value\nnetwork,,,density,0.75\n"
            "units,u1,\"'=a,\"\"b\"\"\",load.x,-0.5\nunits,u2,c,load.x,\n");
  EXPECT_EQ(all.at("metrics-network.csv"), "density\n0.75\n");
  EXPECT_EQ(nlohmann::json::parse(all.at("run.json"))["command"], "export");
  EXPECT_EQ(all.at("sections.csv"), "id,title,parent,source\n");
}

TEST(CsvFolder, UnitsOfOneNameAreToldApart) {
  model::NetworkBuilder builder("test");
  const model::TaskId task = builder.task_of_id("1");
  for (const char* id : {"a", "b"})
    builder.add_assignment(task, builder.add_unit({.id = id, .name = "局"}), model::Role::Lead);
  const auto all = files(std::move(builder).build(), {});
  EXPECT_EQ(all.at("incidence.csv"), "task,局 [a],局 [b]\n1,L,L\n");
}

TEST(CsvFolder, MarksTheOrderOfBytesForExcel) {
  for (const auto& [name, bytes] : files(test::network({{"1", "a"}}), {.csv_bom = true}))
    EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBF")) << name;
}

TEST(CsvFolder, LeavesOutAMatrixThatIsTooLargeAndSaysSo) {
  model::NetworkBuilder builder("test");
  for (int i = 0; i < 4000; ++i) {
    builder.task_of_id(std::to_string(i));
    builder.unit_of_name("u" + std::to_string(i));
  }
  const model::Network network = std::move(builder).build();
  const CsvFolder folder = csv_folder(network, {});
  for (const CsvFolder::File& file : folder.files) EXPECT_NE(file.name, "incidence.csv");
  ASSERT_EQ(folder.left_out.size(), 1U);
  EXPECT_NE(folder.left_out[0].find("4000 tasks × 4000 units"), std::string::npos);
}

TEST(CsvFolder, HasTheSameBytesWithAnyNumberOfThreads) {
  model::NetworkBuilder builder("test");
  std::vector<double> values;
  for (int i = 0; i < 5000; ++i) {
    const model::TaskId task = builder.task_of_id("t" + std::to_string(i));
    builder.add_assignment(task, builder.unit_of_name("u" + std::to_string(i % 9)),
                           model::Role::Lead);
    values.push_back(i / 4.0);
  }
  const model::Network network = std::move(builder).build();
  const std::vector<Table> tables{{"tasks", "", {{"x", "", values}}}};
  const auto one = files(network, {.tables = tables, .threads = 1});
  EXPECT_NE(one.at("nodes.csv").find("\nt5000,t4999,false,0,task,,t4999,,,,,,,1249.75\nu1,"),
            std::string::npos);
  EXPECT_TRUE(one.at("metrics-long.csv").ends_with("\ntasks,,,x,1249.75\n"));
  for (const unsigned threads : {2U, 16U})
    EXPECT_TRUE(files(network, {.tables = tables, .threads = threads}) == one) << threads;
}

TEST(CsvFolder, TheSampleHasSectionsAndSources) {
  const auto all = files(read_network(dataset("changle-2024/notice.md")), {});
  EXPECT_TRUE(all.at("sections.csv").starts_with("id,title,parent,source\n1,"));
  EXPECT_NE(all.at("sources.csv").find("长政办〔2024〕73号"), std::string::npos);
}

}  // namespace respnet::io
