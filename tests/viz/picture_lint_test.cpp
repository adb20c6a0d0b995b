#include "respnet/viz/picture_lint.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/davis.hpp"
#include "viz/labels.hpp"
#include "viz/line_crossings.hpp"
#include "viz/networks.hpp"
#include "viz/palette.hpp"
#include "viz/scene.hpp"

namespace respnet::viz {
namespace {

using graph::BipartiteGraph;
using model::Network;

// A picture of 400 × 200 made by hand: draw(scene) says what is in it.
Picture picture(const auto& draw, const PictureOptions& options = {}) {
  Scene scene(options);
  draw(scene);
  Picture result;
  result.width = 400;
  result.height = 200;
  scene.finish(result, "title");
  return result;
}

void draw_unit(Scene& scene, const std::string& id, const Box& box, const std::string& label,
               const std::string& name) {
  const auto group = scene.group({.classes = "node unit organ", .data_id = id, .name = name});
  scene.rect(box, {.fill = palette::kUnit});
  scene.text({box.x + 4, box.center().y}, label, {.font = {10}}, "name");
}

// Two units, an edge, a heading.
void draw_good(Scene& scene) {
  scene.text({20, 20}, "谁负责什么", {.font = {19}}, "title");
  {
    const auto edge = scene.group({.classes = "edge shared", .from = "u1", .to = "u2"});
    scene.line({100, 60}, {200, 60}, {.stroke = palette::kStrongEdge});
  }
  draw_unit(scene, "u1", {20, 50, 80, 20}, "财政局", "财政局");
  draw_unit(scene, "u2", {200, 50, 80, 20}, "教育局", "教育局");
}

std::vector<std::string> rules(const Picture& picture, const PictureLintOptions& options = {}) {
  std::vector<std::string> found;
  for (const PictureFault& fault : lint(picture, options).faults)
    found.emplace_back(name(fault.rule));
  return found;
}

using Rules = std::vector<std::string>;

TEST(PictureLint, FindsNothingInAGoodPicture) {
  const PictureLint result = lint(picture(draw_good));

  EXPECT_TRUE(result.faults.empty()) << result.faults.front().message;
  EXPECT_EQ(result.edges, 1U);
  EXPECT_EQ(result.crossings, 0U);
}

TEST(PictureLint, FindsNodesThatOverlap) {
  const Picture bad = picture([](Scene& scene) {
    draw_unit(scene, "u1", {20, 50, 80, 30}, "财政局", "财政局");
    draw_unit(scene, "u2", {90, 70, 80, 30}, "教育局", "教育局");
  });

  const PictureLint result = lint(bad);

  ASSERT_EQ(result.faults.size(), 1U);
  EXPECT_EQ(name(result.faults[0].rule), "overlapping-nodes");
  EXPECT_EQ(result.faults[0].subject, "u1");
  EXPECT_EQ(result.faults[0].message, "u1 财政局与 u2 教育局的图形重叠");
}

TEST(PictureLint, LetsAGroupHoldItsMembers) {
  const auto nested = [](Scene& scene) {
    const auto cluster = scene.group({.classes = "node cluster", .data_id = "c1"});
    scene.rect({10, 10, 300, 150}, {.fill = palette::kPaper});
    draw_unit(scene, "u1", {20, 50, 80, 30}, "财政局", "财政局");
  };
  const auto one_over_another = [](Scene& scene) {
    draw_unit(scene, "u1", {20, 40, 200, 80}, "财政局", "财政局");
    draw_unit(scene, "u2", {90, 90, 80, 20}, "教育局", "教育局");
  };

  EXPECT_EQ(rules(picture(nested)), Rules{});
  EXPECT_EQ(rules(picture(one_over_another)), Rules{"overlapping-nodes"});
}

TEST(PictureLint, FindsTextsThatOverlap) {
  const auto texts = [](double apart) {
    return picture([&](Scene& scene) {
      scene.text({20, 50}, "财政局", {.font = {10}});
      scene.text({20 + apart, 50}, "教育局", {.font = {10}});
    });
  };

  EXPECT_EQ(rules(texts(20)), Rules{"overlapping-texts"});
  EXPECT_EQ(rules(texts(29)), Rules{});  // within the tolerance
}

TEST(PictureLint, FindsTextUnderAShape) {
  const auto badge = [](std::string_view fill, double opacity) {
    return picture([&](Scene& scene) {
      draw_unit(scene, "u1", {20, 50, 80, 20}, "财政局", "财政局");
      const auto group = scene.group({.classes = "badge"});
      scene.circle({30, 60}, 7, {.fill = fill, .opacity = opacity});
    });
  };

  EXPECT_EQ(rules(badge(palette::kPaper, 1)), Rules{"covered-text"});
  EXPECT_EQ(rules(badge(palette::kPaper, 0.1)), Rules{});
  EXPECT_EQ(rules(badge("none", 1)), Rules{});
}

TEST(PictureLint, FindsTextThatLeavesItsShape) {
  const Picture bad = picture([](Scene& scene) {
    draw_unit(scene, "u1", {20, 50, 40, 20}, "财政监督局", "财政监督局");
  });

  const PictureLint result = lint(bad, {.language = Language::En});

  ASSERT_EQ(result.faults.size(), 1U);
  EXPECT_EQ(name(result.faults[0].rule), "text-outside-shape");
  EXPECT_EQ(result.faults[0].message, "the text \"财政监督局\" leaves its shape by 13.0 pt");
}

TEST(PictureLint, AllowsTextBesideAShape) {
  EXPECT_EQ(rules(picture([](Scene& scene) {
              const auto group = scene.group({.classes = "node unit", .data_id = "u1"});
              scene.rect({100, 50, 40, 12}, {.fill = palette::kLead}, 0, "lead");
              scene.text({92, 56}, "财政局", {.font = {10}, .anchor = Anchor::End}, "name");
              scene.text({146, 56}, "12", {.font = {10}}, "number");
            })),
            Rules{});
}

TEST(PictureLint, FindsTextThatLeavesThePicture) {
  EXPECT_EQ(rules(picture([](Scene& scene) {
              scene.text({385, 50}, "财政局", {.font = {10}});
            })),
            Rules{"text-outside-picture"});
}

TEST(PictureLint, FindsCharactersThatNoFontHas) {
  const auto with = [](std::string_view text) {
    return rules(picture([&](Scene& scene) { scene.text({20, 50}, text, {.font = {10}}); }));
  };

  EXPECT_EQ(with("\xF3\xB0\x80\x81"), Rules{"missing-glyph"});  // private use
  EXPECT_EQ(with("责任 R&D é"), Rules{});
}

TEST(PictureLint, FindsTypeTooSmallAtTheWidthOfThePicture) {
  EXPECT_EQ(rules(picture(draw_good, {.width = 320})), Rules{});
  EXPECT_EQ(rules(picture(draw_good, {.width = 300})), Rules{"small-type"});
  EXPECT_EQ(rules(picture(draw_good), {.scale = 0.5}), Rules{"small-type"});
  EXPECT_EQ(rules(picture(draw_good), {.least_type = 11}), Rules{"small-type"});

  const auto faults = lint(picture(draw_good, {.width = 300}), {.language = Language::En}).faults;
  EXPECT_EQ(faults[0].message,
            "2 texts are of 7.5 pt (least 8), such as \"财政局\"; the picture needs a width of "
            "320 pt");
}

TEST(PictureLint, ComparesTextWithTheTopmostShapeUnderIt) {
  const auto on = [](std::string_view ground, double opacity, std::string_view color,
                     bool halo = false) {
    return rules(picture([&](Scene& scene) {
      scene.rect({10, 40, 200, 30}, {.fill = palette::kLead});
      scene.rect({15, 42, 100, 26}, {.fill = ground, .opacity = opacity});
      scene.text({20, 55}, "财政局", {.font = {10}, .color = color, .halo = halo});
    }));
  };

  EXPECT_EQ(on(palette::kPaper, 1, palette::kInk), Rules{});
  EXPECT_EQ(on(palette::kPaper, 0.1, palette::kInk), Rules{"text-contrast"});
  EXPECT_EQ(on(palette::kPaper, 0.1, palette::kPaper), Rules{});
  EXPECT_EQ(on(palette::kPaper, 0.1, palette::kInk, true), Rules{});  // on its own rim
  EXPECT_EQ(on(palette::kPaper, 1, palette::kOther), Rules{"text-contrast"});
}

TEST(PictureLint, KnowsThePaperOfTheTheme) {
  const auto ink = [](Scene& scene) { scene.text({20, 50}, "财政局", {.font = {10}}); };
  Picture dark = picture(ink, {.theme = Theme::Dark});

  EXPECT_EQ(rules(dark), Rules{});
  dark.paper = "#FFFFFF";
  EXPECT_EQ(rules(dark), Rules{"text-contrast"});
}

TEST(PictureLint, FindsEdgesAndBarsTooPaleToSee) {
  const auto edge = [](std::string_view color) {
    return rules(picture([&](Scene& scene) {
      const auto group = scene.group({.classes = "edge other"});
      scene.line({20, 50}, {200, 60}, {.stroke = color});
    }));
  };
  const auto bar = [](std::string_view color) {
    return rules(picture([&](Scene& scene) {
      scene.rect({20, 50, 60, 8}, {.fill = color}, 0, "other");
    }));
  };

  EXPECT_EQ(edge(palette::kRule), Rules{"mark-contrast"});
  EXPECT_EQ(edge(palette::kSupportEdge), Rules{});
  EXPECT_EQ(bar("#B8C0CC"), Rules{"mark-contrast"});
  EXPECT_EQ(bar(palette::kOther), Rules{});
}

TEST(PictureLint, FindsTwoNamesCutToOneLabel) {
  const auto two = [](const std::string& other_id, const std::string& other_label) {
    return rules(picture([&](Scene& scene) {
      draw_unit(scene, "u1", {20, 50, 90, 20}, "福州…中心", "福州甲中心");
      draw_unit(scene, other_id, {200, 50, 90, 20}, other_label, "福州乙中心");
    }));
  };

  EXPECT_EQ(two("u2", "福州…中心"), Rules{"same-label"});
  EXPECT_EQ(two("u2", "福州…心 u2"), Rules{});
  EXPECT_EQ(two("u1", "福州…中心"), Rules{});  // the same unit twice
}

TEST(PictureLint, TellsTasksApartByTheirNumbers) {
  const auto two = [](const std::string& other) {
    return rules(picture([&](Scene& scene) {
      for (const std::string& number : {std::string("1.1"), other}) {
        const double y = number == "1.1" ? 50 : 90;
        const auto group = scene.group({.classes = "node task", .data_id = "t" + other + number});
        scene.rect({20, y, 200, 20}, {.fill = palette::kPaper});
        scene.text({25, y + 10}, number, {.font = {10}}, "number");
        scene.text({60, y + 10}, "推进…", {.font = {10}}, "name");
      }
    }));
  };

  EXPECT_EQ(two("1.2"), Rules{});
}

TEST(LineCrossings, CountsEachCrossingOnce) {
  using Lines = std::vector<std::vector<Point>>;
  const auto count = [](const Lines& lines) { return line_crossings(lines); };

  EXPECT_EQ(count({{{0, 0}, {10, 10}}, {{0, 10}, {10, 0}}}), 1U);
  EXPECT_EQ(count({{{0, 0}, {10, 10}}, {{0, 5}, {10, 15}}}), 0U);
  EXPECT_EQ(count({{{0, 0}, {10, 10}}, {{0, 0}, {10, 5}}}), 0U);           // from one point
  EXPECT_EQ(count({{{0, 0}, {5, 5}, {10, 10}}, {{0, 10}, {10, 0}}}), 1U);  // through a corner
  EXPECT_EQ(count({{{0, 0}, {10, 0}, {5, 5}, {5, -5}}}), 0U);              // a line with itself
  EXPECT_EQ(count({{{5, -5}, {5, 5}}, {{0, 0}, {10, 0}}, {{0, 1}, {10, 1}}}), 2U);  // upright
  EXPECT_EQ(count({}), 0U);
}

TEST(LineCrossings, GivesUpAtItsBound) {
  std::vector<std::vector<Point>> lines;
  for (int i = 0; i < 50; ++i) lines.push_back({{0, 1.0 * i}, {10, 49.0 - i}});

  EXPECT_EQ(line_crossings(lines), 50U * 49 / 2);
  EXPECT_FALSE(line_crossings(lines, 1000));
}

// Names that come close to everything a label can be asked.
Network long_names() {
  const std::vector<std::string> names{
      "福州市长乐区人民政府办公室（区大数据发展管理局、区政务服务中心管理委员会）",
      "福州市长乐区人民政府办公室（区大数据发展管理局、区行政审批中心管理委员会）",
      "国家税务总局福州市长乐区税务局第一税务分局（办税服务厅）",
      "Department of Environment, Food, Rural Affairs and Coastal Communities (Regional Office)",
      "Department of Environment, Food, Rural Affairs and Inland Communities (Regional Office)",
      "Supercalifragilisticexpialidociousadministrationauthorityforeverythingelse",
      "区发改局（Development & Reform Bureau）数字经济促进中心 Digital Economy Office",
      "GSA",
      "局",
      "各乡镇人民政府、街道办事处和经济技术开发区管理委员会",
  };
  std::vector<test::PlanTask> tasks;
  for (std::size_t t = 0; t < 24; ++t) {
    test::PlanTask task{std::to_string(1 + t / 8) + "." + std::to_string(1 + t % 8),
                        names[(t * 3) % names.size()] + "牵头推进的重点工作任务 and its follow-up",
                        std::to_string(1 + t / 8),
                        {}};
    for (std::size_t i = 0; i <= t % 5; ++i)
      if (const auto& name = names[(t + i * i + 2 * i) % names.size()];
          std::ranges::find(task.units, name) == task.units.end())
        task.units.push_back(name);
    tasks.push_back(task);
  }
  return test::plan({{"1", "一、加快推进数字化绿色化协同转型发展综合改革试点和重点项目建设工作"},
                     {"2", "II. Improve Everything for Everyone Everywhere, as Soon as Possible"},
                     {"3", "三、保障"}},
                    tasks, model::Role::Responsible, names[0] + names[3]);
}

std::string text(const std::vector<PictureFault>& faults) {
  std::string all;
  for (const PictureFault& fault : faults)
    all += "\n  " + std::string(name(fault.rule)) + " " + fault.subject + ": " + fault.message;
  return all;
}

class EveryPicture : public testing::TestWithParam<View> {};

void expect_no_faults(const Network& network, View view) {
  const BipartiteGraph graph(network);
  PictureOptions options;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit)
    options.clusters.push_back(1 + unit % 3);
  const std::size_t count = sheets(view, graph).size();
  for (const Language language : {Language::Zh, Language::En})
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Gray}) {
      if (language == Language::En && theme == Theme::Gray) continue;
      options.language = language;
      options.theme = theme;
      // Of very many sheets some, spread over all.
      for (options.sheet = 0; options.sheet < count; options.sheet += 1 + count / 20) {
        const PictureLint result = lint(draw(view, graph, options), {.language = Language::En});
        EXPECT_TRUE(result.faults.empty())
            << name(view) << " of " << shown(network.title()) << ", sheet " << options.sheet + 1
            << (language == Language::Zh ? ", zh" : ", en") << ", theme " << static_cast<int>(theme)
            << ":" << text(result.faults);
      }
    }
}

