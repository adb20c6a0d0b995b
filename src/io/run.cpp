#include "respnet/io/run.hpp"

#include <algorithm>
#include <utility>

#include "io/json_text.hpp"
#include "respnet/base/text.hpp"

namespace respnet::io {
namespace {

void append_estimate(std::string& out, const Run::Estimate& made) {
  append_json(out, made.id);
  out += ": {\"epsilon\": " + number(made.epsilon) + ", \"of\": ";
  append_json(out, made.share);
  out += ", \"delta\": " + number(made.delta) + ", \"samples\": ";
  append_number(out, made.samples);
  out += made.proven ? ", \"proven\": true}" : ", \"proven\": false}";
}

std::string accuracy(const Run::Estimate& made) {
  return "epsilon " + number(made.epsilon) + " of " + made.share + ", delta " + number(made.delta) +
         ", " + std::to_string(made.samples) + " samples, " +
         (made.proven ? "proven" : "not proven");
}

}  // namespace

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
  if (!run.estimates.empty()) {
    out += ", \"estimates\": {";
    for (std::size_t i = 0; i < run.estimates.size(); ++i) {
      if (i > 0) out += ", ";
      append_estimate(out, run.estimates[i]);
    }
    out += '}';
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
  for (const Run::Estimate& made : run.estimates) add("estimate." + made.id, accuracy(made));
  return {"run",
          Words{"运行", "run"}.in(language),
          {{"key", Words{"项", "key"}.in(language), std::move(keys)},
           {"value", Words{"值", "value"}.in(language), std::move(values)}}};
}

}  // namespace respnet::io
