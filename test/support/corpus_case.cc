#include "test/support/corpus_case.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>

namespace lineage::test {
namespace {

constexpr std::array<std::string_view, 11> kFields{
    "date", "suggestion", "pin", "flags", "clause", "by", "verb", "quote", "kind", "doc", "lang"};

bool is_rule(std::string_view line, char sign, std::size_t least) {
  return line.size() >= least && line.find_first_not_of(sign) == std::string_view::npos;
}

std::vector<std::string_view> lines_in(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t stop = text.find('\n');
    lines.push_back(text.substr(0, stop));
    text.remove_prefix(stop == std::string_view::npos ? text.size() : stop + 1);
  }
  return lines;
}

std::string without_blank_ends(std::string_view text) {
  while (text.starts_with('\n')) {
    text.remove_prefix(1);
  }
  while (text.ends_with('\n')) {
    text.remove_suffix(1);
  }
  return std::string(text);
}

// Reads one record's line from left to right.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line) {}

  std::optional<ExpectedRecord> read(std::string& broken) {
    ExpectedRecord record;
    record.place = word();
    record.relation = word();
    record.target = word();
    const auto cut_out = quoted();
    if (record.target.empty() || !cut_out) {
      broken = "a record reads: place relation target \"symbol\" field=value";
      return std::nullopt;
    }
    record.symbol = *cut_out;
    for (skip(); at_ < line_.size(); skip()) {
      const std::size_t equals = line_.find('=', at_);
      const std::string field(line_.substr(at_, equals - std::min(at_, equals)));
      if (equals == std::string_view::npos ||
          std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
        broken = "no field is called '" + field + "'";
        return std::nullopt;
      }
      at_ = equals + 1;
      const bool in_quotes = at_ < line_.size() && line_[at_] == '"';
      record.fields[field] = in_quotes ? quoted().value_or("") : word();
    }
    return record;
  }

 private:
  void skip() {
    while (at_ < line_.size() && line_[at_] == ' ') {
      ++at_;
    }
  }

  std::string word() {
    skip();
    const std::size_t begin = at_;
    at_ = std::min(line_.find(' ', at_), line_.size());
    return std::string(line_.substr(begin, at_ - begin));
  }

  // "..." with \n, \" and \\ inside.
  std::optional<std::string> quoted() {
    skip();
    if (at_ >= line_.size() || line_[at_] != '"') {
      return std::nullopt;
    }
    std::string text;
    for (++at_; at_ < line_.size() && line_[at_] != '"'; ++at_) {
      const bool escape = line_[at_] == '\\' && at_ + 1 < line_.size();
      at_ += escape ? 1 : 0;
      text.push_back(escape && line_[at_] == 'n' ? '\n' : line_[at_]);
    }
    if (at_ >= line_.size()) {
      return std::nullopt;
    }
    ++at_;
    return text;
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

// Reads a file of cases line by line.
class FileReader {
 public:
  FileReader(const std::string& name, std::string_view content)
      : name_(name), lines_(lines_in(content)) {}

  std::vector<CorpusCase> run() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      const bool rule = is_rule(lines_[at_], '=', 8);
      if (rule && in_ != In::Head) {
        begin_case();
      } else if (rule) {
        begin_text();
      } else if (!cases_.empty()) {  // remarks may stand above the first case
        take(lines_[at_]);
      }
    }
    return std::move(cases_);
  }

 private:
  enum class In { Head, Text, Records };

  void begin_case() {
    CorpusCase& sample = cases_.emplace_back();
    sample.file = name_;
    sample.line = static_cast<int>(at_) + 2;
    in_ = In::Head;
  }

  // The longest line of hyphens before the next case ends the text.
  void begin_text() {
    in_ = In::Text;
    cases_.back().divider = "---";
    for (std::size_t i = at_ + 1; i < lines_.size() && !is_rule(lines_[i], '=', 8); ++i) {
      if (is_rule(lines_[i], '-', cases_.back().divider.size())) {
        cases_.back().divider = std::string(lines_[i]);
      }
    }
  }

  void take(std::string_view line) {
    CorpusCase& sample = cases_.back();
    if (in_ == In::Head) {
      head(sample, line);
    } else if (in_ == In::Text && line != sample.divider) {
      sample.text.append(line).push_back('\n');
    } else if (in_ == In::Text) {
      sample.text = without_blank_ends(sample.text);
      in_ = In::Records;
    } else if (!line.empty()) {
      record(sample, line);
    }
  }

  static void head(CorpusCase& sample, std::string_view line) {
    if (!line.starts_with(':')) {
      sample.name += (sample.name.empty() ? "" : " ") + std::string(line);
      return;
    }
    const std::size_t space = std::min(line.find(' '), line.size());
    sample.attributes.emplace_back(line.substr(1, space - 1),
                                   line.substr(std::min(space + 1, line.size())));
  }

