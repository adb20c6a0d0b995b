#include "respnet/base/errors.hpp"

int main() { return 0; }
