#include "viz/message.hpp"

#include <string>

#include "viz/facts.hpp"
#include "viz/heading.hpp"

namespace respnet::viz {

Picture message(const graph::BipartiteGraph& graph, const PictureOptions& options,
                std::string_view key) {
  constexpr double kWidth = 520, kHeight = 150, kMargin = 25;
  const TextMetrics metrics;
  const Messages say = picture_words(graph, options.language);
  const std::string text = say(key);
  Scene scene(options);
  const Heading heading{options.title.empty() ? say("viz.nothing") : options.title,
                        {std::string(document_title(graph.network()))}};
  const double y = draw_heading(scene, metrics, heading, {kMargin, kMargin}, kWidth - 2 * kMargin);
  scene.text({kMargin, y + 24}, text, {.font = {11.5}}, "message");
  const double height = std::max(kHeight, y + 24 + kMargin);

  Picture picture;
  picture.description = text;
  picture.width = kWidth;
  picture.height = height;
  scene.finish(picture, heading.title);
  return picture;
}

}  // namespace respnet::viz
