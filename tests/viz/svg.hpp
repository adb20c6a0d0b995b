#pragma once

// A picture read back: what stands where.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "respnet/viz/geometry.hpp"
#include "viz/text_metrics.hpp"

namespace respnet::viz::test {

struct Mark {
  std::string id, classes, data_id, title;
  Box box;                         // of its first rect; no size: none
  std::vector<Box> texts;          // that stand directly in the group
  std::vector<std::string> words;  // the same
};

inline std::string attribute(xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)), xmlFree);
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

inline double size(xmlNode* node, const char* name) {
  return std::strtod(attribute(node, name).c_str(), nullptr);
}

inline std::string content(xmlNode* node) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlNodeGetContent(node), xmlFree);
  return value ? reinterpret_cast<const char*>(value.get()) : "";
}

inline bool is(xmlNode* node, const std::string& name) {
  return node->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(node->name) == name;
}

class Svg {
 public:
  explicit Svg(const std::string& text)
      : document_(xmlReadMemory(text.data(), static_cast<int>(text.size()), "picture.svg", nullptr,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                    XML_PARSE_PEDANTIC),
                  xmlFreeDoc) {
    if (!document_) throw std::runtime_error("the SVG is not well-formed");
    xmlNode* root = xmlDocGetRootElement(document_.get());
    width = size(root, "width");
    height = size(root, "height");
    role = attribute(root, "role");
    for (xmlNode* child = root->children; child != nullptr; child = child->next) {
      if (is(child, "title")) title = content(child);
      if (is(child, "desc")) description = content(child);
    }
    walk(root);
  }

  /// Groups whose class holds the word.
  std::vector<Mark> marks(const std::string& word) const {
    std::vector<Mark> found;
    for (const Mark& mark : groups)
      if ((" " + mark.classes + " ").find(" " + word + " ") != std::string::npos)
        found.push_back(mark);
    return found;
  }

  double width = 0, height = 0;
  std::string role, title, description;
  std::vector<Mark> groups;
  std::vector<Box> texts;  // every text of the picture

 private:
  void walk(xmlNode* node) {
    if (is(node, "g")) groups.push_back(mark(node));
    if (is(node, "text")) texts.push_back(text_box(node));
    for (xmlNode* child = node->children; child != nullptr; child = child->next) walk(child);
  }

  Mark mark(xmlNode* group) const {
    Mark result{attribute(group, "id"),
                attribute(group, "class"),
                attribute(group, "data-id"),
                {},
                {},
                {},
                {}};
    for (xmlNode* child = group->children; child != nullptr; child = child->next) {
      if (is(child, "title")) result.title = content(child);
      if (is(child, "rect") && result.box.width == 0)
        result.box = {size(child, "x"), size(child, "y"), size(child, "width"),
                      size(child, "height")};
      if (!is(child, "text")) continue;
      result.texts.push_back(text_box(child));
      result.words.push_back(content(child));
    }
    return result;
  }

  // Round the corners of a box that is moved and turned as the element says.
  static Box turned(const Box& box, xmlNode* element) {
    const std::string transform = attribute(element, "transform");
    double x = 0, y = 0, degrees = 0;
    if (std::sscanf(transform.c_str(), "translate(%lf,%lf) rotate(%lf)", &x, &y, &degrees) != 3)
      return box;
    const double sine = std::sin(degrees * std::numbers::pi / 180);
    const double cosine = std::cos(degrees * std::numbers::pi / 180);
    Point least{1e9, 1e9}, most{-1e9, -1e9};
    for (const Point p : {Point{box.x, box.y}, Point{box.right(), box.y},
                          Point{box.x, box.bottom()}, Point{box.right(), box.bottom()}}) {
      const Point at{x + cosine * p.x - sine * p.y, y + sine * p.x + cosine * p.y};
      least = {std::min(least.x, at.x), std::min(least.y, at.y)};
      most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    return {least.x, least.y, most.x - least.x, most.y - least.y};
  }

  // As wide as Pango makes it, as high as a Chinese character.
  Box text_box(xmlNode* text) const {
    const Font font{size(text, "font-size"), attribute(text, "font-weight") == "bold"};
    const double wide = metrics_.width(content(text), font);
    const std::string anchor = attribute(text, "text-anchor");
    const double shift = anchor == "middle" ? wide / 2 : anchor == "end" ? wide : 0;
    return turned(
        {size(text, "x") - shift, size(text, "y") - 0.8 * font.size, wide, 0.9 * font.size}, text);
  }

  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
  TextMetrics metrics_;
};

}  // namespace respnet::viz::test
