#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/io/write_synthetic.hpp"

namespace respnet::cli {

int run_generate(const Settings& settings, Session& session) {
  if (!settings.inputs.empty())
    throw UsageError("generate reads no input; name the file to write with -o");
  if (settings.output.empty()) throw UsageError("-o is missing; name the file to write");
  check_output(settings);
  model::SyntheticOptions options = settings.synthetic;
  options.seed = settings.study.seed;
  session.stage("generate");
  io::write_synthetic(options, settings.output, network_format(settings).name);
  return 0;
}

}  // namespace respnet::cli
