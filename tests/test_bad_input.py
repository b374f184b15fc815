"""Whatever comes in: one clear line on stderr, never a traceback, the rest of a folder goes on, and time stays linear."""

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.ingest.text import article
from factcheck.pipeline import find_claims

GOOD = "Harbour fire\n\nTwelve people were killed when a warehouse burned in Ruma on 4 May 2024, police said.\n"

pytestmark = pytest.mark.usefixtures("quick")


def _make(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _noise(length: int) -> bytes:
    return bytes((i * i * 7 + i // 3 * 11) % 256 for i in range(length))


# file name, content, words that its line must have (the reason and the remedy)
UNREADABLE = [
    ("empty.txt", "", "empty; remove it"),
    ("blank.md", " \n\t\n", "empty; remove it"),
    ("noise.txt", _noise(5000), "binary data, not text; save"),
    ("nulls.txt", b"\0" * 5000, "binary data, not text; save"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + _noise(500), "a picture; save"),
    ("report.txt", b"%PDF-1.7\n" + _noise(500), "a PDF; save"),
    ("truncated.json", '{"text": "Twelve people were ki', "not valid JSON"),
    ("empty-text.json", '{"title": "Fire", "text": "  "}', 'only "text" is needed'),
    ("shape.json", '{"body": "Twelve people were killed."}', 'only "text" is needed'),
    ("text-is-a-number.json", '{"text": 12}', 'only "text" is needed'),
    ("number.json", "12", 'only "text" is needed'),
    ("null.json", "null", 'only "text" is needed'),
    ("deep.json", '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "write"),
    ("deep-unclosed.json", '{"text": "x", "title": ' + "[" * 100_000, ";"),
    ("deep-list.json", "[" * 100_000 + "]" * 100_000, ";"),
    ("number-beyond-floats.json", '{"text": 1e999999}', ";"),
    ("records.jsonl", '{"text": \n[1, 2]\n', ";"),
]


@pytest.mark.parametrize(("name", "content", "words"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_a_file_that_cannot_be_read_is_named_with_reason_and_remedy(name, content, words, tmp_path, capsys):
    path = _make(tmp_path, name, content)
    assert main(["check", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert len(lines) == 1 or name.endswith(".jsonl") or name == "deep-list.json"
    assert all(line.startswith("factcheck: ") and str(path) in line and len(line) < 500 for line in lines)
    assert words in lines[0]
    assert "Traceback" not in err


def test_a_folder_goes_on_with_the_rest_and_says_how_many_were_skipped(tmp_path, capsys):
    for name, content, _ in UNREADABLE:
        if not name.startswith("deep-list") and not name.endswith(".jsonl"):
            _make(tmp_path, name, content)
    _make(tmp_path, "good.txt", GOOD)
    assert main(["check", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 article, ")
    *skipped, last = err.splitlines()
    assert last == f"factcheck: skipped {len(skipped)} of {len(skipped) + 1} inputs"
    assert all(": skipped, " in line for line in skipped)


def test_records_of_a_list_are_skipped_one_by_one(tmp_path, capsys):
    path = _make(tmp_path, "many.json", json.dumps([{"text": GOOD}, {"text": None}, [], 3, {"text": GOOD + "End."}]))
    assert main(["check", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("2 articles, ")
    assert [line.partition(": skipped")[0] for line in err.splitlines()[:-1]] == [
        f"factcheck: {path}#{n}" for n in (2, 3, 4)
    ]
    assert err.splitlines()[-1] == "factcheck: skipped 3 of 5 inputs"


def test_a_path_that_does_not_exist(tmp_path, capsys):
    _make(tmp_path, "good.txt", GOOD)
    missing = tmp_path / "goood.txt"
    assert main(["check", str(tmp_path), str(missing)]) == 2
    assert capsys.readouterr() == ("", f"factcheck: {missing}: no such file or folder; check the path\n")


def test_a_folder_with_nothing_readable(tmp_path, capsys):
    _make(tmp_path, "README.md", GOOD)
    _make(tmp_path, "gold.json", "{}")
    _make(tmp_path, ".hidden.txt", GOOD)
    _make(tmp_path, "photo.jpg", _noise(100))
    assert main(["check", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1 and str(tmp_path) in err and ".txt" in err


@pytest.mark.parametrize(
    "value", ["yesterday", "2024-13-45", "99999999999999999999", "0000-00-00", "\x1b[31m2024", "5" * 5000]
)
@pytest.mark.parametrize("form", ["front matter", "json"])
def test_a_bad_published_value_leaves_the_article_undated(value, form, tmp_path, capsys):
    if form == "json":
        path = _make(tmp_path, "a.json", json.dumps({"text": GOOD, "published": value}))
    else:
        path = _make(tmp_path, "a.md", f"---\npublished: {value}\n---\n{GOOD}")
    assert main(["check", str(path), "--json", "-"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith(f"factcheck: {path}: undated, cannot read published: ")
    assert err.count("\n") == 1 and "\x1b" not in err and len(err) < 500
    assert json.loads(out)["articles"][0]["published"]["basis"] != "metadata"


@pytest.mark.parametrize("value", [True, 3.5, [2024], {"year": 2024}, 1e300, 10**30])
def test_a_published_value_of_another_type(value, tmp_path, capsys):
    path = _make(tmp_path, "a.json", json.dumps({"text": GOOD, "published": value}))
    assert main(["check", str(path)]) == 0
    assert f"{path}: undated, " in capsys.readouterr().err


@pytest.mark.parametrize("value", ["yesterday", "2024-13-45", ""])
def test_a_bad_published_option(value, tmp_path, capsys):
    path = _make(tmp_path, "good.txt", GOOD)
    assert main(["check", str(path), "--published", value]) == 2
    err = capsys.readouterr().err
    assert "--published" in err and "Traceback" not in err


def test_links_that_go_in_circles(tmp_path, capsys):
    story = tmp_path / "story"
    story.mkdir()
    _make(story, "good.txt", GOOD)
    (story / "again").symlink_to(story, target_is_directory=True)
    (story / "up").symlink_to(tmp_path, target_is_directory=True)
    (story / "self.txt").symlink_to(story / "self.txt")
    (story / "nowhere.txt").symlink_to(story / "gone.txt")
    assert main(["check", str(story)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 article, ")
    assert [line.split(": ")[1] for line in err.splitlines()[:-1]] == [
        str(story / "nowhere.txt"),
        str(story / "self.txt"),
    ]
    assert err.splitlines()[-1] == "factcheck: skipped 2 of 3 inputs"
    assert main(["check", str(story / "self.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="needs permissions that the superuser does not have"
)
def test_a_file_that_may_not_be_opened(tmp_path, capsys):
    path = _make(tmp_path, "secret.txt", GOOD)
    path.chmod(0)
    assert main(["check", str(path)]) == 2
    assert "check its permissions" in capsys.readouterr().err


def test_nulls_within_an_article_are_text(tmp_path, capsys):
    path = _make(tmp_path, "nulls.txt", GOOD.replace("when", "\0when") + "\0")
    assert main(["claims", str(path), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert any(claim["kind"] == "quantity" for claim in report["claims"])


MARKUP = (
    "[red]{}[/red] [bold <script>alert(1)</script> &amp; [/] [link=x] \x1b[31;1m\x1b]0;title\x07 \x9b31m :smile: \\[x]"
)


def test_markup_and_escapes_of_a_text_do_nothing(tmp_path, capsys):
    left = f"{MARKUP}\n\n{MARKUP} Twelve people were killed in Ruma on 4 May 2024 {MARKUP}, police said.\n"
    right = left.replace("Twelve", "Fourteen")
    paths = [str(_make(tmp_path, name, text)) for name, text in (("[red]a.txt", left), ("[b].md", right))]
    assert main(["check", *paths, "--exit-zero", "--all"]) == 0
    out, err = capsys.readouterr()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", out + err)
    assert main(["claims", *paths]) == 0
    out, err = capsys.readouterr()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", out + err)
    assert "[red]" in out and "<script>" in out
    assert main(["compare", left.strip(), right.strip()]) in (0, 1)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", capsys.readouterr().out)


def test_a_single_article_and_one_without_claims_are_no_error(tmp_path, capsys):
    assert main(["check", str(_make(tmp_path, "a.txt", "Hm.\n"))]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 article, 0 claims") and err == ""


# What a length makes of it: long inputs that have brought extractors down.
LONG: dict[str, Callable[[int], str]] = {
    "a line without a space": lambda n: "x" * n,
    "a line of letters, figures and signs": lambda n: "Abc1,d-'é;" * (n // 100),
    "dots": lambda n: "." * (n // 10),
    "spaced dots": lambda n: ". " * (n // 20),
    "number words": lambda n: "seven " * (n // 40),
    "compound number words": lambda n: "one hundred and " * (n // 80),
    "one number": lambda n: "7" * (3 * n // 20),
    "one number that counts": lambda n: "There were " + "7" * (3 * n // 20) + " people killed in Ruma.",
    "grouped digits": lambda n: "7,777," * (n // 50),
    "ranges": lambda n: "5-6-" * (n // 50),
    "opening quotation marks": lambda n: "“" * (n // 20),
    "brackets": lambda n: "([" * (n // 40),
    "names": lambda n: "Anna Brown " * (n // 100),
    "names and titles": lambda n: "Mr Brown and Dr " * (n // 200),
    "initials": lambda n: "A. B. " * (n // 100),
    "verbs of saying": lambda n: "said " * (n // 50),
    "dates": lambda n: "9 May 2024 " * (n // 200),
    "weekdays": lambda n: "Monday " * (n // 100),
    "short lines": lambda n: "x\n" * (n // 50),
    "front matter without end": lambda n: "---\n" + "a: b\n" * (n // 50),
    "tags": lambda n: "<div>" * (n // 200),
    "combining accents": lambda n: "e" + "\u0301" * (n // 20),
    "clauses": lambda n: "Anna met Ben in Ruma and " * (n // 500),
}


@pytest.mark.parametrize("name", LONG)
def test_extraction_takes_linear_time(name):
    """Twice the length in less than three times the time; short runs measure noise, so they pass."""
    length = 100_000
    once, twice = (_seconds(LONG[name](n)) for n in (length, 2 * length))
    assert twice < 0.2 or twice < 3 * once or _seconds(LONG[name](2 * length)) < 3 * _seconds(LONG[name](length))


def _seconds(text: str) -> float:
    begun = time.process_time()
    find_claims(article(text))
    return time.process_time() - begun


@pytest.mark.parametrize(
    "text",
    [
        "x" * 2_000_000,
        "." * 200_000,
        "seven " * 50_000,
        "There were " + "7" * 300_000 + " people killed in Ruma.",
        "There were " + "seven " * 50_000 + "people killed in Ruma.",
    ],
    ids=["2 MB without a space", "200,000 dots", "50,000 number words", "300,000 digits", "number words that count"],
)
def test_monsters_pass_in_seconds(text, tmp_path, capsys):
    path = _make(tmp_path, "monster.txt", text)
    begun = time.process_time()
    assert main(["check", str(path), "--json", "-"]) == 0
    assert time.process_time() - begun < 15
    assert json.loads(capsys.readouterr().out)["findings"] == []
