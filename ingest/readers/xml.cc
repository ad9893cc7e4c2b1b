#include "ingest/readers/xml.h"

#include <algorithm>
#include <cstring>
#include <expat.h>
#include <memory>
#include <vector>

namespace lineage::ingest {
namespace {

constexpr std::size_t kDeepest = 256;
constexpr std::size_t kMostAttributes = 1000;

std::string_view local(const char* name) {
  const char* colon = std::strrchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

struct ParserFree {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, ParserFree>;

struct Reading {
  XML_Parser parser = nullptr;
  XmlListener* listener = nullptr;
  std::size_t depth = 0;
  std::vector<XmlAttribute> attributes;
  const char* refused = nullptr;  // why the reader stopped the parser

  void refuse(const char* why) {
    refused = why;
    XML_StopParser(parser, XML_FALSE);
  }
};

void on_begin(void* user, const char* name, const char** pairs) {
  Reading& reading = *static_cast<Reading*>(user);
  if (++reading.depth > kDeepest) {
    return reading.refuse("elements nest deeper than 256 levels");
  }
  reading.attributes.clear();
  for (const char** pair = pairs; *pair != nullptr; pair += 2) {
    if (reading.attributes.size() == kMostAttributes) {
      return reading.refuse("an element has more than 1000 attributes");
    }
    reading.attributes.push_back({local(pair[0]), pair[1]});
  }
  reading.listener->begin(local(name), reading.attributes);
}

void on_end(void* user, const char* name) {
  Reading& reading = *static_cast<Reading*>(user);
  --reading.depth;
  if (reading.refused == nullptr) {
    reading.listener->end(local(name));
  }
}

void on_text(void* user, const char* words, int length) {
  Reading& reading = *static_cast<Reading*>(user);
  if (reading.refused == nullptr) {
    reading.listener->text({words, static_cast<std::size_t>(length)});
  }
}

void on_entity(void* user,
               const char* /*name*/,
               int /*is_parameter*/,
               const char* /*value*/,
               int /*length*/,
               const char* /*base*/,
               const char* /*system*/,
               const char* /*identifier*/,
               const char* /*notation*/) {
  static_cast<Reading*>(user)->refuse("it declares entities, which are not expanded");
}

Error where(XML_Parser parser, const std::string& what) {
  return {ErrorCode::Malformed,
          "not readable as XML: line " + std::to_string(XML_GetCurrentLineNumber(parser)) +
              ", column " + std::to_string(XML_GetCurrentColumnNumber(parser) + 1) + ": " + what};
}

}  // namespace

std::string_view value_of(std::span<const XmlAttribute> attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const XmlAttribute& a) { return a.name == name; });
  return found == attributes.end() ? std::string_view{} : found->value;
}

Result<void> read_xml(std::string_view bytes, XmlListener& listener) {
  const Parser parser(XML_ParserCreate(nullptr));
  if (!parser) {
    return failure(ErrorCode::Io, "no memory to read XML");
  }
  Reading reading{parser.get(), &listener, 0, {}, nullptr};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetEntityDeclHandler(parser.get(), on_entity);
  constexpr std::size_t kStep = std::size_t{1} << 20;  // so that a refusal comes soon
  for (std::size_t at = 0; at == 0 || at < bytes.size(); at += kStep) {
    const std::string_view step = bytes.substr(at, kStep);
    const bool last = at + kStep >= bytes.size();
    const auto status =
        XML_Parse(parser.get(), step.data(), static_cast<int>(step.size()), last ? 1 : 0);
    if (reading.refused != nullptr) {
      return tl::unexpected<Error>(where(parser.get(), reading.refused));
    }
    if (status != XML_STATUS_OK) {
      return tl::unexpected<Error>(
          where(parser.get(), XML_ErrorString(XML_GetErrorCode(parser.get()))));
    }
  }
  return {};
}

}  // namespace lineage::ingest
