#include "analysis/citation_age.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include "analysis/structure.h"

namespace lineage::analysis {
namespace {

constexpr double kDaysOfYear = 365.2425;

std::int64_t day_number(const Date& date) {
  using namespace std::chrono;
  const year_month_day day{year(date.year()), month(static_cast<unsigned>(date.month())),
                           std::chrono::day(static_cast<unsigned>(date.day()))};
  return sys_days(day).time_since_epoch().count();
}

double median(std::vector<std::int64_t>& days) {
  std::ranges::sort(days);
  const std::size_t middle = days.size() / 2;
  const auto upper = static_cast<double>(days[middle]);
  return days.size() % 2 == 1 ? upper : (upper + static_cast<double>(days[middle - 1])) / 2;
}

}  // namespace

CitationAges citation_ages(const View& view,
                           const LineageGraph& graph,
                           std::span<const WorkId> works,
                           Direction direction) {
  CitationAges ages;
  std::vector<std::int64_t> days;
  const auto add = [&](WorkId citing, WorkId cited) {
    const std::optional<Date>& later = graph.work(citing).date;
    const std::optional<Date>& earlier = graph.work(cited).date;
    if (!later || !earlier) {
      ++ages.undated;
      return;
    }
    days.push_back(day_number(*later) - day_number(*earlier));
    ages.forward += days.back() < 0 ? 1 : 0;
    ++ages.by_year[static_cast<int>(std::floor(static_cast<double>(days.back()) / kDaysOfYear))];
  };
  for (const WorkId id : works) {
    if (view.has(id) && direction == Direction::ToCited) {
      for_each_cited(view, id, [&](WorkId other) { add(id, other); });
    } else if (view.has(id)) {
      for_each_citing(view, id, [&](WorkId other) { add(other, id); });
    }
  }
  ages.dated = days.size();
  if (!days.empty()) {
    const double sum =
        static_cast<double>(std::accumulate(days.begin(), days.end(), std::int64_t{0}));
    ages.mean = sum / static_cast<double>(days.size()) / kDaysOfYear;
    ages.half_life = median(days) / kDaysOfYear;
  }
  return ages;
}

}  // namespace lineage::analysis
