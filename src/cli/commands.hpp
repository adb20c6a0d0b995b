#pragma once

#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "cli/settings.hpp"

namespace respnet::cli {

/// One command: listing, dispatch, help and "did you mean" read this row.
struct Command {
  std::string_view name;
  std::string_view arguments;  ///< as in the usage line
  std::string_view summary;
  std::string_view about;                 ///< what it does and how to read the answer
  std::string_view example;               ///< lines that work when pasted in a checkout
  std::vector<std::string_view> options;  ///< beyond the common ones
  int (*run)(const Settings&, Session&);  ///< returns the exit code
};

const std::vector<Command>& command_table();
/// Options that every command takes.
const std::vector<std::string_view>& common_options();

// One function a command, each in its own file.
int run_import(const Settings&, Session&);
int run_check(const Settings&, Session&);
int run_workload(const Settings&, Session&);
int run_clusters(const Settings&, Session&);
int run_concepts(const Settings&, Session&);
int run_leads(const Settings&, Session&);
int run_backbone(const Settings&, Session&);
int run_metrics(const Settings&, Session&);
int run_explain(const Settings&, Session&);
int run_describe(const Settings&, Session&);
int run_render(const Settings&, Session&);
int run_report(const Settings&, Session&);
int run_export(const Settings&, Session&);
int run_generate(const Settings&, Session&);
int run_formats(const Settings&, Session&);

}  // namespace respnet::cli
