// respnet-micro: every kernel under Google Benchmark, on networks made up in memory. Its options
// are those of Google Benchmark (--help), as --benchmark_filter=leiden/S.

#include <cerrno>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <benchmark/benchmark.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bench/kernels.hpp"
#include "respnet/io/write_synthetic.hpp"

namespace {

using namespace respnet;

/// A file that is nowhere but in memory.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("network.csv", 0)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written <= 0) throw std::system_error(errno, std::generic_category(), "memory file");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

// As `respnet generate --size` makes them; what a kernel needs is made when it is its turn.
struct Size {
  std::string name;
  model::SyntheticOptions network;
  MemoryFile file;
  std::unique_ptr<bench::Data> data;

  Size(std::string size, const model::SyntheticOptions& options)
      : name(std::move(size)), network(options) {}

  bench::Data& ready_data() {
    if (!data) {
      io::synthetic_edge_list(network, [&](std::string_view bytes) { file.write(bytes); });
      data = std::make_unique<bench::Data>(file.path(), 1);
    }
    return *data;
  }
};

void measure(benchmark::State& state, std::string_view kernel, Size& size) {
  bench::Data& data = size.ready_data();
  const bench::Ready ready = bench::prepared(kernel, data);
  for ([[maybe_unused]] auto _ : state) {
    ready.run();
    state.PauseTiming();
    auto check = ready.check();
    benchmark::DoNotOptimize(check);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(data.network().assignment_count()));
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  Size small("S", {}), medium("M", {.tasks = 22'222, .units = 2000});
  for (Size* size : {&small, &medium})
    for (const std::string_view kernel : bench::kernel_names())
      benchmark::RegisterBenchmark((std::string(kernel) + "/" + size->name).c_str(),
                                   [=](benchmark::State& state) { measure(state, kernel, *size); })
          ->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
