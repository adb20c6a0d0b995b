#include "respnet/io/write_synthetic.hpp"

#include <string>

#include <gtest/gtest.h>

#include "respnet/io/read.hpp"
#include "respnet/io/write.hpp"
#include "support/folder.hpp"

namespace respnet::io {
namespace {

// Few tasks, so that some units have none.
constexpr model::SyntheticOptions kOptions{.tasks = 40, .units = 90, .seed = 4};

}  // namespace

TEST(WriteSynthetic, DrawsTheEdgeListOfTheNetwork) {
  std::string drawn;

  synthetic_edge_list(kOptions, [&](std::string_view piece) { drawn += piece; });

  EXPECT_EQ(drawn, network_bytes(model::synthetic_network(kOptions), "csv"));
  EXPECT_NE(drawn.find("\n,U"), std::string::npos);  // a unit without tasks
}

TEST(WriteSynthetic, IsReadBackAsTheNetwork) {
  const test::Folder folder;
  const std::string expected = network_bytes(model::synthetic_network(kOptions), "csv");

  for (const char* name : {"net.csv", "net.json", "net.graphml"}) {
    write_synthetic(kOptions, folder / name);
    EXPECT_EQ(network_bytes(read_network(folder / name), "csv"), expected) << name;
  }
}

TEST(WriteSynthetic, TakesTheFormatAskedFor) {
  const test::Folder folder;

  write_synthetic(kOptions, folder / "net", "csv");

  EXPECT_TRUE(test::content(folder / "net").starts_with("task,unit,role,order\nT1,U"));
}

}  // namespace respnet::io
