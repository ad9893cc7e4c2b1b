#include "apps/command_line.h"

#include <memory>
#include <optional>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "apps/answers/phrases.h"
#include "apps/invocation.h"
#include "apps/store_choice.h"
#include "apps/terminal/output.h"
#include "apps/terminal/terminal.h"
#include "apps/verbs/verb.h"

namespace lineage::cli {
namespace {

constexpr std::string_view kShortHelp =
    "lineage: what a United Nations text builds on, with proof\n"
    "\n"
    "  lineage log 78/16            its ancestry as a graph in the terminal\n"
    "  lineage why 78/16 53/70      the sentence that proves a citation\n"
    "  lineage extract FILE...      the citations in your own texts\n"
    "\n"
    "'lineage --help' lists all verbs.\n";

// Messages go to stderr as "lineage: error: ..." without a time, so that they read as sentences and
// compare byte by byte in tests.
void set_up_logging() {
  auto logger = std::make_shared<spdlog::logger>("lineage",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%n: %l: %v");
  logger->set_level(spdlog::level::info);
  // When stderr is full or closed there is nowhere to say so.
  logger->set_error_handler([](const std::string&) {});
  spdlog::set_default_logger(std::move(logger));
}

int complain(int exit, const std::string& message) {
  spdlog::error("{}", message_line(message));
  return exit;
}

int print(std::string_view text) {
  const Result<Written> written = write_stdout(text);
  return written ? kFine : complain(kBadInput, written.error().message);
}

std::string help() {
  std::string text = "usage: lineage VERB [OPTION...] ARGUMENT...\n\nverbs:\n";
  for (const Verb& verb : verbs()) {
    text += "  " + std::string(verb.name) + std::string(10 - verb.name.size(), ' ') +
            std::string(verb.summary) + "\n";
  }
  return text +
         "\n"
         "options:\n"
         "  --help      this list; 'lineage VERB --help' tells of one verb\n"
         "  --version   the version of the program\n"
         "\n"
         "A verb reads --store FILE, else ./lineage.db, else the built-in store.\n"
         "Exit codes: 0 fine, 1 the answer is no, 2 usage, 3 bad input or I/O.\n";
}

// The store that answers; names it when it is not the built-in one.
tl::expected<StoreChoice, Failure> name_store(const SharedOptions& shared) {
  const Result<StoreChoice> choice = choose_store(shared.store);
  if (!choice) {
    return tl::unexpected<Failure>(choice.error());
  }
  if (!choice->built_in) {
    spdlog::info("store: {}", message_line(choice->path.string()));
  }
  return *choice;
}

// Keeps the graph in `kept` and shows it to the verb.
LoadedGraph keep(Result<LineageGraph> graph, std::optional<LineageGraph>& kept) {
  if (!graph) {
    return tl::unexpected<Failure>(graph.error());
  }
  return &kept.emplace(std::move(*graph));
}

int run_verb(const Verb& verb, const Run& run, const SharedOptions& shared) {
  const Terminal terminal = detect_terminal();
  Context context{.graph = nullptr,
                  .format = shared.format,
                  .width = terminal.width,
                  .terminal = terminal.is_terminal,
                  .aliases = shared.aliases};
  std::optional<LineageGraph> graph;
  std::optional<LineageGraph> whole;
  if (verb.needs != Needs::Nothing) {
    const auto choice = name_store(shared);
    if (!choice) {
      return complain(choice.error().exit, choice.error().message);
    }
    const bool outline = verb.needs == Needs::Outline;
    const LoadedGraph loaded =
        keep(outline ? load_outline(choice->path) : load_graph(choice->path), graph);
    if (!loaded) {
      return complain(loaded.error().exit, loaded.error().message);
    }
    context.graph = *loaded;
    context.store = choice->path;
    context.whole = [&whole, path = choice->path] { return keep(load_graph(path), whole); };
  }
  Outcome outcome = run(context);
  if (!outcome) {
    const int exit = complain(outcome.error().exit, outcome.error().message);
    for (const std::string& line : outcome.error().picture) {
      write_stderr(line + "\n");
    }
    return exit;
  }
  return deliver(*outcome, shared.format, terminal);
}

int run_words(const std::vector<std::string>& words) {
  const auto invocation = invocation_of(words);
  if (!invocation) {
    return complain(invocation.error().exit, invocation.error().message);
  }
  return invocation->help.empty() ? run_verb(*invocation->verb, invocation->run, invocation->shared)
                                  : print(invocation->help);
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  set_up_logging();
  if (arguments.empty()) {
    return print(kShortHelp);
  }
  const std::string& first = arguments.front();
  if (first == "--version" || first == "version") {
    return print("lineage " LINEAGE_VERSION "\n");
  }
  if (first == "--help" || first == "-h") {
    return print(help());
  }
  if (first == "help") {
    return arguments.size() == 1 ? print(help()) : run_words({arguments[1], "--help"});
  }
  if (first.starts_with('-')) {
    return complain(kUsage, in_quotes(first) + " stands before the verb; write 'lineage VERB " +
                                "[OPTION...]' ('lineage --help' lists the verbs)");
  }
  return run_words(arguments);
}

}  // namespace lineage::cli
