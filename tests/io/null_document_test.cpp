#include "respnet/io/null_document.hpp"

#include <limits>
#include <stdexcept>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace respnet::io {

TEST(NullDocument, SaysHowItWasMadeAndWhatIsMissing) {
  const io::Run run{"1.0", "metrics", {{"null", "margins"}}, 7, {}, "abc"};
  const Table rows{"network",
                   "",
                   {{"measure", "", std::vector<std::string>{"clusters.modularity"}},
                    {"z", "", std::vector<double>{std::numeric_limits<double>::quiet_NaN()}}}};
  const auto json = nlohmann::json::parse(
      null_document(run, {"margins", 99, 2, {{"load.tasks", "it is \"fixed\""}}}, {&rows, 1}));

  EXPECT_EQ(json["schema"], "respnet-null/1");
  EXPECT_EQ(json["run"]["seed"], 7);
  EXPECT_EQ(json["model"], "margins");
  EXPECT_EQ(json["samples"], 99);
  EXPECT_EQ(json["locked"], 2);
  EXPECT_EQ(json["refused"][0]["id"], "load.tasks");
  EXPECT_EQ(json["refused"][0]["reason"], "it is \"fixed\"");
  EXPECT_EQ(json["network"][0]["measure"], "clusters.modularity");
  EXPECT_TRUE(json["network"][0]["z"].is_null());
  EXPECT_FALSE(json.contains("units"));
}

TEST(NullDocument, RefusesOtherTables) {
  const Table pairs{"pairs", "", {}};
  EXPECT_THROW(null_document({}, NullHead{}, {&pairs, 1}), std::invalid_argument);
}

}  // namespace respnet::io
