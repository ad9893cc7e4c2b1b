// Counts of paths, which pass the range of every machine number: 2^1000 between texts of one
// series, more than 2^16384 in a large graph.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace lineage::analysis {

// A number that is at least 0: mantissa * 2^exponent, with 64 bits of mantissa. Whole numbers below
// 2^64 are exact; each operation on greater ones rounds, which changes no more than one part in
// 2^63. The exponent has 64 bits, so that nothing overflows.
class PathCount {
 public:
  PathCount() = default;  // 0
  explicit PathCount(std::uint64_t number);
  // A factor between 0 and 1, both included.
  [[nodiscard]] static PathCount fraction(double part);

  [[nodiscard]] bool is_zero() const { return mantissa_ == 0; }

  friend PathCount operator+(PathCount a, PathCount b);
  friend PathCount operator*(PathCount a, PathCount b);
  friend std::strong_ordering operator<=>(PathCount a, PathCount b);
  friend bool operator==(PathCount a, PathCount b) = default;

  // part / whole, 0 where the part is so small that a double cannot tell. REQUIRES: whole not 0.
  [[nodiscard]] static double share(PathCount part, PathCount whole);
  // The logarithm to base 10; minus infinity for 0.
  [[nodiscard]] double log10() const;
  // All digits below 2^64, else twelve: "1.29127208515e+301".
  [[nodiscard]] std::string text() const;

  // value == mantissa() * 2^exponent(); the mantissa is 0 or at least 2^63.
  [[nodiscard]] std::uint64_t mantissa() const { return mantissa_; }
  [[nodiscard]] std::int64_t exponent() const { return exponent_; }

 private:
  std::uint64_t mantissa_ = 0;
  std::int64_t exponent_ = 0;
};

}  // namespace lineage::analysis
