// Each stage from bytes to citations by itself, on one resolution's worth of text a language.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "ingest/pipeline.h"
#include "ingest/segments/segment.h"
#include "ingest/text/detect_language.h"
#include "ingest/text/normalize.h"
#include "ingest/words/lexer.h"

namespace {

using lineage::Language;
using lineage::ingest::Lexicon;
using lineage::ingest::normalize;

struct Sample {
  Language language;
  std::string_view name;
  std::string_view opening;
  std::string_view cites;  // a preambular paragraph with numbers and a date
  std::string_view plain;  // one without
};

constexpr std::array<Sample, 6> kSamples{{
    {Language::Arabic, "ar", "إن الجمعية العامة،",
     "إذ تشير إلى قراريها 53/70 المؤرخ 4 كانون الأول/ديسمبر 1998 و 54/49 المؤرخ 1 كانون "
     "الأول/ديسمبر 1999،",
     "وإذ تسلم بأن تكنولوجيا المعلومات والاتصالات يمكن أن تستخدم في أغراض لا تتسق مع صون السلام،"},
    {Language::Chinese, "zh", "大会，",
     "回顾其1998年12月4日第53/70号、1999年12月1日第54/49号决议，",
     "认识到信息和通信技术的使用可能不符合维护国际和平与安全的宗旨，"},
    {Language::English, "en", "The General Assembly,",
     "Recalling its resolutions 53/70 of 4 December 1998 and 54/49 of 1 December 1999,",
     "Recognizing that information and communications technologies can be used for purposes that "
     "are inconsistent with the objectives of maintaining peace,"},
    {Language::French, "fr", "L’Assemblée générale,",
     "Rappelant ses résolutions 53/70 du 4 décembre 1998 et 54/49 du 1er décembre 1999,",
     "Consciente que les technologies de l’information peuvent servir à des fins incompatibles "
     "avec le maintien de la paix,"},
    {Language::Russian, "ru", "Генеральная Ассамблея,",
     "ссылаясь на свои резолюции 53/70 от 4 декабря 1998 года и 54/49 от 1 декабря 1999 года,",
     "признавая, что технологии могут использоваться в целях, несовместимых с поддержанием мира,"},
    {Language::Spanish, "es", "La Asamblea General,",
     "Recordando sus resoluciones 53/70, de 4 de diciembre de 1998, y 54/49, de 1 de diciembre de "
     "1999,",
     "Reconociendo que las tecnologías pueden utilizarse con fines incompatibles con el "
     "mantenimiento de la paz,"},
}};

// Thirty paragraphs, one in three with citations, as resolutions have them.
std::string text_of(const Sample& sample) {
  std::string text(sample.opening);
  for (int i = 0; i < 30; ++i) {
    text.append("\n\n").append(i % 3 == 0 ? sample.cites : sample.plain);
  }
  return text;
}

void finish(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void normalize_text(benchmark::State& state, const Sample& sample) {
  const std::string text = text_of(sample);
  for (auto _ : state) {
    benchmark::DoNotOptimize(normalize(text));
  }
  finish(state, text.size());
}

void detect(benchmark::State& state, const Sample& sample) {
  const auto text = normalize(text_of(sample));
  for (auto _ : state) {
    benchmark::DoNotOptimize(lineage::ingest::detect_language(text->lower));
  }
  finish(state, text->text.size());
}

void segment_text(benchmark::State& state, const Sample& sample) {
  const auto text = normalize(text_of(sample));
  for (auto _ : state) {
    benchmark::DoNotOptimize(lineage::ingest::segment("x.txt", *text));
  }
  finish(state, text->text.size());
}

void lex_text(benchmark::State& state, const Sample& sample) {
  const auto text = normalize(text_of(sample));
  const lineage::ingest::LexerInput input(text->text, text->lower);
  std::vector<lineage::ingest::Token> tokens;
  for (auto _ : state) {
    lex(input, Lexicon::of(sample.language), tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  finish(state, text->text.size());
}

void extract(benchmark::State& state, const Sample& sample) {
  const std::string text = text_of(sample);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        lineage::ingest::extract_text("x.txt", text, lineage::ingest::Clauses::Leave));
  }
  finish(state, text.size());
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  using Bench = void (*)(benchmark::State&, const Sample&);
  struct Row {
    std::string_view name;
    Bench run;
  };
  constexpr std::array<Row, 5> kRows{{{"normalize", normalize_text},
                                      {"detect_language", detect},
                                      {"segment", segment_text},
                                      {"lex", lex_text},
                                      {"extract", extract}}};
  for (const Row& row : kRows) {
    for (const Sample& sample : kSamples) {
      const std::string name = std::string(row.name) + "/" + std::string(sample.name);
      benchmark::RegisterBenchmark(
          name.c_str(), [run = row.run, &sample](benchmark::State& state) { run(state, sample); });
    }
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
