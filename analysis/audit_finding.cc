#include "analysis/audit_finding.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace lineage::analysis {
namespace {

struct CodeRow {
  std::string_view name;
  std::string_view meaning;
};
constexpr std::array<CodeRow, 10> kCodes{{
    {"session", "a date on which no text of that session can have been adopted"},
    {"date", "another date than the one that is known of the cited text"},
    {"swapped", "session and number stand the wrong way round"},
    {"letter", "the letter of a part is missing"},
    {"later", "the cited text is later than the citing one"},
    {"languages", "some languages of a text cite the work and others do not"},
    {"catalogue", "a text and the catalogue's list of it differ"},
    {"catalogue-date", "a text, or another catalogue, gives the work another date"},
    {"link", "the words and a link that editors set differ"},
    {"body", "words that look like the name of a body, and no body has it"},
}};

}  // namespace

std::string_view name_of(AuditCode code) { return kCodes[static_cast<std::size_t>(code)].name; }
std::string_view meaning_of(AuditCode code) {
  return kCodes[static_cast<std::size_t>(code)].meaning;
}

void share_and_sort(std::vector<AuditFinding>& findings) {
  const auto key = [](const AuditFinding& f) {
    return std::tie(f.code, f.text, f.about, f.place, f.said, f.expected, f.language, f.evidence);
  };
  std::ranges::sort(findings,
                    [&](const AuditFinding& a, const AuditFinding& b) { return key(a) < key(b); });
  // The same at one place in several languages is one finding with the first as its evidence.
  const auto same = [](const AuditFinding& a, const AuditFinding& b) {
    return std::tie(a.code, a.text, a.about, a.place, a.said) ==
           std::tie(b.code, b.text, b.about, b.place, b.said);
  };
  std::vector<AuditFinding> kept;
  for (AuditFinding& finding : findings) {
    if (!kept.empty() && same(kept.back(), finding)) {
      if (!finding.language.empty() &&
          (", " + kept.back().language + ",").find(" " + finding.language + ",") ==
              std::string::npos) {
        kept.back().language += ", " + finding.language;
      }
    } else {
      kept.push_back(std::move(finding));
    }
  }
  findings = std::move(kept);
  using Mistake = std::tuple<AuditCode, std::optional<Symbol>, std::string>;
  std::map<Mistake, std::set<Symbol>> texts;
  const auto shares = [](const AuditFinding& f) {
    return f.about && f.code != AuditCode::Languages && f.code != AuditCode::Catalogue;
  };
  for (const AuditFinding& f : findings) {
    if (shares(f)) {
      texts[{f.code, f.about, f.said}].insert(f.text);
    }
  }
  for (AuditFinding& f : findings) {
    f.shared_with.clear();
    if (shares(f)) {
      for (const Symbol& other : texts.at({f.code, f.about, f.said})) {
        if (other != f.text) {
          f.shared_with.push_back(other);
        }
      }
    }
  }
}

}  // namespace lineage::analysis
