#include "ingest/readers/editor_link.h"

namespace lineage::ingest {

std::optional<Symbol> link_target(std::string_view address) {
  const std::string_view host = address.substr(0, 64);
  if (host.find("undocs.org/") == std::string_view::npos &&
      host.find("docs.un.org/") == std::string_view::npos) {
    return std::nullopt;
  }
  const auto symbol = Symbol::parse(address);
  return symbol ? std::optional(*symbol) : std::nullopt;
}

}  // namespace lineage::ingest
