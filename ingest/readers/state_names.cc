#include "ingest/readers/state_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "ingest/text/normalize.h"

namespace lineage::ingest {
namespace {

struct Row {
  std::string_view iso;
  std::string_view name;
};

// English names, short and formal, and those that older records use.
constexpr std::array<Row, 233> kStates{{
    {"AFG", "Afghanistan"},
    {"ALB", "Albania"},
    {"DZA", "Algeria"},
    {"AND", "Andorra"},
    {"AGO", "Angola"},
    {"ATG", "Antigua and Barbuda"},
    {"ARG", "Argentina"},
    {"ARM", "Armenia"},
    {"AUS", "Australia"},
    {"AUT", "Austria"},
    {"AZE", "Azerbaijan"},
    {"BHS", "Bahamas"},
    {"BHS", "Bahamas (The)"},
    {"BHS", "The Bahamas"},
    {"BHR", "Bahrain"},
    {"BGD", "Bangladesh"},
    {"BRB", "Barbados"},
    {"BLR", "Belarus"},
    {"BLR", "Byelorussian SSR"},
    {"BLR", "Byelorussian Soviet Socialist Republic"},
    {"BEL", "Belgium"},
    {"BLZ", "Belize"},
    {"BEN", "Benin"},
    {"BEN", "Dahomey"},
    {"BTN", "Bhutan"},
    {"BOL", "Bolivia (Plurinational State of)"},
    {"BOL", "Bolivia"},
    {"BIH", "Bosnia and Herzegovina"},
    {"BWA", "Botswana"},
    {"BRA", "Brazil"},
    {"BRN", "Brunei Darussalam"},
    {"BGR", "Bulgaria"},
    {"BFA", "Burkina Faso"},
    {"BFA", "Upper Volta"},
    {"BDI", "Burundi"},
    {"CPV", "Cabo Verde"},
    {"CPV", "Cape Verde"},
    {"KHM", "Cambodia"},
    {"KHM", "Kampuchea"},
    {"KHM", "Democratic Kampuchea"},
    {"CMR", "Cameroon"},
    {"CAN", "Canada"},
    {"CAF", "Central African Republic"},
    {"TCD", "Chad"},
    {"CHL", "Chile"},
    {"CHN", "China"},
    {"COL", "Colombia"},
    {"COM", "Comoros"},
    {"COG", "Congo"},
    {"CRI", "Costa Rica"},
    {"CIV", "Côte d'Ivoire"},
    {"CIV", "Ivory Coast"},
    {"HRV", "Croatia"},
    {"CUB", "Cuba"},
    {"CYP", "Cyprus"},
    {"CZE", "Czechia"},
    {"CZE", "Czech Republic"},
    {"PRK", "Democratic People's Republic of Korea"},
    {"COD", "Democratic Republic of the Congo"},
    {"COD", "Zaire"},
    {"DNK", "Denmark"},
    {"DJI", "Djibouti"},
    {"DMA", "Dominica"},
    {"DOM", "Dominican Republic"},
    {"ECU", "Ecuador"},
    {"EGY", "Egypt"},
    {"SLV", "El Salvador"},
    {"GNQ", "Equatorial Guinea"},
    {"ERI", "Eritrea"},
    {"EST", "Estonia"},
    {"SWZ", "Eswatini"},
    {"SWZ", "Swaziland"},
    {"ETH", "Ethiopia"},
    {"FJI", "Fiji"},
    {"FIN", "Finland"},
    {"FRA", "France"},
    {"GAB", "Gabon"},
    {"GMB", "Gambia"},
    {"GMB", "Gambia (Republic of The)"},
    {"GMB", "Gambia (The)"},
    {"GEO", "Georgia"},
    {"DEU", "Germany"},
    {"GHA", "Ghana"},
    {"GRC", "Greece"},
    {"GRD", "Grenada"},
    {"GTM", "Guatemala"},
    {"GIN", "Guinea"},
    {"GNB", "Guinea-Bissau"},
    {"GUY", "Guyana"},
    {"HTI", "Haiti"},
    {"HND", "Honduras"},
    {"HUN", "Hungary"},
    {"ISL", "Iceland"},
    {"IND", "India"},
    {"IDN", "Indonesia"},
    {"IRN", "Iran (Islamic Republic of)"},
    {"IRN", "Iran"},
    {"IRQ", "Iraq"},
    {"IRL", "Ireland"},
    {"ISR", "Israel"},
    {"ITA", "Italy"},
    {"JAM", "Jamaica"},
    {"JPN", "Japan"},
    {"JOR", "Jordan"},
    {"KAZ", "Kazakhstan"},
    {"KEN", "Kenya"},
    {"KIR", "Kiribati"},
    {"KWT", "Kuwait"},
    {"KGZ", "Kyrgyzstan"},
    {"LAO", "Lao People's Democratic Republic"},
    {"LAO", "Laos"},
    {"LVA", "Latvia"},
    {"LBN", "Lebanon"},
    {"LSO", "Lesotho"},
    {"LBR", "Liberia"},
    {"LBY", "Libya"},
    {"LBY", "Libyan Arab Jamahiriya"},
    {"LIE", "Liechtenstein"},
    {"LTU", "Lithuania"},
    {"LUX", "Luxembourg"},
    {"MDG", "Madagascar"},
    {"MWI", "Malawi"},
    {"MYS", "Malaysia"},
    {"MDV", "Maldives"},
    {"MLI", "Mali"},
    {"MLT", "Malta"},
    {"MHL", "Marshall Islands"},
    {"MRT", "Mauritania"},
    {"MUS", "Mauritius"},
    {"MEX", "Mexico"},
    {"FSM", "Micronesia (Federated States of)"},
    {"MCO", "Monaco"},
    {"MNG", "Mongolia"},
    {"MNE", "Montenegro"},
    {"MAR", "Morocco"},
    {"MOZ", "Mozambique"},
    {"MMR", "Myanmar"},
    {"MMR", "Burma"},
    {"NAM", "Namibia"},
    {"NRU", "Nauru"},
    {"NPL", "Nepal"},
    {"NLD", "Netherlands"},
    {"NLD", "Netherlands (Kingdom of the)"},
    {"NLD", "Kingdom of the Netherlands"},
    {"NZL", "New Zealand"},
    {"NIC", "Nicaragua"},
    {"NER", "Niger"},
    {"NGA", "Nigeria"},
    {"MKD", "North Macedonia"},
    {"MKD", "The former Yugoslav Republic of Macedonia"},
    {"NOR", "Norway"},
    {"OMN", "Oman"},
    {"PAK", "Pakistan"},
    {"PLW", "Palau"},
    {"PAN", "Panama"},
    {"PNG", "Papua New Guinea"},
    {"PRY", "Paraguay"},
    {"PER", "Peru"},
    {"PHL", "Philippines"},
    {"POL", "Poland"},
    {"PRT", "Portugal"},
    {"QAT", "Qatar"},
    {"KOR", "Republic of Korea"},
    {"MDA", "Republic of Moldova"},
    {"MDA", "Moldova"},
    {"ROU", "Romania"},
    {"RUS", "Russian Federation"},
    {"RUS", "Union of Soviet Socialist Republics"},
    {"RUS", "USSR"},
    {"RWA", "Rwanda"},
    {"KNA", "Saint Kitts and Nevis"},
    {"LCA", "Saint Lucia"},
    {"VCT", "Saint Vincent and the Grenadines"},
    {"WSM", "Samoa"},
    {"SMR", "San Marino"},
    {"STP", "Sao Tome and Principe"},
    {"SAU", "Saudi Arabia"},
    {"SEN", "Senegal"},
    {"SRB", "Serbia"},
    {"SYC", "Seychelles"},
    {"SLE", "Sierra Leone"},
    {"SGP", "Singapore"},
    {"SVK", "Slovakia"},
    {"SVN", "Slovenia"},
    {"SLB", "Solomon Islands"},
    {"SOM", "Somalia"},
    {"ZAF", "South Africa"},
    {"SSD", "South Sudan"},
    {"ESP", "Spain"},
    {"LKA", "Sri Lanka"},
    {"PSE", "State of Palestine"},
    {"PSE", "Palestine"},
    {"SDN", "Sudan"},
    {"SUR", "Suriname"},
    {"SWE", "Sweden"},
    {"CHE", "Switzerland"},
    {"SYR", "Syrian Arab Republic"},
    {"SYR", "Syria"},
    {"TJK", "Tajikistan"},
    {"THA", "Thailand"},
    {"TLS", "Timor-Leste"},
    {"TGO", "Togo"},
    {"TON", "Tonga"},
    {"TTO", "Trinidad and Tobago"},
    {"TUN", "Tunisia"},
    {"TUR", "Türkiye"},
    {"TUR", "Turkey"},
    {"TUR", "Turkiye"},
    {"TKM", "Turkmenistan"},
    {"TUV", "Tuvalu"},
    {"UGA", "Uganda"},
    {"UKR", "Ukraine"},
    {"UKR", "Ukrainian SSR"},
    {"UKR", "Ukrainian Soviet Socialist Republic"},
    {"ARE", "United Arab Emirates"},
    {"GBR", "United Kingdom"},
    {"GBR", "United Kingdom of Great Britain and Northern Ireland"},
    {"TZA", "United Republic of Tanzania"},
    {"TZA", "Tanzania"},
    {"USA", "United States"},
    {"USA", "United States of America"},
    {"URY", "Uruguay"},
    {"UZB", "Uzbekistan"},
    {"VUT", "Vanuatu"},
    {"VAT", "Holy See"},
    {"VEN", "Venezuela (Bolivarian Republic of)"},
    {"VEN", "Venezuela"},
    {"VEN", "Bolivarian Republic of Venezuela"},
    {"BOL", "Plurinational State of Bolivia"},
    {"VNM", "Viet Nam"},
    {"YEM", "Yemen"},
    {"ZMB", "Zambia"},
    {"ZWE", "Zimbabwe"},
}};

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n.;");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t\r\n.;") - begin + 1);
}

