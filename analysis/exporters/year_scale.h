// Where the years of a timeline stand in a picture.
#pragma once

#include <vector>

#include "analysis/exporters/timeline.h"

namespace lineage::analysis {

// A year in which more happens than one text a lane is wider.
class YearScale {
 public:
  YearScale(const Timeline& timeline, double left, double right);

  // 2018.5 is the middle of 2018; times outside the timeline are moved to its ends.
  [[nodiscard]] double x_of(double year) const;

 private:
  double first_year_;
  std::vector<double> starts_;  // where each year begins, and where the last ends
};

}  // namespace lineage::analysis
