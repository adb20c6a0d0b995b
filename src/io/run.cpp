#include "respnet/io/run.hpp"

#include <algorithm>
#include <utility>

#include "io/json_text.hpp"

namespace respnet::io {

std::string run_json(const Run& run) {
  std::string out;
  out += "{\"version\": ";
  append_json(out, run.version);
  out += ", \"command\": ";
  append_json(out, run.command);
  out += ", \"options\": {";
  auto options = run.options;
  std::ranges::sort(options);
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i > 0) out += ", ";
    append_json(out, options[i].first);
    out += ": ";
    append_json(out, options[i].second);
  }
  out += "}, \"seed\": ";
  append_number(out, run.seed);
  out += ", \"inputs\": [";
  for (std::size_t i = 0; i < run.inputs.size(); ++i) {
    out += i == 0 ? "{\"path\": " : ", {\"path\": ";
    append_json(out, run.inputs[i].path);
    out += ", \"sha256\": ";
    append_json(out, run.inputs[i].sha256);
    out += '}';
  }
  out += ']';
  if (!run.catalog.empty()) {
    out += ", \"catalog\": ";
    append_json(out, run.catalog);
  }
  out += '}';
  return out;
}

Table run_table(const Run& run, Language language) {
  std::vector<std::string> keys, values;
  const auto add = [&](std::string key, std::string value) {
    keys.push_back(std::move(key));
    values.push_back(std::move(value));
  };
  add("version", run.version);
  add("command", run.command);
  auto options = run.options;
  std::ranges::sort(options);
  for (auto& [name, value] : options) add("option." + name, value);
  add("seed", std::to_string(run.seed));
  for (const Run::Input& input : run.inputs) add("input." + input.path, input.sha256);
  if (!run.catalog.empty()) add("catalog", run.catalog);
  return {"run",
          Words{"运行", "run"}.in(language),
          {{"key", Words{"项", "key"}.in(language), std::move(keys)},
           {"value", Words{"值", "value"}.in(language), std::move(values)}}};
}

}  // namespace respnet::io
