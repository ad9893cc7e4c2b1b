// Forms of numbers as scans spoil them. Each is read where the plain form is not, and only where
// session, year or date bear it out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/grammar/form_tokens.h"

namespace lineage::ingest {

// "(XXIIl)", "(XXlV)", "(ХVП)": letters of a numeral that a scan took for others; the number must
// be one of that session.
[[nodiscard]] std::optional<Session> mended_session(const Bracket& bracket, std::uint32_t number);

// "(XVID", "(XVIl)": a scan that took the end of a numeral for another letter.
[[nodiscard]] std::optional<Session> misread_session(const Tokens& tokens,
                                                     std::size_t at,
                                                     std::string_view text);

// "41 (1) of 14 December 1946": figures one for the letters of the first three sessions. "Article 2
// (1)" has no date behind it.
[[nodiscard]] std::optional<Session> figure_session(const Bracket& bracket,
                                                    const Tokens& tokens,
                                                    std::uint32_t number,
                                                    std::string_view text);

// "I (1)": a scan took the figure one for the letter, and the letter for the figure.
[[nodiscard]] FormReading exchanged_ones(const Tokens& tokens,
                                         std::size_t at,
                                         std::string_view text);

// "(514 (XV) of 14 December 1960": the bracket was a figure one. It never closes, and the session
// did not give the number without it.
[[nodiscard]] bool lost_thousand(const FormReading& reading, const Tokens& tokens, std::size_t at);

// "18O3 (XVII)": a number with a letter for one of its figures, in front of a bracket. Returns how
// many tokens.
[[nodiscard]] std::size_t misread_number(const Tokens& tokens,
                                         std::size_t at,
                                         std::string_view text,
                                         FormReading& reading);

// "70S (1991)": a scan took the five of the Council's 705 for a letter.
[[nodiscard]] FormReading five_as_letter(const Tokens& tokens,
                                         std::size_t at,
                                         std::string_view text);

// "425 (l978)": letters for figures in the year in which the Council gave that number.
[[nodiscard]] FormReading misread_year(const Tokens& tokens, std::size_t at, std::string_view text);

// "508 eB) of 5 June 1982", "508 (I982)": a scan spoilt the year in the bracket, and the date
// behind it is of the year in which the Council gave that number.
[[nodiscard]] FormReading spoilt_year(const Tokens& tokens, std::size_t at, std::string_view text);

// "8/24600": a scan read the S of the Council's documents as an eight; no session is so long.
// "S /13691": or set it apart.
[[nodiscard]] FormReading misread_document(const Tokens& tokens,
                                           std::size_t at,
                                           std::string_view text);

// "А/6700/Rev.1", "Е/СN.4/1990/2" with Cyrillic capitals.
[[nodiscard]] FormReading lookalike_document(const Tokens& tokens,
                                             std::size_t at,
                                             std::string_view text);

}  // namespace lineage::ingest
