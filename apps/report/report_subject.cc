#include "apps/report/report_subject.h"

#include <string_view>
#include <utility>
#include <vector>

#include "apps/answers/phrases.h"
#include "apps/query/query_run.h"
#include "apps/report/markdown.h"
#include "apps/store_choice.h"
#include "graph/frozen_graph.h"

namespace lineage::cli {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

}  // namespace

tl::expected<ReportSubject, Failure> ReportSubject::open(const std::string& named) {
  const Result<StoreChoice> choice = choose_store(named);
  if (!choice) {
    return tl::unexpected<Failure>(choice.error());
  }
  Result<LineageGraph> graph = load_graph(choice->path);
  if (!graph) {
    return tl::unexpected<Failure>(graph.error());
  }
  const std::string digest = FrozenGraph::of(*graph).digest();
  const std::string name =
      choice->built_in ? "the built-in store" : choice->path.filename().string();
  return ReportSubject(std::move(*graph), choice->path, name, digest);
}

ReportSubject::ReportSubject(LineageGraph graph,
                             std::filesystem::path path,
                             std::string name,
                             std::string digest)
    : graph_(std::move(graph)),
      path_(std::move(path)),
      name_(std::move(name)),
      digest_(std::move(digest)) {}

std::string ReportSubject::line() const {
  return "Made with lineage " LINEAGE_VERSION " from " + markdown_text(name_) +
         ", whose graph has the digest " + digest_ + ".";
}

tl::expected<std::string, Failure> inline_text(const ReportSubject& subject,
                                               const std::string& expression) {
  const LineageGraph& graph = subject.graph();
  constexpr std::string_view kCount = "count(";
  const bool count = expression.starts_with(kCount) && expression.ends_with(')');
  const std::string query =
      count ? expression.substr(kCount.size(), expression.size() - kCount.size() - 1) : expression;
  Context context;
  context.graph = &graph;
  context.store = subject.path();
  const auto run = run_query(context, query);
  if (!run) {
    return tl::unexpected(run.error());
  }
  if (!run->query.output.empty()) {
    return refuse(kUsage, "an expression within a line has no '=> " + run->query.output + "'");
  }
  if (count) {
    return std::to_string(run->result.works.count());
  }
  std::vector<std::string> names;
  for (const WorkId id : run->result.works.ids()) {
    names.push_back(markdown_text(graph.work(id).symbol().short_form()));
  }
  return names.empty() ? "none" : joined(names);
}

}  // namespace lineage::cli
