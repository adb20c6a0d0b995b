#include "respnet/base/random.hpp"

#include <bit>

namespace respnet {
namespace {

std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = state += 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

__extension__ using Wide = unsigned __int128;

}  // namespace

RandomEngine::RandomEngine(std::uint64_t seed, std::uint64_t stream) {
  std::uint64_t mixed_stream = stream ^ 0xD1B54A32D192ED03U;
  std::uint64_t state = seed ^ (stream == 0 ? 0 : split_mix(mixed_stream));
  for (std::uint64_t& word : state_) word = split_mix(state);
}

RandomEngine::result_type RandomEngine::operator()() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t uniform_below(RandomEngine& engine, std::uint64_t bound) {
  Wide product = static_cast<Wide>(engine()) * bound;
  auto low = static_cast<std::uint64_t>(product);
  if (low < bound) {
    const std::uint64_t threshold = (0 - bound) % bound;
    while (low < threshold) {
      product = static_cast<Wide>(engine()) * bound;
      low = static_cast<std::uint64_t>(product);
    }
  }
  return static_cast<std::uint64_t>(product >> 64);
}

double uniform(RandomEngine& engine) { return static_cast<double>(engine() >> 11) * 0x1.0p-53; }

}  // namespace respnet
