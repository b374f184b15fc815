"""Files, folders, stdin, HTML and JSON to articles, and what is said about input that cannot be read."""

import io
import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from factcheck.errors import MissingPath, NothingToCheck, SkippedInput
from factcheck.ingest.read import read
from factcheck.terms import Basis, SegmentRole

TEXT = "The bridge is shut. It was old.\n"
PAGE = """<!DOCTYPE html><html><head><title>Bridge shut</title><meta property="og:site_name" content="Coastal Press">
<meta property="article:published_time" content="2025-05-05T10:00:00Z"></head><body><nav>Home News</nav><article>
<h1>Bridge shut</h1><p>The bridge was shut on Monday after a crash that hurt 12 people, the police said in a statement.</p>
<h2>What happens next</h2><p>It will open again in May, when repairs that cost 3 million have been finished, the council said.</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def told() -> list[str]:
    return []


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_a_folder_is_walked_and_its_own_papers_are_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, s__b_txt=TEXT, s__sub__a_md=TEXT, s__README_md=TEXT, s__gold_json="{}", s__x_py=TEXT)
    (tmp_path / "s/.hidden.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert [a.path for a in read(["s/"])] == ["s/b.txt", "s/sub/a.md"]
    assert [a.path for a in read(["s"])] == ["s/b.txt", "s/sub/a.md"]
    assert [a.path for a in read([Path("s/README.md")])] == ["s/README.md"]
    assert [a.path for a in read(["s/x.py"])] == ["s/x.py"]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt=TEXT, s__b_txt="Two died.\n", s__c_txt="Three died.\n")
    monkeypatch.chdir(tmp_path)
    one = read(["a.txt", "s", "s/c.txt", "./a.txt"])
    assert read(["./a.txt", "s/c.txt", "s", "a.txt"]) == one
    assert [a.path for a in one] == ["./a.txt", "s/b.txt", "s/c.txt"]


def test_links_in_a_circle_are_read_once(tmp_path: Path, told: list[str]) -> None:
    write(tmp_path, s__a_txt=TEXT, out_txt=TEXT)
    for link, target in {"s/again": ".", "s/up": "..", "s/copy.txt": "a.txt", "s/self.txt": "self.txt"}.items():
        (tmp_path / link).symlink_to(target)
    assert [a.path for a in read([tmp_path / "s"], on_skip=told.append)] == [f"{tmp_path}/s/a.txt"]
    assert told == [f"{tmp_path}/s/self.txt: skipped, the link leads nowhere or in a circle; remove it"]


def test_stdin() -> None:
    (a,) = read(["-", "-"], stdin=io.BytesIO(TEXT.encode()))
    assert (a.path, a.text, a.derived_text) == ("-", TEXT, False)


@pytest.mark.parametrize(
    "data", [TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("utf-32")], ids=["utf-8", "utf-16", "utf-32"]
)
def test_a_byte_order_mark_goes(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, a_txt=data)
    assert read([tmp_path])[0].text == TEXT


@pytest.mark.parametrize(
    "text", ["The café cost £5.", "“Go,” he said – twice. " * 40, "Twelve died in São Paulo.\r\nMore later.\r"]
)
def test_windows_text(tmp_path: Path, text: str) -> None:
    write(tmp_path, a_txt=text.encode("cp1252"))
    assert read([tmp_path])[0].text == text


def test_one_broken_byte_does_not_garble_the_rest(tmp_path: Path) -> None:
    write(tmp_path, a_txt="“One” “two” “three”".encode() + b"\xe2\x80 end")
    assert read([tmp_path])[0].text.startswith("“One” “two” “three”")


def test_html(tmp_path: Path) -> None:
    write(tmp_path, a_html=PAGE)
    (a,) = read([tmp_path])
    assert a.text.startswith("Bridge shut\n\nThe bridge was shut on Monday")
    assert (a.title, a.source, a.derived_text) == ("Bridge shut", "Coastal Press", True)
    assert a.published.evidence == ("page metadata (htmldate): 2025-05-05",)
    assert [s.span.of(a.text) for s in a.segments if s.role is SegmentRole.HEADLINE] == [
        "Bridge shut",
        "What happens next",
    ]
    assert "rights" not in a.text


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    write(tmp_path, a_txt=PAGE)
    assert read([tmp_path])[0].derived_text


def test_json_and_jsonl(tmp_path: Path) -> None:
    record = {
        "title": "Bridge shut",
        "text": TEXT,
        "source": "Coastal Press",
        "published": "2025-05",
        "url": "https://x.example",
    }
    write(
        tmp_path,
        a_json=json.dumps(record),
        b_json=json.dumps([record, record]),
        c_jsonl=json.dumps(record) + "\n\n" + json.dumps(record),
    )
    articles = read([tmp_path])
    assert [a.path.removeprefix(f"{tmp_path}/") for a in articles] == [
        "a.json",
        "b.json#1",
        "b.json#2",
        "c.jsonl#1",
        "c.jsonl#2",
    ]
    assert {a.text for a in articles} == {"Bridge shut\n\n" + TEXT}
    assert len({a.id for a in articles}) == 5
    assert articles[0].published.evidence == ("published: 2025-05",)
    assert articles[0].segments[0].role is SegmentRole.HEADLINE


def test_a_record_without_a_title_is_its_text(tmp_path: Path) -> None:
    write(tmp_path, a_json=json.dumps({"text": TEXT, "source": {"name": "x"}, "other": 1}))
    (a,) = read([tmp_path])
    assert (a.text, a.source) == (TEXT, None)


BAD = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n\t\n", "it is empty"),
    "mark.txt": (b"\xef\xbb\xbf", "it is empty"),
    "noise.txt": (bytes(range(256)) * 20, "binary data"),
    "nul.txt": (b"\x00" * 5000, "binary data"),
    "paper.txt": (b"%PDF-1.7 ...", "it is a PDF"),
    "word.txt": (b"PK\x03\x04....", "Word file"),
    "cut.json": (b'{"text": "The bri', "not valid JSON"),
    "shape.json": (b'{"txt": "x"}', "its shape is wrong"),
    "number.json": (b"12", "its shape is wrong"),
    "none.json": (b'{"text": " "}', "its text is empty"),
    "deep.json": (b'{"text": "x", "y": ' + b"[" * 100_000, "nested too deeply"),
    "deeplist.json": (b"[" * 100_000, "nested too deeply"),
    "digits.json": (b'{"text": "x", "published": ' + b"1" * 300_000 + b"}", "its shape is wrong"),
    "page.html": (b"<html><body></body></html>", "no running text"),
    "tags.html": (b"<html>" + b"<p>" * 60_000, "too large"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_skipped_with_one_clear_line(name: str, tmp_path: Path, told: list[str]) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    write(tmp_path, good_txt=TEXT)
    assert [Path(a.path).name for a in read([tmp_path], on_skip=told.append)] == ["good.txt"]
    (line,) = told
    assert line.startswith(f"{tmp_path}/{name}: skipped, ")
    assert reason in line
    assert ";" in line
    assert "\n" not in line


def test_bad_records_leave_the_others(tmp_path: Path, told: list[str]) -> None:
    write(tmp_path, a_jsonl='{"text": "One died."}\n{"text": \n[]\n{"text": "Two died.", "published": "soon"}\n')
    assert [a.path[-2:] for a in read([tmp_path], on_skip=told.append)] == ["#1", "#4"]
    assert [line.partition(", ")[0].rpartition("#")[2] for line in told] == ["2: skipped", "3: skipped", "4: undated"]


def test_a_bad_date_leaves_the_article_undated(tmp_path: Path, told: list[str]) -> None:
    write(tmp_path, a_md="---\npublished: 05/06/2025\n---\nHe died.\n")
    (a,) = read([tmp_path], on_skip=told.append)
    assert a.published.basis is Basis.UNKNOWN
    assert told == [
        f"{tmp_path}/a.md: undated, cannot read published: '05/06/2025'; write it as 2025-05-05 (or 2025-05, or 2025)"
    ]


def test_missing_paths() -> None:
    with pytest.raises(MissingPath, match=r"no-such-place: no such file or folder"):
        read(["no-such-place"])


def test_nothing_to_check(tmp_path: Path, told: list[str]) -> None:
    with pytest.raises(NothingToCheck, match="nothing readable is in this folder"):
        read([tmp_path], on_skip=told.append)
    write(tmp_path, a_txt=b"", b_txt=b"")
    with pytest.raises(NothingToCheck, match="nothing to check in"):
        read([tmp_path], on_skip=told.append)
    with pytest.raises(NothingToCheck, match="no paths"):
        read([])


def test_the_default_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, a_txt=b"", b_txt=TEXT)
    with pytest.warns(SkippedInput, match=r"a\.txt: skipped, it is empty"):
        read([tmp_path])


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs a user whom permissions stop")
def test_a_file_without_permission(tmp_path: Path, told: list[str]) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert len(read([tmp_path], on_skip=told.append)) == 1
    assert "cannot be opened" in told[0]


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hosts")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_url_is_fetched(site: str, told: list[str]) -> None:
    (a,) = read([f"{site}/page", f"{site}/none", f"{site}/away"], on_skip=told.append)
    assert (a.path, a.url, a.title) == (f"{site}/page", f"{site}/page", "Bridge shut")
    assert len(told) == 2
    assert all("skipped, " in line for line in told)


def test_a_url_that_cannot_be_reached(told: list[str]) -> None:
    with pytest.raises(NothingToCheck, match="cannot be fetched"):
        read(["http://127.0.0.1:9/x"], on_skip=told.append)
