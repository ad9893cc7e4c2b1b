// A calendar date in the proleptic Gregorian calendar, as resolutions print it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lineage {

// Always a real day: the only ways to make one check the calendar.
class Date {
 public:
  // Returns nothing for a day that no calendar has, such as 30 February, or a year outside 1..9999.
  [[nodiscard]] static std::optional<Date> of(int year, int month, int day);
  // Reads "2023-12-04" and nothing else.
  [[nodiscard]] static std::optional<Date> from_iso(std::string_view text);

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] int month() const { return month_; }  // 1..12
  [[nodiscard]] int day() const { return day_; }      // 1..31
  [[nodiscard]] std::string iso() const;              // "2023-12-04"

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  Date(int year, int month, int day);

  std::int16_t year_;
  std::int8_t month_;
  std::int8_t day_;
};

}  // namespace lineage
