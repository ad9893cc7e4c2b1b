"""The formats that hostile files are made of: XML, Word documents, archives and PDF, put together by hand."""

import io
import tarfile
import warnings
import zipfile

AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
warnings.filterwarnings("ignore", "Duplicate name")  # some archives have two members of one name

WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def akn(body, head=""):
    return (head + AKN + "<statement><mainBody>" + body + "</mainBody></statement></akomaNtoso>").encode()


def marc(body):
    return ('<collection xmlns="http://www.loc.gov/MARC21/slim">' + body + "</collection>").encode()


def zipped(members, level=9):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def docx(body, more=()):
    document = (WORD + body + "</w:body></w:document>").encode() if isinstance(body, str) else body
    return zipped([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document), *more])


def tarred(members, mode="w", form=tarfile.DEFAULT_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=form) as archive:
        for entry, content in members:
            if isinstance(entry, str):
                entry = tarfile.TarInfo(entry)
            entry.size = len(content) if entry.isreg() else 0
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def link(name, target, kind=tarfile.SYMTYPE):
    entry = tarfile.TarInfo(name)
    entry.type = kind
    entry.linkname = target
    return entry


def pdf(objects, trailer="/Root 1 0 R"):
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return out + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()


def stream(content, more=""):
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


def page_pdf(content, more="", resources="/Font << /F1 5 0 R >>", extra=()):
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << {resources} >> >>".encode(),
                stream(content, more), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *extra])
