"""Files that mean harm, kind by kind. Each function gives names and contents; `outside` is a file that none of them may reach."""

import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib

from hostile_bytes import AKN, WORD, akn, docx, link, marc, page_pdf, pdf, stream, tarred, zipped


def xml_files(outside):
    laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>" + "".join(
        f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 12)) + "]>"
    yield "laughs.xml", akn("<p>&l11;</p>", laughs)
    yield "laughs-attribute.xml", akn("<p a='&l11;'>x</p>", laughs)
    yield "laughs.docx", docx((laughs + WORD + "<w:p><w:r><w:t>&l11;</w:t></w:r></w:p></w:body></w:document>").encode())
    yield "laughs-marc.xml", laughs.encode() + marc("<record>&l11;</record>")
    yield "quadratic.xml", akn("<p>" + "&a;" * 50000 + "</p>", "<!DOCTYPE a [<!ENTITY a '" + "a" * 50000 + "'>]>")
    yield "quadratic-default.xml", akn("<p/>" * 1000, "<!DOCTYPE a [<!ATTLIST p a CDATA '" + "a" * 1000000 + "'>]>")
    for name, address in (("file", f"file://{outside}"), ("relative", "../../outside.txt"), ("etc", "file:///etc/passwd"),
                          ("http", "http://127.0.0.1:9/x"), ("ftp", "ftp://127.0.0.1/x"), ("device", "file:///dev/zero"),
                          ("php", "php://filter/read=convert.base64-encode/resource=/etc/passwd")):
        yield f"external-{name}.xml", akn("<p>&x;</p>", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]>')
        yield f"external-{name}.docx", docx((f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]>' + WORD
                                             + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>").encode())
        yield f"dtd-{name}.xml", akn("<p>x</p>", f'<!DOCTYPE a SYSTEM "{address}">')
    yield "parameter.xml", akn("<p>x</p>", '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>')
    yield "loop.xml", akn("<p>&a;</p>", "<!DOCTYPE a [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>")
    yield "xinclude.xml", akn(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{outside}" parse="text"/><p>x</p>')
    yield "stylesheet.xml", akn("<p>x</p>", f'<?xml-stylesheet href="file://{outside}"?>')
    for depth in (300, 20000, 1000000):
        yield f"deep-{depth}.xml", akn("<p>" * depth)
        yield f"deep-closed-{depth}.xml", akn("<p>" * depth + "x" + "</p>" * depth)
    yield "deep-notes.xml", akn("<p>" + "<authorialNote marker='1'><p>" * 100 + "x" + "</p></authorialNote>" * 100 + "</p>")
    yield "deep.docx", docx("<w:p>" * 100000)
    yield "deep-marc.xml", marc("<record>" * 100000)
    yield "attributes.xml", akn("<p " + " ".join(f"a{i}='{i}'" for i in range(200000)) + ">x</p>")
    yield "attributes-same.xml", akn("<p " + "a='1' " * 200000 + ">x</p>")
    yield "attribute-long.xml", akn("<p a='" + "a" * 8000000 + "'>x</p>")
    yield "name-long.xml", akn("<" + "p" * 4000000 + "/>")
    yield "comment-long.xml", akn("<!--" + "a" * 8000000 + "--><p>x</p>")
    yield "comment-open.xml", akn("<!--" + "a" * 1000000)
    yield "cdata.xml", akn("<p><![CDATA[" + "]]" * 500000 + "x]]></p>")
    yield "notes-many.xml", akn("<p>" + "x<authorialNote marker='1'><p>A/78/1</p></authorialNote>" * 40000 + "</p>")
    yield "links-many.xml", akn("<p>" + '<a href="https://undocs.org/en/A/RES/53/70">53/70</a> ' * 40000 + "</p>")
    yield "containers-many.xml", akn('<container name="Recalling"><p>x</p></container>' * 60000)
    yield "numbers.xml", akn("<paragraph><num>" + "9" * 1000000 + "</num><content><p>x</p></content></paragraph>")
    yield "voters.xml", (AKN + "<statement><meta><analysis><count value='99999999999999999999' refersTo='inFavour'>"
                         + "<organization>X</organization>" * 200000
                         + "</count></analysis></meta><coverPage><p><docNumber refersTo='#symbol'>A/RES/78/1</docNumber></p>"
                         "</coverPage></statement></akomaNtoso>").encode()
    yield "utf16.xml", ('<?xml version="1.0" encoding="utf-16"?>' + AKN + "<p>x y z words</p></akomaNtoso>").encode("utf-16")
    yield "utf7.xml", b'<?xml version="1.0" encoding="utf-7"?>' + AKN.encode() + b"+ADw-p</akomaNtoso>"
    yield "invalid-utf8.xml", akn("<p>x</p>").replace(b">x<", b">\xc3\x28\xff<")
    yield "nul.xml", akn("<p>x\0y</p>")
    yield "cut.xml", akn("<p>x</p>")[:-30]
    yield "two-roots.xml", akn("<p>x</p>") * 2
    yield "tail.xml", akn("<p>x</p>") + b"\0" * 1000000
    yield "empty.xml", AKN.encode() + b"</akomaNtoso>"
    yield "symbols.xml", akn("<p>" + "A/RES/0/0 A/RES/99999999999/1 S/RES/0(0) " * 5000 + "</p>")
    yield "marc-many.xml", marc("<record><datafield tag='191'><subfield code='a'>A/78/1</subfield></datafield></record>" * 20000)
    yield "marc-vote.xml", marc("<record><datafield tag='191'><subfield code='a'>A/RES/78/1</subfield></datafield>"
                                "<datafield tag='996'><subfield code='a'>" + "1-" * 500000 + "</subfield></datafield></record>")
    yield "marc-sponsors.xml", marc("<record><datafield tag='191'><subfield code='a'>A/C.1/78/L.1</subfield></datafield><datafield"
                                    " tag='245'><subfield code='c'>" + "A and " * 100000 + "</subfield></datafield></record>")


    yield "siblings.xml", akn("<p/>" * 1000000)
    yield "siblings.docx", docx("<w:p/>" * 1000000)
    yield "cells.docx", docx("<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 100000 + "</w:tr></w:tbl>")
    yield "tables.docx", docx("<w:tbl><w:tr><w:tc>" * 2000 + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 2000)
    for name, declared, written in (("latin1-as-utf8", "utf-8", "latin-1"), ("utf8-as-latin1", "iso-8859-1", "utf-8"),
                                    ("utf8-as-utf16", "utf-16", "utf-8"), ("unknown", "x-unknown", "utf-8"), ("koi8", "koi8-r", "koi8-r")):
        words = "резолюция" if written == "koi8-r" else "résolution"
        yield f"marc-{name}.xml", (f'<?xml version="1.0" encoding="{declared}"?>').encode() + marc("").replace(
            b"</collection>", f"<record><datafield tag='191'><subfield code='a'>A/RES/78/1</subfield></datafield><datafield tag='245'>"
            f"<subfield code='a'>{words}</subfield></datafield></record></collection>".encode(written))
    for name, address in (("script", "javascript:alert(1)"), ("long", "https://undocs.org/en/A/RES/" + "1" * 200000),
                          ("percent", "https://undocs.org/%zz%00%ff"), ("slashes", "/" * 100000), ("empty", "")):
        yield f"link-{name}.xml", akn(f'<p>See <a href="{address}">resolution 53/70</a> and <ref href="{address}">53/71</ref></p>')
    for count, date in enumerate(("9999-99-99", "0000-00-00", "-1", "٢٠٢٣-١٢-٠٤", "2023-12-04T99:99", "1" * 100000, "2023-02-30")):
        head = f'<FRBRdate date="{date}" name="adoption"/><FRBRuri value="/akn/un/statement/deliberation/unga/{date}/78-16/"/>'
        yield f"date-{count}.xml", akn("<p>Recalling resolution 53/70</p>").replace(
            b"<statement>", f"<statement><meta><identification><FRBRWork>{head}</FRBRWork></identification></meta>".encode())


def archive_files(outside):
    zeros = b"\0" * (100 << 20)
    yield "bomb.zip", zipped([("a.txt", zeros)])
    yield "bomb-many.zip", zipped([(f"{i}.txt", b"a" * (8 << 20)) for i in range(60)])
    yield "bomb.txt.xz", lzma.compress(zeros * 4)
    yield "bomb.txt.gz", gzip.compress(zeros * 3)
    yield "bomb.tar.xz", lzma.compress(tarred([(f"{i}.txt", b"a" * (20 << 20)) for i in range(10)]))
    yield "bomb.docx", docx(b"<w:document>" + b" " * (70 << 20) + b"</w:document>")
    yield "bomb-picture.docx", docx("<w:p><w:r><w:t>Some words</w:t></w:r></w:p>", [(f"word/media/{i}.bin", b"\0" * (30 << 20)) for i in range(10)])
    nested = b"The General Assembly,"
    for level in range(12):
        nested = zipped([("in.zip" if level else "a.txt", nested)])
    yield "nested.zip", nested
    wide = zipped([(f"{i}.txt", b"a" * 1000000) for i in range(20)])
    for level in range(3):
        wide = zipped([(f"{i}.zip", wide) for i in range(20)])
    yield "wide.zip", wide
    yield "members.zip", zipped([(f"{i}.txt", b"") for i in range(60000)], 1)
    yield "members.tar.gz", gzip.compress(tarred([(f"{i}", b"") for i in range(110000)]))
    for name in ("../outside.txt", "../../../../etc/passwd", "/etc/passwd", "a/../../b", "..\\..\\b", "C:\\b", "\\\\host\\b",
                 "a/./../../b", "....//b", "~/b", "a\0b", "\x1b[31mred", "a\nb", "é" * 300, "a/" * 2000 + "b", ".", "..", "/", " "):
        safe = "".join(c if c.isalnum() else "_" for c in name)[:20]
        yield f"slip-{safe}.zip", zipped([(name or "x", b"The General Assembly, recalling")])
    yield "slips.tar", tarred([("../outside.txt", b"words of a text"), ("/etc/cron.d/x", b"words of a text")])
    yield "links.tar", tarred([(link("a", str(outside)), b""), (link("b", "/etc/passwd"), b""),
                               (link("c", str(outside), tarfile.LNKTYPE), b""), ("a/b", b"words of a text")])
    device = tarfile.TarInfo("zero")
    device.type, device.devmajor, device.devminor = tarfile.CHRTYPE, 1, 5
    pipe = tarfile.TarInfo("pipe")
    pipe.type = tarfile.FIFOTYPE
    yield "devices.tar", tarred([(device, b""), (pipe, b"")])
    good = zipped([("a.txt", b"The General Assembly, recalling its resolution 53/70 " * 2000)])
    yield "cut.zip", good[: len(good) // 2]
    yield "cut-end.zip", good[:-30]
    yield "crc.zip", good[:200] + b"\xff\xff" + good[202:]
    lying = bytearray(good)
    at = lying.find(b"PK\x01\x02")
    lying[at + 24: at + 28] = struct.pack("<I", 5)
    yield "lying-small.zip", bytes(lying)
    lying[at + 24: at + 28] = struct.pack("<I", 0xFFFFFFF0)
    yield "lying-large.zip", bytes(lying)
    lying = bytearray(good)
    lying[at + 42: at + 46] = struct.pack("<I", 0x7FFFFFFF)
    yield "lying-offset.zip", bytes(lying)
    method = bytearray(good)
    method[8:10] = struct.pack("<H", 99)
    yield "method.zip", bytes(method)
    yield "encrypted.zip", bytes(good[:6]) + b"\x01" + bytes(good[7:])
    yield "tail.zip", good + b"\xff" * 1000000
    yield "double.zip", good + good
    yield "only-end.zip", b"PK\x05\x06" + b"\0" * 18
    yield "only-head.zip", b"PK\x03\x04"
    packed = lzma.compress(tarred([("a.txt", b"The General Assembly, " * 5000)]))
    yield "cut.tar.xz", packed[: len(packed) // 2]
    yield "noise.tar.xz", packed[:40] + os.urandom(400) + packed[440:]
    yield "head.xz", b"\xfd7zXZ\0"
    yield "head.gz", b"\x1f\x8b"
    yield "cut.gz", gzip.compress(b"The General Assembly, " * 5000)[:60]
    size = bytearray(tarred([("a.txt", b"words of a text")]))
    size[124:136] = b"77777777777\0"
    size[148:156] = b"        "
    size[148:156] = f"{sum(size[:512]):06o}\0 ".encode()
    yield "lying.tar", bytes(size)
    negative = bytearray(size)
    negative[124:136] = b"\xff" * 12
    yield "negative.tar", bytes(negative)
    yield "sparse.tar.gz", gzip.compress(b"\0" * (64 << 20))
    yield "no-document.docx", zipped([("word/styles.xml", b"<a/>"), ("x", b"word/document.xml")])
    yield "empty-document.docx", docx(b"")
    yield "notes-loop.docx", docx('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 1000, [
        ("word/footnotes.xml", b'<w:footnotes xmlns:w="x"><w:footnote w:id="1"><w:p><w:r><w:t>' + b"a" * 100000
         + b"</w:t></w:r></w:p></w:footnote></w:footnotes>")])
    yield "paragraphs.docx", docx("<w:p><w:r><w:t>1. x</w:t></w:r></w:p>" * 300000)
    yield "relation.docx", docx(f'<w:sectPr><w:headerReference w:type="first" r:id="r1"/></w:sectPr>', [
        ("word/_rels/document.xml.rels", f'<R><Relationship Id="r1" Target="../../{outside}"/></R>'.encode())])


    relations = (f'<Relationships><Relationship Id="r1" Type="x/attachedTemplate" TargetMode="External" Target="file://{outside}"/>'
                 '</Relationships>').encode()
    yield "external-relation.docx", docx('<w:p><w:r><w:t>Some words</w:t></w:r></w:p><w:altChunk r:id="r1"/>',
                                         [("word/_rels/document.xml.rels", relations)])
    for part in ("footnotes", "numbering", "styles"):
        yield f"bomb-{part}.docx", docx("<w:p><w:r><w:t>Some words</w:t></w:r></w:p>", [
            (f"word/{part}.xml", f"<w:{part}>".encode() + b"<w:p/>" * (10 << 20) + f"</w:{part}>".encode())])
    numbers = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i + 1}"/></w:num>' for i in range(100000))
    yield "numbers.docx", docx('<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-1"/></w:numPr></w:pPr></w:p>' * 1000, [
        ("word/numbering.xml", f'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{numbers}</w:numbering>'.encode())])
    yield "same-document.docx", docx("<w:p><w:r><w:t>first</w:t></w:r></w:p>", [("word/document.xml", b"<w:document/>")] * 3)
    yield "dictionary.xz", huge_dictionary(lzma.compress(b"The General Assembly, " * 5000, filters=[{"id": lzma.FILTER_LZMA2, "preset": 0}]))
    yield "members.gz", gzip.compress(b"word ") * 200000
    yield "name-long.tar", tarred([("n" * 5000000, b"words of a text")])
    yield "overlap.zip", overlapping(b"word " * 200000, 3000)
    pax = tarfile.TarInfo("a.txt")
    pax.pax_headers = {"path": "../../outside.txt", "size": "99999999999", "SCHILY.xattr." + "x" * 100000: "y"}
    yield "pax.tar", tarred([(pax, b"words of a text")], "w", tarfile.PAX_FORMAT)
    for name, kind in (("hard", tarfile.LNKTYPE), ("soft", tarfile.SYMTYPE)):
        yield f"link-{name}.tar", tarred([(link("a.txt", "/" + str(outside).lstrip("/"), kind), b""), ("a.txt", b"words of a text")])
    yield "mtree.txt", f"#mtree\n./a.txt type=file contents={outside}\n".encode()
    yield "cpio", b"070701" + b"0" * 104 + b"a.txt\0words of a text"


def huge_dictionary(packed):
    """The same bytes, which say that they need a dictionary of 4 GiB."""
    header = bytearray(packed[12: 12 + 4 * (packed[12] + 1)])
    at = header.index(b"\x21\x01") + 2
    header[at] = 40
    header[-4:] = struct.pack("<I", zlib.crc32(bytes(header[:-4])))
    return packed[:12] + bytes(header) + packed[12 + len(header):]


def overlapping(content, times):
    """Many entries of a directory that all name one member."""
    packed = zipped([("a.txt", content)])
    at, end = packed.find(b"PK\x01\x02"), packed.find(b"PK\x05\x06")
    entry = packed[at:end]
    return packed[:at] + entry * times + b"PK\x05\x06\0\0\0\0" + struct.pack("<HHIIH", times, times, len(entry) * times, at, 0)


def pdf_files(outside):
    yield "empty.pdf", b"%PDF-1.7\n"
    yield "noise.pdf", b"%PDF-1.7\n" + os.urandom(200000)
    yield "scan.pdf", page_pdf(b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")
    yield "loop-pages.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])
    yield "loop-parent.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >>",
                                  b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"])
    yield "loop-form.pdf", page_pdf(b"/X Do", resources="/XObject << /X 6 0 R >>", extra=(
        stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),))
    forms = [stream(f"/X{i + 1} Do ".encode() * 10, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
                    + f"/X{i + 1} {7 + i} 0 R >> >>") for i in range(11)]
    yield "laughs-form.pdf", page_pdf(b"/X0 Do", resources="/XObject << /X0 6 0 R >>", extra=(
        *forms, stream(b"BT /F1 9 Tf (ha) Tj ET", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")))
    yield "count.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 2147483647 >>"])
    yield "bomb-flate.pdf", page_pdf(zlib.compress(b"BT /F1 9 Tf (ha) Tj ET " * 4000000, 9), "/Filter /FlateDecode")
    yield "bomb-flates.pdf", page_pdf(zlib.compress(zlib.compress(b" " * (400 << 20), 9), 9), "/Filter [/FlateDecode /FlateDecode]")
    yield "text-long.pdf", page_pdf(b"BT /F1 9 Tf (" + b"word " * 600000 + b") Tj ET")
    yield "text-many.pdf", page_pdf(b"BT /F1 1 Tf " + b"".join(b"1 0 0 1 %d %d Tm (x) Tj " % (i % 600, i // 600 % 700) for i in range(200000)) + b"ET")
    yield "operators.pdf", page_pdf(b"q " * 3000000)
    yield "huge-page.pdf", page_pdf(b"BT /F1 9 Tf (words) Tj ET").replace(b"[0 0 612 792]", b"[0 0 1e30 1e3]")
    yield "nan.pdf", page_pdf(b"BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (words of a text that is there) Tj ET")
    yield "names.pdf", page_pdf(b"x").replace(b"/Catalog", b"/" + b"C" * 1000000)
    yield "deep.pdf", pdf([b"<< /Type /Catalog /Pages " + b"[" * 500000 + b"]" * 500000 + b" >>"])
    yield "deep-dict.pdf", pdf([b"<< /A " * 200000 + b">>" * 200000])
    yield "xref-loop.pdf", page_pdf(b"BT /F1 9 Tf (some words) Tj ET").replace(b"/Root 1 0 R", b"/Prev 9 /Root 1 0 R")
    yield "cut.pdf", page_pdf(b"BT /F1 9 Tf (some words of a text that is cut) Tj ET")[:400]
    yield "no-xref.pdf", page_pdf(b"BT /F1 9 Tf (some words of a text without a table) Tj ET").split(b"xref")[0]
    yield "launch.pdf", page_pdf(b"BT /F1 9 Tf (some words of a text) Tj ET").replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (/bin/sh) >>")
    yield "external-stream.pdf", page_pdf(b"", f"/F ({outside})")
    yield "encrypted.pdf", page_pdf(b"x").replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") /P -1 >> /ID [<00> <00>]")
    yield "controls.pdf", page_pdf(b"BT /F1 9 Tf (words \\001\\002\\033\\000 and <xml> & ]]> so on, long enough) Tj ET")
    yield "jbig2.pdf", page_pdf(b"/I Do", resources="/XObject << /I 6 0 R >>", extra=(
        stream(os.urandom(5000), "/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode"),))


    yield "no-pages.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    yield "crypt-stream.pdf", page_pdf(os.urandom(5000), "/Filter [/Crypt /FlateDecode] /DecodeParms [<< /Name /X >> null]")
    yield "contents-many.pdf", page_pdf(b"BT /F1 9 Tf (ha) Tj ET").replace(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 100000 + b"]")
    names = "".join(f"<{i:04x}> <{i:04x}> <{'0041' * 500}>\n" for i in range(100))
    yield "unicode.pdf", page_pdf(b"BT /F1 9 Tf (" + b"word " * 100000 + b") Tj ET", extra=(
        stream(f"1 begincodespacerange <00> <ff> endcodespacerange 100 beginbfrange\n{names}endbfrange".encode()),)).replace(
            b"/BaseFont /Helvetica", b"/BaseFont /Helvetica /ToUnicode 6 0 R")
    yield "objects-loop.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", stream(b"2 0 1 0", "/Type /ObjStm /N 1 /First 4 /Extends 2 0 R")])
    yield "xref-stream.pdf", b"%PDF-1.7\n1 0 obj\n" + stream(
        zlib.compress(b"\1" * 100000), "/Type /XRef /W [8 8 8] /Size 2147483647 /Root 1 0 R /Filter /FlateDecode") + b"\nendobj\nstartxref\n9\n%%EOF"


def text_files(outside):
    yield "empty.txt", b""
    yield "space.txt", b" \n" * 100000
    yield "nul.txt", b"The General Assembly\0" * 1000
    yield "invalid-utf8.txt", b"The General Assembly \xc3\x28 \xa0\xa1 \xe2\x28\xa1 \xf0\x28\x8c\xbc \xff\xfe,"
    yield "overlong.txt", b"The General Assembly \xc0\xaf \xe0\x80\xaf \xf0\x80\x80\xaf,"
    yield "surrogates.txt", b"The General Assembly \xed\xa0\x80\xed\xb0\x80,"
    yield "cut-utf8.txt", "резолюция".encode()[:-1]
    yield "utf16.txt", "The General Assembly".encode("utf-16")
    for name in ("utf-16-le", "utf-16-be"):
        yield f"{name}-unmarked.txt", ("The General Assembly, recalling its resolution 53/70 of 4 December 1998, " * 100).encode(name)
        yield f"{name}-unmarked.html", "<html><p>The General Assembly, recalling its resolution 53/70".encode(name)
    yield "line-largest.txt", b"Recalling its resolution 53/70 of 4 December 1998, " * ((16 << 20) // 51)
    yield "dates.txt", b"of 4 December 1998, 99 February 0000 and " * 300000
    yield "quotes-markdown.txt", b"> " * 1000000 + b"words " + b"[a](" * 500000
    yield "utf32.txt", "The General Assembly".encode("utf-32")
    yield "line.txt", b"Recalling its resolution 53/70 of 4 December 1998, " * 200000
    yield "line-one-word.txt", b"a" * 10000000 + b"b"
    yield "lines.txt", b"1.\n" * 390000 + b"words"
    yield "numbers.txt", b"53/70 " * 1000000
    yield "marks.txt", "¹²³".encode() * 500000 + b" word"
    yield "brackets.txt", b"(" * 2000000 + b" word"
    yield "quotes.txt", "“".encode() * 1000000 + b" word"
    yield "bidi.txt", "\u202e\u2066".encode() * 500000 + b" word"
    yield "combining.txt", b"e" + "\u0301".encode() * 1000000 + b" word"
    yield "escape.txt", b"\x1b]0;title\x07\x1b[2J The General Assembly, recalling" * 1000
    yield "catalogue-deep.json", b'{"format": ' + b"[" * 1000000
    yield "catalogue-keys.json", b'{"format": "lineage-catalogue", "version": 1, "sources": {' + b",".join(b'"s%d": {"title": "a"}' % i for i in range(100000)) + b'}, "works": []}'
    yield "catalogue-number.json", b'{"format": "lineage-catalogue", "version": 1' + b"0" * 1000000 + b"}"
    yield "catalogue-cut.json", b'{"format": "lineage-catalogue", "vers'
    yield "metadata.jsonl", b'{"symbol": "A/RES/78/1", "adoption_date": "x", "MS_in_favour_count": "99999999999999999999"}\n' * 5000
    yield "metadata-deep.jsonl", b'{"symbol": "A/RES/78/1", "adoption_date": ' + b"[" * 100000 + b"\n"
    yield "page.html", b"<html><p>" + b"<b>" * 1000000 + b"words"
    yield "page-attributes.html", b"<html><p " + b" ".join(b"a%d=1" % i for i in range(200000)) + b">words"
    yield "page-open.html", b"<html><p>" + b"<" * 2000000 + b" words"
    yield "page-script.html", b"<html><script>" + b"</scrip" * 500000 + b"words"
    yield "page-less.html", b"<html><p>" + b"<" * (50 << 20)
    yield "page-tables.html", b"<html>" + b"<table><tr><td>" * 500000 + b"words"
    yield "page-charsets.html", b'<html><meta charset="utf-16"><meta charset="koi8-r"><p>' + "résolution words".encode()
    yield "page-comment.html", b"<html>" + b"<!--" * 500000 + b"words"
    yield "page-entities.html", b"<html><p>" + b"&amp" * 1000000 + b"&#99999999999;&#xD800; words"
    yield "page-quote.html", b'<html><p a="' + b"a" * 3000000
    yield "page-charset.html", b"<html><meta charset=" + b"x" * 900 + b"><p>words"
    yield "page-charset-utf7.html", b"<html><meta charset=utf-7><p>+ADw-script+AD4- words"
    yield "page-iframe.html", f'<html><iframe src="file://{outside}"></iframe><object data="file://{outside}"></object><p>words'.encode()
    yield "page-base.html", b"<html><p>" + b'<a href="https://undocs.org/en/A/RES/' + b"9" * 1000000 + b'">words</a>'
    for name, content in (("picture.txt", b"\x89PNG\r\n\x1a\n" + os.urandom(5000)), ("program.pdf", b"\x7fELF" + os.urandom(5000)),
                          ("text.pdf", b"The General Assembly, recalling its resolution 53/70,"), ("page.docx", b"<html><p>words of a page"),
                          ("zip.xml", zipped([("a.txt", b"words of a text")])), ("xml.zip", akn("<p>words of a text</p>")),
                          ("pdf.txt", page_pdf(b"BT /F1 9 Tf (some words of a text in a file) Tj ET")), ("old.doc", b"\xd0\xcf\x11\xe0" + os.urandom(5000)),
                          ("noise.json", os.urandom(5000)), ("noise.html", os.urandom(5000)), ("noise", os.urandom(500000)),
                          ("rtf.docx", b"{\\rtf1 words}"), ("database.txt", b"SQLite format 3\0" + os.urandom(5000))):
        yield f"wrong-{name}", content
