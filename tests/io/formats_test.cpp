#include "respnet/io/formats.hpp"

#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support/folder.hpp"

namespace respnet::io {

TEST(Formats, AreNamedOnceAndDoSomething) {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_TRUE(format.read != nullptr || format.write != nullptr) << format.name;
    EXPECT_FALSE(format.summary.empty()) << format.name;
    for (const std::string_view ending : format.endings) EXPECT_EQ(ending.front(), '.');
    // Who loses something says what.
    EXPECT_EQ(format.losses != nullptr, format.write != nullptr && !format.loses.empty())
        << format.name;
  }
}

TEST(Formats, AreFoundByNameAndEnding) {
  EXPECT_EQ(format_named("json").name, "json");
  EXPECT_EQ(format_by_ending("Plan.2024.JSON")->name, "json");
  EXPECT_EQ(format_by_ending("x.graphml")->name, "graphml");
  EXPECT_EQ(format_by_ending("x.unknown"), nullptr);
}

TEST(Formats, UnknownNamesGetTheNearest) {
  EXPECT_EQ(test::message_of<std::invalid_argument>([] { format_named("graphm"); }),
            "unknown format 'graphm'; did you mean 'graphml'?");
}

}  // namespace respnet::io
