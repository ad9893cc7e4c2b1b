#include "apps/command_line.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "analysis/exporters/text_layout.h"
#include "analysis/suggest.h"
#include "apps/output.h"
#include "apps/phrases.h"
#include "apps/store_choice.h"
#include "apps/terminal.h"
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

// What the program knows how to do with its output, whichever verb runs.
struct SharedOptions {
  std::string format;
  std::string store;
  std::string aliases;
};

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

int unknown_verb(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) {
    names.push_back(verb.name);
  }
  return complain(kUsage, in_quotes(typed) + " is no verb of lineage" +
                              analysis::did_you_mean(analysis::nearest(typed, names)) +
                              " ('lineage --help' lists all)");
}

std::string format_help(const Verb& verb) {
  std::string text;
  for (const std::string_view format : verb.formats) {
    text += (text.empty() ? "" : ", ") + std::string(format);
  }
  return text;
}

void declare_shared(CLI::App& app, const Verb& verb, SharedOptions& shared) {
  app.add_option("--format", shared.format, format_help(verb));
  if (verb.needs == Needs::Graph) {
    app.add_option("--store", shared.store, "the store that answers");
    app.add_option("--aliases", shared.aliases, "a file of names for queries, else ./lineage.toml");
  }
  app.set_help_flag("-h,--help", "this help");
  app.get_formatter()->column_width(30);
  app.get_formatter()->label("REQUIRED", "");
  app.get_formatter()->label("TEXT", "");
}

// What CLI11 says of a bad option, with the nearest option of the verb for one that is unknown.
int bad_options(const CLI::App& app, const CLI::ParseError& error, std::string_view verb) {
  std::string message = analysis::shortened(std::string_view(error.what()).substr(0, 2000), 300);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::vector<std::string> extras = app.remaining();
    const std::string first = extras.empty() ? "" : extras.front();
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
    const std::vector<std::string_view> views(names.begin(), names.end());
    message = first.starts_with('-')
                  ? in_quotes(first) + " is no option of '" + std::string(verb) + "'" +
                        analysis::did_you_mean(analysis::nearest(first, views))
                  : in_quotes(first) + " is one argument too many for '" + std::string(verb) + "'";
  }
  return complain(kUsage,
                  message + " ('lineage " + std::string(verb) + " --help' shows its options)");
}

std::optional<int> check_format(const Verb& verb, const SharedOptions& shared) {
  if (shared.format.empty() ||
      std::ranges::find(verb.formats, shared.format) != verb.formats.end()) {
    return std::nullopt;
  }
  return complain(kUsage, "'" + std::string(verb.name) + "' has no format " +
                              in_quotes(shared.format) + "; it has " + format_help(verb));
}

// Loads the graph of the store that answers, and names the store when it is not the built-in one.
tl::expected<LineageGraph, Failure> open_graph(const SharedOptions& shared,
                                               std::filesystem::path& store) {
  const Result<StoreChoice> choice = choose_store(shared.store);
  if (!choice) {
    return tl::unexpected<Failure>(choice.error());
  }
  if (!choice->built_in) {
    spdlog::info("store: {}", message_line(choice->path.string()));
  }
  store = choice->path;
  Result<LineageGraph> graph = load_graph(choice->path);
  if (!graph) {
    return tl::unexpected<Failure>(graph.error());
  }
  return std::move(*graph);
}

int run_verb(const Verb& verb, const Run& run, const SharedOptions& shared) {
  const Terminal terminal = detect_terminal();
  Context context{nullptr, shared.format, terminal.width, terminal.is_terminal, {}, shared.aliases};
  std::optional<LineageGraph> graph;
  if (verb.needs == Needs::Graph) {
    auto opened = open_graph(shared, context.store);
    if (!opened) {
      return complain(opened.error().exit, opened.error().message);
    }
    graph.emplace(std::move(*opened));
    context.graph = &*graph;
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

int parse_and_run(const Verb& verb, const std::vector<std::string>& arguments) {
  CLI::App app(std::string(verb.summary), "lineage " + std::string(verb.name));
  SharedOptions shared;
  const Run run = verb.declare(app);
  declare_shared(app, verb, shared);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend() - 1));
  } catch (const CLI::CallForHelp&) {
    return print(app.help());
  } catch (const CLI::ParseError& error) {
    return bad_options(app, error, verb.name);
  }
  if (const std::optional<int> refused = check_format(verb, shared)) {
    return *refused;
  }
  return run_verb(verb, run, shared);
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
    const Verb* asked = arguments.size() > 1 ? verb_named(arguments[1]) : nullptr;
    if (arguments.size() == 1) {
      return print(help());
    }
    return asked == nullptr ? unknown_verb(arguments[1])
                            : parse_and_run(*asked, {arguments[1], "--help"});
  }
  if (first.starts_with('-')) {
    return complain(kUsage, in_quotes(first) + " stands before the verb; write 'lineage VERB " +
                                "[OPTION...]' ('lineage --help' lists the verbs)");
  }
  const Verb* verb = verb_named(first);
  return verb == nullptr ? unknown_verb(first) : parse_and_run(*verb, arguments);
}

}  // namespace lineage::cli
