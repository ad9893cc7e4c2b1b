// What the running numbers of resolutions say about their time: facts to check citations by, and to
// settle those that give no year.
#pragma once

#include <cstdint>
#include <optional>

#include "graph/symbol.h"

namespace lineage {

// The year in which the Security Council adopted its resolution of that number: the numbers run on
// from 1 in 1946, and each belongs to one year. Nothing for 0 and for numbers beyond the table's
// last year, of which only the first is known.
[[nodiscard]] std::optional<int> council_year(std::uint32_t number);

// Whether the Assembly can have given that running number in that session: its numbers ran on from
// 1 (I) to 3541 (XXX). Only sessions that no two known numbers rule out are possible; 514 (XV) is
// not, because 502 was given in the sixth session and 610 too.
[[nodiscard]] bool assembly_number_fits(Session session, std::uint32_t number);

// The same for the Economic and Social Council, from 1 (I) to its sixty-third session in 1977.
[[nodiscard]] bool economic_council_number_fits(Session session, std::uint32_t number);

// Whether a resolution of a regular session was adopted before the end of its first year, in the
// main part of the session: 67/199 was, 67/252 was not. Nothing where the table does not say.
[[nodiscard]] std::optional<bool> in_main_part(unsigned session, std::uint32_t number);

}  // namespace lineage
