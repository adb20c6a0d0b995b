#pragma once

// Networks to draw: one like a city's work plan, one of hostile names.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "respnet/analysis/study.hpp"
#include "respnet/model/network_builder.hpp"
#include "respnet/report/picture_options.hpp"
#include "support/network.hpp"

namespace respnet::viz::test {

using model::Network;
using model::Role;

struct PlanTask {
  std::string id, title, section;
  std::vector<std::string> units;  // a name that starts with 各 is a group
};

inline Network plan(const std::vector<std::pair<std::string, std::string>>& sections,
                    const std::vector<PlanTask>& tasks, Role first = Role::Responsible,
                    const std::string& title = "年度重点任务") {
  model::NetworkBuilder builder("plan");
  builder.set_title(title);
  const auto source = builder.add_source({});
  for (const auto& [id, heading] : sections)
    builder.add_section({.id = id, .title = heading, .parent = {}, .source = source});
  std::vector<std::string> known;
  std::vector<model::UnitId> ids;
  for (const PlanTask& task : tasks) {
    model::TaskRow row;
    row.id = task.id;
    row.title = task.title;
    row.source = source;
    if (!task.section.empty()) row.section = builder.find_section(task.section);
    const model::TaskId id = builder.add_task(row);
    for (std::size_t i = 0; i < task.units.size(); ++i) {
      const auto found = std::ranges::find(known, task.units[i]);
      if (found == known.end()) {
        model::UnitRow unit;
        unit.name = task.units[i];
        if (unit.name.starts_with("各")) unit.kind = model::UnitKind::Group;
        known.push_back(unit.name);
        ids.push_back(builder.add_unit(unit));
      }
      const auto place =
          static_cast<std::size_t>(std::ranges::find(known, task.units[i]) - known.begin());
      builder.add_assignment(id, ids[place], i == 0 ? first : Role::Responsible);
    }
  }
  return std::move(builder).build();
}

/// 9 tasks in 3 sections, 12 units (one a group), 28 assignments; leads are inferred.
inline Network city() {
  return plan(
      {{"1", "一、培育产业"}, {"2", "二、改善民生"}, {"3", "三、强化保障"}},
      {{"1.1", "引进链主企业", "1", {"市发改局", "市商务局", "市工信局", "各县（市、区）"}},
       {"1.2", "建设产业园区", "1", {"市工信局", "市发改局", "市自然资源和规划局（林业局）"}},
       {"1.3", "培训技能人才", "1", {"市人社局", "市教育局", "市发改局"}},
       {"2.1", "新建学校", "2", {"市教育局", "市自然资源和规划局（林业局）"}},
       {"2.2",
        "改造老旧小区管网并完善周边配套服务设施和公共停车场",
        "2",
        {"市住建局", "市发改局", "市城投集团", "各县（市、区）"}},
       {"2.3", "开通夜间公交", "2", {"市交通局", "市城投集团"}},
       {"3.1.1", "编制年度预算", "3", {"市财政局", "市发改局"}},
       {"3.1.2", "跟踪项目进度", "3", {"市发改局", "市商务局", "市工信局", "市财政局", "市统计局"}},
       {"3.2", "公开结果", "3", {"市政府“一网通办”服务中心", "市发改局", "各县（市、区）"}}});
}

inline std::vector<std::string> hostile_names() {
  std::string very_long, latin;
  for (int i = 0; i < 60; ++i) very_long += "极";
  for (int i = 0; i < 150; ++i) latin += "W";
  return {"a\"b",
          "<b>x</b>",
          "R&D &lt; &amp;",
          "end\\",
          "two\nlines",
          "\\N\\G\\L\\l",
          "\x01"
          "ctl\x07",
          "\xE2\x80\xAEgnp",
          very_long,
          latin,
          "福州市“智慧城市”管理服务中心（综合协调和应急指挥调度办公室）第一分中心",
          "福州市“智慧城市”管理服务中心（综合协调和应急指挥调度办公室）第二分中心",
          "甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁东部管理服务中心",
          "甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丁丁甲乙丙丁东部管理服务中心",
          "=cmd()",
          "</script><img src=x onerror=alert(1)>",
          "]]>",
          "Department for Everything (including Mixed 中文 Names) and Other Affairs",
          " "};
}

inline Network hostile() {
  const auto names = hostile_names();
  std::vector<PlanTask> tasks;
  for (std::size_t t = 0; t < 8; ++t)
    tasks.push_back({"1." + std::to_string(t) + (t == 3 ? std::string(90, 'x') : ""),
                     names[t] + names[t] + names[t],
                     "1",
                     {}});
  for (std::size_t u = 0; u < names.size(); ++u)
    for (const std::size_t t : {u % 8, (3 * u + 1) % 8, (5 * u + 2) % 8})
      if (std::ranges::find(tasks[t].units, names[u]) == tasks[t].units.end())
        tasks[t].units.push_back(names[u]);
  return plan({{"1", names[8] + names[0]}}, tasks, Role::Responsible, names[1] + names[3]);
}

/// The options of a view with the results that belong to it.
inline PictureOptions with_results(const Network& network, View view,
                                   Language language = Language::Zh) {
  return report::picture_options(analysis::Study(network), view, language);
}

/// `tasks` tasks in `sections` sections over `units` units, each with up to four of them.
inline Network large(std::size_t tasks, std::size_t units, std::size_t sections) {
  std::vector<std::pair<std::string, std::string>> headings;
  for (std::size_t s = 1; s <= sections; ++s)
    headings.emplace_back(std::to_string(s), "第" + std::to_string(s) + "章");
  std::vector<PlanTask> rows;
  for (std::size_t t = 0; t < tasks; ++t) {
    PlanTask task{"t." + std::to_string(t),
                  "任务" + std::to_string(t),
                  sections == 0 ? "" : std::to_string(1 + t * sections / tasks),
                  {}};
    for (std::size_t i = 0; i <= t % 4; ++i) {
      const std::size_t unit = (t * (i + 1) * 7 + i * i * 13) % units;
      const std::string name = "第" + std::to_string(unit) + "局";
      if (std::ranges::find(task.units, name) == task.units.end()) task.units.push_back(name);
    }
    rows.push_back(task);
  }
  return plan(headings, rows);
}

}  // namespace respnet::viz::test
