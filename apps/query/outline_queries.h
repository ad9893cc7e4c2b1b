// Which queries the outline of a graph answers: who cites whom, dates, titles and how much is
// known, without facts and without proofs.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "apps/verbs/verb.h"

namespace lineage::cli {

// Whether the texts that `query` selects, and what its own "=> format" shows of them, are found in
// the outline, whatever the aliases in it stand for. True for text that is no query and for aliases
// that cannot be read, whose error needs no graph. Cost: one parse.
[[nodiscard]] bool outline_answers(const Context& context, const std::string& query);

// Whether `format` shows texts by no more than that; of "" too.
[[nodiscard]] bool outline_shows(std::string_view format);

// Whether the score, of those that texts are ranked by, follows from that.
[[nodiscard]] bool outline_scores(std::string_view score);

// `context` itself where the outline will do or where it has the whole graph; else with the whole
// graph. Failures: those of loading it.
[[nodiscard]] tl::expected<Context, Failure> with_whole_unless(bool outline_will_do,
                                                               const Context& context);

}  // namespace lineage::cli
