#include <algorithm>
#include <memory>

#include <CLI/App.hpp>

#include "apps/jobs_option.h"
#include "apps/verbs/agree_answer.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

struct AgreeOptions {
  std::vector<std::string> paths;
  std::size_t jobs = 0;
  AgreeView view;
  bool check = false;
};

Outcome agree(const AgreeOptions& options) {
  const Comparison comparison = comparison_of(options.paths, options.jobs);
  if (comparison.read == 0) {
    return refuse(kBadInput, comparison.warnings.empty() ? "there is no text below these paths"
                                                         : comparison.warnings.front());
  }
  Answer answer = agree_answer(comparison, options.view);
  const bool differ = std::ranges::any_of(
      comparison.works, [&](const ComparedWork& work) { return is_shown(work, options.view); });
  answer.exit = options.check && differ ? kNo : kFine;
  return answer;
}

}  // namespace

Run declare_agree(CLI::App& app) {
  auto options = std::make_shared<AgreeOptions>();
  app.add_option("PATH", options->paths, "texts, or folders with all their files")->required();
  app.add_flag("--relations", options->view.relations, "show the verbs where the relations differ");
  app.add_flag("--dates", options->view.dates, "show the dates that differ");
  app.add_flag("--check", options->check, "exit 1 when anything that is shown differs");
  add_jobs_option(app, options->jobs);
  app.footer(
      "Texts of one work, in any official languages, are found by the symbol that they bear.\n"
      "\n"
      "Examples:\n"
      "  lineage agree texts/en texts/fr texts/zh\n"
      "  lineage agree --relations A-RES-76-19.en.txt A-RES-76-19.fr.txt\n"
      "  lineage agree --check --format json texts > agreement.json");
  return [options](const Context&) { return agree(*options); };
}

}  // namespace lineage::cli
