// The ways in which a symbol is written for people, files and the document service.
#include "graph/symbol.h"
#include "graph/symbol/act_prefix.h"

namespace lineage {
namespace {

constexpr auto kResolution = WorkKind::Resolution;
constexpr auto kDecision = WorkKind::Decision;

}  // namespace

std::string Symbol::short_form() const {
  const bool act = kind_ == kResolution || kind_ == kDecision;
  const bool assembly = organ_ == Organ::GeneralAssembly;
  if (!act || !(assembly || organ_ == Organ::SecurityCouncil)) {
    return text_;
  }
  // No Assembly resolution before the thirty-first session has a stroke: "2/24" alone is another
  // body's.
  if (assembly && !roman_ && session_.kind == SessionKind::Regular && session_.number < 31) {
    return text_;
  }
  const std::string letters = this->letters();
  std::string number = text_.substr(prefix_of(organ_, kind_).text.size());
  if (!letters.empty()) {
    number.resize(number.size() - letters.size() - 2);
  }
  const std::string part = letters.empty() ? "" : " " + letters;
  if (const std::size_t bracket = number.find('('); bracket != std::string::npos) {
    number.insert(bracket, part + " ");
  } else {
    number += part;
  }
  return kind_ == kDecision ? "decision " + number : number;
}

std::string Symbol::file_stem() const {
  std::string stem;
  for (const char c : text_) {
    if (c == '/' || c == '[' || c == '(' || c == ':') {
      stem += '_';
    } else if (c != ']' && c != ')') {
      stem += c;
    }
  }
  return stem;
}

std::string Symbol::address() const {
  const std::string symbol = document_symbol();
  return symbol.empty() ? symbol : "https://docs.un.org/en/" + symbol;
}

std::string Symbol::document_symbol() const {
  if (kind_ == WorkKind::Treaty || kind_ == WorkKind::External || !is_text(kind_) ||
      text_.find(':') != std::string::npos) {
    return {};
  }
  if (kind_ != kResolution && kind_ != kDecision) {
    return text_;
  }
  switch (organ_) {
    case Organ::HumanRightsCouncil:
      return text_;
    case Organ::GeneralAssembly:
    case Organ::SecurityCouncil:
    case Organ::EconomicAndSocialCouncil:
    case Organ::TrusteeshipCouncil:
    case Organ::CommissionOnHumanRights:
      break;
    case Organ::EnvironmentAssembly:
      return kind_ == kResolution
                 ? "UNEP/EA." + std::to_string(session_.number) + "/Res." + std::to_string(number_)
                 : std::string{};
    default:
      return {};
  }
  // Decisions are printed in a volume with others, not as documents of their own.
  if (kind_ == kDecision) {
    return {};
  }
  const std::string letters = this->letters();
  if (letters.empty()) {
    return text_;
  }
  // Up to the 1980s one document holds all parts; later each part has its own ("A/RES/57/270B").
  const std::string whole = text_.substr(0, text_.size() - letters.size() - 2);
  constexpr unsigned kFirstSessionWithPartDocuments = 45;
  const bool own_document = !roman_ && session_.number >= kFirstSessionWithPartDocuments;
  return whole + (own_document ? letters : "");
}

}  // namespace lineage
