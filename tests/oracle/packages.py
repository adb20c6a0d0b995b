"""What a test needs of Debian, and how it says that it is not there."""

import importlib
import sys

SKIPPED = 77  # as CMakeLists.txt tells ctest


def skip(what, packages):
    print(f"skipped: needs {what} (Debian: {packages})")
    sys.exit(SKIPPED)


def require(module, package):
    """The module, or the end of the test."""
    try:
        return importlib.import_module(module)
    except ImportError:
        return skip(f"the Python module {module}", package)
