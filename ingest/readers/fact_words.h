// How exports of the United Nations write facts, cleaned: what the readers of Akoma Ntoso and of
// metadata share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/symbol.h"

namespace lineage::ingest {

// The words in one line, with one space for white space of any kind.
[[nodiscard]] std::string one_line(std::string_view words);

// "#fifthCommittee" as "Fifth Committee"; "" for a reference that is not known.
[[nodiscard]] std::string_view committee_of(std::string_view reference);

// True for the lists that subject headings are taken from: the names of the Dag Hammarskjöld
// Library and the UNBIS Thesaurus; the others number agenda items.
[[nodiscard]] bool is_subject_list(std::string_view name);

// "72b" and "72b[1]" as "72 (b)", as agendas print it: the number in brackets is the export's own.
[[nodiscard]] std::string agenda_number_of(std::string_view value);
// True where `b` is a sub-item of `a`: "72" and "72 (b)".
[[nodiscard]] bool is_agenda_part(std::string_view a, std::string_view b);

// The record of the meeting: "A/78/PV.42" itself, or of "Adopted without vote, 87th plenary
// meeting" that of the 87th meeting of the session of `adopted`; nothing where it does not say.
[[nodiscard]] std::optional<std::string> meeting_of(std::string_view words, const Symbol& adopted);

// The work that a symbol with a range of letters stands for: A/RES/77/256 for A/RES/77/256[A-B],
// whose parts one document holds. Other symbols stand for themselves.
[[nodiscard]] Symbol described_work(const Symbol& symbol);

}  // namespace lineage::ingest