// Letters alone, folded: "Côte d’Ivoire" and "COTE D'IVOIRE" are the same.
std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : fold_phrase(name)) {
    if (c >= 'a' && c <= 'z') {
      key.push_back(c);
    }
  }
  return key;
}

const std::unordered_map<std::string, std::string_view>& codes() {
  static const auto kCodes = [] {
    std::unordered_map<std::string, std::string_view> map;
    for (const Row& row : kStates) {
      map.emplace(key_of(row.name), row.iso);
    }
    return map;
  }();
  return kCodes;
}

// The name stays as printed; "the Congo" and "Cuba (on behalf of the Group of 77)" are known by
// what is left without these words.
State state_named(std::string_view name) {
  const std::string_view words = trimmed(name);
  std::string_view iso = iso_code_of(words);
  if (iso.empty()) {
    std::string_view bare =
        words.substr(0, std::min(words.find(" (on behalf of"), words.find(" (ON BEHALF OF")));
    if (bare.starts_with("the ") || bare.starts_with("THE ")) {
      bare.remove_prefix(4);
    }
    iso = iso_code_of(bare);
  }
  return {std::string(words), std::string(iso)};
}

// The last piece of a list may be two names: "Bosnia and Herzegovina and Chile".
bool split_last(std::string_view piece, std::vector<State>& states) {
  constexpr std::size_t kLongest = 200;  // two formal names
  if (piece.size() > kLongest) {
    return false;
  }
  for (std::size_t at = piece.find(" and "); at != std::string_view::npos;
       at = piece.find(" and ", at + 1)) {
    const State left = state_named(piece.substr(0, at));
    const State right = state_named(piece.substr(at + 5));
    if (!left.iso.empty() && !right.iso.empty()) {
      states.push_back(left);
      states.push_back(right);
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view iso_code_of(std::string_view name) {
  const auto found = codes().find(key_of(name));
  return found == codes().end() ? std::string_view{} : found->second;
}

std::vector<State> states_of(std::span<const std::string> names) {
  std::vector<State> states;
  for (std::size_t i = 0; i < names.size(); ++i) {
    State state = state_named(names[i]);
    if (state.name.empty()) {
      continue;
    }
    if (state.iso.empty() && i + 1 < names.size()) {
      if (State joined = state_named(names[i] + " " + names[i + 1]); !joined.iso.empty()) {
        state = std::move(joined);
        ++i;
      }
    }
    states.push_back(std::move(state));
  }
  return states;
}

std::vector<State> states_of(std::string_view printed) {
  if (const auto remark = printed.find(" ["); remark != std::string_view::npos) {
    printed = printed.substr(0, remark);
  }
  // A comma within parentheses belongs to a remark.
  std::vector<std::string> pieces(1);
  int depth = 0;
  for (const char c : printed) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ',' && depth <= 0) {
      pieces.emplace_back();
    } else {
      pieces.back().push_back(c);
    }
  }
  std::vector<State> states;
  for (const State& state : states_of(std::span(pieces))) {
    if (!state.iso.empty() || !split_last(state.name, states)) {
      states.push_back(state);
    }
  }
  // A sentence with a comma in it is no list of States.
  const auto known = std::count_if(states.begin(), states.end(),
                                   [](const State& state) { return !state.iso.empty(); });
  return known * 2 > static_cast<std::ptrdiff_t>(states.size()) ? states : std::vector<State>{};
}

}  // namespace lineage::ingest
