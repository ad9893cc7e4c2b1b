#include "analysis/layers.h"

#include <algorithm>

#include "analysis/condensation.h"
#include "analysis/structure.h"

namespace lineage::analysis {

Layers layers(const View& view) {
  const Condensation parts(view);
  Layers layers{std::vector<std::uint32_t>(view.size(), kNoLayer), 0};
  for (std::uint32_t part = 0; part < parts.count(); ++part) {
    std::uint32_t layer = 0;
    for (const WorkId id : parts.works(part)) {
      for_each_cited(view, id, [&](WorkId cited) {
        if (parts.of(cited) != part) {
          layer = std::max(layer, layers.of[cited] + 1);
        }
      });
    }
    for (const WorkId id : parts.works(part)) {
      layers.of[id] = layer;
    }
    layers.count = std::max(layers.count, layer + 1);
  }
  return layers;
}

}  // namespace lineage::analysis
