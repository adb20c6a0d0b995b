// respnet-bench --kernel K --data PREFIX [--threads T] [--budget SEC]: times one kernel on
// PREFIX.csv and prints one line of JSON. scripts/bench compares such lines.

#include <exception>
#include <iostream>

#include <boost/program_options.hpp>
#include <nlohmann/json.hpp>

#include "bench/kernels.hpp"

namespace {

namespace po = boost::program_options;

std::string names() {
  std::string all;
  for (const std::string_view name : respnet::bench::kernel_names())
    all += (all.empty() ? "" : " ") + std::string(name);
  return all;
}

nlohmann::ordered_json json(const respnet::bench::Measurement& found) {
  nlohmann::ordered_json check = nlohmann::ordered_json::object();
  for (const auto& [name, value] : found.check) check[name] = value;
  return {{"seconds", found.seconds}, {"cpu", found.cpu},         {"times", found.times},
          {"base_mb", found.base_mb}, {"peak_mb", found.peak_mb}, {"check", check}};
}

int run(int argc, char** argv) {
  std::string kernel, prefix;
  unsigned threads = 0;
  double budget = 60;
  po::options_description options("respnet-bench");
  options.add_options()("help", "this help")("kernel", po::value(&kernel)->required(),
                                             ("one of " + names()).c_str())(
      "data", po::value(&prefix)->required(), "PREFIX: the network is PREFIX.csv")(
      "threads", po::value(&threads)->default_value(threads), "0: all")(
      "budget", po::value(&budget)->default_value(budget), "seconds for up to three runs");
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, options), values);
  if (values.contains("help")) {
    std::cout << options;
    return 0;
  }
  po::notify(values);
  respnet::bench::Data data(prefix + ".csv", threads);
  const respnet::bench::Ready ready = respnet::bench::prepared(kernel, data);
  std::cout << json(respnet::bench::measured(budget, ready)) << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "respnet-bench: " << error.what() << '\n';
    return 2;
  }
}
