#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace respnet::io {

/// Reads an XML document in memory forwards, event by event.
///
/// Well-formed XML only. Nothing is fetched, no entity is defined: a DOCTYPE that declares anything
/// and references to entities other than the five of XML are refused. Comments and processing
/// instructions are passed over. Nested more than 256 deep, or with a text of more than 10 MB, it
/// is refused by LimitError. An empty element gives Start and End like any other.
/// Cost: O(bytes), memory O(depth + longest text).
class XmlReader {
 public:
  enum class Event : std::uint8_t { Start, Text, End };
  /// Utf8: the text was decoded before, whatever encoding it declares. Declared: bytes as stored.
  enum class Encoding : std::uint8_t { Utf8, Declared };

  /// @param xml   must outlive the reader
  /// @param file  for messages, "FILE" or "FILE!part"
  XmlReader(std::string_view xml, std::string file, Encoding encoding = Encoding::Utf8);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// The next event; false at the end of the document.
  /// @throws InputError  with line and column where the text is no well-formed XML; LimitError
  bool next();

  Event event() const { return event_; }
  bool starts(std::string_view local_name) const {
    return event_ == Event::Start && name() == local_name;
  }
  bool ends(std::string_view local_name) const {
    return event_ == Event::End && name() == local_name;
  }
  /// Of Start and End: the name without its prefix, and its namespace. Valid until next().
  std::string_view name() const;
  std::string_view space() const;
  /// Of Text: the characters, white space included. Valid until next().
  std::string_view text() const;
  /// Of Start: an attribute's value. Without `space` one without a prefix.
  std::optional<std::string> attribute(const char* local_name, const char* space = nullptr) const;
  /// Elements around this event: 0 for the root's Start and End.
  std::size_t depth() const;
  std::uint32_t line() const;

  /// Of Start: passes to the End of this element.
  void skip();
  /// Of Start: the text in this element, that of elements in it included; passes to its End.
  std::string inner_text();

  /// @throws InputError  at this event's line
  [[noreturn]] void refuse(const std::string& message) const;

 private:
  struct Handle;
  bool advance();
  [[noreturn]] void refuse_syntax() const;

  std::unique_ptr<Handle> handle_;
  std::string file_;
  Event event_ = Event::End;
  bool end_pending_ = false;  // an empty element's Start was given, its End was not
};

/// Calls `visit()` at each Start inside the element whose Start is at hand, and passes to its End.
/// A visit that leaves the reader at the End of what it saw is called for children only; one that
/// stays where it is goes into them.
template <typename Visit>
void each_child(XmlReader& xml, Visit&& visit) {
  const std::size_t outside = xml.depth();
  while (xml.next()) {
    if (xml.event() == XmlReader::Event::Start)
      visit();
    else if (xml.event() == XmlReader::Event::End && xml.depth() == outside)
      return;
  }
}

}  // namespace respnet::io
