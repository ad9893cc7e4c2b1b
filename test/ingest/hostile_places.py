"""What is no plain file, or has a name that means harm. Each function gives a name and what makes it: a function that takes a path,
or bytes; `outside` is a file that none of them may reach."""

import json
import os
import pathlib
import socket

TEXT = b"The General Assembly,\n\nRecalling its resolution 53/70 of 4 December 1998,\n"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def folder(*fill):
    """A folder that each of the functions puts something into."""

    def make(path):
        path.mkdir()
        for put in fill:
            put(path)

    return make


def file(name, content=TEXT):
    return lambda path: (path / name).write_bytes(content)


def raw_name(name, content=TEXT):
    """For names that are no text."""

    def put(path):
        descriptor = os.open(os.fsencode(path) + b"/" + name, os.O_WRONLY | os.O_CREAT)
        os.write(descriptor, content)
        os.close(descriptor)

    return put


def link(name, target):
    return lambda path: (path / name).symlink_to(target)


def bound_socket(path):
    with socket.socket(socket.AF_UNIX) as made:
        here = os.getcwd()
        os.chdir(path.parent)  # such names are short
        made.bind(path.name)
        os.chdir(here)


def sparse(size):
    def make(path):
        path.write_bytes(TEXT)
        os.truncate(path, size)

    return make


def deep(levels):
    """Folders in folders, beyond the longest path that the system takes."""

    def put(path):
        here = os.open(path, os.O_RDONLY)
        for _ in range(levels):
            os.mkdir("d" * 100, dir_fd=here)
            below = os.open("d" * 100, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
        os.close(os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here))
        os.close(here)

    return put


def unreadable(name):
    def put(path):
        (path / name).mkdir()
        (path / name / "in.txt").write_bytes(TEXT)
        (path / name).chmod(0)

    return put


def places(outside):
    yield "fifo", os.mkfifo
    yield "fifo-in-folder", folder(lambda path: os.mkfifo(path / "pipe.txt"), file("a.txt"))
    yield "socket", bound_socket
    yield "link-device.txt", lambda path: path.symlink_to("/dev/zero")
    yield "link-tty.txt", lambda path: path.symlink_to("/dev/tty")
    yield "link-loop", folder(link("a.txt", "b.txt"), link("b.txt", "a.txt"), link("self.txt", "self.txt"), file("z.txt"))
    yield "link-up", folder(link("up", ".."), link("root", "/"), file("z.txt"))
    yield "link-out", folder(link("out.txt", outside), link("passwd.txt", "/etc/passwd"), link("in.txt", "z.txt"), file("z.txt"))
    yield "link-nowhere.txt", lambda path: path.symlink_to("nowhere")
    yield "link-proc", folder(link("mem.txt", "/proc/self/mem"), link("fd.txt", "/proc/self/fd/0"), file("z.txt"))
    yield "unreadable", folder(unreadable("no"), file("z.txt"))
    yield "unreadable.txt", lambda path: (path.write_bytes(TEXT), path.chmod(0))
    yield "names", folder(
        *(raw_name(name) for name in (b"\xff\xfe.txt", b"a\nb.txt", b"\x1b]0;title\x07.txt", b"-rf", b"--store", b" ", b"'; DROP TABLE work; --",
                                      b"a,\"b\".txt", b"\xe2\x80\xae.txt", b"n" * 255, b"%00.txt", b"CON", b"lineage.db"))
    )
    yield "deep", folder(deep(60), file("z.txt"))
    yield "empty-folder", folder()
    yield "many", folder(*(file(f"{i}.txt", b"The General Assembly, %d" % i) for i in range(3000)))
    yield "too-large.txt", sparse(200 << 20)
    yield "too-large.xml", sparse(65 << 20)
    yield "catalogues", catalogues
    yield "metadata", metadata


WRONG = (None, True, -1, 1e308, "", "\u0000", "9" * 300, [], {}, [[]], {"value": None}, {"value": [], "sources": {}}, ["A/RES/1/1"])


def paths_in(value, here=()):
    yield here
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths_in(inner, (*here, key))


def changed(value, path, new):
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], new)
    return copy


def catalogues(path):
    """A small catalogue, with each of its values in turn of another type."""
    path.mkdir()
    whole = json.loads((ROOT / "docs/examples/space-security.json").read_text(encoding="utf-8"))
    whole["works"] = whole["works"][:2]
    for count, place in enumerate(paths_in(whole)):
        new = WRONG[count % len(WRONG)]
        (path / f"{count}.json").write_text(json.dumps(changed(whole, place, new)), encoding="utf-8")


def metadata(path):
    """Records of metadata with values of other types."""
    path.mkdir()
    fields = ("symbol", "adoption_date", "title_en", "MS_in_favour_count", "MS_in_favour_list", "agenda_item", "sponsors", "draft_symbol",
              "committee_report", "meeting", "subjects", "language")
    for count, field in enumerate(fields):
        lines = [json.dumps({"symbol": "A/RES/78/16", "adoption_date": "2023-12-04", field: new}) for new in WRONG]
        (path / f"{count}.json").write_text("\n".join(lines) + "\n", encoding="utf-8")
