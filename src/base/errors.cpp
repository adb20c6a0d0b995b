#include "respnet/base/errors.hpp"

#include "respnet/base/text.hpp"

namespace respnet {

std::string to_string(const Place& place) {
  std::string text = printable(place.file);
  if (place.line == 0) return text;
  text += ':' + std::to_string(place.line);
  if (place.column != 0) text += ':' + std::to_string(place.column);
  return text;
}

InputError::InputError(Place place, const std::string& message)
    : std::runtime_error(place.file.empty() ? message : to_string(place) + ": " + message),
      place_(std::move(place)) {}

FileError::FileError(const std::string& path, const std::string& reason)
    : std::runtime_error(path.empty() ? reason : printable(path) + ": " + reason) {}

void ensure(bool condition, std::string_view what, const std::source_location& where) {
  if (condition) return;
  throw std::logic_error(std::string(what) + " (" + where.file_name() + ":" +
                         std::to_string(where.line()) + ")");
}

}  // namespace respnet
