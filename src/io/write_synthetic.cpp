#include "respnet/io/write_synthetic.hpp"

#include <vector>

#include "io/edge_list.hpp"
#include "io/output.hpp"
#include "respnet/base/files.hpp"
#include "respnet/io/write.hpp"

namespace respnet::io {

void synthetic_edge_list(const model::SyntheticOptions& options, const Sink& sink) {
  model::SyntheticTasks tasks(options);
  Output output(sink, 1);
  output.bytes += kEdgeListHeader;
  std::vector<std::string> names;
  for (std::uint32_t unit = 0; unit < options.units; ++unit)
    names.push_back(model::synthetic_unit_name(unit));
  std::vector<bool> has_task(options.units, false);
  for (std::uint32_t number = 0; number < options.tasks; ++number) {
    const std::string task = model::synthetic_task_name(number);
    std::uint32_t order = 0;
    for (const std::uint32_t unit : tasks.next()) {
      has_task[unit] = true;
      append_edge(output.bytes, task, names[unit],
                  order == 0 ? model::Role::Lead : model::Role::Support, order + 1);
      output.end_row();
      ++order;
    }
  }
  for (std::uint32_t unit = 0; unit < options.units; ++unit)
    if (!has_task[unit]) {
      append_lone_unit(output.bytes, names[unit]);
      output.end_row();
    }
  output.flush();
}

void write_synthetic(const model::SyntheticOptions& options, const std::filesystem::path& path,
                     std::string_view format) {
  const Format* chosen = format.empty() ? format_by_ending(path.string()) : &format_named(format);
  if (chosen == nullptr || chosen->write != write_edge_list) {
    write_network(model::synthetic_network(options), path, format);
    return;
  }
  OutputFile file(path);
  synthetic_edge_list(options, [&](std::string_view piece) { file.write(piece); });
  file.commit();
}

}  // namespace respnet::io
