#include "ingest/languages/language_table.h"

namespace lineage::ingest {

const LanguageTable& language_table(Language language) {
  switch (language) {
    case Language::Arabic:
      return arabic();
    case Language::Chinese:
      return chinese();
    case Language::English:
      return english();
    case Language::French:
      return french();
    case Language::Russian:
      return russian();
    case Language::Spanish:
      return spanish();
  }
  return english();
}

}  // namespace lineage::ingest
