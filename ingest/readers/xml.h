// Reads XML with expat, within bounds: no entity is declared by a file, nothing outside of it is
// read, nesting and attributes are limited.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace lineage::ingest {

struct XmlAttribute {
  std::string_view name;  // without prefix
  std::string_view value;
};

// The attribute's value, "" where there is none.
[[nodiscard]] std::string_view value_of(std::span<const XmlAttribute> attributes,
                                        std::string_view name);

// What is told of a document, in its order. Names come without their prefix.
class XmlListener {
 public:
  XmlListener() = default;
  XmlListener(const XmlListener&) = delete;
  XmlListener& operator=(const XmlListener&) = delete;
  virtual ~XmlListener() = default;
  virtual void begin(std::string_view name, std::span<const XmlAttribute> attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view words) = 0;  // may come in pieces
};

// Errors: Malformed, with line and column, for what is not well-formed, declares entities, or nests
// deeper than 256 elements. What was told before the error stays told. Cost: linear.
[[nodiscard]] Result<void> read_xml(std::string_view bytes, XmlListener& listener);

}  // namespace lineage::ingest
