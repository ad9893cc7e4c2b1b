// Spellings of symbols that people, shells, file names and addresses use, with what they mean.
#pragma once

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/symbol.h"

namespace lineage::test {

struct Spelling {
  std::string_view written;
  std::string_view canonical;
};

inline constexpr Spelling kSpellings[] = {
    {"78/16", "A/RES/78/16"},
    {" 78/16\n", "A/RES/78/16"},
    {"78 / 16", "A/RES/78/16"},
    {"078/016", "A/RES/78/16"},
    {"resolution 78/16", "A/RES/78/16"},
    {"res. 78/16", "A/RES/78/16"},
    {"A/RES/78/16", "A/RES/78/16"},
    {"A-RES-78-16", "A/RES/78/16"},
    {"A-RES-S-10-2", "A/RES/S-10/2"},
    {"https://docs.un.org/en/A/RES/78/16", "A/RES/78/16"},
    {"http://www.undocs.org/A/RES/78/16", "A/RES/78/16"},
    {"undocs.org/en/A/RES/78/16?a=b#c", "A/RES/78/16"},
    {"https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F78%2F16&Language=E", "A/RES/78/16"},
    {"43/78H", "A/RES/43/78[H]"},
    {"43/78[H]", "A/RES/43/78[H]"},
    {"43/78 H", "A/RES/43/78[H]"},
    {"43/78\u00A0H", "A/RES/43/78[H]"},
    {"A/RES/43/78 H", "A/RES/43/78[H]"},
    {"a/res/43/78h", "A/RES/43/78[H]"},
    {"A_RES_43_78_H", "A/RES/43/78[H]"},
    {"53/77 AA", "A/RES/53/77[AA]"},
    {"A/RES/48/141[A-B]", "A/RES/48/141[A-B]"},
    {"A/RES/78/80A-B", "A/RES/78/80[A-B]"},
    {"217 A (III)", "A/RES/217(III)[A]"},
    {"217(III)A", "A/RES/217(III)[A]"},
    {"217 (iii) a", "A/RES/217(III)[A]"},
    {"A/RES/217(III)[A]", "A/RES/217(III)[A]"},
    {"A/RES/217 A (III)", "A/RES/217(III)[A]"},
    {"A_RES_217_III_A", "A/RES/217(III)[A]"},
    {"A_RES_75_240-EN", "A/RES/75/240"},
    {"a_res_75_240-zh", "A/RES/75/240"},
    {"A_RES_863(IX)-EN", "A/RES/863(IX)"},
    {"A_RES_863%28IX%29-RU", "A/RES/863(IX)"},
    {"A_RES_75_240-EN (1)", "A/RES/75/240"},
    {"A_C.1_78_L.60_Rev.1-FR", "A/C.1/78/L.60/Rev.1"},
    {"A_RES_S-10_2-AR", "A/RES/S-10/2"},
    {"A_RES_3367_D_XXX", "A/RES/3367(XXX)[D]"},
    {"A/RES/3331B(XXIX)", "A/RES/3331(XXIX)[B]"},
    {"2625 (XXV)", "A/RES/2625(XXV)"},
    {"3362 (S-VII)", "A/RES/3362(S-VII)"},
    {"2252 (ES-V)", "A/RES/2252(ES-V)"},
    {"997 (ES-I)", "A/RES/997(ES-I)"},
    {"S-10/2", "A/RES/S-10/2"},
    {"s-10/2", "A/RES/S-10/2"},
    {"A/RES/S-10/2", "A/RES/S-10/2"},
    {"ES-11/1", "A/RES/ES-11/1"},
    {"ES\u201111/1", "A/RES/ES-11/1"},
    {"decision 77/512", "A/DEC/77/512"},
    {"Decision 77/512 B", "A/DEC/77/512[B]"},
    {"dec:77/512", "A/DEC/77/512"},
    {"A/DEC/77/512", "A/DEC/77/512"},
    {"1540 (2004)", "S/RES/1540(2004)"},
    {"1540(2004)", "S/RES/1540(2004)"},
    {"S/RES/1540(2004)", "S/RES/1540(2004)"},
    {"S/RES/1540 (2004)", "S/RES/1540(2004)"},
    {"S_RES_1540(2004)", "S/RES/1540(2004)"},
    {"S_RES_1540_2004", "S/RES/1540(2004)"},
    {"https://undocs.org/en/S/RES/1540%20(2004)", "S/RES/1540(2004)"},
    {"decision 12 (2004)", "S/DEC/12(2004)"},
    {"E/RES/1996/31", "E/RES/1996/31"},
    {"E/RES/1235(XLII)", "E/RES/1235(XLII)"},
    {"E/DEC/2006/220", "E/DEC/2006/220"},
    {"A/HRC/RES/20/8", "A/HRC/RES/20/8"},
    {"A/hrc/RES/S-16/1", "A/HRC/RES/S-16/1"},
    {"E/CN.4/RES/1987/60", "E/CN.4/RES/1987/60"},
    {"E/CN.7/RES/52/6", "E/CN.7/RES/52/6"},
    {"E/CN.15/RES/26/2", "E/CN.15/RES/26/2"},
    {"E/CN.6/RES/49/7", "E/CN.6/RES/49/7"},
    {"UNEP/EA.2/RES/24", "UNEP/EA.2/RES/24"},
    {"UNEP/EA.5/Res. 14", "UNEP/EA.5/RES/14"},
    {"T/RES/2183(LIII)", "T/RES/2183(LIII)"},
    {"S/PRST/2010/2", "S/PRST/2010/2"},
    {"A/78/404", "A/78/404"},
    {"a/78/0404", "A/78/404"},
    {"A/68/98*", "A/68/98"},
    {"A/69/488/Add.2", "A/69/488/Add.2"},
    {"A/69/488/ADD.2", "A/69/488/Add.2"},
    {"A/C.1/78/L.60/Rev.1", "A/C.1/78/L.60/Rev.1"},
    {"a/c.1/78/l.60/rev.1", "A/C.1/78/L.60/Rev.1"},
    {"A_C.1_78_L.60_Rev.1", "A/C.1/78/L.60/Rev.1"},
    {"A/74/73-E/2019/14", "A/74/73"},
    {"A/42/227-E/1987/65", "A/42/227"},
    {"A/47/277-S/24111", "A/47/277"},
    {"A/51/889\u2011S/1997/357", "A/51/889"},
    {"NPT/CONF.2000/28(PartsIandII)", "NPT/CONF.2000/28(PartsIandII)"},
    {"NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)"},
    {"NPT_CONF.2000_28_PartsIandII", "NPT/CONF.2000/28(PartsIandII)"},
    {"A/78/6 (sect. 29C)", "A/78/6(Sect.29C)"},
    {"A_81_6__SECT._10_", "A/81/6(Sect.10)"},
    {"ICCD/COP(14)/23/Add.1", "ICCD/COP(14)/23/Add.1"},
    {"ST/SGB/2007/6", "ST/SGB/2007/6"},
    {"UNEP/CBD/BS/COP-MOP/5/17", "UNEP/CBD/BS/COP-MOP/5/17"},
    {"A/67/65/Corr.1-E/2012/48/Corr.1", "A/67/65/Corr.1"},
    {"E/CN.4/2001/2", "E/CN.4/2001/2"},
    {"A/AC.290/2021/CRP.2", "A/AC.290/2021/CRP.2"},
    {"A/75/PV.48", "A/75/PV.48"},
    {"A/C.6/56/SR.11-13", "A/C.6/56/SR.11-13"},
    {"A/520/Rev.17", "A/520/Rev.17"},
    {"A/8965", "A/8965"},
    {"A/CONF.48/14", "A/CONF.48/14"},
    {"A/ES-10/273", "A/ES-10/273"},
    {"resolution A/74/367", "A/74/367"},
    {"treaty:un-charter", "treaty:un-charter"},
    {"external:IMO/A.1002(25)", "external:IMO/A.1002(25)"},
};

inline std::vector<Symbol> all_symbols() {
  std::vector<Symbol> symbols;
  for (const Spelling& spelling : kSpellings) {
    symbols.push_back(*Symbol::parse(spelling.written));
  }
  return symbols;
}

inline void expect_same_parts(const Symbol& a, const Symbol& b) {
  EXPECT_EQ(a, b);
  EXPECT_EQ(a.organ(), b.organ()) << a.canonical();
  EXPECT_EQ(a.kind(), b.kind()) << a.canonical();
  EXPECT_EQ(a.session(), b.session()) << a.canonical();
  EXPECT_EQ(a.number(), b.number()) << a.canonical();
  EXPECT_EQ(a <=> b, std::strong_ordering::equal) << a.canonical();
}

}  // namespace lineage::test
