#pragma once

// Networks that nobody would write, the same each time, to send through every format.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/base/random.hpp"
#include "respnet/model/network_builder.hpp"

namespace respnet::test {

/// Names that break careless writers.
inline constexpr std::array<std::string_view, 24> kHostileNames{"plain",
                                                                "\"quoted\"",
                                                                "a<b>&c;",
                                                                "ends with \\",
                                                                "two\nlines",
                                                                "cr\r\nlf",
                                                                "\x01\x1b[31m",
                                                                "=cmd()",
                                                                "'=cmd()",
                                                                "''+1",
                                                                "'plain",
                                                                "+1",
                                                                "-",
                                                                "@x",
                                                                "\ttab first",
                                                                "＝全角",
                                                                " blank around ",
                                                                "comma, semicolon;",
                                                                "\u2028\u2029",
                                                                "\u202Egnp.exe",
                                                                "区“智慧”中心",
                                                                "各乡镇（街道）",
                                                                "</script><!--]]>",
                                                                "\U0001F600\uFFFE"};

inline std::string hostile_name(RandomEngine& engine) {
  std::string name(kHostileNames[uniform_below(engine, kHostileNames.size())]);
  while (uniform_below(engine, 3) == 0)
    name += kHostileNames[uniform_below(engine, kHostileNames.size())];
  return name;
}

/// Tasks and units with hostile ids and names and a few assignments, no text behind them.
inline model::Network random_edge_list(std::uint64_t seed) {
  RandomEngine engine(seed);
  model::NetworkBuilder builder("random");
  for (std::uint64_t rows = 1 + uniform_below(engine, 20); rows > 0; --rows) {
    const model::TaskId task = builder.task_of_id(hostile_name(engine));
    if (uniform_below(engine, 10) == 0) continue;
    builder.add_assignment(task, builder.unit_of_name(hostile_name(engine)),
                           static_cast<model::Role>(uniform_below(engine, model::kRoles)));
  }
  return std::move(builder).build();
}

/// A network in which everything that can be there sometimes is.
inline model::Network random_network(std::uint64_t seed) {
  RandomEngine engine(seed);
  const auto some = [&engine](std::uint64_t most) { return uniform_below(engine, most + 1); };
  const auto maybe = [&engine] {
    return uniform_below(engine, 2) == 0 ? std::string{} : hostile_name(engine);
  };
  const auto names = [&] {
    std::vector<std::string> result;
    for (std::uint64_t n = some(2); n > 0; --n) result.push_back(hostile_name(engine));
    return result;
  };

  model::NetworkBuilder builder("random");
  builder.set_title(maybe());
  const std::uint64_t sources = some(2);
  for (std::uint64_t i = 0; i < sources; ++i)
    builder.add_source({.path = maybe(), .title = maybe(), .issuer = maybe(), .language = "zh"});
  const auto source = [&] {
    return static_cast<model::SourceId>(sources == 0 ? 0 : uniform_below(engine, sources));
  };
  const std::uint64_t sections = some(3);
  for (std::uint64_t i = 0; i < sections; ++i) {
    model::SectionRow row{.id = std::to_string(i) + maybe(), .title = maybe(), .source = source()};
    if (i > 0 && some(1) == 0) row.parent = static_cast<model::SectionId>(uniform_below(engine, i));
    builder.add_section(std::move(row));
  }
  const std::uint64_t tasks = 1 + some(5);
  for (std::uint64_t i = 0; i < tasks; ++i) {
    model::TaskRow row{.id = std::to_string(i) + maybe(), .title = maybe(), .source = source()};
    if (sections > 0 && some(2) > 0)
      row.section = static_cast<model::SectionId>(uniform_below(engine, sections));
    if (some(1) == 0) row.lines = {static_cast<std::uint32_t>(1 + some(9)), 20};
    row.deadline = maybe();
    row.due = some(1) == 0 ? "2025-06" : "";
    row.clauses.push_back({maybe(), {3, 4}, {10, 10 + some(9)}});
    if (some(1) == 0) row.clauses.push_back({maybe(), {}, {}});
    if (some(1) == 0) row.targets.push_back({maybe(), uniform(engine) * 1e6, "家", ">="});
    if (some(1) == 0) row.targets.push_back({maybe(), std::nullopt, "", ""});
    builder.add_task(std::move(row));
  }
  const std::uint64_t units = 1 + some(5);
  for (std::uint64_t i = 0; i < units; ++i)
    builder.add_unit({.id = some(1) == 0 ? "unit " + std::to_string(i) + maybe() : "",
                      .name = hostile_name(engine),
                      .kind = static_cast<model::UnitKind>(some(2)),
                      .aliases = names(),
                      .offices = names()});
  if (some(1) == 0) builder.set_members(model::UnitId{0}, {static_cast<model::UnitId>(units - 1)});
  for (std::uint64_t n = some(12); n > 0; --n) {
    const auto task = static_cast<model::TaskId>(uniform_below(engine, tasks));
    const auto unit = static_cast<model::UnitId>(uniform_below(engine, units));
    const auto role = static_cast<model::Role>(uniform_below(engine, model::kRoles));
    if (some(1) == 0) {
      builder.add_assignment(task, unit, role, static_cast<std::uint32_t>(some(4)));
    } else {
      builder.add_assignment(task, unit, role, static_cast<std::uint32_t>(some(4)),
                             {.is_explicit = some(1) == 0,
                              .line = static_cast<std::uint32_t>(some(9)),
                              .span = {some(5), 5 + some(5)},
                              .as_written = maybe(),
                              .offices = names()});
    }
  }
  if (some(1) == 0) builder.add_note({"odd", model::TaskId{0}, 3, maybe()});
  if (some(1) == 0) builder.add_note({"whole", std::nullopt, 0, maybe()});
  if (some(1) == 0) builder.add_note({"name", std::nullopt, 2, maybe(), model::UnitId{0}});
  return std::move(builder).build();
}

}  // namespace respnet::test
