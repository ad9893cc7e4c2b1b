#include "graph/relation.h"

#include <array>
#include <cstddef>

namespace lineage {
namespace {

constexpr auto kCitation = EdgeClass::Citation;
constexpr auto kInstitutional = EdgeClass::Institutional;

constexpr std::array<RelationRow, 50> kRelations{{
    {Relation::Recalls, "recalls", kCitation, "calls an earlier text to mind"},
    {Relation::Reaffirms, "reaffirms", kCitation, "states again that the text holds"},
    {Relation::Reiterates, "reiterates", kCitation, "says again what the text said"},
    {Relation::Recognizes, "recognizes", kCitation, "accepts a fact that the text states"},
    {Relation::Confirms, "confirms", kCitation, "declares the text or its finding valid"},
    {Relation::Considers, "considers", kCitation, "having considered or examined the text"},
    {Relation::GuidedBy, "guided_by", kCitation, "takes the text as its guide"},
    {Relation::BearingInMind, "bearing_in_mind", kCitation, "keeps the text in view"},
    {Relation::TakesNote, "takes_note", kCitation, "takes note, without a judgement"},
    {Relation::Notes, "notes", kCitation, "notes or observes what the text says"},
    {Relation::Welcomes, "welcomes", kCitation, "receives the text with approval"},
    {Relation::Supports, "supports", kCitation, "gives the text its support"},
    {Relation::Endorses, "endorses", kCitation, "makes the text's content its own"},
    {Relation::Approves, "approves", kCitation, "approves the text"},
    {Relation::Adopts, "adopts", kCitation, "adopts the text"},
    {Relation::Affirms, "affirms", kCitation, "affirms what the text holds"},
    {Relation::Acknowledges, "acknowledges", kCitation, "acknowledges the text"},
    {Relation::Commends, "commends", kCitation, "praises the text or its authors"},
    {Relation::Expresses, "expresses", kCitation, "expresses concern, gratitude or another stance"},
    {Relation::Stresses, "stresses", kCitation, "stresses, emphasizes or underlines"},
    {Relation::PursuantTo, "pursuant_to", kCitation,
     "acts under, as requested or set out in the text"},
    {Relation::Implements, "implements", kCitation, "carries the text out or follows it up"},
    {Relation::Extends, "extends", kCitation, "prolongs what the text set up"},
    {Relation::Amends, "amends", kCitation, "changes the text"},
    {Relation::Supersedes, "supersedes", kCitation, "replaces the text"},
    {Relation::Terminates, "terminates", kCitation, "ends what the text set up"},
    {Relation::Requests, "requests", kCitation, "requests something with reference to the text"},
    {Relation::CallsUpon, "calls_upon", kCitation, "calls upon someone with reference to the text"},
    {Relation::Encourages, "encourages", kCitation, "encourages with reference to the text"},
    {Relation::Invites, "invites", kCitation, "invites with reference to the text"},
    {Relation::Urges, "urges", kCitation, "urges with reference to the text"},
    {Relation::Decides, "decides", kCitation, "decides with reference to the text"},
    {Relation::Condemns, "condemns", kCitation, "condemns with reference to the text"},
    {Relation::Regrets, "regrets", kCitation, "regrets or deplores with reference to the text"},
    {Relation::Establishes, "establishes", kInstitutional, "sets up a body or a mandate"},
    {Relation::RequestsReport, "requests_report", kInstitutional, "asks for the report"},
    {Relation::Transmits, "transmits", kInstitutional, "carries the text on to another body"},
    {Relation::ReportsTo, "reports_to", kInstitutional, "delivers what the mandate asked for"},
    {Relation::FedInto, "fed_into", kInstitutional, "its outcome went into the other"},
    {Relation::Succeeds, "succeeds", kInstitutional, "takes the place of the body or mandate"},
    {Relation::Renews, "renews", kInstitutional, "prolongs or confirms the body's mandate"},
    {Relation::Reports, "reports", kInstitutional, "the body delivers the report"},
    {Relation::AbsorbedInto, "absorbed_into", kInstitutional, "what it did goes on in the other"},
    {Relation::Serves, "serves", kInstitutional, "is the secretariat or manager of the body"},
    {Relation::BelongsTo, "belongs_to", kInstitutional, "is of the track"},
    {Relation::Names, "names", kInstitutional, "the text names the body"},
    {Relation::StatesCostOf, "states_cost_of", kInstitutional,
     "gives the programme budget implications"},
    {Relation::AdoptedOnReport, "adopted_on_report", kCitation,
     "the committee report in the header"},
    {Relation::AdoptedFromDraft, "adopted_from_draft", kCitation, "the draft that was adopted"},
    {Relation::Cites, "cites", kCitation, "mentioned, and no verb governs the mention"},
}};

constexpr bool in_enumeration_order() {
  for (std::size_t i = 0; i < kRelations.size(); ++i) {
    if (static_cast<std::size_t>(kRelations[i].relation) != i) {
      return false;
    }
  }
  return kRelations.size() == static_cast<std::size_t>(Relation::Cites) + 1;
}
static_assert(in_enumeration_order());

}  // namespace

std::span<const RelationRow> relation_table() { return kRelations; }

const RelationRow& row(Relation relation) { return kRelations[static_cast<std::size_t>(relation)]; }

std::optional<Relation> relation_named(std::string_view name) {
  for (const RelationRow& candidate : kRelations) {
    if (candidate.name == name) {
      return candidate.relation;
    }
  }
  return std::nullopt;
}

}  // namespace lineage
