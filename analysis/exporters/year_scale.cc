#include "analysis/exporters/year_scale.h"

#include <algorithm>
#include <cmath>

namespace lineage::analysis {

YearScale::YearScale(const Timeline& timeline, double left, double right)
    : first_year_(timeline.first_year) {
  const auto years = static_cast<std::size_t>(timeline.last_year + 1 - timeline.first_year);
  std::vector<double> wide(years, 1);
  std::vector<std::size_t> marks(years, 0);
  for (const TimelineLane& lane : timeline.lanes) {
    for (const TimelineMark& mark : lane.marks) {
      const double at = std::floor(mark.year) - timeline.first_year;
      if (!mark.report && at >= 0 && at < static_cast<double>(years)) {
        ++marks[static_cast<std::size_t>(at)];
      }
    }
  }
  for (std::size_t i = 0; i < years; ++i) {
    if (marks[i] > 1) {
      for (std::size_t j = i; j < std::min(i + 2, years); ++j) {
        wide[j] = 1.8;
      }
    }
  }
  double sum = 0;
  for (const double one : wide) {
    sum += one;
  }
  starts_.push_back(left);
  for (const double one : wide) {
    starts_.push_back(starts_.back() + one * (right - left) / sum);
  }
}

double YearScale::x_of(double year) const {
  const double last = static_cast<double>(starts_.size()) - 1;
  const double at = std::clamp(year - first_year_, 0.0, last);
  const auto whole = static_cast<std::size_t>(std::min(std::floor(at), last - 1));
  return starts_[whole] + (at - static_cast<double>(whole)) * (starts_[whole + 1] - starts_[whole]);
}

}  // namespace lineage::analysis
