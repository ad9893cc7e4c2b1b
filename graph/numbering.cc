#include "graph/numbering.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lineage {
namespace {

// The first number of each year from 1946. Checked against every "number (year)" of the Council's
// resolutions that official texts of all eras print: of 946 different numbers, two disagree, which
// are misprints.
constexpr int kFirstCouncilYear = 1946;
constexpr std::array<std::uint16_t, 80> kCouncilFirst{
    1,    16,   38,   67,   79,   90,   97,   99,   104,  106,   // 1946
    111,  122,  127,  132,  133,  161,  171,  178,  186,  200,   // 1956
    220,  233,  245,  263,  276,  292,  308,  325,  345,  367,   // 1966
    385,  403,  423,  444,  462,  485,  500,  530,  546,  560,   // 1976
    581,  594,  607,  627,  647,  684,  726,  800,  893,  970,   // 1986
    1036, 1093, 1147, 1220, 1285, 1335, 1387, 1455, 1522, 1581,  // 1996
    1652, 1739, 1795, 1860, 1908, 1967, 2033, 2086, 2133, 2196,  // 2006
    2260, 2337, 2398, 2452, 2504, 2561, 2618, 2672, 2722, 2768,  // 2016
};
// No year has seen a hundred resolutions; numbers beyond are of no known year.
constexpr std::uint32_t kMostInLastYear = 60;

// Numbers whose regular session is known, in order. A number between two of them belongs to the
// session of one of the two, or to one between.
struct Known {
  std::uint16_t number;
  std::uint8_t session;
};
constexpr std::array<Known, 43> kAssemblyKnown{{
    {1, 1},     {97, 1},    {125, 2},   {181, 2},   {194, 3},   {217, 3},   {302, 4},   {364, 4},
    {377, 5},   {482, 5},   {513, 6},   {686, 7},   {742, 8},   {845, 9},   {913, 10},  {992, 10},
    {1089, 11}, {1125, 11}, {1145, 12}, {1228, 12}, {1341, 13}, {1386, 14}, {1471, 14}, {1514, 15},
    {1541, 15}, {1653, 16}, {1759, 17}, {1803, 17}, {1970, 18}, {2003, 19}, {2037, 20}, {2106, 20},
    {2142, 21}, {2222, 21}, {2260, 22}, {2373, 22}, {2403, 23}, {2602, 24}, {2749, 25}, {2858, 26},
    {2997, 27}, {3182, 28}, {3357, 29},
}};

// The same for the Economic and Social Council.
constexpr std::array<Known, 14> kEconomicKnown{{
    {1, 1},
    {26, 4},
    {155, 7},
    {217, 8},
    {288, 10},
    {414, 13},
    {456, 14},
    {586, 20},
    {624, 22},
    {663, 24},
    {1084, 39},
    {1235, 42},
    {1949, 56},
    {2130, 63},
}};

// Whether the session lies between those of the known numbers around `number`.
template <std::size_t N>
bool fits(const std::array<Known, N>& known, unsigned session, std::uint32_t number) {
  const auto above =
      std::lower_bound(known.begin(), known.end(), number,
                       [](const Known& row, std::uint32_t value) { return row.number < value; });
  if (above == known.end()) {
    return session >= known.back().session;
  }
  const bool exact = above->number == number || above == known.begin();
  return session >= (exact ? above : above - 1)->session && session <= above->session;
}

// The last number of each session's main part that texts date to its first year.
constexpr unsigned kFirstMainPart = 45;
constexpr std::array<std::uint16_t, 34> kMainPartLast{
    253, 215, 218, 228, 233, 214, 221, 220, 214, 249, 238, 253, 300, 277, 276, 248, 251,  // 45
    238, 265, 245, 259, 248, 246, 254, 262, 248, 272, 266, 281, 263, 255, 249, 267, 257,  // 62
};

}  // namespace

std::optional<int> council_year(std::uint32_t number) {
  if (number == 0 || number > kCouncilFirst.back() + kMostInLastYear) {
    return std::nullopt;
  }
  const auto behind = std::upper_bound(kCouncilFirst.begin(), kCouncilFirst.end(), number);
  return kFirstCouncilYear + static_cast<int>(behind - kCouncilFirst.begin()) - 1;
}

bool assembly_number_fits(Session session, std::uint32_t number) {
  if (session.kind != SessionKind::Regular) {
    return true;  // special sessions fall between the regular ones
  }
  return session.number <= 30 && fits(kAssemblyKnown, session.number, number);
}

bool economic_council_number_fits(Session session, std::uint32_t number) {
  return session.kind == SessionKind::Regular && session.number <= 63 &&
         fits(kEconomicKnown, session.number, number);
}

std::optional<bool> in_main_part(unsigned session, std::uint32_t number) {
  if (session < kFirstMainPart || session >= kFirstMainPart + kMainPartLast.size()) {
    return std::nullopt;
  }
  return number <= kMainPartLast[session - kFirstMainPart];
}

}  // namespace lineage
