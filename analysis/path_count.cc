#include "analysis/path_count.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

namespace lineage::analysis {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int kBits = 64;

struct Parts {
  std::uint64_t mantissa;
  std::int64_t exponent;
};

// `wide` * 2^exponent with its highest bit at place 63, rounded to the nearest.
Parts normalised(Wide wide, std::int64_t exponent) {
  const auto high = static_cast<std::uint64_t>(wide >> kBits);
  const auto low = static_cast<std::uint64_t>(wide);
  if (high == 0) {
    const int shift = std::countl_zero(low);
    return low == 0 ? Parts{0, 0} : Parts{low << shift, exponent - shift};
  }
  const int shift = kBits - std::countl_zero(high);  // bits that do not fit: 1 to 64
  const Wide half = Wide{1} << (shift - 1);
  auto kept = static_cast<std::uint64_t>(wide >> shift);
  const bool up = (wide & half) != 0;
  kept += up ? 1 : 0;
  if (up && kept == 0) {  // all bits were set
    return {std::uint64_t{1} << (kBits - 1), exponent + shift + 1};
  }
  return {kept, exponent + shift};
}

}  // namespace

PathCount::PathCount(std::uint64_t number) {
  const Parts parts = normalised(number, 0);
  mantissa_ = parts.mantissa;
  exponent_ = parts.exponent;
}

PathCount PathCount::fraction(double part) {
  int exponent = 0;
  const double mantissa = std::frexp(std::clamp(part, 0.0, 1.0), &exponent);
  constexpr int kDigits = std::numeric_limits<double>::digits;
  PathCount count(static_cast<std::uint64_t>(std::ldexp(mantissa, kDigits)));
  count.exponent_ += count.is_zero() ? 0 : exponent - kDigits;
  return count;
}

// On 64 bits alone, as counting paths is little else than adding.
PathCount operator+(PathCount a, PathCount b) {
  if (a.is_zero() || b.is_zero()) {
    return a.is_zero() ? b : a;
  }
  if (a.exponent_ < b.exponent_) {
    std::swap(a, b);
  }
  const std::int64_t apart = a.exponent_ - b.exponent_;
  if (apart > kBits) {
    return a;  // b is less than half of a's last bit
  }
  // The bit behind the last that fits rounds.
  const std::uint64_t half = apart == 0 ? 0 : (b.mantissa_ >> (apart - 1)) & 1U;
  const std::uint64_t added = (apart == kBits ? 0 : b.mantissa_ >> apart) + half;
  const std::uint64_t sum = a.mantissa_ + added;
  if (sum >= added) {
    a.mantissa_ = sum;
    return a;
  }
  // Carried over: one place to the right, with the carry in front; a half rounds up. No second
  // carry can come of it, as the sum is at most 2^65 - 2.
  a.mantissa_ = ((sum >> 1) | (std::uint64_t{1} << (kBits - 1))) + (sum & 1U);
  a.exponent_ += 1;
  return a;
}

PathCount operator*(PathCount a, PathCount b) {
  const Parts parts = normalised(Wide{a.mantissa_} * b.mantissa_, a.exponent_ + b.exponent_);
  PathCount product;
  product.mantissa_ = parts.mantissa;
  product.exponent_ = parts.exponent;
  return product;
}

std::strong_ordering operator<=>(PathCount a, PathCount b) {
  if (a.is_zero() || b.is_zero() || a.exponent_ == b.exponent_) {
    return a.mantissa_ <=> b.mantissa_;
  }
  return a.exponent_ <=> b.exponent_;
}

double PathCount::share(PathCount part, PathCount whole) {
  const double ratio = static_cast<double>(part.mantissa_) / static_cast<double>(whole.mantissa_);
  const std::int64_t apart = part.exponent_ - whole.exponent_;
  constexpr std::int64_t kLeast = -5000;  // far below the smallest double
  return std::ldexp(ratio, static_cast<int>(std::max(apart, kLeast)));
}

double PathCount::log10() const {
  return std::log10(static_cast<double>(mantissa_)) +
         static_cast<double>(exponent_) * std::log10(2.0);
}

std::string PathCount::text() const {
  if (exponent_ <= 0) {
    return std::to_string(exponent_ > -kBits ? mantissa_ >> -exponent_ : 0);
  }
  const long double power = std::log10(static_cast<long double>(mantissa_)) +
                            static_cast<long double>(exponent_) * std::log10(2.0L);
  const long double whole = std::floor(power);
  std::array<char, 64> buffer{};
  const long double digits = std::pow(10.0L, power - whole);
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.11Lfe+%lld", digits,
                                   static_cast<long long>(whole));
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace lineage::analysis
