#include "io/xml_reader.hpp"

#include <gtest/gtest.h>

#include "respnet/base/errors.hpp"

namespace respnet::io {
namespace {

using Event = XmlReader::Event;

// Every event of a document: "<a" "text" "a>".
std::string events(std::string_view xml) {
  XmlReader reader(xml, "f");
  std::string all;
  while (reader.next()) {
    if (!all.empty()) all += ' ';
    if (reader.event() == Event::Start) all += "<" + std::string(reader.name());
    if (reader.event() == Event::Text) all += "'" + std::string(reader.text()) + "'";
    if (reader.event() == Event::End) all += std::string(reader.name()) + ">";
  }
  return all;
}

template <typename Error>
std::string refusal(std::string_view xml) {
  try {
    events(xml);
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(XmlReader, GivesStartTextAndEnd) {
  EXPECT_EQ(events("<?xml version='1.0'?><a><b/>x<!-- c --><![CDATA[<y>]]></a>"),
            "<a <b b> 'x' '<y>' a>");
}

TEST(XmlReader, KnowsNamespacesAttributesAndDepth) {
  XmlReader reader("<w:a xmlns:w='urn:w' w:x='1' x='2'><b/></w:a>", "f");
  ASSERT_TRUE(reader.next());
  EXPECT_TRUE(reader.starts("a"));
  EXPECT_EQ(reader.space(), "urn:w");
  EXPECT_EQ(reader.attribute("x", "urn:w"), "1");
  EXPECT_EQ(reader.attribute("x"), "2");
  EXPECT_EQ(reader.attribute("y"), std::nullopt);
  EXPECT_EQ(reader.depth(), 0U);
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.depth(), 1U);
  EXPECT_EQ(reader.space(), "");
}

TEST(XmlReader, PassesOverElements) {
  XmlReader reader("<a><b><c/>1<b/></b><d>x<e>y</e>z</d><f/>2</a>", "f");
  reader.next();
  reader.next();
  reader.skip();
  EXPECT_TRUE(reader.ends("b"));
  reader.next();
  EXPECT_EQ(reader.inner_text(), "xyz");
  EXPECT_TRUE(reader.ends("d"));
  reader.next();
  reader.skip();
  EXPECT_TRUE(reader.ends("f"));
  reader.next();
  EXPECT_EQ(reader.text(), "2");
}

TEST(XmlReader, NamesLineAndColumnOfFaults) {
  EXPECT_EQ(refusal<InputError>("<a>\n <b></c></a>"),
            "f:2:9: an end tag does not match its start tag; write the file anew with the program "
            "that made it");
  for (const char* xml : {"<a>", "", "<a/><b/>", "<a x='1' x='2'/>", "<a>&</a>", "<a>\x01</a>",
                          "<p:a/>", "<a>\xFF</a>", "text", "<a b=c/>"})
    EXPECT_TRUE(refusal<InputError>(xml).starts_with("f:"))
        << xml << ": " << refusal<InputError>(xml);
}

TEST(XmlReader, DefinesNoEntities) {
  EXPECT_EQ(events("<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a>&lt;&#65;</a>"), "<a '<A' a>");
  const std::string laughs = "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]><a>&m;</a>";
  EXPECT_NE(refusal<InputError>(laughs).find("DOCTYPE declares entities"), std::string::npos);
  EXPECT_NE(refusal<InputError>("<a>&nbsp;</a>").find("an entity that is not defined"),
            std::string::npos);
  EXPECT_NE(refusal<InputError>("<!DOCTYPE a SYSTEM 'x'><a>&who;</a>").find("entity"),
            std::string::npos);
}

TEST(XmlReader, StopsAtItsLimits) {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  EXPECT_NE(refusal<LimitError>(deep).find("more than 256 deep"), std::string::npos);
  EXPECT_NE(refusal<LimitError>("<a>" + std::string(10'000'001, 'x') + "</a>").find("10 MB"),
            std::string::npos);
  EXPECT_EQ(refusal<LimitError>("<a>" + std::string(9'000'000, 'x') + "</a>"), "accepted");
}

TEST(XmlReader, ReadsTheEncodingItIsTold) {
  const std::string_view declared = "<?xml version='1.0' encoding='GB18030'?><a>\xCA\xD0</a>";
  XmlReader reader(declared, "f", XmlReader::Encoding::Declared);
  reader.next();
  EXPECT_EQ(reader.inner_text(), "市");
  // Decoded before: the declaration is of the past.
  EXPECT_EQ(events("<?xml version='1.0' encoding='GB18030'?><a>市</a>"), "<a '市' a>");
}

}  // namespace
}  // namespace respnet::io
