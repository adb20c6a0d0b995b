#include "respnet/base/version.hpp"

namespace respnet {

std::string_view version() { return RESPNET_VERSION; }

}  // namespace respnet
