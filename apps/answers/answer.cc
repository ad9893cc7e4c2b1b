#include "apps/answers/answer.h"

namespace lineage::cli {
namespace {

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Ambiguous:
      return kUsage;
    case ErrorCode::NotFound:
    case ErrorCode::Malformed:
    case ErrorCode::Unsupported:
    case ErrorCode::Io:
      return kBadInput;
  }
  return kBadInput;
}

}  // namespace

Failure::Failure(const Error& error) : exit(exit_code(error.code)), message(error.message) {}

}  // namespace lineage::cli
