#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>
#include <utility>

#include <boost/program_options.hpp>

#include "respnet/analysis/backbone_tables.hpp"
#include "respnet/base/errors.hpp"
#include "respnet/base/text.hpp"
#include "respnet/viz/picture.hpp"

namespace respnet::cli {
namespace {

namespace po = boost::program_options;

template <typename T>
T number_in(const std::string& value, std::string_view option, T least, T most) {
  T result{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  const bool whole = error == std::errc{} && end == value.data() + value.size();
  if (whole && result >= least && result <= most) return result;
  throw UsageError("--" + std::string(option) + " takes a number from " +
                   number(static_cast<double>(least)) + " to " + number(static_cast<double>(most)) +
                   ", not '" + printable(value) + "'");
}

// `value`, if it is one of the words an option knows.
const std::string& one_of(const std::string& value, std::string_view option,
                          const std::vector<std::string_view>& words) {
  if (std::ranges::find(words, value) != words.end()) return value;
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  throw UsageError("--" + std::string(option) + " takes one of " + list + ", not '" +
                   printable(value) + "'" + did_you_mean(value, words));
}

graph::RoleWeights role_weights(const std::string& value) {
  graph::RoleWeights weights;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    const std::string item = value.substr(begin, end - begin);
    const std::size_t equals = item.find('=');
    const std::string role = item.substr(0, equals);
    double* weight = role == "lead"        ? &weights.lead
                     : role == "support"   ? &weights.support
                     : role == "informed"  ? &weights.informed
                     : role == "oversight" ? &weights.oversight
                                           : nullptr;
    if (weight == nullptr || equals == std::string::npos)
      throw UsageError("--role-weights takes lead=1,support=0.5,informed=0,oversight=0, not '" +
                       printable(item) + "'" +
                       did_you_mean(role, {"lead", "support", "informed", "oversight"}));
    *weight = number_in(item.substr(equals + 1), "role-weights", 0.0, 1e9);
    begin = end + 1;
  }
  return weights;
}

std::vector<Option> counting_options() {
  return {
      {"lead", 0, "POLICY",
       "who leads a task: first (explicit leads, else the first-listed unit), explicit, all",
       "first",
       [](Settings& s, const std::string& v) {
         s.study.counting.lead =
             *graph::lead_policy_named(one_of(v, "lead", {"first", "explicit", "all"}));
       }},
      {"groups", 0, "POLICY",
       "group units such as 各乡镇（街道）: keep as one unit, expand to members, drop", "keep",
       [](Settings& s, const std::string& v) {
         s.study.counting.groups =
             *graph::group_policy_named(one_of(v, "groups", {"keep", "expand", "drop"}));
       }},
      {"role-weights", 0, "LIST", "weight of each role in load.weighted",
       "lead=1,support=0.5,informed=0,oversight=0",
       [](Settings& s, const std::string& v) { s.study.counting.weights = role_weights(v); }},
      {"method", 0, "METHOD",
       "clustering: barber (on tasks and units), modularity (on units, by shared tasks), brim or "
       "lpawb (as barber, searched otherwise), sbm (block model; says how many groups, if any)",
       "barber",
       [](Settings& s, const std::string& v) {
         s.study.cluster_method = *analysis::cluster_method_named(
             one_of(v, "method", {"barber", "modularity", "brim", "lpawb", "sbm"}));
       }},
      {"resolution", 0, "NUMBER", "above 1: more and smaller clusters; below 1: fewer",
       number(Settings{}.study.resolution),
       [](Settings& s, const std::string& v) {
         s.study.resolution = number_in(v, "resolution", 1e-6, 1e6);
       }},
      {"seed", 0, "NUMBER", "seed of all random choices", std::to_string(Settings{}.study.seed),
       [](Settings& s, const std::string& v) {
         s.study.seed = number_in<std::uint64_t>(v, "seed", 0, UINT64_MAX);
       }},
      {"exact", 0, "",
       "take the time: no measure is left out, sampled or drawn less often for its cost", "",
       [](Settings& s, const std::string&) { s.study.exact = true; }},
      {"epsilon", 0, "NUMBER",
       "where a measure is sampled, how far off it may be: closeness itself, or a share of all pairs "
       "(betweenness) or of all others (harmonic); what is cheap is computed, never sampled",
       number(Settings{}.study.epsilon),
       [](Settings& s, const std::string& v) {
         s.study.epsilon = number_in(v, "epsilon", 0.0001, 0.5);
       }},
      {"delta", 0, "NUMBER", "the chance that a sampled measure is farther off than --epsilon",
       number(Settings{}.study.delta),
       [](Settings& s, const std::string& v) {
         s.study.delta = number_in(v, "delta", 0.000001, 0.5);
       }},
      {"threads", 0, "NUMBER", "threads to use, 0 for all; never changes a result", "0",
       [](Settings& s, const std::string& v) {
         s.study.threads = number_in<unsigned>(v, "threads", 0, 4096);
       }},
  };
}

std::vector<Option> file_options() {
  return {
      {"from", 0, "FORMAT", "format of the inputs, if content and ending mislead", "",
       [](Settings& s, const std::string& v) { s.from = v; }},
      {"to", 0, "FORMAT", "format of the output, if its ending does not tell; see respnet formats",
       "", [](Settings& s, const std::string& v) { s.to = v; }},
      {"manifest", 0, "FILE",
       "write how the result was made: version, options, seed, inputs with SHA-256 (JSON)", "",
       [](Settings& s, const std::string& v) {
         if (v.empty()) throw UsageError("--manifest needs a name; leave it out for none");
         s.manifest = v;
       }},
      {"encoding", 0, "ENCODING",
       "of the inputs: auto, utf-8, utf-16, gb18030 (also for GBK and GB2312), big5", "auto",
       [](Settings& s, const std::string& v) {
         s.encoding = io::encoding_named(
             one_of(v, "encoding", {"auto", "utf-8", "utf-16", "gb18030", "big5"}));
       }},
      {"keep-going", 0, "",
       "of several inputs, leave out those that cannot be read, with a note each", "",
       [](Settings& s, const std::string&) { s.keep_going = true; }},
      {"registry", 0, "FILE",
       "unit registry (CSV: name, alias, kind, parent, members, valid_from, valid_to)", "",
       [](Settings& s, const std::string& v) {
         if (v.empty()) throw UsageError("--registry needs a name; leave it out for none");
         s.registry = v;
       }},
      {"output", 'o', "FILE", "write here instead of standard output", "",
       [](Settings& s, const std::string& v) {
         if (v.empty()) throw UsageError("--output needs a name; use - for standard output");
         s.output = v == "-" ? "" : v;
       }},
      {"no-clobber", 0, "", "refuse to replace an existing output", "",
       [](Settings& s, const std::string&) { s.clobber = false; }},
      {"format", 0, "FORMAT",
       "of the tables: table, json, csv (the first table), markdown; of check also sarif", "table",
       [](Settings& s, const std::string& v) {
         s.sarif = one_of(v, "format", {"table", "json", "csv", "markdown", "sarif"}) == "sarif";
         if (!s.sarif) s.format = io::table_format_named(v);
       }},
      {"csv-bom", 0, "", "begin CSV with a byte order mark, for Excel", "",
       [](Settings& s, const std::string&) { s.csv_bom = true; }},
      {"timings", 0, "FILE", "write stages, seconds and peak memory as JSON", "",
       [](Settings& s, const std::string& v) { s.timings = v; }},
      {"review", 0, "FILE", "write what needs a human's eye as a table to correct (CSV)", "",
       [](Settings& s, const std::string& v) { s.review = v; }},
      {"corrections", 0, "FILE", "apply the corrections that a human wrote into a review", "",
       [](Settings& s, const std::string& v) { s.corrections = v; }},
      {"strict", 0, "", "let notes (check: errors and warnings) decide the exit code", "",
       [](Settings& s, const std::string&) { s.strict = true; }},
  };
}

std::vector<Option> table_options() {
  return {
      {"level", 0, "LEVEL", "rows of the table: network, unit, task, pair",
       "unit; all with --format json",
       [](Settings& s, const std::string& v) {
         s.level = analysis::level_named(one_of(v, "level", {"network", "unit", "task", "pair"}));
       }},
      {"select", 0, "GLOBS", "measures (check: rules) to show, as load.*,bipartite.closeness", "",
       [](Settings& s, const std::string& v) { s.select = v; }},
      {"ignore", 0, "GLOBS", "rules to leave out, as single-unit-task,open-list", "",
       [](Settings& s, const std::string& v) { s.ignore = v; }},
      {"list", 0, "", "list the measures (check: rules) with meaning and source", "",
       [](Settings& s, const std::string&) { s.list = true; }},
      {"measure", 0, "ID", "explain this number, as load.share", "",
       [](Settings& s, const std::string& v) { s.measure = v; }},
      {"min-shared", 0, "NUMBER", "pairs: at least this many shared tasks", "1",
       [](Settings& s, const std::string& v) {
         s.study.pairs.min_shared = number_in<std::uint32_t>(v, "min-shared", 1, UINT32_MAX);
       }},
      {"min-units", 0, "NUMBER", "standing groups of at least this many units", "2",
       [](Settings& s, const std::string& v) {
         s.groups.min_units = number_in<std::size_t>(v, "min-units", 0, UINT32_MAX);
       }},
      {"min-tasks", 0, "NUMBER", "standing groups that share at least this many tasks", "2",
       [](Settings& s, const std::string& v) {
         s.groups.min_tasks = number_in<std::size_t>(v, "min-tasks", 1, UINT32_MAX);
       }},
      {"top", 0, "NUMBER", "only this many pairs or groups, the largest; 0 for all", "0",
       [](Settings& s, const std::string& v) {
         s.study.pairs.top = s.groups.top = number_in<std::size_t>(v, "top", 0, UINT32_MAX);
       }},
      {"null", 0, "MODEL",
       "compare with random networks that keep only: fill (the number of assignments), task-sizes "
       "(leads and supports of each task), unit-degrees (those of each unit), margins (tasks of "
       "each unit, units of each task), role-margins (both, for leads and supports each), roles "
       "(who takes part; leads are dealt anew)",
       "",
       [](Settings& s, const std::string& v) {
         s.null = analysis::null_model_named(
             one_of(v, "null",
                    {"fill", "task-sizes", "unit-degrees", "margins", "role-margins", "roles"}));
       }},
      {"against", 0, "METHOD|FILE",
       "compare the clusters with those of another method, or of a CSV file with columns id or "
       "name "
       "(of units) and cluster",
       "",
       [](Settings& s, const std::string& v) {
         if (v.empty())
           throw UsageError("--against needs a method or a file; leave it out for none");
         s.against = v;
       }},
      {"runs", 0, "NUMBER",
       "consensus of so many single runs of the clustering, each from its own seed", "",
       [](Settings& s, const std::string& v) {
         s.runs = number_in<std::size_t>(v, "runs", 1, 1'000'000);
       }},
      {"samples", 0, "NUMBER", "random networks to draw for --null, or for the test of clusters",
       std::to_string(analysis::NullOptions{}.samples),
       [](Settings& s, const std::string& v) {
         s.samples = number_in<std::size_t>(v, "samples", 1, 10'000'000);
       }},
  };
}

std::vector<Option> chance_options() {
  return {
      {"locked", 0, "FILE",
       "cells that no random network changes (CSV: task, unit), for sdsm and role-margins", "",
       [](Settings& s, const std::string& v) {
         if (v.empty()) throw UsageError("--locked needs a name; leave it out for none");
         s.locked = v;
       }},
      {"model", 0, "MODEL",
       "what chance keeps: sdsm (tasks of units and units of tasks, on average), fdsm (both "
       "exactly, by drawing), fixedfill, fixedrow, fixedcol; all compares them",
       Settings{}.backbone_model,
       [](Settings& s, const std::string& v) {
         std::vector<std::string_view> words(analysis::kBackboneModels.begin(),
                                             analysis::kBackboneModels.end());
         words.push_back("all");
         s.backbone_model = one_of(v, "model", words);
       }},
      {"alpha", 0, "NUMBER", "keep pairs with a corrected p below this; 1 keeps all",
       number(Settings{}.alpha),
       [](Settings& s, const std::string& v) { s.alpha = number_in(v, "alpha", 1e-12, 1.0); }},
      {"correction", 0, "METHOD", "for many tests: none, bonferroni, holm, bh, by",
       std::string(analysis::name(Settings{}.correction)),
       [](Settings& s, const std::string& v) {
         s.correction = *analysis::correction_named(
             one_of(v, "correction", {"none", "bonferroni", "holm", "bh", "by"}));
       }},
      {"signed", 0, "", "also pairs that share fewer tasks than by chance (two-sided p)", "",
       [](Settings& s, const std::string&) { s.is_signed = true; }},
      {"trials", 0, "NUMBER", "random networks to draw for --model fdsm",
       std::to_string(analysis::BackboneOptions{}.trials),
       [](Settings& s, const std::string& v) {
         s.trials = number_in<std::uint64_t>(v, "trials", 1, 1'000'000'000);
       }},
  };
}

std::vector<std::string_view> view_names() {
  std::vector<std::string_view> names;
  for (const viz::View view : viz::kViews) names.push_back(viz::name(view));
  return names;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

std::vector<Option> picture_options() {
  return {
      {"view", 0, "VIEW", joined(view_names()), "",
       [](Settings& s, const std::string& v) {
         s.view = viz::view_named(one_of(v, "view", view_names()));
       }},
      {"theme", 0, "THEME", "colours of the picture: light, dark, gray", "light",
       [](Settings& s, const std::string& v) {
         const std::string& word = one_of(v, "theme", {"light", "dark", "gray"});
         s.theme = word == "dark"   ? viz::Theme::Dark
                   : word == "gray" ? viz::Theme::Gray
                                    : viz::Theme::Light;
       }},
      {"width", 0, "NUMBER", "width of the picture: pixels of a PNG, else points", "as it comes",
       [](Settings& s, const std::string& v) { s.width = number_in(v, "width", 100.0, 14400.0); }},
      {"highlight", 0, "UNIT", "let this unit and what belongs to it stand out; several with |", "",
       [](Settings& s, const std::string& v) {
         for (std::size_t begin = 0; begin <= v.size();) {
           const std::size_t end = std::min(v.find('|', begin), v.size());
           s.highlight.emplace_back(trimmed(v.substr(begin, end - begin)));
           begin = end + 1;
         }
       }},
      {"unit", 0, "UNIT", "the sheet of this unit (ego)", "",
       [](Settings& s, const std::string& v) { s.unit = v; }},
      {"section", 0, "ID", "the sheet of this top-level section (task-sheet, bipartite)", "",
       [](Settings& s, const std::string& v) { s.section = v; }},
      {"sheet", 0, "NUMBER", "which sheet of a view with several, from 1", "",
       [](Settings& s, const std::string& v) {
         s.sheet = number_in<std::size_t>(v, "sheet", 1, UINT32_MAX);
       }},
      {"order", 0, "ORDER", "rows of the matrix: load, or cluster (as in the dendrogram)", "load",
       [](Settings& s, const std::string& v) {
         s.order_by_merges = one_of(v, "order", {"load", "cluster"}) == "cluster";
       }},
      {"lint", 0, "",
       "also say what a critical reader would find wrong with the picture; exit code 1 if anything",
       "", [](Settings& s, const std::string&) { s.lint = true; }},
      {"title", 0, "TEXT", "title of the picture instead of its finding", "",
       [](Settings& s, const std::string& v) { s.title = v; }},
      {"lang", 0, "LANGUAGE", "of headings and sentences: auto (the document's), zh, en", "auto",
       [](Settings& s, const std::string& v) {
         const std::string& word = one_of(v, "lang", {"auto", "zh", "en"});
         if (word != "auto") s.language = word == "zh" ? Language::Zh : Language::En;
       }},
      {"dpi", 0, "NUMBER", "dots per inch of a PNG; 300 for print",
       number(Settings{}.dots_per_inch),
       [](Settings& s, const std::string& v) {
         s.dots_per_inch = number_in(v, "dpi", 20.0, 1200.0);
       }},
  };
}

std::vector<Option> print_options() {
  return {
      {"pdf", 0, "", "the report for print too, as report.pdf", "",
       [](Settings& s, const std::string&) { s.pdf = true; }},
      {"docx", 0, "", "the report as a Word document too, as report.docx", "",
       [](Settings& s, const std::string&) { s.docx = true; }},
  };
}

// Tasks and units of a size; with 4.5 units a task they make 10^4 (S) to 10^8 (XXL) assignments.
void set_size(model::SyntheticOptions& synthetic, const std::string& size) {
  const std::vector<std::string_view> names{"S", "M", "L", "XL", "XXL"};
  constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 5> sizes{
      {{2222, 200}, {22'222, 2000}, {222'222, 20'000}, {2'222'222, 50'000}, {22'222'222, 100'000}}};
  const auto place = std::ranges::find(names, one_of(size, "size", names)) - names.begin();
  std::tie(synthetic.tasks, synthetic.units) = sizes[static_cast<std::size_t>(place)];
}

// --size stands before --tasks and --units, which may change what it sets.
std::vector<Option> synthetic_options() {
  const model::SyntheticOptions fallback;
  return {
      {"size", 0, "SIZE",
       "tasks and units for about 10^4 (S), 10^5 (M), 10^6 (L), 10^7 (XL), 10^8 (XXL) assignments",
       "S", [](Settings& s, const std::string& v) { set_size(s.synthetic, v); }},
      {"tasks", 0, "NUMBER", "tasks to make", std::to_string(fallback.tasks),
       [](Settings& s, const std::string& v) {
         s.synthetic.tasks = number_in<std::uint32_t>(v, "tasks", 1, 1'000'000'000);
       }},
      {"units", 0, "NUMBER", "units to make", std::to_string(fallback.units),
       [](Settings& s, const std::string& v) {
         s.synthetic.units = number_in<std::uint32_t>(v, "units", 1, 100'000'000);
       }},
      {"mean-units", 0, "NUMBER", "units of a task on average", number(fallback.mean_units),
       [](Settings& s, const std::string& v) {
         s.synthetic.mean_units = number_in(v, "mean-units", 1.0, 100.0);
       }},
      {"clusters", 0, "NUMBER", "clusters to plant", "square root of the units",
       [](Settings& s, const std::string& v) {
         s.synthetic.clusters = number_in<std::uint32_t>(v, "clusters", 1, 100'000'000);
       }},
      {"mixing", 0, "SHARE", "of a task's units that come from outside its cluster",
       number(fallback.mixing),
       [](Settings& s, const std::string& v) {
         s.synthetic.mixing = number_in(v, "mixing", 0.0, 1.0);
       }},
  };
}

std::vector<Option> talk_options() {
  return {
      {"quiet", 'q', "", "say nothing but errors", "",
       [](Settings& s, const std::string&) { s.quiet = true; }},
      {"verbose", 'v', "", "list each note of the reader", "",
       [](Settings& s, const std::string&) { s.verbose = true; }},
      {"color", 0, "WHEN", "auto, always, never; NO_COLOR is respected", "auto",
       [](Settings& s, const std::string& v) {
         s.color = one_of(v, "color", {"auto", "always", "never"});
       }},
      {"help", 'h', "", "this help", "", [](Settings& s, const std::string&) { s.help = true; }},
      {"version", 0, "", "the version", "",
       [](Settings& s, const std::string&) { s.version = true; }},
  };
}

// Boost's own words name its types; ours name what to type.
[[noreturn]] void refuse(const po::error& error, const std::vector<std::string_view>& allowed) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    std::string word = unknown->get_option_name();
    word.erase(std::min(word.find('='), word.size()));
    const auto found =
        nearest(word.substr(std::min(word.find_first_not_of('-'), word.size())), allowed);
    throw UsageError("unknown option '" + printable(word) + "'" +
                     (found ? "; did you mean '--" + std::string(*found) + "'?"
                            : "; see --help for the options of this command"));
  }
  if (const auto* syntax = dynamic_cast<const po::invalid_command_line_syntax*>(&error)) {
    const std::string name = printable(syntax->get_option_name());
    using Kind = po::invalid_syntax;
    const bool missing = syntax->kind() == Kind::missing_parameter ||
                         syntax->kind() == Kind::empty_adjacent_parameter;
    throw UsageError("option '" + name + (missing ? "' needs a value" : "' takes no value") +
                     "; see --help");
  }
  if (const auto* repeated = dynamic_cast<const po::multiple_occurrences*>(&error))
    throw UsageError("option '" + printable(repeated->get_option_name()) +
                     "' is given more than once; keep one");
  throw UsageError("the command line cannot be read; see --help");
}

po::options_description described(const std::vector<std::string_view>& allowed) {
  po::options_description description;
  for (const std::string_view name : allowed) {
    const Option& row = option(name);
    std::string names(name);
    if (row.letter != 0) names += std::string(",") + row.letter;
    if (row.argument.empty())
      description.add_options()(names.c_str(), po::bool_switch());
    else
      description.add_options()(names.c_str(), po::value<std::string>());
  }
  description.add_options()("input", po::value<std::vector<std::string>>());
  return description;
}

}  // namespace

const std::vector<Option>& option_table() {
  static const std::vector<Option> table = [] {
    std::vector<Option> all;
    for (const auto& group :
         {file_options(), counting_options(), table_options(), chance_options(), picture_options(),
          print_options(), synthetic_options(), talk_options()})
      all.insert(all.end(), group.begin(), group.end());
    return all;
  }();
  return table;
}

const Option& option(std::string_view name) {
  const auto& table = option_table();
  const auto found = std::ranges::find(table, name, &Option::name);
  ensure(found != table.end(), "an option that is in no table");
  return *found;
}

Settings parsed(const std::vector<std::string>& arguments,
                const std::vector<std::string_view>& allowed) {
  const po::options_description description = described(allowed);
  po::positional_options_description positional;
  positional.add("input", -1);
  // Guessing would let --for mean --format today and something else tomorrow.
  using Style = po::command_line_style::style_t;
  const int style = Style::default_style & ~Style::allow_guessing;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(arguments)
                  .options(description)
                  .positional(positional)
                  .style(style)
                  .run(),
              values);
  } catch (const po::error& error) {
    refuse(error, allowed);
  }

  Settings settings;
  for (const Option& row : option_table()) {
    const auto found = values.find(std::string(row.name));
    if (found == values.end() || found->second.defaulted()) continue;
    const bool is_switch = row.argument.empty();
    const std::string value = is_switch ? "" : found->second.as<std::string>();
    row.set(settings, value);
    // A run is the same wherever its files lie.
    const std::string shown = row.name == "registry" || row.name == "locked"
                                  ? std::filesystem::path(value).filename().string()
                                  : value;
    settings.given.push_back(std::string(row.name) + (is_switch ? "" : "=" + shown));
  }
  std::ranges::sort(settings.given);
  if (values.contains("input"))
    for (const std::string& word : values["input"].as<std::vector<std::string>>())
      settings.inputs.emplace_back(word);
  return settings;
}

}  // namespace respnet::cli