  void record(CorpusCase& sample, std::string_view line) const {
    std::string broken;
    if (auto found = LineReader(line).read(broken)) {
      found->line = static_cast<int>(at_) + 1;
      found->raw = std::string(line);
      sample.expected.push_back(std::move(*found));
    } else {
      sample.broken = name_ + ":" + std::to_string(at_ + 1) + ": " + broken;
    }
  }

  const std::string& name_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  In in_ = In::Records;
  std::vector<CorpusCase> cases_;
};

std::string in_quotes(std::string_view text) {
  std::string shown = "\"";
  for (const char c : text) {
    if (c == '\n') {
      shown += "\\n";
    } else {
      shown += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
  }
  return shown + "\"";
}

std::string target_of(const Mention& mention) {
  if (mention.target) {
    return mention.target->canonical();
  }
  if (mention.candidates.empty()) {
    return "unresolved";
  }
  std::string all;
  for (const Symbol& candidate : mention.candidates) {
    all += (all.empty() ? "" : ",") + candidate.canonical();
  }
  return "ambiguous[" + all + "]";
}

std::string flags_of(const Mention& mention) {
  std::string all;
  for (const MentionFlag flag : all_mention_flags()) {
    if (mention.flags.has(flag)) {
      all += (all.empty() ? "" : ",") + std::string(name_of(flag));
    }
  }
  return all;
}

std::string cut(const Mention& mention, std::string_view text) {
  const std::size_t end = std::min(mention.end, text.size());
  return std::string(text.substr(std::min(mention.begin, end), end - std::min(mention.begin, end)));
}

std::string value_of(const Mention& mention, std::string_view field) {
  if (field == "date" || field == "suggestion") {
    const auto& date = field == "date" ? mention.date : mention.suggestion;
    return date ? date->iso() : std::string();
  }
  if (field == "pin") {
    return mention.pinpoint;
  }
  if (field == "flags") {
    return flags_of(mention);
  }
  if (field == "clause") {
    return mention.clause;
  }
  if (field == "by") {
    return std::string(name_of(mention.by));
  }
  if (field == "verb") {
    return mention.verb;
  }
  if (field == "quote") {
    return mention.quote;
  }
  if (field == "kind") {
    return std::string(name_of(mention.kind));
  }
  if (field == "doc") {
    return mention.document ? mention.document->canonical() : std::string();
  }
  return std::string(code(mention.language));
}

bool is_printed(const Mention& mention, std::string_view field) {
  if (field == "clause") {
    return mention.clause != mention.place;
  }
  if (field == "by") {
    return mention.by != FoundBy::Symbol;
  }
  const bool seldom = field == "quote" || field == "doc" || field == "lang" || field == "kind";
  return !seldom && !value_of(mention, field).empty();
}

}  // namespace

std::string CorpusCase::attribute(std::string_view key) const {
  for (const auto& [name_of_attribute, value] : attributes) {
    if (name_of_attribute == key) {
      return value;
    }
  }
  return {};
}

std::vector<CorpusCase> read_cases(const std::string& name, std::string_view content) {
  return FileReader(name, content).run();
}

std::vector<CorpusCase> cases_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<CorpusCase> cases;
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    for (CorpusCase& sample :
         read_cases(std::filesystem::relative(path, folder).generic_string(), content.str())) {
      cases.push_back(std::move(sample));
    }
  }
  return cases;
}

std::string print_case(const CorpusCase& sample, const std::vector<std::string>& records) {
  std::ostringstream out;
  out << "================\n" << sample.name << '\n';
  for (const auto& [key, value] : sample.attributes) {
    out << ':' << key << (value.empty() ? "" : " ") << value << '\n';
  }
  out << "================\n\n" << sample.text << "\n\n" << sample.divider << "\n\n";
  for (const std::string& record : records) {
    out << record << '\n';
  }
  return out.str();
}

std::string print_record(const Mention& mention, std::string_view text) {
  std::string line = mention.place + " " + std::string(row(mention.relation).name) + " " +
                     target_of(mention) + " " + in_quotes(cut(mention, text));
  for (const std::string_view field : kFields) {
    if (is_printed(mention, field)) {
      const std::string value = value_of(mention, field);
      const bool plain = field != "verb" && value.find_first_of(" \"\n") == std::string::npos;
      line += " " + std::string(field) + "=" + (plain ? value : in_quotes(value));
    }
  }
  return line;
}

std::string difference(const ExpectedRecord& expected,
                       const Mention& mention,
                       std::string_view text) {
  std::string all;
  const auto compare = [&](std::string_view what, std::string wanted, const std::string& found) {
    wanted = wanted == "none" ? "" : wanted;
    if (wanted != found) {
      all += (all.empty() ? "" : "; ") + std::string(what) + " is " + in_quotes(found) + ", not " +
             in_quotes(wanted);
    }
  };
  compare("place", expected.place, mention.place);
  compare("relation", expected.relation, std::string(row(mention.relation).name));
  compare("target", expected.target, target_of(mention));
  compare("symbol", expected.symbol, cut(mention, text));
  for (const auto& [field, value] : expected.fields) {
    compare(field, value, value_of(mention, field));
  }
  return all;
}

}  // namespace lineage::test
