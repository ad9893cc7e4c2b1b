// The readers: what each takes out of its format, and what it refuses.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

#include <gtest/gtest.h>

#include "ingest/files/child_process.h"
#include "ingest/pipeline.h"
#include "ingest/readers/archive.h"
#include "ingest/readers/charset.h"
#include "ingest/readers/fact_words.h"
#include "ingest/readers/marcxml.h"
#include "ingest/readers/read_source.h"
#include "ingest/readers/reader_table.h"
#include "ingest/readers/state_names.h"
#include "test/support/made_files.h"

namespace lineage::ingest {
namespace {

using test::docx_of;
using test::pdf_of;
using test::tar_xz_of;
using test::zip_of;

constexpr std::string_view kAkn =
    R"(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><meta>
<identification><FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2023-12-04/78-900/"/>
<FRBRdate date="2023-12-04" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<classification source="DHLAUTH"><keyword showAs="DATA PROTECTION" dictionary="UNBIS Thesaurus"/>
<keyword refersTo="agenda" value="94" showAs="Security." dictionary="A/78/251"/>
<keyword refersTo="agenda" value="94a" showAs="Telecommunications." dictionary="A/78/251"/>
<keyword refersTo="agenda" value="95" showAs="Outer space." dictionary="A/78/251"/></classification>
<workflow><step outcome="draftResolution" as="A/C.1/78/L.90" by="Albania, Bosnia and Herzegovina and Chile"/>
<step outcome="draftResolutionAdditionalSponsors" by=""/>
<step outcome="recommendedForAdoption" as="A/78/404" refersTo="14"/><step outcome="adopted" as="A/78/PV.42"/></workflow>
<analysis><parliamentary><voting outcome="adoptedRecordedVote">
<count value="3" refersTo="inFavour"><organization>SOLOMON</organization><organization>ISLANDS</organization>
<organization>TURKIYE</organization><organization>CHILE</organization></count>
<count value="0" refersTo="against"/><count value="0" refersTo="abstaining"/></voting></parliamentary></analysis>
</meta><coverPage><p><docNumber refersTo="#symbol">A/RES/78/900</docNumber></p>
<p><docProponent refersTo="#firstCommittee">[on the report of the First Committee (A/78/404, para. 14)]</docProponent></p></coverPage>
<preface><p><docNumber>78/900.</docNumber> <docTitle refersTo="#resolutionTitle">A made-up title</docTitle></p></preface>
<preamble><formula><p>The General Assembly,</p></formula>
<container name="Recalling" eId="container_2"><p><span>Recalling</span> its resolutions <a href="https://undocs.org/en/A/RES/43/78">43/78</a> H of 7 December 1988 and <a href="https://undocs.org/en/A/RES/53/71">53/70</a> of 4 December 1998,<authorialNote marker="1"><p>See <a href="https://undocs.org/en/A/77/275">A/77/275</a>.</p></authorialNote></p></container></preamble>
<mainBody><paragraph eId="para_1"><num>1.</num><content><p>Welcomes the paper of the chair.</p></content></paragraph></mainBody>
</statement></akomaNtoso>)";

SourceContent read(std::string_view bytes, const std::string& name = "file") {
  auto content = read_content(name, bytes);
  EXPECT_TRUE(content) << (content ? "" : content.error().message);
  return content ? std::move(*content) : SourceContent{};
}

std::string text_of(std::string_view bytes) {
  const SourceContent content = read(bytes);
  return content.document ? content.document->text : "(no text)";
}

std::string refusal(std::string_view bytes) {
  const auto content = read_content("file", bytes);
  return content ? "(read)" : content.error().message;
}

bool has_pdftotext() { return run_child({"pdftotext", "-v"}, "").has_value(); }

TEST(ReaderTableTest, TellsFormatsByContent) {
  struct Row {
    std::string bytes;
    std::string_view format;
  };
  const Row rows[] = {
      {std::string(kAkn), "akn"},
      {"<?xml version='1.0'?><collection xmlns='http://www.loc.gov/MARC21/slim'/>", "marcxml"},
      {"<!DOCTYPE HTML><p>Hello", "html"},
      {"  {\"format\": \"lineage-catalogue\"}", "catalogue"},
      {"{\"symbol\": \"A/RES/78/1\", \"adoption_date\": \"1 May 2023\"}\n", "metadata"},
      {"%PDF-1.7\n", "pdf"},
      {docx_of(""), "docx"},
      {"[on the report of the First Committee (A/78/404)]", "text"},
      {"The General Assembly,", "text"}};
  for (const Row& row : rows) {
    EXPECT_EQ(reader_for(row.bytes).format, row.format) << row.bytes.substr(0, 60);
  }
}

TEST(AknTest, TakesTextLinksAndVerbsOut) {
  const SourceDocument document = *read(kAkn).document;
  EXPECT_EQ(document.text,
            "A/RES/78/900\n\n[on the report of the First Committee (A/78/404, para. 14)]\n\n"
            "78/900. A made-up title\n\nThe General Assembly,\n\n"
            "Recalling its resolutions 43/78 H of 7 December 1988 and 53/70 of 4 December "
            "1998,¹\n\n1. Welcomes the paper of the chair.\n\n¹ See A/77/275.\n");
  ASSERT_EQ(document.links.size(), 3U);
  for (const EditorLink& link : document.links) {
    EXPECT_EQ(document.text.substr(link.begin, link.end - link.begin),
              link.target.short_form() == "53/71" ? "53/70" : link.target.short_form());
  }
  ASSERT_EQ(document.paragraphs.size(), 2U);
  EXPECT_EQ(document.paragraphs[0].verb, "Recalling");
  EXPECT_TRUE(document.text.substr(document.paragraphs[0].begin).starts_with("Recalling its"));
}

TEST(AknTest, TakesFactsOutAndCleansThem) {
  const std::vector<WorkFacts> works = read(kAkn).document->facts;
  ASSERT_EQ(works.size(), 1U);
  const WorkFacts& facts = works[0];
  EXPECT_EQ(facts.symbol.canonical(), "A/RES/78/900");
  EXPECT_EQ(facts.date->value.iso(), "2023-12-04");
  EXPECT_EQ(facts.title->value, "A made-up title");
  EXPECT_EQ(facts.agenda_item->value, (AgendaItem{"94 (a)", "Telecommunications"}));
  EXPECT_EQ(facts.committee->value, "First Committee");
  EXPECT_EQ(facts.committee_report->value.symbol.canonical(), "A/78/404");
  EXPECT_EQ(facts.committee_report->value.pinpoint, "para. 14");
  EXPECT_EQ(facts.draft->value.canonical(), "A/C.1/78/L.90");
  EXPECT_EQ(facts.meeting->value, "A/78/PV.42");
  EXPECT_EQ(facts.sponsors->value,
            (std::vector<State>{
                {"Albania", "ALB"}, {"Bosnia and Herzegovina", "BIH"}, {"Chile", "CHL"}}));
  EXPECT_FALSE(facts.additional_sponsors);
  EXPECT_EQ(facts.subjects->value, std::vector<std::string>{"DATA PROTECTION"});
  EXPECT_EQ(facts.vote->value.voted_for,
            (std::vector<State>{{"SOLOMON ISLANDS", "SLB"}, {"TURKIYE", "TUR"}, {"CHILE", "CHL"}}));
}

TEST(AknTest, WordsWinOverALinkThatSaysOtherwise) {
  const auto documents = extract_document(*read(kAkn).document);
  ASSERT_TRUE(documents);
  const StoredDocument& document = documents->front();
  EXPECT_EQ(document.symbol->canonical(), "A/RES/78/900");
  ASSERT_EQ(document.findings.size(), 1U);
  EXPECT_EQ(document.findings[0].code, "disagree");
  EXPECT_EQ(document.findings[0].said->canonical(), "A/RES/53/70");
  EXPECT_EQ(document.findings[0].witness->canonical(), "A/RES/53/71");
  EXPECT_EQ(document.findings[0].place, "pp1");
  std::size_t witnessed = 0;
  for (const Mention& mention : document.mentions) {
    witnessed += mention.witnessed ? 1 : 0;
  }
  EXPECT_EQ(witnessed, 2U) << "43/78 for 43/78 H, and A/77/275";
}

TEST(AknTest, ALinkToTheSecondHalfOfADoubleSymbolAgrees) {
  constexpr std::string_view kLink = R"(<a href="https://undocs.org/en/A/77/275">A/77/275</a>)";
  const auto findings_with = [&](const std::string& words) {
    std::string akn(kAkn);
    akn.replace(akn.find(kLink), kLink.size(), words);
    return extract_document(*read(akn).document).value().front().findings.size();
  };
  EXPECT_EQ(findings_with(R"(A/77/90–<a href="https://undocs.org/en/E/2022/66">E/2022/66</a>)"),
            1U);
  EXPECT_EQ(findings_with(R"(A/77/90-<a href="https://undocs.org/en/E/2022/66">E/2022/66</a>)"),
            1U);
  EXPECT_EQ(findings_with(R"(A/77/90-<a href="https://undocs.org/en/E/2022/67">E/2022/66</a>)"),
            2U);
}

TEST(XmlTest, RefusesWhatHarms) {
  EXPECT_NE(refusal("<!DOCTYPE a [<!ENTITY b 'c'>]><akomaNtoso>&b;</akomaNtoso>").find("entities"),
            std::string::npos);
  EXPECT_NE(refusal("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><akomaNtoso>&b;"
                    "</akomaNtoso>")
                .find("entities"),
            std::string::npos);
  std::string deep = "<akomaNtoso>";
  for (int i = 0; i < 1000; ++i) {
    deep += "<p>";
  }
  EXPECT_NE(refusal(deep).find("256 levels"), std::string::npos);
  std::string wide = "<akomaNtoso";
  for (int i = 0; i < 2000; ++i) {
    wide += " a" + std::to_string(i) + "='1'";
  }
  EXPECT_NE(refusal(wide + "/>").find("1000 attributes"), std::string::npos);
  EXPECT_NE(refusal("<akomaNtoso><p>cut").find("line 1"), std::string::npos);
}

TEST(MarcxmlTest, TakesRecordsOut) {
  const SourceContent content = read(R"(<collection xmlns="http://www.loc.gov/MARC21/slim"><record>
<controlfield tag="001">42</controlfield>
<datafield tag="191" ind1=" "><subfield code="a">A/C.3/78/L.90</subfield></datafield>
<datafield tag="245" ind1=" "><subfield code="a">A title :</subfield><subfield code="b">draft resolution /</subfield>
<subfield code="c">CÃ´te d'Ivoire, TÃ¼rkiye and Chile</subfield></datafield>
<datafield tag="269" ind1=" "><subfield code="a">2023-11-08</subfield></datafield>
<datafield tag="991" ind1=" "><subfield code="b">71b[20]</subfield><subfield code="c">Human rights.</subfield></datafield>
<datafield tag="993" ind1="1"><subfield code="a">A/RES/78/901</subfield></datafield>
<datafield tag="993" ind1="3"><subfield code="a">A/78/481/Add.2</subfield></datafield>
</record><record><controlfield tag="001">43</controlfield>
<datafield tag="191" ind1=" "><subfield code="a">A/RES/78/902</subfield></datafield>
<datafield tag="992" ind1=" "><subfield code="a">2023-12-19</subfield></datafield>
<datafield tag="996" ind1=" "><subfield code="a">Adopted 161-9-11, 50th plenary meeting</subfield></datafield>
</record><record><controlfield tag="001">44</controlfield>
<datafield tag="191" ind1=" "><subfield code="a">A/RES/78/903</subfield></datafield>
<datafield tag="996" ind1=" "><subfield code="a">Adopted without vote, 0-0-0, 50th plenary meeting</subfield></datafield>
</record></collection>)");
  ASSERT_TRUE(content.catalogue);
  const auto& works = content.catalogue->works;
  ASSERT_EQ(works.size(), 4U);
  EXPECT_EQ(works[0].title->value, "A title");
  EXPECT_EQ(works[0].agenda_item->value, (AgendaItem{"71 (b)", "Human rights"}));
  EXPECT_EQ(works[0].sponsors->value,
            (std::vector<State>{{"Côte d'Ivoire", "CIV"}, {"Türkiye", "TUR"}, {"Chile", "CHL"}}));
  EXPECT_EQ(works[0].title->sources, std::vector<std::string>{"UN Digital Library record 42"});
  EXPECT_EQ(works[1].symbol.canonical(), "A/RES/78/901");
  EXPECT_EQ(works[1].draft->value.canonical(), "A/C.3/78/L.90");
  EXPECT_EQ(works[1].committee_report->value.symbol.canonical(), "A/78/481/Add.2");
  EXPECT_EQ(works[2].vote->value.in_favour, 161);
  EXPECT_EQ(works[2].vote->value.abstaining, 11);
  EXPECT_EQ(works[2].date->value.iso(), "2023-12-19");
  EXPECT_FALSE(works[3].vote);
  EXPECT_EQ(works[3].adoption->value, "without a vote");
}

TEST(MarcxmlTest, MendsOnlyWhatWasEncodedTwice) {
  EXPECT_EQ(mend_twice_encoded("CÃ´te"), "Côte");
  EXPECT_EQ(mend_twice_encoded("Côte"), "Côte");
  EXPECT_EQ(mend_twice_encoded("Резолюция"), "Резолюция");
}

TEST(MetadataTest, TakesFactsOutAndCleansThem) {
  const SourceContent content = read(
      R"x({"symbol": "A/RES/78/900 A-B", "title": "Of\u00a0the South ", "adoption_date": "9\u00a0January 2024", )x"
      R"x("pv": "Adopted without vote, 87th plenary meeting", "committee": "#fifthCommittee", )x"
      R"x("adoption_type": "Without a vote", "agenda_item": "Agenda item 72 (b)", "agenda_item_name": "Item", )x"
      R"x("subjects": [["OUTER SPACE", "UNBIS Thesaurus"], ["72b", "A/78/251"], "?"], )x"
      R"x("MS_in_favour_count": "0", "MS_against_count": "0", "MS_abstaining_count": "0"})x"
      "\n");
  ASSERT_TRUE(content.catalogue);
  const WorkFacts& facts = content.catalogue->works.at(0);
  EXPECT_EQ(facts.symbol.canonical(), "A/RES/78/900") << "the parts share one text";
  EXPECT_EQ(facts.title->value, "Of the South");
  EXPECT_EQ(facts.date->value.iso(), "2024-01-09");
  EXPECT_EQ(facts.meeting->value, "A/78/PV.87");
  EXPECT_EQ(facts.committee->value, "Fifth Committee");
  EXPECT_EQ(facts.agenda_item->value, (AgendaItem{"72 (b)", "Item"}));
  EXPECT_EQ(facts.subjects->value, std::vector<std::string>{"OUTER SPACE"});
  EXPECT_EQ(facts.adoption->value, "without a vote");
  EXPECT_FALSE(facts.vote);
}

TEST(FactWordsTest, CleansWhatExportsWrite) {
  EXPECT_EQ(agenda_number_of("72"), "72");
  EXPECT_EQ(agenda_number_of("72b"), "72 (b)");
  EXPECT_EQ(agenda_number_of("72b[1]"), "72 (b)");
  EXPECT_EQ(agenda_number_of("127aa"), "127 (aa)");
  EXPECT_EQ(agenda_number_of("part two"), "part two");
  EXPECT_TRUE(is_agenda_part("72", "72 (b)"));
  EXPECT_FALSE(is_agenda_part("7", "72 (b)"));
  EXPECT_FALSE(is_agenda_part("72 (b)", "72 (b)"));
  const Symbol adopted = Symbol::parse("78/900").value();
  EXPECT_EQ(meeting_of("A/78/PV.42", adopted), "A/78/PV.42");
  EXPECT_EQ(meeting_of("A/75/PV.48 (Resumption 1)", adopted), "A/75/PV.48 (Resumption 1)");
  EXPECT_EQ(meeting_of("2nd plenary meeting", adopted), "A/78/PV.2");
  EXPECT_EQ(meeting_of("Adopted", adopted), std::nullopt);
  EXPECT_EQ(meeting_of("A/78/404", adopted), std::nullopt);
  EXPECT_EQ(described_work(adopted), adopted);
  EXPECT_EQ(described_work(Symbol::parse("78/900 A").value()).canonical(), "A/RES/78/900[A]");
}

TEST(StateNamesTest, KnowsSpellings) {
  for (const std::string_view name : {"TÜRKİYE", "TURKIYE", "Turkey", "Türkiye"}) {
    EXPECT_EQ(iso_code_of(name), "TUR") << name;
  }
  EXPECT_EQ(iso_code_of("COTE D'IVOIRE"), iso_code_of("Côte d’Ivoire"));
  EXPECT_EQ(iso_code_of("Atlantis"), "");
  const std::vector<std::string> printed{"CUBA (ON BEHALF OF THE GROUP OF 77)", "THE NIGER"};
  EXPECT_EQ(states_of(std::span(printed)),
            (std::vector<State>{{printed[0], "CUB"}, {printed[1], "NER"}}));
  EXPECT_TRUE(states_of(std::string_view("submitted by the Chair, after talks")).empty());
  std::string codes;
  for (const State& state : states_of(std::string_view(
           "Cuba (on behalf of the Group of 77, and others), the Congo, Solomon, Islands, "
           "Panama,Republic of Korea, Trinidad and Tobago and the Niger"))) {
    codes += state.iso + " ";
  }
  EXPECT_EQ(codes, "CUB COG SLB PAN KOR TTO NER ");
}

TEST(HtmlTest, TakesTheTextOut) {
  EXPECT_EQ(
      text_of("<html><head><title>x</title><style>p{}</style></head><body>"
              "<h1>A/RES/78/900</h1><script>var a = '<p>no</p>';</script><!-- no -->"
              "<p>Recalling&nbsp;its <b>resolution</b>\n 53/70<sup>1</sup>, caf&eacute; &#233; "
              "&bogus; 1 < 2</p><ul><li>one<li>two</ul></body></html>"),
      "A/RES/78/900\n\nRecalling its resolution 53/70¹, café é &bogus; 1 < 2\n\none\n\ntwo\n");
}

TEST(HtmlTest, ReadsTheDeclaredCharacterSet) {
  EXPECT_EQ(text_of("<html><meta charset=windows-1251><p>\xD0\xE5\xE7"), "Рез\n");
  EXPECT_NE(refusal("<html><meta charset=no-such-set><p>a").find("not known"), std::string::npos);
  EXPECT_NE(refusal("<html><script>a</script></html>").find("no words"), std::string::npos);
}

TEST(TableTest, IsRefusedAndATextWithTabsIsNot) {
  std::string table;
  std::string text;
  for (int i = 0; i < 9; ++i) {
    table += "A/RES/78/16\ten\tA/RES/53/70\n";
    text += std::to_string(i) + ".\tRecalls its resolution 53/70;\n\n";
  }
  EXPECT_NE(refusal(table).find("a table"), std::string::npos);
  EXPECT_EQ(text_of(text), text);
  EXPECT_EQ(text_of("a\tb\tc\n"), "a\tb\tc\n") << "one line makes no table";
}

TEST(DocxTest, NumbersTheParagraphsThatWordNumbers) {
  const auto item = [](const std::string& place, const std::string& words) {
    return "<w:p><w:pPr>" + place + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  };
  const auto at = [](int list, int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(list) + "\"/></w:numPr>";
  };
  const std::string space =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string level =
      R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>)"
      R"x(<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>)x"
      R"(<w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>)";
  const std::string numbering =
      "<w:numbering" + space + "><w:abstractNum w:abstractNumId=\"7\">" + level +
      "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt "
      "w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>"
      R"(<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>)"
      R"(<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>)"
      R"(<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>)"
      R"(<w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num></w:numbering>)";
  const std::string styles =
      "<w:styles" + space +
      R"(><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:styleId="Clause"><w:basedOn w:val="Base"/></w:style></w:styles>)";
  const std::string body =
      item(at(1, 0), "Calls") + item(at(1, 1), "States") + item(at(1, 1), "all") +
      item(at(1, 2), "deep") + "<w:p><w:pPr>" + at(1, 0) + "</w:pPr></w:p>" +
      item(at(2, 0), "Decides") + item(at(2, 1), "to meet") + item("", "Plain") +
      item("<w:pStyle w:val=\"Clause\"/>", "Requests") +
      item("<w:pStyle w:val=\"Clause\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "Bare") +
      item(at(4, 0), "bullet") + item(at(3, 0), "Anew") + item(at(3, 0), "again") +
      item(at(9, 0), "lost");
  const std::string text = text_of(test::zip_of(
      {{"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"},
       {"word/numbering.xml", numbering},
       {"word/styles.xml", styles}}));
  EXPECT_EQ(
      text,
      "1. Calls\n\n(a) States\n\n(b) all\n\n1.iv deep\n\n3. Decides\n\n(a) to meet\n\nPlain\n\n"
      "4. Requests\n\nBare\n\nbullet\n\n1. Anew\n\n2. again\n\nlost\n");
}

TEST(DocxTest, TakesParagraphsNotesAndNoDeletedWords) {
  const std::string bytes = docx_of(
      "<w:p><w:r><w:t>Recalling resolution 53</w:t></w:r><w:r><w:t>/70</w:t></w:r>"
      "<w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t><w:tab/><w:t>cell</w:t></w:r></w:p></w:tc></w:tr>"
      "</w:tbl>",
      "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>"
      "<w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>A/78/76.</w:t></w:r></w:p>"
      "</w:footnote>");
  EXPECT_EQ(text_of(bytes), "Recalling resolution 53/70¹\n\none cell\n\n¹ A/78/76.\n");
}

TEST(PdfTest, PutsParagraphsAndNotesTogether) {
  if (!has_pdftotext()) {
    GTEST_SKIP() << "pdftotext is not installed";
  }
  const std::string bytes =
      pdf_of({{100, 700, 10, "The General Assembly,"},
              {120, 680, 10, "Recalling its resolution 53/70 of 4 December 1998"},
              {100, 668, 10, "and also the report of the group"},
              {243, 671, 6, "3"},
              {100, 648, 10, "1."},
              {120, 648, 10, "Decides to go on."},
              {100, 120, 10, "__________________"},
              {100, 108, 6, "3"},
              {110, 106, 8, "A/78/76."}});
  EXPECT_EQ(
      text_of(bytes),
      "The General Assembly,\n\nRecalling its resolution 53/70 of 4 December 1998 and also the "
      "report of the group³\n\n1. Decides to go on.\n\n³ A/78/76.\n");
}

TEST(PdfTest, SaysThatAScanNeedsOcr) {
  if (!has_pdftotext()) {
    GTEST_SKIP() << "pdftotext is not installed";
  }
  EXPECT_NE(refusal(pdf_of({})).find("OCR"), std::string::npos);
  EXPECT_NE(refusal("%PDF-1.7 and nothing else").find("cannot be read"), std::string::npos);
}

class ArchiveTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() /
            ("lineage_archive_" + std::to_string(getpid()) + ".bin");
  }
  void TearDown() override { std::filesystem::remove(path_); }

  // "name=content" or "name!reason" for each file that is handed out.
  std::vector<std::string> files(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    std::vector<std::string> seen;
    read_source_files(path_, [&](const SourceFile& file) {
      const std::string name = file.name.substr(path_.generic_string().size());
      seen.push_back(file.bytes ? name + "=" + file.bytes->substr(0, 20)
                                : name + "!" + file.bytes.error().message);
      return true;
    });
    return seen;
  }

  std::filesystem::path path_;
};

TEST_F(ArchiveTest, HandsMembersOutAlsoOfArchivesWithin) {
  const std::vector<std::string> expected{"/a/b.txt=one", "/in.zip/c.txt=two"};
  EXPECT_EQ(files(zip_of({{"a/b.txt", "one"}, {"in.zip", zip_of({{"c.txt", "two"}})}})), expected);
  EXPECT_EQ(files(tar_xz_of({{"a/b.txt", "one"}, {"in.zip", zip_of({{"c.txt", "two"}})}})),
            expected);
}

TEST_F(ArchiveTest, RefusesNamesThatLeadOutAndDamage) {
  const auto slips = files(zip_of({{"../../etc/x", "a"}, {"fine", "b"}, {"/abs", "c"}}));
  ASSERT_EQ(slips.size(), 3U);
  EXPECT_NE(slips[0].find("leads out"), std::string::npos);
  EXPECT_EQ(slips[1], "/fine=b");
  EXPECT_NE(slips[2].find("leads out"), std::string::npos);
  std::string cut = tar_xz_of({{"a", std::string(100000, 'a') + "b"}});
  cut.resize(cut.size() / 2);
  const auto damaged = files(cut);
  ASSERT_FALSE(damaged.empty());
  EXPECT_NE(damaged.back().find('!'), std::string::npos);
}

TEST_F(ArchiveTest, StopsAtABomb) {
  const auto bomb = files(tar_xz_of({{"a", std::string(std::size_t{3} << 20, 'a')},
                                     {"b", std::string(std::size_t{70} << 20, 'b')}}));
  ASSERT_EQ(bomb.size(), 2U);
  EXPECT_NE(bomb.back().find("MB"), std::string::npos) << bomb.back();
}

}  // namespace
}  // namespace lineage::ingest
