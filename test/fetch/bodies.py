"""Documents made for the test of fetch, none of them of the United Nations."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraphs(number, cites=(), language="en"):
    """A resolution that does not exist, with the citations asked for."""
    if language == "fr":
        recalled = ", ".join(f"sa résolution {cited} du 4 décembre 2006" for cited in cites)
        return [
            f"A/RES/{number}",
            f"{number}. Un titre inventé",
            "L’Assemblée générale,",
            f"Rappelant {recalled or 'le travail accompli et les progrès de la commission'},",
            "1. Se félicite du document de la présidence de la commission.",
        ]
    recalled = ", ".join(f"its resolution {cited} of 4 December 2006" for cited in cites)
    return [
        f"A/RES/{number}",
        f"{number}. A made-up title",
        "The General Assembly,",
        f"Recalling {recalled or 'the work that was done and the progress of the commission'},",
        "1. Welcomes the paper of the chair of the commission.",
    ]


def docx(lines):
    runs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("word/document.xml"),
            f'<w:document xmlns:w="{WORD}"><w:body>{runs}</w:body></w:document>',
        )
    return packed.getvalue()


def pdf(lines):
    page = "BT\n"
    for row, line in enumerate(lines):
        page += f"/F1 11 Tf 1 0 0 1 72 {720 - 24 * row} Tm ({line}) Tj\n"
    page += "ET\n"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(page)} >>\nstream\n{page}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = len(text)
    text += "xref\n0 6\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in places)
    text += f"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    return text.encode("latin-1")


def akn(number):
    session, serial = number.split("/")
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">'
        "<meta><identification><FRBRWork>"
        f'<FRBRuri value="/akn/un/statement/deliberation/unga/2006-12-04/{session}-{serial}/"/>'
        '<FRBRdate date="2006-12-04" name="adoption"/></FRBRWork>'
        '<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>'
        f'<coverPage><p><docNumber refersTo="#symbol">A/RES/{number}</docNumber></p></coverPage>'
        f"<preface><p><docNumber>{number}.</docNumber> <docTitle>A made-up title</docTitle></p></preface>"
        "<preamble><formula><p>The General Assembly,</p></formula></preamble>"
        '<mainBody><paragraph eId="para_1"><num>1.</num><content><p>Welcomes the paper of the chair.</p>'
        "</content></paragraph></mainBody></statement></akomaNtoso>"
    ).encode()


def marc(symbols):
    records = "".join(
        f'<record><datafield tag="191"><subfield code="a">{symbol}</subfield></datafield>'
        '<datafield tag="245"><subfield code="a">A made-up title</subfield></datafield>'
        '<datafield tag="269"><subfield code="a">2006-12-04</subfield></datafield></record>'
        for symbol in symbols
    )
    space = 'xmlns="http://www.loc.gov/MARC21/slim"'
    return f'<?xml version="1.0"?><collection {space}>{records}</collection>'.encode()


ERROR_PAGE = b"<!DOCTYPE html><html><title>Sorry</title><body><p>There is no such document.</p></body></html>"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
