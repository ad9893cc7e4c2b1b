#include "apps/invocation.h"

#include <algorithm>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "analysis/exporters/text_layout.h"
#include "analysis/suggest.h"
#include "apps/answers/phrases.h"

namespace lineage::cli {
namespace {

tl::unexpected<Failure> unknown_verb(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) {
    names.push_back(verb.name);
  }
  return refuse(kUsage, in_quotes(typed) + " is no verb of lineage" +
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
  if (app.get_option_no_throw("--format") == nullptr) {  // 'fetch' reads formats of texts there
    app.add_option("--format", shared.format, format_help(verb));
  }
  if (verb.needs != Needs::Nothing) {
    app.add_option("--store", shared.store, "the store that answers");
    if (app.get_option_no_throw("EXPR") != nullptr ||
        app.get_option_no_throw("--over") != nullptr) {
      app.add_option("--aliases", shared.aliases,
                     "a file of names for queries, else ./lineage.toml");
    }
  }
  app.set_help_flag("-h,--help", "this help");
  app.get_formatter()->column_width(30);
  app.get_formatter()->label("REQUIRED", "");
  app.get_formatter()->label("TEXT", "");
}

// What CLI11 says of a bad option, with the nearest option of the verb for one that is unknown.
tl::unexpected<Failure> bad_options(const CLI::App& app,
                                    const CLI::ParseError& error,
                                    std::string_view verb) {
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
  return refuse(kUsage,
                message + " ('lineage " + std::string(verb) + " --help' shows its options)");
}

bool has_format(const Verb& verb, const std::string& format) {
  return format.empty() || std::ranges::find(verb.formats, format) != verb.formats.end();
}

bool gives_store(const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [](const std::string& word) {
    return word == "--store" || word.starts_with("--store=");
  });
}

}  // namespace

tl::expected<Invocation, Failure> invocation_of(const std::vector<std::string>& words,
                                                const std::string& store) {
  Invocation invocation;
  invocation.verb = verb_named(words.front());
  if (invocation.verb == nullptr) {
    return unknown_verb(words.front());
  }
  const Verb& verb = *invocation.verb;
  CLI::App app(std::string(verb.summary), "lineage " + std::string(verb.name));
  invocation.run = verb.declare(app);
  declare_shared(app, verb, invocation.shared);
  std::vector<std::string> arguments(words.rbegin(), words.rend() - 1);
  if (!store.empty() && !gives_store(words) && app.get_option_no_throw("--store") != nullptr) {
    arguments.insert(arguments.begin(), {store, "--store"});  // the last two, as they are reversed
  }
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    invocation.help = app.help();
    return invocation;
  } catch (const CLI::ParseError& error) {
    return bad_options(app, error, verb.name);
  }
  if (!has_format(verb, invocation.shared.format)) {
    return refuse(kUsage, "'" + std::string(verb.name) + "' has no format " +
                              in_quotes(invocation.shared.format) + "; it has " +
                              format_help(verb));
  }
  return invocation;
}

}  // namespace lineage::cli
