"""Front matter, paragraphs and roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import SkippedInput
from factcheck.ingest.text import article
from factcheck.terms import Basis, SegmentRole

PROSE = "The council said on Monday that the bridge over the river would be closed for a week."


def roles(text: str) -> list[tuple[str, str]]:
    a = article(text)
    return [(s.role.value, s.span.of(text)) for s in a.segments]


def test_front_matter() -> None:
    text = f'---\ntitle: "Bridge shut"\nsource: Coastal Press\npublished: 5 May 2025\nurl: https://x.example/a\n---\n\n{PROSE}\n'
    a = article(text, path="a.md")
    assert (a.title, a.source, a.url) == ("Bridge shut", "Coastal Press", "https://x.example/a")
    assert a.published.basis is Basis.METADATA
    assert a.published.evidence == ("front matter: 5 May 2025",)
    assert [s.span.of(text) for s in a.segments if s.role is SegmentRole.HEADLINE] == ["Bridge shut"]
    assert [s.span.of(text) for s in a.segments if s.role is SegmentRole.BODY] == [PROSE]


@pytest.mark.parametrize(
    "text", ["---\nNot a header at all.\n---\n", "---\ntitle: open\n" + PROSE, "--- \n\n" + PROSE, "---"]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert article(text).title is None


def test_a_bad_date_is_told_and_leaves_the_article_undated() -> None:
    text = "---\npublished: soon\n---\nHe died.\n"
    with pytest.warns(SkippedInput, match=r"a\.md: undated, cannot read published: 'soon'"):
        assert article(text, path="a.md").published.basis is Basis.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Bridge to close after crash\n\n{PROSE}", [("headline", "Bridge to close after crash"), ("body", PROSE)]),
        (f"# Bridge shut\n\n{PROSE}", [("headline", "# Bridge shut"), ("body", PROSE)]),
        (
            f"{PROSE}\n\nWhat happens next\n\n{PROSE}",
            [("body", PROSE), ("headline", "What happens next"), ("body", PROSE)],
        ),
        (f"{PROSE}\n\n– ‘No way’ –\n\n{PROSE}", [("body", PROSE), ("headline", "– ‘No way’ –"), ("body", PROSE)]),
        (f"{PROSE}\nWho paid for it?\n{PROSE}", [("body", PROSE), ("headline", "Who paid for it?"), ("body", PROSE)]),
        (f"{PROSE}\n\n“We were lucky.”", [("body", PROSE), ("quote", "“We were lucky.”")]),
        (f"{PROSE}\n\n“Lucky,” he said.", [("body", PROSE), ("body", "“Lucky,” he said.")]),
        (
            f"{PROSE}\n- one ship\n* two ships\n3. three",
            [("body", PROSE), ("list", "- one ship"), ("list", "* two ships"), ("list", "3. three")],
        ),
        ("Twelve people were killed", [("body", "Twelve people were killed")]),
        (f"OSLO, Norway —\n{PROSE}", [("body", "OSLO, Norway —"), ("body", PROSE)]),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The council said on Monday that the bridge over the\nriver would be closed for a week. Drivers will have\n"
        "to go round by Holt, where Mayor Ada Lund has asked\nfor more buses. It is the second closure this year."
    )
    assert roles(wrapped) == [("body", wrapped)]


def test_a_line_that_breaks_off_goes_on_in_the_next() -> None:
    broken = "The minister said that the presence of the guests at the parade\n“shows how close the two countries are”."
    assert roles(broken) == [("body", broken)]
    assert [role for role, _ in roles(f"Bridge to close for a week after crash\nby Ada Lund\n{PROSE}")] == [
        "headline",
        "boilerplate",
        "body",
    ]


def test_newlines_stay_as_they_are() -> None:
    text = "Bridge to close after crash\r\n\r\n" + PROSE + "\r\n"
    assert roles(text) == [("headline", "Bridge to close after crash"), ("body", PROSE)]


@given(
    st.lists(
        st.sampled_from(
            [
                "---",
                "title: x",
                "a: b",
                PROSE,
                "One app.",
                "- item",
                "Ada Lund",
                "",
                "  ",
                "“Yes.”",
                "# h",
                "\x00",
                "x" * 700,
            ]
        )
    )
)
def test_segments_cover_the_text_in_order(lines: list[str]) -> None:
    check_cover("\n".join(lines))


@given(st.text(max_size=300))
def test_segments_cover_any_text(text: str) -> None:
    check_cover(text)


def check_cover(text: str) -> None:
    end = 0
    for part in article(text).segments:
        assert part.span.start >= end
        assert part.span.end > part.span.start
        assert not text[end : part.span.start].strip()
        assert part.span.of(text) == part.span.of(text).strip()
        end = part.span.end
    assert not text[end:].strip()
