// The one way in which an operation reports that it could not do its work. Imperfect text is never
// an Error: it becomes a status, a flag or a finding on the record that it concerns.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace lineage {

enum class ErrorCode : std::uint8_t {
  NotFound,     // a file, a work or a store that should be there is not
  Malformed,    // the input is there and cannot be read as what it claims to be
  Ambiguous,    // more than one work answers to the name; the message lists them
  Unsupported,  // a newer version, or a format that the program does not read
  Usage,        // the caller's own words are wrong: an option, a verb, a query
  Io,           // the system refused: permissions, a full disk, a lock
};

// What went wrong, where, and what to do: lower case, no full stop, names in single quotes.
struct Error {
  ErrorCode code = ErrorCode::Malformed;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace lineage
