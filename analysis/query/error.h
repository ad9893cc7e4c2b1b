// What is wrong with a query, and where in its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace lineage::query {

// Bytes of the query's text, the end excluded.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct QueryError {
  ErrorCode code = ErrorCode::Usage;  // NotFound: a symbol that the store does not have
  TextSpan where;
  std::string message;
};

template <typename T>
using Parsed = tl::expected<T, QueryError>;

inline tl::unexpected<QueryError> query_error(TextSpan where,
                                              std::string message,
                                              ErrorCode code = ErrorCode::Usage) {
  return tl::unexpected<QueryError>(QueryError{code, where, std::move(message)});
}

// Two lines for people: the part of the query's text around the place, safe to show and no longer
// than a line, and carets under what is meant.
[[nodiscard]] std::vector<std::string> picture(std::string_view text, TextSpan where);

// The words of a query as a message quotes them: in single quotes, safe to show, bounded.
[[nodiscard]] std::string quoted(std::string_view words);

}  // namespace lineage::query
