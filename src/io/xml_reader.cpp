#include "io/xml_reader.hpp"

#include <climits>
#include <utility>

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

constexpr std::size_t kDeepest = 256;  // libxml2's own limit

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// In our words: what a person can look for in the file.
std::string_view meaning(int code) {
  switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return "an end tag does not match its start tag";
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_DOCUMENT_END:
      return "the document ends before all elements are closed";
    case XML_ERR_DOCUMENT_EMPTY:
      return "the document holds no element";
    case XML_ERR_INVALID_CHAR:
      return "a character that XML does not allow";
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return "an entity that is not defined";
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return "an attribute is given twice";
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return "a prefix that is not declared";
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
      return "the bytes do not fit the declared encoding";
    default:
      return "this is no well-formed XML";
  }
}

}  // namespace

struct XmlReader::Handle {
  xmlTextReaderPtr reader = nullptr;
  int code = XML_ERR_OK;  // of the first error
  std::size_t line = 0, column = 0;

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { xmlFreeTextReader(reader); }

  static void hear(void* self, xmlErrorPtr error) {
    Handle& handle = *static_cast<Handle*>(self);
    const bool fatal = error->level >= XML_ERR_ERROR || error->code == XML_WAR_UNDECLARED_ENTITY;
    if (!fatal || handle.code != XML_ERR_OK) return;
    handle.code = error->code;
    handle.line = error->line > 0 ? static_cast<std::size_t>(error->line) : 0;
    handle.column = error->int2 > 0 ? static_cast<std::size_t>(error->int2) : 0;
  }
};

XmlReader::XmlReader(std::string_view xml, std::string file, Encoding encoding)
    : handle_(std::make_unique<Handle>()), file_(std::move(file)) {
  if (xml.size() > INT_MAX) throw LimitError(file_ + ": the document is larger than 2 GB");
  handle_->reader = xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr,
                                       encoding == Encoding::Utf8 ? "UTF-8" : nullptr,
                                       XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES |
                                           (encoding == Encoding::Utf8 ? XML_PARSE_IGNORE_ENC : 0));
  if (handle_->reader == nullptr) throw std::bad_alloc();
  xmlTextReaderSetStructuredErrorHandler(handle_->reader, Handle::hear, handle_.get());
}

XmlReader::~XmlReader() = default;

void XmlReader::refuse_syntax() const {
  if (handle_->code == XML_ERR_NO_MEMORY || handle_->code == XML_ERR_INTERNAL_ERROR)
    throw LimitError(file_ + ":" + std::to_string(handle_->line) +
                     ": nested more than 256 deep, or a text of more than 10 MB; is this the file "
                     "you mean?");
  throw InputError(
      {file_, handle_->line, handle_->column},
      std::string(meaning(handle_->code)) + "; write the file anew with the program that made it");
}

void XmlReader::refuse(const std::string& message) const {
  throw InputError({file_, line()}, message);
}

namespace {

// Some faults (bytes against the encoding) reach only the handler of the thread.
class ThreadErrors {
 public:
  ThreadErrors(void* self, xmlStructuredErrorFunc hear)
      : self_(xmlStructuredErrorContext), hear_(xmlStructuredError) {
    xmlSetStructuredErrorFunc(self, hear);
  }
  ~ThreadErrors() { xmlSetStructuredErrorFunc(self_, hear_); }
  ThreadErrors(const ThreadErrors&) = delete;
  ThreadErrors& operator=(const ThreadErrors&) = delete;

 private:
  void* self_;
  xmlStructuredErrorFunc hear_;
};

}  // namespace

// To the next event that a caller sees.
bool XmlReader::advance() {
  const ThreadErrors errors(handle_.get(), Handle::hear);
  for (;;) {
    const int found = xmlTextReaderRead(handle_->reader);
    if (found < 0 || handle_->code != XML_ERR_OK) refuse_syntax();
    if (found == 0) return false;
    if (depth() >= kDeepest)
      throw LimitError(file_ + ":" + std::to_string(line()) + ": nested more than 256 deep");
    switch (xmlTextReaderNodeType(handle_->reader)) {
      case XML_READER_TYPE_ELEMENT:
        event_ = Event::Start;
        end_pending_ = xmlTextReaderIsEmptyElement(handle_->reader) == 1;
        return true;
      case XML_READER_TYPE_END_ELEMENT:
        event_ = Event::End;
        return true;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        event_ = Event::Text;
        return true;
      case XML_READER_TYPE_ENTITY_REFERENCE:
        refuse("an entity that is not defined; write its character instead");
      case XML_READER_TYPE_DOCUMENT_TYPE: {
        const xmlNode* node = xmlTextReaderCurrentNode(handle_->reader);
        if (node != nullptr && node->children != nullptr)
          refuse("the DOCTYPE declares entities or elements; remove the declarations");
        break;
      }
      default:
        break;  // comments, processing instructions
    }
  }
}

bool XmlReader::next() {
  if (!end_pending_) return advance();
  end_pending_ = false;
  event_ = Event::End;
  return true;
}

std::string_view XmlReader::name() const {
  return view(xmlTextReaderConstLocalName(handle_->reader));
}

std::string_view XmlReader::space() const {
  return view(xmlTextReaderConstNamespaceUri(handle_->reader));
}

std::string_view XmlReader::text() const { return view(xmlTextReaderConstValue(handle_->reader)); }

std::optional<std::string> XmlReader::attribute(const char* local_name, const char* space) const {
  const auto* name = reinterpret_cast<const xmlChar*>(local_name);
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      space == nullptr ? xmlTextReaderGetAttribute(handle_->reader, name)
                       : xmlTextReaderGetAttributeNs(handle_->reader, name,
                                                     reinterpret_cast<const xmlChar*>(space)),
      xmlFree);
  if (value == nullptr) return std::nullopt;
  return std::string(view(value.get()));
}

std::size_t XmlReader::depth() const {
  return static_cast<std::size_t>(xmlTextReaderDepth(handle_->reader));
}

std::uint32_t XmlReader::line() const {
  const xmlNode* node = xmlTextReaderCurrentNode(handle_->reader);
  const long at = node == nullptr ? 0 : xmlGetLineNo(node);
  return at > 0 ? static_cast<std::uint32_t>(at) : 0;
}

void XmlReader::skip() {
  const std::size_t outside = depth();
  while (next())
    if (event_ == Event::End && depth() == outside) return;
}

std::string XmlReader::inner_text() {
  const std::size_t outside = depth();
  std::string text;
  while (next()) {
    if (event_ == Event::Text) text += this->text();
    if (event_ == Event::End && depth() == outside) break;
  }
  return text;
}

}  // namespace respnet::io