TEST_P(EveryPicture, OfACityIsWithoutFaults) { expect_no_faults(test::city(), GetParam()); }
TEST_P(EveryPicture, OfDavisIsWithoutFaults) {
  expect_no_faults(respnet::test::davis_network(), GetParam());
}
TEST_P(EveryPicture, OfHostileNamesIsWithoutFaults) {
  expect_no_faults(test::hostile(), GetParam());
}
TEST_P(EveryPicture, OfLongNamesIsWithoutFaults) { expect_no_faults(long_names(), GetParam()); }
TEST_P(EveryPicture, OfFourHundredTasksIsWithoutFaults) {
  expect_no_faults(test::large(400, 90, 7), GetParam());
}

TEST(LargePictures, AreWithoutFaults) {
  const Network network = test::large(2000, 400, 12);
  const BipartiteGraph graph(network);
  PictureOptions options;
  for (std::uint32_t unit = 0; unit < graph.unit_count(); ++unit)
    options.clusters.push_back(1 + unit % 120);  // numbers of three digits too

  for (const View view : {View::Bipartite, View::CoResponsibility, View::Leads}) {
    const PictureLint result = lint(draw(view, graph, options));
    EXPECT_TRUE(result.faults.empty()) << name(view) << text(result.faults);
    EXPECT_TRUE(result.crossings.has_value());
  }
}

std::string test_name(const testing::TestParamInfo<View>& info) {
  std::string word(name(info.param));
  std::erase(word, '-');
  return word;
}

INSTANTIATE_TEST_SUITE_P(Views, EveryPicture, testing::ValuesIn(kViews), test_name);

}  // namespace
}  // namespace respnet::viz
