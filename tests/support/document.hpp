#pragma once

// Documents for paper, to be written and read back.

#include <cstddef>
#include <string>
#include <vector>

#include "respnet/base/document.hpp"

namespace respnet::test {

/// A blue square with a word in it.
inline Figure figure(double width, double height, std::string caption = "图 1　方块") {
  const std::string size =
      "width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) + "\"";
  return {"<svg xmlns=\"http://www.w3.org/2000/svg\" " + size +
              "><rect width=\"40\" height=\"40\" fill=\"#0B3C6F\"/></svg>",
          width, height, std::move(caption), "一个方块"};
}

/// "第 1 局", 1 · "第 2 局", 2 · …
inline Grid numbered_grid(std::size_t rows) {
  Grid grid{.caption = "表 1　任务量", .columns = {{"单位"}, {"任务数", true}}};
  for (std::size_t i = 1; i <= rows; ++i)
    grid.rows.push_back({"第" + std::to_string(i) + "局", std::to_string(i)});
  return grid;
}

/// One of everything.
inline Document sample_document() {
  Document document{.title = "年度重点任务",
                    .kind = "分析报告",
                    .sources = {"原文：某市人民政府"},
                    .figures = {{"31", "项任务"}, {"0.56", "基尼系数"}},
                    .about = "本报告说明分工。",
                    .date = "2024-09-05",
                    .creator = "respnet"};
  document.blocks = {Heading{1, "一、主要发现"},
                     Paragraph{"市发改局承担的任务最多。"},
                     Paragraph{"数字以原文为准。", true},
                     Items{{"第一条发现", "第二条发现"}, true},
                     Items{{"无序一项"}},
                     Heading{2, "任务量"},
                     figure(300, 200),
                     numbered_grid(3),
                     Facts{{{"程序", "respnet"}, {"命令", "respnet report plan.md"}}}};
  return document;
}

}  // namespace respnet::test
