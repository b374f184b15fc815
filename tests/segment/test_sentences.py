"""Sentence boundaries against labelled examples, and what must hold for any text.

``held.txt`` was written before the rules and looked at once, at the end.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.text import article
from factcheck.segment.sentences import LONGEST, segment, sentence_spans
from factcheck.terms import SegmentRole

HERE = Path(__file__).parent


def examples(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n").split(" | ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("expected", examples("boundaries.txt") + examples("held.txt"), ids=lambda e: e[0][:40])
def test_boundaries(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [span.of(text) for span in sentence_spans(text)] == expected


def sentences(text: str) -> list[tuple[str, str]]:
    return [(s.role.value, s.span.of(text)) for s in segment(article(text))]


def test_roles_are_inherited_and_marks_left_out() -> None:
    text = (
        "Bridge to close. And then\n\n"
        "The bridge will be closed on Monday, the council said. It is the second time this year.\n"
        "- Buses will run. They are free.\n2. Boats will not run\n\n“It is bad. It is sad.”\n\nLeave a comment\n"
    )
    assert sentences(text) == [
        ("headline", "Bridge to close. And then"),
        ("body", "The bridge will be closed on Monday, the council said."),
        ("body", "It is the second time this year."),
        ("list", "Buses will run."),
        ("list", "They are free."),
        ("list", "Boats will not run"),
        ("quote", "“It is bad."),
        ("quote", "It is sad.”"),
        ("boilerplate", "Leave a comment"),
    ]


def test_run_together_paragraphs_are_cut() -> None:
    text = "Two men were hurt at the scene.Officers found a gun on example.com and left."
    assert [s.of(text) for s in sentence_spans(text)] == [
        "Two men were hurt at the scene.",
        "Officers found a gun on example.com and left.",
    ]


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    clause = "the bridge was closed for the whole of the week, "
    text = "He said that " + clause * 30 + "and left."
    pieces = [s for _, s in sentences(text)]
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith(",") for piece in pieces[:-1])
    assert " ".join(pieces) == text


HUGE = {
    "dots": "." * 200_000,
    "no space": "a" * 2_000_000,
    "digits": "1" * 300_000,
    "number words": "forty-two thousand " * 50_000,
    "abbreviations": "Mr. " * 50_000,
    "initials": "J. K. " * 50_000,
    "open quotes": "“ " * 100_000,
    "quotes": "“a.” Aa " * 30_000,
    "nul": "\x00" * 300_000,
    "blank lines": "\n" * 200_000,
    "blank space": "x\n" + " " * 1_000_000 + "y",
    "tags": "<a " * 100_000,
    "names": "Ada Lund\n" * 20_000,
    "labels": "One app.\n" * 20_000,
    "list": "- a\n" * 20_000,
    "dashes": "---\n" + "a: b\n" * 50_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_hostile_input_passes_and_is_bounded(name: str) -> None:
    text = HUGE[name]
    check(text)


@given(st.text(alphabet="aB.!?…\"“”'’() \n-1,|#>", max_size=200))
def test_sentences_cover_the_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """In order, without overlap, none too long, and nothing lost but white space and the marks of list items."""
    a = article(text)
    found = segment(a)
    assert [s.index for s in found] == list(range(len(found)))
    end = 0
    for sentence in found:
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        assert sentence.span.end - sentence.span.start <= LONGEST
        assert not text[end : sentence.span.start].strip(
            " \n\r\t-*•·‣–—#>.)0123456789\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
        )
        end = sentence.span.end
    assert not text[end:].strip()
    assert {s.role for s in found} <= set(SegmentRole)
