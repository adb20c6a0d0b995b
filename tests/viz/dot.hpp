#pragma once

// DOT read back by Graphviz's own parser.

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <graphviz/cgraph.h>

namespace respnet::viz::test {

struct Dot {
  std::map<std::string, std::map<std::string, std::string>> nodes;
  std::vector<std::map<std::string, std::string>> edges;  // "from" and "to" among them
  bool directed = false;

  explicit Dot(const std::string& text) {
    Agraph_t* graph = agmemread(text.c_str());
    if (graph == nullptr) throw std::runtime_error("the DOT cannot be read");
    directed = agisdirected(graph) != 0;
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
      nodes[agnameof(node)] = attributes(graph, AGNODE, node);
      for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
        auto values = attributes(graph, AGEDGE, edge);
        values["from"] = agnameof(agtail(edge));
        values["to"] = agnameof(aghead(edge));
        edges.push_back(values);
      }
    }
    agclose(graph);
  }

 private:
  static std::map<std::string, std::string> attributes(Agraph_t* graph, int kind, void* object) {
    std::map<std::string, std::string> values;
    for (Agsym_t* symbol = agnxtattr(graph, kind, nullptr); symbol != nullptr;
         symbol = agnxtattr(graph, kind, symbol))
      values[symbol->name] = agxget(object, symbol);
    return values;
  }
};

/// What a plain label shows: escapes and entities undone.
inline std::string label_text(const std::string& label) {
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\\' && i + 1 < label.size()) {
      const char next = label[++i];
      if (next == '\\') text += '\\';
      if (next == 'n') text += '\n';
    } else if (label.substr(i, 5) == "&amp;") {
      text += '&';
      i += 4;
    } else {
      text += label[i];
    }
  }
  return text;
}

}  // namespace respnet::viz::test
