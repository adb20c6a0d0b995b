#include "cli/inputs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "respnet/base/errors.hpp"
#include "respnet/io/inputs.hpp"
#include "respnet/io/read.hpp"
#include "respnet/io/registry.hpp"

namespace respnet::cli {
namespace {

void add_part(std::string& list, std::size_t count, std::string_view what) {
  if (count == 0) return;
  list += (list.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(what);
}

// 9998 files read, 2 left out; 14 others in the folders skipped (12 of other endings, 2 hidden)
std::string summary_of(const io::InputFiles& inputs, const model::Network& network) {
  const auto left_out = static_cast<std::size_t>(
      std::ranges::count(network.notes(), "unreadable-input", &model::Note::code));
  std::string line = std::to_string(inputs.files.size() - left_out) + " files read";
  add_part(line, left_out, "left out");
  std::string why;
  add_part(why, inputs.unknown, "of other endings");
  add_part(why, inputs.hidden, "hidden");
  add_part(why, inputs.own, "written by respnet");
  if (!why.empty())
    line += ", " + std::to_string(inputs.skipped()) + " in folders skipped (" + why + ")";
  return line;
}

}  // namespace

InputNetwork read_inputs(const Settings& settings, Session& session) {
  if (settings.inputs.empty())
    throw UsageError("no input; name a file or a folder, or - for standard input");
  session.stage("read");
  std::optional<extract::Registry> registry;
  if (!settings.registry.empty()) registry = io::read_registry(settings.registry);
  const io::InputFiles inputs = io::input_files(settings.inputs, settings.output);
  const auto progress = [&](const io::ReadProgress& at) {
    session.advance({at.done, at.all, at.bytes, at.name});
  };
  InputNetwork result{io::read_files(inputs.files,
                                     {.from = settings.from,
                                      .encoding = settings.encoding,
                                      .registry = registry ? &*registry : nullptr},
                                     {.keep_going = settings.keep_going,
                                      .threads = settings.study.threads,
                                      .progress = progress}),
                      {},
                      {}};
  if (inputs.files.size() > 1 || inputs.skipped() != 0)
    result.summary = summary_of(inputs, result.network);
  result.registry = std::move(registry);
  return result;
}

}  // namespace respnet::cli
